"""Sums, means and spread of assessors' points, exact until they are written."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.funding.scoring import Scoring, difference, spread, to_hundredth

NINE = tuple(str(number) for number in range(1, 10))


def scored(*points: int) -> dict[str, Decimal]:
    return {key: Decimal(value) for key, value in zip(NINE, points, strict=False)}


def test_nine_criteria_of_three_points() -> None:
    found = Scoring(NINE, {"a": scored(3, 2, 2, 2, 3, 2, 2, 2, 2), "b": scored(3, 3, 2, 2, 3, 2, 2, 2, 2)})
    assert [found.total_of("a"), found.total_of("b")] == [20, 21]
    total = found.total
    assert total is not None
    assert (total.count, total.printed_mean, total.low, total.high) == (2, Decimal("20.5"), 20, 21)
    assert difference(Decimal(20), total) == Decimal("-0.5")


def test_who_has_not_finished_is_not_in_the_mean_of_sums_but_in_that_of_a_criterion() -> None:
    found = Scoring(NINE, {"a": scored(3, 2, 2, 2, 3, 2, 2, 2, 2), "b": scored(0)})
    assert found.finished == ("a",)
    assert found.total is not None
    assert found.total.mean == 20
    first = found.spread_of("1")
    assert first is not None
    assert (first.count, first.mean) == (2, Fraction(3, 2))
    assert found.spread_of("none") is None


def test_nothing_is_finished_without_criteria() -> None:
    assert Scoring((), {"a": {}}).finished == ()
    assert Scoring((), {"a": {}}).total is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 300), "0"),
        (20, "20"),
    ],
)
def test_a_mean_is_written_to_a_hundredth(value: Fraction, written: str) -> None:
    assert str(to_hundredth(Fraction(value))) == written


@given(st.lists(st.decimals(min_value=0, max_value=9999, places=2), min_size=1, max_size=20))
def test_the_mean_lies_between_the_least_and_the_most(values: list[Decimal]) -> None:
    found = spread(values)
    assert found is not None
    assert found.low <= found.mean <= found.high
    assert found.mean * len(values) == sum(Fraction(each) for each in values)
    assert found.is_rounded == (Fraction(found.printed_mean) != found.mean)
