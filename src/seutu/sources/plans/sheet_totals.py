"""Checks the totals that a plan's sheet shows beside its figures: they are never read, but one that is wrong is told.

Not for the totals that the plan itself states (``core.funding.checks``).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from seutu.core.figures.marks import EXACT
from seutu.core.figures.number_writing import write_number
from seutu.core.problems import Problem
from seutu.sources.plans import sheet_messages as say
from seutu.sources.plans.sheet_cells import as_shown
from seutu.sources.plans.sheet_rows import YEARS_TOGETHER, Cell, PlanSheet, SheetRow


def totals_told(sheet: PlanSheet) -> Iterator[Problem]:
    """Yield what is wrong with the computed totals of a sheet: those of its columns, and those of years by row."""
    figures = {column.key for column in sheet.form.columns if column.is_figure}
    for total in sheet.computed:
        for key, cell in total.cells.items():
            if key in figures:
                yield from _told(cell, [row.cells[key] for row in sheet.rows])
            elif key == YEARS_TOGETHER:
                yield from _told(cell, [year for row in sheet.rows for year in row.years.values()])
        for year, cell in total.years.items():
            yield from _told(cell, [row.years[year] for row in sheet.rows])
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
