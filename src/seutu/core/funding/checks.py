"""The relations that a plan's figures must meet, from its own rows and the rules of its funder.

One relation for each claim: what is blank, missing or approximate is said, never filled in. Not for reading a plan, or
for the arithmetic itself (``figures.relations``).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import (
    Kind,
    Relation,
    Severity,
    Status,
    Term,
    added,
    check_ceiling,
    check_date_order,
    check_equal,
    check_percentage,
    check_shares_sum,
    check_sum,
)
from seutu.core.figures.relations.shares import are_evened, better_total
from seutu.core.figures.units import EUR
from seutu.core.funding import words
from seutu.core.funding.applied_rules import aid_ceiling, highest_aid, lump_sum_ceiling
from seutu.core.funding.flat_rates import together
from seutu.core.funding.line_checks import line_relations
from seutu.core.funding.model_checks import flat_relations, pay_relations
from seutu.core.funding.plans import CostKind, FundingKind, FundingRow, Plan
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.wholes import doubtful, lines_of_whole, repeated, rows_of_whole
from seutu.core.funding.work_months import month_relations
from seutu.core.text import Text

HUNDRED: Final = Decimal(100)


def plan_relations(plan: Plan, rules: RuleBook) -> list[Relation]:
    """Return the relations of a plan in the order in which it is read: costs, funding, packages, partners, rules."""
    return [
        *_costs(plan, rules),
        *line_relations(plan, rules),
        *pay_relations(plan, rules),
        *month_relations(plan),
        *_funding(plan),
        *_packages(plan),
        *_partners(plan),
        *_rules(plan, rules),
        *_period(plan),
    ]


def _costs(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    whole = [line.amount for line in lines_of_whole(plan)]
    if whole and plan.total is not None and not plan.total.is_blank:
        yield check_sum(words.COSTS, whole, plan.total, others=_other_money(plan))
    yield from _parts(plan)
    for line in plan.cost_lines:
        if line.applied is not None and line.rejected is not None and not line.applied.is_blank:
            yield check_sum(words.applied(line.label), [line.amount, line.rejected], line.applied)
        if line.years and not line.amount.is_blank:
            yield check_sum(words.by_year(line.label), list(line.years.values()), line.amount)
    yield from flat_relations(plan, rules)


def _parts(plan: Plan) -> Iterator[Relation]:
    """Check that partners' lines that repeat the whole's add up to them; say where it cannot be told if they repeat."""
    for each in repeated(plan):
        whole = together([line.amount for line in each.whole])
        if not whole.is_blank:
            yield check_sum(words.parts_of(each.kind), [line.amount for line in each.parts], whole)
    for each in doubtful(plan):
        terms = tuple(line.amount for line in (*each.parts, *each.whole))
        parts, own = (added(line.amount for line in lines) for lines in (each.parts, each.whole))
        label, message = words.parts_of(each.kind), words.parts_unclear(each.kind, parts, own)
        yield Relation(Kind.SUM, label, terms, Status.NOT_CHECKABLE, Severity.NOTE, message, own, parts)


def _funding(plan: Plan) -> Iterator[Relation]:
    """Check the funding of the whole, and that of each partner whose rows are its own."""
    rows = plan.funding
    if not rows:
        return
    stated = plan.funding_total or plan.total
    costs = [line.amount for line in lines_of_whole(plan)]
    whole = rows_of_whole(plan)
    amounts = [row.amount for row in whole]
    if stated is not None and not stated.is_blank:
        aside = better_total(amounts, stated, _printed(_shares_of(whole)))
        yield check_sum(words.FUNDING, amounts, stated, others=_other_money(plan), aside=aside)
    elif costs and not any(term.is_blank for term in (*amounts, *costs)):
        yield check_equal(words.COSTS_AND_FUNDING, together(costs), together(amounts), sides=words.SIDES)
    if plan.funding_total is not None and plan.total is not None:
        yield check_equal(words.COSTS_AND_FUNDING, plan.total, plan.funding_total, sides=words.SIDES)
    base = stated if stated is not None and not stated.is_blank else together(amounts)
    yield from _percentages(whole, base, words.SHARES)
    for partner in dict.fromkeys(row.partner for row in rows if row.partner):
        yield from _funding_of(plan, str(partner), [row for row in rows if row.partner == partner], whole)


def _shares_of(rows: Sequence[FundingRow]) -> list[tuple[Term, Term]]:
    return [(row.share, row.amount) for row in rows if row.share is not None and not row.share.is_blank]


def _funding_of(
    plan: Plan, partner: str, rows: Sequence[FundingRow], whole: Sequence[FundingRow]
) -> Iterator[Relation]:
    """Check a partner's rows against its budget: the one it states, or what its cost lines add up to."""
    stated = _budget_of(plan, partner)
    if stated is None or stated.is_blank:
        return
    amounts = [row.amount for row in rows]
    aside = better_total(amounts, stated, _printed(_shares_of(rows)))
    yield check_sum(words.funding_of(partner), amounts, stated, aside=aside)
    if not any(row in whole for row in rows):
        yield from _percentages(rows, stated, words.shares_of(partner))


