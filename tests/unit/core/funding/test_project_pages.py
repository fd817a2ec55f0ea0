"""The three figures of a project on one page, and its partners by role."""

from dataclasses import replace
from decimal import Decimal

from seutu.core.figures import Origin
from seutu.core.funding.plans import Partner, PartnerRole, Plan
from seutu.core.funding.project_pages import by_role, largest_source, money_in_short
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


def test_money_through_partners_is_counted_once_and_its_largest_source_named() -> None:
    own = (paid("EU", "eu_state", "800"), paid("Oma", "own", "200"))
    parts = tuple(
        replace(paid(label, kind, amount), partner=partner)
        for label, kind, amount, partner in (
            ("EU", "eu_state", "500", "A"), ("EU", "eu_state", "300", "B"), ("Oma", "own", "200", "B"),
        )
    )  # fmt: skip
    for rows in (own, parts, (*own, *parts)):
        plan = Plan(total=term("Yhteensä", "1000"), funding=rows)
        assert [figure and figure.value for _, figure in money_in_short(plan)] == [
            Decimal(each) for each in (1000, 800, 200)
        ]
        most = largest_source(plan)
        assert most is not None
        assert (most[0].fi, most[1] and most[1].value) == ("EU", Decimal("80.00"))


def test_the_largest_source_keeps_its_printed_share_and_has_none_beside_a_blank() -> None:
    printed, blank = paid("EU", "eu_state", "80", "79.9"), paid("Oma", "own", None)
    found = [largest_source(Plan(funding=rows)) for rows in ((printed, blank), (paid("EU", "eu_state", "80"), blank))]
    assert [each and (each[1] and each[1].value) for each in found] == [Decimal("79.9"), None]
    assert largest_source(Plan(funding=(blank,))) is None


def test_partners_stand_by_role_the_lead_first() -> None:
    partners = [Partner("A", PartnerRole.PARTICIPANT), Partner("B", PartnerRole.LEAD), Partner("C", PartnerRole.LEAD)]
    assert by_role(partners) == [(PartnerRole.LEAD, ["B", "C"]), (PartnerRole.PARTICIPANT, ["A"])]
