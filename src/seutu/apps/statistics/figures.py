"""The figures of a place over time, beside the country, its region and a group: read, compared, never filled in.

Not for storing (``seutu.warehouse``) nor for saying them in words (``seutu.core.situation``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from seutu.apps.statistics.points import medians_of, point_of
from seutu.apps.statistics.queries import store_stamp, warehouse
from seutu.core.places import Division
from seutu.core.situation import Comparison, FigureSeries, Point, SourceNote
from seutu.core.situation.series import ComparisonRole, Measure
from seutu.core.statistics import Grain, Indicator, Kind, SourceRecord
from seutu.core.text import Text
from seutu.rules.statistics import catalogue
from seutu.warehouse import Area, Figure, Warehouse

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2050
"""The store sums areas over the years it is asked for. These are wider than any statistics that come with the product;
a municipality's own years are asked for besides, so that an older series of a person's has its comparisons too."""
HEADLINE: Final = (
    "population",
    "net_migration",
    "jobseeker_rate",
    "workplaces",
    "residents_aged_65_or_over_share",
    "economic_dependency_ratio",
    "job_self_sufficiency",
    "manufacturing_jobs_share",
    "natural_increase",
    "employment_rate",
    "vacancies_per_100_unemployed",
    "secondary_jobs_share",
    "age_under_15_share",
    "age_over_64_share",
    "higher_degree_share",
    "tertiary_education_share",
    "foreign_citizens_share",
    "median_income",
    "loans_per_inhabitant",
    "annual_margin_per_inhabitant",
)
"""What every picture begins with: population, movement, work, industries, age, skills, income, municipal economy."""
BALANCES: Final = frozenset({"net_migration", "natural_increase", "net_migration_between_municipalities"})


@dataclass(frozen=True, slots=True)
class Beside:
    """An area that a place is read against."""

    role: ComparisonRole
    name: Text
    area: Area


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """The figures of a place and the sources of every value in them."""

    series: tuple[FigureSeries, ...]
    sources: tuple[SourceNote, ...]


def place_figures(own: Area, beside: Sequence[Beside] = (), *, indicators: Sequence[str] | None = None) -> PlaceFigures:
    """Return yearly figures of ``own`` with the same figures of ``beside``.

    Without ``indicators``: the headline figures and every indicator that a person has loaded and that has a value here.
    A rate that cannot be computed for a group is given as the median of its municipalities, which its name says. A
    figure without any value says why. Kept in the process until a load changes the store.
    """
    store = warehouse()
    asked = tuple(indicators) if indicators is not None else tuple(dict.fromkeys((*HEADLINE, *loaded_by_people(store))))
    return _place_figures(store_stamp(store), own, tuple(beside), asked)


@lru_cache(maxsize=256)
def _place_figures(
    stamp: tuple[str, int, int], own: Area, beside: tuple[Beside, ...], asked: tuple[str, ...]
) -> PlaceFigures:
    del stamp  # part of the key only
    store = warehouse()
    found = by_indicator(_own_figures(store, own, asked))
    years = {figure.period for figures in found.values() for figure in figures if figure.period}
    areas = area_figures(store, [each.area for each in beside], asked, more_years=years)
    medians = Medians(store, asked)
    series = []
    for name in asked:
        indicator = store.catalogue().indicator(name)
        if not any(figure.value is not None for figure in found[name]) and not _is_owed(indicator, own):
            continue
        comparisons = tuple(
            comparison
            for each in beside
            if (comparison := comparison_of(each, indicator, areas[name, each.area.kind, each.area.code], medians))
        )
        series.append(series_of(indicator, found[name], comparisons, store.catalogue().formula(name)))
    return PlaceFigures(tuple(series), _notes(found, areas, asked, medians.sources))


def _is_owed(indicator: Indicator, own: Area) -> bool:
    """Tell whether a missing figure is worth saying: a published rate is of municipalities only."""
    whole = own.kind == Division.MUNICIPALITY.value or indicator.kind is Kind.COUNT or indicator.ratio is not None
    return indicator.id in HEADLINE and whole


def loaded_by_people(store: Warehouse) -> list[str]:
    """Return what the product does not know, and what it knows but does not bring: that has a source of its own."""
    own = catalogue()
    known = store.catalogue().indicators
    return [name for name, each in known.items() if name not in own.indicators or each.source not in own.sources]


def _own_figures(store: Warehouse, own: Area, asked: Sequence[str]) -> list[Figure]:
    if own.kind == Division.MUNICIPALITY.value:
        return store.series(asked, [own.code], grain=Grain.YEAR)
    return [figure for figures in area_figures(store, [own], asked, unknown=True).values() for figure in figures]


def area_figures(
    store: Warehouse,
    areas: Sequence[Area],
    asked: Sequence[str],
    *,
    more_years: AbstractSet[str] = frozenset(),
    unknown: bool = False,
) -> Mapping[tuple[str, str, str], list[Figure]]:
    """Return the figures that have a value; with ``unknown`` also one of each indicator without any: it says why."""
    found: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    without: dict[tuple[str, str, str], Figure] = {}
    if not areas:
        return found
    years = sorted({*map(str, range(FIRST_YEAR, LAST_YEAR)), *more_years})
    for figure in store.totals(asked, areas, periods=years):
        key = figure.indicator.id, figure.place_kind, figure.place
        if figure.value is not None:
            found[key].append(figure)
        elif figure.reason is not None:
            without[key] = figure
    if unknown:
        found.update({key: [figure] for key, figure in without.items() if key not in found})
    return found


def by_indicator(figures: Iterable[Figure]) -> Mapping[str, list[Figure]]:
    """Return the figures sorted by their indicator."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.indicator.id].append(figure)
    return found


