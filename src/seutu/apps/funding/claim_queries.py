"""A project's money followed: its costs from the accounts, claims, instalments and changes against its approved plan.

Reads only; the arithmetic is core's (``core.funding.claims``). Not for entering them, which the kinds' forms do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from seutu.apps.funding.kinds.spending import ACTUAL_COSTS, BUDGET_CHANGES, INSTALMENTS, PAYMENT_CLAIMS
from seutu.apps.funding.models import ActualCost, BudgetChange, FundingRow, Instalment, PaymentClaim
from seutu.apps.funding.plans import ProjectPlan, plan_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import records_of
from seutu.core.figures.relations import Term
from seutu.core.funding.applied_rules import DEVELOPMENT, first_day
from seutu.core.funding.claims import Advance, Spending, WorkedClaim, advance_of, aid_of, shares_of, worked_claims
from seutu.core.funding.plans import CostKind, CostLine, FundingKind, Plan
from seutu.core.funding.plans import FundingRow as PlanRow
from seutu.core.funding.rulebook import Rule
from seutu.core.funding.spending import (
    Claim,
    Cost,
    FlatRate,
    Placed,
    SpendingLine,
    flat_parts,
    total,
)
from seutu.core.funding.wholes import rows_of_whole
from seutu.rules.funding import rule_book

NOT_BY_COSTS: Final = frozenset({"lump_sum", "unit_cost"})
"""Cost models whose payments do not follow from the accounts."""
FLAT: Final = "flat_rate"


@dataclass(frozen=True, slots=True)
class ProjectMoney:
    """A project's plan and what has become of it. ``partner`` narrows costs and lines to those of one partner.

    ``is_by_costs`` is false for lump sums and unit costs, ``is_flat_unknown`` true where a flat rate's base is not
    known; both make the worked-out figures incomplete.
    """

    shown: ProjectPlan
    spending: Spending
    placed: tuple[Placed, ...]
    worked: tuple[WorkedClaim, ...]
    costs: tuple[ActualCost, ...]
    instalments: tuple[Instalment, ...]
    changes: tuple[BudgetChange, ...]
    partners: tuple[str, ...]
    partner: str | None
    aid_instalments: frozenset[UUID]
    advance_rule: Rule | None
    is_by_costs: bool
    is_flat_unknown: bool

    @property
    def granted(self) -> Decimal | None:
        """Return the EU's and the state's money in the approved plan; None where it is not known."""
        aid = [row.amount for row in self.spending.rows if row.kind is FundingKind.EU_STATE]
        return total(term.number for term in aid) if aid and not any(term.is_blank for term in aid) else None

    def advance(self, day: date) -> Advance:
        """Return what had been received by a day beyond the aid of the costs by then."""
        by_then = [each for each in self.placed if each.cost.day <= day and each.is_counted]
        flat = flat_parts(by_then, self.spending.lines, self.spending.flat)
        costs = total([*(each.cost.amount for each in by_then), *(part.amount for part in flat)])
        earned = aid_of(shares_of(costs, self.spending.rows, self.spending.plan_total)) or Decimal(0)
        rule = self.advance_rule
        return advance_of(
            day=day,
            received=self._received(day),
            earned=earned,
            granted=self.granted,
            ceiling=rule.value if rule is not None else None,
        )

    def _received(self, day: date) -> Decimal:
        came = [
            each.received
            for each in self.instalments
            if each.pk in self.aid_instalments
            and each.received is not None
            and each.received_on is not None
            and each.received_on <= day
        ]
        return total(came)


def project_money(project: Project, *, partner: str | None = None) -> ProjectMoney:
    """Return a project's money, in as many queries however many costs, claims and lines there are."""
    shown = plan_of(project)
    plan = shown.worked
    costs = tuple(records_of(ACTUAL_COSTS).filter(project=project.pk).select_related("partner").order_by("day", "pk"))
    claims = (
        records_of(PAYMENT_CLAIMS)
        .filter(project=project.pk)
        .order_by(*blanks_last(PaymentClaim, "start"), "number", "pk")
    )
    lines = [_line(pk, line) for pk, line in zip(shown.cost_ids, plan.cost_lines, strict=True)]
    named = [*(line.partner for line in lines), *(each.partner.name for each in costs if each.partner)]
    flat, is_flat_unknown = _flat(plan)
    rows, plan_total = _rows(plan, partner)
    kept = [each for each in costs if partner is None or _partner_of(each, lines) == partner]
    spending = Spending(
        tuple(line for line in lines if partner is None or line.partner == partner),
        tuple(_cost(each) for each in kept),
        tuple(_claim(each) for each in claims),
        rows,
        plan_total,
        flat,
    )
    instalments = tuple(
        records_of(INSTALMENTS)
        .filter(project=project.pk)
        .select_related("payer")
        .order_by(*blanks_last(Instalment, "due"), "pk")
    )
    model = plan.cost_model
    return ProjectMoney(
        shown,
        spending,
        tuple(spending.placed()),
        tuple(worked_claims(spending)),
        tuple(kept),
        instalments,
        tuple(records_of(BUDGET_CHANGES).filter(project=project.pk).select_related("from_line", "to_line")),
        tuple(dict.fromkeys(name for name in named if name)),
        partner,
        instalments_of_aid(project, instalments),
        _advance_rule(plan),
        model is None or model.name not in NOT_BY_COSTS,
        is_flat_unknown,
    )


