"""Spreadsheet dates: which cell formats show a date, and what day a serial number is in the 1900 or 1904 system.

Not for dates written as text.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, Literal

CellForm = Literal["", "date", "datetime", "time", "duration", "percent"]

_BUILT_IN: Final[dict[int, CellForm]] = {
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), "date"),
    **dict.fromkeys((*range(18, 22), 45, 47), "time"),
    22: "datetime",
    46: "duration",
    9: "percent",
    10: "percent",
}
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|am/pm|a/p|general')
_FALSE_LEAP_DAY: Final = 60
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_SHOWN_DIGITS: Final = 15
_DAY_MICROSECONDS: Final = 86_400_000_000
_MILLISECOND: Final = 1_000
_LAST_DAY: Final = 2_958_465


def format_form(code: str) -> CellForm:
    """Return what a format shows: ``d.m.yyyy`` a date, ``h:mm`` a time, ``[h]:mm`` a duration, ``0 %`` percents."""
    bare = _NOT_CODE.sub("", code.lower()).split(";")[0]
    if "[" in bare:
        return "duration"
    has_day = "d" in bare or "y" in bare
    has_time = "h" in bare or "s" in bare
    if has_day or ("m" in bare and not has_time):
        return "datetime" if has_time else "date"
    if has_time:
        return "time"
    return "percent" if "%" in bare else ""


def style_form(number_format: int, own: Mapping[int, str]) -> CellForm:
    """Return the form of a number format id; ``own`` holds the formats that the file defines itself."""
    return format_form(own[number_format]) if number_format in own else _BUILT_IN.get(number_format, "")


def from_serial(serial: Decimal, form: CellForm, *, from_1904: bool) -> date | datetime | str | None:
    """Return the date, time stamp or clock text of a serial number, ``None`` where the system has no such day.

    The 1900 system counts 29 February 1900, a day that never was: serial 60 is ``None`` and earlier serials are one
    day later than plain counting says. A part of a day is exact to a microsecond where more than 15 digits are
    written, else to a millisecond (15 digits do not hold more). A time alone is ``"9:05:00"``, a duration
    ``"37:30:00"``.
    """
    digits = len(serial.as_tuple().digits)
    step = 1 if digits > _SHOWN_DIGITS else _MILLISECOND
    microseconds = int((serial * _DAY_MICROSECONDS / step).to_integral_value()) * step
    if form == "duration" or (form == "time" and 0 <= serial < 1):
        return clock_text(microseconds)
    days, rest = divmod(microseconds, _DAY_MICROSECONDS)
    if not 0 <= days <= _LAST_DAY or (days == 0 and not from_1904):
        return None
    if not from_1904 and days <= _FALSE_LEAP_DAY:
        if days == _FALSE_LEAP_DAY:
            return None
        days += 1
    try:
        moment = (_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=days, microseconds=rest)
    except OverflowError:
        return None
    return moment if form != "date" or moment.time() != time() else moment.date()


def clock_text(microseconds: int) -> str:
    """Return a length of time as ``37:30:00``."""
    sign = "-" if microseconds < 0 else ""
    seconds, fraction = divmod(abs(microseconds), 1_000_000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{sign}{hours}:{minute:02d}:{second:02d}" + (f".{fraction:06d}".rstrip("0") if fraction else "")
