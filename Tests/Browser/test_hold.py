"""Something went wrong somewhere: everything stops with one press, from whatever page one is on."""

from __future__ import annotations

from playwright.sync_api import expect

from conftest import JOURNEY, People
from office import ADMINISTRATOR, EDITOR, Office
from watch import check


@JOURNEY
def test_the_administrator_holds_everything_in_one_click(office: Office, people: People) -> None:
    address = office.serve()
    page = people.enter(office, ADMINISTRATOR)
    for path in ["/library", "/settings/people", "/reports"]:
        page.goto(address + path)
        expect(page.get_by_role("button", name="Dừng gửi")).to_be_visible()
    page.get_by_role("button", name="Dừng gửi").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã dừng gửi")
    # Still on the page one was on, which says now that sending is held.
    assert page.url == f"{address}/reports"
    held = page.get_by_role("link", name="Đang dừng gửi")
    expect(held).to_be_visible()
    check(page, colours=True)

    # Everybody sees it, with the reason.
    editor = people.enter(office, EDITOR)
    editor.goto(f"{address}/posts")
    expect(editor.get_by_role("link", name="Đang dừng gửi")).to_be_visible()
    check(editor)

    held.click()
    check(page)
    page.get_by_role("button", name="Cho gửi lại").click()
    expect(page.get_by_role("button", name="Dừng gửi").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Không có gì đang bị dừng")
    check(page)
