"""Estimates against examples worked by hand and independent calculations of the same formulas."""

import numpy as np
import pytest
from scipy import stats

from seutu.core.problems import InputProblem
from seutu.core.surveys.estimates import (
    Estimates,
    ShareInterval,
    means,
    sample_of,
    shares,
    wilson,
)
from seutu.core.surveys.grouping import Floats, groups_of, whole
from seutu.core.surveys.quantiles import medians
from seutu.core.surveys.shrinkage import shrunk, smoothed_errors

NAN = float("nan")


def one(answers: list[float], **named: object) -> Estimates:
    sample = sample_of(whole(len(answers)), weights=named.pop("weights", None))  # type: ignore[arg-type]
    return means(sample, answers, question="image", fewest=1, **named)  # type: ignore[arg-type]


def test_equal_weights_give_the_textbook_error_and_interval() -> None:
    """2, 4, 4, 6: mean 4, s² = 8/3, error √(s²/4) = 0.8165, t(3) at 95 % = 3.1824."""
    found = one([2, 4, 4, 6])
    assert found.value[0] == pytest.approx(4)
    assert found.error[0] == pytest.approx(np.sqrt(8 / 3 / 4))
    low, high = stats.t.interval(0.95, 3, 4, np.sqrt(8 / 3 / 4))
    assert (found.low[0], found.high[0]) == pytest.approx((low, high))
    assert found.margin[0] == pytest.approx((high - low) / 2)


def test_a_weighted_mean_by_hand() -> None:
    """Weights 1, 1, 2 and answers 1, 2, 4: mean 11/4; u = w(y − m)/4 = −7/16, −3/16, 10/16; variance 3/2 Σ u²."""
    found = one([1, 2, 4], weights=[1, 1, 2])
    assert found.value[0] == pytest.approx(11 / 4)
    assert found.error[0] == pytest.approx(np.sqrt(1.5 * (49 + 9 + 100) / 256))
    assert found.effective[0] == pytest.approx(16 / 6)


def loop_error(answers: Floats, weights: Floats, groups: list[str], strata: list[str], group: str) -> float:
    """The same variance written as loops over strata and respondents."""
    rows = [i for i in range(len(answers)) if groups[i] == group and not np.isnan(answers[i])]
    whole_weight = sum(weights[i] for i in rows)
    mean = sum(weights[i] * answers[i] for i in rows) / whole_weight
    variance = 0.0
    for stratum in set(strata):
        members = [i for i in range(len(answers)) if strata[i] == stratum]
        u = [weights[i] * (answers[i] - mean) / whole_weight if i in rows else 0.0 for i in members]
        if len(members) == 1:
            variance += u[0] ** 2
            continue
        middle = sum(u) / len(u)
        variance += len(u) / (len(u) - 1) * sum((each - middle) ** 2 for each in u)
    return float(np.sqrt(variance))


def test_errors_of_groups_across_strata_are_those_of_a_plain_loop() -> None:
    random = np.random.default_rng(5)
    towns = [f"t{each}" for each in random.integers(0, 4, 60)]
    strata = [f"s{each}" for each in random.integers(0, 5, 60)] + ["alone"]
    towns.append("t0")
    answers = np.append(random.normal(5, 2, 60), 9.0)
    answers[[3, 17]] = NAN
    weights = random.uniform(0.5, 3, 61)
    sample = sample_of(groups_of(towns, name="town"), weights=weights, strata=groups_of(strata, name="stratum"))
    found = means(sample, answers, question="image", fewest=1)
    for place, label in enumerate(found.labels):
        assert found.error[place] == pytest.approx(loop_error(answers, weights, towns, strata, label), rel=1e-12)


