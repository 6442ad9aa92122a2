"""Every page there is, found from the server's own list of routes, so that none is forgotten."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import APIRequestContext, BrowserContext, Page

from office import EDITOR, ENVIRONMENT, PROGRAM, REPOSITORY, Office, Running

# Asked in this order: whoever may see a page first shows it.
ROLES = ["editor", "approver", "field logger", "clerk", "administrator"]
# Views of a page that differ enough to be pages of their own.
VIEWS = [
    "/library?q=bi+mat+khong+vui", "/library?q=khong-co-gi-nhu-the", "/library?kind=clip", "/library/nam-ngon-tay-an-toan",
    "/posts?state=in-review",
    "/posts?state=posted", "/posts?state=failed", "/posts?channel=loudspeaker-vh-thanh-xuan", "/calendar?view=week",
    "/calendar?view=list", "/calendar?day=2027-06-01", "/sessions?form=contest", "/reach?by=channel",
    "/channels/new?preset=telegram", "/settings/units?day=2024-06-01",
    "/reports?subject=bcd-138-thanh-xuan&period=2027-H1", "/reports?subject=vh-thanh-xuan&period=2027-H1",
]


@dataclass(frozen=True)
class Stop:
    """One page, and who looks at it."""

    route: str
    path: str
    role: str

    @property
    def name(self) -> str:
        plain = re.sub(r"\W+", "-", self.route if self.route != "view" else self.path).strip("-")
        return plain or "today"


class Demo(Running):
    """The filled workspace that the demo serves, with a link for each of its people."""

    def __init__(self, folder: Path):
        super().__init__(
            ["demo", "--content", str(REPOSITORY), "--directory", str(folder), "--serve", "--port", "0"],
            r"Each link works once", seconds=900)
        self.folder = folder
        self.address = self.hear(r"running at (http://127\.0\.0\.1:\d+)")[1]

    def furnish(self) -> None:
        """What the story does not make, so that its pages can be seen too: a link with its QR code."""
        Office(self.folder).run(
            "reach", "links", "add", "https://tongdai111.vn", "--title", "Áp phích ở nhà văn hóa", "--unit",
            "vh-thanh-xuan", by=EDITOR, clock="2027-07-04 08:30:00")

    def link(self, role: str) -> str:
        return self.hear(rf"{role}: (http\S+)")[1]

    def enter(self, role: str, context: BrowserContext) -> Page:
        page = context.new_page()
        page.goto(self.link(role))
        page.locator("main form button").click()
        page.wait_for_url(re.compile("/account$"))
        return page


def routes() -> list[str]:
    """The paths that are asked by GET, those with fewer varying parts first."""
    listed = subprocess.run(
        [str(PROGRAM), "routes", "--json"], capture_output=True, text=True, check=True, env=ENVIRONMENT).stdout
    paths = {row["path"] for row in json.loads(listed) if row["method"] == "GET"}
    return sorted(paths, key=lambda path: (path.count(":"), path))


def pattern(route: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\?\{[^}]*\}|:[A-Za-z]+", r"[^/]+", route.replace(".", r"\.")) + "$")


class Tour:
    """Follows the links that people see until every route has an address to show it at."""

    def __init__(self, address: str):
        self.address = address
        self.routes = [(route, pattern(route)) for route in routes()]
        self.stops: dict[str, Stop] = {}
        # Files, parts of pages, answers for programs.
        self.others: set[str] = set()

    def follow(self, role: str, request: APIRequestContext) -> None:
        """Everything one person comes to: one page of each kind, and one more of those that a view leads to."""
        ahead = ["/", *VIEWS]
        seen: set[str] = set()
        while ahead:
            path = ahead.pop(0)
            route = self.route(path)
            key = path if path in VIEWS else route
            if route is None or key in seen:
                continue
            seen.add(key)
            text = self.page(path, request)
            if text is None:
                continue
            if not text:
                self.others.add(route)
                continue
            self.stops.setdefault(key, Stop("view" if path in VIEWS else route, path, role))
            found = links(text)
            if path in VIEWS:
                found += [more for link in found for more in self.further(link, path, role, request)]
            ahead += [link for link in found if link not in ahead]

    def further(self, path: str, view: str, role: str, request: APIRequestContext) -> list[str]:
        """A second page of a kind, where a view leads to one that looks different, and what that leads to."""
        key = f"{self.route(path)} of {view}"
        if ":" not in key or key in self.stops:
            return []
        text = self.page(path, request)
        if not text:
            return []
        self.stops[key] = Stop("view", path, role)
        return links(text)

    def page(self, path: str, request: APIRequestContext) -> str | None:
        """The markup; empty for what is no page of its own, nothing for what is not there for this person."""
        answer = request.get(self.address + path, max_redirects=0)
        if answer.status != 200:
            return None
        text = answer.text() if "text/html" in answer.headers.get("content-type", "") else ""
        return text if text.lstrip().startswith("<!doctype html>") else ""

    def route(self, path: str) -> str | None:
        plain = urlsplit(path).path
        return next((route for route, form in self.routes if form.match(plain)), None)

    def forgotten(self, besides: set[str]) -> list[str]:
        """Routes that nobody came to."""
        shown = {self.route(stop.path) for stop in self.stops.values()}
        return [route for route, _ in self.routes if route not in shown | self.others | besides]


def links(text: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'(?:href|src|action)="(/[^"#]*)', text)]
