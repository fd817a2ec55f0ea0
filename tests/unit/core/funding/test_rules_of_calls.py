"""The own rules of a call go before those of the legal basis, and it is said whose each is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Status
from seutu.core.funding.applied_rules import AID_CEILINGS, HIGHEST_AID
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import CostModel, Plan
from seutu.core.funding.rulebook import Confidence, Rule
from seutu.core.funding.rules_told import rules_told
from seutu.core.text import Text
from seutu.rules.funding import rule_book
from tests.unit.core.funding.plan_rows import cost, paid, term

PLAN: Final = Plan(
    legal_basis="867/2021",
    cost_model=CostModel("flat_rate", Decimal(40)),
    cost_lines=(cost("Palkat", "staff", "100000"), cost("Flat rate 40 %", "flat_rate", "40000")),
    total=term("yhteensä", "140000"),
    funding=(paid("EU ja valtio", "eu_state", "105000", "75.00"), paid("Oma", "own", "35000", "25.00")),
)


def rule(name: str, value: str, unit: str) -> Rule:
    label = Text.same("Tuki enintään")
    return Rule(name, label, Decimal(value), unit, date.min, None, "Syyshaku 2026", Confidence.HIGH)


def failing(plan: Plan) -> list[Relation]:
    return [each for each in plan_relations(plan, rule_book()) if each.status is Status.FAILS]


def test_aid_within_the_decree_can_be_over_the_calls_own_ceiling() -> None:
    assert failing(PLAN) == []
    lower = replace(PLAN, call_rules=(rule(AID_CEILINGS[0], "70", "%"),))
    (found,) = failing(lower)
    assert (found.stated, found.computed) == (Decimal(98000), Decimal(105000))
    assert "Syyshaku 2026" in found.message.fi
    assert failing(replace(PLAN, call_rules=(rule(AID_CEILINGS[0], "75", "%"),))) == []


def test_a_call_may_also_allow_more_than_the_decree() -> None:
    high = replace(PLAN, funding=(paid("EU ja valtio", "eu_state", "126000", "90.00"), paid("Oma", "own", "14000")))
    assert len(failing(high)) == 1
    assert failing(replace(high, call_rules=(rule(AID_CEILINGS[0], "95", "%"),))) == []


def test_the_ceiling_of_a_call_holds_for_a_plan_without_a_legal_basis() -> None:
    bare = replace(PLAN, legal_basis=None, cost_model=None, call_rules=(rule(AID_CEILINGS[0], "60", "%"),))
    assert [each.stated for each in failing(bare)] == [Decimal(84000)]


def test_a_call_goes_before_the_decree_in_an_investment_too_whenever_it_begins() -> None:
    plan = replace(PLAN, cost_model=CostModel("flat_rate", Decimal("1.5")), period=(date(2023, 1, 1), None))
    rules = tuple(rule(name, "50", "%") for name in AID_CEILINGS)
    assert [each.stated for each in failing(plan) if each.kind is Kind.CEILING] == [Decimal(98000)]
    answered = failing(replace(plan, call_rules=rules))
    assert [each.stated for each in answered if each.kind is Kind.CEILING] == [Decimal(70000)]


def test_a_call_has_a_most_for_one_project() -> None:
    (found,) = failing(replace(PLAN, call_rules=(rule(HIGHEST_AID, "100000", "EUR"),)))
    assert (found.stated, found.computed) == (Decimal(100000), Decimal(105000))
    assert failing(replace(PLAN, call_rules=(rule(HIGHEST_AID, "105000", "EUR"),))) == []


def test_it_is_said_whose_rule_it_is_and_what_it_goes_before() -> None:
    told = rules_told(
        replace(PLAN, call_rules=(rule(AID_CEILINGS[0], "70", "%"), rule(HIGHEST_AID, "100000", "EUR"))), rule_book()
    )
    said = [each.fi for each in told]
    assert any("70\u00a0%" in each and "Syyshaku 2026" in each and "80\u00a0%" in each for each in said)
    assert any("100\u00a0000\u00a0€" in each and "Haun oma ehto" in each for each in said)
    assert not any("Haun" in each.fi for each in rules_told(PLAN, rule_book()))
