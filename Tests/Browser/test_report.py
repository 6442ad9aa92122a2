"""The committee's clerk: what is this number made of, and where is the file?"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import docx
import openpyxl
from playwright.sync_api import expect

from conftest import JOURNEY, People
from office import CLERK, COMMITTEE, LOGGER, YOUTH_UNION, Office, today
from watch import check


@JOURNEY
def test_the_clerk_opens_a_number_into_its_rows_and_takes_the_report_away(
    office: Office, people: People, tmp_path: Path
) -> None:
    now = today()
    half = f"{now.year}-H{1 if now.month <= 6 else 2}"
    first = date(now.year, 1 if now.month <= 6 else 7, 1)
    for number, present in enumerate([186, 342, 415]):
        office.run(
            "sessions", "log", "--unit", YOUTH_UNION, "--form", "school-session", "--place", f"Trường {number + 1}",
            "--day", max(first, now - timedelta(days=number)).isoformat(), "--minutes", "45", "--level",
            "lower-secondary", "--turns", f"lower-secondary-pupils={present}", by=LOGGER)
    address = office.serve("--no-deliver")
    page = people.enter(office, CLERK)
    page.goto(f"{address}/reports?subject={COMMITTEE}&period={half}")
    check(page)

    page.get_by_role("link", name="943", exact=True).first.click()
    rows = page.locator("main tbody tr")
    expect(rows).to_have_count(3)
    expect(page.locator("main")).to_contain_text("3 dòng, cộng lại 943")
    check(page)
    rows.first.get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("Đoàn xã Thạnh Xuân")
    check(page)

    page.goto(f"{address}/reports?subject={COMMITTEE}&period={half}")

    def take(label: str, name: str) -> Path:
        with page.expect_download() as taken:
            page.locator("main").get_by_role("link", name=label, exact=True).click()
        file = tmp_path / name
        taken.value.save_as(file)
        return file

    # As Excel in Vietnam opens it.
    table = take("CSV", "report.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any("943" in line for line in csv.reader(table, delimiter=";"))
    word = docx.Document(str(take("Tệp Word", "report.docx")))
    assert any("943" in cell.text for table in word.tables for row in table.rows for cell in row.cells)
    excel = openpyxl.load_workbook(take("Tệp Excel", "report.xlsx"), data_only=True)
    assert any(cell.value in (943, "943") for sheet in excel for row in sheet.iter_rows() for cell in row)
