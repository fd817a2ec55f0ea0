"""Outliers: how far they are moved, what is logged, and that ties never overrun the limit."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.indices.moments import kurtosis, skewness
from seutu.core.indices.recipes import Limits, Transformation
from seutu.core.indices.treatment import Treatment, transformed, treated_column

EVEN = [float(number) for number in range(1, 21)]


def column(*last: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([*EVEN, *last])


def test_skewness_and_kurtosis_are_those_of_spreadsheets() -> None:
    figures = np.array([3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0])
    assert skewness(figures) == pytest.approx(0.359543071)  # SKEW of the same cells
    assert kurtosis(figures) == pytest.approx(-0.151799637)  # KURT of the same cells
    assert math.isnan(skewness(np.array([1.0, 1.0, 1.0])))
    assert math.isnan(kurtosis(np.array([1.0, 2.0, 3.0])))


def test_an_outlier_is_moved_to_the_next_figure_and_logged() -> None:
    moved, log = treated_column(column(500.0), Limits())
    assert moved.tolist() == [*EVEN, 20.0]
    assert [(each.step, each.rows) for each in log] == [(Treatment.WINSORISED, (20,))]
    assert log[0].before.skew > 2 > log[0].after.skew
    low, _ = treated_column(-column(500.0), Limits())
    assert low.tolist() == (-moved).tolist()


def test_figures_that_pass_and_those_that_are_skipped_stay_as_they_are() -> None:
    assert treated_column(column(21.0), Limits())[1] == []
    assert treated_column(column(500.0), Limits(skip=True))[1] == []
    forced, log = treated_column(column(21.0), Limits(force=True))
    assert log[0].step is Treatment.TRANSFORMED
    assert forced.tolist() != column(21.0).tolist()


def test_equal_outliers_that_do_not_all_fit_stay_and_the_column_is_transformed() -> None:
    figures = column(500.0, 500.0, 500.0)
    limits = Limits(winmax=2, kurt=-3.0)
    moved, log = treated_column(figures, limits)
    assert [each.step for each in log] == [Treatment.TRANSFORMED]
    assert moved.tolist() == pytest.approx(np.log(figures - 1 + 0.01 * 499).tolist())
    kept, log = treated_column(figures, Limits(winmax=2, kurt=-3.0, transform=Transformation.NONE))
    assert (kept.tolist(), log) == (figures.tolist(), [])
    assert treated_column(figures, Limits(winmax=3, kurt=-3.0))[1][0].rows == (20, 21, 22)


@pytest.mark.parametrize(
    ("way", "figures", "expected"),
    [
        (Transformation.LOG_CT, [0.0, 50.0, 100.0], [math.log(1), math.log(51), math.log(101)]),
        (Transformation.LOG_CT_ORIG, [0.0, 50.0, 100.0], [math.log(1), math.log(51), math.log(101)]),
        (Transformation.LOG_CT_ORIG, [5.0, 6.0, 7.0], [math.log(1), math.log(2), math.log(3)]),
        (Transformation.LOG_CT_PLUS, [0.0, 90.0, 100.0], [-math.log(101), -math.log(11), -math.log(1)]),
        (Transformation.LOG_CT_PLUS, [0.0, 10.0, 100.0], [math.log(1), math.log(11), math.log(101)]),
    ],
)
def test_each_transformation(way: Transformation, figures: list[float], expected: list[float]) -> None:
    assert transformed(np.array(figures), way).tolist() == pytest.approx(expected)


@given(
    st.lists(st.sampled_from([0.0, 1.0, 2.0, 3.0, 50.0, 1000.0, math.nan]), min_size=3, max_size=40), st.integers(0, 5)
)
def test_no_more_points_are_moved_than_the_limit_and_missing_ones_stay_missing(figures: list[float], most: int) -> None:
    before = np.array(figures)
    after, log = treated_column(before, Limits(winmax=most, transform=Transformation.NONE))
    assert sum(len(each.rows) for each in log) <= most
    assert int((after[~np.isnan(before)] != before[~np.isnan(before)]).sum()) <= most
    assert np.isnan(after).tolist() == np.isnan(before).tolist()
