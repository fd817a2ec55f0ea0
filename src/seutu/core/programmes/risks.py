"""The size of a risk: probability × impact, each from 1 to 5. Not for what is done about it."""

from decimal import Decimal
from enum import StrEnum
from typing import Final

GRADES: Final = 5
GREAT: Final = 15
MODERATE: Final = 5


class Size(StrEnum):
    """How much a risk weighs."""

    SMALL = "small"
    MODERATE = "moderate"
    GREAT = "great"


def weight(probability: Decimal | int | None, impact: Decimal | int | None) -> int | None:
    """Return probability × impact, 1–25; None where either has not been graded."""
    return None if probability is None or impact is None else int(probability) * int(impact)


def size(weighed: int) -> Size:
    """Return the size of a weight: small under 5, great from 15.

    >>> [str(size(each)) for each in (4, 5, 12, 15)]
    ['small', 'moderate', 'moderate', 'great']
    """
    if weighed >= GREAT:
        return Size.GREAT
    return Size.MODERATE if weighed >= MODERATE else Size.SMALL
