"""Rows of a budget that are parts of other rows: salaries of which pay and side costs, a subtotal among its parts.

A row is taken out of the sum only if its parts stand right beside it and add up to it, and the sum then holds. Not for
telling columns apart.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_columns import Cells, Columns
from seutu.sources.documents.row_tables import Row, RowTable

FIRST_YEAR, LAST_YEAR = Decimal(1990), Decimal(2099)
FEWEST_PARTS: Final = 2


def without_nested(table: RowTable) -> RowTable:
    """Return the table with the rows that are summed, where a reading of its rows makes every column add up.

    A first row of nothing but years is a heading. Where no reading adds up, the table stays as it is without that row.
    """
    if not isinstance(table.columns, Columns):
        return table
    cells, total = table.columns.rows, table.columns.total
    everything = list(range(len(cells)))
    if _adds_up(cells, everything, total):
        return table
    without_years = everything[1:] if len(cells) > FEWEST_PARTS and _are_years(cells[0]) else everything
    readings = [without_years, _without_parts(cells, without_years), _without_subtotals(cells, without_years)]
    kept = next((left for left in readings if left and _adds_up(cells, left, total)), without_years)
    return table if kept == everything else _with_rows(table, table.columns, kept)


def _with_rows(table: RowTable, columns: Columns, kept: Sequence[int]) -> RowTable:
    rows: tuple[Row, ...] = tuple(table.rows[at] for at in kept)
    cells = tuple(columns.rows[at] for at in kept)
    holding = tuple(at for at, stated in enumerate(columns.total) if _sum(cells, range(len(cells)))[at] == stated)
    return replace(table, rows=rows, columns=Columns(cells, columns.total, holding))


def _sum(cells: Sequence[Cells], rows: Sequence[int] | range) -> Cells:
    width = len(cells[0])
    return tuple(sum((cells[row][at] or Decimal(0) for row in rows), Decimal(0)) for at in range(width))


def _adds_up(cells: Sequence[Cells], rows: Sequence[int], total: Cells) -> bool:
    return all(stated is None or stated == found for stated, found in zip(total, _sum(cells, rows), strict=True))


def _are_years(cells: Cells) -> bool:
    return all(value is not None and FIRST_YEAR <= value <= LAST_YEAR and value == int(value) for value in cells)


def _without_parts(cells: Sequence[Cells], rows: Sequence[int]) -> list[int]:
    """Return the rows without those that follow a row and add up to it."""
    kept: list[int] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        kept.append(row)
        ends = range(place + FEWEST_PARTS, len(rows))
        parts = next((end for end in ends if _sum(cells, rows[place + 1 : end + 1]) == _filled(cells[row])), place)
        place = parts + 1
    return kept


def _without_subtotals(cells: Sequence[Cells], rows: Sequence[int]) -> list[int]:
    """Return the rows without those that the rows right before add up to."""
    kept: list[int] = []
    since: list[int] = []
    for row in rows:
        if len(since) >= FEWEST_PARTS and _sum(cells, since) == _filled(cells[row]):
            since = []
            continue
        kept.append(row)
        since.append(row)
    return kept


def _filled(cells: Cells) -> Cells:
    return tuple(value or Decimal(0) for value in cells)
