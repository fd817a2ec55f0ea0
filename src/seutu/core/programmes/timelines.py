"""Where days stand on a line of quarters, all equally wide: what a schedule is drawn on.

Not for the schedule itself (``schedules``), or for drawing.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from seutu.core.programmes.schedules import QUARTER_MONTHS, quarters

MOST_QUARTERS: Final = 60


class TooLongError(ValueError):
    """The days lie so far apart that nothing could be seen: most likely a year is wrong. Tells the first and last."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} … {last}")
        self.first, self.last = first, last


@dataclass(frozen=True, slots=True)
class Timeline:
    """Quarters in order; places are shares of the whole width, from 0 to 1."""

    quarters: tuple[tuple[int, int], ...]

    def start_of(self, day: date) -> Fraction:
        """Return where a day begins. Raises ``ValueError`` for a day outside the quarters."""
        return self._place(day, 0)

    def end_of(self, day: date) -> Fraction:
        """Return where a day ends. Raises as ``start_of``."""
        return self._place(day, 1)

    def _place(self, day: date, more: int) -> Fraction:
        quarter = (day.month - 1) // QUARTER_MONTHS + 1
        number = self.quarters.index((day.year, quarter))
        first = date(day.year, quarter * QUARTER_MONTHS - 2, 1)
        length = sum(monthrange(day.year, first.month + month)[1] for month in range(QUARTER_MONTHS))
        return (number + Fraction((day - first).days + more, length)) / len(self.quarters)


def timeline_of(days: Iterable[date | None]) -> Timeline | None:
    """Return the quarters from the first of the days to the last; None without days. Raises ``TooLongError``."""
    known = sorted(day for day in days if day is not None)
    if not known:
        return None
    first, last = known[0], known[-1]
    if (last.year - first.year) * 4 > MOST_QUARTERS:
        raise TooLongError(first, last)
    return Timeline(tuple(quarters(first, last)))
