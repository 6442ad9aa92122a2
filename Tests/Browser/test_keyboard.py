"""No mouse, no touch: everything is reached with Tab, and seen to be reached."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from conftest import DESK, People
from office import EDITOR, LOGGER, Office
from watch import check

FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const shown = one.matches(".quick-button input, .photo-input") ? one.parentElement : one;
    const box = shown.getBoundingClientRect();
    const style = getComputedStyle(one.matches(".quick-button input, .photo-input") ? one.nextElementSibling : one);
    return {
        name: (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent).trim().slice(0, 60),
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


def tab_to(page: Page, target: str, most: int = 120) -> None:
    """Presses Tab until that is focused; everything on the way has to be visible and show that it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            continue
        assert at["seen"], f"{page.url}: no mark around “{at['name']}”"
        assert at["inside"], f"{page.url}: “{at['name']}” is out of sight"
        if page.evaluate("(target) => document.activeElement.matches(target)", target):
            return
    raise AssertionError(f"{page.url}: Tab never comes to {target}")


@DESK
def test_a_post_is_written_and_submitted_from_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/")
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, 'main [href="/posts/new"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/posts/new")
    tab_to(page, "#f-channel")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#f-title")
    page.keyboard.type("Gọi 111")
    tab_to(page, "#f-text")
    page.keyboard.type("Khi cần giúp, gọi 111.")
    expect(page.locator("#preview")).to_contain_text("Khi cần giúp, gọi 111.")
    tab_to(page, "main .form-actions .button-primary")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("chờ duyệt")
    check(page)


@DESK
def test_a_session_is_logged_from_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, LOGGER)
    page.goto(f"{address}/sessions/new")
    page.locator("form[data-ready]").wait_for()
    tab_to(page, "#f-place")
    page.keyboard.type("Nhà văn hóa ấp 3")
    tab_to(page, "#audiences input")
    page.keyboard.type("64")
    tab_to(page, ".save-bar .button-primary")
    page.keyboard.press("Enter")
    expect(page.locator("#outbox [data-sent]")).to_have_count(1)
    check(page)


@DESK
def test_menus_open_and_close_with_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/library")
    tab_to(page, ".account summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
