"""What every browser test stands on: one browser, one workspace made once and copied for each test."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

import office as offices
from network import Network
from office import REPOSITORY, Office, Receiver
from watch import Watch

SIZES = {"360": {"width": 360, "height": 740}, "1280": {"width": 1280, "height": 900}}
PICTURES = REPOSITORY / ".build/browser"
# For what need not be shown at both.
PHONE = pytest.mark.parametrize("size", ["360"], indirect=True)
DESK = pytest.mark.parametrize("size", ["1280"], indirect=True)
# The jobs the product is made for: these are part of every run of all tests, the others where they are asked for.
JOURNEY = pytest.mark.journey
# A busy machine takes its time; what is waited for is a condition, never a while.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


def launch(playwright: Playwright, program: str = "chromium-headless-shell") -> Browser:
    """Debian's Chromium, as a rule without its windows, which take longer to draw than the pages in them."""
    return playwright.chromium.launch(
        executable_path=shutil.which(program), args=["--no-sandbox", "--disable-dev-shm-usage"])


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    folder = offices.folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def receiver(folder: Path) -> Iterator[Receiver]:
    receiver = Receiver(folder / "received.jsonl")
    yield receiver
    receiver.stop()


@pytest.fixture(scope="session")
def template(folder: Path, receiver: Receiver) -> Office:
    return Office.make(folder / "template", receiver)


@pytest.fixture
def office(template: Office, folder: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """A workspace for this test alone, not yet served."""
    office = template.copy(folder / re.sub(r"\W+", "-", request.node.name))
    yield office
    office.stop()
    shutil.rmtree(office.root, ignore_errors=True)


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return SIZES[request.param]


class People:
    """Browsers of several people, each with a cookie jar of its own."""

    def __init__(self, browser: Browser, size: dict[str, int]):
        self._browser = browser
        self._size = size
        self.contexts: list[BrowserContext] = []
        self.watches: list[Watch] = []

    def someone(self, **options) -> Page:
        """A browser in which nobody is logged in yet."""
        is_phone = self._size["width"] < 600
        context = self._browser.new_context(
            viewport=self._size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce",
            has_touch=is_phone, accept_downloads=True, **options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        self.contexts.append(context)
        self.watches.append(Watch(page))
        return page

    def enter(self, office: Office, name: str, address: str | None = None, **options) -> Page:
        """Somebody who followed their log-in link."""
        page = self.someone(**options)
        # What the page with the one button sends; that page itself is looked at where a draft outlives its log-in.
        entered = page.request.post((address or office.address) + office.link(name), max_redirects=0)
        assert entered.status == 303, entered.text()
        return page


@pytest.fixture
def people(browser: Browser, size: dict[str, int], request: pytest.FixtureRequest) -> Iterator[People]:
    people = People(browser, size)
    yield people
    failed = request.node.stash.get(OUTCOME, None) is not None and request.node.stash[OUTCOME].failed
    for number, context in enumerate(people.contexts):
        if failed and context.pages:
            PICTURES.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", f"{request.node.name}-{number}")
            context.pages[0].screenshot(path=PICTURES / f"{name}.png", full_page=True)
        context.close()
    if not failed:
        for watch in people.watches:
            watch.finish()


@pytest.fixture
def network() -> Iterator[Callable[[str], Network]]:
    made: list[Network] = []

    def make(address: str) -> Network:
        made.append(Network(address))
        return made[-1]

    yield make
    for one in made:
        one.close()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "journey: one of the jobs the product is made for")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that of several at work none waits for another at the end."""
    items.sort(key=lambda item: item.module.__name__ != "test_every_page")


OUTCOME = pytest.StashKey[pytest.TestReport]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    report = yield
    if report.when == "call":
        item.stash[OUTCOME] = report
    return report
