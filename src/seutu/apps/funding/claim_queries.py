"""A project's money followed: its costs from the accounts, claims, instalments and changes against its approved plan.

Reads only; the arithmetic is core's (``core.funding.claims``). Not for entering them, which the kinds' forms do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
from seutu.core.funding.applied_rules import basis_of, first_day
from seutu.core.funding.claims import Advance, Spending, WorkedClaim, advance_of, earned_aid, worked_claims
from seutu.core.funding.instalments import Arrival
from seutu.core.funding.plans import CostKind, CostLine, FundingKind, Plan
from seutu.core.funding.plans import FundingRow as PlanRow
from seutu.core.funding.rulebook import Rule
from seutu.core.funding.spending import (
    Claim,
    Cost,
    FlatRate,
    Placed,
    SpendingLine,
    total,
    used_by_line,
)
from seutu.core.funding.wholes import lines_by_year, lines_of_whole, rows_of_whole
from seutu.rules.funding import rule_book

NOT_BY_COSTS: Final = frozenset({"lump_sum", "unit_cost"})
"""Cost models whose payments do not follow from the accounts."""
FLAT: Final = "flat_rate"


@dataclass(frozen=True, slots=True)
class ProjectMoney:
    """A project's plan and what has become of it. ``partner`` narrows costs and lines to those of one partner.

    ``placed`` are the costs shown, ``partners`` those that it can be narrowed to. ``is_by_costs`` is false for lump
    sums and unit costs, ``is_flat_unknown`` true where a flat rate's base is not known; both make the worked-out
    figures incomplete.
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

    @property
    def planned(self) -> Decimal | None:
        """Return the total of the budget, of one partner its own. None where it is not known.

        A partner without a stated budget has that of its lines, unless a part of its costs is in lines of the whole.
        """
        plan = self.shown.worked
        if self.partner is None:
            is_known = plan.total is not None and not plan.total.is_blank
            return plan.total.number if plan.total is not None and is_known else self.spending.plan_total
        stated = [each.total for each in plan.partners if each.name == self.partner and each.total is not None]
        if stated and not stated[0].is_blank:
            return stated[0].number
        amounts = [line.planned for line in self.lines]
        return total(each for each in amounts if each is not None) if amounts and None not in amounts else None

    @property
    def lines(self) -> tuple[SpendingLine, ...]:
        """Return the budget lines that the costs are looked at in: nothing of the whole's is in two of them."""
        return self.spending.shown_lines(self.placed)

    def used(self) -> Mapping[str | None, Decimal]:
        """Return what is used of each line that is shown; None stands for costs whose line is not known."""
        return used_by_line(self.placed, self.lines, self.spending.flat)

    def used_in(self, line: UUID) -> Decimal:
        """Return what is used of any line of the budget, also of a partner's that repeats a part of the whole's."""
        used = self.used()
        if str(line) in used:
            return used[str(line)]
        return total(
            each.cost.amount for each in self.placed if each.is_counted and each.part and each.part.id == str(line)
        )

    def advance(self, day: date) -> Advance:
        """Return what had been received by a day beyond the aid of the costs by then."""
        rule = self.advance_rule
        return advance_of(
            day=day,
            received=self._received(day),
            earned=earned_aid(self.spending, day),
            granted=self.granted,
            ceiling=rule.value if rule is not None else None,
        )

    def _received(self, day: date) -> Decimal:
        came = [
            each.received
            for each in self.instalments
            if each.pk in self.aid_instalments
            and each.arrival is not Arrival.NOTHING
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
    flat, is_flat_unknown = _flat(plan)
    rows, plan_total = _rows(plan, partner)
    whole, parts, dated = _lines(shown)
    spending = Spending(
        whole,
        tuple(_cost(each) for each in costs),
        tuple(_claim(each) for each in claims),
        rows,
        plan_total,
        flat,
        parts,
        dated,
        partner,
    )
    placed = tuple(spending.placed())
    kept = {each.cost.id for each in placed}
    named = [*(line.partner for line in (*whole, *parts)), *(each.partner.name for each in costs if each.partner)]
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
        placed,
        tuple(worked_claims(spending)),
        tuple(each for each in costs if str(each.pk) in kept),
        instalments,
        tuple(
            records_of(BUDGET_CHANGES)
            .filter(project=project.pk)
            .select_related("from_line__partner", "to_line__partner")
        ),
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
    basis = basis_of(plan.legal_basis, rules)
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
    """Return the sources with the total that they fund: a partner's own rows where it has some, else the whole's.

    The percentages of a partner's rows are of its own budget, so there they count as those of a whole.
    """
    own = tuple(replace(row, partner=None) for row in plan.funding if partner is not None and row.partner == partner)
    if own:
        return own, _number([row.amount for row in own])
    stated = plan.funding_total or plan.total
    rows = tuple(rows_of_whole(plan))
    return rows, stated.number if stated is not None and not stated.is_blank else _number([row.amount for row in rows])


def _number(terms: list[Term]) -> Decimal | None:
    return None if any(term.is_blank for term in terms) else total(term.number for term in terms)


def _lines(
    shown: ProjectPlan,
) -> tuple[tuple[SpendingLine, ...], tuple[SpendingLine, ...], tuple[SpendingLine, ...]]:
    """Return the lines of the whole, those of partners that repeat a part of them, and those whose years count."""
    plan = shown.worked
    whole, dated = ({id(line) for line in lines} for lines in (lines_of_whole(plan), lines_by_year(plan)))
    made = [(id(line), _line(pk, line)) for pk, line in zip(shown.cost_ids, plan.cost_lines, strict=True)]
    return (
        tuple(line for key, line in made if key in whole),
        tuple(line for key, line in made if key not in whole),
        tuple(line for key, line in made if key in dated),
    )


def _line(pk: UUID, line: CostLine) -> SpendingLine:
    is_dated = not any(term.is_blank for term in line.years.values())
    years = {year: term.number for year, term in line.years.items()} if is_dated else {}
    planned = None if line.amount.is_blank else line.amount.number
    return SpendingLine(str(pk), line.label.fi, line.kind, planned, years, line.partner)


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
