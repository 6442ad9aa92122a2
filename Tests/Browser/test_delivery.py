"""Sending that can be followed: how a channel does, what would leave, what is stuck and why, what nobody knows."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from conftest import People
from office import ADMINISTRATOR, EDITOR, Office
from watch import check, eventually

CHANNEL = "facebook-vh-thanh-xuan"
TEXT = "Khi cần giúp, gọi 111."
# A network that promises nothing about a request that comes twice.
WALL = """\
channel: wall
name: {vi: "Bảng tin", en: "Wall"}
kind: social
source: {title: "Loa", date: 2026-01-01}
target: [port]
egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
timeouts: {connect: 2s, total: 5s}
send:
  - id: post
    method: POST
    url: "http://127.0.0.1:{{target.port}}/wall"
    json: {text: "{{post.text}}"}
    success: {status: 2xx}
idempotency: none
"""
WALL_ENTRY = """\
  - id: bang-tin
    preset: wall
    unit: vh-thanh-xuan
    name: {vi: "Bảng tin điện tử", en: "Electronic board"}
    target: {port: "%d"}
    enabled: true
"""


@pytest.fixture
def silent() -> Iterator[int]:
    """A receiver that reads what comes and goes away without an answer; its port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.recv(65536)
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def due_at_nine(office: Office, channel: str) -> None:
    office.approved_post(
        channel, "2027-03-01 09:00", "--title", "Gọi 111", "--text", TEXT, clock="2027-03-01 08:30:00")


def test_a_channel_tells_how_it_does_and_shows_what_it_would_send(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/channels")
    check(page)
    page.goto(f"{address}/channels/{CHANNEL}")
    expect(page.locator(".standing").first).to_contain_text("sẵn sàng")
    page.get_by_label("Chữ để thử").fill("Chữ thử <b>")
    page.get_by_role("button", name="Xem yêu cầu sẽ gửi").click()
    expect(page.locator("main")).to_contain_text("chưa gửi gì")
    expect(page.locator("main")).to_contain_text("Chữ thử <b>")
    expect(page.locator("main")).to_contain_text(f"http://127.0.0.1:{office.receiver.port}/facebook")
    check(page)

    before = len(office.receiver.requests)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Gửi tin thử").click()
    expect(page.locator("main")).to_contain_text("Kênh đã nhận tin thử")
    check(page)
    assert len(office.receiver.requests) == before + 1


def test_a_post_nobody_knows_the_end_of_is_settled_in_one_step(office: Office, people: People, silent: int) -> None:
    (office.root / "Channels/wall.yaml").write_text(WALL)
    register = office.root / "Channels/channels.yaml"
    register.write_text(register.read_text() + WALL_ENTRY % silent)
    office.run("content", "import", by=ADMINISTRATOR)
    due_at_nine(office, "bang-tin")

    address = office.serve(clock="2027-03-01 09:00:01")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/delivery")
    eventually(page, lambda: page.locator("#unknown").count() == 1)
    expect(page.locator("main")).to_contain_text("dữ liệu có thể đã rời máy")
    check(page)
    page.locator("main").get_by_role("link", name="Gọi 111").first.click()
    expect(page.locator("main")).to_contain_text("Bài đã lên kênh chưa?")
    check(page)
    page.get_by_label("Đường dẫn của bài").fill("https://thanhxuan.example.vn/bang-tin/1")
    page.get_by_role("button", name="Ghi là đã đăng").click()
    expect(page.locator("main")).to_contain_text("đã đăng")
    check(page)
    page.goto(f"{address}/delivery")
    expect(page.locator("#unknown")).to_have_count(0)


def test_a_stuck_post_says_why_and_sending_says_whether_it_is_on(office: Office, people: People) -> None:
    due_at_nine(office, CHANNEL)
    office.run("posts", "hold", "--channel", CHANNEL, "--reason", "Trang bị chiếm", by=EDITOR)
    address = office.serve(clock="2027-03-01 09:10:00")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/delivery")
    expect(page.locator("main")).to_contain_text("Đang gửi bình thường")
    expect(page.locator("#overdue ~ .table-wrap").first).to_contain_text("Trang bị chiếm")
    check(page)
    page.locator("main").get_by_role("link", name="Gọi 111").first.click()
    expect(page.locator("main")).to_contain_text("Đang dừng gửi")
    check(page)

    page.get_by_role("button", name="Dừng gửi", exact=True).first.click()
    expect(page.get_by_role("link", name="Đang dừng gửi").first).to_be_visible()
    page.goto(f"{address}/delivery")
    expect(page.locator("main")).to_contain_text("Đã dừng toàn bộ")
    page.goto(f"{address}/holds")
    held = page.get_by_role("button", name="Cho gửi lại")
    expect(held).to_have_count(2)
    for left in (1, 0):
        held.first.click()
        expect(held).to_have_count(left)
    # A turned clock wakes nobody who sleeps; a server that starts looks at once.
    office.stop()
    address = office.serve(clock="2027-03-01 09:20:00")
    page = people.enter(office, EDITOR)
    page.goto(f"{address}/posts?state=posted")
    eventually(page, lambda: page.locator("#posts tbody tr").count() == 1)
    page.goto(f"{address}/delivery")
    expect(page.locator("main")).to_contain_text("Đang gửi bình thường")
    expect(page.locator("main")).to_contain_text("Không có bài nào trễ giờ")
    check(page)
