"""The same 36 answers worked out by svy 0.35.0: weighted means and shares by town, errors, raked weights.

Towns lie across two strata. svy's degrees of freedom of a town are the respondents of it less its strata, as here.
"""

import pytest

from seutu.core.surveys.estimates import ShareInterval, means, sample_of, shares
from seutu.core.surveys.grouping import groups_of
from seutu.core.surveys.raking import Margin, raked
from seutu.core.surveys.weighting import design_effect

ROWS = range(36)
TOWNS = groups_of([f"t{row % 3}" for row in ROWS], name="town")
STRATA = groups_of([f"s{row // 3 % 2}" for row in ROWS], name="stratum")
WEIGHTS = [1 + row % 4 / 2 for row in ROWS]
SAMPLE = sample_of(TOWNS, weights=WEIGHTS, strata=STRATA)


def test_means_are_those_of_svy() -> None:
    found = means(SAMPLE, [float(7 * row % 11) for row in ROWS], question="y")
    assert found.value == pytest.approx([4.904761904761905, 4.9523809523809526, 4.761904761904762], rel=1e-12)
    assert found.error == pytest.approx([1.0489732598425507, 0.9454328382208589, 0.9754313408979828], rel=1e-12)
    assert found.low == pytest.approx([2.5675038298120247, 2.845825313597403, 2.5885082938048987], rel=1e-9)
    assert found.high == pytest.approx([7.2420199797117855, 7.0589365911645015, 6.935301230004625], rel=1e-9)


def test_shares_are_those_of_svy() -> None:
    answers = [float(5 * row % 7 < 3) for row in ROWS]
    found = shares(SAMPLE, answers, question="z", interval=ShareInterval.LOGIT)
    assert found.value == pytest.approx([0.5, 0.5476190476190477, 1 / 3], rel=1e-12)
    assert found.error == pytest.approx([0.15570173584630181, 0.15404070577175852, 0.1469987872650076], rel=1e-12)
    assert found.low == pytest.approx([0.19977513700759614, 0.23247155891596907, 0.10274878354019017], rel=1e-9)
    assert found.high == pytest.approx([0.8002248629924039, 0.8287108333029867, 0.6858427054156857], rel=1e-9)


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
