"""A move to the other database: the tables that one wrote are the tables that the other reads, history and all."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.backups.archive import Manifest, key_inside, unpack
from seutu.apps.jobs.backups.database import tables_put_back
from seutu.apps.jobs.backups.lines import models
from seutu.core.problems import InputProblem
from tests.integration.durability.installation import command, installed
from tests.integration.factories import make_workspace

ON_SQLITE = "sqlite" in settings.DATABASES["default"]["ENGINE"]
PASSING = {"django_session", "accounts_entryticket"}
ACTORS = 'name,founded,description\nVerstas,2001-05-04,"Åbo \\ ”x” \u2028"\nTalli,2002-06-05,\n'
CONTACTS = "name,actor,email\nYksi Testinen,Verstas,yksi@esimerkki.example\n"
PROJECTS = "name,granted\nHanke,1234.50\n"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder on SQLite: an owner, records with a history, an attached file."""
    room = tmp_path_factory.mktemp("moving")
    folder = room / "old"
    installed(folder)
    for kind, content in (("actors", ACTORS), ("contacts", CONTACTS), ("projects", PROJECTS)):
        sheet = room / f"{kind}.csv"
        sheet.write_text(content, encoding="utf-8")
        _done(folder, "import", str(sheet), "--kind", kind)
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files" / "memo.txt").write_text("memo", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def taken(old: Path) -> Path:
    """Return its backup as tables."""
    file = old.parent / "tables.zip"
    _done(old, "backup", str(file), "--tables", "--with-secrets")
    return file


def _asked(folder: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as held:
        return held.execute(question).fetchall()


def _rows(folder: Path) -> dict[str, list[str]]:
    """Return the rows of every table, JSON with its keys in order: PostgreSQL keeps its own."""
    return {
        table: sorted(repr([_plain(value) for value in row]) for row in _asked(folder, f'SELECT * FROM "{table}"'))  # noqa: S608
        for table in set(models()) - PASSING
    }


def _plain(value: Any) -> Any:
    is_json = isinstance(value, str) and value[:1] in {"{", "["}
    return json.dumps(json.loads(value), sort_keys=True) if is_json else value


def _done(folder: Path, *arguments: str, **extra: str) -> None:
    done = command(folder, *arguments, **extra)
    assert done.returncode == 0, done.stderr


@pytest.mark.own_installation
def test_tables_of_sqlite_come_back_as_they_were(old: Path, taken: Path, tmp_path: Path) -> None:
    new, report, more = tmp_path / "new", tmp_path / "report.json", tmp_path / "more.csv"
    _done(new, "restore", str(taken), "--json", str(report))
    assert json.loads(report.read_text(encoding="utf-8"))["engine"] == "tables"
    assert _rows(new) == _rows(old)
    assert (new / "files" / "memo.txt").read_text(encoding="utf-8") == "memo"
    assert not list(new.glob(".resto*"))
    more.write_text("name\nUusi\n", encoding="utf-8")
    _done(new, "import", str(more), "--kind", "actors")


@pytest.fixture
def unpacked(taken: Path, tmp_path: Path) -> tuple[Path, Manifest]:
    out = tmp_path / "out"
    key = key_inside(taken)
    assert key
    return out, unpack(taken, out, key=key)


def test_the_tables_of_another_version_are_refused(transactional_db: None, unpacked: tuple[Path, Manifest]) -> None:
    workspace = make_workspace("Seutu")
    folder, manifest = unpacked
    manifest.migrations.pop()
    with pytest.raises(InputProblem, match="by the version that made it"), tables_put_back(folder, manifest):
        pass
    assert Workspace.objects.get() == workspace


def test_a_row_that_the_database_cannot_hold_stops_the_whole(
    transactional_db: None, unpacked: tuple[Path, Manifest]
) -> None:
    workspace = make_workspace("Seutu")
    folder, manifest = unpacked
    lines = folder / "database" / "accounts_workspace.jsonl"
    lines.write_text(lines.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(InputProblem, match="accounts_workspace"), tables_put_back(folder, manifest):
        pass
    assert Workspace.objects.get() == workspace


@pytest.fixture
def server(transactional_db: None) -> Iterator[str]:
    """Make an empty database on the server of this run, and yield its URL."""
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS moved")
        cursor.execute("CREATE DATABASE moved")
    told = connection.settings_dict
    yield f"postgresql://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/moved"
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE moved WITH (FORCE)")


@pytest.mark.skipif(ON_SQLITE, reason="a move to PostgreSQL")
def test_an_office_moves_to_postgresql_and_back(old: Path, taken: Path, server: str, tmp_path: Path) -> None:
    plain, report = tmp_path / "plain.zip", tmp_path / "report.json"
    _done(old, "backup", str(plain))
    refused = command(old, "restore", str(plain), SEUTU_DATABASE_URL=server)
    assert (refused.returncode, "--tables" in refused.stderr) == (2, True)
    _done(old, "restore", str(taken), "--json", str(report), SEUTU_DATABASE_URL=server)
    ((head,),) = _asked(old, "SELECT head_digest FROM accounts_workspace")
    assert [each["head"] for each in json.loads(report.read_text(encoding="utf-8"))["workspaces"]] == [head]
    again = command(old, "restore", str(taken), SEUTU_DATABASE_URL=server)
    assert (again.returncode, "--replace" in again.stderr) == (2, True)
    _done(old, "restore", str(taken), "--replace", SEUTU_DATABASE_URL=server)

    back, returned = tmp_path / "back.zip", tmp_path / "returned"
    _done(old, "backup", str(back), "--with-secrets", SEUTU_DATABASE_URL=server)
    _done(returned, "restore", str(back))
    assert _rows(returned) == _rows(old)

    more, out = tmp_path / "more.csv", tmp_path / "out"
    more.write_text("name\nUusi\n", encoding="utf-8")
    _done(old, "user", "add", "second@example.org", SEUTU_DATABASE_URL=server)
    _done(old, "import", str(more), "--kind", "actors", SEUTU_DATABASE_URL=server)
    _done(old, "export", str(out), SEUTU_DATABASE_URL=server)
    with (out / "actors.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["name"] for row in csv.DictReader(stream)} == {"Verstas", "Talli", "Uusi"}
