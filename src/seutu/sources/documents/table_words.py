"""What a table is of, by its own words: costs or funding; and the shares that its rows name in their labels.

The words of the total tell first, then the nearest heading, then the rows. Not for telling columns apart.
"""

import re
from decimal import Decimal
from enum import Enum
from typing import Final

from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import Term
from seutu.core.figures.units import PERCENT
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.row_tables import Row, RowTable, column_terms

COSTS: Final = re.compile(
    r"kustann|kulu|\bmeno|palk|osto|matka|\bkostnad|kostnads|utgift|\blön|\bcosts?\b|expen|salar|\btravel|budjet|budget",
    re.IGNORECASE,
)
FUNDING: Final = re.compile(r"rahoit|avustus|finans|\bfunding|\bfunded|\bfinanc", re.IGNORECASE)
OWN_SHARE: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|prosent\w*|procent)", re.IGNORECASE)
NEAREST: Final = 3


class Sort(Enum):
    """What the rows of a table are."""

    COSTS = "costs"
    FUNDING = "funding"


def sort_of(table: RowTable) -> Sort | None:
    """Return whether a table is of costs or of funding; None where its words tell neither, or both at once."""
    nearest = [line.text for line in reversed(table.heading[-NEAREST:])]
    rows = " ".join(row.label for row in table.rows)
    for text in (table.total.label, *nearest, rows):
        told = [sort for sort, words in ((Sort.COSTS, COSTS), (Sort.FUNDING, FUNDING)) if words.search(text)]
        if told:
            return told[0] if len(told) == 1 else None
    return None


def share_in(row: Row) -> Decimal | None:
    """Return the one percentage that the words of a row name; None without one, or with several."""
    found = OWN_SHARE.findall(row.label)
    return Decimal(found[0].replace(",", ".")) if len(found) == 1 else None


def share_term(document: Document, row: Row, share: Decimal) -> Term:
    """Return the percentage that the words of a row name."""
    return Term(Text.same(row.label), share, PERCENT, place=document.place(row.line))


def money_columns(document: Document, table: RowTable) -> list[tuple[list[Term], Term]]:
    """Return the columns that are no percentages, each with its total, in order; none of a table not told apart."""
    if not isinstance(table.columns, Columns):
        return []
    read = [column_terms(document, table, at) for at in range(len(table.columns.total))]
    return [(terms, total) for terms, total in read if total.unit != PERCENT]


def whole_column(document: Document, table: RowTable) -> tuple[list[Term], Term] | None:
    """Return the column of the whole: the only one of money, or the last where it sums the others; None otherwise."""
    columns = money_columns(document, table)
    return columns[-1] if columns and (len(columns) == 1 or table.sums_by_row) else None
