"""Which rules of the rule book a plan is judged by, and whether its legal basis is printed or assumed.

Not for judging (``checks``), or for the rules themselves (``rulebook``).
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import Rule, RuleBook

DEVELOPMENT_RATE: Final = Decimal(40)
INVESTMENT_RATE: Final = Decimal("1.5")
AID_CEILING: Final = "aid_ceiling"
HIGHEST_AID: Final = "highest_aid"
"""The names of a call's own rules: a share of the costs in per cent, and euros for one project."""
DEVELOPMENT: Final = "867/2021"
"""The legal basis that a plan with a flat rate of 40 % is judged by when it prints none."""


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that a plan is judged by; ``is_assumed`` where the plan prints no legal basis that says so.

    ``instead_of`` is the rule of the legal basis that a call's own goes before.
    """

    rule: Rule
    is_assumed: bool
    instead_of: Rule | None = None


def rules_applied(plan: Plan, rules: RuleBook) -> list[AppliedRule]:
    """Return the rules of a plan in the order in which it is judged: flat rate, ceilings of aid and of lump sums."""
    found = (_flat_rate(plan, rules), aid_ceiling(plan, rules), highest_aid(plan), lump_sum_ceiling(plan, rules))
    return [_applied(rule, plan, rules) for rule in found if rule is not None]


def _applied(rule: Rule, plan: Plan, rules: RuleBook) -> AppliedRule:
    if rule not in plan.call_rules:
        return AppliedRule(rule, not plan.legal_basis)
    instead_of = aid_ceiling(replace(plan, call_rules=()), rules) if rule.name == AID_CEILING else None
    return AppliedRule(rule, is_assumed=False, instead_of=instead_of)


def aid_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the ceiling of aid: the call's own, else the printed basis', or that assumed of a flat rate of 40 %."""
    own = _of_call(plan, AID_CEILING)
    if own is not None:
        return own
    basis = _basis(plan, rules)
    if basis is None:
        return None
    name = "aid_ceiling_investment" if _rate(plan) == INVESTMENT_RATE else "aid_ceiling_development"
    return rules.rule(name, basis=basis, on=first_day(plan))


def highest_aid(plan: Plan) -> Rule | None:
    """Return the most that a call grants to one project; None where there is no call or it does not say."""
    return _of_call(plan, HIGHEST_AID)


def _of_call(plan: Plan, name: str) -> Rule | None:
    return next((rule for rule in plan.call_rules if rule.name == name), None)


def lump_sum_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the highest total cost of a lump-sum project; None for any other."""
    if plan.cost_model is None or plan.cost_model.name != "lump_sum":
        return None
    return rules.rule("lump_sum_ceiling", basis=DEVELOPMENT, on=first_day(plan))


def first_day(plan: Plan) -> date:
    """Return the day on which the rules must be in force: the first of the plan, or of the programming period."""
    return plan.period[0] or date(2021, 1, 1)


def _flat_rate(plan: Plan, rules: RuleBook) -> Rule | None:
    rate, basis = _rate(plan), _basis(plan, rules)
    if rate is None or basis is None:
        return None
    return rules.rule(f"flat_rate_{rate.normalize():f}", basis=basis, on=first_day(plan))


def _basis(plan: Plan, rules: RuleBook) -> str | None:
    assumed = DEVELOPMENT if _rate(plan) == DEVELOPMENT_RATE and not plan.legal_basis else None
    return rules.named(plan.legal_basis) or assumed


def _rate(plan: Plan) -> Decimal | None:
    model = plan.cost_model
    return model.rate if model is not None and model.name == "flat_rate" else None
