"""What an import did, or would do: counts, rejected rows with their reasons, rows to review."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from seutu.apps.records.sheets.columns import Value
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources.tables import CellValue

Outcome = Literal["created", "changed", "unchanged", "skipped", "rejected"]
Told = Callable[[int, int | None], None]
"""Is told how much is done, of how much when that is known; may raise to end the work."""


def untold(done: int, total: int | None = None) -> None:
    """Let nobody know how far the work is."""
    del done, total


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two names that may be one actor; nobody but a person decides."""

    first: str
    second: str
    likeness: float
    reason: Text | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the form of a report's ``review`` entry."""
        entry: dict[str, object] = {"first": self.first, "second": self.second, "likeness": round(self.likeness, 4)}
        return entry | ({"reason": self.reason.as_dict()} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken, with every reason found in it, and its cells by header where it came from a table."""

    problems: tuple[Problem, ...]
    cells: Mapping[str, CellValue] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """Return the form of a report's ``rejected`` entry: the first reason, and the others under ``also``."""
        first, *others = (problem.as_dict() for problem in self.problems)
        return first | ({"also": others} if others else {})


@dataclass(slots=True)
class ImportReport:
    """Counts of records of the imported kind; ``related`` counts the records of other kinds that came along.

    rows = created + changed + unchanged + skipped + rejected.
    """

    counts: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    review: list[Likeness] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    related: Counter[str] = field(default_factory=Counter)
    sequence: int | None = None

    @property
    def rows(self) -> int:
        """Return how many rows were read."""
        return sum(self.counts.values()) + len(self.rejected)

    def refused(self) -> "ImportReport":
        """Return the report of an import that wrote nothing: the rows that were good count as skipped."""
        good = sum(self.counts.values())
        return ImportReport(Counter(skipped=good), self.rejected, self.review, self.notes)

    def as_dict(self) -> Mapping[str, object]:
        """Return the JSON contract of `import --json`."""
        outcomes = ("created", "changed", "unchanged", "skipped")
        return {
            "rows": self.rows,
            **{outcome: self.counts[outcome] for outcome in outcomes},
            "rejected": [row.as_dict() for row in self.rejected],
            "review": [likeness.as_dict() for likeness in self.review],
            "related": dict(self.related),
            "notes": [problem.as_dict() for problem in self.notes],
        }


@dataclass(slots=True)
class PlannedRow:
    """One row of a file: what would happen to which record, or why nothing can."""

    line: int
    outcome: Outcome
    record_id: UUID | None = None
    values: dict[str, Value] = field(default_factory=dict)
    differences: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cells: Mapping[str, CellValue] = field(default_factory=dict)
