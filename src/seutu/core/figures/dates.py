"""Reader of dates, with or without a clock time: 15.3.2024, 2024-03-15, 15 mars 2024, 26.09.2025 14:26:48.

Not for periods (``period_reading``). Serial numbers of spreadsheets are never taken for dates. What is asked:

- ``03/04/2021`` and ``03-04-2021`` in every language (day or month first), unless only one order gives a day;
- years of two digits (``15.3.24``): which century.

With points the day comes first in every language, since that is how dates are written here in all three.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from seutu.core.figures import date_reasons
from seutu.core.figures.calendar_words import month_of, weekday_of
from seutu.core.figures.date_writing import write_date
from seutu.core.figures.marks import DASHES, LONGEST_TEXT, tidy
from seutu.core.figures.reading import Ambiguous, Certain, Reading, unreadable
from seutu.core.text import Language, Text

_YEAR = r"([12][0-9]{3}|[0-9]{2})"
_POINTS: Final = re.compile(rf"([0-9]{{1,2}})\. ?([0-9]{{1,2}})\. ?{_YEAR}\.?")
_YEAR_FIRST: Final = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_EITHER_ORDER: Final = re.compile(rf"([0-9]{{1,2}})([-/])([0-9]{{1,2}})\2{_YEAR}")
_DAY_MONTH: Final = re.compile(
    rf"(?:den |the )?([0-9]{{1,2}})(?:\.|st|nd|rd|th|:[ae])? ?(?:of )?([a-zäö]{{3,15}}\.?),? {_YEAR}", re.IGNORECASE
)
_MONTH_DAY: Final = re.compile(
    rf"([a-zäö]{{3,15}}\.?) ([0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: päivänä| päivä)?,? {_YEAR}", re.IGNORECASE
)
_CLOCK: Final = re.compile(
    r"(?:(?<=[0-9])T|,? (?:klo |kl\.? |at )?)([0-9]{1,2})([:.])([0-9]{2})(?:\2([0-9]{2})(?:[.,]([0-9]{1,6}))?)?$"
)
_NO_YEAR: Final = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\.?")
_PERIOD_LIKE: Final = re.compile(rf"[0-9]\.? ?[{DASHES}] ?[0-9]|[a-zäö]+ [12][0-9]{{3}}|[12][0-9]{{3}}", re.IGNORECASE)
_Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DateFigure:
    """A date and, where the source prints it, the local clock time."""

    day: date
    clock: time | None = None


def read_date(text: str, *, language: Language | None = None) -> Reading[DateFigure]:  # noqa: ARG001 - see below
    """Read one date, with its clock time where there is one.

    ``language`` is taken like in the other readers, but changes nothing: names of months are known in all three
    languages, and no language makes ``03/04/2021`` certain. A weekday before the date must be the date's own.
    Impossible days are unreadable with the reason.
    """
    written = " ".join(tidy(text).split())
    if not written or len(written) > LONGEST_TEXT:
        return unreadable(text, date_reasons.NOT_A_DATE if written else date_reasons.NO_DATE)
    days = day_candidates(written)
    clock: time | Text | None = None
    if days is None and (found := _CLOCK.search(written)):
        days, clock = day_candidates(written[: found.start()]), _clock(found)
    if days is None or isinstance(days, Text):
        return unreadable(text, days or _why_not(written))
    if isinstance(clock, Text):
        return unreadable(text, clock)
    figures = tuple(DateFigure(day, clock) for day in days)
    if len(figures) == 1:
        return Certain(figures[0])
    ways = [Text.same(write_date(figure.day, "fi")) for figure in figures]
    return Ambiguous(figures, date_reasons.which_time(written, ways))


def day_candidates(text: str) -> tuple[date, ...] | Text | None:
    """Return the days a text can mean, the reason if it is an impossible day, or ``None`` if it is no date at all."""
    first, _, rest = text.partition(" ")
    weekday = weekday_of(first) if rest else None
    triples = _triples(text if weekday is None else rest)
    if not triples:
        return None
    days = [day for day in map(_day, triples) if day is not None]
    if not days:
        return date_reasons.impossible_day(*triples[0])
    fitting = tuple(dict.fromkeys(day for day in days if weekday in (None, day.weekday())))
    return fitting or date_reasons.WRONG_WEEKDAY


def _triples(text: str) -> list[_Triple]:
    """Return the (year, month, day) that the form of the text allows, existing or not, likeliest first."""
    if found := _POINTS.fullmatch(text):
        return [(year, int(found[2]), int(found[1])) for year in _years(found[3])]
    if found := _YEAR_FIRST.fullmatch(text):
        return [(int(found[1]), int(found[3]), int(found[4]))]
    if found := _EITHER_ORDER.fullmatch(text):
        orders = ((int(found[3]), int(found[1])), (int(found[1]), int(found[3])))
        return [(year, month, day) for year in _years(found[4]) for month, day in orders]
    if (found := _DAY_MONTH.fullmatch(text)) and (month := month_of(found[2])):
        return [(year, month, int(found[1])) for year in _years(found[3])]
    if (found := _MONTH_DAY.fullmatch(text)) and (month := month_of(found[1])):
        return [(year, month, int(found[2])) for year in _years(found[3])]
    return []


def _years(digits: str) -> tuple[int, ...]:
    return (int(digits),) if len(digits) > 2 else (2000 + int(digits), 1900 + int(digits))  # noqa: PLR2004 - two digits


def _day(triple: _Triple) -> date | None:
    try:
        return date(*triple)
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | Text:
    hour, minute, second = int(found[1]), int(found[3]), int(found[4] or 0)
    try:
        return time(hour, minute, second, int((found[5] or "0").ljust(6, "0")))
    except ValueError:
        return date_reasons.impossible_clock(f"{found[1]}.{found[3]}")


def _why_not(text: str) -> Text:
    if _NO_YEAR.fullmatch(text):
        return date_reasons.NO_YEAR
    return date_reasons.PERIOD_NOT_DATE if _PERIOD_LIKE.search(text) else date_reasons.NOT_A_DATE
