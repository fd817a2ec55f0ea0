"""Rows that tell how far they were read: over all the tables of a file, and no row is lost."""

from seutu.apps.records.files.importing import OpenedFile
from seutu.apps.records.files.told_rows import telling_rows
from seutu.sources.tables import FoundRow, FoundTable


def _table(rows: int) -> FoundTable:
    return FoundTable(sheet="", header=(), header_line=1, rows=tuple(FoundRow(number, {}) for number in range(rows)))


def test_rows_tell_how_far_they_were_read() -> None:
    told: list[tuple[int, int | None]] = []
    opened = OpenedFile((_table(700), _table(600)), ({}, {}), ())
    telling = telling_rows(opened, lambda done, total: told.append((done, total)))
    assert [list(table.rows) for table in telling.tables] == [list(table.rows) for table in opened.tables]
    assert told == [(0, 1300), (500, 1300), (700, 1300), (1200, 1300)]
