"""What follows from a plan's stated figures, and the grid it is laid out in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from seutu.core.figures import Origin
from seutu.core.figures.relations import Kind, Severity, Status, Term
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.funding.budget_tables import cost_table, costs_total, funding_table, funding_total
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.grids import grid_of
from seutu.core.funding.plans import CostKind, CostLine, CostModel, FundingKind, FundingRow, Partner, PartnerRole, Plan
from seutu.core.funding.project_pages import money_in_short
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.working_out import worked_out
from seutu.core.text import Text
from seutu.rules.funding import rule_book

RULES = rule_book()


class Known(RuleBook):
    """A rule book by which every flat rate is taken of staff costs."""

    def __init__(self) -> None:
        super().__init__(RULES.sets.values())

    def base_of_flat_rate(self, rate: Decimal, *, basis: str | None, on: date) -> str | None:
        return "staff"


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


def split(*, total: str | None, parts: tuple[str, ...] = ("600", "400"), partners: tuple[Partner, ...] = ()) -> Plan:
    lines = [line("Palkat", CostKind.STAFF, part, partner=str(at)) for at, part in enumerate(parts)]
    return Plan(
        cost_lines=(line("Palkat", CostKind.STAFF, "1000"), *lines),
        total=None if total is None else euros(total),
        partners=partners,
    )


def sum_of_lines(plan: Plan) -> Decimal | None:
    return grid_of(plan, (), ()).costs["amount"].value


def test_partners_lines_that_add_up_to_the_wholes_line_are_its_parts() -> None:
    worked = worked_out(split(total=None), RULES)
    assert worked.total is not None
    assert (worked.total.value, sum_of_lines(worked)) == (Decimal(1000), Decimal(1000))
    assert {each.status for each in plan_relations(worked, RULES)} == {Status.HOLDS}


def test_a_stated_total_tells_whether_partners_lines_are_parts() -> None:
    assert sum_of_lines(split(total="1000", parts=("600",))) == Decimal(1000)
    assert sum_of_lines(split(total="1600", parts=("600",))) == Decimal(1600)
    assert sum_of_lines(split(total="2000")) == Decimal(2000)
    for total, parts in (("1000", ("600",)), ("1600", ("600",)), ("2000", ("600", "400"))):
        assert {each.status for each in plan_relations(split(total=total, parts=parts), RULES)} == {Status.HOLDS}


def test_what_cannot_be_told_is_all_counted_and_said() -> None:
    plan = split(total=None, parts=("600",))
    assert sum_of_lines(plan) == Decimal(1600)
    (told,) = plan_relations(plan, RULES)
    assert (told.status, told.severity) == (Status.NOT_CHECKABLE, Severity.NOTE)
    assert "600" in told.message.en
    assert "State the project's total" in told.message.en


def test_parts_of_every_partner_that_do_not_add_up_to_the_whole_are_an_error() -> None:
    both = (Partner("0", PartnerRole.LEAD), Partner("1", PartnerRole.PART))
    wrong = [each for each in plan_relations(split(total="1000", parts=("600", "300"), partners=both), RULES)
             if each.status is Status.FAILS]  # fmt: skip
    assert [(each.stated, each.computed) for each in wrong] == [(Decimal(1000), Decimal(900))]
    some = (*both, Partner("2", PartnerRole.PART))
    found = plan_relations(split(total="1000", parts=("600", "300"), partners=some), RULES)
    assert {each.status for each in found} == {Status.HOLDS}


def test_lines_of_other_kinds_stand_beside_those_that_are_parts() -> None:
    plan = replace(split(total=None), cost_model=CostModel("flat_rate", Decimal(40)), legal_basis="867/2021")
    beside = line("Laitteet", CostKind.PURCHASES, "50", partner="0")
    plan = replace(plan, cost_lines=(*plan.cost_lines, beside, line("Flat", CostKind.FLAT_RATE, None)))
    worked = worked_out(plan, RULES)
    assert worked.cost_lines[-1].amount.value == Decimal(400)
    assert worked.total is not None
    assert worked.total.value == Decimal(1450)


def test_aid_through_the_whole_and_its_partners_is_judged_once() -> None:
    plan = Plan(
        legal_basis="867/2021",
        total=euros("1000"),
        funding=(
            row("EU", FundingKind.EU_STATE, "800"),
            row("Oma", FundingKind.OWN, "200"),
            row("EU", FundingKind.EU_STATE, "500", partner="Iisalmi"),
            row("EU", FundingKind.EU_STATE, "300", partner="Raahe"),
        ),
    )
    (ceiling,) = [each for each in plan_relations(plan, RULES) if each.kind is Kind.CEILING]
    assert (ceiling.status, ceiling.computed) == (Status.HOLDS, Decimal(800))


def dated_by(amount: str | None, first: str, second: str) -> Plan:
    return Plan(
        cost_model=CostModel("flat_rate", Decimal(40)),
        legal_basis="867/2021",
        cost_lines=(
            line("Palkat", CostKind.STAFF, amount, y2026=first, y2027=second),
            line("Flat", CostKind.FLAT_RATE, None),
        ),
    )


def test_years_of_the_flat_rate_are_in_steps_of_its_amount() -> None:
    flat = worked_out(dated_by(None, "100.50", "100.50"), RULES).cost_lines[1]
    assert flat.amount.value == Decimal(80)
    assert [term.value for term in flat.years.values()] == [Decimal(40), Decimal(40)]


def test_years_that_miss_their_amount_give_the_flat_rate_no_years() -> None:
    worked = worked_out(dated_by("100000", "40000", "50000"), RULES)
    assert (worked.cost_lines[1].amount.value, worked.cost_lines[1].years) == (Decimal(40000), {})
    assert [each.label.en for each in plan_relations(worked, RULES) if each.status is Status.FAILS] == [
        "Palkat by year"
    ]


def three(first: str, second: str) -> list[Decimal]:
    plan = Plan(
        funding=(
            row("EU", FundingKind.EU_STATE, "352736", first),
            row("Oma", FundingKind.OWN, "85184", second),
            row("Muu", FundingKind.PRIVATE, "3000"),
        )
    )
    return [each.share.number for each in worked_out(plan, RULES).funding if each.share is not None]


def test_one_missing_share_is_what_is_left_only_where_the_others_are_right() -> None:
    assert three("80.00", "19.32")[-1] == Decimal("0.68")
    assert three("80", "19")[-1] == Decimal(1)
    assert three("80.00", "19.82")[-1] == Decimal("0.68")
    assert three("75.00", "19.32")[-1] == Decimal("0.68")
    assert three("80.01", "19.32")[-1] == Decimal("0.68")


amounts = st.integers(0, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=6), st.integers(0, 10_000))
def test_the_years_of_a_derived_flat_line_add_up_to_it(paid: list[tuple[Decimal, Decimal]], rate: int) -> None:
    lines = (line(str(at), CostKind.STAFF, None, y2026=str(a), y2027=str(b)) for at, (a, b) in enumerate(paid))
    worked = worked_out(
        Plan(
            cost_model=CostModel("flat_rate", Decimal(rate).scaleb(-2)),
            cost_lines=(*lines, line("Flat", CostKind.FLAT_RATE, None)),
        ),
        Known(),
    )
    flat = worked.cost_lines[-1]
    assert sum((term.number for term in flat.years.values()), Decimal(0)) == flat.amount.number
    assert not [each for each in plan_relations(worked, Known()) if each.severity is Severity.ERROR]


@given(
    st.lists(st.lists(amounts, min_size=1, max_size=4), min_size=1, max_size=4),
    st.lists(st.lists(amounts, min_size=1, max_size=4), min_size=1, max_size=4),
    st.sampled_from(["stated", "worked out"]),
)
def test_parts_that_repeat_the_whole_change_no_total(
    costs: list[list[Decimal]], money: list[list[Decimal]], told: str
) -> None:
    kinds, sources = list(CostKind), list(FundingKind)
    lines = [line("", kinds[at], str(sum(parts))) for at, parts in enumerate(costs)]
    rows = [row(str(at), sources[at], str(sum(parts))) for at, parts in enumerate(money)]
    total = sum((each.amount.number for each in lines), Decimal(0))
    alone = Plan(cost_lines=tuple(lines), funding=tuple(rows), total=euros(str(total)) if told == "stated" else None)
    own = [line("", kinds[at], str(part), partner=str(no)) for at, parts in enumerate(costs)
           for no, part in enumerate(parts)]  # fmt: skip
    through = [row(str(at), sources[at], str(part), partner=str(no)) for at, parts in enumerate(money)
               for no, part in enumerate(parts)]  # fmt: skip
    both = replace(alone, cost_lines=(*lines, *own), funding=(*rows, *through))
    assume(sum((each.amount.number for each in (*rows, *through)), Decimal(0)) != total)
    assert sums_of(both) == sums_of(alone)


def sums_of(plan: Plan) -> list[Decimal | None]:
    """Return every total that the places which add up a plan give of it."""
    worked = worked_out(plan, RULES)
    grid = grid_of(worked, (), ())
    tables = (cost_table(worked), funding_table(worked))
    printed = [table.rows[-1].figures[0] for table in tables]
    terms = (
        worked.total,
        costs_total(plan),
        funding_total(plan),
        *printed,
        *(term for _, term in money_in_short(plan)),
    )
    return [*(each.value for each in (grid.costs["amount"], grid.funding["amount"])),
            *(None if each is None else each.number for each in terms)]  # fmt: skip
