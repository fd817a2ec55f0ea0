"""The columns that an index takes of the workspace's cited facts: which there are, their figures and their origin.

A column is named ``fact:NAME`` in the structure of an index. Facts are read anew each time, so a changed fact shows at
once. Nothing is summed or filled in. Not for the index made of them (``index_queries``).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from seutu.apps.records.queries import records_of
from seutu.apps.register.choices import QUALIFIERS
from seutu.apps.register.kinds.facts import FACTS
from seutu.apps.register.models import Fact, Source
from seutu.apps.statistics import index_fact_messages as say
from seutu.apps.statistics.index_units import ENOUGH, Cell
from seutu.apps.statistics.kinds.years import year_of
from seutu.core.figures import decimals_needed, write_number
from seutu.core.places import UnknownPlace
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Kind, SourceRecord
from seutu.core.text import Language, Text
from seutu.rules import places

FACT: Final = "fact"
STATUS: Final = "fact"
FEWEST: Final = 3
EXACT: Final = "exact"
PER_CENT: Final = "%"
MOST_SHOWN: Final = 6
QUALIFIER_NAMES: Final = {choice.code: choice.label for choice in QUALIFIERS}

ByTown: TypeAlias = Mapping[str, Sequence[Fact]]


@dataclass(frozen=True)
class FactColumns:
    """The columns of facts in an index: their indicators, years, cells and remarks."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    years: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    remarks: Mapping[str, Text] = field(default_factory=dict)


def is_fact_code(code: str) -> bool:
    """Return whether a code of a structure names a column of cited facts."""
    return code.startswith(f"{FACT}:")


def facts_to_choose() -> list[tuple[Indicator, str]]:
    """Return the columns that the workspace's facts have of at least three towns, each with its newest such year."""
    found = []
    for name, facts in _facts().items():
        years = [year for year, towns in _by_year(facts).items() if len(towns) >= FEWEST]
        if years:
            found.append((_indicator(name, facts), max(years)))
    return found


def fact_columns(codes: Sequence[str], towns: Sequence[str], *, year: str = "") -> FactColumns:
    """Return the columns of some codes for the towns of an index: of one year, or of each column's newest.

    Raises ``InputProblem``: an unknown name, several units under one, two values for a town and year, too few towns.
    """
    known = _facts([code.partition(":")[2] for code in codes])
    indicators: dict[str, Indicator] = {}
    years: dict[str, str] = {}
    cells: dict[tuple[str, str], Cell] = {}
    remarks: dict[str, Text] = {}
    problems: list[Problem] = []
    for code in codes:
        name = code.partition(":")[2]
        facts = known.get(name, [])
        units = sorted({fact.unit for fact in facts})
        if len(units) != 1:
            problems.append(_not_one_unit(name, units))
            continue
        by_year = _by_year(facts)
        years[code] = year or _newest(by_year, towns)
        by_town = by_year.get(years[code], {})
        held = {(town, code): _cell(town, code, years[code], by_town.get(town, ())) for town in towns}
        problems += _conflicts(name, years[code], towns, by_town) or _few(name, years[code], held.values())
        indicators[code] = _indicator(name, facts)
        cells |= held
        remarks |= _remark(code, [fact for town in towns for fact in by_town.get(town, ())])
    if problems:
        raise InputProblem(*problems)
    return FactColumns(indicators, years, cells, remarks)


def _facts(names: Sequence[str] | None = None) -> dict[str, list[Fact]]:
    """Return the workspace's facts with a value, a municipality and a plain year, by name."""
    asked = records_of(FACTS).exclude(municipality="").filter(value__isnull=False)
    if names is not None:
        asked = asked.filter(name__in=names)
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in asked:
        if year_of(fact.period.strip()) is not None:
            found[fact.name].append(fact)
    return found


def _by_year(facts: Iterable[Fact]) -> dict[str, dict[str, list[Fact]]]:
    """Return facts by year and today's municipality."""
    found: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        try:
            town = places.load().successor(fact.municipality, places.NEWEST_DIVISION)
        except UnknownPlace:
            continue
        found[fact.period.strip()][town].append(fact)
    return found


def _newest(by_year: Mapping[str, ByTown], towns: Sequence[str]) -> str:
    """Return the newest year that enough towns have; where none has enough, the one that most have."""
    counts = {year: sum(town in held for town in towns) for year, held in by_year.items()}
    enough = [year for year, count in counts.items() if count >= max(1.0, len(towns) * ENOUGH)]
    return max(enough) if enough else max(counts, key=lambda year: (counts[year], year), default="")


