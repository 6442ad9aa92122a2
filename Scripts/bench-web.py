"""Measures the pages on a workspace of a province's size: python3 Scripts/bench-web.py PROGRAM [WORKSPACE]"""

from __future__ import annotations

import http.client
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "Tests/Browser"))

LISTS = """/ /library /library?q=tre+em /library?kind=poster&state=approved /plans /observances /campaigns /calendar
/calendar?view=week /calendar?view=list /posts /posts?state=missed /posts?q=so+17 /sessions
/sessions?unit=bcd-138-thanh-xuan /sessions?form=school-session /reach /reports /channels /holds /calendar/feeds""".split()
REPORT = "/reports?subject=bcd-138-thanh-xuan&period={year}-H1"
ROWS = "/reports/rows?subject=bcd-138-thanh-xuan&period={year}-H1&indicator=sessions-held"
CONNECTIONS, PAUSE, SECONDS = 10, 185, 30


def run(program: str, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, env=os.environ | {"LOA_LANGUAGE": "en"})
    if done.returncode != 0:
        sys.exit(f"loa {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
    return done.stdout + done.stderr


class Server:
    """The program serving a workspace."""

    def __init__(self, program: str, workspace: Path, *options: str):
        self._process = subprocess.Popen(
            [program, "serve", "--port", "0", "--workspace", str(workspace), *options], stderr=subprocess.STDOUT,
            stdout=subprocess.PIPE, text=True, env=os.environ | {"LOA_LANGUAGE": "en"})
        said = next(line for line in self._process.stdout if "running at" in line)
        self.port = int(re.search(r":(\d+)", said)[1])

    def ask(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.length_read = len(answer.read())
        connection.close()
        return answer

    def memory(self) -> tuple[int, int]:
        """Resident now and at most, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) // 1000 for name in ("VmRSS", "VmHWM"))

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


def wrk(server: Server, header: str, value: str, **environment: str) -> None:
    done = subprocess.run(
        ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(REPOSITORY / "Scripts/bench-web.lua"),
         f"http://127.0.0.1:{server.port}/"], capture_output=True, text=True,
        env=os.environ | {"LOA_HEADER": header, "LOA_VALUE": value, "LOA_PAUSE": str(PAUSE), **environment})
    found = re.search(r"FIGURES (\S+) (\S+) (\S+) (\S+) (\d+)", done.stdout)
    if not found:
        sys.exit(done.stdout + done.stderr)
    rate, median, late, slowest, failed = found.groups()
    print(f"  {rate} requests/s: median {median} ms, 99th percentile {late} ms, slowest {slowest} ms, {failed} failed")
    for line in done.stderr.splitlines()[:3]:
        print(f"  ! {line}")


def pages(server: Server, cookie: str) -> list[str]:
    """Each page five times alone; what it takes, the slowest first."""
    year = date.today().year
    paths = LISTS + [REPORT.format(year=year), ROWS.format(year=year)]
    times: dict[str, float] = {}
    for path in paths:
        taken = []
        for _ in range(5):
            start = time.perf_counter()
            answer = server.ask("GET", path, {"Cookie": cookie})
            taken.append((time.perf_counter() - start) * 1000)
            if answer.status != 200:
                print(f"  ! {path}: {answer.status}")
        times[path] = statistics.median(taken)
    for path, taken in sorted(times.items(), key=lambda entry: -entry[1]):
        print(f"  {taken:8.1f} ms  {path}")
    return paths


def days_gone(count: int = 300) -> str:
    """The last days: a unit holds a few sessions a day, and each is compared with those of its day."""
    return " ".join(str(date.today() - timedelta(days=ago)) for ago in range(count))


def idle_connections(program: str, count: int = 1000) -> None:
    """Whether a post leaves on time while so many connections are open and silent."""
    os.environ["LOA_PROGRAM"] = program
    import office as offices
    # At whatever hour this is measured, the channel posts.
    offices.REGISTER = re.sub(r"    windows: .*\n", "", offices.REGISTER)
    folder = offices.folder()
    receiver = offices.Receiver(folder / "received.jsonl")
    office = offices.Office.make(folder / "workspace", receiver)
    office.serve()
    port = int(office.address.rsplit(":", 1)[1])
    silent = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(count)]
    try:
        moment = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).replace(second=0, microsecond=0) + timedelta(minutes=2)
        office.approved_post(
            "facebook-vh-thanh-xuan", moment.strftime("%Y-%m-%d %H:%M"), "--title", "111", "--text", "Gọi 111")
        due = moment.timestamp()
        while not receiver.requests and time.time() < due + 60:
            time.sleep(0.05)
        late = time.time() - due
        answers = len(receiver.requests)
        print(f"  {count} idle connections: {answers} post went out, {late:.2f} s after its moment")
    finally:
        for connection in silent:
            connection.close()
        office.stop()
        receiver.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    program = sys.argv[1]
    workspace = Path(sys.argv[2]) if len(sys.argv) > 2 else REPOSITORY / ".build/bench-workspace"
    if not (workspace / "loa.yaml").exists():
        subprocess.run(
            [program, "bench", "workspace", str(workspace), "--content", str(REPOSITORY)], check=True)
        run(program, "users", "add", "editor", "--name", "Editor", "--role", "editor", "--as", "bench",
            "--workspace", str(workspace))
        run(program, "users", "add", "clerk", "--name", "Clerk", "--role", "viewer", "--unit", "xa-thanh-xuan", "--as",
            "bench", "--workspace", str(workspace))
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, {date.today()}, release build")
    server = Server(program, workspace, "--no-deliver")
    try:
        token = re.search(r"loa_[\w-]{43}", run(
            program, "users", "tokens", "add", f"bench-{time.time_ns()}", "--role", "logger", "--as", "bench",
            "--workspace", str(workspace)))[0]
        for name in ("editor", "clerk"):
            link = re.search(r"/log-in/\S+", run(
                program, "users", "link", name, "--as", "bench", "--workspace", str(workspace)))[0]
            cookie = server.ask("POST", link, {}).getheader("Set-Cookie").split(";")[0]
            print(f"each page alone, as {name} (median of 5):")
            paths = pages(server, cookie)
            print(f"all of them, {CONNECTIONS} connections, {SECONDS} s:")
            wrk(server, "Cookie", cookie, LOA_PATHS=" ".join(paths))
            print("  memory: {} MB resident, {} MB at most".format(*server.memory()))
        print("sessions logged, each on the disk before it is answered:")
        wrk(server, "Authorization", f"Bearer {token}", LOA_UNIT="doan-thanh-xuan", LOA_DAYS=days_gone())
        print("memory: {} MB resident, {} MB at most".format(*server.memory()))
    finally:
        server.stop()
    print("delivery:")
    idle_connections(program)


if __name__ == "__main__":
    main()
