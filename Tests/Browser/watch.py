"""What no page may do, whatever it shows: break the rules of access, spill over the side, or fail in silence."""

from __future__ import annotations

import time
from collections.abc import Callable

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 AA, and what axe itself counts as good practice; of what it finds, only what is wrong.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE = Axe()
FIND = """async (options) => {
    const { violations } = await axe.run(document, options);
    return { violations };
}"""


def check(page: Page, colours: bool = False) -> None:
    """Whether the page can be used by everybody: axe finds nothing, and nothing has to be scrolled sideways.

    `colours` looks at the contrast of every letter, too, which takes longer than all the rest: where every page is looked
    at, in the light and in the dark, and where something is shown that those pages do not have, such as mistakes.
    """
    # Half a megabyte, which a page that was looked at already has.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    options = OPTIONS if colours else {**OPTIONS, "rules": {"color-contrast": {"enabled": False}}}
    found = AxeResults(page.evaluate(FIND, options))
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    wide = page.evaluate(WIDE)
    assert not wide, f"{page.url} is wider than {page.viewport_size['width']} pixels: {wide}"


WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const over = [...document.querySelectorAll("main *, header *, nav *, footer *")]
        .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest(".table-wrap, pre"))
        .map((one) => `${one.tagName.toLowerCase()}.${one.className} to ${Math.round(one.getBoundingClientRect().right)}`);
    return `${document.documentElement.scrollWidth} pixels; ${over.slice(0, 5).join(", ")}`;
}"""


def eventually(page: Page, is_so: Callable[[], bool], seconds: float = 240) -> None:
    """Loads the page again until it shows what is waited for, as a person would."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"{page.url} never showed what was waited for"
        page.reload()


class Watch:
    """Listens to a page for as long as it is open."""

    def __init__(self, page: Page):
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("console", self._console)
        page.on("response", self._response)

    def _console(self, message) -> None:
        # What a cut network leaves behind is no mistake of the page.
        if message.type == "error" and "ERR_" not in message.text and "status of 4" not in message.text:
            self.wrong.append(f"{message.location.get('url')}: {message.text}")

    def _response(self, response) -> None:
        if response.status >= 500:
            self.wrong.append(f"{response.status} {response.request.method} {response.url}")

    def finish(self) -> None:
        assert not self.wrong, "\n".join(self.wrong)
