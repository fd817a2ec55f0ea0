"""Values of a picture as people read them: with their unit, sign and period, in a language.

The figures themselves are written by ``core.figures``; here only the unit is put beside them.
"""

from decimal import Decimal
from typing import Final

from seutu.core.figures import write_number, write_percentage
from seutu.core.situation.series import FigureSeries, Number, Point
from seutu.core.text import Language, Text

NO_BREAK: Final = "\u00a0"
MINUS: Final = "\u2212"
PERCENT: Final = "%"
POINTS: Final = Text(fi="prosenttiyksikköä", sv="procentenheter", en="percentage points")
POINTS_SHORT: Final = Text(fi="%-yks.", sv="%-enh.", en="pp")
NO_VALUE: Final[dict[str, str]] = {"suppressed": "..", "missing": "–"}


def as_decimal(value: Number) -> Decimal:
    """Return the value as the decimal number that its shortest written form shows."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def write_plain(value: Number, decimals: int, language: Language) -> str:
    """Write the number alone."""
    return write_number(as_decimal(value), language, decimals=decimals)


def write_with_unit(value: Number, unit: Text, decimals: int, language: Language) -> str:
    """Write the number with its unit after a non-breaking space; per cent as the language writes it."""
    if unit.fi == PERCENT:
        return write_percentage(as_decimal(value), language, decimals=decimals)
    written = write_plain(value, decimals, language)
    return f"{written}{NO_BREAK}{unit.in_language(language)}" if unit.in_language(language) else written


def write_signed(value: Number, unit: Text, decimals: int, language: Language) -> str:
    """Write a difference with its sign: +5,1 %, −112, ±0 without a sign."""
    size = write_with_unit(abs(as_decimal(value)), unit, decimals, language)
    rounded = round(as_decimal(value), decimals)
    if rounded == 0:
        return size
    return f"{'+' if rounded > 0 else MINUS}{size}"


def write_share(share: float, language: Language) -> str:
    """Write a fraction as per cent without decimals; a share that would round to 0 or 100 but is not is said so."""
    percent = round(as_decimal(share * 100))
    if percent == 0 and share > 0:
        return f"<{NO_BREAK}{write_percentage(1, language)}"
    if percent == 100 and share < 1:  # noqa: PLR2004
        return f">{NO_BREAK}{write_percentage(99, language)}"
    return write_percentage(percent, language, decimals=0)


def write_point(series: FigureSeries, point: Point, language: Language) -> str:
    """Write a point's value with the unit, or the sign of a missing ("–") or suppressed ("..") one."""
    if point.value is None:
        return NO_VALUE.get(point.status, "–")
    return write_with_unit(point.value, series.unit, series.decimals, language)


def lower_first(label: str) -> str:
    """Lower the first letter of a label for the middle of a sentence; an abbreviation (TKI) stays."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