class Medians:
    """Medians over the municipalities of a group, read only for the indicators that need them."""

    def __init__(self, store: Warehouse, asked: Sequence[str]) -> None:
        self._store = store
        self._asked = asked
        self._found: dict[tuple[str, ...], Mapping[str, list[Figure]]] = {}
        self.sources: dict[str, SourceRecord] = {}

    def of(self, indicator: str, area: Area) -> tuple[Point, ...]:
        """Return the yearly medians; the sources that they name are kept in ``sources``."""
        if area.members not in self._found:
            figures = self._store.series(self._asked, area.members, grain=Grain.YEAR)
            self._found[area.members] = by_indicator(figures)
        figures = self._found[area.members][indicator]
        points = medians_of(figures, len(area.members))
        named = {point.source for point in points}
        self.sources |= {one.id: one for figure in figures for one in figure.sources if one.id in named}
        return points


def comparison_of(each: Beside, indicator: Indicator, figures: Sequence[Figure], medians: Medians) -> Comparison | None:
    """Return the figure of an area beside a place; ``None`` without any. A rate of a group is a median of its towns."""
    points = tuple(point_of(figure) for figure in figures)
    name = each.name
    if not points and each.role == "group" and indicator.kind is not Kind.COUNT:
        points = medians.of(indicator.id, each.area)
        name = Text(fi=f"{each.name.fi} (mediaani)", sv=f"{each.name.sv} (median)", en=f"{each.name.en} (median)")
    if not points:
        return None
    return Comparison(role=each.role, name=name, points=points, code=each.area.code)


def series_of(
    indicator: Indicator, figures: Sequence[Figure], comparisons: tuple[Comparison, ...], formula: Text | None
) -> FigureSeries:
    """Return the figures of one place as a series beside its comparisons; without a value it says why."""
    values = tuple(point_of(figure) for figure in figures if figure.period)
    return FigureSeries(
        indicator=indicator.id,
        label=indicator.label,
        unit=indicator.unit,
        decimals=indicator.decimals,
        definition=indicator.description,
        values=values,
        comparisons=comparisons,
        measure=_measure(indicator),
        source=next((point.source for point in reversed(values) if point.source), indicator.source),
        formula=formula,
        why_missing=None if any(point.value is not None for point in values) else why_missing_of(figures),
    )


def _measure(indicator: Indicator) -> Measure:
    if indicator.id in BALANCES:
        return "balance"
    return "count" if indicator.kind is Kind.COUNT else "rate"


def why_missing_of(figures: Sequence[Figure]) -> Text:
    """Return why a place has no figure."""
    said = next((figure.reason for figure in figures if figure.reason), None)
    if said is not None:
        return said
    if figures:
        return Text(
            fi="lähde ei julkaise lukua", sv="källan publicerar inte talet", en="the source does not publish it"
        )
    return Text(
        fi="lukua ei ole eikä sitä voi laskea tälle alueelle",
        sv="talet finns inte och kan inte räknas ut för området",
        en="there is no figure, and it cannot be computed for this area",
    )


def _notes(
    found: Mapping[str, list[Figure]],
    areas: Mapping[tuple[str, str, str], list[Figure]],
    asked: Sequence[str],
    of_medians: Mapping[str, SourceRecord],
) -> tuple[SourceNote, ...]:
    used: dict[str, SourceRecord] = {}
    every = [*(found[name] for name in asked if name in found), *areas.values()]
    for figures in every:
        for figure in figures:
            used |= {source.id: source for source in figure.sources}
    return tuple(source_note(record) for record in {**used, **of_medians}.values())


def source_note(record: SourceRecord) -> SourceNote:
    """Return a statistics source as a note.

    The product names its own sources "publisher, material". The name of a source that a person has loaded is theirs:
    it stays whole, and its publisher is not guessed.
    """
    own = catalogue().sources.get(record.id)
    publisher, _, title = record.name.partition(", ") if own and own.name == record.name else ("", "", "")
    return SourceNote(
        id=record.id,
        title=Text.same(title[:1].upper() + title[1:] if title else record.name),
        publisher=Text.same(publisher),
        licence=record.licence,
        retrieved=record.retrieved,
        url=record.url or None,
    )
