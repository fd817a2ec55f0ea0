"""Numbers of work packages and tasks (``2``, ``2.10``, ``TP3``): their order, and what a list of them names.

Not for figures.
"""

import re
from collections import Counter
from collections.abc import Sequence

_PIECES = re.compile(r"\d+|\D+")


def natural_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Return what numbers are put in order by: 2 before 10, 1.9 before 1.10, TP2 before TP10, figures before letters.

    >>> sorted(["10", "2", "1.10", "1.9", "1"], key=natural_key)
    ['1', '1.9', '1.10', '2', '10']
    """
    pieces = _PIECES.findall(number.strip().casefold())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a list with semicolons between them, each once.

    >>> numbers_in(" 1; 2.1;1 ")
    ('1', '2.1')
    """
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def folded(number: str) -> str:
    """Return the form in which two numbers are the same: ``TP 1`` and ``tp1``."""
    return "".join(number.split()).casefold()


def keys_of(numbers: Sequence[tuple[str, str]]) -> list[str]:
    """Return the key of each part from its own number and that of its package (empty for a package).

    The key is the number itself. A task whose number is not the only one of its kind is known with its package:

    >>> keys_of([("1", ""), ("1", "1"), ("2.1", "2")])
    ['1', '1.1', '2.1']
    """
    counted = Counter(folded(own) for own, _package in numbers)
    return [own if counted[folded(own)] == 1 or not package else f"{package}.{own}" for own, package in numbers]
