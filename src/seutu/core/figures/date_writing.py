"""Writers of dates, times and periods as they are printed in Finnish, Swedish and English.

Not for numbers. Dates are d.M.yyyy in every language and ranges have an en dash. What is written is read back the same.
"""

from datetime import date, datetime

from seutu.core.figures.calendar_words import MONTH_NAMES
from seutu.core.figures.marks import EN_DASH, NBSP
from seutu.core.figures.periods import Granularity, Period
from seutu.core.figures.qualifiers import QUALIFIER_WORDS, Qualifier
from seutu.core.text import Language

_CLOCK_WORD: dict[Language, str] = {"fi": "klo", "sv": "kl.", "en": "at"}


def write_date(value: date, language: Language) -> str:  # noqa: ARG001 - the same form in every language, by convention
    """Return a date as printed: ``15.3.2024`` in every language. Of a ``datetime`` only the date is written."""
    return f"{value.day}.{value.month}.{value.year}"


def write_datetime(value: datetime, language: Language) -> str:
    """Return a date and its clock time as printed: ``26.9.2025 klo 14.26``, with seconds when they are not zero.

    The time is written as it stands: bring it to the local zone first. Parts of a second are written when not zero.
    """
    mark = ":" if language == "en" else "."
    clock = f"{value.hour}{mark}{value.minute:02}"
    if value.second or value.microsecond:
        clock += f"{mark}{value.second:02}"
    if value.microsecond:
        clock += f",{value.microsecond:06}"
    return f"{write_date(value, language)} {_CLOCK_WORD[language]}{NBSP}{clock}"


def write_period(value: Period, language: Language) -> str:
    """Return a period as printed: ``5.5.2017``, ``lokakuu 2018``, ``Q3/2021``, ``H1/2021``, ``2019``, ``6.–7.6.2019``.

    A range of whole years is ``2017–2019``; an approximate period is preceded by *noin*, *omkring* or *about*.
    """
    word = QUALIFIER_WORDS[Qualifier.ABOUT].in_language(language) + NBSP if value.approximate else ""
    return word + _days(value, language)


def _days(value: Period, language: Language) -> str:
    first = value.first
    match value.granularity:
        case Granularity.DAY:
            return write_date(first, language)
        case Granularity.MONTH:
            return f"{MONTH_NAMES[first.month - 1].in_language(language)}{NBSP}{first.year}"
        case Granularity.QUARTER:
            return f"Q{(first.month + 2) // 3}/{first.year}"
        case Granularity.HALF_YEAR:
            return f"H{(first.month + 5) // 6}/{first.year}"
        case Granularity.YEAR:
            return str(first.year)
        case Granularity.RANGE:
            return _range(first, value.last, language)


def _range(first: date, last: date, language: Language) -> str:
    end = write_date(last, language)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year < last.year:
        return f"{first.year}{EN_DASH}{last.year}"
    if first.year != last.year:
        return f"{write_date(first, language)}{EN_DASH}{end}"
    if first.month != last.month:
        return f"{first.day}.{first.month}.{EN_DASH}{end}"
    return f"{first.day}.{EN_DASH}{end}"
