"""A workspace with its server for programs that speak to it: the JSON API, feeds, and bare sockets."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Browser"))

import office as offices  # noqa: E402
from office import ADMINISTRATOR, COMMUNE, EDITOR, Office, Receiver  # noqa: E402


# In seconds: more than an answer takes on any machine, however busy.
PATIENCE = 300


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self):
        return json.loads(self.body)


class Program:
    """A program with a token, or none."""

    def __init__(self, address: str, token: str | None):
        self.host = urlsplit(address).netloc
        self.token = token

    def ask(self, method: str, path: str, body=None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if body is not None and not isinstance(body, bytes):
            body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        found = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        connection.close()
        return found


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    folder = offices.folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def office(folder: Path) -> Iterator[Office]:
    receiver = Receiver(folder / "received.jsonl")
    office = Office.make(folder / "workspace", receiver)
    office.serve()
    yield office
    office.stop()
    receiver.stop()


def make_token(office: Office, name: str, role: str, unit: str = COMMUNE) -> str:
    said = office.run("users", "tokens", "add", name, "--role", role, "--unit", unit, by=ADMINISTRATOR)
    return re.search(r"loa_[A-Za-z0-9_-]{43}", said)[0]


@pytest.fixture(scope="session")
def writer(office: Office) -> Program:
    return Program(office.address, make_token(office, "writer", "editor"))


@pytest.fixture(scope="session")
def anybody(office: Office) -> Program:
    return Program(office.address, None)


@pytest.fixture(scope="module")
def draft(writer: Program) -> dict:
    """A post that is there; each file of tests has its own, for some of them give it up."""
    made = writer.ask("POST", "/api/v1/posts", {
        "channel": "facebook-vh-thanh-xuan", "day": "2027-06-01", "time": "08:00", "title": "Gọi 111",
        "text": "Khi trẻ em cần giúp đỡ, hãy gọi 111."})
    assert made.status == 200, made.body
    return made.json()["items"][0]


__all__ = ["ADMINISTRATOR", "COMMUNE", "EDITOR", "Answer", "Office", "Program", "make_token"]
