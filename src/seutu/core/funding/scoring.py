"""Points of several assessors over the criteria of a call: sums, means and spread, and how the stated points compare.

Exact fractions until they are written. Not for who may see whose points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Spread:
    """What assessors gave: how many, the mean, the least and the most. ``mean`` is exact."""

    count: int
    mean: Fraction
    low: Decimal
    high: Decimal

    @property
    def printed_mean(self) -> Decimal:
        """Return the mean to a hundredth, halves up, without needless zeros."""
        return to_hundredth(self.mean)

    @property
    def is_rounded(self) -> bool:
        """Return whether the printed mean is not the mean itself."""
        return Fraction(self.printed_mean) != self.mean


@dataclass(frozen=True, slots=True)
class Scoring:
    """The points of every assessor by criterion. A criterion an assessor has not scored is missing, not zero."""

    criteria: tuple[str, ...]
    points: Mapping[str, Mapping[str, Decimal]]

    @property
    def finished(self) -> tuple[str, ...]:
        """Return the assessors who have scored every criterion, in the order they were given."""
        return tuple(name for name, given in self.points.items() if self.criteria and not self._left(given))

    def _left(self, given: Mapping[str, Decimal]) -> list[str]:
        return [each for each in self.criteria if each not in given]

    def total_of(self, assessor: str) -> Decimal:
        """Return the sum of what one assessor has given so far."""
        given = self.points[assessor]
        return sum((given[each] for each in self.criteria if each in given), Decimal(0))

    def spread_of(self, criterion: str) -> Spread | None:
        """Return the spread of one criterion over everybody who scored it; None when nobody has."""
        return spread([given[criterion] for given in self.points.values() if criterion in given])

    @property
    def total(self) -> Spread | None:
        """Return the spread of the sums of those who have finished; None when nobody has."""
        return spread([self.total_of(each) for each in self.finished])


def spread(values: Sequence[Decimal]) -> Spread | None:
    """Return the count, mean, least and most of values; None of none.

    >>> spread([Decimal(20), Decimal(21)]).printed_mean
    Decimal('20.5')
    """
    if not values:
        return None
    mean = sum((Fraction(each) for each in values), Fraction(0)) / Fraction(len(values))
    return Spread(len(values), mean, min(values), max(values))


def difference(stated: Decimal, scored: Spread) -> Decimal:
    """Return how much more the stated points are than the mean of the sums, to a hundredth."""
    return to_hundredth(Fraction(stated) - scored.mean)


def to_hundredth(value: Fraction) -> Decimal:
    """Return a fraction to a hundredth, halves away from zero, without needless zeros."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = format(exact.quantize(HUNDREDTH, rounding=ROUND_HALF_UP), "f").rstrip("0").rstrip(".")
    return Decimal("0" if text in {"", "-0"} else text)
