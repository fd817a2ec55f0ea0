"""Staff costs by unit cost and by pay with standard side costs, with the dated rules they are worked out by."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.funding.budgets import CENT, NegativeFigureError
from seutu.core.funding.rulebook import Confidence
from seutu.core.funding.staff_costs import (
    NoRuleError,
    factor_of,
    hourly_rate,
    hours_of_year,
    monthly_hours,
    paid_work,
    side_cost_rate,
    unit_costs,
    yearly_cost,
)
from seutu.rules.funding import rule_book

RULES = rule_book()
BASIS = "867/2021"
money = st.integers(0, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


def test_the_rules_are_dated_and_say_how_sure_they_are() -> None:
    hours = hours_of_year(RULES, basis=BASIS, on=date(2025, 1, 1))
    assert (hours.value, hours.confidence) == (Decimal(1720), Confidence.HIGH)
    rate = side_cost_rate(RULES, basis=BASIS, on=date(2026, 6, 1))
    assert (rate.value, rate.base, rate.confidence) == (Decimal("26.44"), "pay", Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("basis", "on"), [(BASIS, date(2025, 12, 31)), (BASIS, date(2027, 1, 1)), ("1/1901", date(2026, 6, 1))]
)
def test_another_year_or_basis_has_no_percentage(basis: str, on: date) -> None:
    with pytest.raises(NoRuleError, match="side_costs") as error:
        side_cost_rate(RULES, basis=basis, on=on)
    assert (error.value.basis, error.value.on) == (basis, on)


def test_an_hour_costs_its_part_of_the_year() -> None:
    assert hourly_rate(Decimal(51600), Decimal(1720)) == Decimal(30)
    assert hourly_rate(Decimal(25800), Decimal(1720), share=Decimal("0.5")) == Decimal(30)
    assert hourly_rate(Decimal(51617), Decimal(1720)) == Decimal("30.00")
    assert unit_costs(Decimal(430), Decimal(30)) == Decimal(12900)
    assert unit_costs(Decimal("7.5"), Decimal("33.33")) == Decimal("249.98")
    assert monthly_hours(Decimal(1720)) == Fraction(430, 3)


def test_work_that_is_paid_is_rounded_once() -> None:
    # 0.5 × 12 × 4 500 × 1.2644 = 34 138.80; 1 × 0.01 × 1.5 = 0.015, half up 0.02
    assert paid_work(Decimal(12), Decimal(4500), Decimal("26.44"), share=Decimal("0.5")) == Decimal("34138.80")
    assert paid_work(Decimal(1), Decimal("0.01"), Decimal(50)) == Decimal("0.02")
    assert yearly_cost(Decimal(45000), Decimal("26.44")) == Decimal(56898)
    assert factor_of(Decimal("26.44")) == Decimal("1.2644")


def test_what_is_negative_or_has_no_hours_is_refused() -> None:
    for write in (
        lambda: hourly_rate(Decimal(-1), Decimal(1720)),
        lambda: unit_costs(Decimal(1), Decimal(-1)),
        lambda: paid_work(Decimal(1), Decimal(1), Decimal(-1)),
        lambda: yearly_cost(Decimal(-1), Decimal(1)),
    ):
        with pytest.raises(NegativeFigureError):
            write()
    for hours, share in ((Decimal(0), Decimal(1)), (Decimal(1720), Decimal(0))):
        with pytest.raises(ValueError, match="hours"):
            hourly_rate(Decimal(1), hours, share=share)


@given(money, st.integers(1, 4000).map(Decimal))
def test_the_hours_of_a_year_never_cost_more_than_it(cost: Decimal, hours: Decimal) -> None:
    rate = hourly_rate(cost, hours)
    assert 0 <= cost - unit_costs(hours, rate) < hours * CENT
