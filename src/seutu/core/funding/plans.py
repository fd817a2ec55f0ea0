"""A project's plan as figures that can be proved: costs, funding, work packages, partners, each with its place.

The form behind the plan format of the contract, a document that was read, and a project of the system alike. A figure
is a ``Term``: ``None`` in place of one means that the plan has no such row, a blank term that the row is left empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from seutu.core.figures.relations import Term
from seutu.core.funding.rulebook import Rule
from seutu.core.text import Text


class CostKind(StrEnum):
    """What a cost line pays."""

    STAFF = "staff"
    FLAT_RATE = "flat_rate"
    PURCHASES = "purchases"
    OTHER = "other"


class FundingKind(StrEnum):
    """Who pays, in the order of the application form."""

    EU_STATE = "eu_state"
    OWN = "own"
    MUNICIPAL = "municipal"
    OTHER_PUBLIC = "other_public"
    PRIVATE = "private"


class PartnerRole(StrEnum):
    """A partner's part in the project."""

    LEAD = "lead"
    PART = "part"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class CostModel:
    """How costs are shown: ``flat_rate`` with its percentage, or ``lump_sum``, ``unit_cost``, ``actual``."""

    name: str
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of the budget. ``applied`` and ``rejected`` are what was asked and what the funder struck out."""

    label: Text
    kind: CostKind
    amount: Term
    applied: Term | None = None
    rejected: Term | None = None
    years: Mapping[str, Term] = field(default_factory=dict)
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One source of money, with the percentage that is printed beside it."""

    label: Text
    kind: FundingKind
    amount: Term
    share: Term | None = None
    applied: Term | None = None
    rejected: Term | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class WorkPackage:
    """A work package with the money and the work that it states; ``after``: the numbers of those it waits for."""

    number: str
    name: str
    person_months: Term | None = None
    purchases: Term | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner with its own budget; a participant has none."""

    name: str
    role: PartnerRole
    total: Term | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan. ``total`` is the printed total of costs, ``funding_total`` that of funding where it is printed apart.

    ``call_rules`` are the own rules of the call that the plan is an answer to; they go before those of its legal basis.
    """

    title: str = ""
    legal_basis: str | None = None
    fund: str | None = None
    cost_model: CostModel | None = None
    period: tuple[date | None, date | None] = (None, None)
    cost_lines: tuple[CostLine, ...] = ()
    total: Term | None = None
    funding: tuple[FundingRow, ...] = ()
    funding_total: Term | None = None
    work_packages: tuple[WorkPackage, ...] = ()
    partners: tuple[Partner, ...] = ()
    call_rules: tuple[Rule, ...] = ()
