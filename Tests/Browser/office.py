"""A workspace of its own with a person for each role, its server, and a receiver for what it posts."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("LOA_PROGRAM", REPOSITORY / ".build/debug/loa"))

KEPT = REPOSITORY / ".build/furnished"

# Commands answer in English here; the pages are asked in Vietnamese.
ENVIRONMENT = {**os.environ, "LOA_LANGUAGE": "en", "TZ": "Asia/Ho_Chi_Minh"}

ADMINISTRATOR, EDITOR, APPROVER, LOGGER, CLERK = "quan-tri", "bien-tap", "duyet", "doan-vien", "van-thu"
COMMUNE, YOUTH_UNION = "xa-thanh-xuan", "doan-thanh-xuan"
COMMITTEE = "bcd-138-thanh-xuan"

# Name, role and unit of everybody but the first administrator.
PEOPLE = [
    (EDITOR, "Biên tập viên Trung tâm Văn hóa", "editor", COMMUNE),
    (APPROVER, "Phó Trưởng ban Chỉ đạo", "approver", COMMUNE),
    (LOGGER, "Cán bộ Đoàn xã", "logger", YOUTH_UNION),
    (CLERK, "Thư ký Ban Chỉ đạo", "viewer", COMMUNE),
]
# The committee's clerk sits in its standing unit, and writes its reports.
STANDING_UNIT = "ca-thanh-xuan"

# Two channels that post by themselves and one by hand.
REGISTER = """\
channels:
  - id: facebook-vh-thanh-xuan
    preset: local-receiver
    unit: vh-thanh-xuan
    name: {{vi: "Trang Văn hóa - Truyền thanh Thạnh Xuân", en: "Culture and broadcasting page, Thạnh Xuân"}}
    target: {{port: "{port}", path: "facebook"}}
    windows: [{{days: mon-sun, from: "06:00", to: "21:00"}}]
    daily_limit: 3
    enabled: true
  - id: zalo-doan-thanh-xuan
    preset: local-receiver
    unit: doan-thanh-xuan
    name: {{vi: "Zalo Đoàn xã Thạnh Xuân", en: "Zalo of the youth union, Thạnh Xuân"}}
    target: {{port: "{port}", path: "zalo"}}
    windows: [{{days: mon-sun, from: "06:00", to: "21:30"}}]
    daily_limit: 2
    enabled: true
  - id: loudspeaker-vh-thanh-xuan
    preset: loudspeaker
    unit: vh-thanh-xuan
    name: {{vi: "Loa truyền thanh xã Thạnh Xuân", en: "Loudspeakers of Thạnh Xuân"}}
    target: {{clusters: "12 cụm loa của xã"}}
    enabled: true
