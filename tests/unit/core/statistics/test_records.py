import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seutu.core.statistics import Grain, Ratio, grain_of


@pytest.mark.parametrize(
    ("period", "grain"), [("2016", Grain.YEAR), ("2023-10", Grain.MONTH), ("2023-Q1", Grain.QUARTER)]
)
def test_the_grain_is_read_from_the_period(period: str, grain: Grain) -> None:
    assert grain_of(period) is grain


@pytest.mark.parametrize(("top", "bottom"), [(None, 2.0), (1.0, None), (1.0, 0.0), (None, None)])
def test_a_ratio_without_both_parts_has_no_value(top: float | None, bottom: float | None) -> None:
    assert Ratio("a", "b").of(top, bottom) is None


def test_a_zero_numerator_is_a_value() -> None:
    assert Ratio("a", "b").of(0.0, 5.0) == 0.0


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_economic_dependency_is_the_rest_against_the_employed(people: int, employed: int) -> None:
    assume(employed <= people)
    expected = (people - employed) / employed * 100
    assert Ratio("p", "e", 100, -100).of(people, employed) == pytest.approx(expected, abs=1e-6)
