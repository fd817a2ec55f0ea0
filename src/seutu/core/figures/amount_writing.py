"""Writer of amounts with their qualifier and unit: ``noin 651 200 €``, ``at most 2 991 €``, ``3,2 htv``.

Not for plain numbers (``number_writing``). Whether an amount is stated or derived is shown beside it with
``qualifiers.ORIGIN_WORDS``, not inside it.
"""

from decimal import Decimal
from typing import Final

from seutu.core.figures.amounts import Amount
from seutu.core.figures.marks import NBSP
from seutu.core.figures.number_writing import round_half_up, write_number, write_percentage
from seutu.core.figures.qualifiers import QUALIFIER_WORDS
from seutu.core.figures.units import EUR, PERCENT, WHOLE_UNITS, unit_label
from seutu.core.text import Language

CENTS: Final = 2
_MISREAD = 3  # decimals that look like a thousands group
_HALF_OF_CENTS = 1


def write_amount(amount: Amount, language: Language, *, decimals: int | None = None) -> str:
    """Return an amount as printed in ``language``, in its base unit.

    Nothing is rounded unless ``decimals`` is given. Euros and pieces are never printed with exactly three decimals,
    which would read as thousands: a zero is added (``1,2340 €``). Euros with one decimal get the other of their cents
    (``14,40 €``). Raises ``ValueError`` on NaN and infinity.
    """
    value = amount.value
    if decimals is not None and value.is_finite():
        value = round_half_up(value, decimals)
    if amount.unit == PERCENT:
        figure = write_percentage(value, language)
    else:
        unit = unit_label(amount.unit).in_language(language)
        figure = write_number(_padded(value, amount.unit), language) + (NBSP + unit if unit else "")
    word = QUALIFIER_WORDS[amount.qualifier].in_language(language)
    return f"{word}{NBSP}{figure}" if word else figure


def _padded(value: Decimal, unit: str) -> Decimal:
    if unit in WHOLE_UNITS and value.as_tuple().exponent == -_MISREAD:
        return round_half_up(value, _MISREAD + 1)
    if unit == EUR and value.as_tuple().exponent == -_HALF_OF_CENTS:
        return round_half_up(value, _HALF_OF_CENTS + 1)
    return value


def write_money(amount: Amount, language: Language) -> str:
    """Return euros as money is printed, with their qualifier: whole ones bare, cents always two.

    ``30 000 €``, ``about 12 500,50 €``. Nothing is rounded: more than two decimals stay. Raises ``ValueError`` on NaN
    and infinity.
    """
    exponent = amount.value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -CENTS:
        return write_amount(amount, language)
    return write_amount(amount, language, decimals=CENTS if exponent < 0 else 0)


def write_euros(value: Decimal, language: Language) -> str:
    """Return an exact figure of euros as ``write_money`` does."""
    return write_money(Amount(value, EUR), language)
