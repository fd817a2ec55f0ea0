"""An installation of its own in a folder, served by a process of its own that a test may kill. Not a test."""

import atexit
import os
import re
import selectors
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, Final

import httpx

from tests.integration.durability.ready import run_python

OWNER: Final = "owner@example.org"
START_SECONDS: Final = 120.0
RUN: Final = "from seutu.cli.main import run; run()"
SEUTU: Final = (sys.executable, "-c", RUN)


def environment(folder: Path, **extra: str) -> dict[str, str]:
    """Return the environment of a command on the folder: no setting of this machine reaches it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SEUTU_", "DJANGO_"))}
    return {**kept, "SEUTU_DIR": str(folder), "SEUTU_LANGUAGE": "en", "PYTHONUNBUFFERED": "1", **extra}


def command(folder: Path, *arguments: str, **extra: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the program on the folder to its end."""
    return run_python(RUN, *arguments, env=environment(folder, **extra))


@cache
def _first() -> tuple[Path, str]:
    """Make the one installation of this process that others are copied from: making the tables takes long."""
    folder = Path(tempfile.mkdtemp(prefix="seutu-installation-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = command(folder / "seutu", "user", "add", OWNER)
    assert made.returncode == 0, made.stderr
    return folder / "seutu", made.stdout


def installed(folder: Path) -> str:
    """Put an installation with one owner into a folder that is not there yet; return what its first command said."""
    first, told = _first()
    shutil.copytree(first, folder)
    return told


def free_port() -> int:
    """Return a port that nobody listens to now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as held:
        return int(held.getsockname()[1])


def _work(process: int) -> float:
    """Return the seconds a process has worked, without what it waited for others on a busy machine; 0 if not told."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    fields = told.read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _heeding_interrupts() -> None:
    """Let Ctrl-C reach the server also when the tests run in a shell's background, where it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Installation:
    """A data folder with one owner, and its server when it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.server: subprocess.Popen[str] | None = None
        self.entry = installed(folder).split("/enter/")[1].strip().strip("/")
        self.cookies = httpx.Cookies()
        self.start_work: list[float] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, **extra: str) -> float:
        """Start the server and return the seconds until it answers a page."""
        begun = time.monotonic()
        with (self.folder / "server.log").open("a") as log:
            self.server = subprocess.Popen(
                [*SEUTU, "serve", "--port", str(self.port)],
                env=environment(self.folder, **extra),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
                preexec_fn=_heeding_interrupts,  # noqa: PLW1509 - one call that no thread holds a lock for
            )
        assert self.server.stdout
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.server.stdout, selectors.EVENT_READ)
            assert waiting.select(START_SECONDS), "the server does not start"
        line = self.server.stdout.readline()
        assert line.startswith(self.address), f"{line!r}: {(self.folder / 'server.log').read_text()[-2000:]}"
        with self.browser() as browser:
            assert browser.get("/fi/").status_code in {200, 302}
        self.start_work.append(_work(self.server.pid))
        return time.monotonic() - begun

    def enter(self) -> None:
        """Sign the owner in by the one-time link."""
        with self.browser() as browser:
            assert browser.get(f"/fi/enter/{self.entry}/").status_code == 302
            browser.get(self.inside(""))
            self.cookies = httpx.Cookies(browser.cookies)
        assert "sessionid" in self.cookies

    def browser(self) -> httpx.Client:
        """Return a browser; signed in after enter()."""
        return httpx.Client(base_url=self.address, cookies=self.cookies, timeout=60, trust_env=False)

    def inside(self, path: str) -> str:
        """Return an address in the workspace."""
        return f"/en/w/seutu/{path}"

    def kill(self) -> None:
        """Kill the server as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Ask the server to end; return its exit code and the seconds it took."""
        begun = time.monotonic()
        return self._end(number), time.monotonic() - begun

    def _end(self, number: int) -> int:
        assert self.server
        self.server.send_signal(number)
        code = self.server.wait(60)
        if self.server.stdout:
            self.server.stdout.close()
        self.server = None
        return code

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        with closing(sqlite3.connect(self.folder / "seutu.sqlite3", timeout=30)) as connection:
            return connection.execute(question, values).fetchall()


def posted(browser: httpx.Client, path: str, values: dict[str, Any], **more: Any) -> httpx.Response:
    """Send a form as a browser does, with its token."""
    token = browser.cookies.get("csrftoken", "")
    headers = {"Referer": f"{browser.base_url}{path}"}
    return browser.post(path, data={"csrfmiddlewaretoken": token, **values}, headers=headers, **more)


def hidden(page: str, name: str) -> str:
    """Return the value of a hidden field of a page."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    assert found, f"no field {name} on the page"
    return found[1]
