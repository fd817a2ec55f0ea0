"""Figures of the store as the points of a picture: one to one, or the yearly medians of a group's municipalities.

Not for reading the store (``figures``).
"""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median
from typing import Final

from seutu.core.situation import Point
from seutu.core.situation.series import PointStatus
from seutu.core.statistics import Status
from seutu.warehouse import Figure

WEAKEST_LAST: Final[tuple[PointStatus, ...]] = ("final", "preliminary", "estimated")
_HALF: Final = 0.5
_PRELIMINARY: Final = {"p"}
_ESTIMATED: Final = {"e", "s", "i", "u"}
_CONFIDENTIAL: Final = {"c"}
_FULL_YEAR: Final = "mean:12"


def point_of(figure: Figure) -> Point:
    """Return one figure as a point; of two sources it names the first."""
    period = figure.period or ""
    return Point(period, float(period[:4]), figure.value, _status(figure), _source(figure))


def medians_of(figures: Iterable[Figure], municipalities: int) -> tuple[Point, ...]:
    """Return the yearly medians where at least half of the ``municipalities`` have a value.

    A median is as sure as the least sure of its values. It names a source only when all its values have the same.
    """
    years: dict[str, list[Point]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and figure.period:
            years[figure.period].append(point_of(figure))
    enough = max(1, municipalities * _HALF)
    return tuple(_median(year, points) for year, points in sorted(years.items()) if len(points) >= enough)


def _median(year: str, points: Iterable[Point]) -> Point:
    listed = list(points)
    sources = {point.source for point in listed}
    return Point(
        period=year,
        year=float(year),
        value=median(float(point.value) for point in listed if point.value is not None),
        status=max((point.status for point in listed), key=WEAKEST_LAST.index),
        source=sources.pop() if len(sources) == 1 else None,
    )


def _status(figure: Figure) -> PointStatus:
    letters = set(figure.status.removeprefix("flag:")) if figure.status.startswith("flag:") else set()
    if figure.value is None:
        return "suppressed" if letters & _CONFIDENTIAL else "missing"
    partial_year = figure.status.startswith("mean:") and figure.status != _FULL_YEAR
    if letters & _ESTIMATED or figure.status == Status.INCOMPLETE:
        return "estimated"
    return "preliminary" if letters & _PRELIMINARY or partial_year else "final"


def _source(figure: Figure) -> str | None:
    return figure.sources[0].id if figure.sources else None
