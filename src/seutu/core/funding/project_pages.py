"""A project on one page: what it is for, who does it, when, with what money, and what comes of it.

The contact is a role, never a person. Not for printing it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seutu.core.figures.relations import Term, added
from seutu.core.figures.units import PERCENT
from seutu.core.funding.budget_tables import costs_total, shares_of, together
from seutu.core.funding.plans import FundingKind, FundingRow, Partner, PartnerRole, Plan
from seutu.core.funding.wholes import rows_of_whole
from seutu.core.text import Text

COSTS: Final = Text(fi="Kustannukset", sv="Kostnader", en="Costs")
EU_STATE: Final = Text(fi="EU ja valtio", sv="EU och staten", en="EU and state")
OTHERS: Final = Text(fi="Muu rahoitus", sv="Övrig finansiering", en="Other funding")


@dataclass(frozen=True, slots=True)
class Stage:
    """A work package with its days."""

    number: str
    name: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """A project on one page; title, partners, period and money are those of its plan."""

    plan: Plan
    goal: str = ""
    stages: tuple[Stage, ...] = ()
    results: tuple[str, ...] = ()
    contact_role: str = ""


def money_in_short(plan: Plan) -> tuple[tuple[Text, Term | None], ...]:
    """Return the three figures of a plan: costs, EU and state funding, other funding; None where there is none.

    The costs are the printed total; where none is printed, they are derived from the lines, as funding of several rows
    is from them.
    """
    whole = rows_of_whole(plan)
    eu_state = [row.amount for row in whole if row.kind is FundingKind.EU_STATE]
    others = [row.amount for row in whole if row.kind is not FundingKind.EU_STATE]
    return ((COSTS, costs_total(plan)), (EU_STATE, _of(eu_state)), (OTHERS, _of(others)))


def largest_source(plan: Plan) -> tuple[Text, Term | None] | None:
    """Return the name of the source that pays the whole the most, and its share in percent; None where nobody pays.

    Rows of one name are one source, whichever partners they come through. The share is the printed one of a single row,
    or derived from the amounts; None where one of these is blank.
    """
    whole = rows_of_whole(plan)
    by_name: dict[str, list[FundingRow]] = {}
    for row in whole:
        if not row.amount.is_blank:
            by_name.setdefault(row.label.fi, []).append(row)
    if not by_name:
        return None
    rows = max(by_name.values(), key=lambda each: added(row.amount for row in each))
    if len(rows) == 1 and rows[0].share is not None and not rows[0].share.is_blank:
        return rows[0].label, rows[0].share
    computed = {id(row): share for row, share in zip(whole, shares_of(whole), strict=True)}
    return rows[0].label, together((computed[id(row)] for row in rows), PERCENT)


def _of(amounts: Sequence[Term]) -> Term | None:
    """Return the one amount as it is stated, or the derived sum of several."""
    return amounts[0] if len(amounts) == 1 else together(amounts)


def by_role(partners: Sequence[Partner]) -> list[tuple[PartnerRole, list[str]]]:
    """Return the names of partners by role, the lead first; roles that nobody has are left out."""
    named = [(role, [each.name for each in partners if each.role is role]) for role in PartnerRole]
    return [(role, names) for role, names in named if names]
