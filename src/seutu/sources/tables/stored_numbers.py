"""The exact figure of a number that a spreadsheet has stored, which is not always the one that a person typed.

Not for numbers written as text (``seutu.core.figures``).
"""

import re
from decimal import Decimal
from typing import Final

_FORM = re.compile(r"\s*[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?\s*\Z", re.ASCII)
_SHORT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,14})?\Z")
_SHORT_LENGTH: Final = 16
_DIGITS = re.compile(r"[eE].*|\D")
_EXACT_DIGITS: Final = 15
_BINARY_DIGITS: Final = 17


def stored_number(text: str) -> Decimal | None:
    """Return the figure that ``text`` of a file stands for, ``None`` if it is no number.

    Up to 15 digits are what they are. With 16 or 17 digits a program has written out a binary number
    (``0.10000000000000001``), and the figure is the shortest one with the same binary number (0.1). More digits no
    program makes of a binary number, so they are exact.
    """
    if len(text) <= _SHORT_LENGTH and _SHORT.match(text):
        return Decimal(text)
    if not _FORM.match(text):
        return None
    digits = len(_DIGITS.sub("", text).strip("0"))
    if _EXACT_DIGITS < digits <= _BINARY_DIGITS and len(_DIGITS.sub("", text).lstrip("0")) <= _BINARY_DIGITS:
        shortest = repr(float(text))
        return None if shortest.endswith("inf") else Decimal(shortest)
    return Decimal(text.strip())
