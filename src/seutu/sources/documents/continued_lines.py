"""Titles and texts that go on over the ends of lines, put together, with the index of the line they end on.

What a title is, and what begins another one, its reader says. Not for sentences with figures (``paragraphs``), or for
words that a line's end parted (``core.text_repair``), which are joined before.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from seutu.core.text_repair.line_ends import SUSPENDED

Begins = Callable[[str], bool]
NARROWEST: Final = 60
MOST_LINES: Final = 6
LONGEST_TITLE: Final = 500
LONGEST_HEADING: Final = 80
OPEN_ENDS: Final = (",", ";", "-", "–", "/", "&")
STOPS: Final = (".", "!", "?", ":", ";", ",")


def width_of(lines: Sequence[str]) -> int:
    """Return how many letters a line of a document holds; more than any has where they are too short to be cut."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    return longest if longest >= NARROWEST else sys.maxsize


def title_from(lines: Sequence[str], at: int, first: str, begins: Begins, width: int) -> tuple[str, int]:
    """Return the title that begins with ``first`` on a line, whole, and the line it ends on.

    It goes on where the next line begins with a small letter, where it is left open (a comma, a hyphen, a bracket, an
    "and"), and where the next word would not have fitted on a line of ``width``. It ends at a blank line and where
    ``begins`` says that something else begins.
    """
    title, end = first.strip(), at
    for following in range(at + 1, min(at + MOST_LINES, len(lines))):
        text = lines[following].strip()
        if not text or begins(text) or not (_is_open(title) or _goes_on(lines[following - 1], text, width)):
            break
        joined = joined_text((title, text))
        if len(joined) > LONGEST_TITLE:
            break
        title, end = joined, following
    return title, end


def joined_text(parts: Iterable[str]) -> str:
    """Return lines as one: a word's own hyphen at a line's end stays, with no space after it."""
    whole = ""
    for part in (each.strip() for each in parts):
        glued = whole.endswith("-") and whole[-2:-1].isalnum() and part.split(maxsplit=1)[0].casefold() not in SUSPENDED
        whole += part if glued or not whole else f" {part}"
    return whole


def text_of(lines: Iterable[str]) -> str:
    """Return lines as paragraphs, a blank line between them."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return "\n\n".join(joined_text(each) for each in found if each)


def is_heading(lines: Sequence[str], at: int) -> bool:
    """Return whether a line stands alone between blank ones, is short and ends as no sentence does."""
    text = lines[at].strip()
    alone = not any(lines[beside].strip() for beside in (at - 1, at + 1) if 0 <= beside < len(lines))
    return bool(text) and alone and len(text) <= LONGEST_HEADING and not text.endswith(STOPS)


def _is_open(title: str) -> bool:
    last = title.rsplit(maxsplit=1)[-1].casefold() if title else ""
    return title.endswith(OPEN_ENDS) or last in SUSPENDED or title.count("(") > title.count(")")


def _goes_on(before: str, text: str, width: int) -> bool:
    word = text.split(maxsplit=1)[0]
    return text[0].islower() or len(before.rstrip()) + 1 + len(word) > width
