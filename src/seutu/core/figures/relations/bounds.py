"""What an approximate figure can be: the interval its qualifier and its zeros leave open.

about 900 000 is 850 000–950 000 (half of the last digit that is not zero); under 180 000 is below it; over is above.
Not for exact figures, which are themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations.terms import Term

BELOW: Final = frozenset({Qualifier.UNDER, Qualifier.NEARLY, Qualifier.AT_MOST})
ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value; None where a side is open."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Bounds") -> bool:
        """Return whether some value lies in both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above


def bounds_of(term: Term) -> Bounds:
    """Return what the figure of a term can be. Raises ``TypeError`` where it is none."""
    value = term.number
    if term.qualifier in BELOW:
        return Bounds(None, value)
    if term.qualifier in ABOVE:
        return Bounds(value, None)
    if term.qualifier is Qualifier.EXACT:
        return Bounds(value, value)
    half = last_digit(value) / 2
    return Bounds(value - half, value + half)


def last_digit(value: Decimal) -> Decimal:
    """Return the unit of the last digit that is not zero: 100 000 for 900 000, 0.1 for 3.2; 1 for zero."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if value and isinstance(exponent, int) else Decimal(1)


def sum_of(bounds: Iterable[Bounds]) -> Bounds:
    """Return what the sum of figures can be; a side is open when it is open in any of them."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for each in bounds:
        low = None if low is None or each.low is None else low + each.low
        high = None if high is None or each.high is None else high + each.high
    return Bounds(low, high)
