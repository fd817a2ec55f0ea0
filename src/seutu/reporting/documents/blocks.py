"""What a document is made of, in one language and ready to print.

Texts here are final: numbers and dates are already written. Layout belongs to the writers.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from seutu.core.charts.plain import Spec
from seutu.core.text import Language

Align = Literal["left", "right"]
Tone = Literal["body", "lead", "note", "notice"]
Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2; level 0 is the document's own title and is not a block."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``lead`` is the answer at the top, ``note`` small (source, definition), ``notice`` marked."""

    text: str
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A bulleted list of short texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption and the text that stands for it where it cannot be seen."""

    spec: Spec
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``share`` is its part of the width."""

    heading: str
    align: Align = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row repeats on every page; rows have a cell per column.

    An empty caption is not printed. ``strong`` are the positions of rows that stand out: sums, names of groups.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A chart and its equal table in one row; ``share`` is the chart's part of the width. DOCX stacks them."""

    left: Chart
    right: Table
    share: float = 0.58


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Items | Chart | Table | SideBySide | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``kicker`` stands over the title, ``foot`` at the bottom of each page by its number."""

    title: str
    kicker: str
    subtitle: str
    foot: str
    at: date
    language: Language
    blocks: tuple[Block, ...]
