"""The same 36 answers worked out by svy 0.35.0 and by R's survey 4.1-1: weighted means, shares, errors, raked weights.

Towns lie across two strata. The degrees of freedom of both peers are the respondents of a town less its strata, which
is ours with equal weights; with unequal ones ours are fewer, and R is asked with them (``df = sum(w²)²/sum(w⁴) − 2``).
"""

import numpy as np
import pytest

from seutu.core.surveys.estimates import ShareInterval, means, sample_of, shares
from seutu.core.surveys.grouping import Groups, groups_of
from seutu.core.surveys.raking import Margin, raked
from seutu.core.surveys.shrinkage import shrunk
from seutu.core.surveys.weighting import design_effect, poststratified

ROWS = range(36)
TOWNS = groups_of([f"t{row % 3}" for row in ROWS], name="town")
STRATA = groups_of([f"s{row // 3 % 2}" for row in ROWS], name="stratum")
WEIGHTS = [1 + row % 4 / 2 for row in ROWS]
SAMPLE = sample_of(TOWNS, weights=WEIGHTS, strata=STRATA)


def test_means_are_those_of_svy() -> None:
    found = means(SAMPLE, [float(7 * row % 11) for row in ROWS], question="y")
    assert found.value == pytest.approx([4.904761904761905, 4.9523809523809526, 4.761904761904762], rel=1e-12)
    assert found.error == pytest.approx([1.0489732598425507, 0.9454328382208589, 0.9754313408979828], rel=1e-12)
    # The interval is R's of svymean and confint with these degrees.
    assert found.freedom == pytest.approx([6.94478527607362] * 3, rel=1e-12)
    assert found.low == pytest.approx([2.420330947043253, 2.713179342921173, 2.451653477882793], rel=1e-12)
    assert found.high == pytest.approx([7.389192862480556, 7.191582561840732, 7.072156045926731], rel=1e-12)


def test_intervals_of_equal_weights_are_those_of_r() -> None:
    """R: svydesign(~1, strata = ~s, weights = ~1); confint(svymean(~y, .), df = degf(.)); svyciprop(~z, ., "logit")."""
    sample = sample_of(TOWNS, strata=STRATA)
    mean = means(sample, [float(7 * row % 11) for row in ROWS], question="y")
    assert mean.low == pytest.approx([2.386358797304202, 3.138654668391148, 2.805321335057815], rel=1e-12)
    assert mean.high == pytest.approx([6.780307869362463, 7.194678664942185, 6.861345331608852], rel=1e-12)
    answers = [float(5 * row % 7 < 3) for row in ROWS]
    share = shares(sample, answers, question="z", interval=ShareInterval.LOGIT)
    assert share.low == pytest.approx([0.2102014218616041, 0.2102014218616041, 0.109373600363505], rel=1e-9)
    assert share.high == pytest.approx([0.7897985781383959, 0.7897985781383959, 0.6705914092342531], rel=1e-9)


def test_finite_populations_and_poststratified_weights_are_those_of_r() -> None:
    """R: svydesign(~1, strata = ~s, weights = ~w, fpc = ~N), svyby(~y, ~t, ., svymean); postStratify(des, ~t, …)."""
    finite = sample_of(TOWNS, weights=WEIGHTS, strata=STRATA, population={"s0": 60, "s1": 50})
    found = means(finite, [float(7 * row % 11) for row in ROWS], question="y")
    assert found.error == pytest.approx([0.8527362160116280, 0.7778775391781226, 0.7940548257956783], rel=1e-12)
    cells = poststratified(TOWNS, {"t0": 100, "t1": 60, "t2": 40}, base=WEIGHTS)
    told = [4.761904761904762, 4.285714285714286, 3.809523809523809, 11.904761904761903, 2.857142857142857]
    assert cells.weights[:5] == pytest.approx(told, rel=1e-12)


def test_shares_are_those_of_svy() -> None:
    answers = [float(5 * row % 7 < 3) for row in ROWS]
    found = shares(SAMPLE, answers, question="z", interval=ShareInterval.LOGIT)
    assert found.value == pytest.approx([0.5, 0.5476190476190477, 1 / 3], rel=1e-12)
    assert found.error == pytest.approx([0.15570173584630181, 0.15404070577175852, 0.1469987872650076], rel=1e-12)
    # The interval is R's of svyciprop, its method "logit", with the same degrees.
    assert found.low == pytest.approx([0.1861715080939405, 0.217269875921371, 0.09450253863786141], rel=1e-9)
    assert found.high == pytest.approx([0.8138284919060597, 0.8407418508036721, 0.7054866290900873], rel=1e-9)


def test_the_design_effect_and_raked_weights_are_those_of_svy() -> None:
    assert design_effect(WEIGHTS) == pytest.approx(1.1020408163265305, rel=1e-12)
    margins = [Margin(TOWNS, {"t0": 100.0, "t1": 60.0, "t2": 40.0}), Margin(STRATA, {"s0": 120.0, "s1": 80.0})]
    told = [
        6.221648178273827,
        5.200904119218724,
        4.97731854261906,
        9.167742999069807,
        2.0436407829167673,
        2.2002583197767525,
    ]
    assert raked(margins, base=WEIGHTS, tolerance=1e-13).weights[:6] == pytest.approx(told, rel=1e-9)


def test_figures_drawn_in_are_the_blups_of_r() -> None:
    """R: metafor 3.8-1, m <- rma(yi = y, vi = v, method = "PM"); m$tau2; coef(m); blup(m)$pred, blup(m)$se.

    Paule and Mandel's moments are those of Fay and Herriot with a mean alone. Our errors tell too that A is estimated:
    they are never smaller.
    """
    values, variances = [3.1, 2.7, 4.0, 3.3, 2.2, 3.9, 3.0, 2.9], [0.04, 0.09, 0.25, 0.01, 0.16, 0.02, 0.36, 0.05]
    found = shrunk(np.array(values), np.sqrt(variances))
    assert (found.between, found.middle) == pytest.approx((0.2330612202685028, 3.158572270611202), rel=1e-9)
    pred = [3.108580093585403, 2.827751341744783, 3.564533596320824, 3.294181394743572]
    assert found.value[:4] == pytest.approx(pred, rel=1e-9)
    errors = np.array([0.187111740195, 0.260911806464, 0.362601195359, 0.098271207327])
    assert (found.error[:4] >= errors).all()
    assert found.error[:4] == pytest.approx(errors, rel=0.11)


def test_intervals_of_few_answers_with_unequal_weights_hold_the_truth_as_often_as_they_say() -> None:
    """90 % intervals of 2,000 towns of ten answers each. With degrees and design effects of the peers: 82 and 83 %."""
    random = np.random.default_rng(5)
    towns = Groups("town", tuple(map(str, range(2000))), np.repeat(np.arange(2000), 10))
    sample = sample_of(towns, weights=np.exp(random.normal(0, 0.7, 20_000)))
    skewed = means(
        sample, random.choice([1.0, 2, 3, 4, 5], 20_000, p=[0.5, 0.2, 0.15, 0.1, 0.05]), question="y", level=0.9
    )
    even = shares(sample, random.integers(0, 2, 20_000).astype(np.float64), question="z", level=0.9)
    for found, truth in ((skewed, 2.0), (even, 0.5)):
        assert 0.87 <= ((found.low <= truth) & (truth <= found.high)).mean() <= 0.93
