"""Ten thousand random budgets, to the euro and to the cent: what is worked out adds up exactly, whatever is put in."""

import os
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seutu.core.figures.relations import RoundingMode
from seutu.core.funding.budgets import (
    CENT,
    EURO,
    OverfundedError,
    Source,
    flat_by_year,
    flat_cost,
    fund,
    printed_shares,
    spread,
)

pytestmark = pytest.mark.soak
BUDGETS: Final = 10_000 if os.environ.get("SEUTU_SOAK") == "all" else 1_000
YEARS: Final = [str(year) for year in range(2021, 2033)]

steps = st.sampled_from([EURO, CENT])
percents = st.one_of(
    st.sampled_from([Decimal(each) for each in ("0", "1.5", "7", "15", "26.44", "40", "66.67", "80", "100")]),
    st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2)),
)
modes = st.sampled_from(RoundingMode)


def amounts(step: Decimal, highest: int = 10**10) -> st.SearchStrategy[Decimal]:
    return st.integers(0, highest).map(
        lambda cents: Decimal(cents).scaleb(-2) if step == CENT else Decimal(cents // 100)
    )


@settings(max_examples=BUDGETS)
@given(st.data(), steps, modes, percents)
def test_a_flat_rate_is_within_a_step_of_its_share(
    data: st.DataObject, step: Decimal, mode: RoundingMode, percent: Decimal
) -> None:
    base = data.draw(amounts(step))
    cost = flat_cost(base, percent, step=step, mode=mode)
    exact = Fraction(base) * Fraction(percent) / 100
    assert cost % step == 0
    assert abs(Fraction(cost) - exact) <= (Fraction(step) / 2 if "half" in mode.value else Fraction(step))


@settings(max_examples=BUDGETS)
@given(st.data(), steps, percents)
def test_the_years_of_a_flat_rate_add_up_to_it(data: st.DataObject, step: Decimal, percent: Decimal) -> None:
    years = data.draw(st.lists(st.sampled_from(YEARS), min_size=1, unique=True))
    staff = {year: data.draw(amounts(step)) for year in years}
    costs = flat_by_year(staff, percent, step=step)
    assert list(costs) == years
    assert sum(costs.values(), Decimal(0)) == flat_cost(sum(staff.values(), Decimal(0)), percent, step=step)
    assert all(cost >= 0 and cost % step == 0 for cost in costs.values())


@settings(max_examples=BUDGETS)
@given(st.data(), steps)
def test_the_sources_are_the_total_exactly(data: st.DataObject, step: Decimal) -> None:
    total = data.draw(amounts(step))
    given_sources = [
        Source(f"{number}", percent=data.draw(percents), rounding=data.draw(modes))
        if data.draw(st.booleans())
        else Source(f"{number}", amount=data.draw(amounts(step, 10**8)))
        for number in range(data.draw(st.integers(0, 5)))
    ]
    at = data.draw(st.integers(0, len(given_sources)))
    sources = [*given_sources[:at], Source("rest"), *given_sources[at:]]
    try:
        funded, excess = fund(total, sources, step=step), None
    except OverfundedError as error:
        funded, excess = {}, error.excess
    if excess is not None:
        assert excess > 0
        return
    assert list(funded) == [source.name for source in sources]
    assert sum(funded.values(), Decimal(0)) == total
    assert funded["rest"] >= 0
    for source in given_sources:
        if source.percent is not None:
            exact = Fraction(total) * Fraction(source.percent) / 100
            assert abs(Fraction(funded[source.name]) - exact) < step or funded[source.name] == exact
        else:
            assert funded[source.name] == source.amount


@settings(max_examples=BUDGETS)
@given(st.data(), steps, st.integers(0, 4))
def test_printed_shares_add_up_to_a_hundred(data: st.DataObject, step: Decimal, decimals: int) -> None:
    rows = data.draw(st.lists(amounts(step), min_size=1, max_size=15))
    assume(any(rows))
    total, unit = sum(rows, Decimal(0)), Fraction(1, 10**decimals)
    shares = printed_shares(rows, decimals=decimals)
    assert sum(shares, Decimal(0)) == 100
    for amount, share in zip(rows, shares, strict=True):
        assert -share.as_tuple().exponent == decimals
        assert abs(Fraction(share) - Fraction(amount) * 100 / Fraction(total)) < unit


@settings(max_examples=BUDGETS)
@given(st.data(), steps)
def test_the_parts_of_a_total_add_up_to_it(data: st.DataObject, step: Decimal) -> None:
    total = data.draw(amounts(step))
    weights = data.draw(st.lists(amounts(CENT), min_size=1, max_size=12))
    parts = spread(total, weights, step=step)
    assert sum(parts, Decimal(0)) == total
    whole = sum(weights, Decimal(0))
    for part, weight in zip(parts, weights, strict=True):
        share = Fraction(weight) / Fraction(whole) if whole else Fraction(1, len(weights))
        assert abs(Fraction(part) - Fraction(total) * share) < step
