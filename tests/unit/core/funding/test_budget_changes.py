"""A budget change: before and after by line and year, the total, and what refuses it."""

from decimal import Decimal

from seutu.core.figures.relations import Status
from seutu.core.funding.budget_changes import ChangingLine, moved

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
