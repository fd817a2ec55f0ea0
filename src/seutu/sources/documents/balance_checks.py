"""Whether the tables of a document balance: its costs are what funds them, what was planned is used or left.

Only where a document has one table of each; a total that is wrong by itself is told by its own sum. Not for the tables
of EURA (``eura``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from seutu.core.figures.relations import Relation, Severity, Status, Term, added, check_equal, check_sum
from seutu.core.figures.units import EUR
from seutu.core.funding.words import COSTS_AND_FUNDING
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.row_tables import RowTable
from seutu.sources.documents.table_words import COSTS, FUNDING, Sort, money_columns, sort_of, whole_column

PLANNED: Final = r"(?:budje|suunnit|arvio|myönne|määrära|planer|beräkn|bevilj|anslag|planned|budget|granted)"
USED: Final = r"(?:toteutu|käyte|utfall|använ|förverk|actual|spent|used|realised)"
LEFT: Final = r"(?:jälje|jäljel|käyttämä|kvar|återst|oanvän|left|remain|unspent|unused)"
THREE: Final = re.compile(rf"{PLANNED}.*{USED}.*{LEFT}", re.IGNORECASE)
COLUMNS: Final = 3
NEAR: Final = 15
"""Lines between two tables of one plan at most; farther apart they may be of different wholes."""
USED_AND_LEFT: Final = Text(
    fi="{label}: käytetty ja jäljellä", sv="{label}: använt och kvar", en="{label}: used and left"
)


def balance_relations(document: Document, found: Sequence[RowTable]) -> Iterator[Relation]:
    """Yield whether costs and funding agree, and whether rows of planned, used and left do."""
    yield from _costs_and_funding(document, found)
    for table in found:
        yield from _used_and_left(document, table)


def _costs_and_funding(document: Document, found: Iterable[RowTable]) -> Iterator[Relation]:
    by_sort: dict[Sort | None, list[RowTable]] = {Sort.COSTS: [], Sort.FUNDING: []}
    for table in found:
        by_sort.setdefault(sort_of(table), []).append(table)
    costs, funding = _of_the_whole(by_sort[Sort.COSTS]), _of_the_whole(by_sort[Sort.FUNDING])
    if len(costs) != 1 or len(funding) != 1:
        return
    paid = _totals(document, funding[0])
    spent = _of_same_stage(document, costs[0], funding[0]) or _totals(document, costs[0])
    pair = next(((cost, fund) for cost in spent for fund in paid if cost.number == fund.number), None)
    if pair is None and len(spent) == 1 and len(paid) == 1:
        pair = spent[0], paid[0]
    if pair is None:
        return
    checked = check_equal(COSTS_AND_FUNDING, *pair)
    if checked.status is not Status.FAILS:
        yield checked
    elif _adds_up(document, costs[0]) and _adds_up(document, funding[0]):
        apart = abs(funding[0].total.line.number - costs[0].total.line.number) - len(funding[0].rows)
        yield checked if apart <= NEAR else replace(checked, severity=Severity.WARNING)


def _of_the_whole(found: list[RowTable]) -> list[RowTable]:
    """Return the one table of several whose total itself says what it is of; all where that tells none or several."""
    named = [table for table in found if COSTS.search(table.total.label) or FUNDING.search(table.total.label)]
    return named if len(named) == 1 else found


def _of_same_stage(document: Document, costs: RowTable, funding: RowTable) -> list[Term]:
    """Return what was used, or planned, of costs that tell both and what is left: as the funding was."""
    columns = money_columns(document, costs)
    if len(columns) != COLUMNS or not any(THREE.search(line.text) for line in costs.heading):
        return []
    is_used = any(re.search(USED, line.text, re.IGNORECASE) for line in funding.heading[-1:])
    return [columns[1 if is_used else 0][1]]


def _totals(document: Document, table: RowTable) -> list[Term]:
    """Return the total of the whole; of every column of money where none is told to be the whole."""
    whole = whole_column(document, table)
    totals = [whole[1]] if whole is not None else [total for _, total in money_columns(document, table)]
    return [total for total in totals if not total.is_blank and total.unit == EUR]


def _adds_up(document: Document, table: RowTable) -> bool:
    columns = money_columns(document, table)
    return all(total.is_blank or added(parts) == total.number for parts, total in columns)


def _used_and_left(document: Document, table: RowTable) -> Iterator[Relation]:
    """Check each row of planned = used + left, where the totals say that the columns are these."""
    columns = money_columns(document, table)
    if len(columns) != COLUMNS or not any(THREE.search(line.text) for line in table.heading):
        return
    planned, used, left = (total for _, total in columns)
    if any(total.is_blank for total in (planned, used, left)) or added([used, left]) != planned.number:
        return
    for cells in zip(*(terms for terms, _ in columns), strict=True):
        if not any(cell.is_blank for cell in cells):
            yield check_sum(USED_AND_LEFT.filled(label=cells[0].label), cells[1:], cells[0])
