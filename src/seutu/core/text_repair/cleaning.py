"""Cleans the lines of a text that was damaged on its way out of a PDF. The lines stay as many, each at its place.

Characters first, then umlauts, then what line ends parted. Not for the columns or order of a page.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from seutu.core.text_repair.characters import repaired_characters
from seutu.core.text_repair.letters import Letters
from seutu.core.text_repair.line_ends import cut_word, joined_lines
from seutu.core.text_repair.records import Certainty, Cleaned, Reason, Repair, keeps_numbers
from seutu.core.text_repair.stretches import margin_of, split_lines, swapped_lines
from seutu.core.text_repair.umlauts import SURE, Reading, Word, read_words

OWN_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?:-[^\W\d_]+)*(?![\w-])")


def clean(lines: Sequence[str], letters: Letters) -> Cleaned:
    """Return the cleaned lines and every repair, sure and applied or unsure and only proposed.

    ``letters`` is a model of the language of the text; the text's own sound words are added to it. Digits are never
    changed. A text that is clean stays as it is.
    """
    mended = mend_letters(lines, letters)
    joined = list(mended.lines)
    repairs = joined_lines(joined, letters, Counter(_words(joined)))
    return Cleaned(tuple(joined), tuple(sorted((*mended.repairs, *repairs), key=lambda repair: repair.line)))


def mend_letters(lines: Sequence[str], letters: Letters) -> Cleaned:
    """Return the lines with their letters mended, without joining what line ends parted."""
    mended, repairs = [], []
    for number, line in enumerate(lines, 1):
        text, made = repaired_characters(line, number)
        mended.append(text)
        repairs += made
    swapped = swapped_lines(mended, letters)
    split = split_lines(["" if at in swapped else line for at, line in enumerate(mended)], letters)
    damaged = swapped | split
    if damaged:
        own = letters.with_words(_words(line for at, line in enumerate(mended) if at not in damaged))
        repairs += _undotted(mended, swapped, split, own)
    return Cleaned(tuple(mended), tuple(sorted(repairs, key=lambda repair: repair.line)))


def _words(lines: Iterable[str]) -> list[str]:
    """Return the whole words of lines, folded: none that a line's end cut."""
    return [word.casefold() for line in lines for word in OWN_WORD.findall(line)]


def _undotted(lines: list[str], swapped: Collection[int], split: Collection[int], letters: Letters) -> list[Repair]:
    """Put the umlauts of the damaged lines back in place, and return the repairs."""
    damaged = sorted({*swapped, *split})
    margin = margin_of([lines[at] for at in damaged])
    before = ""
    repairs = []
    for at, line in enumerate(lines):
        if at in swapped or at in split:
            reading = Reading(letters, swapped=at in swapped, margin=margin)
            cut = cut_word(before)
            words = list(read_words(line, reading, before=cut["left"] if cut else ""))
            lines[at], made = _put(line, at + 1, words)
            repairs += made
        before = lines[at] if line.strip() else before
    return repairs


def _put(line: str, number: int, words: Sequence[Word]) -> tuple[str, list[Repair]]:
    text, at = "", 0
    repairs = []
    for word in words:
        stood = line[word.start : word.end]
        if not keeps_numbers(stood, word.text):
            continue
        reason = Reason.SPLIT_UMLAUT if stood.count("ä") <= word.text.count("ä") else Reason.UMLAUT_FOR_A
        certainty = Certainty.SURE if word.lead >= SURE else Certainty.UNSURE
        repairs.append(Repair(number, stood, word.text, reason, certainty))
        if certainty is Certainty.SURE:
            text += line[at : word.start] + word.text
            at = word.end
    return text + line[at:], repairs
