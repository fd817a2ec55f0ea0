"""Changes figures of a project's budget and funding plan, cell by cell, as one act.

A cell is changed only if it still holds what its editor saw; otherwise nothing is saved and both values are told. Not
for lines and rows themselves, which are records with their own forms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.exceptions import Clash, RepeatedCellError, StaleFiguresError, UnknownCellError
from seutu.apps.funding.models import CostLine, CostYear, FundingRow
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Operation
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.figures.plain_numbers import plain_number

COST_CELLS: Final = ("amount", "applied", "rejected")
FUNDING_CELLS: Final = ("amount", "share", "applied", "rejected")
TOTAL_CELLS: Final = ("budget_total", "funding_total")
YEAR_PREFIX: Final = "year:"
MOST_SHARE_DECIMALS: Final = 6
"""With zeros at its end a share can be written with more decimals than are kept of how it is printed."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A new figure of one cell: of a cost line, a funding row or the project itself (the stated totals).

    ``column`` is a column's name, or ``year:2026``. ``seen`` is what the editor saw there, None for a blank.
    """

    record_id: UUID
    column: str
    seen: Decimal | None
    value: Decimal | None
    decimals: int | None = None


def change_figures(project: Project, changes: Sequence[CellChange], *, by: User | None, at: datetime) -> int:
    """Save the changes in one act and return its sequence; 0 where nothing differed from what stands.

    Raises StaleFiguresError when a cell no longer holds what was seen, UnknownCellError for a cell the budget lacks,
    RepeatedCellError for one that is given twice.
    """
    _refuse_repeats(changes)
    with recording(Operation.CHANGE, by=by, at=at, note=project.name) as act:
        standing = _standing(project, changes)
        clashes = [clash for change in changes if (clash := standing.clash(change)) is not None]
        if clashes:
            raise StaleFiguresError(clashes)
        for change in changes:
            standing.apply(act, change)
        return act.sequence if act.count else 0


def _refuse_repeats(changes: Sequence[CellChange]) -> None:
    seen: set[tuple[UUID, str]] = set()
    for change in changes:
        if (change.record_id, change.column) in seen:
            raise RepeatedCellError(change.record_id, change.column)
        seen.add((change.record_id, change.column))


@dataclass(slots=True)
class _Standing:
    """The records that changes touch, as they stand now."""

    project: Project
    lines: Mapping[UUID, CostLine]
    rows: Mapping[UUID, FundingRow]
    years: Mapping[tuple[UUID, str], CostYear]

    def figure(self, change: CellChange) -> Decimal | None:
        """Return what the cell of a change holds."""
        year = _year(change)
        if year is not None:
            held = self.years.get((change.record_id, year))
            return None if held is None else held.amount
        value: Decimal | None = getattr(self._record(change)[1], change.column)
        return value

    def clash(self, change: CellChange) -> Clash | None:
        """Return the clash of a change; None when the cell holds what was seen, or what is to be put there already."""
        stands = self.figure(change)
        if stands in (change.seen, change.value):
            return None
        seen, now, sent = (_shown(each) for each in (change.seen, stands, change.value))
        return Clash(change.record_id, change.column, seen, now, sent)

    def apply(self, act: Act, change: CellChange) -> None:
        """Gather one change into the act."""
        year = _year(change)
        if year is None:
            kind, record = self._record(change)
            values: dict[str, Any] = {change.column: change.value}
            if change.column == "share":
                decimals = min(change.decimals or 0, MOST_SHARE_DECIMALS)
                values["share_decimals"] = None if change.value is None else Decimal(decimals)
            act.change(kind, record, values)
            return
        kind, held = kind_named("cost-years"), self.years.get((change.record_id, year))
        if held is not None:
            act.change(kind, held, {"amount": change.value})
        elif change.value is not None:
            act.create(kind, {"cost_line": change.record_id, "year": year, "amount": change.value})

    def _record(self, change: CellChange) -> tuple[Kind, Any]:
        if change.record_id == self.project.pk and change.column in TOTAL_CELLS:
            return kind_named("projects"), self.project
        if change.record_id in self.lines and change.column in COST_CELLS:
            return kind_named("cost-lines"), self.lines[change.record_id]
        if change.record_id in self.rows and change.column in FUNDING_CELLS:
            return kind_named("funding-rows"), self.rows[change.record_id]
        raise UnknownCellError(change.column)


def _standing(project: Project, changes: Sequence[CellChange]) -> _Standing:
    ids = {change.record_id for change in changes}
    held = {"project": project, "trashed_at__isnull": True, "pk__in": ids}
    lines = {line.pk: line for line in CostLine.objects.filter(**held)}
    rows = {row.pk: row for row in FundingRow.objects.filter(**held)}
    years = CostYear.objects.filter(cost_line__in=lines, trashed_at__isnull=True)
    found = {(each.cost_line_id, each.year): each for each in years}
    for change in changes:
        if _year(change) is not None and change.record_id not in lines:
            raise UnknownCellError(change.column)
    return _Standing(Project.objects.get(pk=project.pk), lines, rows, found)


def _year(change: CellChange) -> str | None:
    return change.column.removeprefix(YEAR_PREFIX) if change.column.startswith(YEAR_PREFIX) else None


def _shown(value: Decimal | None) -> str:
    return "–" if value is None else format(plain_number(value), "f")
