"""Whoever looks after the workspace never needs a terminal: channels from their kind to the first test, units over time."""

from __future__ import annotations

from playwright.sync_api import expect

from conftest import People
from office import ADMINISTRATOR, EDITOR, Office, today
from watch import check

SECRET = "8123456789:AAF-mot-ma-bi-mat-dai"


def test_a_channel_is_added_filled_in_and_switched_on(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, ADMINISTRATOR)
    page.goto(f"{address}/channels")
    page.get_by_role("link", name="Thêm kênh").click()
    check(page)
    page.get_by_role("link", name="Kênh Telegram").click()
    check(page)
    page.get_by_label("Tên", exact=True).fill("Kênh Telegram Thạnh Xuân")
    page.get_by_label("Của đơn vị").select_option("vh-thanh-xuan")
    page.get_by_role("button", name="Thêm kênh").click()
    # A required value is missing: the browser asks for it, nothing is sent.
    page.get_by_label("Tên công khai của kênh").fill("thanhxuan111")
    page.get_by_role("button", name="Thêm kênh").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã thêm kênh")
    expect(page.locator(".standing").first).to_contain_text("chưa bật")
    check(page)

    page.get_by_label("Mã của bot").fill(SECRET)
    page.get_by_role("button", name="Lưu mã").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu mã bí mật")
    assert SECRET not in page.content()
    page.get_by_role("button", name="Xem yêu cầu sẽ gửi").click()
    expect(page.locator("main")).to_contain_text("api.telegram.org")
    assert SECRET not in page.content()
    page.get_by_role("button", name="Bật kênh").click()
    expect(page.get_by_role("status").first).to_contain_text("Kênh đã bật")
    expect(page.locator(".standing").first).to_contain_text("sẵn sàng")
    check(page)

    # An editor of the unit can plan for it at once, and sees no secret.
    editor = people.enter(office, EDITOR)
    editor.goto(f"{address}/posts/new")
    editor.get_by_label("Kênh").select_option("kenh-telegram-thanh-xuan")
    editor.goto(f"{address}/channels/kenh-telegram-thanh-xuan")
    expect(editor.get_by_text("Đưa kênh vào dùng")).to_have_count(0)
    assert SECRET not in editor.content()


def test_units_and_committees_change_with_their_days(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, ADMINISTRATOR)
    page.goto(f"{address}/settings/units")
    check(page)
    page.get_by_role("link", name="Thêm đơn vị").click()
    check(page)
    page.get_by_label("Tên", exact=True).fill("Trường THCS Ấp Ba")
    page.get_by_label("Loại").select_option("school")
    page.get_by_label("Cấp học").select_option("lower-secondary")
    page.get_by_label("Thuộc").select_option("xa-thanh-xuan")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trường THCS Ấp Ba")
    check(page)

    now = today()
    page.get_by_text("Đổi tên hoặc chuyển sang cấp trên khác").click()
    page.get_by_label("Tên", exact=True).fill("Trường THCS Lê Văn Tám")
    page.get_by_label("Kể từ ngày").fill(now.isoformat())
    page.get_by_role("button", name="Lưu tên và vị trí").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trường THCS Lê Văn Tám")
    expect(page.locator("main")).to_contain_text("Trường THCS Ấp Ba")
    check(page)

    page.get_by_text("Kết thúc, sáp nhập hoặc chia tách").click()
    page.get_by_label("Ngày cuối cùng").fill(now.replace(year=now.year + 1).isoformat())
    page.get_by_label("Đơn vị tiếp nhận").select_option("truong-thcs-thanh-xuan")
    page.get_by_role("button", name="Lưu ngày cuối").click()
    expect(page.locator("main")).to_contain_text("Nay là")
    check(page)

    # A committee whose members come and go by the day.
    page.goto(f"{address}/settings/units")
    page.get_by_role("link", name="Ban Chỉ đạo 138 xã Thạnh Xuân").click()
    check(page)
    page.locator("summary").filter(has_text="Thêm thành viên").click()
    page.get_by_label("Đơn vị", exact=True).select_option("truong-thcs-thanh-xuan")
    page.get_by_label("Kể từ ngày").fill(now.isoformat())
    page.get_by_role("button", name="Thêm thành viên").click()
    expect(page.locator("tbody")).to_contain_text(f"từ {now:%d/%m/%Y}")
    page.locator("summary").filter(has_text="thôi tham gia").click()
    page.get_by_label("Thành viên nào").select_option("phunu-thanh-xuan")
    page.get_by_label("Ngày cuối của thành viên").fill(now.isoformat())
    page.get_by_role("button", name="Lưu ngày cuối").first.click()
    expect(page.locator("tbody")).to_contain_text(f"đến {now:%d/%m/%Y}")
    check(page)

    # The tree as it stood before.
    page.goto(f"{address}/settings/units?q=thcs&day={now.replace(year=now.year - 1)}")
    expect(page.locator("#units")).to_contain_text("Trường THCS Ấp Ba")
    page.goto(f"{address}/settings/units?q=thcs")
    expect(page.locator("#units")).to_contain_text("Trường THCS Lê Văn Tám")
    check(page)
