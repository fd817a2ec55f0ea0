"""Folding of place names, so that what a person types meets the official spelling.

Not for personal or company names: those keep their own rules.
"""

import re
import unicodedata
from typing import Final

_SEPARATORS: Final = re.compile(r"[\s\-‐-―/.,()']+")
# Letters that do not decompose into a base letter and a mark.
_PLAIN: Final = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n"})


def fold(name: str) -> str:
    """Return ``name`` in lower case without accents, hyphens and punctuation.

    ``"Mänttä-Vilppula"`` gives ``"mantta vilppula"``.

    Shape: any text → text, words separated by one space; an empty or blank text gives ``""``. Never raises.
    """
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", plain)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", bare).strip()
