"""The budget and funding plan of a selection proposal as EURA 2021 prints it, as a plan that can be proved.

Known by its own words, never by the name of a file. Not for the text around the tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Final, TypeVar

from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import Term
from seutu.core.figures.units import PERCENT
from seutu.core.funding.plans import CostKind, CostLine, CostModel, FundingKind, FundingRow, Plan
from seutu.core.text import Text
from seutu.sources.documents.continued_lines import title_from, width_of
from seutu.sources.documents.lines import Document
from seutu.sources.documents.row_tables import RowTable, column_terms

MARK: Final = re.compile(r"\bEURA[ -]?2021\b")
MODEL: Final = re.compile(r"Kustannusmalli\s+Flat\s*rate\s+([0-9]+(?:,[0-9]+)?)\s*%", re.IGNORECASE)
TITLE: Final = re.compile(r"^\s*Hankkeen nimi:\s*(\S.*)", re.IGNORECASE)
LABELLED: Final = re.compile(r"^[A-ZÅÄÖ][\w ()/-]{1,40}:\s")
COSTS: Final = re.compile(r"^kustannu(?:sarvio\b|kset\b|sten\b)", re.IGNORECASE)
FUNDING: Final = re.compile(r"^rahoitussuunnitelma\b", re.IGNORECASE)
COLUMNS: Final = tuple(re.compile(word, re.IGNORECASE) for word in (r"\bhae", r"\bhyväks", r"\bhylä"))
COST_WORDS: Final = (
    (re.compile(r"flat\s*rate|kertakorvaus", re.IGNORECASE), CostKind.FLAT_RATE),
    (re.compile(r"palk", re.IGNORECASE), CostKind.STAFF),
    (re.compile(r"osto|hankin", re.IGNORECASE), CostKind.PURCHASES),
)
FUNDING_WORDS: Final = (
    (re.compile(r"omarahoitus", re.IGNORECASE), FundingKind.OWN),
    (re.compile(r"\bEU\b|valtion", re.IGNORECASE), FundingKind.EU_STATE),
    (re.compile(r"kunta|kuntien", re.IGNORECASE), FundingKind.MUNICIPAL),
    (re.compile(r"yksityi", re.IGNORECASE), FundingKind.PRIVATE),
    (re.compile(r"julkinen", re.IGNORECASE), FundingKind.OTHER_PUBLIC),
)


Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class EuraPlan:
    """The plan with the columns it was made of, by the line of the total: they need no other proof."""

    plan: Plan
    used: frozenset[tuple[int, int]]


def is_eura(document: Document) -> bool:
    """Return whether a document says that EURA 2021 printed it."""
    return any(MARK.search(line.text) for line in document.lines)


def eura_plan(document: Document, found: Sequence[RowTable]) -> EuraPlan | None:
    """Return the approved budget and funding of a document; None when it has neither table, or they cannot be read.

    The approved column is the second, where two columns of money stand; a share is the percentage at the end.
    """
    costs = next((each for each in found if COSTS.match(each.total.label)), None)
    funding = next((each for each in found if FUNDING.match(each.total.label)), None)
    used: set[tuple[int, int]] = set()
    lines, total = _column(document, costs, used)
    rows, whole = _column(document, funding, used)
    if total is None and whole is None:
        return None
    shares = _shares(document, funding, used)
    plan = Plan(
        title=_title(document),
        cost_model=_model(document),
        cost_lines=tuple(_cost_line(*cells) for cells in zip_longest(lines, *_asked_and_rejected(document, costs))),
        total=total,
        funding=tuple(
            _funding_row(*cells) for cells in zip_longest(rows, shares, *_asked_and_rejected(document, funding))
        ),
        funding_total=whole,
    )
    return EuraPlan(plan, frozenset(used))


def _title(document: Document) -> str:
    """Return the project's name, whole where it goes on over the end of a line; "" without one."""
    texts = [line.text for line in document.lines]
    at = next((at for at, text in enumerate(texts) if TITLE.match(text)), None)
    named = TITLE.match(texts[at]) if at is not None else None
    if at is None or named is None:
        return ""
    title, _end = title_from(texts, at, named[1], lambda text: LABELLED.match(text) is not None, width_of(texts))
    return title


def _column(document: Document, table: RowTable | None, used: set[tuple[int, int]]) -> tuple[list[Term], Term | None]:
    """Return the approved figures of a table and their total, and note the column."""
    money = list(_money(document, table)) if table is not None else []
    if table is None or not money:
        return [], None
    at, terms, total = money[1] if len(money) > 1 else money[0]
    used.add((table.total.line.number, at))
    return terms, total


def _asked_and_rejected(document: Document, table: RowTable | None) -> tuple[list[Term], list[Term]]:
    """Return what was asked, where the heading names it and what was approved; what was struck out, with three columns.

    A column without a figure is not among those of money: of two, what was struck out is the one that is blank.
    """
    money = list(_money(document, table)) if table is not None else []
    heading = " ".join(line.text for line in table.heading) if table is not None else ""
    named = [word.search(heading) is not None for word in COLUMNS]
    if len(money) == len(COLUMNS) and all(named):
        return money[0][1], money[2][1]
    return (money[0][1], []) if len(money) == len(COLUMNS) - 1 and all(named[:-1]) else ([], [])


def _cost_line(approved: Term, asked: Term | None, rejected: Term | None) -> CostLine:
    kind = _kind(approved.label, COST_WORDS, CostKind.OTHER)
    return CostLine(approved.label, kind, approved, applied=asked, rejected=rejected)


def _funding_row(approved: Term, share: Term | None, asked: Term | None, rejected: Term | None) -> FundingRow:
    kind = _kind(approved.label, FUNDING_WORDS, FundingKind.OTHER_PUBLIC)
    return FundingRow(approved.label, kind, approved, share=share, applied=asked, rejected=rejected)


def _money(document: Document, table: RowTable) -> Iterator[tuple[int, list[Term], Term]]:
    if isinstance(table.columns, Columns):
        for at in range(len(table.columns.total)):
            terms, total = column_terms(document, table, at)
            if total.unit != PERCENT:
                yield at, terms, total


def _shares(document: Document, table: RowTable | None, used: set[tuple[int, int]]) -> list[Term]:
    if table is None or not isinstance(table.columns, Columns):
        return []
    at = len(table.columns.total) - 1
    terms, total = column_terms(document, table, at)
    if total.unit != PERCENT:
        return []
    used.add((table.total.line.number, at))
    return terms


def _kind(label: Text, words: Sequence[tuple[re.Pattern[str], Word]], other: Word) -> Word:
    return next((kind for word, kind in words if word.search(label.fi)), other)


def _model(document: Document) -> CostModel | None:
    text = " ".join(line.text.strip() for line in document.lines)
    found = MODEL.search(text)
    return CostModel("flat_rate", Decimal(found[1].replace(",", "."))) if found else None
