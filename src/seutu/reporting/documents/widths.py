"""How wide the columns of a table are: by their shares, but wide enough for figures and words to stay whole.

Not for drawing the table (``word``, ``pdf``).
"""

import re
from collections.abc import Sequence
from typing import Final

from seutu.reporting.documents.blocks import Column, Table

LETTER_MM: Final = 2.15
"""The room of a letter of a table's text, which is of 9 points: enough for bold, and for a wider typeface."""
SIDES_MM: Final = 4.2
LONGEST_FIGURE: Final = 24
LONGEST_WORD: Final = 16
BREAKS: Final = re.compile(r"[ \n]|(?<=[–/-])")


def widths_of(table: Table, width_mm: float) -> tuple[float, ...]:
    """Return the widths of the columns in millimetres, together ``width_mm``.

    A column that is narrower than what it must hold in one piece gets that, and the others give it away by what they
    have to spare. What a column has over its longest text goes to those whose texts are longer than they are wide.
    Where there is not room enough, all are as wide as their needs are to one another.
    """
    held = [(column.heading, *(row[at] for row in table.rows)) for at, column in enumerate(table.columns)]
    needs = [_need(column, texts) for column, texts in zip(table.columns, held, strict=True)]
    if sum(needs) >= width_mm:
        return tuple(width_mm * need / sum(needs) for need in needs)
    shares = sum(column.share for column in table.columns)
    widths = _moved([width_mm * column.share / shares for column in table.columns], needs, needs)
    wants = [max(need, max(map(len, texts)) * LETTER_MM + SIDES_MM) for need, texts in zip(needs, held, strict=True)]
    return tuple(_moved(widths, wants, wants))


def _moved(widths: Sequence[float], wanted: Sequence[float], kept: Sequence[float]) -> list[float]:
    """Return the widths with what is over ``kept`` moved to those under ``wanted``, as far as either goes."""
    lacking = [max(0.0, want - width) for want, width in zip(wanted, widths, strict=True)]
    spare = [max(0.0, width - keep) for keep, width in zip(kept, widths, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return list(widths)
    return [
        width + moved * lack / sum(lacking) - moved * extra / sum(spare)
        for width, lack, extra in zip(widths, lacking, spare, strict=True)
    ]


def _need(column: Column, texts: Sequence[str]) -> float:
    """Return the width that a column's longest piece takes: a whole figure, or a word. The heading is the first."""
    pieces = [piece for text in texts for piece in BREAKS.split(text)]
    letters = min(max(len(piece.strip()) for piece in pieces), LONGEST_WORD)
    if column.align == "right":
        figures = [len(text) for text in texts[1:] if len(text) <= LONGEST_FIGURE]
        letters = max(letters, *figures, 0)
    return letters * LETTER_MM + SIDES_MM
