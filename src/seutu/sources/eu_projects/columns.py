"""Which header text of a project list means which field, and in what order the columns stand.

Not for reading cells: ``cells`` does that.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from seutu.core.problems import InputProblem
from seutu.sources.eu_projects import messages

FIELDS: Final = (
    "code",
    "fund",
    "name",
    "programme",
    "axis",
    "authority",
    "status",
    "start",
    "end",
    "implementer",
    "granted",
    "actual",
    "planned_public",
    "actual_public",
)
REQUIRED: Final = ("code", "fund", "name", "implementer")
DELIMITERS: Final = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Header texts per field, and the values the status column is known to hold."""

    headers: Mapping[str, Sequence[str]]
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of one file in order: the field of each (None when not used) and the header text as written."""

    fields: tuple[str | None, ...]
    headers: tuple[str, ...]
    delimiter: str
    closed_by_semicolon: bool

    def header_of(self, field: str) -> str | None:
        """Return the header text of ``field``, None when the file has no such column."""
        return self.headers[self.fields.index(field)] if field in self.fields else None


def load_column_map(path: Path) -> ColumnMap:
    """Read a column map. Raises InputProblem when the file is not TOML or names a field that does not exist."""
    try:
        return _column_map(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise InputProblem.because(messages.bad_column_map(path.name, str(error))) from error


@cache
def default_column_map() -> ColumnMap:
    """Return the column map that ships with the reader: the exports of 2007–2013 and 2014–2020."""
    return _column_map(files("seutu.sources.eu_projects").joinpath("columns.toml").read_text(encoding="utf-8"))


def recognise(first_line: str, columns: ColumnMap) -> Layout:
    """Return the layout that the header line promises. Raises InputProblem when a required column is missing."""
    text = first_line.rstrip("\r\n")
    layout = max((_layout(text, delimiter, columns) for delimiter in DELIMITERS), key=_recognised_count)
    missing = [columns.headers[field][0] for field in REQUIRED if field not in layout.fields]
    if missing:
        raise InputProblem.because(messages.no_columns(missing), line=1, value=text[:200])
    twice = {field for field in layout.fields if field is not None and layout.fields.count(field) > 1}
    if twice:
        raise InputProblem.because(messages.column_twice(columns.headers[min(twice)][0]), line=1, value=text[:200])
    return layout


def _layout(text: str, delimiter: str, columns: ColumnMap) -> Layout:
    closed = delimiter != ";" and text.rstrip().endswith(";")
    cells = (text.rstrip().rstrip(";") if closed else text).split(delimiter)
    while cells and not cells[-1].strip():
        cells.pop()
    known = {_fold(header): field for field, headers in columns.headers.items() for header in headers}
    headers = tuple(cell.strip().strip('"').strip() for cell in cells)
    return Layout(tuple(known.get(_fold(header)) for header in headers), headers, delimiter, closed)


def _recognised_count(layout: Layout) -> int:
    return sum(field is not None for field in layout.fields)


def _fold(header: str) -> str:
    return " ".join(header.casefold().replace("\xa0", " ").split())


def _column_map(text: str) -> ColumnMap:
    content = tomllib.loads(text)
    headers = {str(field): tuple(map(str, names)) for field, names in content["columns"].items()}
    unknown = [field for field in headers if field not in FIELDS]
    absent = [field for field in REQUIRED if not headers.get(field)]
    if unknown or absent:
        raise KeyError(*unknown, *absent)
    statuses = content.get("values", {}).get("status", ())
    return ColumnMap(headers, frozenset(_fold(str(status)) for status in statuses))


def is_status(text: str, columns: ColumnMap) -> bool:
    """Return whether ``text`` is a value that the status column is known to hold."""
    return _fold(text) in columns.statuses
