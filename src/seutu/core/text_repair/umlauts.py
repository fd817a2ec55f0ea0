"""Words whose umlauts came apart: "ela ma n" for elämän, and ä in the place of every a beside them.

A line is read as the chain of pieces that it is, and each gap after a or o is a gap, or the dots of an umlaut: what
makes the likelier words. Not for finding the lines that are damaged (``stretches``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from seutu.core.text_repair.letters import Letters

PIECE: Final = re.compile(r"[^\W\d_]+")
DOTTED: Final = {"a": "ä", "o": "ö", "A": "Ä", "O": "Ö"}
FRONT, BACK = frozenset("äöy"), frozenset("aou")
MOST_PIECES: Final = 9
"""How many pieces a word may have come apart into."""
LONGEST_CHAIN: Final = 80
"""How many pieces may follow each other so: longer runs are no text."""
TWO_SPACES: Final = 9.0
"""How many bits a second space, or one before a comma, says for an umlaut: a sound text has neither."""
SURE: Final = 3.0
"""How many bits the reading must be ahead of every other to be sure."""
DISHARMONY: Final = 2.0
"""How many bits a word costs that mixes ä, ö, y with a, o, u: only compounds and loans do."""
SHORT: Final = 3
UNKNOWN_SHORT: Final = 8.0
"""How many bits a word of so few letters costs when it is not known: such words of Finnish are few and well known."""


Span = tuple[int, int, bool]
"""A word of a chain: its first piece, its last, and whether its last letter is an umlaut whose dots are gone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters, as it stands and where, and as read with its a's put right."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a line that is one word: where it stands, what it is read as, how many bits ahead of all else."""

    start: int
    end: int
    text: str
    lead: float


@dataclass(frozen=True, slots=True)
class Reading:
    """How a damaged line is read. ``swapped``: ä stands for every a; ``margin``: the spaces that end every line."""

    letters: Letters
    swapped: bool = False
    margin: int = 0


def read_words(line: str, reading: Reading, *, before: str = "") -> Iterator[Word]:
    """Yield the words of a line that are not as they stand. ``before``: the beginning of a word that it goes on."""
    for number, chain in enumerate(_chains(line, reading)):
        if len(chain) > LONGEST_CHAIN:
            continue
        goes_on = number == 0 and not line[: chain[0].start].strip()
        yield from _Chain(line, chain, reading, before.casefold() if goes_on else "").words()


def _chains(line: str, reading: Reading) -> Iterator[list[Piece]]:
    """Yield the runs of pieces that a single space after a or o parts."""
    gathered: list[Piece] = []
    for found in PIECE.finditer(line):
        piece = Piece(found.start(), found.end(), _unswapped(found[0], reading) if reading.swapped else found[0])
        if gathered and not _may_join(line, gathered[-1], piece):
            yield gathered
            gathered = []
        gathered.append(piece)
    if gathered:
        yield gathered


def _unswapped(word: str, reading: Reading) -> str:
    """Return a word with a for its ä; one that is likelier as it stands, or has an a, is of another typeface.

    An ä at the end says nothing of that: dots that came apart leave a gap there.
    """
    inner = word[:-1].casefold()
    likelier = reading.letters.score(inner, ends=False) - reading.letters.score(inner.replace("ä", "a"), ends=False)
    is_sound = likelier > SURE and BACK.isdisjoint(inner) and len(word) > SHORT
    return word if "a" in word or is_sound else word.replace("ä", "a").replace("Ä", "A")


def _may_join(line: str, piece: Piece, after: Piece) -> bool:
    return line[piece.end : after.start] == " " and piece.text[-1] in DOTTED and after.text[0].islower()


def _spaces_from(line: str, at: int) -> int:
    """Return how many spaces stand from a place on."""
    end = at
    while line[end : end + 1] == " ":
        end += 1
    return end - at


