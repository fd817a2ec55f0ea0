"""The units of an index out of the store: municipalities, a figure of each indicator, and where each figure is from.

What is missing stays missing and says why; nothing is filled in, and no year is taken for another without being told.
Not for what is made of the figures (``core.indices``).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np

from seutu.apps.statistics import index_messages as say
from seutu.apps.statistics.enums import YearRule
from seutu.apps.statistics.queries import store_stamp, warehouse
from seutu.core.indices.structure import Kind as NodeKind
from seutu.core.indices.structure import Node, Structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Grain, Indicator, SourceRecord, Status, UnknownIndicator
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.text import Language, Text
from seutu.rules import places
from seutu.warehouse import Figure

ENOUGH: Final = 0.5
"""A year counts as there where at least half of the municipalities have a figure of it."""
SUPPRESSED: Final = frozenset({Status.INCOMPLETE.value, "flag:c"})


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one figure is from. Without ``value`` it is missing, and ``why`` says it; ``is_hidden``: suppressed.

    ``is_merged``: put together of the parts of today's municipality, or of its former extent.
    """

    unit: str
    code: str
    year: str
    value: float | None
    status: str
    status_text: Text
    sources: tuple[SourceRecord, ...] = ()
    why: Text | None = None
    is_hidden: bool = False

    @property
    def is_merged(self) -> bool:
        """Whether a merger has been at the figure."""
        return self.status in {Status.SUMMED, Status.FORMER_EXTENT}


@dataclass(frozen=True)
class IndexUnits:
    """The figures that an index is made of. ``years`` has the year of each indicator, ``cells`` every cell.

    ``survey`` has the columns that are of a survey, with their replicates; ``remarks`` what is to be told of a column.
    """

    codes: tuple[str, ...]
    units: tuple[str, ...]
    years: Mapping[str, str]
    cells: Mapping[tuple[str, str], Cell]
    indicators: Mapping[str, Indicator]
    survey: SurveyFigures | None = None
    remarks: Mapping[str, Text] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[Cell, ...]:
        """The cells without a figure, by indicator and unit."""
        return tuple(self.cells[unit, code] for code in self.codes for unit in self.units if self._lacks(unit, code))

    def _lacks(self, unit: str, code: str) -> bool:
        return self.cells[unit, code].value is None

    def table(self, language: Language) -> UnitTable:
        """Return the units × indicators that an index is built of, missing figures NaN."""
        values = [[_number(self.cells[unit, code]) for code in self.codes] for unit in self.units]
        names = {unit: place_name(unit, language) for unit in self.units}
        held = np.array(values, dtype=np.float64).reshape(len(self.units), len(self.codes))
        return UnitTable(self.units, self.codes, held, names)

    def named(self, structure: Structure, language: Language) -> Structure:
        """Return the structure with the indicators' own names and units of measure in a language."""
        return Structure(tuple(self._named(node, language) for node in structure.nodes))

    def _named(self, node: Node, language: Language) -> Node:
        known = self.indicators.get(node.code)
        if node.kind is not NodeKind.INDICATOR or known is None:
            return node
        name = known.label.in_language(language) if node.name == node.code else node.name
        return Node(
            node.code, name, node.kind, node.level, node.parent, node.direction, node.weight,
            known.unit.in_language(language), node.target, node.denominator, node.line,
        )  # fmt: skip


def place_name(code: str, language: Language) -> str:
    """Return the name of a municipality of the newest division."""
    return places.load().municipality(code, places.NEWEST_DIVISION).name.in_language(language)


def index_units(codes: Sequence[str], municipalities: Sequence[str], *, rule: YearRule, year: str = "") -> IndexUnits:
    """Return the yearly figures of some indicators and municipalities by a rule of years.

    Raises ``InputProblem``: an indicator that the store does not know or has nothing of, a year that an indicator
    lacks, no year that they have in common. Kept in the process until a load changes the store.
    """
    return _index_units(store_stamp(warehouse()), tuple(codes), tuple(municipalities), rule, year.strip())


@lru_cache(maxsize=32)
def _index_units(
    stamp: tuple[str, int, int], codes: tuple[str, ...], units: tuple[str, ...], rule: YearRule, year: str
) -> IndexUnits:
    del stamp  # part of the key only
    store = warehouse()
    known = store.catalogue()
    indicators, problems = {}, []
    for code in codes:
        try:
            indicators[code] = known.indicator(code)
        except UnknownIndicator:
            problems.append(Problem(say.UNKNOWN_INDICATOR.filled(code=code), column="code", value=code))
    if problems:
        raise InputProblem(*problems)
    figures = store.series(codes, units, grain=Grain.YEAR) if codes and units else []
    by_year: dict[str, dict[str, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    for figure in figures:
        by_year[figure.indicator.id][figure.period or ""][figure.place] = figure
    years = _years(codes, units, by_year, indicators, rule, year)
    cells = {
        (unit, code): _cell(unit, code, years[code], by_year[code][years[code]].get(unit))
        for unit in units
        for code in codes
    }
    return IndexUnits(codes, units, years, cells, indicators)


def _years(
    codes: Sequence[str],
    units: Sequence[str],
    figures: Mapping[str, Mapping[str, Mapping[str, Figure]]],
    indicators: Mapping[str, Indicator],
    rule: YearRule,
    year: str,
) -> dict[str, str]:
    there = {code: _covered(figures[code], len(units)) for code in codes}
    bare = [code for code in codes if not there[code]]
    if bare:
        raise InputProblem(*(Problem(say.NO_FIGURES.filled(name=indicators[code].label), value=code) for code in bare))
    if rule is YearRule.EACH:
        return {code: max(there[code]) for code in codes}
    wanted = year
    if rule is YearRule.COMMON:
        common = set.intersection(*(there[code] for code in codes)) if codes else set()
        if not common:
            raise InputProblem(*(_no_common(indicators[code], there[code]) for code in codes))
        wanted = max(common)
    lacking = [code for code in codes if wanted not in there[code]]
    if lacking:
        raise InputProblem(*(_no_year(indicators[code], wanted, there[code]) for code in lacking))
    return dict.fromkeys(codes, wanted)


def _covered(figures: Mapping[str, Mapping[str, Figure]], units: int) -> set[str]:
    """Return the years of which enough municipalities have a figure."""
    counts = Counter(
        year for year, held in figures.items() for figure in held.values() if year and figure.value is not None
    )
    return {year for year, count in counts.items() if count >= max(1.0, units * ENOUGH)}


def _no_common(indicator: Indicator, years: set[str]) -> Problem:
    facts = {"name": indicator.label, "first": min(years), "last": max(years)}
    return Problem(say.NO_COMMON_YEAR.filled(**facts), value=indicator.id)


def _no_year(indicator: Indicator, year: str, years: set[str]) -> Problem:
    facts = {"name": indicator.label, "year": year or "–", "first": min(years), "last": max(years)}
    return Problem(say.NO_SUCH_YEAR.filled(**facts), column="year", value=year)


def _cell(unit: str, code: str, year: str, figure: Figure | None) -> Cell:
    if figure is None:
        return Cell(unit, code, year, None, Status.NOT_PUBLISHED.value, say.NOT_IN_STORE, why=say.NOT_IN_STORE)
    hidden = figure.status in SUPPRESSED
    why = None
    if figure.value is None:
        why = say.HIDDEN if hidden else (figure.reason or figure.status_text)
    return Cell(unit, code, year, figure.value, figure.status, figure.status_text, figure.sources, why, hidden)


def _number(cell: Cell) -> float:
    return math.nan if cell.value is None else float(cell.value)
