"""Rows of an opened file that tell how far they have been read. Not for who is told: a terminal's line, or a job."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from seutu.apps.records.files.importing import OpenedFile
from seutu.apps.records.files.report import Told
from seutu.sources.tables import FoundRow

EVERY: Final = 500


class ToldRows(tuple[FoundRow, ...]):  # noqa: SLOT001 - carries whom it tells
    """Rows that tell how far they have been read; ``before`` were read before them, of ``total``."""

    told: Told
    before: int
    total: int

    @classmethod
    def of(cls, rows: Iterable[FoundRow], *, before: int, total: int, told: Told) -> "ToldRows":
        """Return the rows as ones that tell."""
        telling = cls(rows)
        telling.before, telling.total, telling.told = before, total, told
        return telling

    def __iter__(self) -> Iterator[FoundRow]:
        """Yield the rows, telling every five hundredth."""
        for number, row in enumerate(super().__iter__()):
            if number % EVERY == 0:
                self.told(self.before + number, self.total)
            yield row


def telling_rows(opened: OpenedFile, told: Told) -> OpenedFile:
    """Return the file with rows that tell, over all its tables, how many have been read of how many."""
    total, tables, before = sum(len(table.rows) for table in opened.tables), [], 0
    for table in opened.tables:
        rows = ToldRows.of(table.rows, before=before, total=total, told=told)
        tables.append(replace(table, rows=rows))
        before += len(rows)
    return replace(opened, tables=tuple(tables))
