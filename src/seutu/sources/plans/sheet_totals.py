"""Checks the totals that a plan's sheet shows beside its figures: they are never read, but one that is wrong is told.

Not for the totals that the plan itself states (``core.funding.checks``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from seutu.core.figures.marks import EXACT
from seutu.core.figures.number_writing import write_number
from seutu.core.funding.plans import Plan
from seutu.core.funding.wholes import lines_by_year, lines_of_whole, rows_of_whole
from seutu.core.problems import Problem
from seutu.sources.plans import sheet_messages as say
from seutu.sources.plans.sheet_cells import as_shown
from seutu.sources.plans.sheet_form import COSTS, FUNDING
from seutu.sources.plans.sheet_rows import YEARS_TOGETHER, Cell, PlanSheet, SheetRow


@dataclass(frozen=True, slots=True)
class Counted:
    """The places of the rows that the totals of a sheet count, and of those whose years they count."""

    rows: frozenset[int]
    dated: frozenset[int]


def counted_in(plan: Plan) -> Mapping[str, Counted]:
    """Return what the totals of the sheets of costs and of funding count: a part of another row is not added to it."""
    lines, rows = plan.cost_lines, _places(plan.funding, rows_of_whole(plan))
    costs = Counted(_places(lines, lines_of_whole(plan)), _places(lines, lines_by_year(plan)))
    return {COSTS.key: costs, FUNDING.key: Counted(rows, rows)}


def _places(rows: Sequence[object], counted: Iterable[object]) -> frozenset[int]:
    held = {id(row) for row in counted}
    return frozenset(at for at, row in enumerate(rows) if id(row) in held)


def totals_told(sheet: PlanSheet, counted: Counted | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the computed totals of a sheet: those of its columns, and those of years by row."""
    figures = {column.key for column in sheet.form.columns if column.has_total}
    rows = [row for at, row in enumerate(sheet.rows) if counted is None or at in counted.rows]
    dated = [row for at, row in enumerate(sheet.rows) if counted is None or at in counted.dated]
    for total in sheet.computed:
        for key, cell in total.cells.items():
            if key in figures:
                yield from _told(cell, [row.cells[key] for row in rows])
            elif key == YEARS_TOGETHER:
                yield from _told(cell, [year for row in dated for year in row.years.values()])
        for year, cell in total.years.items():
            yield from _told(cell, [row.years[year] for row in dated])
    for row in sheet.rows:
        yield from _years(row)


def _years(row: SheetRow) -> Iterator[Problem]:
    together = row.cells.get(YEARS_TOGETHER)
    if together is not None:
        yield from _told(together, list(row.years.values()))


def _told(total: Cell, parts: Sequence[Cell]) -> Iterator[Problem]:
    if total.is_empty:
        return
    if isinstance(total.value, bool) or not isinstance(total.value, Decimal):
        yield total.problem(say.NO_TOTAL)
        return
    stated, together = as_shown(total.value), Decimal(0)
    for part in parts:
        if isinstance(part.value, Decimal):
            together = EXACT.add(together, as_shown(part.value))
    if stated != together:
        yield total.problem(
            say.OTHER_TOTAL,
            stated=lambda language: write_number(stated, language),
            sum=lambda language: write_number(together, language),
        )
