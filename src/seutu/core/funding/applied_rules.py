"""Which rules of the rule book a plan is judged by, and whether its legal basis is printed or assumed.

Not for judging (``checks``), or for the rules themselves (``rulebook``).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.funding.plans import Plan, Way
from seutu.core.funding.rulebook import Rule, RuleBook
from seutu.core.funding.staff_costs import NoRuleError, hours_of_year, side_cost_rate

DEVELOPMENT_RATE: Final = Decimal(40)
INVESTMENT_RATE: Final = Decimal("1.5")
OF_DEVELOPMENT: Final = "aid_ceiling_development"
OF_INVESTMENT: Final = "aid_ceiling_investment"
AID_CEILINGS: Final = (OF_DEVELOPMENT, OF_INVESTMENT)
"""The most that aid may be of the costs, in per cent; a call's own goes before both."""
HIGHEST_AID: Final = "highest_aid"
"""The most that a call grants to one project, in euros."""
DEVELOPMENT: Final = "867/2021"
"""The legal basis that is assumed where none is printed: of flat rates, for that of 40 % alone."""
PERIOD_BEGINS: Final = date(2021, 1, 1)
"""The day whose rules are taken where a project has no first day: the first of the programming period."""


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that a plan is judged by; ``is_assumed`` where the plan prints no legal basis that says so.

    ``instead_of`` is the rule of the legal basis that a call's own goes before.
    """

    rule: Rule
    is_assumed: bool
    instead_of: Rule | None = None


def rules_applied(plan: Plan, rules: RuleBook) -> list[AppliedRule]:
    """Return the rules of a plan in the order in which it is judged: flat rate, ceilings of aid and lump sums, pay."""
    staff = staff_rules(plan, rules)
    found = (
        _flat_rate(plan, rules),
        aid_ceiling(plan, rules),
        highest_aid(plan, rules),
        lump_sum_ceiling(plan, rules),
        staff.side_costs if _leaves_side_costs(plan) else None,
        staff.hours if _has_hourly_rate(plan) else None,
    )
    return [_applied(rule, plan, rules) for rule in found if rule is not None]


def _applied(rule: Rule, plan: Plan, rules: RuleBook) -> AppliedRule:
    if rule not in plan.call_rules:
        return AppliedRule(rule, not plan.legal_basis)
    of_basis = rules.rule(rule.name, basis=_basis(plan, rules), on=first_day(plan))
    return AppliedRule(rule, is_assumed=False, instead_of=of_basis)


def aid_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the ceiling of aid: the call's own, else the printed basis', or that assumed of a flat rate of 40 %."""
    name = OF_INVESTMENT if _rate(plan) == INVESTMENT_RATE else OF_DEVELOPMENT
    return rules.rule(name, basis=_basis(plan, rules), on=first_day(plan), call=plan.call_rules)


def highest_aid(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the most that a call grants to one project; None where there is no call or it does not say."""
    return rules.rule(HIGHEST_AID, basis=None, on=first_day(plan), call=plan.call_rules)


def lump_sum_ceiling(plan: Plan, rules: RuleBook) -> Rule | None:
    """Return the highest total cost of a lump-sum project; None for any other."""
    if plan.cost_model is None or plan.cost_model.name != "lump_sum":
        return None
    return rules.rule("lump_sum_ceiling", basis=DEVELOPMENT, on=first_day(plan))


@dataclass(frozen=True, slots=True)
class StaffRules:
    """The rules of pay on the first day of a plan; None where its legal basis has none in force."""

    side_costs: Rule | None = None
    hours: Rule | None = None


def staff_rules(plan: Plan, rules: RuleBook) -> StaffRules:
    """Return the rules by which the pay of a plan is worked out; nothing where no line states any."""
    if all(line.calculation is None for line in plan.cost_lines):
        return StaffRules()
    basis, day = basis_of(plan.legal_basis, rules) or "", first_day(plan)
    try:
        side_costs: Rule | None = side_cost_rate(rules, basis=basis, on=day)
    except NoRuleError:
        side_costs = None
    try:
        return StaffRules(side_costs, hours_of_year(rules, basis=basis, on=day))
    except NoRuleError:
        return StaffRules(side_costs)


def _leaves_side_costs(plan: Plan) -> bool:
    """Return whether a line of pay states no percentage of side costs of its own."""
    worked = (line.calculation for line in plan.cost_lines if line.calculation is not None)
    return any(each.way not in {None, Way.UNITS} and each.side_costs is None for each in worked)


def _has_hourly_rate(plan: Plan) -> bool:
    return any(line.calculation is not None and line.calculation.way is Way.HOURLY_RATE for line in plan.cost_lines)


def basis_of(legal_basis: str | None, rules: RuleBook) -> str | None:
    """Return the basis that a project names, or the assumed one where it names none; None for one without rules."""
    return rules.named(legal_basis) or (None if legal_basis else DEVELOPMENT)


def first_day(plan: Plan) -> date:
    """Return the day on which the rules must be in force: the first of the plan, or of the programming period."""
    return plan.period[0] or PERIOD_BEGINS


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
