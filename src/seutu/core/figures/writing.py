"""Writers of figures (under construction)."""

from datetime import date, datetime
from decimal import Decimal

from seutu.core.figures.amounts import Amount
from seutu.core.figures.periods import Period
from seutu.core.text import Language


def write_number(value: Decimal | int, language: Language, *, decimals: int | None = None) -> str:
    """Write a number (under construction)."""
    raise NotImplementedError


def write_amount(amount: Amount, language: Language, *, decimals: int | None = None) -> str:
    """Write an amount (under construction)."""
    raise NotImplementedError


def write_percentage(value: Decimal | int, language: Language, *, decimals: int | None = None) -> str:
    """Write a percentage (under construction)."""
    raise NotImplementedError


def write_date(value: date, language: Language) -> str:
    """Write a date (under construction)."""
    raise NotImplementedError


def write_datetime(value: datetime, language: Language) -> str:
    """Write a date and time (under construction)."""
    raise NotImplementedError


def write_period(value: Period, language: Language) -> str:
    """Write a period (under construction)."""
    raise NotImplementedError
