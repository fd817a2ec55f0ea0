"""What the store has of each indicator: its newest period, how many places have a value, and the values to rank by.

Read in two questions and kept in the process until a load changes the store. Not for the figures of one place
(``figures``, ``profiles``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from seutu.apps.statistics.queries import store_stamp, warehouse
from seutu.core.places import Division
from seutu.core.statistics import Catalogue, Grain, Indicator, SourceRecord, UnknownIndicator, grain_of
from seutu.core.statistics.topics import TOPIC_NAMES
from seutu.core.text import Text
from seutu.rules import places
from seutu.rules.statistics import catalogue
from seutu.rules.statistics.profile_sections import profile_sections
from seutu.warehouse import Coverage, Figure

MUNICIPALITY = Division.MUNICIPALITY.value
WIDEST_LAST = (Division.MUNICIPALITY, Division.SUB_REGION, Division.REGION, Division.NUTS3, Division.COUNTRY)


@dataclass(frozen=True, slots=True)
class Extent:
    """For which places the store has an indicator: ``places`` of the ``of`` places of a kind have it in ``period``.

    ``in_parts``: only broken down (by industry, by age), never as a whole.
    """

    place_kind: str
    period: str
    places: int
    of: int
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueTopic:
    """Under what an indicator stands in the catalogue."""

    code: str
    label: Text


OWN_MATERIAL: Final = CatalogueTopic("own", Text(fi="Omat aineistot", sv="Eget material", en="Own material"))
"""The topic of every indicator that the product does not know: what people have loaded or pulled."""
TOPICS: Final = (*(CatalogueTopic(topic.value, name) for topic, name in TOPIC_NAMES.items()), OWN_MATERIAL)


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the catalogue. ``extent`` is ``None`` when the store has no value of it yet."""

    indicator: Indicator
    topic: CatalogueTopic
    source: SourceRecord | None
    formula: Text | None
    extent: Extent | None

    @property
    def id(self) -> str:
        """Return the indicator's id."""
        return self.indicator.id

    @property
    def ranked(self) -> bool:
        """Tell whether municipalities have whole values that can be put in order."""
        return self.extent is not None and self.extent.place_kind == MUNICIPALITY and not self.extent.in_parts


@dataclass(frozen=True, slots=True)
class Overview:
    """Every indicator of the store in the order of topics, and the municipalities' values of each one's period."""

    entries: Mapping[str, Entry]
    values: Mapping[str, Mapping[str, float]]


def overview() -> Overview:
    """Return what the store has. A load makes the next call read it anew (half a second)."""
    return _overview(store_stamp(warehouse()))


@lru_cache(maxsize=2)
def _overview(stamp: tuple[str, int, int]) -> Overview:
    del stamp  # part of the key only
    store = warehouse()
    known = store.catalogue()
    names = _in_order(known)
    covered: dict[str, list[Coverage]] = defaultdict(list)
    for each in store.coverage(names):
        covered[each.indicator].append(each)
    extents = {name: _extent(covered[name]) for name in names}
    periods = {
        name: found.period
        for name, found in extents.items()
        if found is not None and found.place_kind == MUNICIPALITY and not found.in_parts
    }
    today = _today()
    values = {
        name: {code: value for code, value in found.items() if code in today}
        for name, found in store.values_of(periods).items()
    }
    return Overview({name: _entry(known, name, extents[name], values.get(name)) for name in names}, values)


@cache
def _today() -> frozenset[str]:
    table = places.load()
    return frozenset(place.code for place in table.places(Division.MUNICIPALITY, places.NEWEST_DIVISION))


def _in_order(known: Catalogue) -> list[str]:
    """Return the names by topic, in each those of a town's profile first."""
    shown = [name for section in profile_sections() for name in section.figures]
    places = {name: place for place, name in enumerate(dict.fromkeys((*shown, *known.indicators)))}
    return sorted(known.indicators, key=lambda name: (TOPICS.index(_topic_of(known.indicator(name))), places[name]))


def _topic_of(indicator: Indicator) -> CatalogueTopic:
    if indicator.id not in catalogue().indicators:
        return OWN_MATERIAL
    return next(topic for topic in TOPICS if topic.code == indicator.topic.value)


def _entry(known: Catalogue, name: str, extent: Extent | None, values: Mapping[str, float] | None) -> Entry:
    indicator = known.indicator(name)
    if extent is not None and values is not None:
        extent = Extent(extent.place_kind, extent.period, len(values), extent.of, extent.in_parts)
    return Entry(indicator, _topic_of(indicator), known.sources.get(indicator.source), known.formula(name), extent)


def _extent(covered: Iterable[Coverage]) -> Extent | None:
    """Return the newest period of the finest division, of whole values before parts and of years before months.

    A period of which under half of the places have a value gives way to one that most have: a rank needs the others.
    """
    rows = list(covered)
    for in_parts in (False, True):
        for division in WIDEST_LAST:
            counted = {
                row.period: row.places if in_parts else row.wholes for row in rows if row.place_kind == division.value
            }
            counted = {period: count for period, count in counted.items() if count}
            if not counted:
                continue
            total = _number_of(division)
            years = {period for period in counted if grain_of(period) is Grain.YEAR} or set(counted)
            most = [period for period in years if counted[period] * 2 >= total] or list(years)
            period = max(most)
            return Extent(division.value, period, min(counted[period], total), total, in_parts)
    return None


@cache
def _number_of(division: Division) -> int:
    """Return how many places a division has now; of a division that the product does not list, one."""
    return max(1, len(places.load().places(division, places.NEWEST_DIVISION)))


def entry_of(indicator: str) -> Entry:
    """Return an indicator of the catalogue. Raises ``UnknownIndicator``."""
    try:
        return overview().entries[indicator]
    except KeyError:
        raise UnknownIndicator(indicator) from None


def catalogued(*, text: str = "", topic: str = "", source: str = "", ranked: bool = False) -> list[Entry]:
    """Return the indicators that a filter leaves, in the order of topics.

    ``text`` is looked for in labels, definitions and ids of every language; ``ranked`` leaves those whose
    municipalities can be ranked.
    """
    wanted = text.casefold().split()
    return [
        entry
        for entry in overview().entries.values()
        if (not topic or entry.topic.code == topic)
        and (not source or entry.indicator.source == source)
        and (not ranked or entry.ranked)
        and all(word in _said_of(entry) for word in wanted)
    ]


def _said_of(entry: Entry) -> str:
    one = entry.indicator
    texts = (*one.label.as_dict().values(), *one.description.as_dict().values(), *entry.topic.label.as_dict().values())
    return " ".join((one.id, *texts)).casefold()


def unranked_figures(entry: Entry) -> dict[str, Figure]:
    """Return what the store knows of today's municipalities that have no value in the entry's period, by code.

    A municipality that the store has nothing of is not there.
    """
    if not entry.ranked or entry.extent is None:
        return {}
    without = sorted(_today() - set(overview().values[entry.id]))
    if not without:
        return {}
    found: dict[str, Figure] = {}
    for figure in warehouse().series([entry.id], without):
        kept = found.get(figure.place)
        if kept is None or (figure.period or "") >= (kept.period or ""):
            found[figure.place] = figure
    return found
