"""Whole numbers that a request brings: read where they are surely numbers that a database holds. Not for figures."""

from typing import Final

MOST_DIGITS: Final = 18
NO_NUMBER: Final = -1


def whole_number(text: object, *, otherwise: int = NO_NUMBER) -> int:
    """Return the number of a text of at most 18 digits; ``otherwise`` of anything else.

    >>> whole_number("12"), whole_number("9" * 5000), whole_number("²"), whole_number(None)
    (12, -1, -1, -1)
    """
    if not isinstance(text, str) or not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS:
        return otherwise
    return int(text)
