"""Reading the sheets of an xlsx file as a stream, cell by cell.

A reader of our own, since the libraries either take the whole sheet with every empty cell up to a far one, or leave out
hidden rows, merged cells and formulas without values. Formats and shared texts come from ``xlsx_parts``.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import Archive, damaged
from seutu.sources.tables.cells import MergedRange, TableSheet
from seutu.sources.tables.serial_dates import from_serial
from seutu.sources.tables.sheet_builder import Budget, SheetBuilder
from seutu.sources.tables.stored_numbers import stored_number
from seutu.sources.tables.xlsx_parts import SheetPart, Workbook, read_workbook, unescape
from seutu.sources.tables.xml_events import read_events

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})\Z")
_LETTERS = re.compile(r"[A-Z]{1,3}\Z")
_RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6})(?::(\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}))?\Z")
_TRUE: Final = ("1", "true")
_LAST_LINE: Final = 1_048_576


def read_xlsx(archive: Archive, budget: Budget) -> tuple[TableSheet, ...]:
    """Return the worksheets; raises ``InputProblem`` with sheet, line and column where the file cannot be used."""
    workbook = read_workbook(archive, budget)
    return tuple(_SheetReader(part, workbook, budget).read(archive) for part in workbook.sheets)


@lru_cache(maxsize=4_096)
def column_index(letters: str) -> int:
    """Return the zero-based column of its letters: A is 0, XFD is 16383."""
    if not _LETTERS.match(letters):
        raise damaged()
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def cell_place(reference: str) -> tuple[int, int]:
    """Return (line, zero-based column) of a reference as ``B7``."""
    match = _CELL.match(reference)
    if match is None:
        raise damaged()
    return int(match[2]), column_index(match[1])


class _SheetReader:
    def __init__(self, part: SheetPart, workbook: Workbook, budget: Budget) -> None:
        self._part = part
        self._workbook = workbook
        self._builder = SheetBuilder(part.name, budget, hidden=part.hidden)
        self._most = budget.limits.cell_characters
        self._line, self._line_text = 0, "0"
        self._hidden = False
        self._column = -1
        self._kind = ""
        self._style = ""
        self._taking: list[str] | None = None
        self._value: list[str] | None = None
        self._text: list[str] = []
        self._formula: list[str] | None = None
        self._length = 0
        self._phonetic = False

    def read(self, archive: Archive) -> TableSheet:
        read_events(archive.pieces(self._part.member), self._start, self._end, self._characters)
        return self._builder.sheet()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._value = self._taking = []
        elif name == "row":
            self._start_row(attributes)
        elif name == "t":
            self._taking = None if self._phonetic else self._text
        elif name == "f":
            self._formula = self._taking = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden", "") in _TRUE:
            self._hide(attributes)

    def _start_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        if written is None:
            written = str(self._line + 1)
        line = int(written)
        if not self._line < line <= _LAST_LINE:
            raise damaged()
        self._line, self._line_text = line, written
        self._column = -1
        self._hidden = attributes.get("hidden", "") in _TRUE

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            column = column_index(reference.removesuffix(self._line_text))
            if column <= self._column:
                raise damaged()
            self._column = column
        self._kind = attributes.get("t", "n")
        if self._kind == "inlineStr":
            self._text = []
        self._style = attributes.get("s", "")
        self._value = self._formula = None
        self._length = 0

    def _characters(self, piece: str) -> None:
        if self._taking is not None:
            self._length += len(piece)
            if self._length > self._most:
                self._builder.put_text(self._line, max(0, self._column), " " * (self._most + 1))
            self._taking.append(piece)

    def _end(self, name: str) -> None:
        if name in {"v", "t", "f"}:
            self._taking = None
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if self._column >= 0:
                self._builder.end_row(self._line, hidden=self._hidden)
        elif name == "rPh":
            self._phonetic = False

    def _end_cell(self) -> None:
        written = None if self._value is None else "".join(self._value)
        if written and self._kind == "n":
            self._put_number(written)
        elif self._kind == "inlineStr":
            self._builder.put_text(self._line, self._column, unescape("".join(self._text)))
        elif self._formula is not None and (written is None or (written == "" and self._kind != "str")):
            formula = "=" + "".join(self._formula)[:60]
            self._builder.report(self._line, self._column, say.formula_without_value(formula), formula)
        elif written is None:
            self._builder.put(self._line, self._column, None)
        else:
            self._put(written)

    def _put(self, written: str) -> None:
        kind, builder, line, column = self._kind, self._builder, self._line, self._column
        if kind == "s":
            texts = self._workbook.texts
            if not (written.isdecimal() and int(written) < len(texts)):
                raise damaged()
            builder.put(line, column, texts[int(written)])
        elif kind == "n":
            self._put_number(written)
        elif kind == "str":
            builder.put_text(line, column, unescape(written))
        elif kind == "b":
            builder.put(line, column, written.strip() in _TRUE)
        elif kind == "e":
            builder.report(line, column, say.error_cell(written[:20]), written)
        elif kind == "d":
            self._put_iso_date(written)
        else:
            builder.report(line, column, say.unreadable_cell(written[:40]), written)

    def _put_number(self, written: str) -> None:
        builder, line, column = self._builder, self._line, self._column
        if not written.strip():
            builder.put(line, column, None)
            return
        number = _number(written[:1_000])
        if number is None:
            builder.report(line, column, say.unreadable_cell(written[:40]), written)
            return
        forms = self._workbook.forms
        form = forms[int(self._style)] if self._style.isdecimal() and int(self._style) < len(forms) else ""
        if form in {"", "percent"}:
            builder.put(line, column, number)
            if form:
                builder.percent(column)
            return
        moment = from_serial(number, form, from_1904=self._workbook.from_1904)
        if moment is None:
            builder.report(line, column, say.doubtful_date(written[:40]), written)
        else:
            builder.put(line, column, moment)

    def _put_iso_date(self, written: str) -> None:
        try:
            moment = datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
        except ValueError:
            self._builder.report(self._line, self._column, say.unreadable_cell(written[:40]), written)
        else:
            self._builder.put(self._line, self._column, moment)

    def _merge(self, reference: str) -> None:
        match = _RANGE.match(reference)
        if match is None:
            raise damaged()
        first_line, first_column = cell_place(match[1])
        last_line, last_column = cell_place(match[2] or match[1])
        if (first_line, first_column) != (last_line, last_column):
            self._builder.merge(MergedRange(first_line, last_line, first_column, last_column))

    def _hide(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal():
            self._builder.hide_columns(int(first) - 1, int(last) - 1)


@lru_cache(maxsize=50_000)
def _number(written: str) -> Decimal | None:
    return stored_number(written)
