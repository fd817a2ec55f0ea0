"""Amounts: a value with its unit, qualifier and origin, and their reader.

Not for percentages without qualifier (``percentages``) nor for dates.
"""

from dataclasses import dataclass
from decimal import Decimal

from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.figures.reading import Reading
from seutu.core.text import Language


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in its base unit: euros, never thousands of euros.

    ``unit`` is a code of ``units`` (``EUR``, ``%``, ``person_month`` …), another word as the source writes it, or ``""``.
    """

    value: Decimal
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    origin: Origin = Origin.STATED


def read_amount(
    text: str, *, language: Language | None = None, unit: str | None = None, multiplier: int = 1
) -> Reading[Amount]:
    """Read an amount (under construction)."""
    raise NotImplementedError
