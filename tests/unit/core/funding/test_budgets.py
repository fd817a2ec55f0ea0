"""Budgets that are worked out add up, to the euro and to the printed hundredth, whatever is put in."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.figures.relations import RoundingMode, Severity
from seutu.core.funding.budgets import (
    CENT,
    NegativeFigureError,
    OverfundedError,
    Source,
    flat_by_year,
    flat_cost,
    fund,
    printed_shares,
    spread,
)
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import CostModel, Plan
from seutu.rules.funding import rule_book
from tests.unit.core.funding.plan_rows import cost, paid, term

euros = st.integers(0, 50_000_000).map(Decimal)
percents = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


def test_the_salaries_of_an_application_give_its_whole_budget() -> None:
    staff = Decimal(314943)
    flat = flat_cost(staff, Decimal(40))
    funding = fund(
        staff + flat, [Source("EU", percent=Decimal(80)), Source("oma"), Source("yritykset", amount=Decimal(3000))]
    )
    assert (flat, staff + flat) == (Decimal(125977), Decimal(440920))
    assert dict(funding) == {"EU": Decimal(352736), "oma": Decimal(85184), "yritykset": Decimal(3000)}
    assert printed_shares(list(funding.values())) == (Decimal("80.00"), Decimal("19.32"), Decimal("0.68"))


def test_aid_is_rounded_down_and_the_rest_is_own() -> None:
    funding = fund(Decimal(629996), [Source("ministeriö", percent=Decimal(80)), Source("kunnat")])
    assert dict(funding) == {"ministeriö": Decimal(503996), "kunnat": Decimal(126000)}
    up = Source("ministeriö", percent=Decimal(80), rounding=RoundingMode.HALF_UP)
    assert dict(fund(Decimal(629996), [up, Source("kunnat")])) == {
        "ministeriö": Decimal(503997),
        "kunnat": Decimal(125999),
    }


def test_years_of_a_flat_rate_add_up_to_that_of_the_whole() -> None:
    years = flat_by_year({"2026": Decimal(101), "2027": Decimal(101), "2028": Decimal(101)}, Decimal(40))
    assert sum(years.values()) == flat_cost(Decimal(303), Decimal(40)) == Decimal(121)
    assert flat_by_year({}, Decimal(40)) == {}


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [("100", "111", "34 33 33"), ("10", "000", "4 3 3"), ("7", "210", "5 2 0"), ("0", "12", "0 0")],
)
def test_what_is_divided_goes_to_the_largest_remainders(total: str, weights: str, parts: str) -> None:
    assert spread(Decimal(total), [Decimal(weight) for weight in weights]) == tuple(map(Decimal, parts.split()))


@settings(max_examples=1000)
@given(
    st.lists(euros, min_size=1, max_size=8),
    percents.filter(lambda percent: percent <= 80),
    st.lists(st.integers(0, 1000).map(Decimal), max_size=3),
    st.sampled_from([Decimal(1), CENT]),
)
def test_a_budget_that_is_worked_out_proves_itself(
    staff: list[Decimal], percent: Decimal, fixed: list[Decimal], step: Decimal
) -> None:
    base = sum(staff, Decimal(0))
    flat = flat_cost(base, Decimal(40), step=step)
    total = base + flat
    sources = [
        Source("aid", percent=percent),
        *(Source(f"fixed {n}", amount=each) for n, each in enumerate(fixed)),
        Source("own"),
    ]
    try:
        funding = fund(total, sources, step=step)
    except OverfundedError:
        assert sum(fixed, Decimal(0)) + total * percent / 100 > total - 1
        return
    assert sum(funding.values(), Decimal(0)) == total
    shares = printed_shares(list(funding.values()))
    kinds = ["eu_state", *["private"] * len(fixed), "own"]
    plan = Plan(
        cost_model=CostModel("flat_rate", Decimal(40)),
        cost_lines=(
            *(cost(str(n), "staff", str(each)) for n, each in enumerate(staff)),
            cost("flat", "flat_rate", str(flat)),
        ),
        total=term("total", str(total)),
        funding=tuple(
            paid(name, kind, str(amount), str(share))
            for (name, amount), kind, share in zip(funding.items(), kinds, shares, strict=True)
        ),
    )
    assert not [
        each for each in plan_relations(plan, rule_book()) if each.severity in {Severity.ERROR, Severity.WARNING}
    ]


@settings(max_examples=1000)
@given(st.lists(euros, min_size=1, max_size=12), st.integers(0, 3))
def test_printed_shares_add_up_to_a_hundred(amounts: list[Decimal], decimals: int) -> None:
    shares = printed_shares(amounts, decimals=decimals)
    total = sum(amounts, Decimal(0))
    assert sum(shares, Decimal(0)) == (100 if total else 0)
    for amount, share in zip(amounts, shares, strict=True):
        assert abs(share * total - 100 * amount) < total * Decimal(1).scaleb(-decimals) or not total


@settings(max_examples=1000)
@given(euros, st.lists(euros, min_size=1, max_size=12))
def test_what_is_spread_adds_up_and_is_within_a_step(total: Decimal, weights: list[Decimal]) -> None:
    parts = spread(total, weights)
    assert sum(parts, Decimal(0)) == total
    whole = sum(weights, Decimal(0))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - total * weight) < whole or not whole


def test_what_cannot_be_worked_out_is_refused() -> None:
    with pytest.raises(OverfundedError) as over:
        fund(Decimal(100), [Source("a", amount=Decimal(120)), Source("own")])
    assert over.value.excess == 20
    with pytest.raises(ValueError, match="takes the rest"):
        fund(Decimal(100), [Source("a", amount=Decimal(100))])
    with pytest.raises(NegativeFigureError):
        flat_cost(Decimal(-1), Decimal(40))
    with pytest.raises(ValueError, match="nothing to divide"):
        spread(Decimal(1), [])
    with pytest.raises(ValueError, match="no whole number"):
        spread(Decimal("1.5"), [Decimal(1)])
