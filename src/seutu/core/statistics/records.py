"""What one statistical value, one indicator and one source are. Plain values; no arithmetic beyond one ratio."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from seutu.core.statistics.status import Status
from seutu.core.text import Text

_YEAR_LENGTH: Final = 4


class Kind(StrEnum):
    """How values of an indicator may be put together."""

    COUNT = "count"  # adds up over places
    RATE = "rate"  # a numerator over a denominator; never added, never averaged
    MEAN = "mean"  # an average or median of people or firms; never added
    INDEX = "index"  # without a unit of its own; never added


class Topic(StrEnum):
    """What an indicator is about, for lists."""

    POPULATION = "population"
    MIGRATION = "migration"
    WORK = "work"
    COMPANIES = "companies"
    EDUCATION = "education"
    ECONOMY = "economy"
    HOUSING = "housing"
    WELL_BEING = "well-being"
    OTHER = "other"


class Direction(StrEnum):
    """How a figure of a town is usually read. A start for an index, never a judgement: the question decides."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Grain(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


def grain_of(period: str) -> Grain:
    """Return how long a period is: ``"2016"`` a year, ``"2023-Q1"`` a quarter, ``"2023-10"`` a month."""
    if len(period) == _YEAR_LENGTH:
        return Grain.YEAR
    return Grain.QUARTER if "Q" in period else Grain.MONTH


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one indicator, place and period.

    ``value`` is ``None`` when the source leaves the cell blank: not published, which is not zero. ``place_kind`` is a
    ``Division`` value, ``place`` the code without its prefix letters (``"091"``, ``"SSS"``). ``breakdown`` is empty for
    the whole or ``"dimension:code"`` (``"tol2008:C"``). ``status`` is a ``Status``, ``"mean:12"`` or ``"flag:b"``.
    """

    indicator: str
    place_kind: str
    place: str
    period: str
    value: float | None
    breakdown: str = ""
    status: str = Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class Ratio:
    """How a rate follows from two counts: ``scale * numerator / denominator + offset``."""

    numerator: str
    denominator: str
    scale: float = 100.0
    offset: float = 0.0

    def of(self, numerator: float | None, denominator: float | None) -> float | None:
        """Return the rate; ``None`` if either part is missing or the denominator is zero. Never rounds."""
        if numerator is None or not denominator:
            return None
        return self.scale * numerator / denominator + self.offset


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure follows from another's own past: now against ``years`` ago.

    ``relative``: ``100 * (now - then) / then`` in per cent; else ``now - then`` in the unit of the other (of a
    percentage: percentage points).
    """

    of: str
    years: int
    relative: bool

    def between(self, then: float | None, now: float | None) -> float | None:
        """Return the change; ``None`` if either is missing, or a relative one has no positive start. Never rounds."""
        if then is None or now is None or (self.relative and then <= 0):
            return None
        return 100 * (now - then) / then if self.relative else now - then

    def start_of(self, period: str) -> str:
        """Return the period that one is held against: ``"2016"`` → ``"2011"``, ``"2023-10"`` → ``"2018-10"``."""
        return f"{int(period[:_YEAR_LENGTH]) - self.years:04d}{period[_YEAR_LENGTH:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What a figure is. The description does not say whether more is better: that depends on the question.

    A ``derived`` indicator is computed from its ``ratio`` or ``change`` when it is read, unless a source publishes it
    too. ``content`` is the source's own code of the figure within ``table``; empty where it is not surely known.
    """

    id: str
    label: Text
    unit: Text
    description: Text
    kind: Kind
    decimals: int
    source: str
    table: str = ""
    ratio: Ratio | None = None
    derived: bool = False
    formula: Text | None = None
    topic: Topic = Topic.OTHER
    direction: Direction = Direction.NEITHER
    content: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """Whom a value is from, under which licence, and the day it was retrieved (``None``: not told).

    ``division`` is the first day of the division of areas that the values were published in (``None``: not told).
    """

    id: str
    name: str
    licence: str
    retrieved: date | None = None
    url: str = ""
    note: str = ""
    division: date | None = None
