"""Running text as sentences whose figures keep the line they stand on.

Lines that were cut for a page are joined, words that were hyphenated at the end of a line too. Not for tables.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from seutu.core.figures import Amount, Certain, read_amount
from seutu.core.figures.relations import Term
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line

QUALIFIERS: Final = (
    r"(?:noin|n\.|arviolta|vajaa|vajaan|alle|lähes|liki|yli|reilu|runsaat|enintään|korkeintaan|vähintään|tasan|"
    r"omkring|cirka|ca|knappt|drygt|över|under|högst|minst|about|approximately|nearly|at most|up to|over|~|≈)\s*"
)
NUMBER: Final = r"[0-9]{1,3}(?:[.\s\u00a0\u202f][0-9]{3}){1,4}(?:,[0-9]{1,2})?|[0-9]+(?:,[0-9]+)?"
ENGLISH: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?"
"""A number with commas between thousands: of whole euros it has no other meaning."""
MONEY: Final = re.compile(
    rf"(?<![\w.,/])(?:{QUALIFIERS})?(?:(?:EUR|€)\s?(?:{ENGLISH}|{NUMBER})(?:\s?(?:k|M|million|thousand)\b)?"
    rf"|(?:{ENGLISH}(?=\s*(?:€|eur))|{NUMBER})\s*"
    r"(?:k€|M€|milj(?:\.|oona\w*)?\s*(?:€|euro\w*)|t€|€|euro\w*|eur\b))",
    re.IGNORECASE,
)
SHARE: Final = re.compile(rf"(?<![\w.,/])(?:{QUALIFIERS})?[0-9]+(?:,[0-9]+)?\s*(?:%|prosent\w+|procent)", re.IGNORECASE)
MOST_WORDS: Final = 6
NEAR: Final = 1000
"""As many characters beside a figure are looked at for its words; a sentence can be as long as its document."""
SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
NUMBER_BEGUN: Final = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:\.\d{3})*\.$")
GROUP_NEXT: Final = re.compile(r"\d{3}(?:\.\d{3})*\s*(?:€|euro|eur\b|k€|M€)", re.IGNORECASE)
BULLET: Final = re.compile(r"^\s*(?:[•*–-]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure of a sentence: where in it, and the term with its line."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its money and its percentages in order."""

    text: str
    line: Line
    money: tuple[Found, ...]
    shares: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences between two blank lines."""

    sentences: tuple[Sentence, ...]


def paragraphs(document: Document, apart: Container[int] = ()) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document in order; the lines of ``apart``, as rows of tables, are none of a sentence.

    A row is a paragraph of its own, so that what stands before and after it is not read as one sentence.
    """
    gathered: list[Line] = []
    for line in _closed_by_blanks(document, apart):
        if line is None:
            if gathered:
                yield _paragraph(document, gathered)
            gathered = []
        else:
            gathered.append(line)


def is_spaced(document: Document) -> bool:
    """Return whether a blank stands after nearly every line of a document: such blanks end no paragraph."""
    filled = sum(bool(line.text.strip()) for line in document.lines)
    return 5 * (len(document.lines) - filled) > 4 * filled


def _closed_by_blanks(document: Document, apart: Container[int]) -> Iterator[Line | None]:
    """Yield the lines, None where a paragraph ends. A text with a blank after every line is not a paragraph a line."""
    alternates = is_spaced(document)
    blanks = 0
    for line in document.lines:
        if line.text.strip():
            alone = line.number in apart
            if alone or BULLET.match(line.text):
                yield None
            blanks = 0
            yield line
            if alone:
                yield None
        else:
            blanks += 1
            if not alternates or blanks > 1:
                yield None
    yield None


def _paragraph(document: Document, lines: list[Line]) -> Paragraph:
    text, starts = _joined(lines)
    sentences, at = [], 0
    for piece in SENTENCE_END.split(text):
        at = text.index(piece, at)
        sentences.append(_sentence(document, piece, at, lines, starts))
        at += len(piece)
    return Paragraph(tuple(sentences))


def _joined(lines: list[Line]) -> tuple[str, list[int]]:
    """Return filled lines as one text, and where each begins in it."""
    parts: list[str] = []
    starts, length = [], 0
    for line in lines:
        part = line.text.strip()
        if parts and parts[-1].endswith("-") and part[:1].islower():
            parts[-1] = parts[-1][:-1]
            length -= 1
        elif parts and not _cuts_number(parts[-1], part):
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(part)
        length += len(part)
    return "".join(parts), starts


def _cuts_number(text: str, part: str) -> bool:
    """Return whether a line ended within a number, right after the point of its thousands: 118. / 600 euroa."""
    return NUMBER_BEGUN.search(text) is not None and GROUP_NEXT.match(part) is not None


def _sentence(document: Document, text: str, at: int, lines: list[Line], starts: list[int]) -> Sentence:
    def line_of(offset: int) -> Line:
        return lines[bisect_right(starts, at + offset) - 1]

    def figures(pattern: re.Pattern[str], unit: str) -> tuple[Found, ...]:
        found = []
        for match in pattern.finditer(text):
            amount = _read(match[0], unit)
            if amount is not None:
                place = document.place(line_of(match.start()), match[0])
                term = Term.of(Text.same(_before(text, match.start())), amount, place)
                found.append(Found(match.start(), match.end(), term))
        return tuple(found)

    return Sentence(text, line_of(0), figures(MONEY, EUR), figures(SHARE, PERCENT))


@lru_cache(maxsize=4096)
def _read(text: str, unit: str) -> Amount | None:
    reading = read_amount(text, language="fi")
    if not isinstance(reading, Certain):
        reading = read_amount(text)
    if not isinstance(reading, Certain) and re.search(ENGLISH, text):
        reading = read_amount(text, language="en")
    return reading.value if isinstance(reading, Certain) and reading.value.unit == unit else None


def _before(text: str, start: int) -> str:
    """Return the last words before a figure, back to a comma or stop: what the figure is of; else those after it."""
    before = re.split(r"[.,;:()]", text[max(0, start - NEAR) : start])[-1].split()
    if before:
        return " ".join(before[-MOST_WORDS:])
    after = re.split(
        r"[.,;:()]", re.sub(r"^[^)\w]*[\d\s.,€%]*(?:euro\w*)?\s*(?:\([^)]*\))?", "", text[start : start + NEAR])
    )[0].split()
    return " ".join(after[:MOST_WORDS]) or "–"
