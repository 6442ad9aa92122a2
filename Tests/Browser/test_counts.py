"""Counts the committee can sign: a list imported, figures typed in, targets, who reported, and the clerk's way."""

from __future__ import annotations

import json
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from conftest import JOURNEY, People
from office import CLERK, COMMITTEE, EDITOR, LOGGER, YOUTH_UNION, Office
from watch import check

AFTER = "2027-07-02 08:00:00"
HALF = "2027-H1"
REPORT = f"/reports?subject={COMMITTEE}&period={HALF}"
# As the youth union's own table has it; what “SL nghe” is, only they know.
LIST = """\
DANH SÁCH CÁC BUỔI TUYÊN TRUYỀN;;;
Ngày;Địa điểm;Hình thức;SL nghe
03/06/2027;Trường THCS A;Tại trường;120
08/06/2027;Trường THCS B;Tại trường;1.080
Tổng;;;1.200
"""


def preview(page: Page) -> None:
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("link", name="Xem kết quả").click()


def log(office: Office, number: int, turns: int) -> str:
    said = office.run(
        "sessions", "log", "--unit", YOUTH_UNION, "--form", "school-session", "--place", f"Trường {number}", "--day",
        f"2027-06-{number:02}", "--minutes", "45", "--level", "lower-secondary", "--turns",
        f"lower-secondary-pupils={turns}", "--json", by=LOGGER, clock=AFTER)
    return json.loads(said)["id"]


def test_a_list_is_imported_after_a_look_at_its_columns(office: Office, people: People, tmp_path: Path) -> None:
    file = tmp_path / "buoi-thang-6.csv"
    file.write_text(LIST, encoding="utf-8-sig")
    address = office.serve("--no-deliver", clock=AFTER)
    page = people.enter(office, LOGGER)
    page.goto(f"{address}/sessions")
    check(page)
    page.get_by_role("link", name="Nhập từ tệp").click()
    check(page)
    page.get_by_label("Đơn vị tổ chức").select_option(YOUTH_UNION)
    page.get_by_label("Tệp Excel hoặc CSV").set_input_files(file)
    preview(page)
    # A column nobody understands is asked about; nothing was imported yet.
    columns = page.locator("details.card").filter(has_text="Cột nào là gì")
    expect(columns).to_be_visible()
    check(page)
    if columns.get_attribute("open") is None:
        columns.locator("summary").click()
    columns.get_by_label("SL nghe").select_option("turns")
    columns.get_by_role("button", name="Đọc lại theo cột đã chọn").click()
    page.get_by_role("link", name="Xem kết quả").click()
    expect(page.locator(".figures")).to_contain_text("1.200")
    check(page)
    page.get_by_role("button", name="Nhập 2 buổi").click()
    expect(page.locator("main")).to_contain_text("Đã nhập 2 buổi")
    page.goto(f"{address}/sessions")
    expect(page.locator(".figures")).to_contain_text("1.200")
    check(page)

    # The choice is remembered, and what is there already is left out.
    page.goto(f"{address}/sessions/import")
    page.get_by_label("Đơn vị tổ chức").select_option(YOUTH_UNION)
    page.get_by_label("Tệp Excel hoặc CSV").set_input_files(file)
    preview(page)
    expect(page.locator("main")).to_contain_text("Không có buổi mới")
    check(page)


def test_reach_is_typed_in_and_shown(office: Office, people: People) -> None:
    clock = "2027-06-03 08:00:00"
    post = office.approved_post(
        "loudspeaker-vh-thanh-xuan", "2027-06-03 17:00", "--title", "Nhắc bà con", "--text", "Gọi 111.", clock=clock)
    office.run("posts", "resolve", post, "--posted", "--plays", "2", by=EDITOR, clock="2027-06-03 17:30:00")
    address = office.serve("--no-deliver", clock=AFTER)
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/reach")
    check(page)
    page.get_by_role("link", name="Ghi số đo").first.click()
    page.get_by_label("Số đo", exact=True).select_option("reach")
    page.get_by_label("Giá trị").fill("1.250")
    check(page)
    page.get_by_role("button", name="Lưu số đo").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi 1.250")
    page.goto(f"{address}/reach?metric=reach&from=2027-06-01&until=2027-06-30")
    expect(page.locator("main")).to_contain_text("1.250")
    check(page)


