"""Words that a line's end or a drop capital parted: seutu-/kaupunki, S/eutukaupunki.

A hyphen that is the word's own stays: EU-hanke, pk-yritys, linja-auto, palkka- ja matkakulut, ranges, before a capital.
Not for joining lines to sentences.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from seutu.core.text_repair.letters import Letters
from seutu.core.text_repair.records import Certainty, Reason, Repair

LONGEST: Final = 60
"""How many letters before a line's end are looked at: a longer word is no word."""
CUT: Final = re.compile("(?<![^\\W\\d_])(?P<left>[^\\W\\d_]+(?:-[^\\W\\d_]+)*)(?P<hyphen>[-\u2010\u00ac]|\u00ad)\\s*$")
GOES_ON: Final = re.compile(r"^(?P<indent>\s*)(?P<right>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<marks>[^\w\s]*)(?:\s+|$)")
CAPITAL: Final = re.compile(r"^\s*(?P<letter>[A-ZÅÄÖ])\s*$")
LOWER: Final = re.compile(r"^\s*(?P<rest>[a-zåäö]+)")
SUSPENDED: Final = frozenset({"ja", "tai", "sekä", "että", "eli", "taikka", "och", "eller", "samt", "and", "or"})
VOWELS: Final = frozenset("aeiouyåäö")
SHORTEST: Final = 2
SHORT: Final = 3
UMLAUTS: Final = frozenset("åäö")
FEWEST_UMLAUTS: Final = 20
"""A text is Nordic when one in so many of its words has such a letter; elsewhere compounds have hyphens."""


def cut_word(line: str) -> re.Match[str] | None:
    """Return the beginning of a word that a line ends with, and its hyphen."""
    return CUT.search(line, max(0, len(line.rstrip()) - LONGEST))


def joined_lines(lines: list[str], letters: Letters, words: Counter[str]) -> list[Repair]:
    """Join parted words in place, each to where it begins; return the repairs. ``words``: the text's own, folded."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    nordic = sum(times for word, times in words.items() if not UMLAUTS.isdisjoint(word))
    judge = _Judge(letters, words, letters.are_of(words.elements()), nordic * FEWEST_UMLAUTS >= words.total() > 0)
    repairs: list[Repair] = []
    for at, after in pairwise(filled):
        repair = _capital(lines, at, after, letters) or _hyphenated(lines, at, after, judge)
        if repair is not None:
            repairs.append(repair)
    return repairs


def _capital(lines: list[str], at: int, after: int, letters: Letters) -> Repair | None:
    capital, rest = CAPITAL.match(lines[at]), LOWER.match(lines[after])
    if capital is None or rest is None:
        return None
    word = capital["letter"] + rest["rest"]
    gain = letters.score(word.casefold()) - letters.score(rest["rest"]) if len(word) > SHORTEST else 0
    sure = gain > 0 or letters.knows(word.casefold())
    if sure:
        lines[after] = lines[after][: rest.start("rest")] + word + lines[after][rest.end("rest") :]
        lines[at] = ""
    certainty = Certainty.SURE if sure else Certainty.UNSURE
    return Repair(at + 1, f"{capital['letter']}\n{rest['rest']}", word, Reason.DROP_CAPITAL, certainty)


def _hyphenated(lines: list[str], at: int, after: int, judge: "_Judge") -> Repair | None:
    cut, rest = cut_word(lines[at]), GOES_ON.match(lines[after])
    if cut is None or rest is None or not rest["right"][0].islower():
        return None
    left, right = cut["left"], rest["right"]
    is_soft = cut["hyphen"] != "-"
    if not is_soft and judge.is_own(left, right):
        return None
    joined = left + right
    sure = is_soft or judge.is_one_word(left, right)
    if sure:
        _join(lines, at, after, cut, rest)
    certainty = Certainty.SURE if sure else Certainty.UNSURE
    return Repair(at + 1, f"{left}{cut['hyphen']}\n{right}", joined, Reason.HYPHEN, certainty)


def _join(lines: list[str], at: int, after: int, cut: re.Match[str], rest: re.Match[str]) -> None:
    """Put the rest of the word, and the marks that close it, where the word begins."""
    lines[at] = lines[at][: cut.start("hyphen")] + rest["right"] + rest["marks"]
    lines[after] = rest["indent"] + lines[after][rest.end() :]


@dataclass(frozen=True, slots=True)
class _Judge:
    """Whose a hyphen at a line's end is: the word's own, or the line's."""

    letters: Letters
    words: Counter[str]
    is_language: bool
    has_umlauts: bool

    def is_own(self, left: str, right: str) -> bool:
        """Return whether the hyphen is the word's own, or stands for a word to come."""
        last = left.rsplit("-", maxsplit=1)[-1]
        return (
            right.casefold() in SUSPENDED
            or len(last) < SHORTEST
            or VOWELS.isdisjoint(last.casefold())
            or (last.isupper() and len(last) > 1)
            or any(mark.isupper() for mark in last[1:])
            or f"{left}-{right}".casefold() in self.words
        )

    def is_one_word(self, left: str, right: str) -> bool:
        """Return whether a hyphen is surely not the word's own.

        A Finnish compound has one only between like vowels, after a name and after an abbreviation: where the letters
        before it end a word likelier than they go on. A Swedish one has one after a name and an abbreviation. In
        another language the text itself must hold the whole word.
        """
        if (left + right).casefold() in self.words:
            return True
        last, first = left.rsplit("-", maxsplit=1)[-1].casefold(), right.casefold()
        may_end = left[0].isupper() or len(last) <= SHORT
        if not self.is_language:
            return self.has_umlauts and not may_end
        if last[-1] == first[0] and first[0] in VOWELS:
            return False
        return not may_end or self.letters.score(last) < self.letters.score(last + first[0], ends=False)
