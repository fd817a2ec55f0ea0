"""Hours that were worked beside the person-months that were planned, exactly. A month without hours told is not zero.

Not for what the hours cost (``core.funding.staff_costs``), or for loads of planned work (``workloads``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.funding.staff_costs import monthly_hours
from seutu.core.programmes.workloads import NegativeWorkError, months_of

Month = tuple[int, int]
HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class HoursStanding:
    """Planned and worked hours. ``worked`` is None where no month has been told, which is not zero."""

    planned: Fraction | None
    worked: Decimal | None

    @property
    def used(self) -> Fraction | None:
        """Return worked hours in per cent of the planned: 430 h of 860 h is 50; None where either is not known."""
        if not self.planned or self.worked is None:
            return None
        return Fraction(self.worked) * HUNDRED / self.planned

    @property
    def left(self) -> Fraction | None:
        """Return planned hours less worked ones, negative when more was worked; None where either is not known."""
        if self.planned is None or self.worked is None:
            return None
        return self.planned - Fraction(self.worked)

    @property
    def is_over(self) -> bool:
        """Return whether more has been worked than was planned."""
        return self.left is not None and self.left < 0


def planned_hours(person_months: Decimal, hours_of_year: Decimal) -> Fraction:
    """Return person-months as hours, exactly: person-months × hours of a year ÷ 12; 57 of 1 720 h are 8 170 h.

    Raises ``NegativeWorkError``.
    """
    if person_months < 0 or hours_of_year < 0:
        raise NegativeWorkError("work is zero or more")
    return Fraction(person_months) * monthly_hours(hours_of_year)


def untold_months(start: date, end: date, *, told: Iterable[Month], until: date) -> list[Month]:
    """Return the whole months of a period, over by ``until``, of which no hours were told.

    The month of ``until`` is not over. Raises ``EndsBeforeStartError``.
    """
    known = set(told)
    return [each for each in months_of(start, end) if each < (until.year, until.month) and each not in known]


def month_spells(months: Sequence[Month]) -> list[tuple[Month, Month]]:
    """Return months in order as first and last of those that follow one another."""
    spells: list[tuple[Month, Month]] = []
    for year, month in sorted(months):
        before = (year, month - 1) if month > 1 else (year - 1, 12)
        if spells and spells[-1][1] == before:
            spells[-1] = (spells[-1][0], (year, month))
        else:
            spells.append(((year, month), (year, month)))
    return spells
