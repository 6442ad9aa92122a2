"""The API does what its description says, whatever it is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from conftest import PATIENCE, Office, Program

# A run of its whole description takes about half a minute on two cores.
LONGEST = 1800

SESSION = {
    "unit": "doan-thanh-xuan", "day": "2026-05-18", "form": "club-meeting", "minutes": 30, "place": "Nhà văn hóa",
    "attendance": [{"audience": "parents", "turns": 12}]}

# Real things, so that the checks get past “there is none”.
CONFIGURATION = """\
[parameters]
"path.post" = "{post}"
"path.material" = "nam-ngon-tay-an-toan"
"path.subject" = "bcd-138-thanh-xuan"
"path.period" = "2027-H1"
"path.indicator" = "turns-attended"
"path.unit" = "doan-thanh-xuan"
"path.session" = "{session}"
"query.unit" = "xa-thanh-xuan"

# What is well formed and yet names nothing that is here is 422 (RFC 9110, section 15.5.21).
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "422", "429"]
"""


def test_the_description_is_well_formed(anybody: Program):
    answer = anybody.ask("GET", "/api/v1/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    OpenAPIV31SpecValidator(answer.json()).validate()


def test_every_operation_keeps_to_the_description(office: Office, writer: Program, draft: dict, tmp_path: Path):
    configuration = tmp_path / "schemathesis.toml"
    session = "0196f000-0000-7000-8000-00000000000a"
    logged = writer.ask("PUT", f"/api/v1/sessions/{session}", SESSION)
    assert logged.status == 201, logged.body
    configuration.write_text(CONFIGURATION.format(post=draft["id"], session=session))
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(configuration), "run",
        f"{office.address}/api/v1/openapi.json", "--header", f"Authorization: Bearer {writer.token}",
        "--seed", "111", "--max-examples", "8", "--generation-deterministic", "--continue-on-failure",
        "--warnings", "off", "--no-color", "--request-timeout", str(PATIENCE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def test_the_workspace_is_whole_afterwards(office: Office, writer: Program):
    assert writer.ask("GET", "/api/v1/units").status == 200
    office.run("audit", "verify")


def test_a_write_is_done_once_for_its_key(writer: Program):
    paths = [
        ("POST", "/api/v1/holds", {"scope": "channel zalo-doan-thanh-xuan", "reason": "Xem lại"}),
        ("PUT", "/api/v1/sessions/0196f000-0000-7000-8000-000000000001", {**SESSION, "day": "2026-05-19"})]
    for method, path, body in paths:
        first, again = (writer.ask(method, path, body, Idempotency_Key=f"key-{method}") for _ in range(2))
        assert (first.status, first.body) == (again.status, again.body), (first, again)
        assert first.status in (200, 201)
        other = writer.ask(method, path, {**body, "reason": "Khác", "place": "Khác"}, Idempotency_Key=f"key-{method}")
        assert other.status == 409 and other.headers["content-type"] == "application/problem+json"
        assert {"type", "title", "status", "detail"} <= other.json().keys()
