"""A field logger in a school yard: no signal, a cheap phone, one thumb."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from conftest import JOURNEY, PHONE, People, launch
from network import Network
from office import ADMINISTRATOR, LOGGER, YOUTH_UNION, Office, today
from photo import picture
from watch import check

PRIMARY, LOWER, UPPER = (
    f"Trường {kind} Thạnh Xuân (mẫu)" for kind in ("Tiểu học", "THCS", "THPT"))


def turns(office: Office) -> list[int]:
    """The turns of every session the server knows, smallest first."""
    records = json.loads(office.run("sessions", "list", "--json", by=ADMINISTRATOR))
    return sorted(sum(group["turns"] for group in record["session"]["attendance"]) for record in records)


def open_form(page: Page, address: str) -> None:
    """Opens the form and waits until the phone has its lists."""
    page.goto(f"{address}/sessions/new")
    page.locator("form[data-ready]").wait_for()


def at_form(office: Office, people: People) -> tuple[Page, str]:
    """A logger at the form, and the address of the server."""
    address = office.serve("--no-deliver")
    page = people.enter(office, LOGGER)
    open_form(page, address)
    return page, address


def at_form_over(network: Callable[[str], Network], office: Office, people: People) -> tuple[Page, Network]:
    """A logger at the form, over a network that can be cut."""
    way = network(office.serve("--no-deliver"))
    page = people.enter(office, LOGGER, way.address)
    open_form(page, way.address)
    return page, way


def keep_for_offline(page: Page) -> None:
    """Waits until the phone holds all it needs without a network: after the first visit."""
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def choose_place(page: Page, place: str) -> None:
    quick = page.get_by_role("radio", name=re.compile(re.escape(place)))
    if quick.count():
        quick.check()
        return
    other = page.locator("#quickPlace").get_by_role("radio", name="Nơi khác")
    if other.is_visible():
        other.check()
    page.get_by_label("Trường, câu lạc bộ").select_option(label=place)


def count(page: Page, present: int) -> None:
    page.locator("#audiences .audience > input").first.fill(str(present))


def log(page: Page, place: str, present: int) -> None:
    choose_place(page, place)
    count(page, present)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#session-state")).to_contain_text("Đã lưu trên máy")


def all_sent(page: Page, count: int = 1) -> None:
    """Waits until so many have arrived and none is left."""
    expect(page.locator("#outbox [data-sent]")).to_have_count(count)
    expect(page.locator("#outbox-title")).to_have_text("Đã gửi hết")


def no_signal(page: Page, way: Network) -> None:
    page.context.set_offline(True)
    way.cut()


def signal(page: Page, way: Network) -> None:
    way.mend()
    page.context.set_offline(False)


@JOURNEY
def test_three_sessions_without_a_signal_arrive_once(
    office: Office, people: People, network: Callable[[str], Network]
) -> None:
    page, way = at_form_over(network, office, people)
    check(page)
    keep_for_offline(page)

    no_signal(page, way)
    page.reload()
    page.locator("form[data-ready]").wait_for()
    for school, present in [(PRIMARY, 186), (LOWER, 342), (UPPER, 1415)]:
        log(page, school, present)
    waiting = page.locator("#outbox .waiting > li")
    expect(waiting).to_have_count(3)
    expect(page.locator("#outbox-title")).to_have_text("Chưa gửi: 3 buổi")
    expect(waiting.first).to_contain_text("Chưa có mạng")
    check(page, colours=True)

    # What waits outlives the page, and the front door shows it.
    page.goto(way.address)
    expect(waiting).to_have_count(3)
    assert turns(office) == []

    signal(page, way)
    all_sent(page, 3)
    assert turns(office) == [186, 342, 1415]
    check(page)


def test_a_lost_answer_counts_once(office: Office, people: People, network: Callable[[str], Network]) -> None:
    page, way = at_form_over(network, office, people)
    way.lose_answer("PUT /api/v1/sessions/")
    log(page, LOWER, 230)
    # It is sent again by itself, under the same id.
    all_sent(page)
    assert way.lost == 1
    assert turns(office) == [230]


def test_the_servers_day_has_come_even_where_a_phones_clock_is_behind(office: Office, people: People) -> None:
    address = office.serve("--no-deliver", clock=f"{today() + timedelta(days=200)} 09:00:00")
    page = people.enter(office, LOGGER)
    open_form(page, address)
    log(page, PRIMARY, 186)
    all_sent(page)
    assert turns(office) == [186]


def arrives_unseen(office: Office, page: Page) -> str:
    """The server has what waits on the phone, with other figures, and its answer was lost; returns the id."""
    session = page.evaluate("""async () => {
        const [item] = await self.loaStore.waiting();
        await self.loaStore.update(item.id, { tried: true });
        return item.id;
    }""")
    office.run(
        "sessions", "log", "--id", session, "--unit", YOUTH_UNION, "--form", "school-session", "--place", LOWER,
        "--minutes", "45", "--level", "lower-secondary", "--turns", "lower-secondary-pupils=61", by=LOGGER)
    return session


def test_what_arrived_unseen_is_not_counted_beside_itself(
    office: Office, people: People, network: Callable[[str], Network]
) -> None:
    page, way = at_form_over(network, office, people)
    no_signal(page, way)
    log(page, LOWER, 63)
    session = arrives_unseen(office, page)
    waiting = page.locator(f"#outbox [data-session='{session}']")
    waiting.get_by_role("button", name="Sửa").click()
    expect(page.locator("#session-state")).to_contain_text("có thể đã đến máy chủ")

    signal(page, way)
    expect(waiting).to_have_attribute("data-state", "refused")
    expect(waiting).to_contain_text("Máy chủ đã có buổi này, ghi 61 lượt")
    expect(waiting.get_by_role("button", name="Gửi thành buổi mới")).to_have_count(0)
    expect(waiting.get_by_role("link", name="Sửa buổi đã ghi")).to_have_attribute("href", f"/sessions/{session}/correct")
    check(page)
    page.on("dialog", lambda dialog: dialog.accept())
    waiting.get_by_role("button", name="Giữ buổi đã ghi").click()
    all_sent(page)
    assert turns(office) == [61]


@PHONE
def test_a_second_tap_on_the_button_is_the_same_tap(office: Office, people: People) -> None:
    page, _ = at_form(office, people)
    log(page, LOWER, 61)
    page.get_by_role("button", name="Lưu").click()
    all_sent(page)
    expect(page.locator("#session-state")).to_contain_text("Đã lưu trên máy")
    assert turns(office) == [61]


@PHONE
def test_a_phone_of_some_years_ago_sends_as_well(office: Office, people: People) -> None:
    address = office.serve("--no-deliver")
    page = people.enter(office, LOGGER)
    # Safari before 16 has no word for giving up after a while.
    page.add_init_script("delete AbortSignal.timeout")
    open_form(page, address)
    log(page, LOWER, 61)
    all_sent(page)
    assert turns(office) == [61]


@PHONE
def test_a_draft_outlives_a_reload_and_a_log_in_that_ran_out(office: Office, people: People) -> None:
    page, address = at_form(office, people)
    choose_place(page, LOWER)
    count(page, 230)
    page.get_by_text("Thêm chi tiết").click()
    page.get_by_label("Ghi chú").fill("Các em hỏi nhiều về mạng xã hội.")
    office.run("users", "sign-out", LOGGER, by=ADMINISTRATOR)

    page.reload()
    expect(page.locator("#audiences .audience > input").first).to_have_value("230")
    expect(page.get_by_label("Ghi chú")).to_have_value("Các em hỏi nhiều về mạng xã hội.")
    expect(page.locator("#session-state")).to_contain_text("Phiên đăng nhập đã hết")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#outbox .waiting > li")).to_have_attribute("data-state", "log-in")
    check(page)
    assert turns(office) == []

    page.goto(address + office.link(LOGGER))
    page.locator("main form button").click()
    page.goto(f"{address}/sessions/new")
    all_sent(page)
    assert turns(office) == [230]


@PHONE
def test_yesterdays_school_and_kit_come_first_and_few_touches_are_enough(office: Office, people: People) -> None:
    yesterday = today() - timedelta(days=1)
    office.run(
        "sessions", "log", "--unit", YOUTH_UNION, "--form", "school-session", "--place-unit", "truong-thcs-thanh-xuan",
        "--place", LOWER, "--day", yesterday.isoformat(), "--minutes", "45", "--level", "lower-secondary",
        "--turns", "lower-secondary-pupils=230", "--material", "san-choi-quyen-tre-em", by=LOGGER)
    page, _ = at_form(office, people)
    place = page.locator("#quickPlace .quick-button").first
    expect(place).to_contain_text(LOWER)
    expect(place).to_contain_text("hôm qua")
    # Three touches and a number.
    place.click()
    page.locator("#quickKit .quick-button").first.click()
    expect(page.locator("#audiences .audience").first).to_contain_text("Học sinh trung học cơ sở")
    count(page, 241)
    save = page.get_by_role("button", name="Lưu")
    bar = save.bounding_box()
    assert bar["y"] + bar["height"] > page.viewport_size["height"] - 80, "the button is not where the thumb is"
    save.click()
    all_sent(page)
    assert turns(office) == [230, 241]


@PHONE
def test_photos_are_made_small_on_the_phone(office: Office, people: People) -> None:
    page, _ = at_form(office, people)
    page.locator("#f-photos").set_input_files({"name": "lop.png", "mimeType": "image/png", "buffer": picture()})
    small = page.locator("#photo-list img")
    expect(small).to_have_count(1)
    assert small.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") == 1600
    check(page)
    with page.expect_request(re.compile("/photos/")) as sent:
        log(page, LOWER, 30)
    assert sent.value.method == "PUT"
    all_sent(page)
    page.locator("#outbox summary").click()
    page.locator("#outbox .sent a").click()
    kept = page.locator(".gallery img")
    assert kept.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") == 1600
    check(page)


@PHONE
def test_what_is_not_sent_can_be_taken_away_as_a_file(
    office: Office, people: People, network: Callable[[str], Network], tmp_path: Path
) -> None:
    page, way = at_form_over(network, office, people)
    no_signal(page, way)
    log(page, LOWER, 230)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Xuất tệp JSON").click()
    taken = json.loads(Path(saved.value.path()).read_text())
    assert [one["place"] for one in taken["sessions"]] == [LOWER]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Xuất tệp CSV").click()
    table = tmp_path / "buoi.csv"
    saved.value.save_as(table)
    # The import takes it as it is.
    office.run("sessions", "import", str(table), "--unit", YOUTH_UNION, by=LOGGER)
    assert turns(office) == [230]


@PHONE
def test_the_form_is_an_app(office: Office, playwright: Playwright, size: dict[str, int]) -> None:
    # Only a browser with windows knows what can be installed.
    browser = launch(playwright, "chromium")
    page, _ = at_form(office, People(browser, size))
    keep_for_offline(page)
    devtools = page.context.new_cdp_session(page)
    found = devtools.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert (manifest["start_url"], manifest["display"]) == ("/sessions/new", "standalone")
    hindrances = [one["errorId"] for one in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    # The browsers of these tests keep nothing, and such a one installs nothing.
    assert hindrances == ["in-incognito"]
    browser.close()