def test_targets_have_a_pace_and_everybody_sees_who_reported(office: Office, people: People) -> None:
    log(office, 3, 400)
    address = office.serve("--no-deliver", clock=AFTER)
    page = people.enter(office, CLERK)
    page.goto(address + REPORT)
    page.get_by_role("link", name="Đăng ký chỉ tiêu").click()
    check(page)
    page.get_by_label("Số lượt tham dự tuyên truyền trực tiếp").first.fill("1000")
    page.get_by_role("button", name="Lưu chỉ tiêu").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu 1 chỉ tiêu")
    expect(page.locator("#report")).to_contain_text("So với chỉ tiêu")
    expect(page.locator("#report .chart-card").first).to_contain_text("40,0%")
    check(page)

    page.get_by_role("link", name="Tình hình nộp").click()
    expect(page.locator(".figures")).to_contain_text("0/")
    check(page)
    page.get_by_label("Đơn vị", exact=True).select_option(YOUTH_UNION)
    page.get_by_label("Quyết định").select_option("excused")
    page.get_by_label("Lý do").fill("Mới thành lập")
    page.get_by_role("button", name="Ghi quyết định").click()
    expect(page.locator("tbody")).to_contain_text("miễn")
    check(page)


@JOURNEY
def test_the_clerk_goes_from_log_in_to_a_frozen_report_its_word_file_and_a_correction(
    office: Office, people: People, tmp_path: Path
) -> None:
    log(office, 3, 186)
    second = log(office, 8, 342)
    address = office.serve("--no-deliver", clock=AFTER)
    page = people.enter(office, CLERK)
    page.goto(address + REPORT)
    check(page)
    page.get_by_role("link", name="Viết phần lời").click()
    page.get_by_label("Kết quả").fill("Các đơn vị đã tổ chức buổi tuyên truyền tại trường.\n- Hai trường tham gia.")
    page.get_by_label("Khó khăn, vướng mắc").fill("Một điểm trường xa chưa có loa.")
    check(page)
    page.get_by_role("button", name="Lưu phần lời").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu phần lời")

    page.get_by_role("link", name="Nộp báo cáo", exact=True).click()
    expect(page.locator("main")).to_contain_text("528")
    check(page)
    # Its members have not handed in theirs: it says which, and asks before it goes on.
    expect(page.locator("main")).to_contain_text("đơn vị thành viên chưa nộp báo cáo kỳ này")
    page.get_by_label("Tôi biết còn đơn vị chưa nộp").check()
    page.get_by_role("button", name="Chốt và nộp").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bản 1 đã nộp")
    expect(page.locator("main")).to_contain_text("nguyên vẹn")
    check(page)
    assert "528" in words(page, tmp_path / "1.docx")

    # One session was counted wrongly: the frozen version stays, the correction is a version of its own.
    office.run(
        "sessions", "correct", second, "--turns", "lower-secondary-pupils=324", "--reason", "Đếm nhầm một lớp",
        by=LOGGER, clock=AFTER)
    page.goto(address + REPORT)
    expect(page.locator(".standing")).to_contain_text("khác bản 1 đã nộp")
    page.get_by_role("link", name="Đính chính", exact=True).click()
    expect(page.locator("main")).to_contain_text("528")
    expect(page.locator("main")).to_contain_text("510")
    check(page)
    page.get_by_label("Lý do đính chính").fill("Trường 8 báo lại số học sinh.")
    page.get_by_label("Tôi biết còn đơn vị chưa nộp").check()
    page.get_by_role("button", name="Nộp bản đính chính").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bản 2 đã nộp")
    expect(page.locator("main")).to_contain_text("Những số khác bản trước")
    check(page)
    text = words(page, tmp_path / "2.docx")
    assert "510" in text and "528" not in text
    page.goto(f"{address}/reports/version?subject={COMMITTEE}&period={HALF}&version=1")
    assert "528" in words(page, tmp_path / "again.docx")


def words(page: Page, file: Path) -> str:
    """All that the Word file of the page says."""
    with page.expect_download() as taken:
        page.locator("main").get_by_role("link", name="Tệp Word", exact=True).click()
    taken.value.save_as(file)
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)
