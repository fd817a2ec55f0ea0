"""The flat lines of beneficiaries: each is the plan's one rate of its own staff costs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import CostLine, CostModel, Plan
from seutu.rules.funding import rule_book
from tests.unit.core.funding.plan_rows import cost, term


def of(partner: str | None, kind: str, amount: str | None) -> CostLine:
    return replace(cost(f"{kind} {partner}", kind, amount), partner=partner)


def judged(*lines: CostLine, total: str | None = None) -> list[Relation]:
    stated = None if total is None else term("yhteensä", total)
    plan = Plan(legal_basis="867/2021", cost_model=CostModel("flat_rate", Decimal(40)), cost_lines=lines, total=stated)
    return [each for each in plan_relations(plan, rule_book()) if each.kind is Kind.SHARE_OF]


def test_the_flat_lines_of_two_partners_are_each_judged_by_their_own_pay() -> None:
    lead = (of("Silta", "staff", "100000"), of("Silta", "flat_rate", "40000"))
    part = (of("Kaari", "staff", "50000"), of("Kaari", "flat_rate", "20000"))
    assert [each.status for each in judged(*lead, *part)] == [Status.HOLDS] * 2
    other = (part[0], of("Kaari", "flat_rate", "3500"))
    (holds, fails) = judged(*lead, *other)
    assert (holds.status, fails.status, fails.severity) == (Status.HOLDS, Status.FAILS, Severity.ERROR)
    assert fails.message.fi.startswith("Kaari: flat rate: 40")
    assert fails.computed == Decimal(20000)


def test_two_flat_lines_of_one_partner_are_one_rate_or_a_warning() -> None:
    rest = (of("Kaari", "staff", "50000"), of("Kaari", "flat_rate", "20000"))
    staff, flat = of("Silta", "staff", "100000"), of("Silta", "flat_rate", "40000")
    halves = [of("Silta", "flat_rate", amount) for amount in ("30000", "10000")]
    assert {each.status for each in judged(staff, *halves, *rest)} == {Status.HOLDS}
    (warned, _) = judged(staff, flat, of("Silta", "flat_rate", "7000"), *rest)
    assert (warned.status, warned.severity) == (Status.FAILS, Severity.WARNING)
    assert "866/2021 2 §" in warned.message.sv


def test_flat_lines_that_repeat_the_whole_are_judged_beside_it() -> None:
    whole = (of(None, "staff", "150000"), of(None, "flat_rate", "60000"))
    parts = [of("Silta", "staff", "100000"), of("Silta", "flat_rate", "40000")]
    parts += [of("Kaari", "staff", "50000"), of("Kaari", "flat_rate", "20000")]
    assert [each.status for each in judged(*whole, *parts, total="210000")] == [Status.HOLDS] * 3


@pytest.mark.parametrize("amount", ["40000", None])
def test_flat_lines_without_pay_of_their_own_or_an_amount_are_no_error(amount: str | None) -> None:
    found = judged(of(None, "staff", "150000"), of("Silta", "flat_rate", amount), of("Kaari", "flat_rate", amount))
    assert found == []
    own = judged(of("Silta", "staff", "100000"), of("Silta", "flat_rate", None), of("Kaari", "flat_rate", "1"))
    assert [(each.status, each.severity) for each in own] == [(Status.NOT_CHECKABLE, Severity.NONE)]
