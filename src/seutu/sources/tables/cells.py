"""What a read table file consists of: sheets, rows with their physical lines, and cell values.

Only the shapes. Opening files is in ``opening``, finding the header row in ``headers``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from seutu.core.problems import Problem

CellValue = str | Decimal | bool | date | datetime | None
TableKind = Literal["csv", "xlsx", "xls", "ods"]

_LETTERS = 26


def column_letter(index: int) -> str:
    """Return the spreadsheet letter of a zero-based column: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that has at least one filled cell.

    ``line`` is the physical line where the row starts (csv) or the row number of the sheet; the first line is 1.
    ``values`` reach to the last filled cell (csv: to the last field). A value that could not be read is ``None`` and is
    told in ``problems``; a row with problems must not be used without asking.
    """

    line: int
    values: tuple[CellValue, ...]
    hidden: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A block of merged cells; lines count from 1, columns from 0, both ends included."""

    first_line: int
    last_line: int
    first_column: int
    last_column: int

    @property
    def name(self) -> str:
        """The range as a spreadsheet writes it, as ``B2:C4``."""
        first = f"{column_letter(self.first_column)}{self.first_line}"
        return f"{first}:{column_letter(self.last_column)}{self.last_line}"


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet. ``notes`` tell what a person should know of it as a whole; they do not stop the reading.

    Empty rows are not listed. In a ``ragged`` sheet (csv) the number of fields of a row is information: a row shorter
    than the header has lost something. In a spreadsheet it only means that the last cells are blank.
    ``percent_columns`` hold figures that are shown as percents and stored as hundredths: 12 % is read as 0.12.
    """

    name: str | None
    rows: tuple[TableRow, ...]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    percent_columns: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    notes: tuple[Problem, ...] = ()
    ragged: bool = False

    def __iter__(self) -> Iterator[TableRow]:
        """Iterate over the rows."""
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A read file. ``encoding`` and ``delimiter`` are those of a csv, else ``None``."""

    name: str
    kind: TableKind
    sheets: tuple[TableSheet, ...]
    encoding: str | None = None
    delimiter: str | None = None

    @property
    def notes(self) -> tuple[Problem, ...]:
        """The notes of all sheets."""
        return tuple(note for sheet in self.sheets for note in sheet.notes)
