"""Reader of dates (under construction)."""

from dataclasses import dataclass
from datetime import date, time

from seutu.core.figures.reading import Reading
from seutu.core.text import Language


@dataclass(frozen=True, slots=True)
class DateFigure:
    """A date and, where the source prints it, the local clock time."""

    day: date
    clock: time | None = None


def read_date(text: str, *, language: Language | None = None) -> Reading[DateFigure]:
    """Read a date (under construction)."""
    raise NotImplementedError
