"""Finding the header row of a sheet among banners, and the rows below it by header text.

Not for reading what the values mean: numbers and dates written as text stay text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import header_messages as say
from seutu.sources.tables.cells import CellValue, TableRow, TableSheet, column_letter

SEARCHED_ROWS: Final = 50
_FIGURE_LIKE = re.compile(r"(?=\D*\d)[\s\d.,:/()€%+\-−–]*\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NEARLY_FULL: Final = 0.6
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Header:
    """One header: its text, its zero-based column and the letter of that column."""

    text: str
    index: int
    letter: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row below the header, by header text. A row with problems must not be used without asking."""

    line: int
    values: Mapping[str, CellValue]
    hidden: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a sheet. ``notes`` say what was read where the choice was not self-evident."""

    sheet: str | None
    header: tuple[Header, ...]
    header_line: int
    rows: tuple[FoundRow, ...]
    notes: tuple[Problem, ...] = ()


def header_key(text: str) -> str:
    """Return the form in which two header texts are compared: case, spacing and character forms do not matter."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def find_table(sheet: TableSheet, known_headers: Collection[str] | Mapping[str, object] | None = None) -> FoundTable:
    """Find the header row of ``sheet`` and return the rows below it by header text.

    With ``known_headers`` the header is the row among the first 50 that has the most of them; without, the first nearly
    full row of texts only, or of texts and rising years. Raises ``InputProblem`` when there is no header, when there
    are two, when a header text repeats, when filled cells have no header, or when header cells are merged. A row that
    is cut short (csv) or that lies in merged cells keeps its place and carries a problem.
    """
    known = {header_key(name) for name in known_headers or ()}
    position, notes = _known_header(sheet, known) if known else _likely_header(sheet)
    row = sheet.rows[position]
    header = _header_cells(row)
    below = sheet.rows[position + 1 :]
    _refuse_faulty(sheet, row, header, below)
    _refuse_second(sheet, row, below, known)
    rows = tuple(_found_row(sheet, header, row, one) for one in below)
    return FoundTable(sheet.name, header, row.line, rows, tuple(notes))


def _texts(row: TableRow) -> list[str]:
    return [value.strip() for value in row.values if isinstance(value, str) and value.strip()]


def _filled(row: TableRow) -> int:
    return sum(value is not None and value != "" for value in row.values)


def _is_figure(value: CellValue) -> bool:
    return isinstance(value, Decimal | date) or (isinstance(value, str) and bool(_FIGURE_LIKE.match(value)))


def _only_labels(row: TableRow) -> bool:
    filled = [value for value in row.values if value is not None]
    return bool(filled) and all(isinstance(value, str) and not _is_figure(value) for value in filled)


def _years(row: TableRow) -> dict[int, int]:
    written = {index: str(value).strip() for index, value in enumerate(row.values) if isinstance(value, str | Decimal)}
    return {index: int(text) for index, text in written.items() if _YEAR.match(text)}


def _has_year_headers(row: TableRow, after: tuple[TableRow, ...]) -> bool:
    """Whether the row is labels and then rising years over figures that are no years, as in a table of statistics."""
    years = _years(row)
    in_order = list(years.values())
    labels = [value for index, value in enumerate(row.values) if value is not None and index not in years]
    rising = len(in_order) > 1 and in_order == sorted(set(in_order))
    named = bool(labels) and all(isinstance(value, str) and not _is_figure(value) for value in labels)
    return rising and named and bool(after) and not set(years).intersection(_years(after[0]))


def _known_header(sheet: TableSheet, known: set[str]) -> tuple[int, list[Problem]]:
    hits = [len(known & {header_key(text) for text in _texts(row)}) for row in sheet.rows[:SEARCHED_ROWS]]
    best = max(hits, default=0)
    needed = min(2, len(known))
    if best < needed:
        raise InputProblem(Problem(say.no_known_header(_first_texts(sheet)), sheet.name))
    position = hits.index(best)
    row = sheet.rows[position]
    unsure = best < len(known) * _MOSTLY or position > 0
    return position, [_what_was_read(sheet, row)] if unsure else []


