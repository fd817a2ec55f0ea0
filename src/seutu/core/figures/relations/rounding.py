"""Which way of rounding takes an exact value to a printed one.

Money is never rounded here: a check only says how a figure that was printed can have come about.
"""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from seutu.core.figures.marks import EXACT


class RoundingMode(StrEnum):
    """A way of rounding to a number of decimals."""

    HALF_UP = "half_up"
    FLOOR = "floor"
    CEIL = "ceil"


def step_of(value: Decimal) -> Decimal:
    """Return the unit of the last printed decimal: 0.01 for 19.32, 1 for 125977 and for 80."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)


def rounded(exact: Fraction, step: Decimal, mode: RoundingMode) -> Decimal:
    """Return ``exact`` rounded to whole steps. Exact for every fraction: halves are told from near halves."""
    steps = exact / Fraction(step)
    whole, rest = divmod(steps.numerator, steps.denominator)
    if mode is RoundingMode.CEIL:
        whole += rest > 0
    elif mode is RoundingMode.HALF_UP:
        twice = 2 * rest
        whole += twice > steps.denominator or (twice == steps.denominator and steps > 0)
    return EXACT.multiply(Decimal(whole), step)


def fitting_modes(exact: Fraction, printed: Decimal) -> tuple[RoundingMode, ...]:
    """Return the ways of rounding that print ``exact`` as ``printed``; none when it is exact as it stands."""
    if exact == Fraction(printed):
        return ()
    step = step_of(printed)
    return tuple(mode for mode in RoundingMode if rounded(exact, step, mode) == printed)
