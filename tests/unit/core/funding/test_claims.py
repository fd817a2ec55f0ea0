"""Claims worked out from costs: to the cent, each cost once, and every difference explained by what makes it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures.relations import Severity, Status, Term
from seutu.core.funding.claim_proof import check_advance, check_granted, findings_of_claim, proof_of_claim
from seutu.core.funding.claims import Spending, WorkedClaim, advance_of, shares_of, worked_claims
from seutu.core.funding.plans import CostKind, FundingKind, FundingRow
from seutu.core.funding.spending import Claim, Cost, FlatRate, SpendingLine, flat_years, used_by_line
from seutu.core.text import Text

D = Decimal
LINES = (
    SpendingLine("s", "Palkat", CostKind.STAFF, D(314943), {"2026": D(200000), "2027": D(114943)}),
    SpendingLine("f", "Flat rate", CostKind.FLAT_RATE, D(125977)),
)
STAFF_YEARS = LINES[:1]
FIRST = Claim("a", "1", date(2026, 1, 1), date(2026, 3, 31))


def row(kind: FundingKind, amount: int, share: str | None = None) -> FundingRow:
    label = Text.same(kind.value)
    return FundingRow(label, kind, Term(label, D(amount), "EUR"), Term(label, D(share), "%") if share else None)


ROWS = (
    row(FundingKind.EU_STATE, 352736, "80.00"),
    row(FundingKind.OWN, 85184),
    row(FundingKind.PRIVATE, 3000),
)


def cost(number: int, day: date, amount: str, kind: CostKind = CostKind.STAFF, **more: str) -> Cost:
    return Cost(str(number), day, kind, f"cost {number}", D(amount), **more)


COSTS = (
    cost(1, date(2026, 1, 31), "10000.33"),
    cost(2, date(2026, 2, 28), "10000.33"),
    cost(3, date(2026, 4, 1), "5000"),
    cost(4, date(2026, 2, 2), "700", CostKind.PURCHASES),
)
SPENDING = Spending(LINES, COSTS, (FIRST,), ROWS, D(440920), FlatRate(D(40), "staff"))


def said(spending: Spending, claimed: str, *, at: int = 0) -> tuple[Status, str]:
    claims = tuple(
        replace(each, claimed=D(claimed)) if place == at else each for place, each in enumerate(spending.claims)
    )
    now = replace(spending, claims=claims)
    proof = proof_of_claim(now, worked_claims(now)[at], now.placed())
    return proof.status, proof.message.en


def only(spending: Spending) -> WorkedClaim:
    (worked,) = worked_claims(spending)
    return worked


def test_a_claim_adds_the_flat_part_and_rounds_the_aid_down_to_the_cent() -> None:
    worked = only(SPENDING)
    assert worked.costs == D("28000.92")  # 20 000,66 and 40 % of it, 8 000,264 half up
    assert [each.amount for each in worked.flat] == [D("8000.26")]
    assert worked.aid == D("22400.73")  # 22 400,736 down
    assert [each.amount for each in worked.shares] == [D("22400.73"), D("5409.67"), D("190.52")]
    assert sum(each.amount for each in worked.shares) == worked.costs


def test_the_entered_figure_holds_to_the_cent_or_in_whole_euros() -> None:
    assert said(SPENDING, "22400.73")[0] is Status.HOLDS
    assert said(SPENDING, "22400")[0] is Status.HOLDS_ROUNDED
    assert said(SPENDING, "22400.50")[0] is Status.FAILS


@pytest.mark.parametrize(
    ("claimed", "words"),
    [
        ("28000.92", "the costs have been entered as claimed"),
        ("22960.73", "in no line of the budget"),  # 80 % of 700 more
        ("28000.73", "from after the period"),  # 80 % of 5 000 and its flat part more
        ("16000.53", "the flat part"),  # without 80 % of 8 000,26
        ("28560.74", "in no line"),  # two reasons at once
        ("1", "None of the costs explains it"),
    ],
)
def test_a_difference_is_told_with_what_makes_it(claimed: str, words: str) -> None:
    status, message = said(SPENDING, claimed)
    assert status is Status.FAILS
    assert words in message


def test_a_cost_of_two_periods_belongs_to_the_first_claim() -> None:
    second = Claim("b", "2", date(2026, 2, 15), date(2026, 4, 30))
    both = replace(SPENDING, claims=(second, FIRST))
    first, later = worked_claims(both)
    assert first.claim.id == "a"
    assert later.costs == D(7000)
    assert "twice" in {each.kind for each in findings_of_claim(later, both.placed(), (None, None))}
    assert "in an earlier claim already" in said(replace(both, claims=(FIRST, second)), "16800.36", at=1)[1]
    freed = replace(both, claims=(replace(FIRST, state="rejected"), second))
    assert worked_claims(freed)[1].costs == D("21000.46")


def test_costs_over_the_line_are_told_and_explain_a_lower_claim() -> None:
    tight = replace(SPENDING, lines=(replace(LINES[0], planned=D(20000)), LINES[1]))
    worked = only(tight)
    assert worked.lines[0].over == D("0.66")
    assert "over_line" in {each.kind for each in findings_of_claim(worked, tight.placed(), (None, None))}
    tighter = replace(SPENDING, lines=(replace(LINES[0], planned=D(15000)), LINES[1]))
    assert "over the budget of the line" in said(tighter, "18400.20")[1]


def test_credits_lessen_the_costs_and_their_flat_part() -> None:
    credited = replace(SPENDING, costs=(*COSTS, cost(5, date(2026, 3, 1), "-1000")))
    worked = only(credited)
    assert worked.kinds[0].credits == D(-1000)
    assert worked.costs == D("26600.92")
    assert "are not taken off" in said(credited, "22400.73")[1]


def test_what_the_flat_rate_pays_is_not_counted_twice() -> None:
    booked = replace(SPENDING, costs=(*COSTS, cost(6, date(2026, 3, 2), "300", CostKind.FLAT_RATE)))
    assert only(booked).costs == D("28000.92")
    assert "flat_booked" in {each.kind for each in findings_of_claim(only(booked), booked.placed(), (None, None))}


def test_each_partner_has_its_own_flat_line() -> None:
    lines = (
        SpendingLine("s1", "Palkat", CostKind.STAFF, D(1000), partner="A"),
        SpendingLine("s2", "Palkat", CostKind.STAFF, D(1000), partner="B"),
        SpendingLine("f1", "Flat", CostKind.FLAT_RATE, D(400), partner="A"),
        SpendingLine("f2", "Flat", CostKind.FLAT_RATE, D(400), partner="B"),
    )
    costs = (cost(1, date(2026, 1, 1), "100", partner="A"), cost(2, date(2026, 1, 2), "10", partner="B"))
    spending = Spending(lines, costs, (FIRST,), flat=FlatRate(D(40), "staff"))
    used = used_by_line(spending.placed(), lines, spending.flat)
    assert used == {"s1": D(100), "s2": D(10), "f1": D(40), "f2": D(4)}


def test_years_are_planned_only_when_every_line_has_them() -> None:
    assert [each.planned for each in only(SPENDING).years] == [None]
    dated = replace(SPENDING, lines=STAFF_YEARS)
    year, later = only(dated).years
    assert (year.planned, year.used, later.used) == (D(200000), D("28000.92"), D(0))
    assert year.left == D("171999.08")


def test_a_claim_without_aid_or_figure_is_not_judged() -> None:
    proof = proof_of_claim(SPENDING, only(SPENDING), SPENDING.placed())
    assert proof.status is Status.NOT_CHECKABLE
    assert "No claimed figure" in proof.message.en
    unfunded = replace(SPENDING, rows=())
    assert proof_of_claim(unfunded, only(unfunded), unfunded.placed()).status is Status.NOT_CHECKABLE


def test_an_advance_over_its_ceiling_is_told() -> None:
    day = date(2026, 3, 31)
    over = advance_of(day=day, received=D(120000), earned=D("10000"), granted=D(352736), ceiling=D(30))
    assert (over.ahead, over.limit) == (D(110000), D("105820.80"))
    assert check_advance(over, None).severity is Severity.WARNING
    within = advance_of(day=day, received=D(110000), earned=D(10000), granted=D(352736), ceiling=D(30))
    assert check_advance(within, None).status is Status.HOLDS
    unknown = advance_of(day=day, received=D(1), earned=D(0), granted=None, ceiling=D(30))
    assert check_advance(unknown, None).status is Status.NOT_CHECKABLE


def test_more_aid_than_was_granted_is_told() -> None:
    assert check_granted([only(SPENDING)], D(22400)).status is Status.FAILS
    assert check_granted([only(SPENDING)], D("22400.73")).status is Status.HOLDS


@given(
    st.lists(st.decimals(-50000, 50000, places=2), min_size=1, max_size=12),
    st.sampled_from(["40", "7", "1.5", "33.333"]),
)
def test_sources_and_years_always_add_up(amounts: list[Decimal], percent: str) -> None:
    costs = tuple(cost(at, date(2026 + at % 3, 1 + at % 12, 1), str(amount)) for at, amount in enumerate(amounts))
    claim = Claim("a", "1", date(2026, 1, 1), date(2029, 1, 1))
    flat = FlatRate(D(percent), "staff")
    spending = Spending(LINES, costs, (claim,), ROWS, D(440920), flat)
    worked = only(spending)
    assert sum((each.amount for each in shares_of(worked.costs, ROWS, D(440920))), D(0)) == worked.costs
    assert worked.costs == sum((use.now for use in worked.lines), D(0))
    if all(amount >= 0 for amount in amounts):
        assert sum(flat_years(spending.placed(), LINES, flat).values(), D(0)) == worked.flat[0].amount
        assert sum((each.used for each in worked.years), D(0)) == worked.costs
