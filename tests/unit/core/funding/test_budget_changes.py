"""A budget change: before and after by line and year, the total, and what refuses it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures.relations import Status
from seutu.core.funding.budget_changes import ChangingLine, asked_of_lines, moved
from seutu.core.funding.plans import CostKind
from seutu.core.funding.spending import FlatRate, SpendingLine

D = Decimal


def test_an_amount_moves_and_the_total_holds() -> None:
    move = moved(ChangingLine("A", D(1000)), ChangingLine("B", D(50)), D(200), source_year=None, target_year=None)
    assert (move.source.after.amount, move.target.after.amount) == (D(800), D(250))
    assert move.total is not None
    assert move.total.status is Status.HOLDS
    assert not move.refused


def test_a_line_with_years_changes_in_one_year() -> None:
    years = {"2026": D(600), "2027": D(400)}
    move = moved(
        ChangingLine("A", D(1000), years),
        ChangingLine("B", None, years),
        D(200),
        source_year="2027",
        target_year="2026",
    )
    assert move.source.after.years == {"2026": D(600), "2027": D(200)}
    assert move.target.after.years == {"2026": D(800), "2027": D(400)}
    assert move.target.after.amount is None
    assert not move.refused
    unchosen = moved(
        ChangingLine("A", D(1000), years), ChangingLine("B", D(1)), D(2), source_year=None, target_year=None
    )
    assert "Choose the year" in unchosen.refused[0].en


def test_too_little_a_blank_line_and_nothing_are_refused() -> None:
    other = ChangingLine("B", D(1))
    for line, amount, words in (
        (ChangingLine("A", D(100)), D(101), "cannot be moved"),
        (ChangingLine("A", None), D(1), "has no amount"),
        (ChangingLine("A", D(100), {"2026": D(10), "2027": D(90)}), D(50), "cannot be moved"),
        (ChangingLine("A", D(100)), D(0), "zero or less"),
    ):
        move = moved(line, other, amount, source_year="2026", target_year=None)
        assert words in move.refused[0].en
    assert (
        "has no amount" in moved(other, ChangingLine("A", None), D(1), source_year=None, target_year=None).refused[0].en
    )


def test_a_line_that_is_used_already_is_asked_about() -> None:
    move = moved(
        ChangingLine("A", D(100), used=D(90)), ChangingLine("B", D(1)), D(20), source_year=None, target_year=None
    )
    assert not move.refused
    assert "is used already" in move.asked[0].en


A_LINE = st.builds(
    lambda amounts, has_amount, used: ChangingLine(
        "A", sum(amounts.values(), D(0)) if has_amount or not amounts else None, amounts, used
    ),
    st.dictionaries(st.sampled_from(["2026", "2027", "2028"]), st.decimals(0, 9999, places=2), max_size=3),
    st.booleans(),
    st.decimals(0, 9999, places=2),
)
YEAR = st.sampled_from([None, "2026", "2027", "2028"])


@given(A_LINE, A_LINE, st.decimals(-100, 9999, places=2), YEAR, YEAR)
def test_what_is_not_refused_moves_exactly_the_amount(
    source: ChangingLine, target: ChangingLine, amount: Decimal, source_year: str | None, target_year: str | None
) -> None:
    move = moved(source, target, amount, source_year=source_year, target_year=target_year)
    if move.refused:
        return
    assert move.total is not None
    assert move.total.status is Status.HOLDS
    gives, gets = move.source, move.target
    assert gives.after.held == (source.held or D(0)) - amount >= 0
    assert gets.after.held == (target.held or D(0)) + amount
    for each in (gives, gets):
        by_year = sum(each.after.years.values(), D(0)) - sum(each.before.years.values(), D(0))
        assert by_year == ((each.after.held or D(0)) - (each.before.held or D(0)) if each.before.years else 0)
        assert all(value >= 0 for value in each.after.years.values())


STAFF = SpendingLine("s", "Palkat", CostKind.STAFF, D(100))
BOUGHT = SpendingLine("p", "Ostot", CostKind.PURCHASES, D(100))
FLAT = SpendingLine("f", "Flat rate", CostKind.FLAT_RATE, D(40))


@pytest.mark.parametrize(
    ("source", "target", "rate", "change"),
    [
        (STAFF, BOUGHT, FlatRate(D(40), "staff"), "−200"),
        (BOUGHT, STAFF, FlatRate(D(40), "staff"), "200"),
        (STAFF, BOUGHT, FlatRate(D(7), "direct"), None),  # both are direct costs
        (STAFF, FLAT, FlatRate(D(40), "staff"), None),  # the flat line itself is changed
        (STAFF, BOUGHT, None, None),
    ],
)
def test_a_flat_rate_of_one_of_the_lines_follows_the_change(
    source: SpendingLine, target: SpendingLine, rate: FlatRate | None, change: str | None
) -> None:
    asked = asked_of_lines(source, target, D(500), flat=rate, repeats=False)
    assert len(asked) == (change is not None)
    if change is not None:
        assert f"muuttuu {change}" in asked[0].fi


def test_partners_and_repeated_lines_are_asked_about() -> None:
    ours, theirs = replace(BOUGHT, partner="A"), replace(BOUGHT, id="q", partner="B")
    asked = asked_of_lines(ours, theirs, D(1), flat=None, repeats=True)
    assert "stands once more" in asked[0].en
    assert "A → B" in asked[1].en
    assert asked_of_lines(ours, replace(theirs, partner="A"), D(1), flat=None, repeats=False) == []
