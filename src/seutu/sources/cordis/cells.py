"""Read single values of framework programme files: dates, euros, postal codes, VAT numbers, locations.

Not for guessing: what is not one of the known forms comes back as None with its finding.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from seutu.core.figures.reading import Certain
from seutu.core.identifiers import check_business_id
from seutu.core.text import Text
from seutu.sources.cordis import messages

MISSING: Final = frozenset({"", "NA", "NULL", "null", "NaN"})
_AMOUNT: Final = re.compile(r"-?\d+(?:[.,]\d{1,2}|\.\d{4,})?")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
_NORTH: Final = (59.0, 71.0)
_EAST: Final = (19.0, 32.0)
_EVERY_NORTH: Final = (-90.0, 90.0)
_EVERY_EAST: Final = (-180.0, 180.0)


def text_or_none(text: str) -> str | None:
    """Return the text without spaces at its ends, None when missing."""
    bare = text.strip()
    return None if bare in MISSING else bare


def read_amount(text: str) -> tuple[Decimal | None, Text | None]:
    """Return euros. Spaces inside are grouping; three digits after a mark have two readings: a finding."""
    if text in MISSING:
        return None, None
    bare = _SPACES.sub("", text)
    if not _AMOUNT.fullmatch(bare):
        return None, messages.BAD_AMOUNT
    return Decimal(bare.replace(",", ".")), None


@lru_cache(maxsize=8192)
def read_date(text: str) -> tuple[date | None, Text | None]:
    """Return the date yyyy-mm-dd (a time after it is ignored)."""
    if text in MISSING:
        return None, None
    try:
        return date.fromisoformat(text[:10]), None
    except ValueError:
        return None, messages.BAD_DATE


def read_post_code(text: str, country: str | None) -> tuple[str | None, Text | None]:
    """Return the postal code; a Finnish one always has five digits, its lost leading zeros are put back and said."""
    bare = text_or_none(text)
    if bare is None or country != "FI":
        return bare, None
    digits = bare.removeprefix("FI-").removeprefix("FIN-").removeprefix("FI").strip()
    if re.fullmatch(r"\d{5}", digits):
        return (digits, None) if int(digits) else (None, messages.POST_CODE_ODD)
    if re.fullmatch(r"\d{2,4}", digits) and int(digits):
        return digits.zfill(5), messages.POST_CODE_PADDED
    return None, messages.POST_CODE_ODD


def read_business_id(vat_number: str) -> tuple[str | None, Text | None]:
    """Return NNNNNNN-C from a Finnish VAT number FI########; None for other countries' numbers."""
    bare = _SPACES.sub("", vat_number).upper()
    if not bare.startswith("FI"):
        return None, None
    reading = check_business_id(bare)
    return (reading.value, None) if isinstance(reading, Certain) else (None, messages.BAD_BUSINESS_ID)


def read_location(text: str, country: str | None) -> tuple[float | None, float | None, Text | None]:
    """Return (lon, lat). The export writes latitude first; a Finnish pair the other way round is told by its values."""
    bare = text.strip().strip("()")
    if bare in MISSING:
        return None, None, None
    try:
        first, second = (float(part) for part in bare.split(","))
    except ValueError:
        return None, None, messages.BAD_LOCATION
    if country == "FI" and _within(second, _NORTH) and _within(first, _EAST):
        first, second = second, first
    north, east = (_NORTH, _EAST) if country == "FI" else (_EVERY_NORTH, _EVERY_EAST)
    if _within(first, north) and _within(second, east):
        return second, first, None
    return None, None, messages.BAD_LOCATION


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]
