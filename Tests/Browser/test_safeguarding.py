"""Nothing goes out unreviewed: a finding let pass with its reason, a consent withdrawn, and the log of who did what."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from conftest import JOURNEY, People
from office import ADMINISTRATOR, APPROVER, EDITOR, Office, today
from watch import check, eventually

TITLE = "Tình huống tập huấn"
# Made up for a training: the rules cannot know, a person can.
TEXT = "Tình huống: cháu bé 9 tuổi bị hàng xóm xâm hại. Thầy cô làm gì? Gọi 111."
PICTURE = "nam-ngon-tay.png"


def write(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}/posts/new")
    page.get_by_label("Kênh").select_option("facebook-vh-thanh-xuan")
    page.get_by_label("Tiêu đề").fill(TITLE)
    page.get_by_label("Nội dung", exact=False).first.fill(text)
    page.get_by_label("Ngày đăng").fill((today() + timedelta(days=20)).isoformat())
    page.get_by_label("Giờ đăng").fill("09:00")


@JOURNEY
def test_a_finding_is_let_pass_with_a_reason_that_the_approver_and_the_log_have(
    office: Office, people: People
) -> None:
    address = office.serve("--no-deliver")
    editor = people.enter(office, EDITOR)
    write(editor, address, TEXT)
    editor.get_by_role("button", name="Lưu nháp").click()
    expect(editor.locator("#findings .finding-block")).not_to_have_count(0)
    expect(editor.locator("#findings")).to_contain_text("bị hàng xóm xâm hại")
    check(editor)
    where = editor.url
    # What blocks is not submitted, and the page says so.
    editor.get_by_role("button", name="Gửi duyệt").first.click()
    expect(editor.get_by_role("alert").first).to_be_visible()
    check(editor, colours=True)
    # Whoever wrote it cannot let it pass.
    expect(editor.get_by_text("Cho qua, có lý do")).to_have_count(0)

    approver = people.enter(office, APPROVER)
    approver.goto(where)
    reason = "Tình huống hư cấu cho buổi tập huấn giáo viên."
    blocks = approver.locator("#findings .finding-block")
    left = blocks.filter(has=approver.get_by_text("Cho qua, có lý do"))
    for remaining in reversed(range(left.count())):
        left.first.get_by_text("Cho qua, có lý do").click()
        left.first.get_by_label("Vì sao được").fill(reason)
        left.first.get_by_role("button", name="Cho qua chỗ này").click()
        expect(left).to_have_count(remaining)
    check(approver)

    editor.goto(where)
    editor.get_by_role("button", name="Gửi duyệt").first.click()
    expect(editor.locator("main")).to_contain_text("chờ duyệt")

    approver.goto(f"{address}/approvals")
    approver.locator(".queue a").first.click()
    main = approver.locator("main")
    expect(main).to_contain_text("Đã cho qua")
    expect(main).to_contain_text(reason)
    expect(main).to_contain_text("Lần đầu gửi duyệt")
    check(approver)
    approver.get_by_role("button", name="Duyệt đúng bản này").click()
    expect(approver.get_by_role("status").first).to_contain_text("Đã duyệt")

    administrator = people.enter(office, ADMINISTRATOR)
    administrator.goto(f"{address}/settings/audit?subject={where.rsplit('/', 1)[1]}")
    expect(administrator.locator("#entries")).to_contain_text(reason)
    check(administrator)
    administrator.get_by_role("button", name="Kiểm tra chuỗi").click()
    expect(administrator.get_by_role("status").first).to_contain_text(re.compile("nguyên vẹn", re.IGNORECASE))


def test_the_approver_reads_what_changed_since_last_time(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    editor = people.enter(office, EDITOR)
    write(editor, address, "Khi cần giúp, gọi 111.")
    editor.get_by_role("button", name="Lưu và gửi duyệt").click()
    expect(editor.locator("main")).to_contain_text("chờ duyệt")
    where = editor.url
    editor.get_by_role("link", name="Sửa", exact=True).first.click()
    editor.get_by_label("Nội dung", exact=False).first.fill("Khi cần giúp, gọi 111, miễn phí.")
    editor.get_by_role("button", name="Lưu và gửi duyệt").click()
    expect(editor.locator("main")).to_contain_text("chờ duyệt")

    approver = people.enter(office, APPROVER)
    approver.goto(f"{address}/approvals/{where.rsplit('/', 1)[1]}")
    changes = approver.locator("#changes")
    expect(changes.locator("ins")).to_contain_text("miễn phí")
    check(approver)
    approver.get_by_label("Lời nhắn").fill("Ghi cả giờ trực.")
    approver.get_by_role("button", name="Trả lại").click()
    editor.goto(where)
    expect(editor.locator("main")).to_contain_text("Ghi cả giờ trực.")
    check(editor)


def test_a_withdrawn_consent_lists_what_has_to_be_taken_down(office: Office, people: People) -> None:
    address = office.serve("--no-deliver", clock="2027-03-01 08:00:00")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/consents")
    check(page)
    card = page.locator(".picture-card").filter(has_text=PICTURE)
    card.get_by_text("Nói trong ảnh có gì").click()
    card.get_by_label("Số trẻ em nhận ra được").fill("1")
    card.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi")
    expect(card).to_contain_text("chưa được đăng")

    page.get_by_text("Ghi một bản đồng ý đã ký").click()
    page.get_by_label("Đơn vị giữ bản giấy").select_option("vh-thanh-xuan")
    page.get_by_label("Số hiệu bản giấy").fill("HS-2027/014")
    page.get_by_label("Tuổi khi ký").select_option(index=2)
    page.get_by_label("Ngày ký").fill("2027-02-20")
    page.get_by_label("Còn hiệu lực đến hết").fill("2027-12-31")
    page.get_by_label("Cha mẹ hoặc người giám hộ đồng ý").check()
    page.get_by_label("Trẻ đồng ý").check()
    page.get_by_label(PICTURE).check()
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_role("status").first).to_contain_text("HS-2027/014")
    expect(card).to_contain_text("1 bản đồng ý còn hiệu lực")
    check(page)
    office.stop()

    office.approved_post(
        "facebook-vh-thanh-xuan", "2027-03-01 09:00", "--material", "nam-ngon-tay-an-toan",
        clock="2027-03-01 08:30:00")
    address = office.serve(clock="2027-03-01 09:00:01")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/posts?state=posted")
    eventually(page, lambda: page.locator("#posts tbody tr").count() == 1)
    page.goto(f"{address}/consents")
    page.locator("summary").filter(has_text="HS-2027/014").click()
    page.get_by_label("Lý do, không nêu tên ai").fill("Gia đình đổi ý.")
    page.get_by_role("button", name="Rút và kéo lại các bài").click()
    expect(page.get_by_role("status").first).to_contain_text(re.compile("1 bài đã.* phải gỡ"))
    expect(page.locator("#take-downs")).to_contain_text("Năm ngón tay an toàn")
    check(page)
    page.get_by_role("button", name="Đã gỡ").click()
    expect(page.locator("#take-downs")).to_have_count(0)
    check(page)
