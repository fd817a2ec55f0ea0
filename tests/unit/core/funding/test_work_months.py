"""Person-months of pay lines taken from the work plan, or compared with it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from seutu.core.figures import Origin
from seutu.core.figures.relations import Relation, Severity, Status, Term
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import Assigned, Calculation, CostKind, CostLine, Plan, Way
from seutu.core.funding.working_out import worked_out
from seutu.core.text import Text
from seutu.rules.funding import rule_book

RULES = rule_book()
D = Decimal


def term(value: str | None, unit: str = "EUR") -> Term:
    return Term(Text.same(""), None if value is None else D(value), unit)


def line(role: str, months: str | None, *, partner: str | None = None, share: str | None = None) -> CostLine:
    way = Way.PERSON_MONTHS if share is None else Way.FIXED_SHARE
    held = Calculation(
        way,
        quantity=None if months is None else term(months, ""),
        unit_price=term("4000"),
        work_share=None if share is None else term(share, "%"),
        side_costs=term("25", "%"),
    )
    return CostLine(Text.same(role), CostKind.STAFF, term(None), partner=partner, calculation=held)


def given(role: str, months: str | None, partner: str | None = None) -> Assigned:
    return Assigned(role, partner, None if months is None else D(months))


def plan(*lines: CostLine, work: tuple[Assigned, ...]) -> Plan:
    return worked_out(Plan(period=(date(2026, 6, 1), None), cost_lines=lines, assigned=work), RULES)


def compared(shown: Plan) -> list[Relation]:
    return [each for each in plan_relations(shown, RULES) if "henkilötyökuukaudet kustannus" in each.label.fi]


def amount_of(shown: Plan) -> Decimal | None:
    value = shown.cost_lines[0].amount.value
    return value if isinstance(value, Decimal) else None


def test_months_that_a_line_leaves_blank_are_those_of_the_work_plan() -> None:
    shown = plan(
        line("Projektipäällikkö", None), work=(given("projektipäällikkö ", "4"), given("Projektipäällikkö", "2.5"))
    )
    # 6.5 × 4 000 × 1.25 = 32 500
    assert amount_of(shown) == 32500
    calculation = shown.cost_lines[0].calculation
    assert calculation is not None
    assert calculation.quantity is not None
    assert calculation.quantity.origin is Origin.DERIVED
    assert compared(shown) == []


def test_months_that_are_not_sure_are_not_taken() -> None:
    role = "Asiantuntija"
    assert amount_of(plan(line(role, None), work=(given(role, "4"), given(role, None)))) is None
    assert amount_of(plan(line(role, None), work=(given("Johtaja", "4"),))) is None
    assert amount_of(plan(line(role, None), line(role, None), work=(given(role, "4"),))) is None
    assert amount_of(plan(line(role, None, partner="Silta"), work=(given(role, "4", "Kaari"),))) is None
    assert amount_of(plan(line(role, None, share="50"), work=(given(role, "4"),))) is None


def test_a_line_of_the_whole_stands_for_every_partner_unless_partners_have_their_own() -> None:
    work = (given("Asiantuntija", "4", "Silta"), given("Asiantuntija", "2", "Kaari"))
    assert amount_of(plan(line("Asiantuntija", None), work=work)) == 30000
    own = plan(line("Asiantuntija", None, partner="Silta"), line("Asiantuntija", None), work=work)
    assert [each.amount.value for each in own.cost_lines] == [D(20000), None]


def test_months_that_both_state_are_compared() -> None:
    work = (given("Asiantuntija", "4", "Silta"), given("Asiantuntija", "2.5", "Silta"))
    (same,) = compared(plan(line("Asiantuntija", "6.5", partner="Silta"), work=work))
    assert (same.status, same.severity) == (Status.HOLDS, Severity.NONE)
    (other,) = compared(plan(line("Asiantuntija", "7", partner="Silta"), work=work))
    assert (other.status, other.severity) == (Status.FAILS, Severity.WARNING)
    assert other.message.fi.replace("\u00a0", " ") == (
        "Asiantuntija: kustannusarviossa on 7 htkk ja työnjaossa 6,5 htkk. Tarkista kumpi pitää, ja korjaa toinen."
    )
    together = plan(line("Asiantuntija", "4"), line("Asiantuntija", "5", share="50"), work=work)
    assert [each.status for each in compared(together)] == [Status.HOLDS]
    assert compared(replace(together, assigned=())) == []


def test_a_share_that_cannot_be_written_whole_is_compared_to_a_hundredth() -> None:
    (thirds,) = compared(plan(line("Asiantuntija", "12", share="33.33"), work=(given("Asiantuntija", "4"),)))
    assert thirds.status is Status.HOLDS
