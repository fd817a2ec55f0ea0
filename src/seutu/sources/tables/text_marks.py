"""How texts are marked in a csv so that no spreadsheet program takes them for formulas, and how marks come off again.

A text that begins with a formula character gets one leading apostrophe; reading takes one apostrophe off. A text that
already begins with apostrophes and then a formula character gets one more, so every text comes back exactly as it was.
Signed numbers and international phone numbers stay as they are: no program evaluates them into anything else.
Also the one form in which a list of texts stands in one cell.
"""

import re
from collections.abc import Iterable
from typing import Final

FORMULA_STARTS: Final = "=+-@\t\r\n|%＝＋－＠"
_RISKY = re.compile(rf"'*[ \u00a0]*[{re.escape(FORMULA_STARTS)}]")
_MARKED = re.compile(rf"''*[ \u00a0]*[{re.escape(FORMULA_STARTS)}]")
_HARMLESS = re.compile(r"[+-]\d[\d \u00a0\u202f]*(?:[.,]\d+)?[ \u00a0]?%?\Z")


def mark_text(text: str) -> str:
    """Return ``text`` as it is safe to stand in a csv; ``unmark_text`` undoes it exactly."""
    return "'" + text if _RISKY.match(text) and not _HARMLESS.match(text) else text


def unmark_text(text: str) -> str:
    """Take off the apostrophe that ``mark_text`` (or a person in Excel) has put before a formula character."""
    return text[1:] if text.startswith("'") and _MARKED.match(text) else text


def join_list(items: Iterable[str]) -> str:
    r"""Return the items as one cell, parted by ``; ``; a ``;`` or ``\`` of an item gets a ``\`` before it."""
    return "; ".join(re.sub(r"([;\\])", r"\\\1", item) for item in items)


def split_list(text: str) -> tuple[str, ...]:
    """Return the items of a cell that ``join_list`` or a person has written; blank items are left out."""
    items = [""]
    escaped = False
    for character in text:
        if escaped:
            items[-1] += character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ";":
            items.append("")
        else:
            items[-1] += character
    return tuple(item.strip() for item in items if item.strip())
