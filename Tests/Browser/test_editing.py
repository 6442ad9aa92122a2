"""What happens under the editor's hands: search as one types, findings beside the text, a calendar to drag on."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Dialog, Page, Route, expect

from conftest import DESK, People
from office import APPROVER, EDITOR, Office, today
from watch import check

LOUDSPEAKER, PAGE = "loudspeaker-vh-thanh-xuan", "facebook-vh-thanh-xuan"
TEXT = "Loa xin nhắc bà con: khi trẻ cần giúp, hãy gọi 111. Miễn phí, ngày và đêm."


def post(office: Office, channel: str, day: date, title: str) -> None:
    office.run(
        "posts", "create", "--channel", channel, "--day", day.isoformat(), "--time", "09:00", "--title", title,
        "--text", TEXT, by=EDITOR)


@DESK
def test_the_library_is_searched_as_one_types(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/library")
    search = page.get_by_label("Tìm trong thư viện")
    search.press_sequentially("nam ngon tay")
    expect(page.get_by_role("link", name="Năm ngón tay an toàn")).to_be_visible()
    # The address says it too, so that it can be sent to somebody.
    page.wait_for_url("**q=nam*")
    search.fill("khong co tai lieu nhu the")
    expect(page.get_by_role("link", name="Năm ngón tay an toàn")).to_have_count(0)
    check(page)


@DESK
def test_findings_stand_beside_the_text_while_it_is_written(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/library/new")
    page.get_by_label("Tên", exact=True).fill("Cảnh giác")
    page.locator("textarea[name=body]").fill("Em Nguyễn Thị Lan, học sinh lớp 6A, bị xâm hại vì ăn mặc hở hang.")
    expect(page.locator("#check .notice-bad, #check .finding, #check li").first).to_be_visible(timeout=30_000)
    check(page)


def test_a_post_is_moved_on_the_calendar_by_dragging_and_by_form(office: Office, people: People) -> None:
    # Both days in one month that is still to come.
    first = (today().replace(day=1) + timedelta(days=62)).replace(day=10)
    post(office, PAGE, first, "Gọi 111")
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    month = f"{address}/calendar?day={first.isoformat()}"
    page.goto(month)
    chip = page.locator(".chip[data-move]").first
    if page.viewport_size["width"] > 1000:
        target = first + timedelta(days=2)
        chip.drag_to(page.locator(f'#calendar [data-day="{target}"]:not(.chip)').first)
        expect(page.locator("#calendar-said")).to_contain_text("Đã dời")
        expect(page.locator(f'#calendar td[data-day="{target}"] .chip')).to_have_count(1)
        check(page)
        page.goto(month)
    # The same by form, which every finger and every screen reader can use.
    target = first + timedelta(days=5)
    page.locator(".chip[data-move] a").first.click()
    page.get_by_label("Ngày").fill(target.isoformat())
    page.get_by_role("button", name="Dời bài").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã dời")
    page.goto(month)
    expect(page.locator(f'#calendar [data-day="{target}"] .chip')).to_have_count(1)
    check(page)


@DESK
def test_a_text_is_taken_from_the_kit_and_written_down_as_read_out(office: Office, people: People) -> None:
    post(office, LOUDSPEAKER, today() + timedelta(days=3), "Nhắc bà con")
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/posts")
    page.locator("#posts tbody a").first.click()
    page.get_by_role("button", name="Gửi duyệt").first.click()
    expect(page.locator("main")).to_contain_text("chờ duyệt")
    where = page.url

    approver = people.enter(office, APPROVER)
    approver.goto(f"{address}/approvals")
    approver.locator(".queue a").first.click()
    check(approver)
    approver.get_by_role("button", name="Duyệt đúng bản này").click()
    expect(approver.get_by_role("status").first).to_contain_text("Đã duyệt")

    page.goto(f"{where}/kit")
    check(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép").click()
    expect(page.get_by_role("button", name="Đã sao chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == TEXT


@DESK
def test_typed_text_is_not_left_unasked_and_a_second_press_is_the_same_press(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/posts/new")
    page.get_by_label("Kênh").select_option(LOUDSPEAKER)
    page.get_by_label("Tiêu đề").fill("Nhắc bà con")
    page.get_by_label("Nội dung").press_sequentially("Gọi 111 khi cần giúp.")
    asked = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="Thư viện").first.click(no_wait_after=True)
    until(page, lambda: asked)
    assert asked == ["beforeunload"]
    expect(page.get_by_label("Nội dung")).to_have_value("Gọi 111 khi cần giúp.")

    held: list[Route] = []
    page.route("**/posts/new", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    for _ in range(2):
        page.get_by_role("button", name="Lưu nháp").click(no_wait_after=True)
        until(page, lambda: held)
    assert len(held) == 1
    held[0].continue_()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu nháp")
    assert asked == ["beforeunload"]


def until(page: Page, is_so: Callable[[], object]) -> None:
    """Lets the page go on until that is so."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        page.evaluate("new Promise(requestAnimationFrame)")
