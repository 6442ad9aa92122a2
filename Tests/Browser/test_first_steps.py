"""Somebody who never saw a terminal: from the printed link to a message that really left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import DESK, People
from office import REPOSITORY, Office
from watch import check

PASSWORD = "trường học ấp ba"


@pytest.fixture
def empty(folder: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """A workspace that was made a moment ago: nobody, nothing."""
    office = Office(folder / re.sub(r"\W+", "-", request.node.name))
    office.run("init", str(office.root), "--name", "Xã Thạnh Xuân", "--from", str(REPOSITORY), inside=False)
    yield office
    office.stop()


def step(page: Page, number: int):
    return page.locator(".steps > li").nth(number - 1)


@DESK
def test_from_the_first_link_to_a_posted_test_message(empty: Office, people: People) -> None:
    address = empty.serve()
    invitation = empty.server.hear(r"http://\S+/first/\S+")[0]
    page = people.someone()
    page.goto(invitation)
    check(page)
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Thanh Xuân")
    page.get_by_label("Tên người dùng").fill("thanh-xuan")
    page.get_by_role("button", name="Bắt đầu").click()
    page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    page.get_by_role("button", name="Lưu mật khẩu").click()

    page.goto(address)
    check(page)
    page.get_by_role("link", name="Xem hướng dẫn").click()
    expect(step(page, 1)).to_contain_text("xong")
    check(page)

    step(page, 2).get_by_role("link").click()
    page.get_by_role("button", name="Nhập lại").click()
    expect(page.locator("main")).to_contain_text("tài liệu chờ duyệt")
    page.goto(f"{address}/start")
    expect(step(page, 2)).to_contain_text("xong")

    for name, user, role in [("Trần Văn Biên", "bien", "editor"), ("Lê Thị Duyệt", "duyet", "approver")]:
        step(page, 3).get_by_role("link").click()
        page.get_by_label("Họ và tên").fill(name)
        page.get_by_label("Tên người dùng").fill(user)
        page.get_by_label("Vai trò").select_option(role)
        page.get_by_label("Cho đơn vị").select_option(label="Toàn bộ các đơn vị")
        page.get_by_role("button", name="Thêm").click()
        expect(page.locator("main")).to_contain_text(re.compile("Đường dẫn đăng nhập"))
        check(page)
        page.goto(f"{address}/start")
    expect(step(page, 3)).to_contain_text("xong")

    expect(step(page, 4)).to_contain_text("Đang chờ:")

    step(page, 6).get_by_label("Kênh thử của đơn vị").select_option("vh-thanh-xuan")
    step(page, 6).get_by_role("button", name="Mở kênh thử").click()
    expect(page.locator("main")).to_contain_text("Kênh thử đã mở")
    page.get_by_role("link", name="Xem kết quả").click()
    step(page, 6).get_by_role("button", name="Gửi tin thử").click()
    expect(page.locator("main")).to_contain_text("Kênh đã nhận tin thử")
    page.get_by_role("link", name="Xem kết quả").click()
    expect(step(page, 6)).to_contain_text("Máy chủ đã nhận lúc")
    expect(step(page, 6)).to_contain_text("Tin thử từ Loa. Tổng đài bảo vệ trẻ em: 111")
    check(page)

    # Tomorrow they come back by themselves.
    again = people.someone()
    again.goto(address)
    check(again)
    again.get_by_label("Tên người dùng").fill("thanh-xuan")
    again.get_by_label("Mật khẩu").fill("sai mật khẩu rồi")
    again.get_by_role("button", name="Đăng nhập").click()
    expect(again.get_by_role("alert")).to_be_visible()
    check(again, colours=True)
    again.get_by_label("Mật khẩu").fill(PASSWORD)
    again.get_by_role("button", name="Đăng nhập").click()
    expect(again.get_by_role("heading", level=1)).to_have_text("Hôm nay")
