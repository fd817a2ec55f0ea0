"""Which lines of a text are damaged: where ä stands for every a, and where umlauts have come apart into spaces.

A single odd line proves nothing; many beside each other do. Not for what the lines should be (``umlauts``).
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from seutu.core.text_repair.letters import Letters
from seutu.core.text_repair.umlauts import PIECE, SURE, Reading, read_words

GAP: Final = re.compile(r"[ao] (?:[^\W\d_])", re.IGNORECASE)
ODD: Final = re.compile(
    r"\b[^\W\d_]*[ao] (?:[bcdfghjklmnpqrstvwxz]\b|[bcdfghjklmnpqrstvwxz]{2})|y[^\W\d_]{0,6}[ao] |[ao]  \S",
    re.IGNORECASE,
)
"""What umlauts leave behind: a consonant alone, two that begin a piece, y beside a or o, two spaces."""
FARTHEST: Final = 10
"""How many filled lines without a sign may stand within a stretch."""
TAIL: Final = 3
"""How many filled lines after the last sign still belong to a stretch."""
FEWEST_ODD: Final = 4
FEWEST_SWAPPED: Final = 6
BACK: Final = frozenset("ou")


def swapped_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines in which ä stands for every a: words that mix ä with o or u, and hardly an a."""

    def told(line: str) -> int:
        signs = sum(_is_mixed(piece) for piece in PIECE.findall(line))
        return signs if signs > sum("a" in piece for piece in PIECE.findall(line)) else 0

    def may_be_within(line: str) -> bool:
        pieces = PIECE.findall(line)
        return sum("a" in piece for piece in pieces) < max(sum("ä" in piece for piece in pieces), 1)

    return _stretches(lines, told, may_be_within, FEWEST_SWAPPED)


def _is_mixed(piece: str) -> bool:
    word = piece.casefold()
    return "ä" in word and "a" not in word and (word == "jä" or not BACK.isdisjoint(word))


def split_lines(lines: Sequence[str], letters: Letters) -> frozenset[int]:
    """Return the lines whose umlauts came apart: no umlaut stands in them, and joined pieces make likelier words."""
    if sum(len(ODD.findall(line)) for line in lines) < FEWEST_ODD:
        return frozenset()
    reading = Reading(letters, margin=margin_of(lines))

    def told(line: str) -> int:
        if not may_be_within(line) or not GAP.search(line):
            return 0
        return sum(
            " " in line[word.start : word.end].rstrip() and word.lead >= SURE for word in read_words(line, reading)
        )

    def may_be_within(line: str) -> bool:
        return not any(mark in "äöÄÖ" for mark in line)

    def is_language(stretch: Sequence[int]) -> bool:
        return letters.are_of(piece for at in stretch for piece in PIECE.findall(lines[at]) if len(piece) > 1)

    return _stretches(lines, told, may_be_within, FEWEST_ODD, is_language)


def margin_of(lines: Sequence[str]) -> int:
    """Return how many spaces end a line as a rule: 1 where most filled lines end in a space."""
    filled = [line for line in lines if line.strip()]
    return int(sum(line.endswith(" ") for line in filled) * 2 > len(filled))


def _stretches(
    lines: Sequence[str],
    told: Callable[[str], int],
    may_be_within: Callable[[str], bool],
    fewest: int,
    holds: Callable[[Sequence[int]], bool] = lambda _: True,
) -> frozenset[int]:
    """Return the lines of the stretches that hold enough signs, and of which ``holds`` is true."""
    found: set[int] = set()
    gathered: list[int] = []
    signs, since = 0, 0
    last = -1

    def close() -> None:
        stretch = [at for at in gathered if at <= last]
        if signs >= fewest and holds(stretch):
            found.update(stretch)

    for at, line in enumerate(lines):
        if not line.strip():
            continue
        count = told(line)
        if count:
            signs, since, last = signs + count, 0, at
            gathered.append(at)
        elif gathered and since < FARTHEST:
            since += 1
            if may_be_within(line):
                gathered.append(at)
                last = at if since <= TAIL else last
        elif gathered:
            close()
            gathered, signs, since = [], 0, 0
    close()
    return frozenset(found)
