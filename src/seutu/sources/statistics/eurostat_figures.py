"""What the dimensions of a Eurostat data set mean: areas, periods, indicators by unit, and at most one breakdown.

Not for asking the service (``eurostat_service``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Kind
from seutu.core.text import Text
from seutu.rules.statistics import catalogue
from seutu.sources.statistics import eurostat_words as words
from seutu.sources.statistics.json_stat import DataSet, Dimension
from seutu.sources.statistics.pulling import PullQuery
from seutu.sources.statistics.reading import examples

GEO, TIME, UNIT, FREQUENCY = "geo", "time", "unit", "freq"
WHOLE: Final = frozenset({"TOTAL", "T", "TOT"})
_PERIOD: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?")
_KINDS: Final = {2: Division.COUNTRY, 4: Division.NUTS2, 5: Division.NUTS3}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with its place as the source codes it and the source's flags."""

    indicator: str
    area: str
    period: str
    breakdown: str
    value: float | None
    flags: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A data set with what its dimensions mean."""

    found: DataSet
    by_unit: Mapping[str, Indicator]
    split: str | None
    problems: tuple[Problem, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the codes of the areas."""
        return _dimension(self.found, GEO).codes

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return the indicators by id."""
        return {each.id: each for each in self.by_unit.values()}

    def cells(self) -> Iterator[Cell]:
        """Yield the cells whose period is a year, a quarter or a month."""
        at = {each.id: number for number, each in enumerate(self.found.dimensions)}
        for codes, value, flags in self.found.cells():
            period = codes[at[TIME]]
            if not _PERIOD.fullmatch(period):
                continue
            part = codes[at[self.split]] if self.split else ""
            breakdown = f"{self.split}:{part}" if part and part not in WHOLE else ""
            unit = codes[at[UNIT]] if UNIT in at else ""
            yield Cell(self.by_unit[unit].id, codes[at[GEO]], period, breakdown, value, flags)


def in_known_form(found: DataSet) -> DataSet:
    """Return the data set if it has areas and periods. Raises ``InputProblem``."""
    ids = {each.id for each in found.dimensions}
    missing = [name for name in (GEO, TIME) if name not in ids]
    if missing:
        raise InputProblem.because(words.no_dimension(missing[0]), column=missing[0])
    return found


def figures_of(found: DataSet, query: PullQuery) -> Figures:
    """Return what a data set's dimensions mean. Raises ``InputProblem`` where more than one would be a breakdown."""
    other = [each for each in found.dimensions if each.id not in {GEO, TIME, UNIT}]
    several = [each for each in other if len(each.codes) > 1]
    if len(several) > 1 or any(each.id == FREQUENCY for each in several):
        names = ", ".join(each.id for each in several)
        raise InputProblem.because(words.several(names), value=names)
    constant = [each for each in other if len(each.codes) == 1 and each.id != FREQUENCY]
    fixed = [each.codes[0] for each in constant if each.codes[0] not in WHOLE]
    units = _dimension(found, UNIT) if any(each.id == UNIT for each in found.dimensions) else None
    codes = units.codes if units is not None else ("",)
    if "" in query.indicators and len(codes) > 1:
        raise InputProblem.because(words.which_unit(", ".join(codes[:8])), value=", ".join(codes))
    by_unit = {code: _indicator(found, query, units, code, fixed) for code in codes}
    strange = {code for code in _dimension(found, TIME).codes if not _PERIOD.fullmatch(code)}
    told = (Problem(words.other_periods(examples(strange)), column=TIME),) if strange else ()
    return Figures(found, by_unit, several[0].id if several else None, told)


def place_of(code: str) -> tuple[Division, str] | None:
    """Return the division and code of a Finnish area; ``None`` of any other."""
    kind = _KINDS.get(len(code)) if code.startswith("FI") else None
    if kind is None:
        return None
    return kind, "SSS" if kind is Division.COUNTRY else code


def _dimension(found: DataSet, name: str) -> Dimension:
    return next(each for each in found.dimensions if each.id == name)


def _indicator(found: DataSet, query: PullQuery, units: Dimension | None, code: str, fixed: list[str]) -> Indicator:
    """Return the indicator that the person names for the unit, else that of the catalogue, else a plain one."""
    table = query.table.lower()
    named = query.indicators.get(code) or query.indicators.get("")
    known = catalogue().indicators
    if named is not None and named in known:
        return known[named]
    if named is None and not fixed:
        own = (each for each in known.values() if each.table == table and each.content == code and code)
        match = next(own, None)
        if match is not None:
            return match
    words_of_unit = units.labels.get(code, code) if units is not None else ""
    label = Text.same(", ".join(part for part in (found.label or table, words_of_unit, *fixed) if part))
    return Indicator(
        id=named or "_".join(part.lower() for part in (table, code, *fixed) if part),
        label=label,
        unit=Text.same(words_of_unit),
        description=label,
        kind=Kind.INDEX,
        decimals=1,
        source="",
        table=table,
        content=code,
    )
