"""Figures whose comma or point may be a decimal mark or set thousands apart, where the file's other figures tell.

``1,234`` may be a thousand in a file whose other figures are written ``5.5``, and so may ``1.234`` among ``5,5``:
neither is guessed. In a file
that holds both ``1,234`` and ``1.234``, one of them is a thousand. A file that gives no sign keeps the reading of
``tables``. Not for reading the figures themselves.
"""

import re
from collections.abc import Iterable
from typing import Final

DOUBTFUL: Final = re.compile(r"[-+−]?\d{1,3}([.,])\d{3}")
CLEAR: Final = re.compile(r"[-+−]?\d+([.,])(?:\d{1,2}|\d{4,})(?:e[-+]?\d+)?", re.IGNORECASE)


def doubtful_figures(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts that can be read in two ways where others have the other mark."""
    held = set(texts)
    marks = {found[1] for text in held if (found := CLEAR.fullmatch(text))}
    doubtful = {text: found[1] for text in held if (found := DOUBTFUL.fullmatch(text))}
    marks |= set(doubtful.values())
    return frozenset(text for text, mark in doubtful.items() if marks - {mark})
