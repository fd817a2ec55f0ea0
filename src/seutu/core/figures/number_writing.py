"""Writers of numbers and percentages as they are printed in Finnish, Swedish and English.

Not for amounts with unit and qualifier (``amount_writing``). Groups of three are set apart by a non-breaking space in
every language, so that a whole number reads the same in all of them; the decimal mark is a comma, in English a point;
the minus is U+2212. What is written here is read back as the same number when the language is given.
"""

from decimal import ROUND_HALF_UP, Decimal

from seutu.core.figures.marks import EXACT, MINUS, NBSP
from seutu.core.text import Language

_GROUP = 3


def decimals_needed(value: Decimal) -> int:
    """Return how many decimals write the value exactly: 1 for 3.20, 0 for 80, for infinity and for NaN."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def write_number(value: Decimal | int, language: Language, *, decimals: int | None = None) -> str:
    """Return ``value`` as printed: ``1 234 567,5``.

    Nothing is rounded unless ``decimals`` is given; then halves go away from zero and zeros are added as needed.
    Trailing zeros of the value are kept (80.00 is ``80,00``). Raises ``ValueError`` on NaN and infinity.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{number} cannot be written as a number")
    if decimals is not None:
        number = round_half_up(number, decimals)
    whole, _, fraction = format(number.copy_abs(), "f").partition(".")
    head = len(whole) % _GROUP
    groups = ([whole[:head]] if head else []) + [whole[at : at + _GROUP] for at in range(head, len(whole), _GROUP)]
    sign = MINUS if number < 0 else ""
    mark = "." if language == "en" else ","
    return sign + NBSP.join(groups) + (mark + fraction if fraction else "")


def write_percentage(value: Decimal | int, language: Language, *, decimals: int | None = None) -> str:
    """Return a percentage as printed: ``18,9 %`` with a non-breaking space, in English ``18.9%``; 80 is 80 %."""
    return write_number(value, language, decimals=decimals) + ("%" if language == "en" else f"{NBSP}%")


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Return ``value`` with ``decimals`` decimals, halves away from zero."""
    context = EXACT.copy()
    context.prec = max(EXACT.prec, abs(value.adjusted()) + decimals + 2)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=context)