def test_a_whole_population_has_no_error() -> None:
    towns = groups_of(["a", "a", "a", "b", "b"], name="town")
    sample = sample_of(towns, population={"a": 3, "b": 8})
    found = means(sample, [1, 2, 6, 1, 3], question="image", fewest=1)
    assert found.error.tolist() == pytest.approx([0, np.sqrt(2 / 2 * (1 - 2 / 8))])
    with pytest.raises(InputProblem, match="b: there are 2 respondents but a population of only 1"):
        sample_of(towns, population={"a": 3, "b": 1})


def test_groups_of_few_answers_are_held_back_and_missing_ones_missing() -> None:
    towns = groups_of(["a"] * 5 + ["b"] * 4 + ["c"], name="town", known=("a", "b", "c", "d"))
    found = means(sample_of(towns), [1, 2, 3, 4, 5, 1, 2, 3, 4, NAN], question="image")
    assert found.too_few.tolist() == [False, True, False, False]
    assert found.count.tolist() == [5, 4, 0, 0]
    assert found.value[0] == 3
    assert np.isnan(found.value[1:]).all()
    assert np.isnan(found.low[1:]).all()
    single = one([7])
    assert single.value[0] == 7
    assert np.isnan(single.error[0])
    assert np.isnan(single.high[0])


def test_wilson_interval_of_equal_weights_is_the_textbook_one() -> None:
    """7 of 20: scipy's own Wilson interval."""
    answers = [1.0] * 7 + [0.0] * 13
    sample = sample_of(whole(20))
    found = shares(sample, answers, question="known")
    told = stats.binomtest(7, 20).proportion_ci(0.95, method="wilson")
    assert (found.low[0], found.high[0]) == pytest.approx((told.low, told.high))
    assert found.error[0] == pytest.approx(np.sqrt(0.35 * 0.65 / 19))


def test_shares_of_none_and_all_keep_an_interval() -> None:
    sample = sample_of(whole(10))
    none, every = (shares(sample, [each] * 10, question="known") for each in (0.0, 1.0))
    told = stats.binomtest(0, 10).proportion_ci(0.95, method="wilson")
    assert (none.low[0], none.high[0]) == pytest.approx((0, told.high))
    assert (every.low[0], every.high[0]) == pytest.approx((1 - told.high, 1))


def test_unequal_weights_widen_the_interval_of_a_share() -> None:
    answers = [1.0, 0.0] * 20
    even = shares(sample_of(whole(40)), answers, question="known")
    uneven = shares(sample_of(whole(40), weights=[1, 1, 6, 6] * 10), answers, question="known")
    assert uneven.value[0] == even.value[0] == 0.5
    assert uneven.margin[0] > 1.2 * even.margin[0]
    assert uneven.effective[0] == pytest.approx(140**2 / (20 + 20 * 36))


def test_logit_interval_by_hand() -> None:
    answers = [1.0] * 7 + [0.0] * 13
    found = shares(sample_of(whole(20)), answers, question="known", interval=ShareInterval.LOGIT)
    reach = stats.t.ppf(0.975, 19) * np.sqrt(0.35 * 0.65 / 19) / (0.35 * 0.65)
    ends = [1 / (1 + np.exp(-(np.log(0.35 / 0.65) + sign * reach))) for sign in (-1, 1)]
    assert [found.low[0], found.high[0]] == pytest.approx(ends)
    none = shares(sample_of(whole(6)), [0.0] * 6, question="known", interval=ShareInterval.LOGIT)
    assert np.isnan(none.high[0])


def test_what_233_answers_tell() -> None:
    """12,800 answers over 55 towns make 233 for each: half of them is sure to 6.4 points."""
    low, high = wilson(0.5, 233)
    assert (float(high) - float(low)) / 2 == pytest.approx(0.0637, abs=5e-5)


