"""A column map worked out from a plain table of municipalities: a column of names or codes, figures in the others.

For one's own Excel, one period at a time. Not for tables that need a map of their own (``column_maps``).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from seutu.core.figures import decimals_needed
from seutu.core.places import Division, PlaceTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Kind
from seutu.core.text import Text
from seutu.rules.places import load as load_places
from seutu.rules.statistics import catalogue
from seutu.sources.statistics import map_words as words
from seutu.sources.statistics.column_maps import ColumnMap, ValueColumn
from seutu.sources.statistics.mapped import LIMITS, is_figure
from seutu.sources.statistics.periods import period_of
from seutu.sources.tables import CellValue, TableSheet, open_tables

LONGEST_ID: Final = 60
MOST_DECIMALS: Final = 4
_YEARS: Final = frozenset({"vuosi", "år", "year", "aika", "tid", "time"})
_CODES: Final = re.compile(r"koodi|numero|nro|nr\b|kod\b|code|nummer", re.IGNORECASE)
_UNIT: Final = re.compile(r"[(,]\s*([^(),]{1,30})\)?$")


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A map that fits a plain table (none for a file of a known form), and which columns it leaves out."""

    columns: ColumnMap | None
    notes: tuple[Problem, ...] = ()


def map_of_plain_table(path: Path, period: str) -> PlainTable:
    """Return a map of the one sheet that has municipalities: names or codes in a column, headers over them.

    Every other column with a number is an indicator by its header, of ``period``; what follows a comma or stands in
    brackets at the header's end is its unit. A header that is an indicator's name in the catalogue is made one's own
    all the same. Raises ``InputProblem`` where the period is none, no sheet or several have municipalities, or a header
    is a year.
    """
    found = period_of(period)
    if found is None:
        raise InputProblem.because(words.wrong("--period", words.PERIOD), value=period)
    sheets = open_tables(path, limits=LIMITS).sheets
    places = load_places()
    fitting = [(sheet, place) for sheet in sheets if (place := _places_of(sheet, places)) is not None]
    if not fitting:
        raise InputProblem.because(words.NO_MUNICIPALITIES)
    if len(fitting) > 1:
        raise InputProblem.because(words.which_sheet(", ".join(sheet.name or "–" for sheet, _ in fitting)))
    sheet, place = fitting[0]
    return _map(sheet, place, found)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the municipalities stand: the column, whether by name, and the line of its header."""

    column: int
    by_name: bool
    header: int


def _places_of(sheet: TableSheet, places: PlaceTable) -> _Places | None:
    """Return the column with the most municipalities, by name before by code; ``None`` where there is none."""
    width = max((len(row.values) for row in sheet.rows), default=0)
    best: tuple[int, _Places] | None = None
    for by_name in (True, False):
        for column in range(width):
            lines = [row.line for row in sheet.rows if _is_place(_cell(row.values, column), places, by_name=by_name)]
            above = [row.line for row in sheet.rows if lines and row.line < lines[0] and _shown(row.values, column)]
            if above and (best is None or len(lines) > best[0]):
                best = len(lines), _Places(column, by_name, above[-1])
        if best is not None:
            return best[1]
    return None


def _is_place(value: CellValue, places: PlaceTable, *, by_name: bool) -> bool:
    if not isinstance(value, str):
        return False
    text = " ".join(value.split())
    if by_name:
        return len({each.code for each in places.find_place(text, division=Division.MUNICIPALITY)}) == 1
    return text.isdecimal() and len(text) == 3 and places.known(Division.MUNICIPALITY, text)  # noqa: PLR2004 - 091


def _map(sheet: TableSheet, place: _Places, period: str) -> PlainTable:
    header = next(row for row in sheet.rows if row.line == place.header)
    below = [row.values for row in sheet.rows if row.line > place.header]
    own, left = dict[str, int](), list[str]()
    for column in range(len(header.values)):
        name = _shown(header.values, column)
        if not name or column == place.column:
            continue
        cells = [cell for values in below if (cell := _cell(values, column)) is not None]
        if any(is_figure(cell) for cell in cells) and not _CODES.search(name):
            own[name] = column
        else:
            left.append(name)
    years = [name for name in own if period_of(name) or name.casefold() in _YEARS]
    if years or not own:
        raise InputProblem.because(words.needs_a_map(", ".join(years)) if years else words.NO_FIGURES)
    indicators = dict(_indicators(own, below, frozenset(sheet.percent_columns)))
    columns = ColumnMap(
        place=_shown(header.values, place.column),
        place_as="name" if place.by_name else "code",
        values={name: ValueColumn(each.id, period) for name, each in indicators.items()},
        indicators={each.id: each for each in indicators.values()},
        sheet=sheet.name,
        header=place.header,
    )
    return PlainTable(columns, tuple(Problem(words.left_out(name)) for name in left))


def _indicators(
    own: Mapping[str, int], below: Sequence[Sequence[CellValue]], percents: frozenset[int]
) -> Iterator[tuple[str, Indicator]]:
    """Yield an indicator for each header; two headers never share an id, nor does one take the catalogue's."""
    taken = set(catalogue().indicators)
    for name, column in own.items():
        plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
        stem = f"own_{re.sub(r'[^a-z0-9]+', '_', plain).strip('_')}"[:LONGEST_ID].rstrip("_")
        code = next(each for each in (stem, *(f"{stem}_{n}" for n in range(2, len(own) + 2))) if each not in taken)
        taken.add(code)
        unit, moved = _UNIT.search(name), 2 if column in percents else 0
        said = unit[1].strip() if unit else "%" if moved else ""
        decimals = min(MOST_DECIMALS, max(0, max(_decimals(_cell(values, column)) for values in below) - moved))
        label, of = Text.same(name), Text.same(said)
        made = Indicator(id=code, label=label, unit=of, description=label, kind=Kind.RATE, decimals=decimals, source="")
        yield name, made


def _decimals(value: CellValue) -> int:
    """Return how many decimals a figure is written with; 0 for what is none."""
    if isinstance(value, Decimal):
        return decimals_needed(value)
    found = re.search(r"[.,](\d+)$", value.strip()) if isinstance(value, str) and is_figure(value) else None
    return len(found[1]) if found else 0


def _cell(values: Sequence[CellValue], column: int) -> CellValue:
    return values[column] if column < len(values) else None


def _shown(values: Sequence[CellValue], column: int) -> str:
    """Return a cell as ``mapped`` compares headers: spaces as one, a whole number without decimals."""
    value = _cell(values, column)
    if isinstance(value, Decimal):
        return str(int(value)) if value == value.to_integral_value() else f"{value:f}"
    return "" if value is None else " ".join(str(value).split())
