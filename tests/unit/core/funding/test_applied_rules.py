"""Which rules a plan is judged by."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from seutu.core.funding.applied_rules import aid_ceiling, rules_applied
from seutu.core.funding.plans import CostModel, Plan
from seutu.rules.funding import rule_book

FLAT = Plan(cost_model=CostModel("flat_rate", Decimal(40)), period=(date(2026, 1, 1), None))


def applied(plan: Plan) -> list[tuple[str, str, bool]]:
    return [(each.rule.name, each.rule.source, each.is_assumed) for each in rules_applied(plan, rule_book())]


def test_a_plan_of_a_flat_rate_without_a_basis_is_judged_by_the_assumed_one() -> None:
    names = [name for name, _, _ in applied(FLAT)]
    assert names == ["flat_rate_40", "aid_ceiling_development"]
    assert all(assumed for _, _, assumed in applied(FLAT))


def test_a_printed_basis_is_not_assumed_and_picks_the_rules() -> None:
    plan = replace(FLAT, legal_basis="867/2021 4 §", cost_model=CostModel("flat_rate", Decimal("1.5")))
    assert [(name, assumed) for name, _, assumed in applied(plan)] == [
        ("flat_rate_1.5", False),
        ("aid_ceiling_investment", False),
    ]


def test_a_lump_sum_has_its_ceiling_and_an_unknown_basis_no_rules() -> None:
    assert [name for name, _, _ in applied(Plan(cost_model=CostModel("lump_sum")))] == ["lump_sum_ceiling"]
    assert applied(replace(FLAT, legal_basis="oma päätös")) == []
    assert aid_ceiling(Plan(), rule_book()) is None
