"""Repairs that need no other line: an encoding read wrong, ligatures, dots apart from their letters, loose marks.

All are sure: none of these stands in a sound text. Not for spaces that were dots (``umlauts``).
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from seutu.core.text_repair.records import Reason, Repair, keeps_numbers

MISREAD: Final = re.compile(
    r"[ÂÃâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}"
)
"""What two or three bytes of UTF-8 look like when each was read as a letter of the Windows code page."""
LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
INVISIBLE: Final = re.compile("(?<=[^\\W\\d_])[\u00ad\u200b\u2060\ufeff]+ ?(?=[^\\W\\d_])")
LOOSE_SPACE: Final = re.compile("(?<=[^\\W\\d_])[\u00a0\u202f](?=[^\\W\\d_])")
MARKED: Final = (
    (re.compile("([aouAOU]) ?\u0308|(?:\u00a8|\u02d9\u02d9) ?([aouAOU])(?=[^\\W\\d_]|\\b)|([aouAOU])\u00a8"), "\u0308"),
    (re.compile("([aA]) ?\u030a|\u02da([aA])(?=[^\\W\\d_])|([aA])\u02da"), "\u030a"),
    (re.compile("([eE]) ?\u0301|\u00b4([eE])(?=[^\\W\\d_])|([eE])\u00b4"), "\u0301"),
)
SUSPECT: Final = re.compile(
    "[ÂÃâ\ufb00-\ufb06\u00ad\u200b\u2060\ufeff\u00a0\u202f\u0308\u00a8\u02d9\u030a\u02da\u0301\u00b4]"
)
"""A mark that every damage holds: a line without one is sound."""
SPACE: Final = re.compile(r"[\s\u00a0\u202f]")

Changed = Callable[[re.Match[str]], str]


def repaired_characters(text: str, line: int) -> tuple[str, list[Repair]]:
    """Return a line with its characters mended, and the repairs in order."""
    if not SUSPECT.search(text):
        return text, []
    repairs: list[Repair] = []
    steps: list[tuple[re.Pattern[str], Changed, Reason]] = [
        (MISREAD, _read_again, Reason.ENCODING),
        (MISREAD, _read_again, Reason.ENCODING),
        (LIGATURE, lambda found: unicodedata.normalize("NFKC", found[0]), Reason.LIGATURE),
        (INVISIBLE, lambda _: "", Reason.INVISIBLE),
        *((pattern, _composed(mark), Reason.MARK) for pattern, mark in MARKED),
        (LOOSE_SPACE, lambda _: " ", Reason.SPACE),
    ]
    for pattern, changed, reason in steps:
        text, made = _step(text, line, pattern, changed, reason)
        repairs += made
    return text, repairs


def _step(text: str, line: int, pattern: re.Pattern[str], changed: Changed, reason: Reason) -> tuple[str, list[Repair]]:
    """Change what a pattern finds, and tell it by the words that hold it."""
    if not pattern.search(text):
        return text, []
    repairs = []
    pieces: list[str] = []
    at = 0
    for start, end in _words_around(text, pattern):
        stood = text[start:end]
        proposed = pattern.sub(changed, stood)
        if proposed != stood and keeps_numbers(stood, proposed):
            repairs.append(Repair(line, stood, proposed, reason))
            pieces += [text[at:start], proposed]
            at = end
    return "".join(pieces) + text[at:], repairs


def _words_around(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the words stand that hold what a pattern finds; words it joins are one."""
    gaps = [-1, *(gap.start() for gap in SPACE.finditer(text)), len(text)]
    spans: list[tuple[int, int]] = []
    for found in pattern.finditer(text):
        if spans and found.start() <= spans[-1][1]:
            start, _ = spans.pop()
        else:
            start = gaps[bisect_left(gaps, found.start()) - 1] + 1
        spans.append((start, gaps[bisect_left(gaps, found.end())]))
    return spans


def _read_again(found: re.Match[str]) -> str:
    """Return what the bytes mean as UTF-8; as it stands where they mean nothing."""
    for length in range(len(found[0]), 1, -1):
        head, rest = found[0][:length], found[0][length:]
        for code in ("cp1252", "latin-1"):
            try:
                return head.encode(code).decode("utf-8") + rest
            except UnicodeError:
                continue
    return found[0]


def _composed(mark: str) -> Changed:
    def changed(found: re.Match[str]) -> str:
        letter = next(group for group in found.groups() if group)
        return unicodedata.normalize("NFC", letter + mark)

    return changed
