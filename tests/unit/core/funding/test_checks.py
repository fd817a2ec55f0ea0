"""Plans as real applications have them: their relations, and each of them broken."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import CostModel, Partner, PartnerRole, Plan, WorkPackage
from seutu.rules.funding import rule_book
from tests.unit.core.funding.plan_rows import cost, paid, term

FLAT = Plan(
    title="Flat rate",
    cost_model=CostModel("flat_rate", Decimal(40)),
    period=(date(2026, 1, 1), date(2027, 12, 31)),
    cost_lines=(cost("Palkat", "staff", "314943"), cost("Flat rate 40 %", "flat_rate", "125977")),
    total=term("yhteensä", "440920"),
    funding=(
        paid("EU", "eu_state", "352736", "80.00"),
        paid("Oma", "own", "85184", "19.32"),
        paid("Kunta", "municipal", "0", "0"),
        paid("Yksityinen", "private", "3000", "0.68"),
    ),
)
YEARS = Plan(
    cost_lines=(
        cost("Palkat", "staff", "509996", {"2021": "71018", "2022": "217316", "2023": "221662"}),
        cost("Ostot", "purchases", "120000", {"2021": "13250", "2022": "66250", "2023": "40500"}),
    ),
    total=term("yhteensä", "629996"),
    funding=(paid("Kunnat", "municipal", "125999", "20"), paid("Valtio", "eu_state", "503997", "80")),
)
SHARED = Plan(
    cost_lines=(cost("Kustannukset", "other", "59953"),),
    total=term("yhteensä", "59953"),
    funding=(
        paid("EAKR", "eu_state", "44966", "75"),
        paid("Kehittämisrahasto", "other_public", "2998", "5"),
        paid("Kaupunki", "municipal", "2991", "5"),
        paid("Yritykset", "private", "9000"),
    ),
)


def judged(plan: Plan) -> list[Relation]:
    return plan_relations(plan, rule_book())


def failing(plan: Plan) -> list[tuple[Kind, Severity]]:
    return [(each.kind, each.severity) for each in judged(plan) if each.status is Status.FAILS]


def with_amount(plan: Plan, row: int, amount: str) -> Plan:
    rows = list(plan.funding)
    rows[row] = replace(rows[row], amount=term(rows[row].label.fi, amount))
    return replace(plan, funding=tuple(rows))


@pytest.mark.parametrize("plan", [FLAT, YEARS], ids=["flat rate", "by year"])
def test_a_plan_that_is_right_is_silent(plan: Plan) -> None:
    assert all(each.severity is Severity.NONE for each in judged(plan))
    assert len(judged(plan)) >= 6


def test_a_sum_that_another_total_would_fit_says_so() -> None:
    (failed,) = [each for each in judged(SHARED) if each.status is Status.FAILS]
    assert failed.kind is Kind.SUM
    assert "Ilmoitetut osuudet sopivat summaan 59 955 €." in failed.message.fi.replace("\xa0", " ")


def test_a_wrong_flat_rate_is_an_error_though_it_rounds_to_40_percent() -> None:
    lines = (FLAT.cost_lines[0], cost("Flat rate 40 %", "flat_rate", "125477"))
    assert failing(replace(FLAT, cost_lines=lines)) == [(Kind.SUM, Severity.ERROR), (Kind.SHARE_OF, Severity.ERROR)]


def test_a_wrong_share_is_an_error_of_the_hundred() -> None:
    rows = (FLAT.funding[0], paid("Oma", "own", "85184", "19.82"), *FLAT.funding[2:])
    assert failing(replace(FLAT, funding=rows)) == [
        (Kind.PERCENTAGE, Severity.WARNING),
        (Kind.SHARES_SUM, Severity.ERROR),
    ]


def test_aid_over_the_assumed_ceiling_is_a_warning_that_names_the_assumption() -> None:
    rows = (paid("EU", "eu_state", "396828", "90.00"), paid("Oma", "own", "44092", "10.00"))
    (warned,) = [each for each in judged(replace(FLAT, funding=rows)) if each.status is Status.FAILS]
    assert (warned.kind, warned.severity) == (Kind.CEILING, Severity.WARNING)
    assert "Säädösperustaa ei ole merkitty; oletuksena 867/2021 4 §" in warned.message.fi


def test_aid_rounded_up_to_a_euro_is_not_over_its_ceiling() -> None:
    judged_by_decree = judged(replace(YEARS, legal_basis="867/2021"))
    (ceiling,) = [each for each in judged_by_decree if each.kind is Kind.CEILING]
    assert (ceiling.status, ceiling.severity) == (Status.HOLDS_ROUNDED, Severity.NONE)


def test_an_unknown_basis_is_not_judged_by_another() -> None:
    assert not [each for each in judged(replace(FLAT, legal_basis="1/1901")) if each.kind is Kind.CEILING]


@pytest.mark.parametrize(
    ("amount", "status"), [("1500", Status.HOLDS), ("750", Status.HOLDS), ("900", Status.NOT_CHECKABLE)]
)
def test_a_flat_rate_of_an_unknown_base_is_tried_on_both(amount: str, status: Status) -> None:
    lines = (
        cost("Palkat", "staff", "50000"),
        cost("Laitteet", "purchases", "50000"),
        cost("1,5 %", "flat_rate", amount),
    )
    plan = Plan(cost_model=CostModel("flat_rate", Decimal("1.5")), cost_lines=lines)
    (found,) = [each for each in judged(plan) if each.kind is Kind.SHARE_OF]
    assert found.status is status
    assert found.severity is (Severity.NOTE if status is Status.NOT_CHECKABLE else Severity.NONE)


def test_purchases_of_work_packages_are_those_of_the_budget() -> None:
    packages = [
        WorkPackage(str(n), "", purchases=term(f"TP{n}", value))
        for n, value in enumerate(("40000", "45000", "10000", "15000"), 1)
    ]
    plan = replace(YEARS, work_packages=(*packages, WorkPackage("5", "")))
    (failed,) = [each for each in judged(plan) if each.status is Status.FAILS]
    assert (failed.severity, failed.difference) == (Severity.ERROR, Decimal(10_000))
    blank = replace(YEARS, work_packages=(*packages, WorkPackage("5", "", purchases=term("TP5", None))))
    assert not failing(blank)


def test_partners_and_years_are_proved_too() -> None:
    wrong_year = cost("Palkat", "staff", "509996", {"2021": "71018", "2022": "217316", "2023": "221663"})
    assert failing(replace(YEARS, cost_lines=(wrong_year, YEARS.cost_lines[1]))) == [(Kind.SUM, Severity.ERROR)]
    partners = (
        Partner("Iisalmi", PartnerRole.LEAD, term("Iisalmi", "300000")),
        Partner("Raahe", PartnerRole.PARTICIPANT),
    )
    assert failing(replace(YEARS, partners=partners)) == [(Kind.SUM, Severity.ERROR)]


def test_a_project_that_ends_before_it_starts_is_warned_of() -> None:
    assert failing(replace(FLAT, period=(date(2027, 1, 1), date(2026, 1, 1)))) == [(Kind.DATE_ORDER, Severity.WARNING)]


def test_a_lump_sum_project_has_a_highest_cost() -> None:
    plan = Plan(cost_model=CostModel("lump_sum"), total=term("yhteensä", "200001"))
    (warned,) = judged(plan)
    assert (warned.kind, warned.status) == (Kind.CEILING, Status.FAILS)
    assert "rakennerahastot.fi/kertakorvaus" in warned.message.sv
