"""The steps that scoreboards take: roots of skewed figures, ranges without outliers, factors of groups."""

from typing import Any

import numpy as np
import pytest

from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.moments import skewness
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Limits, Step, Transformation
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.treatment import transformed, treated_column
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

PLAIN: dict[str, Any] = {"impute": {"method": "none"}, "treat": {"apply": False}}


def index(told: dict[str, Any], **columns: list[float]) -> Index:
    return built(units(**columns), structure(), recipe_of({**PLAIN, **told}))


def test_roots_are_of_skewed_figures_and_keep_their_order() -> None:
    right = np.array([0.0, 1.0, 4.0, 9.0, 400.0])
    assert transformed(right, Transformation.ROOT).tolist() == [0, 1, 2, 3, 20]
    assert transformed(right - 1, Transformation.ROOT).tolist() == [0, 1, 2, 3, 20]
    left = 400 - right
    assert transformed(left, Transformation.ROOT).tolist() == [0, -1, -2, -3, -20]
    assert abs(skewness(transformed(left, Transformation.ROOT))) < abs(skewness(left))
    scoreboard = Limits(winmax=0, skew=1.0, kurt=-100, transform=Transformation.ROOT)
    changed, moves = treated_column(right, scoreboard)
    assert changed.tolist() == [0, 1, 2, 3, 20]
    assert [move.step.value for move in moves] == ["transformed"]
    even = np.arange(9.0)
    assert treated_column(even, scoreboard)[1] == []


def test_outliers_make_no_range_and_are_cut_to_it_and_named() -> None:
    """Of 10, 12, 14 and 100 the mean is 34 and the deviation 44, so 100 lies beyond mean + 1.4 deviations."""
    scale = {"normalise": {"range": [0, 1], "within_sd": 1.4}}
    made = index(scale, firms=[10.0, 12.0, 14.0, 100.0])
    assert made.after[Step.NORMALISE].column("firms").tolist() == [0, 0.5, 1, 1]
    assert made.beyond == ((3, "firms"),)
    assert index({"normalise": {"within_sd": 3}}, firms=[10.0, 12.0, 14.0, 100.0]).beyond == ()
    turned = index(scale, away=[10.0, 12.0, 14.0, 100.0])
    assert turned.after[Step.NORMALISE].column("away").tolist() == [1, 0.5, 0, 0]
    gapped = index(scale, firms=[NAN, 12.0, 14.0, 100.0])
    assert np.isnan(gapped.after[Step.NORMALISE].column("firms")[0])
    with pytest.raises(InputProblem, match="The indicator firms has the same figure"):
        index(scale, firms=[7.0, 7.0, 7.0, 100.0])


def test_scores_of_the_index_take_the_factor_of_their_group() -> None:
    told = {"correction": {"group": "side", "factors": {"itä": 1.5, "länsi": 1.0}}}
    plain, made = index({}), index({"aggregate": told})
    assert made.top == pytest.approx(plain.top * np.array([1.5, 1.5, 1, 1]))
    assert made.scores["pull"].tolist() == plain.scores["pull"].tolist()
    choice = Choice("corrected", "aggregate.correction", ({}, told["correction"]), ("1", "2"))
    scores = Replayer(units(), structure(), PLAIN, [choice]).scores(np.array([[0], [1]]))
    assert scores[0] == pytest.approx(plain.top)
    assert scores[1] == pytest.approx(made.top)


def test_a_factor_for_each_group_is_asked_for() -> None:
    with pytest.raises(InputProblem, match="The group länsi has no factor"):
        index({"aggregate": {"correction": {"group": "side", "factors": {"itä": 1}}}})
    with pytest.raises(InputProblem, match="The units have no group country"):
        index({"aggregate": {"correction": {"group": "country"}}})