@pytest.mark.parametrize(
    ("answers", "weights", "median"),
    [
        ([1, 2, 3], [1, 1, 1], 2),
        ([4, 1, 2, 3], [1, 1, 1, 1], 2.5),
        ([1, 2, 3], [1, 1, 5], 3),
        ([1, 2, 3, 9], [1, 2, 2, 1], 2.5),
        ([1, NAN, 3], [1, 7, 1], 2),
    ],
)
def test_weighted_medians_by_hand(answers: list[float], weights: list[float], median: float) -> None:
    found = medians(sample_of(whole(len(answers)), weights=weights), answers, question="image", fewest=1)
    assert found.value[0] == median


def test_woodruff_interval_by_hand() -> None:
    """1…100: the share at or under the median 50.5 is 0.5, its error √(0.25/99); t(99) = 1.9842 gives 0.40, 0.60."""
    found = medians(sample_of(whole(100)), np.arange(1.0, 101), question="age")
    assert (found.value[0], found.low[0], found.high[0]) == (50.5, 41, 60)


def test_the_interval_of_a_median_covers_it() -> None:
    random = np.random.default_rng(11)
    towns = groups_of(np.repeat(np.arange(400), 40).tolist(), name="sample")
    found = medians(sample_of(towns), random.exponential(1, 16_000), question="age", level=0.9)
    covered = int(((found.low <= np.log(2)) & (np.log(2) <= found.high)).sum())
    assert stats.binom(400, 0.9).cdf(covered) > 0.001
    assert covered < 400


def test_shrinkage_with_equal_errors_is_james_stein_by_moments() -> None:
    """1, 3, 8 with the error 1: Σ(y − 4)² = 26 = 2 (A + 1), so A = 12, k = 12/13."""
    found = shrunk(np.array([1.0, 3, 8]), np.ones(3))
    assert found.between == pytest.approx(12)
    assert found.middle == pytest.approx(4)
    assert found.kept == pytest.approx([12 / 13] * 3)
    assert found.value == pytest.approx(4 + 12 / 13 * np.array([-3, -1, 4]))
    # g1 = 12/13; g2 = (1/13)² 13/3; g3 = 1/13³ · 2 · 3/(3/13)²; b = 0 for equal errors.
    assert found.error == pytest.approx([np.sqrt(12 / 13 + 1 / 39 + 2 * (6 / 13**3) * (13 / 3) ** 2)] * 3)


def test_groups_no_more_unlike_than_chance_are_all_the_mean() -> None:
    found = shrunk(np.array([4.0, 5, 6, NAN]), np.array([3.0, 3, 3, 1]))
    assert found.between == 0
    assert found.value == pytest.approx([5, 5, 5, NAN], nan_ok=True)
    two = shrunk(np.array([1.0, 9]), np.ones(2))
    assert two.value.tolist() == [1, 9]


def test_the_unsure_are_drawn_in_most_and_are_nearer_the_truth() -> None:
    random = np.random.default_rng(3)
    truth = random.normal(50, 4, 300)
    errors = np.repeat([1.0, 8.0], 150)
    told = truth + random.normal(0, errors)
    found = shrunk(told, errors)
    assert (found.kept[:150] > 0.8).all()
    assert (found.kept[150:] < 0.4).all()
    assert ((found.value - truth)[150:] ** 2).mean() < 0.5 * ((told - truth)[150:] ** 2).mean()
    covered = (np.abs(found.value - truth) <= 1.6449 * found.error).mean()
    assert 0.85 < covered < 0.95


def test_an_error_that_is_nothing_keeps_its_figure_until_it_is_smoothed() -> None:
    assert shrunk(np.array([1.0, 2, 4, 9]), np.array([1.0, 1, 1, 0])).value[3] == 9
    towns = groups_of(["a"] * 5 + ["b"] * 5, name="town")
    found = shares(sample_of(towns), [1.0] * 5 + [1, 0, 1, 0, 0], question="known")
    assert found.error == pytest.approx([0, np.sqrt(0.24 / 4)])
    # v = (4 · 0 + 4 · 0.06 · 5) / 8 = 0.15
    assert smoothed_errors(found) == pytest.approx([np.sqrt(0.03)] * 2)
