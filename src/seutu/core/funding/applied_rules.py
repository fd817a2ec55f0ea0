"""Which rules of the rule book a plan is judged by, and whether its legal basis is printed or assumed.

Not for judging (``checks``), or for the rules themselves (``rulebook``).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import Rule, RuleBook

DEVELOPMENT_RATE: Final = Decimal(40)
INVESTMENT_RATE: Final = Decimal("1.5")
AID_CEILING: Final = "aid_ceiling"
DEVELOPMENT: Final = "867/2021"
"""The legal basis that a plan with a flat rate of 40 % is judged by when it prints none."""


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that a plan is judged by; ``is_assumed`` where the plan prints no legal basis that says so."""

    rule: Rule
    is_assumed: bool


def rules_applied(plan: Plan, rules: RuleBook) -> list[AppliedRule]:
    """Return the rules of a plan in the order in which it is judged: flat rate, ceilings of aid and of lump sums."""
    found = (_flat_rate(plan, rules), aid_ceiling(plan, rules), lump_sum_ceiling(plan, rules))
    return [AppliedRule(rule, not plan.legal_basis and not rule.call) for rule in found if rule is not None]


def aid_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the ceiling of aid: the call's own, else that of law."""
    return call_ceiling(rules) or legal_ceiling(plan, rules)


def call_ceiling(rules: RuleBook) -> Rule | None:
    """Return the ceiling of aid that the call itself sets; None where it sets none."""
    return next((rule for rule in rules.own if rule.name == AID_CEILING), None)


def legal_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the ceiling by the basis that is printed, or, of a flat rate of 40 %, by the assumed one."""
    basis = _basis(plan, rules)
    if basis is None:
        return None
    name = "aid_ceiling_investment" if _rate(plan) == INVESTMENT_RATE else "aid_ceiling_development"
    return rules.rule(name, basis=basis, on=first_day(plan))


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
