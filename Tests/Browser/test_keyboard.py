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


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Presses Tab until that is focused; everything on the way has to be visible and show that it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            continue
        assert at["seen"], f"{page.url}: no mark around “{at['name']}”"
        assert at["inside"], f"{page.url}: “{at['name']}” is out of sight"
        if at["name"].startswith(name):
            return
    raise AssertionError(f"{page.url}: Tab never comes to “{name}”")


@DESK
def test_a_post_is_written_and_submitted_from_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/")
    tab_to(page, "Đến nội dung")
    page.keyboard.press("Enter")
    tab_to(page, "Viết bài đăng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/posts/new")
    tab_to(page, "Kênh")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Tiêu đề")
    page.keyboard.type("Gọi 111")
    tab_to(page, "Nội dung")
    page.keyboard.type("Khi cần giúp, gọi 111.")
    expect(page.locator("#preview")).to_contain_text("Khi cần giúp, gọi 111.")
    tab_to(page, "Lưu và gửi duyệt")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("chờ duyệt")
    check(page)


@DESK
def test_a_session_is_logged_from_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, LOGGER)
    page.goto(f"{address}/sessions/new")
    page.locator("form[data-ready]").wait_for()
    tab_to(page, "Tên nơi tổ chức")
    page.keyboard.type("Nhà văn hóa ấp 3")
    tab_to(page, "Học sinh tiểu học")
    page.keyboard.type("64")
    tab_to(page, "Lưu")
    page.keyboard.press("Enter")
    expect(page.locator("#outbox-title")).to_have_text("Đã gửi hết")
    check(page)


@DESK
def test_menus_open_and_close_with_the_keyboard(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/library")
    tab_to(page, "Biên tập viên")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
