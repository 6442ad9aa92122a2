"""Every page there is, at both sizes: axe finds nothing, nothing spills over, none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import SIZES
from tour import ROLES, Demo, Stop, Tour
from watch import Watch, check

# One demo for all of them: they stay together where several run at once.
pytestmark = pytest.mark.xdist_group("every-page")

# What no link leads to, and why.
ELSEWHERE = {
    # Whoever knows the secret code; opened by other tests, or no pages at all.
    "/first/:code", "/log-in/:code", "/feeds/{code}.atom", "/feeds/{code}.ics",
    # Pages of work under way, shown in the tests of that work.
    "/jobs/:job", "/jobs/:job/events", "/sessions/import/:import",
    # What scripts fetch.
    "/posts/materials", "/posts/:post/state", "/service-worker.js", "/media/:hash",
    # In the demo nothing was done for a duty by name.
    "/reports/duty",
    # An export that somebody made before.
    "/settings/upkeep/exports/:export",
    # Nothing in the sample content has media, photos or a second revision.
    "/posts/:post/media/:hash", "/sessions/:session/photos/:photo",
    # For programs, or a way on to somewhere else.
    "/metrics", "/go/:code",
}
# Shown to whoever is not logged in.
STRANGERS = ["/log-in", "/sessions/new/shell"]


class Toured:
    """The demo with every stop of the tour, and each role logged in."""

    def __init__(self, browser: Browser, demo: Demo):
        self.demo = demo
        demo.furnish()
        self.tour = Tour(demo.address)
        self.entered: dict[str, dict] = {}
        for role in ROLES:
            context = browser.new_context(locale="vi-VN", service_workers="block")
            demo.enter(role, context)
            self.tour.follow(role, context.request)
            self.entered[role] = context.storage_state()
            context.close()
        self.tour.stops |= {path: Stop(path, path, "nobody") for path in STRANGERS}


@pytest.fixture(scope="module")
def toured(browser: Browser, folder: Path) -> Iterator[Toured]:
    demo = Demo(folder / "demo")
    yield Toured(browser, demo)
    demo.stop()


def test_no_page_is_forgotten(toured: Toured) -> None:
    forgotten = [route for route in toured.tour.forgotten(ELSEWHERE) if not route.startswith("/api/")]
    assert forgotten == [], "no link that anybody sees leads there"


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_pages_are_fit_for_everybody(toured: Toured, browser: Browser, role: str) -> None:
    """Wide in the light, then narrow in the dark."""
    context = browser.new_context(
        locale="vi-VN", reduced_motion="reduce", service_workers="block", storage_state=toured.entered.get(role))
    page = context.new_page()
    watch = Watch(page)
    mistakes = []
    for stop in [stop for stop in toured.tour.stops.values() if stop.role == role]:
        for width, scheme in [("1280", "light"), ("360", "dark")]:
            page.set_viewport_size(SIZES[width])
            page.emulate_media(color_scheme=scheme)
            if width == "1280":
                page.goto(toured.demo.address + stop.path)
            try:
                check(page, colours=True)
            except AssertionError as error:
                mistakes.append(f"{width} pixels, {scheme}: {error}")
    context.close()
    assert not mistakes, "\n\n".join(mistakes)
    watch.finish()


def test_pages_are_whole_in_english(toured: Toured, browser: Browser) -> None:
    """Once switched to English, no Vietnamese is left but what is data."""
    context = browser.new_context(
        viewport=SIZES["1280"], service_workers="block", storage_state=toured.entered["editor"])
    page = context.new_page()
    page.goto(toured.demo.address)
    page.locator("details.account summary").click()
    page.get_by_role("button", name="English").click()
    page.locator("html[lang=en]").wait_for()
    left = []
    for stop in [stop for stop in toured.tour.stops.values() if stop.role == "editor" and stop.route != "view"]:
        page.goto(toured.demo.address + stop.path)
        # On the page of one thing its own words stand in the headings.
        parts = "nav, th, legend, button" if ":" in stop.route else "nav, th, legend, button, h1, h2, summary, dt"
        words = page.locator(parts).all_inner_texts()
        left += [f"{stop.route}: {text}" for text in words if VIETNAMESE.search(text) and not is_data(text)]
    context.close()
    assert not left, "\n".join(left)


# Letters that no English word has.
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def is_data(text: str) -> bool:
    """Names of places, people and materials stay what they are."""
    return bool(re.search("Thạnh Xuân|Tiếng Việt|Biên tập|mẫu", text))
