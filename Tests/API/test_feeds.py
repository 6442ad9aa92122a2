"""Calendars and news programs are fed by secret addresses, until these are revoked."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from email.utils import parsedate_to_datetime

import icalendar
import pytest

from conftest import ADMINISTRATOR, EDITOR, Office, Program

ATOM = "{http://www.w3.org/2005/Atom}"


class Browser:
    """Somebody who is logged in, without a browser: the cookie and the token of the forms."""

    def __init__(self, office: Office, name: str):
        self._program = Program(office.address, None)
        link = office.link(name)
        entered = self._program.ask("POST", link, b"", Content_Type="application/x-www-form-urlencoded")
        assert entered.status == 303, entered
        self._cookie = entered.headers["set-cookie"].split(";")[0]
        self._csrf = self._program.ask("GET", "/api/v1/me", Cookie=self._cookie).json()["csrf"]

    def send(self, path: str, form: str) -> str:
        answer = self._program.ask(
            "POST", path, f"{form}&csrf={self._csrf}".encode(), Cookie=self._cookie,
            Content_Type="application/x-www-form-urlencoded")
        assert answer.status in (200, 303), answer
        return answer.body.decode()

    def page(self, path: str) -> str:
        return self._program.ask("GET", path, Cookie=self._cookie).body.decode()


@pytest.fixture(scope="module")
def browser(office: Office, draft: dict) -> Browser:
    return Browser(office, EDITOR)


def make(browser: Browser, kind: str) -> str:
    return re.search(rf"/feeds/[A-Za-z0-9_-]{{43}}\.{'ics' if kind == 'calendar' else 'atom'}",
                     browser.send("/calendar/feeds", f"kind={kind}"))[0]


def test_the_calendar_is_one_that_programs_read(browser: Browser, anybody: Program, draft: dict):
    path = make(browser, "calendar")
    answer = anybody.ask("GET", path)
    assert answer.status == 200 and answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.body.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(answer.body)
    assert calendar.errors == [] and calendar["VERSION"] == "2.0" and "PRODID" in calendar
    events = list(calendar.walk("VEVENT"))
    mine = [event for event in events if draft["id"] in str(event["UID"])]
    # What nobody has approved yet says only that it is there.
    assert len(mine) == 1 and "chưa duyệt" in str(mine[0]["SUMMARY"]) and b"Khi tr" not in answer.body
    assert mine[0]["DTSTART"].dt == datetime.fromisoformat("2027-06-01T08:00:00+07:00")
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all("DTSTAMP" in event for event in events)
    again = anybody.ask("GET", path, If_None_Match=answer.headers["etag"])
    assert again.status == 304 and again.body == b""


def test_the_news_feed_is_well_formed(browser: Browser, anybody: Program):
    answer = anybody.ask("GET", make(browser, "atom"))
    assert answer.status == 200 and answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert parsedate_to_datetime(answer.headers["last-modified"])
    feed = ElementTree.fromstring(answer.body)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1, name
    for entry in feed.findall(f"{ATOM}entry"):
        assert all(entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))


def test_a_revoked_address_is_as_if_it_had_never_been(browser: Browser, anybody: Program):
    path = make(browser, "calendar")
    assert anybody.ask("GET", path).status == 200
    for feed in re.findall(r'name="feed" value="([0-9a-f-]{36})"', browser.page("/calendar/feeds")):
        browser.send("/calendar/feeds/revoke", f"feed={feed}")
    gone, never = anybody.ask("GET", path), anybody.ask("GET", "/feeds/" + "A" * 43 + ".ics")
    assert gone.status == never.status == 404
    assert gone.body == never.body


def test_a_code_opens_only_the_kind_it_was_made_for(browser: Browser, anybody: Program):
    path = make(browser, "calendar")
    assert anybody.ask("GET", path.replace(".ics", ".atom")).status == 404


def test_feeds_rest_while_their_maker_is_disabled(office: Office, anybody: Program):
    browser = Browser(office, EDITOR)
    path = make(browser, "calendar")
    office.run("users", "disable", EDITOR, by=ADMINISTRATOR)
    assert anybody.ask("GET", path).status == 404
    office.run("users", "enable", EDITOR, by=ADMINISTRATOR)
    assert anybody.ask("GET", path).status == 200
