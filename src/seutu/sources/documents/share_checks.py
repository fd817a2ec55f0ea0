"""The percentages that tables print beside amounts: a column of shares, a share in the words of a row, a flat rate.

What the sums of the columns tell already is not told again: percentages are judged where both columns add up. Not for
the tables of EURA (``eura``), or for shares in sentences.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import (
    Relation,
    Severity,
    Status,
    Term,
    added,
    check_percentage,
    check_share_of,
    check_shares_sum,
)
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.shares import HELD, HUNDRED, are_evened, count_fitting
from seutu.core.figures.units import PERCENT
from seutu.core.funding.flat_rates import together
from seutu.core.funding.words import BASE_UNKNOWN
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph, Sentence
from seutu.sources.documents.row_tables import RowTable, column_terms
from seutu.sources.documents.table_words import Sort, money_columns, share_in, share_term, sort_of, whole_column

FLAT: Final = re.compile(
    r"flat.?rate|kertakorvaus|prosenttimäär|schablon|sivukul|lönebikostn|side costs?|yleiskustann|välilli|indirek"
    r"|overhead",
    re.IGNORECASE,
)
STAFF: Final = re.compile(r"palk|henkilöst|\blön(?!ebi)|personal|\bstaff|salar|wages", re.IGNORECASE)
OF_STAFF_ALONE: Final = Decimal(40)
"""The flat rate that is of staff costs and of nothing else (art. 56)."""
SHORTEST, ENDING = 6, 3
SHARES: Final = Text(fi="Rahoitusosuudet", sv="Finansieringsandelarna", en="Funding shares")

Column = tuple[list[Term], Term]
Shared = list[tuple[Term, Term]]
"""Shares, each with the amount that it is of."""


def share_relations(document: Document, found: Iterable[RowTable], read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield what the percentages of the tables claim; ``found`` are the tables that are proved nowhere else."""
    tables = [table for table in found if isinstance(table.columns, Columns)]
    for table in tables:
        yield from _of_column(document, table)
        yield from _of_labels(document, table)
        yield from _of_flat_rows(document, table)
    rows = [_named_rows(whole_column(document, table)) for table in tables]
    for paragraph in read:
        for sentence in paragraph.sentences:
            yield from _of_rows_named(rows, sentence)


def _of_column(document: Document, table: RowTable) -> Iterator[Relation]:
    """Check a column of shares against the column of money that it fits best, the nearest of equals."""
    width = len(table.columns.total) if isinstance(table.columns, Columns) else 0
    shares, hundred = column_terms(document, table, width - 1)
    money = money_columns(document, table)
    if hundred.unit != PERCENT or not money:
        return
    choices = [([*zip(shares, amounts, strict=True)], total) for amounts, total in reversed(money)]
    shared, total = max(choices, key=lambda choice: _fitting(*choice))
    yield from _judged(shared, total, is_sure=added(shares) == hundred.number)


def _of_labels(document: Document, table: RowTable) -> Iterator[Relation]:
    """Check the shares that rows of funding name in their words against the column of the whole."""
    whole = whole_column(document, table)
    if whole is None or sort_of(table) is not Sort.FUNDING:
        return
    named = [(share_in(row), row, amount) for row, amount in zip(table.rows, whole[0], strict=True)]
    shared = [(share_term(document, row, share), amount) for share, row, amount in named if share is not None]
    is_whole = len(shared) == len(table.rows)
    yield from _judged(shared, whole[1], is_sure=not is_whole or added(share for share, _ in shared) == HUNDRED)
    if is_whole:
        yield check_shares_sum(SHARES, [share for share, _ in shared])


def _judged(shared: Shared, total: Term, *, is_sure: bool) -> Iterator[Relation]:
    """Yield the percentages that hold, and those that do not where the sums leave no doubt of them."""
    filled = [(share, amount) for share, amount in shared if not share.is_blank and not amount.is_blank]
    if total.is_blank or not total.number or not filled:
        return
    is_sure = is_sure and (len(filled) < len(shared) or added(amount for _, amount in filled) == total.number)
    evened = are_evened(filled, total)
    for share, amount in filled:
        checked = check_percentage(amount.label, amount, total, share, evened=evened)
        if checked.status is not Status.FAILS or is_sure:
            yield checked


def _fitting(shared: Shared, total: Term) -> int:
    filled = [(share, amount) for share, amount in shared if not share.is_blank and not amount.is_blank]
    return 0 if total.is_blank else count_fitting(total.number, filled)


def _of_flat_rows(document: Document, table: RowTable) -> Iterator[Relation]:
    """Check the one row that names its rate as that rate of staff costs, or of all other rows where that is allowed."""
    whole = whole_column(document, table)
    flat = [at for at, row in enumerate(table.rows) if FLAT.search(row.label) and share_in(row) is not None]
    if whole is None or len(flat) != 1 or sort_of(table) is Sort.FUNDING:
        return
    amounts, row = whole[0], table.rows[flat[0]]
    rate = share_term(document, row, share_in(row) or Decimal(0))
    others = [at for at in range(len(amounts)) if at != flat[0]]
    staff = [amounts[at] for at in others if STAFF.search(table.rows[at].label)]
    bases = [staff] if rate.number == OF_STAFF_ALONE else [staff, [amounts[at] for at in others]]
    tried = [check_share_of(amounts[flat[0]].label, together(base), rate, amounts[flat[0]]) for base in bases if base]
    if tried:
        yield _likeliest(tried, is_sure=rate.number == OF_STAFF_ALONE)


def _likeliest(tried: Sequence[Relation], *, is_sure: bool) -> Relation:
    """Return the reading that holds; where none does, the first: wrong if its base is sure, else not checkable."""
    held = next((each for each in tried if each.status in HELD), None)
    if held is not None or is_sure:
        return held or tried[0]
    message = say.joined(tried[0].message, BASE_UNKNOWN)
    return replace(tried[0], status=Status.NOT_CHECKABLE, severity=Severity.NOTE, message=message)


def _named_rows(whole: Column | None) -> list[tuple[str, Term]]:
    """Return the filled figures of the whole with the stems of their labels."""
    named = [(_stem(term), term) for term in (whole[0] if whole else []) if not term.is_blank]
    return [(stem, term) for stem, term in named if len(stem) >= SHORTEST]


def _of_rows_named(rows: Sequence[list[tuple[str, Term]]], sentence: Sentence) -> Iterator[Relation]:
    """Check ``office costs are 15 % of staff costs`` where one table has both rows."""
    if len(sentence.shares) != 1 or sentence.money:
        return
    share = sentence.shares[0]
    before, after = sentence.text[: share.start].casefold(), sentence.text[share.end :].casefold()
    for named in rows:
        part = [term for stem, term in named if stem in before]
        base = [term for stem, term in named if stem in after]
        if len(part) == 1 and len(base) == 1 and part != base:
            checked = check_share_of(part[0].label, base[0], share.term, part[0])
            yield replace(checked, severity=Severity.WARNING) if checked.status is Status.FAILS else checked


def _stem(term: Term) -> str:
    label = term.label.fi.casefold()
    return label[: max(SHORTEST, len(label) - ENDING)]
