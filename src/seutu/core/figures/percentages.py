"""Reader of percentages (under construction)."""

from decimal import Decimal

from seutu.core.figures.reading import Reading
from seutu.core.text import Language


def read_percentage(text: str, *, language: Language | None = None) -> Reading[Decimal]:
    """Read a percentage: 80 % is 80 (under construction)."""
    raise NotImplementedError
