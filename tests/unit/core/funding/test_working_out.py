"""What follows from a plan's stated figures, and the grid it is laid out in."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures import Origin
from seutu.core.figures.relations import Severity, Term
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.grids import grid_of
from seutu.core.funding.plans import CostKind, CostLine, CostModel, FundingKind, FundingRow, Partner, PartnerRole, Plan
from seutu.core.funding.working_out import worked_out
from seutu.core.text import Text
from seutu.rules.funding import rule_book

RULES = rule_book()


def euros(value: str | None) -> Term:
    return Term(Text.same(""), None if value is None else Decimal(value), EUR)


def line(label: str, kind: CostKind, amount: str | None, *, partner: str | None = None, **years: str) -> CostLine:
    by_year = {name.removeprefix("y"): euros(value) for name, value in years.items()}
    return CostLine(Text.same(label), kind, euros(amount), years=by_year, partner=partner)


def row(
    label: str, kind: FundingKind, amount: str | None, share: str | None = None, partner: str | None = None
) -> FundingRow:
    printed = None if share is None else Term(Text.same(label), Decimal(share), PERCENT)
    return FundingRow(Text.same(label), kind, euros(amount), share=printed, partner=partner)


def glow(*, flat: str | None = None, total: str | None = None) -> Plan:
    return Plan(
        title="GLOW",
        legal_basis="867/2021",
        cost_model=CostModel("flat_rate", Decimal(40)),
        cost_lines=(
            line("Palkkakustannukset", CostKind.STAFF, "314943"),
            line("Flat rate 40 %", CostKind.FLAT_RATE, flat),
        ),
        total=None if total is None else euros(total),
        funding=(
            row("EU ja valtio", FundingKind.EU_STATE, "352736"),
            row("Oma", FundingKind.OWN, "85184"),
            row("Yksityinen", FundingKind.PRIVATE, "3000"),
        ),
    )


def test_salaries_and_forty_per_cent_give_the_whole_budget() -> None:
    worked = worked_out(glow(), RULES)
    assert worked.cost_lines[1].amount.value == Decimal(125977)
    assert worked.cost_lines[1].amount.origin is Origin.DERIVED
    assert worked.total is not None
    assert worked.total.value == Decimal(440920)
    assert [each.share.value for each in worked.funding if each.share] == [
        Decimal("80.00"),
        Decimal("19.32"),
        Decimal("0.68"),
    ]
    assert not [each for each in plan_relations(worked, RULES) if each.severity is Severity.ERROR]


def test_what_is_stated_stays_as_stated_also_where_it_is_wrong() -> None:
    worked = worked_out(glow(flat="125978", total="440920"), RULES)
    assert worked.cost_lines[1].amount.value == Decimal(125978)
    assert worked.total is not None
    assert worked.total.origin is Origin.STATED
    assert [each for each in plan_relations(worked, RULES) if each.severity is Severity.ERROR]


def test_years_make_the_line_and_the_flat_rate_has_years_of_its_own() -> None:
    plan = Plan(
        cost_model=CostModel("flat_rate", Decimal(40)),
        legal_basis="867/2021",
        cost_lines=(
            line("Palkat", CostKind.STAFF, None, y2026="100000", y2027="50001"),
            line("Flat", CostKind.FLAT_RATE, None),
        ),
    )
    worked = worked_out(plan, RULES)
    assert worked.cost_lines[0].amount.value == Decimal(150001)
    assert worked.cost_lines[1].amount.value == Decimal(60000)
    assert [term.value for term in worked.cost_lines[1].years.values()] == [Decimal(40000), Decimal(20000)]


def test_a_share_gives_its_amount_and_one_row_takes_the_rest() -> None:
    plan = Plan(
        total=euros("629996"),
        funding=(row("Ministeriö", FundingKind.EU_STATE, None, "80"), row("Kunnat", FundingKind.MUNICIPAL, None)),
    )
    worked = worked_out(plan, RULES)
    assert [each.amount.value for each in worked.funding] == [Decimal(503996), Decimal(126000)]


def test_a_blank_that_does_not_follow_stays_blank() -> None:
    plan = Plan(cost_lines=(line("Palkat", CostKind.STAFF, None), line("Ostot", CostKind.PURCHASES, "5")))
    worked = worked_out(plan, RULES)
    assert worked.cost_lines[0].amount.is_blank
    assert worked.total is None


def test_a_partners_own_funding_is_proved_by_its_own_budget() -> None:
    plan = Plan(
        cost_lines=(
            line("Osahanke", CostKind.OTHER, "59953", partner="Kuopio", y2017="24095", y2018="22252", y2019="13606"),
        ),
        funding=(
            row("EAKR ja valtio", FundingKind.EU_STATE, None, "80"),
            row("Kunnat", FundingKind.MUNICIPAL, None, "18.9"),
            row("Muu julkinen", FundingKind.OTHER_PUBLIC, None, "0.6"),
            row("Yksityinen", FundingKind.PRIVATE, None, "5.5"),
            row("EAKR ja valtio", FundingKind.EU_STATE, "44966", "75", "Kuopio"),
            row("Kehittämisrahasto", FundingKind.OTHER_PUBLIC, "2998", "5", "Kuopio"),
            row("Omarahoitus", FundingKind.MUNICIPAL, "2991", "5", "Kuopio"),
            row("Yksityinen", FundingKind.PRIVATE, "9000", None, "Kuopio"),
        ),
        partners=(Partner("Kehittämisyhtiö", PartnerRole.LEAD), Partner("Kuopio", PartnerRole.PART)),
    )
    assert worked_out(plan, RULES).total is None
    found = plan_relations(worked_out(plan, RULES), RULES)
    wrong = [each for each in found if each.severity is Severity.ERROR]
    assert [(each.stated, each.computed) for each in wrong] == [
        (Decimal(100), Decimal("105.0")),
        (Decimal(59953), Decimal(59955)),
    ]


def test_each_failing_relation_stands_at_its_cell() -> None:
    plan = worked_out(
        Plan(
            cost_lines=(line("Palkat", CostKind.STAFF, "300", y2026="100", y2027="100"),),
            total=euros("400"),
        ),
        RULES,
    )
    grid = grid_of(plan, ("2026", "2027"), plan_relations(plan, RULES))
    assert {key for key, told in grid.spoken.items() if told} == {("cost:0", "amount"), ("total", "budget_total")}
    assert grid.costs["2026"].value == Decimal(100)


def test_a_total_shows_its_equation() -> None:
    plan = Plan(cost_lines=(line("a", CostKind.STAFF, "71018"), line("b", CostKind.OTHER, "217316")))
    grid = grid_of(plan, (), ())
    assert grid.costs["amount"].equation("fi") == "71\u00a0018 + 217\u00a0316 = 288\u00a0334"


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12), st.integers(0, 100))
def test_whatever_is_worked_out_holds(salaries: list[int], rate: int) -> None:
    lines = tuple(line(str(at), CostKind.STAFF, str(amount)) for at, amount in enumerate(salaries))
    plan = Plan(
        legal_basis="867/2021",
        cost_model=CostModel("flat_rate", Decimal(40)),
        cost_lines=(*lines, line("flat", CostKind.FLAT_RATE, None)),
        funding=(
            row("EU", FundingKind.EU_STATE, None, str(rate)),
            row("Oma", FundingKind.OWN, None),
        ),
    )
    worked = worked_out(plan, RULES)
    assert worked.total is not None
    paid = sum(each.amount.number for each in worked.funding)
    assert paid == worked.total.number
    told = [each for each in plan_relations(worked, RULES) if each.severity is Severity.ERROR]
    assert not told, told
