"""Reader of plain numbers (under construction)."""

from decimal import Decimal

from seutu.core.figures.reading import Reading
from seutu.core.text import Language


def read_number(text: str, *, language: Language | None = None, multiplier: int = 1) -> Reading[Decimal]:
    """Read a number (under construction)."""
    raise NotImplementedError