def instalments_of_aid(project: Project, instalments: Iterable[Instalment]) -> frozenset[UUID]:
    """Return the instalments of aid: of its payers, or of nobody who is told to pay something else."""
    held = FundingRow.objects.filter(project=project, trashed_at__isnull=True, payer__isnull=False)
    paid = list(held.values_list("payer_id", "funding_kind"))
    aid = {payer for payer, kind in paid if kind == FundingKind.EU_STATE.value}
    others = {payer for payer, _kind in paid} - aid
    return frozenset(each.pk for each in instalments if each.payer_id not in others)


def _advance_rule(plan: Plan) -> Rule | None:
    rules = rule_book()
    basis = rules.named(plan.legal_basis) or (DEVELOPMENT if not plan.legal_basis else None)
    return rules.rule("advance_ceiling", basis=basis, on=first_day(plan)) if basis else None


def _flat(plan: Plan) -> tuple[FlatRate | None, bool]:
    """Return the plan's flat rate with its base, and whether there is one whose base is not known."""
    rate = plan.cost_model.rate if plan.cost_model is not None and plan.cost_model.name == FLAT else None
    if rate is None:
        return None, False
    rules = rule_book()
    base = rules.base_of_flat_rate(rate, basis=rules.named(plan.legal_basis), on=first_day(plan))
    return (FlatRate(rate, base), False) if base in {"staff", "direct"} and base else (None, True)


def _rows(plan: Plan, partner: str | None) -> tuple[tuple[PlanRow, ...], Decimal | None]:
    """Return the sources with the total that they fund: a partner's own rows where it has some, else the whole's."""
    own = tuple(row for row in plan.funding if partner is not None and row.partner == partner)
    if own:
        return own, _number([row.amount for row in own])
    stated = plan.funding_total or plan.total
    rows = tuple(rows_of_whole(plan))
    return rows, stated.number if stated is not None and not stated.is_blank else _number([row.amount for row in rows])


def _number(terms: list[Term]) -> Decimal | None:
    return None if any(term.is_blank for term in terms) else total(term.number for term in terms)


def _line(pk: UUID, line: CostLine) -> SpendingLine:
    years = {year: term.number for year, term in line.years.items() if not term.is_blank}
    planned = None if line.amount.is_blank else line.amount.number
    return SpendingLine(str(pk), line.label.fi, line.kind, planned, years, line.partner)


def _partner_of(record: ActualCost, lines: Iterable[SpendingLine]) -> str | None:
    own = next((line.partner for line in lines if line.id == str(record.cost_line_id)), None)
    return own or (record.partner.name if record.partner else None)


def _cost(record: ActualCost) -> Cost:
    return Cost(
        str(record.pk),
        record.day,
        CostKind(record.cost_kind),
        record.label,
        record.amount,
        str(record.cost_line_id) if record.cost_line_id else None,
        record.partner.name if record.partner else None,
    )


def _claim(record: PaymentClaim) -> Claim:
    return Claim(
        str(record.pk),
        record.number,
        record.start,
        record.end,
        record.state,
        record.claimed,
        record.approved,
        record.paid,
    )
