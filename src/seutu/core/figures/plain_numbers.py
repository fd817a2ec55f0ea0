"""A number without what its column or its working out adds: zeros after the last decimal that counts, an exponent.

Not for rounding, which changes a number, or for writing one to people (``number_writing``).
"""

from decimal import Decimal
from typing import overload


@overload
def plain_number(number: Decimal) -> Decimal: ...
@overload
def plain_number(number: Decimal | None) -> Decimal | None: ...
def plain_number(number: Decimal | None) -> Decimal | None:
    """Return the same number without trailing zeros or an exponent: 12.50 is 12.5, 1E+3 is 1000; None stays None."""
    if number is None:
        return None
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@overload
def plain_money(amount: Decimal) -> Decimal: ...
@overload
def plain_money(amount: Decimal | None) -> Decimal | None: ...
def plain_money(amount: Decimal | None) -> Decimal | None:
    """Return an amount in whole euros, or as it stands where it has cents: 12.00 is 12, 12.50 stays, as does None."""
    if amount is None:
        return None
    return plain_number(amount) if amount == amount.to_integral_value() else amount
