"""Writers of dates, times and periods (under construction)."""

from datetime import date, datetime

from seutu.core.figures.periods import Period
from seutu.core.text import Language


def write_date(value: date, language: Language) -> str:
    """Write a date (under construction)."""
    raise NotImplementedError


def write_datetime(value: datetime, language: Language) -> str:
    """Write a date and time (under construction)."""
    raise NotImplementedError


def write_period(value: Period, language: Language) -> str:
    """Write a period (under construction)."""
    raise NotImplementedError
