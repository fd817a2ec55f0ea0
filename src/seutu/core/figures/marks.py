"""The characters figures are written with, and the first tidying of a text.

Not for the meaning of the marks (``numerals``).
"""

import unicodedata
from decimal import Context
from typing import Final

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"
DASHES: Final = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212-"  # the hyphen last, so that it stands well in a character class
)
MINUS_SIGNS: Final = "\u2010\u2011\u2012\u2013\u2212-"  # Finnish print uses the en dash as a minus too
FIXED_SPACES: Final = "\u00a0\u202f\u2009\u2007"  # typed or set on purpose: never the gap between two columns
APOSTROPHES: Final = "'\u2019"
LONGEST_TEXT: Final = 200
MOST_DIGITS: Final = 40
EXACT: Final = Context(prec=120)  # enough that no product or quotient of figures by a power of ten is ever rounded


def tidy(text: str) -> str:
    """Return ``text`` in NFC, without invisible characters and without spaces around it."""
    visible = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return unicodedata.normalize("NFC", visible).strip()


def has_foreign_digits(text: str) -> bool:
    """Return whether the text holds decimal digits other than 0–9 (Arabic, full width …)."""
    return any(unicodedata.category(mark) == "Nd" and not mark.isascii() for mark in text)
