"""Which letters Finnish words are made of: a model of the texts of the product and of the names of industries.

Not a dictionary: no word is wrong because it is not here.
"""

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

from seutu.core.text_repair import Letters
from seutu.rules.classifications import tol2008

WORD: Final = re.compile(r"[^\W\d_]{2,}")


@cache
def finnish() -> Letters:
    """Return the model of Finnish, made once."""
    text = files(__name__).joinpath("finnish_words.txt").read_text(encoding="utf-8")
    words = Counter({word: int(times) for word, times in map(str.split, text.splitlines())})
    words.update({word.casefold() for industry in tol2008().values() for word in WORD.findall(industry.name.fi)})
    return Letters(words)
