"""A project's plan as figures that can be proved: costs, funding, work packages, partners, each with its place.

The form behind the plan format of the contract, a document that was read, and a project of the system alike. A figure
is a ``Term``: ``None`` in place of one means that the plan has no such row, a blank term that the row is left empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seutu.core.figures.relations import Term
from seutu.core.funding.rulebook import Rule
from seutu.core.text import Text

HIGHEST_FIGURE: Final = Decimal(10) ** 12
"""No figure of a plan is greater, in a cell or in a file: one that is has zeros too many."""


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


class Way(StrEnum):
    """How the amount of a cost line is worked out; all but ``UNITS`` are ways of working out pay."""

    FIXED_SHARE = "fixed_share"
    PERSON_MONTHS = "person_months"
    HOURLY_PAY = "hourly_pay"
    HOURLY_RATE = "hourly_rate"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class CostModel:
    """How costs are shown: ``flat_rate`` with its percentage, or ``lump_sum``, ``unit_cost``, ``actual``."""

    name: str
    rate: Decimal | None = None


INPUTS: Final = ("quantity", "unit_price", "work_share", "side_costs")
"""The figures of a calculation."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """What the amount of a line is worked out of (``calculations``); a figure that is not given is None.

    ``quantity`` is of months, person-months, hours or units, ``unit_price`` the pay of a month, an hour or a year or
    the price of a unit, ``work_share`` and ``side_costs`` are in percent.
    """

    way: Way | None = None
    quantity: Term | None = None
    unit: str = ""
    unit_price: Term | None = None
    work_share: Term | None = None
    side_costs: Term | None = None


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
    calculation: Calculation | None = None


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
class Assigned:
    """The person-months that the work plan gives to a role of a partner in one package; None where it says none."""

    role: str
    partner: str | None
    months: Decimal | None


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
    ``assigned`` is who works how much, where the plan's work is known beside its money.
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
    assigned: tuple[Assigned, ...] = ()