"""


class Running:
    """A command that goes on until it is told to stop; what it says is kept."""

    def __init__(self, arguments: list[str], ready: str, clock: str | None = None, seconds: float = 300):
        self.said: list[str] = []
        self._heard = threading.Condition()
        # In a process group of its own, for a turned clock stands in a process in between.
        self._process = subprocess.Popen(
            [*turned(clock), str(PROGRAM), *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, text=True, env=ENVIRONMENT, start_new_session=True)
        self._ended = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.ready = self.hear(ready, seconds)

    def _listen(self) -> None:
        for line in self._process.stdout:
            with self._heard:
                self.said.append(line)
                self._heard.notify_all()
        with self._heard:
            self._ended = True
            self._heard.notify_all()

    def hear(self, pattern: str, seconds: float = 300) -> re.Match[str]:
        """Waits until the command has said this, and gives what was matched."""

        def found() -> re.Match[str] | None:
            return next((match for line in self.said if (match := re.search(pattern, line))), None)

        with self._heard:
            self._heard.wait_for(lambda: found() or self._ended, seconds)
            match = found()
        if match is None:
            self.stop()
            raise AssertionError(f"never said /{pattern}/:\n{''.join(self.said)}")
        return match

    def stop(self) -> None:
        # Not the process alone is waited for, but that nobody speaks any more.
        for ending in (signal.SIGINT, signal.SIGKILL):
            if not self._listener.is_alive():
                break
            try:
                os.killpg(self._process.pid, ending)
            except ProcessLookupError:
                pass
            self._listener.join(20)
        self._process.wait()


class Receiver(Running):
    """`loa channels receive`: the outside world, on this machine."""

    def __init__(self, log: Path):
        self.log = log
        super().__init__(["channels", "receive", "--port", "0", "--log", str(log)], r"127\.0\.0\.1:(\d+)")
        self.port = int(self.ready[1])

    @property
    def requests(self) -> list[dict]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text().splitlines() if line.strip()]


class Office:
    """A folder with its server. Each test has one of its own, copied from one that was made once."""

    def __init__(self, root: Path, receiver: Receiver | None = None):
        self.root = root
        self.receiver = receiver
        self.server: Running | None = None
        self.address = ""
        self._clock: str | None = None

    # MARK: The folder

    @classmethod
    def make(cls, root: Path, receiver: Receiver) -> "Office":
        """A new workspace with the content of this repository, all of it approved, and channels to the receiver."""
        shutil.copytree(approved(), root)
        office = cls(root, receiver)
        (root / "Channels/channels.yaml").write_text(REGISTER.format(port=receiver.port))
        office.run("content", "import", by=ADMINISTRATOR)
        return office

    def furnish(self) -> None:
        """People, and all content read and approved, which takes half a minute."""
        self.run("init", str(self.root), "--name", "Xã Thạnh Xuân", "--from", str(REPOSITORY), inside=False)
        self.run("users", "add", ADMINISTRATOR, "--name", "Quản trị")
        self.run("content", "import", by=ADMINISTRATOR)
        for name, full, role, unit in PEOPLE:
            self.run("users", "add", name, "--name", full, "--role", role, "--unit", unit, by=ADMINISTRATOR)
        self.run("users", "grant", CLERK, "--role", "editor", "--unit", STANDING_UNIT, by=ADMINISTRATOR)
        self.run("content", "approve", "--all", by=APPROVER)

    def copy(self, root: Path) -> "Office":
        shutil.copytree(self.root, root)
        return Office(root, self.receiver)

    def run(self, *arguments: str, by: str | None = None, inside: bool = True, clock: str | None = None) -> str:
        """One command in this workspace; its output."""
        where = ["--workspace", str(self.root)] if inside else []
        done = subprocess.run(
            [*turned(clock), str(PROGRAM), *arguments, *where, *(["--as", by] if by else [])],
            capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL, env=ENVIRONMENT)
        assert done.returncode == 0, f"loa {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def approve(self, post: str, clock: str | None = None) -> None:
        """Somebody else reads a post that waits, and approves exactly that."""
        read = json.loads(self.run("posts", "show", post, "--json", by=APPROVER, clock=clock))
        self.run("posts", "approve", f"{post}@{read['hash']}", by=APPROVER, clock=clock)

    def approved_post(self, channel: str, moment: str, *what: str, clock: str | None = None) -> str:
        """A post of an editor that somebody approved; its short id.

        `moment` is a local time such as `2027-03-01 09:00`.
        """
        day, time = moment.split(" ")
        said = self.run(
            "posts", "create", "--channel", channel, "--day", day, "--time", time, *what, by=EDITOR, clock=clock)
        post = re.search(r"\b[0-9a-f]{8}\b", said)[0]
        self.run("posts", "submit", post, by=EDITOR, clock=clock)
        self.approve(post, clock)
        return post

    # MARK: The server

    def serve(self, *options: str, clock: str | None = None) -> str:
        """Starts the pages; their address.

        `clock` is a local time such as `2027-05-30 05:58:00`, from which this server's clock runs on.
        """
        self._clock = clock
        self.server = Running(
            ["serve", "--port", "0", "--workspace", str(self.root), *options],
            r"running at (http://127\.0\.0\.1:\d+)", clock)
        self.address = self.server.ready[1]
        return self.address

    def link(self, name: str) -> str:
        """The path of a log-in link that works once."""
        printed = self.run("users", "link", name, by=ADMINISTRATOR, clock=self._clock)
        return re.search(r"/log-in/\S+", printed)[0]

    def stop(self) -> None:
        if self.server:
            self.server.stop()
            self.server = None


def today() -> date:
    """The day it is in the workspace, which is not always that of the machine."""
    return datetime.now(timezone(timedelta(hours=7))).date()


def turned(clock: str | None) -> list[str]:
    """What stands before a command for its clock to begin at that local time and run on; time spans stay real."""
    if not clock:
        return []
    # faketime refuses to start under the number of a process that was killed before it could clear up.
    for left in Path("/dev/shm").glob("*faketime_s*_*"):
        if not Path("/proc", left.name.rpartition("_")[2]).exists():
            left.unlink(missing_ok=True)
    return ["faketime", "--exclude-monotonic", "-f", f"@{clock}"]


def approved() -> Path:
    """The folder of a furnished workspace, made once for each program and content, whoever asks first."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / state()
    with open(KEPT / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in KEPT.iterdir():
                if old.is_dir():
                    shutil.rmtree(old)
            making = KEPT / "making"
            Office(making).furnish()
            making.rename(kept)
    return kept


def state() -> str:
    """A name for the program and the content as they are now."""
    files = [PROGRAM, *sorted(path for name in ("Content", "Channels") for path in (REPOSITORY / name).rglob("*"))]
    stamps = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]


def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="loa-browser-"))
