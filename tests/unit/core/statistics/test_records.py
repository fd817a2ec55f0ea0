import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seutu.core.statistics import Change, Grain, Ratio, grain_of


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


@pytest.mark.parametrize(("period", "start"), [("2016", "2011"), ("2023-10", "2018-10"), ("2023-Q1", "2018-Q1")])
def test_a_change_is_held_against_the_same_part_of_an_earlier_year(period: str, start: str) -> None:
    assert Change("a", 5, relative=True).start_of(period) == start


@pytest.mark.parametrize(
    ("then", "now", "relative", "change"),
    [
        (80.0, 100.0, True, 25.0),
        (80.0, 100.0, False, 20.0),
        (80.0, 0.0, True, -100.0),
        (None, 100.0, False, None),
        (80.0, None, True, None),
        (0.0, 5.0, True, None),
        (-4.0, 5.0, True, None),
        (-4.0, 5.0, False, 9.0),
    ],
)
def test_a_change_is_relative_or_in_the_same_unit(
    then: float | None,
    now: float | None,
    relative: bool,  # noqa: FBT001  # a case's own column
    change: float | None,
) -> None:
    assert Change("a", 5, relative).between(then, now) == change
