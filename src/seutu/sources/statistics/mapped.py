"""Read a plain table (CSV, XLSX, XLS, ODS) of statistics by a column map: wide or long, places by code or name.

A blank cell is not published; a text that is no number is a problem unless the map says what it means. Not for the map
itself (``column_maps``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import SIGNS, Indicator, Observation, SourceRecord, Status, sign_status
from seutu.rules.places import NEWEST_DIVISION
from seutu.rules.places import load as load_places
from seutu.sources.indices.decimal_marks import doubtful_figures
from seutu.sources.statistics import map_words as words
from seutu.sources.statistics.column_maps import ColumnMap, ValueColumn
from seutu.sources.statistics.loading import (
    StatisticsLoad,
    in_newest_division,
    named_source,
    of_known_places,
    plain_indicator,
    without_rows,
)
from seutu.sources.statistics.municipal import area_of_code
from seutu.sources.statistics.periods import period_of
from seutu.sources.statistics.reading import EXACT, Reading, too_long
from seutu.sources.tables import CellValue, Limits, TableRow, TableSheet, column_letter, open_tables

LIMITS: Final = Limits(file_bytes=200_000_000, unpacked_bytes=500_000_000, rows=1_000_000, cells=10_000_000)
_NUMBER: Final = re.compile(r"[-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?")
_SPACES: Final = re.compile(r"[ \u00a0\u202f]")
_CODE_LENGTH: Final = 3
_SHOWN: Final = 12


def load_mapped(
    path: Path,
    columns: ColumnMap,
    *,
    source: str | None = None,
    licence: str | None = None,
    retrieved: date | None = None,
) -> StatisticsLoad:
    """Read a table by a map. ``source`` and ``licence`` go before the map's own.

    Raises ``InputProblem`` if the file cannot be read, lacks a column of the map or has no usable row, or if neither
    the map nor the person says whose it is.
    """
    record = named_source(source or columns.source, licence or columns.licence, retrieved)
    reading = Reading(load_places(), NEWEST_DIVISION)
    sheet = _sheet(open_tables(path, limits=LIMITS).sheets, columns)
    table = _Table.of(sheet, columns, reading)
    observations = of_known_places(table.observations(), reading)
    if not observations:
        raise InputProblem(Problem(without_rows(path.name)), *reading.problems)
    known = {name: _indicator(name, columns, record) for name in dict.fromkeys(one.indicator for one in observations)}
    return in_newest_division(observations, known, record, reading)


def _indicator(name: str, columns: ColumnMap, record: SourceRecord) -> Indicator:
    own = columns.indicators.get(name)
    return plain_indicator(name, record) if own is None else replace(own, source=record.id)


def _sheet(sheets: tuple[TableSheet, ...], columns: ColumnMap) -> TableSheet:
    names = ", ".join(sheet.name or "–" for sheet in sheets)
    if columns.sheet is not None:
        found = next((sheet for sheet in sheets if sheet.name == columns.sheet), None)
        if found is None:
            raise InputProblem.because(words.no_sheet(columns.sheet, names))
        return found
    if len(sheets) != 1:
        raise InputProblem.because(words.which_sheet(names))
    return sheets[0]


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with the place of each column that counts."""

    rows: tuple[TableRow, ...]
    width: int
    ragged: bool
    at: Mapping[str, int]
    values: Mapping[str, ValueColumn]
    percents: frozenset[int]
    columns: ColumnMap
    reading: Reading
    doubtful: frozenset[str]
    """Figures that may be a thousand times what they are read as, where the map does not say the decimal mark."""

    @classmethod
    def of(cls, sheet: TableSheet, columns: ColumnMap, reading: Reading) -> "_Table":
        """Find the columns of the map under the header line. Raises ``InputProblem``."""
        header = next((row for row in sheet.rows if row.line == columns.header), None)
        if header is None:
            raise InputProblem.because(words.no_header(columns.header), line=columns.header)
        names = [_words(value) for value in header.values]
        shown = ", ".join([name for name in names if name][:_SHOWN])
        missing = [name for name in columns.columns() if name not in names]
        if missing:
            raise InputProblem.because(words.no_columns(", ".join(missing), shown), line=header.line)
        values = dict(columns.values)
        if columns.period_headers:
            periods = {name: period_of(name) for name in names if name and name not in columns.columns()}
            values = {name: ValueColumn("", period) for name, period in periods.items() if period}
            if not values:
                raise InputProblem.because(words.no_period_headers(shown), line=header.line)
        elif columns.value:
            values = {columns.value: ValueColumn("")}
        for name in (*columns.columns(), *values):
            if names.count(name) > 1:
                raise InputProblem.because(words.column_twice(name), line=header.line, column=name)
        at = {name: names.index(name) for name in (*columns.columns(), *values)}
        percents = frozenset(at[name] for name in values) & frozenset(sheet.percent_columns)
        if percents:
            reading.problems.append(Problem(words.PERCENTS))
        below = tuple(row for row in sheet.rows if row.line > header.line)
        told = (row.values[at[name]] for row in below for name in values if at[name] < len(row.values))
        doubtful = doubtful_figures(each for each in told if isinstance(each, str)) if not columns.decimal else ()
        return cls(below, len(names), sheet.ragged, at, values, percents, columns, reading, frozenset(doubtful))

    def observations(self) -> Iterator[Observation]:
        """Yield the figures row by row; what cannot be used is a problem with its line and column."""
        unknown_places: dict[str, int] = {}
        unknown_names: dict[str, int] = {}
        for row in self.rows:
            self.reading.problems.extend(row.problems)
            if len(row.values) > self.width and any(row.values[self.width :]):
                self.reading.problems.append(Problem(words.TOO_LONG, line=row.line))
                continue
            if self.ragged and len(row.values) < self.width:
                self.reading.problems.append(Problem(words.TOO_SHORT, line=row.line))
                continue
            place = self._place(row, unknown_places)
            if place is not None:
                yield from self._of_row(row, place, unknown_names)
        for text, line in unknown_places.items():
            problem = Problem(words.no_such_place(text), line=line, column=self.columns.place, value=text)
            self.reading.problems.append(problem)
        for text, line in unknown_names.items():
            column = self.columns.indicator_column
            self.reading.problems.append(Problem(words.no_indicator(text), line=line, column=column, value=text))

    def _cell(self, row: TableRow, name: str) -> CellValue:
        index = self.at[name]
        return row.values[index] if index < len(row.values) else None

    def _text(self, row: TableRow, name: str) -> str:
        return _words(self._cell(row, name)) if name else ""

    def _place(self, row: TableRow, unknown: dict[str, int]) -> tuple[Division, str] | None:
        text = self._text(row, self.columns.place)
        if not text:
            if any(self._text(row, name) for name in self.values):
                self.reading.problems.append(Problem(words.NO_PLACE, line=row.line, column=self.columns.place))
            return None
        found = self._named(text) if self.columns.place_as == "name" else self._coded(text)
        if found is None:
            unknown.setdefault(text, row.line)
        return found

    def _named(self, text: str) -> tuple[Division, str] | None:
        places = self.reading.places.find_place(text, division=self.columns.place_kind)
        codes = {place.code for place in places}
        return (self.columns.place_kind, codes.pop()) if len(codes) == 1 else None

    def _coded(self, text: str) -> tuple[Division, str] | None:
        """Return the place of a code, with or without the letters that Statistics Finland puts before it."""
        kind = self.columns.place_kind
        prefixed = area_of_code(text)
        if prefixed is not None and prefixed[0] in {kind, Division.COUNTRY}:
            return prefixed
        code = text.zfill(_CODE_LENGTH) if kind is Division.MUNICIPALITY and text.isdecimal() else text
        return (kind, code) if self.reading.places.known(kind, code) else None

    def _of_row(self, row: TableRow, place: tuple[Division, str], unknown: dict[str, int]) -> Iterator[Observation]:
        columns = self.columns
        period = columns.period_value
        if columns.period:
            text = self._text(row, columns.period)
            period = period_of(text) or ""
            if not period:
                problem = Problem(words.no_period(text), line=row.line, column=columns.period, value=text)
                self.reading.problems.append(problem)
                return
        indicator = columns.indicator
        if columns.indicator_column:
            text = self._text(row, columns.indicator_column)
            indicator = columns.names.get(text, "")
            if not indicator:
                unknown.setdefault(text, row.line)
                return
        part = self._text(row, columns.breakdown)
        breakdown = f"{columns.dimension}:{part}" if part and part not in columns.whole else ""
        for name, each in self.values.items():
            read = self._value(row, name)
            if read is not None:
                kind, code = place
                yield Observation(
                    each.indicator or indicator,
                    kind.value,
                    code,
                    each.period or period,
                    read[0],
                    each.breakdown or breakdown,
                    read[1],
                )

    def _value(self, row: TableRow, name: str) -> tuple[float | None, str] | None:
        """Return the value and its status; ``None`` of a cell that cannot be read, which is a problem."""
        cell = self._cell(row, name)
        status = self._text(row, self.columns.status)
        flag = f"flag:{status.lower()}" if re.fullmatch(r"[A-Za-z]{1,6}", status) else ""
        if isinstance(cell, Decimal):
            exact = cell * 100 if self.at[name] in self.percents else cell
            return self._kept(exact, flag, row, name)
        if cell is None and any(each.column == column_letter(self.at[name]) for each in row.problems):
            return None
        text = _words(cell)
        if not text:
            return None, flag or Status.NOT_PUBLISHED
        marked = self._marked(text)
        if marked is not None:
            return marked
        for mark, letters in self.columns.flags.items():
            if text.endswith(mark) and text != mark:
                text, flag = text.removesuffix(mark).strip(), f"flag:{letters}"
        number = self._number(text) if not isinstance(cell, bool | date) else None
        if number is None or text in self.doubtful:
            said = words.no_number if number is None else words.two_readings
            self.reading.problems.append(Problem(said(text[:40]), line=row.line, column=name, value=text[:40]))
            return None
        return self._kept(number, flag, row, name)

    def _kept(self, exact: Decimal, flag: str, row: TableRow, name: str) -> tuple[float, str] | None:
        """Return a number with its status; one whose size or last digits would be lost is a problem."""
        value = float(exact)
        whole = abs(value) >= EXACT and exact == exact.to_integral_value()
        if not isfinite(value) or (whole and int(value) != int(exact)) or (value == 0) != (exact == 0):
            shown = str(exact)[:40]
            self.reading.problems.append(Problem(too_long(shown), line=row.line, column=name, value=shown))
            return None
        return value, flag or Status.PUBLISHED

    def _marked(self, text: str) -> tuple[float | None, str] | None:
        meant = self.columns.marks.get(text)
        if meant == "zero":
            return 0.0, Status.PUBLISHED
        if meant == "missing":
            return None, Status.NOT_PUBLISHED
        if meant == "sign" or (meant is None and text in SIGNS and text != "-"):
            return None, sign_status(text)
        return None

    def _number(self, text: str) -> Decimal | None:
        other = {"": "", ".": ",", ",": "."}[self.columns.decimal]
        if not _NUMBER.fullmatch(text) or (other and other in text):
            return None
        return Decimal(_SPACES.sub("", text).replace("−", "-").replace(",", "."))


def is_figure(value: CellValue) -> bool:
    """Return whether a cell is a number, or a text that is read as one."""
    return isinstance(value, Decimal) or (isinstance(value, str) and _NUMBER.fullmatch(_words(value)) is not None)


def _words(value: CellValue) -> str:
    """Return a cell as the text that it shows: a whole number without decimals, spaces of any kind as one."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}" if value != value.to_integral_value() else str(int(value))
    return " ".join(str(value).split())
