"""What one written stretch of time can mean: a day, month, quarter, half-year, year, season or week.

Not for stretches with a beginning and an end (``period_reading``). Conventions, each marked as approximate: spring is
March–May, summer June–August, autumn September–November; early and late in a year are its halves; the start, middle or
end of a month is the month. Winter is asked.
"""

import re
from collections.abc import Callable
from typing import Final

from seutu.core.figures import date_reasons
from seutu.core.figures.calendar_words import SEASONS, month_of
from seutu.core.figures.dates import day_candidates
from seutu.core.figures.periods import Granularity, Period, about, day_period, part_of_year, season, week
from seutu.core.text import Text

Periods = tuple[Period, ...]

_YEAR = r"(?P<year>[12][0-9]{3})"
_ANY_YEAR = r"(?P<year>[12][0-9]{3}|[0-9]{2})"
_ORDINALS: Final[dict[str, int]] = {
    **dict.fromkeys(["1", "i", "ensimmäinen", "ensimmäisellä", "första", "first", "1st"], 1),
    **dict.fromkeys(["2", "ii", "toinen", "toisella", "andra", "second", "2nd"], 2),
    **dict.fromkeys(["3", "iii", "kolmas", "kolmannella", "tredje", "third", "3rd"], 3),
    **dict.fromkeys(["4", "iv", "neljäs", "neljännellä", "fjärde", "fourth", "4th"], 4),
}
_NUMBER = rf"(?P<number>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_QUARTER_WORD = r"(?:vuosi)?neljänne(?:s|ksellä|ksen)|kvartaali|kvartal(?:et)?|quarter"
_HALF_WORD = r"vuosipuolisko(?:lla|n)?|puolivuo(?:si|tta)|halvår(?:et)?|half"
_OF = r"(?:of |av |år |vuonna |in )*"
_FORMS: Final[tuple[tuple[re.Pattern[str], Granularity], ...]] = tuple(
    (re.compile(form), granularity)
    for form, granularity in (
        (_YEAR, Granularity.YEAR),
        (rf"(?P<number>[0-9]{{1,2}})/{_ANY_YEAR}", Granularity.MONTH),
        (rf"(?P<number>[0-9]{{1,2}})\.{_YEAR}", Granularity.MONTH),
        (rf"{_YEAR}[-/]?m(?P<number>[0-9]{{1,2}})", Granularity.MONTH),
        (rf"{_YEAR}-(?P<number>[0-9]{{2}})", Granularity.MONTH),
        (rf"[qk](?P<number>[0-9])[ /-]?{_YEAR}|q(?P<number2>[0-9])/(?P<year2>[0-9]{{2}})", Granularity.QUARTER),
        (rf"(?P<number>[0-9])q[ /-]?{_YEAR}", Granularity.QUARTER),
        (rf"{_YEAR}[ /-]?q(?P<number>[0-9])", Granularity.QUARTER),
        (rf"(?P<number>i|ii|iii|iv)/{_YEAR}", Granularity.QUARTER),
        (rf"(?:the )?{_NUMBER}\.? (?:{_QUARTER_WORD}) {_OF}{_YEAR}", Granularity.QUARTER),
        (rf"kvartal (?P<number>[0-9])[ /]{_YEAR}", Granularity.QUARTER),
        (rf"h(?P<number>[0-9])[ /-]?{_YEAR}", Granularity.HALF_YEAR),
        (rf"(?P<number>[0-9])h[ /-]?{_YEAR}", Granularity.HALF_YEAR),
        (rf"{_YEAR}[ /-]?h(?P<number>[0-9])", Granularity.HALF_YEAR),
        (rf"(?:the )?{_NUMBER}\.? (?:{_HALF_WORD}) {_OF}{_YEAR}", Granularity.HALF_YEAR),
    )
)
_WEEK: Final = re.compile(
    r"(?:(?:vko|viikko|viikolla|viikon|vecka|veckan|week) (?P<number>[0-9]{1,2})[ /](?P<year>[12][0-9]{3}))"
    r"|(?P<year2>[12][0-9]{3})-?w(?P<number2>[0-9]{2})"
)
_NAMED: Final = re.compile(
    rf"(?:på |i |in |the )*(?P<word>[a-zåäö]+)\.?,?(?P<vague> (?:alussa|puolivälissä|lopussa|lopulla))? {_OF}{_YEAR}"
)
_NAMED_AFTER: Final = re.compile(rf"{_YEAR} (?P<word>[a-zåäö]+)")
_HALVES: Final = re.compile(
    rf"(?:(?P<early>alkuvuo(?:si|nna|desta|den|teen)|början av|early)"
    rf"|(?P<late>loppuvuo(?:si|nna|desta|den|teen)|slutet av|late)) {_OF}{_YEAR}"
)
_WINTER = 12
_CENTURIES = (2000, 1900)


def period_candidates(text: str) -> Periods | Text | None:
    """Return the periods a casefolded text can mean, why there is no such time, or ``None`` if it is no time at all."""
    days = day_candidates(text)
    if days is not None:
        return days if isinstance(days, Text) else tuple(map(day_period, days))
    for read in _READERS:
        found = read(text)
        if found is not None:
            return found
    return None


def _numbered(text: str) -> Periods | Text | None:
    """Read a year, month, quarter or half-year written with its number."""
    for form, granularity in _FORMS:
        if found := form.fullmatch(text):
            parts = {name.removesuffix("2"): part for name, part in found.groupdict().items() if part}
            number = _ORDINALS.get(parts.get("number", "1")) or int(parts["number"])
            return _parts(_years(parts["year"]), granularity, number)
    return None


def _weeks(text: str) -> Periods | Text | None:
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    year, number = int(found["year"] or found["year2"]), int(found["number"] or found["number2"])
    try:
        return (week(year, number),)
    except ValueError:
        return date_reasons.NO_SUCH_PART


def _named(text: str) -> Periods | Text | None:
    """Read a month or a season written with its name."""
    found = _NAMED.fullmatch(text) or _NAMED_AFTER.fullmatch(text)
    if found is None:
        return None
    year, month, first = int(found["year"]), month_of(found["word"]), SEASONS.get(found["word"])
    if month:
        period = part_of_year(year, Granularity.MONTH, month)
        return (about(period) if found.groupdict().get("vague") else period,)
    if first == _WINTER:
        return (season(year - 1, first), season(year, first))
    return (season(year, first),) if first else None


def _halves(text: str) -> Periods | Text | None:
    found = _HALVES.fullmatch(text)
    if found is None:
        return None
    return (about(part_of_year(int(found["year"]), Granularity.HALF_YEAR, 1 if found["early"] else 2)),)


_READERS: Final[tuple[Callable[[str], Periods | Text | None], ...]] = (_numbered, _weeks, _named, _halves)


def _years(digits: str) -> tuple[int, ...]:
    return (int(digits),) if len(digits) > 2 else tuple(century + int(digits) for century in _CENTURIES)  # noqa: PLR2004


def _parts(years: tuple[int, ...], granularity: Granularity, number: int) -> Periods | Text:
    """Return the part of each year, or the reason when the number names none (quarter 5, month 13)."""
    try:
        return tuple(part_of_year(year, granularity, number) for year in years)
    except ValueError:
        return date_reasons.NO_SUCH_PART
