"""Runs a command of the program that ends by kill -9 at its n-th step: an SQL statement or a change of a file. No test.

The steps of a whole run are counted first, so that a trial may choose any of them.
"""

import signal
import subprocess
from pathlib import Path
from typing import Final

from tests.integration.durability.installation import environment
from tests.integration.durability.ready import run_python

PROGRAM: Final = """
import atexit, hmac, os, signal, sys, zipfile
import django.db.backends.sqlite3.base as base

at, told, folder, count = int(os.environ["KILL_AT"]), os.environ["KILL_COUNT"], os.environ["KILL_FOLDER"], 0
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "sqlite3.connect"}

def step():
    global count
    count += 1
    if count == at:
        os.kill(os.getpid(), signal.SIGKILL)

def heard(event, arguments):
    opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if (event in CHANGES or opened) and str(arguments[0]).startswith(folder):
        step()

def counted(work):
    def run(*arguments, **named):
        step()
        return work(*arguments, **named)
    return run

for owner, name in (
    (base.SQLiteCursorWrapper, "execute"),
    (base.SQLiteCursorWrapper, "executemany"),
    (zipfile._ZipWriteFile, "write"),
    (zipfile.ZipFile, "writestr"),
    (hmac, "new"),
    (os, "fsync"),
):
    setattr(owner, name, counted(getattr(owner, name)))
sys.addaudithook(heard)
if not at:
    atexit.register(lambda: open(told, "w").write(str(count)))
from seutu.cli.main import run
run()
"""


def _run(folder: Path, at: int, *arguments: str, **extra: str) -> "subprocess.CompletedProcess[str]":
    told = {"KILL_AT": str(at), "KILL_COUNT": str(_count_file(folder)), "KILL_FOLDER": str(folder.parent)}
    return run_python(PROGRAM, *arguments, env=environment(folder, **told, **extra))


def _count_file(folder: Path) -> Path:
    return folder.parent.with_name(f"{folder.parent.name}.steps")


def steps_of(folder: Path, *arguments: str, **extra: str) -> int:
    """Run the command to its end and return how many steps it took."""
    done = _run(folder, 0, *arguments, **extra)
    assert done.returncode == 0, done.stderr
    return int(_count_file(folder).read_text())


def killed_at(step: int, folder: Path, *arguments: str, **extra: str) -> bool:
    """Run the command until its step; return whether it came that far (a run may take a few steps less)."""
    done = _run(folder, step, *arguments, **extra)
    assert done.returncode in {-signal.SIGKILL, 0}, done.stderr
    return done.returncode != 0
