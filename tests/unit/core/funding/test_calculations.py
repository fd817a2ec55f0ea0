"""What cost lines come to by their own figures, as worked out by hand, and what is said of those that differ."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures import Origin, Qualifier
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.figures.relations.equations import equation
from seutu.core.funding.applied_rules import rules_applied
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.grids import grid_of
from seutu.core.funding.plans import Calculation, CostKind, CostLine, CostModel, Plan, Way
from seutu.core.funding.working_out import worked_out
from seutu.core.text import LANGUAGES, Text
from seutu.rules.funding import rule_book

RULES = rule_book()
D = Decimal
HALF_YEAR = {"quantity": "12", "unit_price": "4500", "work_share": "50"}


def term(value: str | None, unit: str = "EUR", qualifier: Qualifier = Qualifier.EXACT) -> Term:
    return Term(Text.same(""), None if value is None else D(value), unit, qualifier)


def pay(
    label: str, amount: str | None, way: Way | None, *, applied: str | None = None, unit: str = "", **inputs: str
) -> CostLine:
    """Return a line of staff costs, of units one of other costs."""
    kind = CostKind.OTHER if way in {Way.UNITS, None} else CostKind.STAFF
    held = Calculation(way, unit=unit, **{name: term(value) for name, value in inputs.items()})
    asked = None if applied is None else term(applied)
    return CostLine(Text.same(label), kind, term(amount), applied=asked, calculation=held)


def plan(*lines: CostLine, basis: str | None = "867/2021", start: date = date(2026, 6, 1)) -> Plan:
    return worked_out(Plan(legal_basis=basis, period=(start, None), cost_lines=lines), RULES)


def judged(shown: Plan) -> Relation:
    """Return what is said of the one calculation of a plan."""
    (found,) = [each for each in plan_relations(shown, RULES) if each.label.fi.endswith("laskelma")]
    return found


@pytest.mark.parametrize(
    ("line", "amount", "written"),
    [
        # 0.5 × 12 × 4 500 = 27 000; 27 000 × 1.2644 = 34 138.80
        (pay("a", None, Way.FIXED_SHARE, **HALF_YEAR), "34138.80", "50 % × 12 kk × 4 500 € × 1,2644 = 34 138,80 €"),
        # 27 000 × 1.2102 = 32 675.40
        (
            pay("a", None, Way.FIXED_SHARE, **HALF_YEAR, side_costs="21.02"),
            "32675.40",
            "50 % × 12 kk × 4 500 € × 1,2102 = 32 675,40 €",
        ),
        (pay("a", None, Way.FIXED_SHARE, **HALF_YEAR, side_costs="0"), "27000", "50 % × 12 kk × 4 500 € = 27 000 €"),
        # 57 × 4 369.91 × 1.2644 = 314 942.909…
        (
            pay("a", None, Way.PERSON_MONTHS, quantity="57", unit_price="4369.91"),
            "314942.91",
            "57 htkk × 4 369,91 € × 1,2644 = 314 942,91 €",
        ),
        # 100 × 25 × 1.2644 = 3 161
        (pay("a", None, Way.HOURLY_PAY, quantity="100", unit_price="25"), "3161", "100 h × 25 € × 1,2644 = 3 161 €"),
        # 45 000 × 1.2644 = 56 898; ÷ 1 720 = 33.0802…, rounded down 33.08; × 430 = 14 224.40
        (
            pay("a", None, Way.HOURLY_RATE, quantity="430", unit_price="45000", work_share="100"),
            "14224.40",
            "430 h × 33,08 € (45 000 € × 1,2644 / 1 720 h) = 14 224,40 €",
        ),
        # half time: 22 500 × 1.2644 = 28 449; ÷ 860 = 33.0802…
        (
            pay("a", None, Way.HOURLY_RATE, quantity="430", unit_price="22500", work_share="50"),
            "14224.40",
            "430 h × 33,08 € (22 500 € × 1,2644 / (50 % × 1 720 h)) = 14 224,40 €",
        ),
        (
            pay("a", None, Way.UNITS, quantity="12", unit_price="160.50", unit="koulutuspäivää"),
            "1926",
            "12 koulutuspäivää × 160,50 € = 1 926 €",
        ),
    ],
)
def test_a_blank_amount_is_what_its_figures_come_to(line: CostLine, amount: str, written: str) -> None:
    shown = plan(line)
    (worked,) = shown.cost_lines
    assert (worked.amount.value, worked.amount.origin) == (D(amount), Origin.DERIVED)
    relation = judged(shown)
    assert relation.status is Status.HOLDS
    assert equation(relation, "fi").replace("\u00a0", " ") == written
    assert grid_of(shown, [], [relation]).worked == {("cost:0", "amount"): relation}


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        (pay("a", None, Way.FIXED_SHARE, quantity="12", unit_price="4500"), "share of working time"),
        (pay("a", None, Way.FIXED_SHARE, quantity="12", work_share="50"), "monthly pay"),
        (pay("a", None, Way.HOURLY_PAY, unit_price="20"), "hours"),
        (pay("a", None, Way.HOURLY_RATE, quantity="10", work_share="100"), "yearly pay"),
        (pay("a", None, Way.UNITS, quantity="3"), "unit price"),
    ],
)
def test_what_is_missing_is_named_and_never_zero(line: CostLine, needed: str) -> None:
    shown = plan(line)
    assert shown.cost_lines[0].amount.is_blank
    relation = judged(shown)
    assert (relation.status, relation.severity) == (Status.NOT_CHECKABLE, Severity.NOTE)
    assert relation.message.en.startswith(f"a: the calculation still needs: {needed}")


def test_side_costs_that_no_rule_gives_are_asked_for_and_zero_is_zero() -> None:
    line = pay("a", None, Way.PERSON_MONTHS, quantity="2", unit_price="4000")
    later = plan(line, start=date(2027, 1, 1))
    assert later.cost_lines[0].amount.is_blank
    assert "percentage of side costs" in judged(later).message.en
    other = plan(line, basis="758/2021")
    assert other.cost_lines[0].amount.is_blank
    stated = pay("a", None, Way.PERSON_MONTHS, quantity="2", unit_price="4000", side_costs="0")
    assert plan(stated, basis="758/2021").cost_lines[0].amount.value == 8000


def test_hours_of_a_year_are_those_of_the_rules() -> None:
    line = pay("a", None, Way.HOURLY_RATE, quantity="10", unit_price="43000", work_share="100", side_costs="0")
    assert plan(line).cost_lines[0].amount.value == 250
    other = plan(line, basis="758/2021")
    assert other.cost_lines[0].amount.is_blank
    assert "hours of a year" in judged(other).message.en


def test_an_approximate_figure_is_not_calculated_with() -> None:
    line = pay("a", None, Way.PERSON_MONTHS, quantity="2", unit_price="4000")
    assert line.calculation is not None
    about = replace(line.calculation, quantity=term("2", "", Qualifier.ABOUT))
    shown = plan(replace(line, calculation=about))
    assert shown.cost_lines[0].amount.is_blank
    assert judged(shown).message.en == "a: the calculation still needs: person-months."


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("27000", "The amount would be right without side costs: have they been left out?"),
        ("68277.60", "The amount would be right for 100% of working time: has the share been forgotten?"),
        ("31294", "11 months in place of 12 months would be right."),
        ("34897.44", "4 600 € in place of 4 500 € would be right."),
    ],
)
def test_a_stated_amount_that_differs_fails_and_says_what_would_mend_it(stated: str, said: str) -> None:
    relation = judged(plan(pay("Päällikkö", stated, Way.FIXED_SHARE, **HALF_YEAR)))
    assert (relation.kind, relation.status, relation.severity) == (Kind.EQUAL, Status.FAILS, Severity.ERROR)
    assert (relation.stated, relation.computed) == (D(stated), D("34138.80"))
    assert relation.message.en.replace("\u00a0", " ").endswith(said)


def test_an_amount_that_nothing_explains_is_only_told_apart() -> None:
    relation = judged(plan(pay("Päällikkö", "30000.13", Way.FIXED_SHARE, **HALF_YEAR)))
    assert relation.message.fi.replace("\u00a0", " ") == (
        "Päällikkö: 50 % × 12 kk × 4 500 € × 1,2644 = 34 138,80 €, mutta riville on merkitty 30 000,13 €. "
        "Ero on 4 138,67 €."
    )


def test_an_amount_in_whole_euros_holds_rounded() -> None:
    relation = judged(plan(pay("a", "34139", Way.FIXED_SHARE, **HALF_YEAR)))
    assert (relation.status, relation.severity) == (Status.HOLDS_ROUNDED, Severity.NONE)
    assert [mode.value for mode in relation.rounding_modes] == ["half_up", "ceil"]
    assert equation(relation, "fi").replace("\u00a0", " ").endswith("= 34 138,80 € ≈ 34 139 €")


def test_what_was_applied_for_is_what_a_calculation_is_of_where_the_funder_cut() -> None:
    cut = pay("a", "30000", Way.FIXED_SHARE, applied="34138.80", **HALF_YEAR)
    shown = plan(cut)
    assert judged(shown).status is Status.HOLDS
    assert grid_of(shown, [], [judged(shown)]).worked.keys() == {("cost:0", "applied")}
    blank = plan(replace(cut, amount=term(None)))
    assert blank.cost_lines[0].amount.is_blank
    anew = pay("a", "34138.80", Way.FIXED_SHARE, applied="40000", **HALF_YEAR)
    assert judged(plan(anew)).status is Status.HOLDS
    neither = pay("a", "30000", Way.FIXED_SHARE, applied="40000", **HALF_YEAR)
    assert judged(plan(neither)).stated == 40000


def test_years_go_before_the_calculation_and_are_judged_by_it() -> None:
    line = pay("a", None, Way.FIXED_SHARE, **HALF_YEAR)
    dated = replace(line, years={"2026": term("20000"), "2027": term("10000")})
    shown = plan(dated)
    assert shown.cost_lines[0].amount.value == 30000
    assert judged(shown).status is Status.FAILS


def test_the_flat_rate_is_taken_of_worked_out_pay() -> None:
    flat = CostLine(Text.same("Flat rate 40 %"), CostKind.FLAT_RATE, term(None))
    stated = Plan(
        legal_basis="867/2021",
        cost_model=CostModel("flat_rate", D(40)),
        period=(date(2026, 6, 1), None),
        cost_lines=(pay("a", None, Way.FIXED_SHARE, **HALF_YEAR), flat),
    )
    shown = worked_out(stated, RULES)
    # 40 % of 34 138.80 is 13 655.52
    assert [line.amount.value for line in shown.cost_lines] == [D("34138.80"), D("13655.52")]
    assert shown.total is not None
    assert shown.total.value == D("47794.32")


def test_lines_of_a_project_of_unit_costs_are_units() -> None:
    lines = (
        pay("Koulutus", "1800", None, quantity="12", unit_price="160"),
        CostLine(Text.same("Muu"), CostKind.OTHER, term("500")),
        CostLine(Text.same("Tyhjä"), CostKind.OTHER, term(None)),
    )
    shown = Plan(cost_model=CostModel("unit_cost"), cost_lines=lines)
    found = [each for each in plan_relations(shown, RULES) if each.label.fi.endswith("laskelma")]
    assert [(each.status, each.computed) for each in found] == [(Status.FAILS, D(1920)), (Status.NOT_CHECKABLE, None)]
    assert "150 € in place of 160 €" in found[0].message.en.replace("\u00a0", " ")
    assert found[1].message.en.startswith("Muu: the cost model is unit cost")
    actual = replace(shown, cost_model=CostModel("actual"))
    assert not [each for each in plan_relations(actual, RULES) if each.label.fi.endswith("laskelma")]


def test_the_rules_of_pay_are_told_where_they_are_used() -> None:
    months = pay("a", None, Way.PERSON_MONTHS, quantity="2", unit_price="4000")
    own = pay("b", None, Way.PERSON_MONTHS, quantity="2", unit_price="4000", side_costs="24")
    hours = pay("c", None, Way.HOURLY_RATE, quantity="2", unit_price="40000", work_share="100", side_costs="24")

    def named(*lines: CostLine) -> list[str]:
        return [each.rule.name for each in rules_applied(plan(*lines), RULES) if each.rule.name != DEVELOPMENT]

    assert named(months) == ["side_costs"]
    assert named(own) == []
    assert named(own, hours) == ["hours_of_year"]


DEVELOPMENT = "aid_ceiling_development"


def test_one_beneficiary_uses_one_model_of_pay() -> None:
    rated = pay("Asiantuntija", None, Way.HOURLY_RATE, quantity="10", unit_price="43000", work_share="100")
    paid = pay("Päällikkö", None, Way.FIXED_SHARE, **HALF_YEAR)

    def told(*lines: CostLine, basis: str | None = "867/2021") -> list[Relation]:
        return [each for each in plan_relations(plan(*lines, basis=basis), RULES) if each.kind is Kind.LABEL]

    (warning,) = told(rated, paid)
    assert (warning.status, warning.severity) == (Status.FAILS, Severity.WARNING)
    assert "Asiantuntija" in warning.message.fi
    assert told(replace(rated, partner="Silta"), replace(paid, partner="Kaari")) == []
    assert told(paid, pay("Tunnit", None, Way.HOURLY_PAY, quantity="1", unit_price="20")) == []
    assert told(rated, paid, basis="758/2021") == []


money = st.integers(0, 10**8).map(lambda cents: D(cents).scaleb(-2))
figures = st.integers(1, 10**6).map(lambda hundredths: D(hundredths).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda hundredths: D(hundredths).scaleb(-2))


@given(st.sampled_from(Way), figures, money, percents.filter(bool), percents)
def test_what_is_worked_out_always_holds_and_is_written_in_every_language(
    way: Way, quantity: Decimal, price: Decimal, share: Decimal, side_costs: Decimal
) -> None:
    inputs = {"quantity": quantity, "unit_price": price, "work_share": share, "side_costs": side_costs}
    line = pay("a", None, way, **{name: format(value, "f") for name, value in inputs.items()})
    shown = plan(line)
    relation = judged(shown)
    assert relation.status is Status.HOLDS
    assert relation.stated == relation.computed == shown.cost_lines[0].amount.value
    assert all(relation.message.in_language(each) and equation(relation, each) for each in LANGUAGES)


@given(figures, money, percents.filter(bool), percents)
def test_a_share_of_months_is_its_product_to_the_cent(
    months: Decimal, price: Decimal, share: Decimal, side_costs: Decimal
) -> None:
    inputs = {"quantity": months, "unit_price": price, "work_share": share, "side_costs": side_costs}
    line = pay("a", None, Way.FIXED_SHARE, **{name: format(value, "f") for name, value in inputs.items()})
    exact = Fraction(months) * Fraction(price) * Fraction(share) / 100 * (1 + Fraction(side_costs) / 100)
    amount = plan(line).cost_lines[0].amount.number
    assert abs(Fraction(amount) - exact) <= Fraction(1, 200)


@given(figures, money, st.integers(2, 10**6))
def test_an_amount_that_is_off_by_euros_always_fails(quantity: Decimal, price: Decimal, off: int) -> None:
    line = pay("a", None, Way.UNITS, quantity=format(quantity, "f"), unit_price=format(price, "f"))
    amount = plan(line).cost_lines[0].amount.number + off
    relation = judged(plan(replace(line, amount=term(format(amount, "f")))))
    assert (relation.status, relation.difference) == (Status.FAILS, D(off))
