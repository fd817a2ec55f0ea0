"""Changes over years, worked out from figures that were read: the same whatever engine read them.

Not for rates of one period (``formulas``) nor for reading (``warehouse``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from seutu.core.statistics import Catalogue, Grain, Indicator, Status, grain_of
from seutu.core.statistics.status import FLAG, MEAN
from seutu.core.text import Text
from seutu.warehouse.figures import Coverage, Figure

Place = tuple[str, str, str]  # kind of place, place, breakdown


def bases_of(known: Catalogue, indicators: Iterable[str]) -> Mapping[str, list[Indicator]]:
    """Return the figures that changes are worked out from, and the changes of each that are asked for."""
    found: dict[str, list[Indicator]] = defaultdict(list)
    for name in indicators:
        asked = known.indicator(name)
        if asked.change is not None:
            found[asked.change.of].append(asked)
    return found


def changes_of(figures: Iterable[Figure], known: Catalogue, bases: Mapping[str, Sequence[Indicator]]) -> list[Figure]:
    """Return the changes of every figure that has its start among ``figures``; the others have no change."""
    return [change for change in _every(figures, known, bases) if change.value is not None]


def every_change(figures: Iterable[Figure], known: Catalogue, bases: Mapping[str, Sequence[Indicator]]) -> list[Figure]:
    """Return a change of every figure: without a value and with the reason where it cannot be worked out."""
    return list(_every(figures, known, bases))


def newest_of(changes: Iterable[Figure]) -> list[Figure]:
    """Return the newest change of each indicator, place and breakdown; a year goes before a month."""
    best: dict[tuple[str, Place], Figure] = {}
    for figure in changes:
        key = figure.indicator.id, (figure.place_kind, figure.place, figure.breakdown)
        if key not in best or _order(figure) > _order(best[key]):
            best[key] = figure
    return list(best.values())


def coverage_of_changes(covered: Iterable[Coverage], bases: Mapping[str, Sequence[Indicator]]) -> list[Coverage]:
    """Return how many places can have each change: the fewer of those that have its two periods."""
    rows = {(each.indicator, each.place_kind, each.period): each for each in covered}
    found = []
    for now in rows.values():
        for asked in bases.get(now.indicator, ()):
            then = asked.change and rows.get((now.indicator, now.place_kind, asked.change.start_of(now.period)))
            if then:
                fewer = {name: min(getattr(now, name), getattr(then, name)) for name in ("places", "wholes")}
                found.append(replace(now, indicator=asked.id, **fewer))
    return found


def _order(figure: Figure) -> tuple[bool, str]:
    period = figure.period or ""
    return grain_of(period) is Grain.YEAR, period


def _every(figures: Iterable[Figure], known: Catalogue, bases: Mapping[str, Sequence[Indicator]]) -> Iterator[Figure]:
    rows = [figure for figure in figures if figure.period]
    cells = {(f.indicator.id, f.place_kind, f.place, f.breakdown, f.period): f for f in rows}
    for now in rows:
        for asked in bases.get(now.indicator.id, ()):
            if asked.change is not None and now.period is not None:
                start = asked.change.start_of(now.period)
                then = cells.get((now.indicator.id, now.place_kind, now.place, now.breakdown, start))
                yield _change(asked, then, now, known)


def _change(asked: Indicator, then: Figure | None, now: Figure, known: Catalogue) -> Figure:
    value = None if then is None or asked.change is None else asked.change.between(then.value, now.value)
    sources = {source.id: source for figure in (now, then) if figure is not None for source in figure.sources}
    return Figure(
        indicator=asked,
        place_kind=now.place_kind,
        place=now.place,
        period=now.period,
        value=value,
        status=Status.NOT_PUBLISHED if value is None else _status(then, now),
        sources=() if value is None else tuple(sources.values()),
        breakdown=now.breakdown,
        formula=None if value is None else known.formula(asked.id),
        reason=None if value is not None else now.reason or why_no_change(asked),
    )


def _status(then: Figure | None, now: Figure) -> str:
    """Keep what makes the change less sure: a hidden part, a former extent, a flag, unlike numbers of months."""
    ends = [str(now.status), *([str(then.status)] if then is not None else [])]
    for doubt in (Status.INCOMPLETE, Status.FORMER_EXTENT):
        if doubt in ends:
            return doubt
    doubts = (FLAG,) if len(set(ends)) == 1 else (FLAG, MEAN)
    return next((end for end in ends if end.startswith(doubts)), Status.RECOMPUTED)


def why_no_change(asked: Indicator) -> Text:
    """Say why there is no change."""
    years = 0 if asked.change is None else asked.change.years
    return Text(
        fi=f"Muutosta ei voi laskea: luku puuttuu tältä tai {years} vuotta aiemmalta ajankohdalta.",
        sv=f"Förändringen kan inte räknas ut: talet saknas nu eller {years} år tidigare.",
        en=f"The change cannot be computed: the figure is missing now or {years} years before.",
    )
