"""Periods: a first and a last day with the kind of stretch they are, and their makers.

Not for reading (``period_reading``) or writing (``date_writing``) them.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Granularity(StrEnum):
    """What kind of stretch of time a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    RANGE = "range"


MONTHS_IN: Final = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF_YEAR: 6, Granularity.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included.

    ``approximate`` marks seasons and the like, whose days are a convention. Raises ``ValueError`` when the last day is
    before the first or the days are not those of the granularity.
    """

    first: date
    last: date
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The period ends {self.last} before it begins {self.first}")
        if self.granularity is Granularity.DAY and self.first != self.last:
            raise ValueError(f"{self.first}–{self.last} is not one day")
        months = MONTHS_IN.get(self.granularity)
        if months and (self.first, self.last) != _ends(self.first.year, (self.first.month - 1) // months + 1, months):
            raise ValueError(f"{self.first}–{self.last} is not one {self.granularity}")


def _ends(year: int, number: int, months: int) -> tuple[date, date]:
    last = number * months
    return date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])


def day_period(day: date) -> Period:
    """Return the period of one day."""
    return Period(day, day, Granularity.DAY)


def part_of_year(year: int, granularity: Granularity, number: int = 1) -> Period:
    """Return month, quarter, half-year ``number`` of a year, or the year. Raises ``ValueError`` if there is none."""
    return Period(*_ends(year, number, MONTHS_IN[granularity]), granularity)


def season(year: int, first_month: int) -> Period:
    """Return the three months of a season, approximate; a season from December ends in the next year."""
    last_year, last_month = year + (first_month + 1) // 12, (first_month + 1) % 12 + 1
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Period(date(year, first_month, 1), last, Granularity.RANGE, approximate=True)


def week(year: int, number: int) -> Period:
    """Return an ISO 8601 week, Monday to Sunday, as a range. Raises ``ValueError`` if there is none."""
    monday = date.fromisocalendar(year, number, 1)
    return Period(monday, monday + timedelta(days=6), Granularity.RANGE)


def from_to(first: Period, last: Period) -> Period:
    """Return the range from the start of one period to the end of another. Raises ``ValueError`` if it is backwards."""
    return Period(first.first, last.last, Granularity.RANGE, approximate=first.approximate or last.approximate)


def about(period: Period) -> Period:
    """Return the same period marked as approximate."""
    return replace(period, approximate=True)