def _is_part(fact: Fact, town: str) -> bool:
    """Return whether a fact is of a part of today's municipality only: before a merger, or of a merged municipality."""
    table = places.load()
    if fact.municipality == town:
        ended = date(int(fact.period), 12, 31)
        return any(table.successor(old, ended) == old for old in table.predecessors(town, places.NEWEST_DIVISION))
    if table.predecessors(town, places.NEWEST_DIVISION) != (fact.municipality,):
        return True
    try:
        table.municipality(town, date(int(fact.period), 1, 1))
    except UnknownPlace:
        return False
    return True


def _cell(town: str, code: str, year: str, facts: Sequence[Fact]) -> Cell:
    own = [fact for fact in facts if not _is_part(fact, town)]
    if not own:
        why = say.MERGED if facts else say.NOBODY
        return Cell(town, code, year, None, STATUS, why, why=why)
    told = _told(own[0])
    sources = tuple(dict.fromkeys(_source(fact.source) for fact in own if fact.source is not None))
    return Cell(town, code, year, float(own[0].value or 0), STATUS, told, sources)


def _told(fact: Fact) -> Text:
    qualifier = QUALIFIER_NAMES.get(fact.qualifier) if fact.qualifier != EXACT else None

    def said(language: Language) -> str:
        parts = (say.CITED.in_language(language), qualifier and qualifier.in_language(language), fact.source_place)
        return ", ".join(part for part in parts if part)

    return Text(fi=said("fi"), sv=said("sv"), en=said("en"))


def _source(source: Source) -> SourceRecord:
    return SourceRecord(
        id=f"{FACT}:{source.pk}",
        name=source.name,
        licence=source.licence,
        retrieved=source.retrieved,
        url=source.url,
    )


def _indicator(name: str, facts: Sequence[Fact]) -> Indicator:
    units = " / ".join(sorted({fact.unit for fact in facts if fact.unit}))
    places_used = max(decimals_needed(fact.value or Decimal(0)) for fact in facts)
    return Indicator(
        id=f"{FACT}:{name}",
        label=Text.same(name),
        unit=Text.same(units),
        description=say.ABOUT,
        kind=Kind.RATE if units == PER_CENT else Kind.MEAN,
        decimals=places_used,
        source=FACT,
    )


def _not_one_unit(name: str, units: Sequence[str]) -> Problem:
    if not units:
        return Problem(say.NO_FACT.filled(name=name[:80]), column="code", value=f"{FACT}:{name}")
    said = ", ".join(unit or "–" for unit in units[:MOST_SHOWN])
    return Problem(say.UNITS.filled(name=name, units=said), value=f"{FACT}:{name}")


def _conflicts(name: str, year: str, towns: Sequence[str], by_town: ByTown) -> list[Problem]:
    found = []
    for town in towns:
        own = [fact for fact in by_town.get(town, ()) if not _is_part(fact, town)]
        values = sorted({fact.value for fact in own if fact.value is not None})
        if len(values) > 1:
            label = places.load().municipality(town, places.NEWEST_DIVISION).name
            one, other = (_written(value) for value in values[:2])
            facts = {"name": name, "town": label, "year": year, "one": one, "other": other}
            found.append(Problem(say.TWO_VALUES.filled(**facts), value=f"{FACT}:{name}"))
    return found


def _written(value: Decimal) -> Text:
    def said(language: Language) -> str:
        return write_number(value, language, decimals=decimals_needed(value))

    return Text(fi=said("fi"), sv=said("sv"), en=said("en"))


def _few(name: str, year: str, cells: Iterable[Cell]) -> list[Problem]:
    held = list(cells)
    count = sum(cell.value is not None for cell in held)
    if count >= max(FEWEST, len(held) * ENOUGH):
        return []
    facts = {"name": name, "year": year or "–", "count": count, "all": len(held)}
    return [Problem(say.FEW_TOWNS.filled(**facts), value=f"{FACT}:{name}")]


def _remark(code: str, facts: Sequence[Fact]) -> dict[str, Text]:
    counts = Counter(fact.qualifier for fact in facts if fact.qualifier not in {"", EXACT})
    if not counts:
        return {}

    def said(language: Language) -> str:
        return ", ".join(f"{QUALIFIER_NAMES[key].in_language(language)} ({count})" for key, count in counts.items())

    return {code: say.NOT_EXACT.filled(told=Text(fi=said("fi"), sv=said("sv"), en=said("en")))}
