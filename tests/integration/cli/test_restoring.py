"""A restore of an old backup does not bring back the people who were erased after it was made."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from seutu.apps.register.privacy_marks import MARKER
from tests.integration.durability.installation import command, installed

pytestmark = pytest.mark.own_installation


def _done(folder: Path, *arguments: str) -> None:
    done = command(folder, *arguments)
    assert done.returncode == 0, done.stderr


def _names(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM register_contact ORDER BY name")]


def test_the_erased_are_erased_again(tmp_path: Path) -> None:
    folder, file, report = tmp_path / "seutu", tmp_path / "old.zip", tmp_path / "report.json"
    actors, contacts = tmp_path / "actors.csv", tmp_path / "contacts.csv"
    actors.write_text("name\nVerstas\n", encoding="utf-8")
    contacts.write_text(
        "name,actor,email\nYksi Testinen,Verstas,yksi@esimerkki.example\nKaksi Malli,Verstas,kaksi@esimerkki.example\n",
        encoding="utf-8",
    )
    installed(folder)
    _done(folder, "import", str(actors), "--kind", "actors")
    _done(folder, "import", str(contacts), "--kind", "contacts")
    _done(folder, "backup", str(file))
    _done(folder, "person", "erase", "yksi@esimerkki.example", "--yes")
    _done(folder, "restore", str(file), "--replace", "--json", str(report))
    assert json.loads(report.read_text(encoding="utf-8"))["erased_again"] == 1
    assert sorted(_names(folder)) == sorted(["Kaksi Malli", MARKER])
