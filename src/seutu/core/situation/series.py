"""A figure over time: the place's own points and those it is read against.

Holds read values; nothing here fills a missing one. Drawing belongs to ``core.charts``.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from seutu.core.text import Text

Number = Decimal | float
PointStatus = Literal["final", "preliminary", "estimated", "suppressed", "missing"]
ComparisonRole = Literal["country", "region", "group", "peer"]
Measure = Literal["count", "rate", "balance"]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one period.

    ``period`` is what is shown ("2023", "6/2026"), ``year`` its place on the time axis (2026.42). ``value`` is None
    exactly when ``status`` is ``suppressed`` or ``missing``. ``source`` is the id of a ``SourceNote``.
    """

    period: str
    year: float
    value: Number | None
    status: PointStatus = "final"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same figure of the country, the region, a chosen group (its mean, said in ``name``) or a peer."""

    role: ComparisonRole
    name: Text
    points: tuple[Point, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of the newest value and an earlier one, in the figure's unit and relative to the earlier.

    ``relative`` = (to − from) / |from| as a fraction; None when the earlier value is 0.
    """

    start: Point
    end: Point
    difference: Number
    relative: float | None


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """One indicator of the place over time, oldest first, with its comparisons.

    ``measure``: a ``count`` (people, jobs) is compared as an index, first common period = 100; a ``rate`` (%, €/person)
    as it is; a ``balance`` (net migration, may be below zero) is shown for the place alone. ``decimals`` is how many
    are printed. ``why_missing`` is set when the place has no value at all and says why.
    """

    indicator: str
    label: Text
    unit: Text
    decimals: int
    definition: Text
    values: tuple[Point, ...]
    comparisons: tuple[Comparison, ...] = ()
    measure: Measure = "rate"
    source: str | None = None
    formula: Text | None = None
    why_missing: Text | None = None

    @property
    def known(self) -> tuple[Point, ...]:
        """The place's points that have a value."""
        return tuple(point for point in self.values if point.value is not None)

    @property
    def latest(self) -> Point | None:
        """The newest point that has a value; None when there is none."""
        return max(self.known, key=lambda point: point.year, default=None)

    @property
    def change(self) -> Change | None:
        """Change from the oldest known point to the newest; None with fewer than two."""
        if len(self.known) < 2:  # noqa: PLR2004
            return None
        return change_between(
            min(self.known, key=lambda point: point.year), max(self.known, key=lambda point: point.year)
        )


def change_between(start: Point, end: Point) -> Change | None:
    """Return the change between two points; None when either has no value."""
    if start.value is None or end.value is None:
        return None
    if isinstance(start.value, Decimal) and isinstance(end.value, Decimal):
        difference: Number = end.value - start.value
    else:
        difference = float(end.value) - float(start.value)
    relative = float(difference) / abs(float(start.value)) if start.value else None
    return Change(start=start, end=end, difference=difference, relative=relative)