def _likely_header(sheet: TableSheet) -> tuple[int, list[Problem]]:
    rows = sheet.rows[:SEARCHED_ROWS]
    usual = Counter(_filled(row) for row in sheet.rows[: 4 * SEARCHED_ROWS]).most_common(1)
    width = usual[0][0] if usual else 0
    for position, row in enumerate(rows):
        if _filled(row) >= width * _NEARLY_FULL and _only_labels(row):
            return position, [_what_was_read(sheet, row)] if position else []
        if _has_year_headers(row, sheet.rows[position + 1 : position + 2]):
            return position, [_what_was_read(sheet, row)]
        if _filled(row) >= width:
            break
    raise InputProblem(Problem(say.no_header(), sheet.name, rows[0].line if rows else None))


def _first_texts(sheet: TableSheet) -> str:
    return _quoted(_texts(sheet.rows[0])) if sheet.rows else ""


def _quoted(texts: list[str], most: int = 6) -> str:
    listed = ", ".join(f"”{text[:40]}”" for text in texts[:most])
    return listed + (" …" if len(texts) > most else "")


def _what_was_read(sheet: TableSheet, row: TableRow) -> Problem:
    return Problem(say.read_from(row.line, _quoted(_texts(row))), sheet.name, row.line)


def _header_cells(row: TableRow) -> tuple[Header, ...]:
    cells: list[Header] = []
    for index, value in enumerate(row.values):
        text = "" if value is None else str(value).strip()
        if text:
            cells.append(Header(text, index, column_letter(index)))
    if row.problems:
        raise InputProblem(*row.problems)
    return tuple(cells)


def _refuse_faulty(sheet: TableSheet, row: TableRow, header: tuple[Header, ...], below: tuple[TableRow, ...]) -> None:
    found: list[Problem] = []
    seen: dict[str, Header] = {}
    for cell in header:
        earlier = seen.setdefault(header_key(cell.text), cell)
        if earlier is not cell:
            message = say.duplicate(cell.text, earlier.letter, cell.letter)
            found.append(Problem(message, sheet.name, row.line, cell.letter, cell.text))
    named = {cell.index for cell in header}
    blank: dict[int, TableRow] = {}
    for one in below:
        for index, value in enumerate(one.values):
            if value is not None and value != "" and index not in named:
                blank.setdefault(index, one)
    for index, one in sorted(blank.items()):
        letter = column_letter(index)
        found.append(Problem(say.blank_header(letter, one.line), sheet.name, row.line, letter, str(one.values[index])))
    found += [
        Problem(say.merged_header(merged.name), sheet.name, row.line)
        for merged in sheet.merged
        if merged.first_line <= row.line <= merged.last_line
    ]
    if found:
        raise InputProblem(*found)


def _refuse_second(sheet: TableSheet, row: TableRow, below: tuple[TableRow, ...], known: set[str]) -> None:
    keys = {header_key(text) for text in _texts(row)}
    for one in below:
        again = [header_key(text) for text in _texts(one)]
        same = len(keys.intersection(again))
        if again and same == len(again) and same >= max(2, len(keys) * _MOSTLY):
            raise InputProblem(Problem(say.two_headers(row.line, one.line), sheet.name, one.line))
    if known or not below or below[0].line != row.line + 1 or not _only_labels(below[0]):
        return
    body = below[1:]
    for index, label in enumerate(below[0].values):
        column = [one.values[index] for one in body if index < len(one.values) and one.values[index] is not None]
        if label is not None and column and sum(map(_is_figure, column)) > len(column) * _MOSTLY:
            raise InputProblem(Problem(say.two_headers(row.line, below[0].line), sheet.name, below[0].line))


def _found_row(sheet: TableSheet, header: tuple[Header, ...], top: TableRow, row: TableRow) -> FoundRow:
    values = row.values
    problems = list(row.problems)
    wanted = len(top.values)
    if sheet.ragged and len(values) < wanted:
        problems.append(Problem(say.short_row(len(values), wanted), sheet.name, row.line))
    problems += [
        Problem(say.merged_cells(merged.name), sheet.name, row.line, column_letter(merged.first_column))
        for merged in sheet.merged
        if merged.first_line <= row.line <= merged.last_line
    ]
    found = {cell.text: values[cell.index] if cell.index < len(values) else None for cell in header}
    return FoundRow(row.line, found, row.hidden, tuple(problems))
