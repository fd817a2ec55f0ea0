"""Hours beside planned person-months: exact sums, over the plan, and months that nobody told."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.programmes.worked_hours import HoursStanding, month_spells, planned_hours, untold_months
from seutu.core.programmes.workloads import NegativeWorkError

YEAR = Decimal(1720)


@pytest.mark.parametrize(
    ("months", "hours"),
    [("57", Fraction(8170)), ("1", Fraction(430, 3)), ("0", Fraction(0)), ("0.5", Fraction(215, 3))],
)
def test_a_person_month_is_a_twelfth_of_the_hours_of_a_year(months: str, hours: Fraction) -> None:
    assert planned_hours(Decimal(months), YEAR) == hours


def test_less_than_no_work_is_refused() -> None:
    with pytest.raises(NegativeWorkError):
        planned_hours(Decimal(-1), YEAR)


def test_what_is_used_and_left_is_exact() -> None:
    standing = HoursStanding(planned_hours(Decimal(6), YEAR), Decimal(430))
    assert (standing.used, standing.left, standing.is_over) == (Fraction(50), Fraction(430), False)


def test_more_than_planned_is_over() -> None:
    standing = HoursStanding(Fraction(860), Decimal("860.5"))
    assert (standing.left, standing.is_over) == (Fraction(-1, 2), True)


def test_exactly_the_plan_is_not_over() -> None:
    assert not HoursStanding(Fraction(860), Decimal(860)).is_over


@pytest.mark.parametrize("standing", [HoursStanding(None, Decimal(1)), HoursStanding(Fraction(1), None)])
def test_of_the_unknown_nothing_is_told(standing: HoursStanding) -> None:
    assert (standing.used, standing.left, standing.is_over) == (None, None, False)


def test_hours_where_nothing_was_planned_are_over_without_a_share() -> None:
    standing = HoursStanding(Fraction(0), Decimal(3))
    assert (standing.used, standing.is_over) == (None, True)


def test_only_months_that_are_over_can_be_missing() -> None:
    missing = untold_months(date(2025, 11, 15), date(2026, 6, 30), told=[(2025, 12)], until=date(2026, 2, 28))
    assert missing == [(2025, 11), (2026, 1)]


def test_nothing_is_missing_before_the_work_begins() -> None:
    assert untold_months(date(2026, 5, 1), date(2026, 6, 30), told=[], until=date(2026, 2, 28)) == []


def test_spells_go_over_the_turn_of_the_year() -> None:
    months = [(2026, 1), (2025, 12), (2026, 3)]
    assert month_spells(months) == [((2025, 12), (2026, 1)), ((2026, 3), (2026, 3))]


@given(st.sets(st.tuples(st.integers(2020, 2030), st.integers(1, 12))))
def test_spells_hold_every_month_once(months: set[tuple[int, int]]) -> None:
    held = [
        (number // 12, number % 12 + 1)
        for (first, month), (last, end) in month_spells(sorted(months))
        for number in range(first * 12 + month - 1, last * 12 + end)
    ]
    assert sorted(held) == sorted(months)
    assert len(held) == len(set(held))
