"""Every form works where scripts do not: an old phone, a locked-down office computer."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from conftest import PHONE, People
from office import ADMINISTRATOR, EDITOR, LOGGER, Office
from photo import picture


@PHONE
def test_the_work_can_be_done_without_scripts(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, LOGGER, java_script_enabled=False)
    page.goto(f"{address}/sessions/new")
    page.get_by_label("Trường, câu lạc bộ").select_option(label="Trường THCS Thạnh Xuân (mẫu)")
    page.locator("#audiences .audience > input").first.fill("1.230")
    page.locator("#f-photos").set_input_files(
        {"name": "lop.png", "mimeType": "image/png", "buffer": picture(300, 200)})
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi buổi: 1.230 lượt")
    expect(page.locator(".gallery img")).to_have_count(1)
    page.go_back()
    page.get_by_role("button", name="Lưu").click()
    # The form carries the session's id: sent again, it counts once.
    assert len(json.loads(office.run("sessions", "list", "--json", by=ADMINISTRATOR))) == 1

    editor = people.enter(office, EDITOR, java_script_enabled=False)
    editor.goto(f"{address}/library")
    editor.get_by_label("Tìm trong thư viện").fill("nam ngon tay")
    editor.get_by_role("button", name="Lọc").click()
    editor.get_by_role("link", name="Năm ngón tay an toàn").click()
    editor.get_by_role("link", name="Soạn bài đăng").first.click()
    editor.get_by_label("Kênh").select_option("loudspeaker-vh-thanh-xuan")
    editor.get_by_label("Nội dung").fill("Gọi 111 khi cần giúp.")
    editor.get_by_role("button", name="Lưu và gửi duyệt").click()
    expect(editor.locator("main")).to_contain_text("chờ duyệt")


@PHONE
def test_long_work_shows_its_end_without_scripts(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, ADMINISTRATOR, java_script_enabled=False)
    page.goto(f"{address}/settings/upkeep")
    page.get_by_role("button", name="Sao lưu ngay").click()
    done = page.get_by_text("Đã sao lưu vào")
    for _ in range(100):
        if done.count():
            break
        page.get_by_role("link", name="Xem lại").click()
    expect(done).to_be_visible()