@dataclass(frozen=True, slots=True)
class _Chain:
    """The best way to read a chain of pieces as words, by dynamic programming."""

    line: str
    pieces: list[Piece]
    reading: Reading
    before: str
    scores: dict[tuple[int, int], list[tuple[bool, float]]] = field(default_factory=dict)

    def words(self) -> Iterator[Word]:
        if len(self.pieces) == 1 and not self.reading.swapped and self._evidence(0) is None:
            return  # one piece can be read as it stands only
        score, best = self._best()
        for first, last, dotted in best:
            start, end = self.pieces[first].start, self.pieces[last].end
            text = self._word(first, last, dotted=dotted)
            if dotted:
                end += 1
            stood = self.line[start : min(end, len(self.line))]
            if text != stood.rstrip() or dotted:
                others = (self._best((gap, self._role(best, gap)))[0] for gap in self._gaps(first, last))
                lead = min((score - other for other in others), default=TWO_SPACES)
                if not dotted and self._are_words(first, last):
                    lead = 0.0
                yield Word(start, min(end, len(self.line)), text, lead)

    def _are_words(self, first: int, last: int) -> bool:
        """Return whether several pieces are words as they stand: ja sen, which may be jäsen as well."""
        knows = self.reading.letters.knows
        return last > first and all(knows(piece.text.casefold()) for piece in self.pieces[first : last + 1])

    def _gaps(self, first: int, last: int) -> range:
        """Return the ends of pieces at which the word could have been read otherwise, the one before it too."""
        return range(max(first - 1, 0) if first else first, last + 1)

    def _best(self, other: tuple[int, str] | None = None) -> tuple[float, list[Span]]:
        """Return the score and the words of the best reading; ``other``: a gap and how it may not be read."""
        at: list[tuple[float, list[Span]]] = [(0.0, [])]
        for last in range(len(self.pieces)):
            found = [
                (at[first][0] + bits, first, dotted)
                for first in range(max(0, last - MOST_PIECES + 1), last + 1)
                for dotted, bits in self._scored(first, last)
                if other is None
                or not first <= other[0] <= last
                or self._role([(first, last, dotted)], other[0]) != other[1]
            ]
            score, first, dotted = max(found, default=(-1e9, last, False), key=lambda each: each[0])
            at.append((score, [*at[first][1], (first, last, dotted)]))
        return at[-1]

    @staticmethod
    def _role(words: list[Span], gap: int) -> str:
        """Return what the end of a piece is read as: dots within a word, dots that end one, or a gap."""
        for first, last, dotted in words:
            if first <= gap < last:
                return "within"
            if gap == last:
                return "ends dotted" if dotted else "ends"
        return ""

    def _scored(self, first: int, last: int) -> list[tuple[bool, float]]:
        """Return the ways in which the last letter of a word may be read, with the bits of the word."""
        if (first, last) not in self.scores:
            said = self._evidence(last)
            ways = (False,) if said is None else (False, True)
            self.scores[first, last] = [
                (dotted, self._bits(first, last, dotted=dotted) + ((said or 0.0) if dotted else 0.0)) for dotted in ways
            ]
        return self.scores[first, last]

    def _bits(self, first: int, last: int, *, dotted: bool) -> float:
        """Return how likely a word is: by its letters, with what an unknown short or disharmonious word costs."""
        word = self._word(first, last, dotted=dotted).casefold()
        whole = word if first else self.before + word
        ends = self.line[self.pieces[last].end : self.pieces[last].end + 1] != "-"
        bits = self.reading.letters.score(whole, ends=ends)
        if not self.reading.letters.knows(whole):
            bits -= UNKNOWN_SHORT if ends and len(whole) <= SHORT else 0
            bits -= DISHARMONY if not (FRONT.isdisjoint(whole) or BACK.isdisjoint(whole)) else 0
        return bits

    def _evidence(self, last: int) -> float | None:
        """Return what the spaces after a piece say for dots at its end; None where there can be none."""
        piece = self.pieces[last]
        spaces = _spaces_from(self.line, piece.end) if piece.text[-1] in DOTTED else 0
        if not spaces:
            return None
        after = self.line[piece.end + spaces : piece.end + spaces + 1]
        if not after or (after.isspace() and not self.line[piece.end :].strip()):
            return TWO_SPACES if spaces > self.reading.margin else None
        if spaces > 1 or after in ",.:;!?)”’":
            return TWO_SPACES
        return 0.0 if after == "-" else None

    def _word(self, first: int, last: int, *, dotted: bool) -> str:
        parts = [piece.text for piece in self.pieces[first : last + 1]]
        inner = [part[:-1] + DOTTED[part[-1]] for part in parts[:-1]]
        end = parts[-1][:-1] + DOTTED[parts[-1][-1]] if dotted else parts[-1]
        return "".join(inner) + end
