"""Which figure of a table is the wrong one, where two of its claims point at the same: its column and its row or share.

A column that fails by as much as one row does crosses it in one cell; of shares that add up, the one amount that is not
its share. Not for what a single sum allows (``core.figures.relations.healing``).
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures.relations import Term, added
from seutu.core.figures.relations.shares import HUNDRED, count_fitting
from seutu.core.figures.units import PERCENT

Column = tuple[list[Term], Term]
"""The figures of a column and its total."""
FEWEST_ROWS: Final = 2


def suspects_of(columns: Sequence[Column], *, sums_by_row: bool) -> dict[int, Term]:
    """Return the figure that is surely the wrong one of each column that fails, where there is one."""
    found: dict[int, Term] = {}
    for at, (parts, total) in enumerate(columns):
        if total.unit == PERCENT or total.is_blank or any(part.is_blank for part in parts):
            continue
        missing = total.number - added(parts)
        crossing = _crossing(columns, at, missing) if sums_by_row else []
        suspect = crossing[0] if len(crossing) == 1 else _unlike_in_column(columns, at)
        if missing and suspect is not None:
            found[at] = suspect
    return found


def unlike_its_share(rows: Sequence[tuple[Term, Term]], total: Term) -> Term | None:
    """Return the one amount that is not its share of the total, and would be if the amounts added up; None without.

    ``rows`` are the shares with their amounts; they must be of all that the total is made of.
    """
    filled = not any(share.is_blank or amount.is_blank for share, amount in rows)
    if len(rows) < FEWEST_ROWS or not filled or added(share for share, _ in rows) != HUNDRED:
        return None
    missing = total.number - added(amount for _, amount in rows)
    unlike = [(share, amount) for share, amount in rows if not count_fitting(total.number, [(share, amount)])]
    if len(unlike) != 1 or not missing:
        return None
    share, amount = unlike[0]
    meant = Term(amount.label, amount.number + missing, amount.unit)
    return amount if count_fitting(total.number, [(share, meant)]) else None


def _crossing(columns: Sequence[Column], at: int, missing: Decimal) -> list[Term]:
    """Return the figures of a column whose rows are wrong by as much as the column is; its total too."""
    parts, _ = columns[at]
    rows = [[cells[row] for cells, _ in columns] for row in range(len(parts))]
    totals = [total for _, total in columns]
    is_sum = at == len(columns) - 1
    wrong = [row[at] for row in rows if _row_missing(row) == (-missing if is_sum else missing)]
    return [*wrong, totals[at]] if _row_missing(totals) == (missing if is_sum else -missing) else wrong


def _row_missing(row: Sequence[Term]) -> Decimal | None:
    if any(cell.is_blank for cell in row):
        return None
    return row[-1].number - added(row[:-1])


def _unlike_in_column(columns: Sequence[Column], at: int) -> Term | None:
    (parts, total), (shares, hundred) = columns[at], columns[-1]
    if hundred.unit != PERCENT:
        return None
    return unlike_its_share([*zip(shares, parts, strict=True)], total)