def _budget_of(plan: Plan, partner: str) -> Term | None:
    stated = next((each.total for each in plan.partners if each.name == partner and each.total is not None), None)
    lines = [line.amount for line in plan.cost_lines if line.partner == partner]
    return stated or (together(lines) if lines else None)


def _percentages(rows: Sequence[FundingRow], base: Term, label: Text) -> Iterator[Relation]:
    shared = _shares_of(rows)
    evened = len(shared) == len(rows) and are_evened(shared, base)
    for share, amount in shared:
        yield check_percentage(amount.label, amount, base, share, evened=evened)
    shares = [row.share for row in rows if row.share is not None]
    if len(shares) == len(rows) and not (base.value == 0 and len(shared) == len(rows) and not added(shares)):
        yield check_shares_sum(label, shares)


def _printed(shared: Sequence[tuple[Term, Term]]) -> list[tuple[Term, Term]]:
    """Return the shares that say something of the total: of rows that have an amount, and more than nothing."""
    return [(share, amount) for share, amount in shared if not amount.is_blank and share.number]


def _packages(plan: Plan) -> Iterator[Relation]:
    bought = [package.purchases for package in plan.work_packages if package.purchases is not None]
    lines = [line.amount for line in lines_of_whole(plan) if line.kind is CostKind.PURCHASES]
    if bought and lines and not any(term.is_blank for term in lines):
        yield check_sum(words.PURCHASES, bought, together(lines))


def _partners(plan: Plan) -> Iterator[Relation]:
    budgets = [partner.total for partner in plan.partners if partner.total is not None]
    if budgets and plan.total is not None and not plan.total.is_blank:
        yield check_sum(words.PARTNERS, budgets, plan.total)
    for partner in plan.partners:
        lines = [line.amount for line in plan.cost_lines if line.partner == partner.name]
        if lines and partner.total is not None and not partner.total.is_blank:
            yield check_sum(words.costs_of(partner.name), lines, partner.total)


def _rules(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    yield from _aid_ceiling(plan, rules)
    yield from _highest_aid(plan, rules)
    limit = lump_sum_ceiling(plan, rules)
    if limit is not None and plan.total is not None:
        term = Term(limit.label, limit.value, EUR)
        yield check_ceiling(words.LUMP_SUM, plan.total, term, assumed=words.by_rule(limit.source))


def _aid_ceiling(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Judge the EU's and the state's share by the ceiling of its legal basis."""
    rule = aid_ceiling(plan, rules)
    paid = [row.amount for row in rows_of_whole(plan) if row.kind is FundingKind.EU_STATE]
    whole = plan.funding_total or plan.total
    if rule is None or not paid or any(term.is_blank for term in paid) or whole is None or whole.is_blank:
        return
    if rule.value is not None:
        highest = EXACT.divide(EXACT.multiply(whole.number, rule.value), HUNDRED)
        limit = Term(words.ceiling_of(rule.value), highest, EUR, origin=Origin.DERIVED)
        is_said = bool(plan.legal_basis) or rule in plan.call_rules
        source = words.by_rule(rule.source) if is_said else words.assumed(rule.source)
        yield check_ceiling(words.AID, together(paid), limit, assumed=source, slack=Decimal(1))


def _highest_aid(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Judge the EU's and the state's money by the most that the call grants to one project."""
    rule = highest_aid(plan, rules)
    paid = [row.amount for row in rows_of_whole(plan) if row.kind is FundingKind.EU_STATE]
    if rule is not None and paid and not any(term.is_blank for term in paid):
        limit = Term(rule.label, rule.value, EUR)
        yield check_ceiling(words.AID_OF_CALL, together(paid), limit, assumed=words.by_rule(rule.source))


def _period(plan: Plan) -> Iterator[Relation]:
    start, end = plan.period
    if start is not None and end is not None:
        yield check_date_order(words.PERIOD, Term(words.START, start), Term(words.END, end))


def _other_money(plan: Plan) -> Iterable[Term]:
    """Return the figures of the plan among which a row left out of a sum may be found."""
    return [
        term
        for term in (
            *(partner.total for partner in plan.partners),
            *(package.purchases for package in plan.work_packages),
        )
        if term is not None and not term.is_blank
    ]
