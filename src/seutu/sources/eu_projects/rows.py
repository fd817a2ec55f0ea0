"""What the reader of EURA project lists hands on: a read project, or a row it refuses with the reason.

Not for storing projects: the register decides what a project list means for its actors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from seutu.core.problems import Problem
from seutu.core.text import Text

Fund = Literal["EAKR", "ESR", "ESR+", "JTF"]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project of a project list, as the list writes it. Money in euros; an empty cell is None, never zero.

    ``line`` is the physical line (header = 1). ``granted`` and ``actual`` are EU and state funding, ``planned_public``
    and ``actual_public`` all public funding. ``repaired`` says how a row with too many fields was put together.
    """

    line: int
    code: str
    fund: Fund
    name: str
    programme: str | None
    axis: str | None
    authority: str | None
    status: str | None
    start: date | None
    end: date | None
    implementer: str | None
    granted: Decimal | None
    actual: Decimal | None
    planned_public: Decimal | None
    actual_public: Decimal | None
    repaired: Text | None = None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row that could not be read surely: why, the fields as they stand, and what could be read of it."""

    line: int
    problem: Problem
    fields: tuple[str, ...]
    read: Mapping[str, str]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderSummary:
    """What the header line promises: columns (field → header text), headers not used, fields without a column."""

    columns: Mapping[str, str]
    unknown: tuple[str, ...]
    absent: tuple[str, ...]
    delimiter: str
    column_count: int
