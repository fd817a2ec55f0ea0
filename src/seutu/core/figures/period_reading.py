"""Reader of periods: 2015, 5/2018, Q3/2021, 6.-7.6.2019, 1.9.2021–31.12.2023, vv. 2017-2019, marraskuussa 2018.

Not for single dates (``dates``). What is asked rather than guessed:

- ``2010-12``: December 2010 or the years 2010–2012 (``2020-22`` can only be years, ``2018-05`` only a month, and an en
  dash makes it years);
- years of two digits (``5/18``): which century; in a range both ends are in the same one or in two that follow;
- winter (``talvi 2019``), and dates such as ``03/04/2021``.

Seasons and the early or late part of a year come out approximate, by the conventions of ``period_atoms``.
"""

import re
from collections.abc import Iterator
from typing import Final

from seutu.core.figures import date_reasons
from seutu.core.figures.calendar_words import FI_STEMS, month_of
from seutu.core.figures.date_writing import write_period
from seutu.core.figures.marks import DASHES, LONGEST_TEXT, tidy
from seutu.core.figures.period_atoms import Periods, period_candidates
from seutu.core.figures.periods import Granularity, Period, about, from_to, part_of_year
from seutu.core.figures.reading import Ambiguous, Certain, Reading, unreadable
from seutu.core.text import Language, Text

_LEAD: Final = re.compile(
    r"^(?:(?:vuonna|vuoden|vuodelle|vuodelta|vuodeksi|vuosi|vuosina|vuosille|vuosilta|vuosien|vuodet|vv\.?|v\.?"
    r"|år|åren|året|during|in|the|years?) )+(?=[12][0-9]{3})"
)
_ABOUT: Final = re.compile(r"(?:noin |n\. ?|ca\.? |cirka |omkring |about |circa |~ ?)")
_OPEN: Final = re.compile(
    rf"(?:.*[0-9] ?(?:alkaen|lähtien|asti|saakka|[{DASHES}])|(?:from|since|until|från|sedan|till|[{DASHES}]) ?.*[0-9])"
)
_TRAILING: Final = re.compile(r" (?:aikana|välisenä aikana)$|[.,;]$")
_DASH: Final = re.compile(rf" ?[{DASHES}] ?| to | till ")
_SHORT_YEARS: Final = re.compile(rf"(?P<first>[12][0-9]{{3}}) ?(?P<dash>[{DASHES}]) ?(?P<last>[0-9]{{2}})")
_DAYS_OF_MONTH: Final = re.compile(
    rf"([0-9]{{1,2}})\.? ?[{DASHES}] ?([0-9]{{1,2}}\. ?([0-9]{{1,2}}\. ?[12][0-9]{{3}}\.?))"
)
_DAY_AND_MONTH: Final = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\.?")
_DAY_SHORT_YEAR: Final = re.compile(r"([0-9]{1,2}\. ?[0-9]{1,2}\. ?)([0-9]{2})")
_ENDING_YEAR: Final = re.compile(r"([12][0-9]{3})\.?$")
_NUMBERED_START: Final = re.compile(r"[qh]?[0-9]{1,2}")
_ISO_MONTHS: Final = range(1, 13)
_CENTURY: Final = 100


def read_period(text: str, *, language: Language | None = None) -> Reading[Period]:  # noqa: ARG001 - see below
    """Read one period, both ends included.

    ``language`` is taken like in the other readers, but changes nothing: the words are known in all three languages and
    mean the same. Words such as *vuosina* and *during* before the years, and *noin* (approximate), are understood. A
    period that is open at one end, runs backwards or does not exist is unreadable with the reason.
    """
    written = " ".join(tidy(text).split())
    if not written or len(written) > LONGEST_TEXT:
        return unreadable(text, date_reasons.NOT_A_PERIOD if written else date_reasons.NO_PERIOD)
    plain = _TRAILING.sub("", written.casefold())
    vague = _ABOUT.match(plain)
    found = _candidates(_LEAD.sub("", plain[vague.end() :] if vague else plain))
    if found is None:
        return unreadable(text, date_reasons.OPEN_ENDED if _OPEN.fullmatch(plain) else date_reasons.NOT_A_PERIOD)
    if isinstance(found, Text):
        return unreadable(text, found)
    periods = tuple(about(period) for period in found) if vague else found
    if len(periods) == 1:
        return Certain(periods[0])
    return Ambiguous(periods, date_reasons.which_time(written, [_written(period) for period in periods]))


