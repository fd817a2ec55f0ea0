"""Paired changes against scipy, and codes that cannot be paired."""

import numpy as np
import pytest
from scipy import stats

from seutu.core.surveys.paired import paired_change

BEFORE = [2.0, 3, 4, 2, 5, 3]
AFTER = [4.0, 3, 5, 4, 5, 4]


def test_the_change_of_pairs_is_that_of_a_paired_t_test() -> None:
    codes = ["a1", "B2", "c3", "d4", "e5", "f6"]
    after = [*zip([code.upper() + " " for code in codes], AFTER, strict=True), ("g", 1.0), *[("", 5.0)] * 4]
    found = paired_change([*zip(codes, BEFORE, strict=True), ("h", float("nan"))], after)
    told = stats.ttest_rel(AFTER, BEFORE).confidence_interval(0.95)
    assert (found.pairs, found.only_before, found.only_after, found.twice) == (6, 0, 1, 0)
    assert (found.change, found.low, found.high) == pytest.approx((np.mean(AFTER) - np.mean(BEFORE), *told))
    assert found.is_sure
    fewer = paired_change(zip(codes, BEFORE, strict=True), after[:-1])
    assert np.isnan(fewer.change), "the later wave's mean less the pairs' would be that of four"


def test_a_code_used_twice_is_left_out_and_few_pairs_are_not_shown() -> None:
    found = paired_change([("a", 1.0), ("a", 2.0), ("b", 1.0)], [("a", 5.0), ("b", 2.0)])
    assert (found.pairs, found.twice, found.is_shown, found.is_sure) == (1, 1, False, False)
    assert np.isnan(found.change)
