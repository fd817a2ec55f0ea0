"""A database of every version so far is brought to this one: no row is lost, no value changes, the chain holds.

`python -m tests.integration.durability.released VERSION` writes the dump of the version at hand before it is released.
"""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.integration.durability.installation import command, environment
from tests.integration.durability.released import FIXTURES, KEY

pytestmark = pytest.mark.own_installation

DUMPS = sorted(FIXTURES.glob("*.sql"))


def _rows(path: Path) -> dict[str, tuple[list[str], set[tuple[Any, ...]]]]:
    with closing(sqlite3.connect(path)) as held:
        names = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _table(held, name) for name in names if not name.startswith("sqlite_")}


def _table(held: sqlite3.Connection, name: str) -> tuple[list[str], set[tuple[Any, ...]]]:
    rows = held.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a name the database told
    return [column[0] for column in rows.description], set(rows.fetchall())


def test_there_is_a_dump_of_the_first_version() -> None:
    assert "0.1.0" in {path.stem for path in DUMPS}


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_an_upgrade_loses_nothing(dump: Path, tmp_path: Path) -> None:
    folder, report = tmp_path / "seutu", tmp_path / "report.json"
    folder.mkdir()
    path = folder / "seutu.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(dump.read_text(encoding="utf-8"))
    before = _rows(path)
    assert len(before["register_actor"][1]) == 12
    done = command(folder, "upgrade", "--json", str(report), SEUTU_SECRET_KEY=KEY)
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(report.read_text(encoding="utf-8"))
    assert bool(told["backup"]) == bool(told["steps"])
    after = _rows(path)
    for table, (columns, rows) in before.items():
        if table == "django_migrations" or not rows:
            continue
        assert table in after
        places = [after[table][0].index(column) for column in columns]
        kept = {tuple(row[place] for place in places) for row in after[table][1]}
        assert rows <= kept, table
    again = command(folder, "upgrade", SEUTU_SECRET_KEY=KEY)
    assert "Nothing was changed" in again.stdout


def test_any_command_backs_up_before_it_brings_an_old_database_here(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as made:
        made.executescript(DUMPS[0].read_text(encoding="utf-8"))
    done = command(folder, "export", str(tmp_path / "export"), SEUTU_SECRET_KEY=KEY)
    assert (done.returncode, done.stderr) == (0, "")
    kept = list((folder / "backups").glob("before-*.zip"))
    assert len(kept) == 1
    back = command(tmp_path / "old", "restore", str(kept[0]), SEUTU_SECRET_KEY=KEY)
    assert back.returncode == 0, back.stderr
    command(folder, "export", str(tmp_path / "again"), SEUTU_SECRET_KEY=KEY)
    assert list((folder / "backups").glob("before-*.zip")) == kept


def test_tables_whose_making_was_cut_off_are_finished_without_a_backup(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "contenttypes", "--verbosity", "0"],
        env=environment(folder, DJANGO_SETTINGS_MODULE="seutu.config.settings"),
        check=True,
    )
    told = command(folder, "upgrade")
    assert (told.returncode, told.stderr) == (0, "")
    assert "The database is made" in told.stdout
    assert not (folder / "backups").exists()
    assert command(folder, "user", "add", "owner@example.org").returncode == 0


def test_steps_are_taken_all_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    path = folder / "seutu.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE jobs_job (in_the_way INTEGER)")
    stopped = command(folder, "upgrade")
    assert stopped.returncode == 2
    assert "could not be made" in stopped.stderr
    assert set(_rows(path)) == {"jobs_job"}
    with closing(sqlite3.connect(path)) as made:
        made.execute("DROP TABLE jobs_job")
    assert command(folder, "upgrade").returncode == 0


def test_an_upgrade_that_fails_leaves_the_old_data_as_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    path = folder / "seutu.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(DUMPS[0].read_text(encoding="utf-8"))
        made.execute("CREATE TABLE programmes_event (in_the_way INTEGER)")
    before = _rows(path)
    stopped = command(folder, "upgrade", SEUTU_SECRET_KEY=KEY)
    assert stopped.returncode == 2
    assert "Nothing was changed" in stopped.stderr
    assert _rows(path) == before
    (kept,) = (folder / "backups").glob("before-*.zip")
    assert str(kept) in stopped.stderr


def test_a_folder_without_data_is_not_backed_up(tmp_path: Path) -> None:
    done = command(tmp_path / "mistyped", "backup", str(tmp_path / "backup.zip"))
    assert done.returncode == 2
    assert "holds no data yet" in done.stderr
    assert not list(tmp_path.glob("*.zip"))


def test_a_broken_chain_tells_the_way_back(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as made:
        made.executescript(DUMPS[0].read_text(encoding="utf-8"))
        made.execute("UPDATE records_activity SET note = 'edited' WHERE sequence = 1")
        made.commit()
    done = command(folder, "upgrade", SEUTU_SECRET_KEY=KEY)
    assert done.returncode == 2
    assert "seutu restore" in done.stderr
    assert "Traceback" not in done.stderr
