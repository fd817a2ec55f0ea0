"""Periods and their reader (under construction)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seutu.core.figures.reading import Reading
from seutu.core.text import Language


class Granularity(StrEnum):
    """What kind of stretch of time a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included."""

    first: date
    last: date
    granularity: Granularity
    approximate: bool = False


def read_period(text: str, *, language: Language | None = None) -> Reading[Period]:
    """Read a period (under construction)."""
    raise NotImplementedError
