"""Read one cell of a project list by the type of its column.

Not for guessing: a cell that can mean two things is refused.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

_CODE: Final = re.compile(r"[A-ZÅÄÖ]{1,3}\d{3,12}")
_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_AMOUNT: Final = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
_GROUPED: Final = re.compile(r"[-−]?\d{1,3}(?:[  \u202f]\d{3})+(?:[.,]\d+)?")
_THOUSANDS_OR_CENTS: Final = re.compile(r"[-−]?\d{1,3}[.,]\d{3}")
FUNDS: Final = frozenset({"EAKR", "ESR", "ESR+", "JTF"})


class UnreadableCell(ValueError):
    """The cell is not what its column holds; ``kind`` says what was expected."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def read_code(text: str) -> str:
    """Return the project code. Raises UnreadableCell."""
    if not _CODE.fullmatch(text):
        raise UnreadableCell("code")
    return text


def read_fund(text: str) -> str:
    """Return the fund. Raises UnreadableCell."""
    if text not in FUNDS:
        raise UnreadableCell("fund")
    return text


def read_name(text: str) -> str:
    """Return a name that is not empty. Raises UnreadableCell."""
    if not text:
        raise UnreadableCell("name")
    return text


def read_axis(text: str) -> str | None:
    """Return the number of the priority axis as written, None when empty. Raises UnreadableCell."""
    if text and not (text.isdecimal() and len(text) <= len("00")):
        raise UnreadableCell("axis")
    return text or None


def read_text(text: str) -> str | None:
    """Return the text, None when empty."""
    return text or None


def read_implementer(text: str) -> str | None:
    """Return the name as written, None when empty. A bare figure is no name. Raises UnreadableCell."""
    if text and not has_letter(text):
        raise UnreadableCell("implementer")
    return text or None


def read_date(text: str) -> date | None:
    """Return the date d.m.yyyy, None when empty. Raises UnreadableCell, also for a day that does not exist."""
    if not text:
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        raise UnreadableCell("date")
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableCell("date") from None


def read_amount(text: str) -> Decimal | None:
    """Return euros, None when empty. A point or comma before exactly three digits has two readings: UnreadableCell."""
    if not text:
        return None
    if _THOUSANDS_OR_CENTS.fullmatch(text):
        raise UnreadableCell("two_readings")
    if not (_AMOUNT.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise UnreadableCell("amount")
    return Decimal(re.sub(r"[  \u202f]", "", text).replace(",", ".").replace("−", "-"))


def has_letter(text: str) -> bool:
    """Return whether the text holds a letter."""
    return any(character.isalpha() for character in text)


READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "code": read_code,
    "fund": read_fund,
    "name": read_name,
    "programme": read_text,
    "axis": read_axis,
    "authority": read_text,
    "status": read_text,
    "start": read_date,
    "end": read_date,
    "implementer": read_implementer,
    "granted": read_amount,
    "actual": read_amount,
    "planned_public": read_amount,
    "actual_public": read_amount,
}
