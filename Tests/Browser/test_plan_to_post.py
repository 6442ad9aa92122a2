"""The editor's afternoon: June is planned, somebody else reads and approves it, and it goes out on time."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from conftest import JOURNEY, People
from office import APPROVER, COMMITTEE, EDITOR, Office
from watch import check, eventually

PLANNING_DAY = "2027-05-10 08:00:00"
# The first posts of the playbook go out a week before June, at half past seven.
FIRST_MOMENT = "2027-05-25 07:30:02"
FIRST_POSTS = 2


def plan(page: Page, address: str) -> None:
    """From the observance to a campaign whose posts wait for approval."""
    page.goto(f"{address}/campaigns/new?observance=action-month-for-children")
    check(page)
    page.get_by_label("Đơn vị hoặc ban chỉ đạo chịu trách nhiệm").select_option(COMMITTEE)
    page.get_by_role("button", name="Xem đề xuất").click()
    expect(page.locator("#proposal-title")).to_contain_text("Tháng hành động vì trẻ em 2027")
    check(page)
    page.get_by_role("button", name="Tạo chiến dịch").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu chiến dịch")
    check(page)
    page.get_by_role("button", name=re.compile("Gửi duyệt")).click()
    # Many posts are long work, which says by itself how far it is.
    expect(page.locator("main")).to_contain_text(re.compile("Đã gửi duyệt|posts were submitted"))
    check(page)


def approve_all(page: Page, address: str) -> int:
    """Reads page after page, ticks what was read, and approves it; how many posts that were."""
    approved = 0
    page.goto(f"{address}/approvals")
    check(page)
    page.get_by_role("link", name="Đọc lần lượt tất cả").click()
    while page.locator("[name=seen]").count():
        shown = page.locator("[name=seen]").count()
        if approved == 0:
            check(page)
        page.get_by_role("button", name="Đánh dấu tất cả").click()
        page.get_by_role("button", name="Duyệt các bài đã đánh dấu").click()
        expect(page.get_by_role("status").first).to_contain_text(f"Đã duyệt {shown} bài")
        approved += shown
    return approved


@JOURNEY
def test_action_month_from_plan_to_post(office: Office, people: People) -> None:
    address = office.serve(clock=PLANNING_DAY)
    editor = people.enter(office, EDITOR)
    plan(editor, address)
    # Whoever wrote it is not asked to approve it.
    editor.goto(f"{address}/approvals/read")
    expect(editor.locator("[name=seen]")).to_have_count(0)

    approver = people.enter(office, APPROVER)
    assert approve_all(approver, address) > 50
    expect(approver.locator("main")).to_contain_text("Đã xong phần này")
    check(approver)
    office.stop()

    before = len(office.receiver.requests)
    address = office.serve(clock=FIRST_MOMENT)
    editor = people.enter(office, EDITOR)
    editor.goto(f"{address}/posts?state=posted")
    eventually(editor, lambda: editor.locator("#posts tbody tr").count() == FIRST_POSTS)
    check(editor)
    sent = office.receiver.requests[before:]
    assert sorted(request["path"] for request in sent) == ["/facebook", "/zalo"]
    assert len({request["key"] for request in sent}) == FIRST_POSTS

    editor.locator("#posts tbody a").first.click()
    expect(editor.locator("main")).to_contain_text("đã đăng")
    check(editor)
