"""An import tells how far it is, whichever reader the file has."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.programmes.imports.register_files import REGISTER_FILES, RegisterFile
from seutu.apps.records.files.report import ImportReport, Told
from seutu.apps.records.scope import in_scope
from seutu.cli.importing import _reader
from tests.integration.factories import make_workspace

pytestmark = pytest.mark.django_db


def test_a_sheet_is_told_from_its_first_row_to_its_last(tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text("name\n" + "".join(f"Verstas {number}\n" for number in range(1200)), encoding="utf-8")
    told: list[tuple[int, int | None]] = []
    with in_scope(make_workspace()):
        report = _reader("actors")(file, False, False, lambda done, total: told.append((done, total)))
    assert report.counts["created"] == 1200
    assert {total for _, total in told} == {2400}
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert len([done for done in shares if done < 1200]) > 1
    assert 1200 in shares


def test_the_file_of_a_register_is_told_by_its_own_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(path: Path, *, at: datetime, told: Told, **given: Any) -> ImportReport:
        told(1, 2)
        return ImportReport()

    standing = REGISTER_FILES["cordis"]
    watched = RegisterFile("cordis", standing.label, standing.help, standing.kind, read)
    monkeypatch.setitem(REGISTER_FILES, "cordis", watched)
    told: list[tuple[int, int | None]] = []
    _reader("cordis")(tmp_path, False, False, lambda done, total: told.append((done, total)))
    assert told == [(1, 2)]