def _written(period: Period) -> Text:
    return Text(fi=write_period(period, "fi"), sv=write_period(period, "sv"), en=write_period(period, "en"))


def _candidates(text: str) -> Periods | Text | None:
    short = _SHORT_YEARS.fullmatch(text)
    if short:
        return _short_years(short)
    found = period_candidates(text)
    if found is not None:
        return found
    if days := _DAYS_OF_MONTH.fullmatch(text):
        return _joined(f"{days[1]}.{days[3]}", days[2])
    refused: Text | None = None
    for first, last in _ways_to_split(text):
        joined = _joined(first, last)
        if isinstance(joined, tuple):
            return joined
        refused = refused or joined
    return refused


def _short_years(found: re.Match[str]) -> Periods | Text:
    """Read ``2020-22``; with a hyphen and 01–12 it can also be, or only be, a month."""
    first, end = int(found["first"]), int(found["last"])
    last = first - first % 100 + end
    readings: list[Period] = []
    if last > first:
        years = (part_of_year(first, Granularity.YEAR), part_of_year(last, Granularity.YEAR))
        readings.append(from_to(*years))
    if found["dash"] == "-" and end in _ISO_MONTHS and " " not in found[0]:
        readings.append(part_of_year(first, Granularity.MONTH, end))
    return tuple(readings) or date_reasons.BACKWARDS


def _ways_to_split(text: str) -> Iterator[tuple[str, str]]:
    """Yield the two sides of each dash or of the stroke of an ISO interval, each made whole by the other."""
    for dash in _DASH.finditer(text):
        first, last = text[: dash.start()], _LEAD.sub("", text[dash.end() :])
        if first and last:
            yield _completed(first, last)
    first, stroke, last = text.partition("/")
    if stroke and len(first) == len(last) == len("2026-06-01"):
        yield first, last


def _completed(first: str, last: str) -> tuple[str, str]:
    """Return both sides with their year: ``q3–q4/2021``, ``tammi–maaliskuu 2021``, ``1.9.–31.12.2021``."""
    year, first_year = _ENDING_YEAR.search(last), _ENDING_YEAR.search(first)
    if first_year and (short := _DAY_SHORT_YEAR.fullmatch(last)):
        return first, short[1] + first_year[1][:2] + short[2]
    if year is None or first_year:
        return first, last
    if _DAY_AND_MONTH.fullmatch(first):
        return f"{first.rstrip('.')}.{year[1]}", last
    if _NUMBERED_START.fullmatch(first):
        return (f"{first}/{year[1]}", last) if "/" in last else (f"{first} {year[1]}", last)
    if first in FI_STEMS or month_of(first):
        return f"{first}kuu {year[1]}" if first in FI_STEMS else f"{first} {year[1]}", last
    return first, last


def _joined(first: str, last: str) -> Periods | Text | None:
    """Return the ranges between two sides of the same kind that do not run backwards."""
    begins, ends = period_candidates(first), period_candidates(last)
    if not isinstance(begins, tuple):
        return begins
    if not isinstance(ends, tuple):
        return ends
    pairs = [(begin, end) for begin in begins for end in ends]
    if any(begin.granularity is not end.granularity for begin, end in pairs):
        return None
    close = [(begin, end) for begin, end in pairs if end.last.year - begin.first.year < _CENTURY or len(pairs) == 1]
    ranges = tuple(dict.fromkeys(from_to(begin, end) for begin, end in close if begin.first <= end.last))
    return ranges or date_reasons.BACKWARDS
