"""The three figures of a project on one page, and its partners by role."""

from decimal import Decimal

from seutu.core.figures import Origin
from seutu.core.funding.plans import Partner, PartnerRole, Plan
from seutu.core.funding.project_pages import by_role, money_in_short
from tests.unit.core.funding.plan_rows import cost, paid, term


def test_the_figures_are_as_stated_and_derived_where_there_are_several_rows() -> None:
    plan = Plan(
        total=term("Yhteensä", "440920"),
        funding=(paid("EU", "eu_state", "352736"), paid("Oma", "own", "85184"), paid("Muu", "private", "3000")),
    )
    figures = [(term and (term.value, term.origin)) for _, term in money_in_short(plan)]
    assert figures == [
        (Decimal(440920), Origin.STATED),
        (Decimal(352736), Origin.STATED),
        (Decimal(88184), Origin.DERIVED),
    ]


def test_costs_without_a_total_are_those_of_the_lines_and_nothing_is_nothing() -> None:
    (_, costs), (_, aid), (_, others) = money_in_short(Plan(cost_lines=(cost("A", "other", "5"),) * 2))
    assert costs is not None
    assert (costs.value, costs.origin) == (Decimal(10), Origin.DERIVED)
    assert (aid, others) == (None, None)


def test_partners_stand_by_role_the_lead_first() -> None:
    partners = [Partner("A", PartnerRole.PARTICIPANT), Partner("B", PartnerRole.LEAD), Partner("C", PartnerRole.LEAD)]
    assert by_role(partners) == [(PartnerRole.LEAD, ["B", "C"]), (PartnerRole.PARTICIPANT, ["A"])]
