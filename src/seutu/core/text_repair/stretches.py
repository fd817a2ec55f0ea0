"""Which lines of a text are damaged: where ä stands for every a, and where umlauts have come apart into spaces.

A single odd line proves nothing; many beside each other do. Not for what the lines should be (``umlauts``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from seutu.core.text_repair.letters import Letters
from seutu.core.text_repair.umlauts import PIECE, SURE, Reading, Word, read_words

GAP: Final = re.compile(r"[ao] ", re.IGNORECASE)
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
FEWEST_WORDS: Final = 8
BACK: Final = frozenset("ou")


def swapped_lines(lines: Sequence[str], letters: Letters) -> frozenset[int]:
    """Return the lines in which ä stands for every a: words that mix ä with o or u, and hardly an a.

    With a in the place of ä they must be of the language, which they are not as they stand.
    """

    def told(line: str) -> int:
        if "ä" not in line and "Ä" not in line:
            return 0
        signs = sum(_is_mixed(piece) for piece in PIECE.findall(line))
        return signs if signs > sum("a" in piece for piece in PIECE.findall(line)) else 0

    def may_be_within(line: str) -> bool:
        pieces = PIECE.findall(line)
        return sum("a" in piece for piece in pieces) < max(sum("ä" in piece for piece in pieces), 1)

    def is_likelier(stretch: _Stretch) -> bool:
        words = [piece.casefold() for at in stretch.taken() for piece in PIECE.findall(lines[at]) if "ä" in piece]
        swapped = [word.replace("ä", "a") for word in words]
        return letters.are_of(swapped) and sum(map(letters.score, swapped)) > sum(map(letters.score, words))

    found = [each for each in _gathered(lines, told, may_be_within) if each.signs >= FEWEST_SWAPPED]
    return frozenset(at for stretch in found if is_likelier(stretch) for at in stretch.taken())


def _is_mixed(piece: str) -> bool:
    word = piece.casefold()
    return "ä" in word and "a" not in word and (word == "jä" or not BACK.isdisjoint(word))


def split_lines(lines: Sequence[str], letters: Letters) -> frozenset[int]:
    """Return the lines whose umlauts came apart: no umlaut stands in them, and joined pieces make likelier words.

    Where one stretch proves it, a sign is enough elsewhere in the text.
    """
    if sum(len(ODD.findall(line)) for line in lines) < FEWEST_ODD:
        return frozenset()
    reading = Reading(letters, margin=margin_of(lines))

    def told(line: str) -> int:
        if not may_be_within(line) or not GAP.search(line):
            return 0
        return sum(_is_sign(line[word.start : word.end], word, letters) for word in read_words(line, reading))

    def may_be_within(line: str) -> bool:
        return not any(mark in "äöÄÖ" for mark in line)

    def pieces(stretch: _Stretch) -> list[str]:
        return [piece for at in stretch.taken() for piece in PIECE.findall(lines[at]) if len(piece) > 1]

    found = list(_gathered(lines, told, may_be_within))
    if not any(stretch.signs >= FEWEST_ODD and letters.are_of(pieces(stretch)) for stretch in found):
        return frozenset()
    # Of a few words, such as a heading, the language cannot be told.
    near = (each for each in found if len(pieces(each)) < FEWEST_WORDS or letters.are_of(pieces(each)))
    return frozenset(at for stretch in near for at in stretch.taken())


def _is_sign(stood: str, word: Word, letters: Letters) -> bool:
    """Return whether a word surely came apart: within itself, or at its end where only the mended word is known."""
    known = letters.knows(word.text.casefold()) and not letters.knows(stood.strip().casefold())
    return word.lead >= SURE and (known or " " in stood.rstrip())


def margin_of(lines: Sequence[str]) -> int:
    """Return how many spaces end a line as a rule: 1 where most filled lines end in a space."""
    filled = [line for line in lines if line.strip()]
    return int(sum(line.endswith(" ") for line in filled) * 2 > len(filled))


@dataclass(slots=True)
class _Stretch:
    """Lines beside each other: how many signs they hold, and the last line that belongs to them."""

    lines: list[int] = field(default_factory=list)
    signs: int = 0
    since: int = 0
    last: int = -1

    def taken(self) -> list[int]:
        return [at for at in self.lines if at <= self.last]


def _gathered(
    lines: Sequence[str], told: Callable[[str], int], may_be_within: Callable[[str], bool]
) -> Iterator[_Stretch]:
    """Yield the stretches that hold a sign at least."""
    stretch = _Stretch()
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        count = told(line)
        if not count and stretch.since >= FARTHEST:
            yield stretch
            stretch = _Stretch()
        if count:
            stretch.signs, stretch.since, stretch.last = stretch.signs + count, 0, at
            stretch.lines.append(at)
        elif stretch.lines:
            stretch.since += 1
            if may_be_within(line):
                stretch.lines.append(at)
                stretch.last = at if stretch.since <= TAIL else stretch.last
    if stretch.lines:
        yield stretch
