"""Costs in their places: each in one line and one claim, added once, with flat rates that add up to the cent."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures.relations import Severity, Status
from seutu.core.funding.claim_proof import findings_of_claim, proof_of_claim
from seutu.core.funding.claims import Spending, advance_of, aid_of, earned_aid, worked_claims, years_used
from seutu.core.funding.plans import CostKind, FundingKind, FundingRow
from seutu.core.funding.spending import (
    Claim,
    Cost,
    FlatRate,
    SpendingLine,
    by_claim,
    flat_amount,
    flat_of_years,
    placed_costs,
    total,
    used_by_line,
)
from tests.unit.core.funding.test_claims import row

D = Decimal
STAFF, FLAT, PURCHASES, OTHER = CostKind.STAFF, CostKind.FLAT_RATE, CostKind.PURCHASES, CostKind.OTHER
RATE = FlatRate(D(40), "staff")
WHOLE = (
    SpendingLine("s", "Palkat", STAFF, D(80000), {"2026": D(50000), "2027": D(30000)}),
    SpendingLine("p", "Ostopalvelut", PURCHASES, D(20000), {"2026": D(20000)}),
)
PARTS = (
    SpendingLine("sa", "A:n palkat", STAFF, D(50000), partner="A"),
    SpendingLine("sb", "B:n palkat", STAFF, D(30000), partner="B"),
)
CLAIM = Claim("c", "1", date(2026, 1, 1), date(2026, 12, 31))
ROWS = (row(FundingKind.EU_STATE, 80, "80"), row(FundingKind.OWN, 20))


def cost(
    number: int,
    amount: str,
    kind: CostKind = STAFF,
    *,
    partner: str | None = None,
    line: str | None = None,
    day: date = date(2026, 3, 1),
) -> Cost:
    return Cost(str(number), day, kind, f"cost {number}", D(amount), line, partner)


def used(spending: Spending) -> dict[str | None, Decimal]:
    placed = spending.placed()
    return used_by_line(placed, spending.shown_lines(placed), spending.flat)


def test_a_partners_line_that_repeats_the_whole_is_not_added_to_it() -> None:
    costs = (
        cost(1, "100", partner="A"),
        cost(2, "30", line="sb"),
        cost(3, "7"),
        cost(4, "5", PURCHASES, partner="A"),
    )
    spending = Spending(WHOLE, costs, (CLAIM,), parts=PARTS)
    assert used(spending) == {"s": D(137), "p": D(5)}
    (worked,) = worked_claims(spending)
    assert worked.costs == D(142)
    assert [use.line.planned for use in worked.lines if use.line] == [D(80000), D(20000)]
    assert used(replace(spending, partner="A")) == {"sa": D(100), "p": D(5)}
    assert used(replace(spending, partner="B")) == {"sb": D(30)}


def test_of_the_wholes_line_nothing_is_planned_for_one_partner() -> None:
    spending = Spending(WHOLE, (cost(1, "5", PURCHASES, partner="A"),), (CLAIM,), parts=PARTS, partner="A")
    (worked,) = worked_claims(spending)
    assert [(use.line.id, use.line.planned, use.now, use.left) for use in worked.lines if use.line] == [
        ("sa", D(50000), D(0), D(50000)),
        ("p", None, D(5), None),
    ]


def test_a_part_of_several_lines_counts_in_the_sums_and_in_none_of_them() -> None:
    lines = (*WHOLE, SpendingLine("s2", "Johtajan palkka", STAFF, D(1000)))
    spending = Spending(lines, (cost(1, "100", line="sa"),), (CLAIM,), parts=PARTS)
    assert used(spending) == {"s": D(0), "p": D(0), "s2": D(0), None: D(100)}
    (worked,) = worked_claims(spending)
    kinds = {each.kind for each in findings_of_claim(worked, spending.placed(), (None, None))}
    assert kinds == {"part_of_several"}
    alike = replace(spending, parts=(replace(PARTS[0], label="Palkat"),))
    assert used(alike)["s"] == D(100)  # the line of the same name


def test_the_years_of_the_whole_are_planned_once() -> None:
    dated = tuple(replace(line, years={"2026": line.planned or D(0)}) for line in PARTS)
    spending = Spending((replace(WHOLE[0], years={}),), (), (), parts=dated, dated=dated)
    assert [(each.year, each.planned) for each in years_used(spending, [])] == [("2026", D(80000))]
    assert years_used(replace(spending, dated=None), []) == ()  # a line without years tells nothing


@pytest.mark.parametrize(
    ("partner", "line"),
    [("A", "a"), ("B", "common"), ("Lead", "common"), (None, "common")],
)
def test_a_cost_goes_to_its_partners_line_or_to_that_of_nobody(partner: str | None, line: str) -> None:
    lines = (SpendingLine("common", "Palkat", STAFF, D(1)), SpendingLine("a", "Palkat", STAFF, D(1), partner="A"))
    (placed,) = placed_costs([cost(1, "1", partner=partner)], lines, [])
    assert placed.line is not None
    assert placed.line.id == line


def test_a_cost_never_goes_to_another_partners_line() -> None:
    lines = (SpendingLine("a", "Palkat", STAFF, D(1), partner="A"),)
    (placed,) = placed_costs([cost(1, "1", partner="B")], lines, [])
    assert (placed.line, placed.is_counted) == (None, False)
    (nobodys,) = placed_costs([cost(1, "1")], lines, [])
    assert nobodys.line is lines[0]
    (told,) = placed_costs([cost(1, "1", partner="B", line="a")], lines, [])
    assert told.line is lines[0]  # what a person has told stands


def test_a_line_that_is_not_in_the_budget_any_more_is_looked_for_anew() -> None:
    (placed,) = placed_costs([cost(1, "1", line="trashed")], WHOLE, [])
    assert placed.line is WHOLE[0]
    (other,) = placed_costs([cost(2, "1", OTHER, line="trashed")], WHOLE, [])
    assert (other.line, other.is_counted) == (None, False)


def test_another_partners_flat_line_gets_nothing() -> None:
    lines = (
        SpendingLine("a", "Palkat", STAFF, D(1), partner="A"),
        SpendingLine("b", "Palkat", STAFF, D(1), partner="B"),
        SpendingLine("f", "Flat", FLAT, D(1), partner="A"),
    )
    spending = Spending(lines, (cost(1, "10", partner="A"), cost(2, "100", partner="B")), (CLAIM,), flat=RATE)
    assert used(spending) == {"a": D(10), "b": D(100), "f": D(4), None: D(40)}


def test_a_credit_of_no_line_is_not_taken_off_and_it_is_told() -> None:
    costs = (cost(1, "100"), cost(2, "-30", OTHER), cost(3, "20", OTHER))
    spending = Spending(WHOLE, costs, (CLAIM,), flat=RATE)
    (worked,) = worked_claims(spending)
    assert worked.costs == D(140)
    found = {each.kind: each for each in findings_of_claim(worked, spending.placed(), (None, None))}
    assert set(found) == {"no_line", "no_line_credit"}
    assert found["no_line_credit"].ids == ("2",)
    assert "not taken off" in found["no_line_credit"].said.en


def test_costs_from_outside_the_project_are_told_with_the_sum() -> None:
    costs = (cost(1, "100"), cost(2, "50", day=date(2026, 1, 1)))
    spending = Spending(WHOLE, costs, (CLAIM,))
    (worked,) = worked_claims(spending)
    (found,) = findings_of_claim(worked, spending.placed(), (date(2026, 2, 1), date(2026, 12, 31)))
    assert (found.kind, found.ids) == ("outside_project", ("2",))
    assert "50" in found.said.fi


def test_a_rejected_claim_is_not_judged_and_its_costs_are_free() -> None:
    rejected = replace(CLAIM, id="r", number="0", state="rejected", claimed=D(999))
    spending = Spending(WHOLE, (cost(1, "100"),), (rejected, replace(CLAIM, claimed=D(80))), ROWS, D(100))
    worked = {each.claim.id: each for each in worked_claims(spending)}
    proofs = {key: proof_of_claim(spending, each, spending.placed()) for key, each in worked.items()}
    assert (worked["r"].costs, proofs["r"].status, proofs["r"].severity) == (
        D(0),
        Status.NOT_CHECKABLE,
        Severity.NONE,
    )
    assert (worked["c"].costs, proofs["c"].status) == (D(100), Status.HOLDS)


def test_a_year_outside_the_budget_is_over_by_all_that_is_used() -> None:
    spending = Spending(WHOLE, (cost(1, "10", day=date(2028, 1, 5)),), ())
    years = {each.year: each for each in years_used(spending, spending.placed())}
    assert (years["2028"].planned, years["2028"].used, years["2028"].left) == (D(0), D(10), D(-10))


def test_the_flat_rate_of_claims_adds_up_to_what_is_used() -> None:
    """Three claims of 0.66 have flat parts of 0.26 each; 40 % of all would be 0.79."""
    claims = tuple(Claim(str(at), str(at), date(2026, at, 1), date(2026, at, 28)) for at in (1, 2, 3))
    costs = tuple(cost(at, "0.66", day=date(2026, at, 5)) for at in (1, 2, 3))
    spending = Spending((*WHOLE, SpendingLine("f", "Flat", FLAT, D(1))), costs, claims, ROWS, D(100), RATE)
    assert [each.flat[0].amount for each in worked_claims(spending)] == [D("0.26")] * 3
    assert used(spending)["f"] == D("0.78")
    assert [each.used for each in years_used(spending, spending.placed())] == [D("2.76")]
    aids = [each.aid for each in worked_claims(spending)]
    assert earned_aid(spending, date(2026, 12, 31)) == total(each for each in aids if each is not None) == D("2.19")
    assert earned_aid(spending, date(2026, 1, 31)) == D("0.73")


def test_what_is_over_a_line_may_be_left_out_with_its_flat_part() -> None:
    lines = (replace(WHOLE[0], planned=D(1000)), SpendingLine("f", "Flat", FLAT, D(9000)))
    claim = replace(CLAIM, claimed=D("1120.00"))  # 80 % of 1 000 and of its flat part
    spending = Spending(lines, (cost(1, "1500"),), (claim,), ROWS, D(100), RATE)
    (worked,) = worked_claims(spending)
    assert worked.costs == D(2100)
    assert "and its flat part, are left out" in proof_of_claim(spending, worked, spending.placed()).message.en


def test_shares_of_more_than_the_whole_are_not_known() -> None:
    over = (row(FundingKind.EU_STATE, 80, "80"), row(FundingKind.MUNICIPAL, 25, "25"), row(FundingKind.OWN, 5))
    (worked,) = worked_claims(Spending(WHOLE, (cost(1, "100"),), (CLAIM,), over, D(110)))
    assert (worked.shares, worked.aid) == ((), None)


def test_a_partners_percentage_is_of_its_own_budget_only() -> None:
    """In the whole's plan 100 % of a partner's 20 is a fifth of 100, not all of it."""
    partner = replace(row(FundingKind.OWN, 20, "100"), partner="A")
    rows: tuple[FundingRow, ...] = (row(FundingKind.EU_STATE, 70, "70"), partner, row(FundingKind.OWN, 10))
    (worked,) = worked_claims(Spending(WHOLE, (cost(1, "1000"),), (CLAIM,), rows, D(100)))
    assert [each.amount for each in worked.shares] == [D(700), D(200), D(100)]


def test_blank_lines_and_no_costs_give_dashes_and_zeros() -> None:
    blank = Spending((SpendingLine("s", "Palkat", STAFF, None),), (), (CLAIM,), ROWS, D(100), RATE)
    (worked,) = worked_claims(blank)
    assert (worked.costs, worked.aid, worked.lines[0].left, worked.lines[0].over) == (D(0), D(0), None, D(0))
    assert worked.kinds == ()


LINE_SETS = (
    ((), ()),
    (WHOLE, ()),
    (WHOLE, PARTS),
    ((*WHOLE, SpendingLine("f", "Flat", FLAT, D(1000))), PARTS),
    (PARTS, ()),
    (
        (
            *PARTS,
            SpendingLine("fa", "Flat", FLAT, D(1), partner="A"),
            SpendingLine("fb", "Flat", FLAT, D(1), partner="B"),
        ),
        (),
    ),
    ((*WHOLE, SpendingLine("s2", "Muut palkat", STAFF, D(10))), PARTS),
)
A_COST = st.builds(
    lambda at, cents, kind, partner, line, day: Cost(
        str(at), date(2026, 1, 1) + timedelta(days=day), kind, "x", D(cents) / 100, line, partner
    ),
    st.integers(),
    st.integers(-500000, 900000),
    st.sampled_from(list(CostKind)),
    st.sampled_from([None, "A", "B", "C"]),
    st.sampled_from([None, None, "s", "sa", "sb", "p"]),
    st.integers(0, 900),
)
A_CLAIM = st.builds(
    lambda at, start, days, state: Claim(
        str(at),
        str(at),
        date(2026, 1, 1) + timedelta(days=start),
        date(2026, 1, 1) + timedelta(days=start + days),
        state,
    ),
    st.integers(0, 10**6),
    st.integers(0, 700),
    st.integers(0, 400),
    st.sampled_from(["draft", "paid", "rejected"]),
)
SPENDINGS = st.builds(
    lambda lines, costs, claims, flat: Spending(
        lines[0], tuple(costs), tuple(claims), ROWS, D(100), flat, lines[1], None, None
    ),
    st.sampled_from(LINE_SETS),
    st.lists(A_COST, max_size=8, unique_by=lambda each: each.id),
    st.lists(A_CLAIM, max_size=4, unique_by=lambda each: each.id),
    st.sampled_from([None, RATE, FlatRate(D(7), "direct"), FlatRate(D("33.333"), "staff")]),
)


@given(SPENDINGS)
def test_no_cost_is_counted_twice_or_lost(spending: Spending) -> None:
    placed = spending.placed()
    counted = total(each.cost.amount for each in placed if each.is_counted)
    worked = worked_claims(spending)
    unclaimed = [each for each in placed if each.claim is None]
    of_none = used_by_line(unclaimed, spending.lines, spending.flat)
    for key, amount in used(spending).items():
        in_claims = total(
            use.now for each in worked for use in each.lines if (use.line.id if use.line else None) == key
        )
        assert in_claims + of_none.get(key, D(0)) == amount
    flat = total(part.amount for each in worked for part in each.flat)
    paid = total(each.amount for one in worked for each in one.kinds)
    assert total(used(spending).values()) == paid + flat + total(of_none.values())
    assert paid + total(each.cost.amount for each in unclaimed if each.is_counted) == counted
    assert total(each.used for each in years_used(spending, placed)) == total(used(spending).values())
    assert len({each.cost.id for group in by_claim(placed) for each in group}) == len(spending.costs)


@given(SPENDINGS)
def test_partners_add_up_to_the_whole(spending: Spending) -> None:
    whole = spending.placed()
    partners = {each.partner for each in whole if each.partner}
    of_them = [each for partner in sorted(partners) for each in replace(spending, partner=partner).placed()]
    nobodys = [each for each in whole if not each.partner]
    assert sorted(each.cost.id for each in [*of_them, *nobodys]) == sorted(each.cost.id for each in whole)
    counted = {each.cost.id: each.is_counted for each in whole}
    assert all(each.is_counted is counted[each.cost.id] for each in of_them)


@given(SPENDINGS)
def test_a_claim_is_paid_for_to_the_cent(spending: Spending) -> None:
    for each in worked_claims(spending):
        assert total(share.amount for share in each.shares) == each.costs
        aid = aid_of(each.shares)
        assert aid is not None
        assert 0 <= Fraction(each.costs) * 80 / 100 - Fraction(aid) < Fraction(1, 100)


@given(
    st.dictionaries(st.sampled_from([str(year) for year in range(2020, 2030)]), st.decimals(-9999, 9999, places=2)),
    st.sampled_from(["40", "7", "1.5", "33.333", "0"]),
)
def test_the_years_of_a_flat_rate_are_its_whole(bases: dict[str, Decimal], percent: str) -> None:
    years = flat_of_years(bases, D(percent))
    assert total(years.values()) == flat_amount(total(bases.values()), D(percent))
    for year, base in bases.items():
        assert abs(Fraction(years[year]) - Fraction(base) * Fraction(percent) / 100) < Fraction(1, 100)


def test_aid_that_cannot_be_worked_out_is_not_zero() -> None:
    costs = (cost(1, "100"), cost(2, "50", day=date(2026, 9, 1)))
    spending = Spending(WHOLE, costs, (CLAIM,), (), D(100))
    assert earned_aid(spending, date(2026, 12, 31)) is None
    assert earned_aid(spending, date(2020, 1, 1)) == 0
    day = date(2026, 12, 31)
    unknown = advance_of(day=day, received=D(90), earned=None, granted=D(100), ceiling=D(30))
    assert (unknown.ahead, unknown.limit) == (None, D(30))
