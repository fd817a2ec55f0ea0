"""kill -9 of import, backup, restore and upgrade at any step: nothing half is left, and the same command finishes it.

One step of each act by default, a hundred of each with SEUTU_SOAK (a tenth of them with SEUTU_SOAK=tenth).
"""

import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings

from seutu.apps.jobs.backups.archive import unpack
from tests.integration.durability.installation import command, installed
from tests.integration.durability.killing import killed_at, steps_of
from tests.integration.durability.released import FIXTURES, KEY

ROWS: Final = 60
TRIALS: Final = 100
HOURS: Final = 7200
needs_kill = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not there")
ENGINE: Final[Any] = settings.DATABASES["default"]["ENGINE"]
sqlite_only = pytest.mark.skipif("sqlite" not in ENGINE, reason="commands on a file")
pytestmark = [needs_kill, sqlite_only]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an installation that nobody uses, to be copied: an owner, two actors, an attached file, statistics."""
    folder = tmp_path_factory.mktemp("template") / "seutu"
    installed(folder)
    _bring(folder, "Before", 2)
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files" / "state.txt").write_text("before")
    return folder


def _sheet(folder: Path, word: str, rows: int) -> Path:
    file = folder.parent / f"{word}.csv"
    file.write_text("name,founded\n" + "".join(f"{word} {n},2001-05-04\n" for n in range(rows)))
    return file


def _bring(folder: Path, word: str, rows: int) -> None:
    done = command(folder, "import", str(_sheet(folder, word, rows)), "--kind", "actors")
    assert done.returncode == 0, done.stderr


def _copy(template: Path, into: Path) -> Path:
    shutil.copytree(template, into / "seutu")
    return into / "seutu"


def _names(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as held:
        assert held.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert held.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [name for (name,) in held.execute("SELECT name FROM register_actor")]
    assert len(names) == len(set(names))
    return set(names)


def _holds(folder: Path, **extra: str) -> None:
    """Check what stands as the next start would: the chains hold, and nothing is left to do."""
    done = command(folder, "upgrade", **extra)
    assert (done.returncode, done.stderr) == (0, "")


Trial = Callable[[Path, Path, int], None]


def _each_step(template: Path, tmp_path: Path, numbers: list[int], steps: int, trial: Trial) -> None:
    """Kill once in every tenth or hundredth part of the run, at a step drawn in it."""
    for number in numbers:
        place = random.Random(number).random()
        step = 1 + int((number + place) / TRIALS * (steps - 1))
        room = tmp_path / f"{number}"
        room.mkdir()
        trial(template, room, step)
        shutil.rmtree(room)


def _few(request: pytest.FixtureRequest) -> list[int]:
    """Return one trial of this run; in every second run a late one, where the last moves are made."""
    seed = f"{request.config.getoption('randomly_seed', default=0)} {request.node.nodeid}"
    dice = random.Random(seed)
    return [dice.choice([dice.randrange(TRIALS), dice.randrange(TRIALS - 10, TRIALS)])]


def _import_killed(template: Path, room: Path, step: int) -> None:
    folder = _copy(template, room)
    before = _names(folder)
    arguments = ("import", str(_sheet(folder, "Import", ROWS)), "--kind", "actors")
    killed_at(step, folder, *arguments)
    brought = _names(folder) - before
    assert len(brought) in {0, ROWS}
    _holds(folder)
    assert command(folder, *arguments).returncode == 0
    assert len(_names(folder) - before) == ROWS


def _backup_killed(template: Path, room: Path, step: int) -> None:
    folder, file = _copy(template, room), room / "backup.zip"
    before = _names(folder)
    killed_at(step, folder, "backup", str(file))
    assert _names(folder) == before
    if file.exists():
        _is_whole(file, folder, room / "first")
    _leave_for_hours(room)
    done = command(folder, "backup", str(file))
    assert done.returncode == 0, done.stderr
    _is_whole(file, folder, room / "second")
    assert not [each for each in room.iterdir() if each.name.startswith(".")], "a draft is left beside the backup"


def _is_whole(file: Path, folder: Path, into: Path) -> None:
    into.mkdir()
    unpack(file, into, key=(folder / "secret.key").read_text().strip())


def _leave_for_hours(room: Path) -> None:
    """Let the drafts of a killed backup look two hours old."""
    for draft in room.glob(".backup-*"):
        for path in (draft, *draft.rglob("*")):
            at = path.stat().st_mtime - HOURS
            os.utime(path, (at, at))


def _restore_killed(template: Path, room: Path, step: int) -> None:
    folder, file = _copy(template, room), room / "backup.zip"
    assert command(folder, "backup", str(file)).returncode == 0
    old = _names(folder)
    _bring(folder, "After", 3)
    (folder / "files" / "state.txt").write_text("after")
    new = _names(folder)
    killed_at(step, folder, "restore", str(file), "--replace")
    standing = _names(folder)
    assert standing in (old, new)
    _holds(folder)
    assert (folder / "files" / "state.txt").read_text() == ("before" if standing == old else "after")
    done = command(folder, "restore", str(file), "--replace")
    assert done.returncode == 0, done.stderr
    assert _names(folder) == old
    assert (folder / "files" / "state.txt").read_text() == "before"
    assert not [each for each in folder.iterdir() if each.name.startswith(".rest")]


def _first_restore_killed(template: Path, room: Path, step: int) -> None:
    """Restore into an empty folder: when the database is there, so is the key its chains are signed with."""
    folder, file, key = room / "seutu", room / "backup.zip", template / "secret.key"
    assert command(template, "backup", str(file)).returncode == 0
    killed_at(step, folder, "restore", str(file), "--key-file", str(key))
    if (folder / "seutu.sqlite3").exists():
        assert _names(folder) == _names(template)
        _holds(folder)
        assert (folder / "secret.key").read_text() == key.read_text()
        assert (folder / "files" / "state.txt").read_text() == "before"
    done = command(folder, "restore", str(file), "--key-file", str(key), "--replace")
    assert done.returncode == 0, done.stderr
    assert _names(folder) == _names(template)
    _holds(folder)


def _older(room: Path) -> Path:
    """Return the data of the first version."""
    folder = room / "seutu"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as made:
        made.executescript((FIXTURES / "0.1.0.sql").read_text(encoding="utf-8"))
    return folder


def _upgrade_killed(template: Path, room: Path, step: int) -> None:
    folder = _copy(template, room)
    before = _names(folder)
    killed_at(step, folder, "upgrade", SEUTU_SECRET_KEY=KEY)
    assert _names(folder) == before
    for file in (folder / "backups").glob("*.zip"):
        into = room / file.stem
        into.mkdir()
        unpack(file, into, key=KEY)
    done = command(folder, "upgrade", SEUTU_SECRET_KEY=KEY)
    assert (done.returncode, done.stderr) == (0, "")
    assert _names(folder) == before
    assert "Nothing was changed" in command(folder, "upgrade", SEUTU_SECRET_KEY=KEY).stdout


def _birth_killed(template: Path, room: Path, step: int) -> None:
    """The first command of all: the tables are being made."""
    folder = room / "seutu"
    killed_at(step, folder, "user", "add", "owner@example.org")
    done = command(folder, "user", "add", "owner@example.org")
    assert done.returncode == 0, done.stderr
    assert _names(folder) == set()
    _holds(folder)


def _case(name: str, template: Path, room: Path) -> tuple[Path, int, Trial]:
    """Return what an act starts from, how many steps it takes, and its trial."""
    room.mkdir()
    if name == "import":
        folder = _copy(template, room)
        arguments = ("import", str(_sheet(folder, "Import", ROWS)), "--kind", "actors")
        return template, steps_of(folder, *arguments), _import_killed
    if name == "backup":
        return template, steps_of(_copy(template, room), "backup", str(room / "b.zip")), _backup_killed
    if name == "restore":
        folder = _copy(template, room)
        assert command(folder, "backup", str(room / "b.zip")).returncode == 0
        return template, steps_of(folder, "restore", str(room / "b.zip"), "--replace"), _restore_killed
    if name == "first restore":
        assert command(template, "backup", str(room / "b.zip")).returncode == 0
        arguments = ("restore", str(room / "b.zip"), "--key-file", str(template / "secret.key"))
        return template, steps_of(room / "seutu", *arguments), _first_restore_killed
    if name == "upgrade":
        older = _older(room)
        (room / "counted").mkdir()
        return older, steps_of(_copy(older, room / "counted"), "upgrade", SEUTU_SECRET_KEY=KEY), _upgrade_killed
    return template, steps_of(room / "seutu", "user", "add", "owner@example.org"), _birth_killed


ACTS: Final = ("import", "backup", "restore", "first restore", "upgrade", "first start")


@pytest.mark.parametrize("act", ACTS)
def test_a_killed_command_leaves_nothing_half(
    act: str, template: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    start, steps, trial = _case(act, template, tmp_path / "whole")
    assert steps > 10, steps
    _each_step(start, tmp_path, _few(request), steps, trial)


@pytest.mark.soak(whole=True)
@pytest.mark.parametrize("act", ACTS)
def test_commands_killed_a_hundred_times_leave_nothing_half(
    act: str, template: Path, tmp_path: Path, trials: Callable[[int], list[int]]
) -> None:
    start, steps, trial = _case(act, template, tmp_path / "whole")
    _each_step(start, tmp_path, trials(TRIALS), steps, trial)
