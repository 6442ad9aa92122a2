"""A picture of every page, for people to look at: wide and narrow, a few in the dark and on paper, and all of them empty."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import office as offices
from conftest import SIZES, People, launch
from office import Office
from tour import ROLES, Demo, Stop, Tour

# A page that is longer than this is seen well enough by its beginning.
LONGEST = 3200
DARK = [
    "/", "/library", "/library/:material", "/calendar", "/posts", "/posts/:post", "/sessions/new", "/approvals/:post",
    "/campaigns/:campaign", "/reach", "/reports/parts", "/consents", "/delivery", "/channels/:channel", "/settings/units",
]
# What people print; in the dark too, for paper never is. A4 is so wide at 96 dots an inch.
PRINTED = [
    "/library/:material", "/library/:material/print", "/campaigns/:campaign", "/plans/:plan", "/calendar", "/posts",
    "/posts/:post/kit", "/sessions", "/reach", "/reports/version", "/reports/parts", "/delivery", "view",
]
PAPER = {"width": 794, "height": 1123}


def take(page: Page, address: str, stop: Stop, file: Path) -> None:
    page.goto(address + stop.path)
    if stop.route == "/sessions/new":
        page.locator("form[data-ready]").wait_for()
    height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
    width = page.viewport_size["width"]
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        print(f"{file}: {wide} pixels wide")


def context(browser: Browser, size: dict[str, int], **options) -> BrowserContext:
    return browser.new_context(
        viewport=size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce",
        service_workers="block", **options)


def filled(browser: Browser, folder: Path, target: Path, prepare: Callable[[BrowserContext], None]) -> None:
    demo = Demo(folder / "demo")
    demo.furnish()
    tour = Tour(demo.address)
    entered = {}
    for role in ROLES:
        first = context(browser, SIZES["1280"])
        demo.enter(role, first)
        tour.follow(role, first.request)
        entered[role] = first.storage_state()
        first.close()
    for width, size in SIZES.items():
        for role, state in entered.items():
            one = context(browser, size, storage_state=state)
            prepare(one)
            page = one.new_page()
            for stop in [stop for stop in tour.stops.values() if stop.role == role]:
                take(page, demo.address, stop, target / width / f"{stop.name}.png")
            one.close()
    for role, state in entered.items():
        one = context(browser, SIZES["1280"], storage_state=state, color_scheme="dark")
        prepare(one)
        page = one.new_page()
        for stop in [stop for stop in tour.stops.values() if stop.role == role and stop.route in DARK]:
            take(page, demo.address, stop, target / "dark" / f"{stop.name}.png")
        one.close()
    for role, state in entered.items():
        one = context(browser, PAPER, storage_state=state, color_scheme="dark")
        prepare(one)
        page = one.new_page()
        page.emulate_media(media="print")
        for stop in [stop for stop in tour.stops.values() if stop.role == role and stop.route in PRINTED]:
            take(page, demo.address, stop, target / "print" / f"{stop.name}.png")
        one.close()
    demo.stop()


def empty(browser: Browser, folder: Path, target: Path, prepare: Callable[[BrowserContext], None]) -> None:
    """What the first administrator sees before anything is there."""
    office = Office(folder / "empty")
    office.run("init", str(office.root), "--name", "Xã mới", "--from", str(offices.REPOSITORY), inside=False)
    address = office.serve()
    invitation = office.server.hear(r"/first/\S+")[0]
    people = People(browser, SIZES["1280"])
    page = people.someone()
    page.goto(address + invitation)
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Thanh Xuân")
    page.get_by_label("Tên người dùng").fill("thanh-xuan")
    page.locator("main form button").click()
    page.wait_for_url("**/account")
    tour = Tour(address)
    tour.follow("administrator", page.context.request)
    state = page.context.storage_state()
    for width, size in SIZES.items():
        one = context(browser, size, storage_state=state)
        prepare(one)
        page = one.new_page()
        for stop in [stop for stop in tour.stops.values() if ":" not in stop.route and stop.route != "view"]:
            take(page, address, stop, target / f"empty-{width}" / f"{stop.name}.png")
    office.stop()


def main(target: Path, prepare: Callable[[BrowserContext], None] = lambda context: None) -> None:
    folder = offices.folder()
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            filled(browser, folder, target, prepare)
            empty(browser, folder, target, prepare)
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{sum(1 for _ in target.rglob('*.png'))} -> {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else offices.REPOSITORY / ".build/screenshots")
