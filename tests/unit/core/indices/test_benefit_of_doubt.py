"""Every unit's best weights: worked by hand for two parts, bounded, refused where figures do not fit."""

from typing import Any

import numpy as np
import pytest

from seutu.core.indices.aggregation import scores_by_weights
from seutu.core.indices.auditing import influences
from seutu.core.indices.benefit_of_doubt import benefit_of_doubt
from seutu.core.indices.benefit_shares import benefit_shares
from seutu.core.indices.building import built
from seutu.core.indices.choices import Choice
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.replaying import Replayer
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

PARTS = np.array([[2.0, 8.0], [8.0, 2.0], [4.0, 4.0], [0.0, 0.0], [1.0, 4.0]])
BOTH = (True, True)
TOLD: dict[str, Any] = {
    "treat": {"apply": False},
    "normalise": {"range": [1, 100]},
    "aggregate": {"method": ["arithmetic", "bod"]},
}


def test_two_parts_are_worked_by_hand() -> None:
    """The frontier is the line from (2, 8) to (8, 2): (4, 4) reaches 8 / 10 of it by equal weights of 1 / 10."""
    found = benefit_of_doubt(PARTS, BOTH)
    assert found.scores == pytest.approx([1, 1, 0.8, 0, 0.5])
    assert found.shares[2] == pytest.approx([0.5, 0.5])
    assert np.isnan(found.shares[3]).all()
    assert found.shares[[0, 1, 2, 4]].sum(axis=1) == pytest.approx(1)


def test_a_part_that_is_not_taken_weighs_nothing() -> None:
    found = benefit_of_doubt(PARTS, (True, False))
    assert found.scores == pytest.approx(PARTS[:, 0] / 8)
    assert found.shares[0].tolist() == [1, 0]


def test_units_of_measure_do_not_matter() -> None:
    scaled = benefit_of_doubt(PARTS * np.array([1e6, 1e-3]), BOTH)
    assert scaled.scores == pytest.approx(benefit_of_doubt(PARTS, BOTH).scores)


def test_shares_stay_within_their_bounds() -> None:
    """With both shares a half, unit (a, b) has weights k/(2a), k/(2b): k is 2 over the greatest sum of ratios."""
    parts = PARTS[[0, 1, 2, 4]]
    exact = benefit_of_doubt(parts, BOTH, (0.5, 0.500001))
    expected = [min(2 / (row[0] / a + row[1] / b) for row in parts) for a, b in parts]
    assert exact.scores == pytest.approx(expected, rel=1e-4)
    loose = benefit_of_doubt(parts, BOTH, (0.3, 0.7))
    assert loose.shares.min() >= 0.3 - 1e-9
    assert loose.shares.max() <= 0.7 + 1e-9
    assert (loose.scores <= benefit_of_doubt(parts, BOTH).scores + 1e-9).all()
    with pytest.raises(InputProblem, match=r"within 0.6 – 1 the shares of 2 parts cannot add up to 1"):
        benefit_of_doubt(parts, BOTH, (0.6, 1))


def test_a_level_of_an_index_is_scored_by_it() -> None:
    made = built(units(), structure(), recipe_of(TOLD))
    parts = np.column_stack([made.scores["vitality"], made.scores["pull"]])
    assert made.top == pytest.approx(benefit_of_doubt(parts, BOTH).scores)
    assert made.top.max() == pytest.approx(1)
    told = [(each.row, each.aggregate, each.part, each.share) for each in benefit_shares(made)]
    assert [each[:3] for each in told[:3]] == [(0, "index", "vitality"), (0, "index", "pull"), (1, "index", "vitality")]
    assert told[0][3] + told[1][3] == pytest.approx(1)
    assert list(benefit_shares(built(units(), structure(), recipe_of({})))) == []


def test_figures_that_do_not_fit_are_named_with_their_cells() -> None:
    def said(told: dict[str, Any], **columns: list[float]) -> list[str]:
        last = {"normalise", "aggregate"}
        recipe = recipe_of(dict(sorted({**TOLD, **told}.items(), key=lambda item: item[0] in last)))
        with pytest.raises(InputProblem) as problem:
            built(units(**columns), structure(), recipe)
        return [each.message.en for each in problem.value.problems]

    scores = {"normalise": {"method": "zscore"}}
    assert said(scores)[0].startswith("A, vitality: the method bod needs figures of zero or more")
    gone = said({"impute": {"method": "none"}}, away=[NAN, 2.0, 3.0, 8.0], fame=[NAN, 4.0, 2.0, 3.0])
    assert [each.split(", and")[0] for each in gone] == ["A, pull: the figure is missing"]
    floor = {"normalise": {}, "aggregate": {"method": "bod", "shares": [0.1, 1]}}
    assert said(floor)[0].endswith("for example range = [1, 100].")
    with pytest.raises(InputProblem, match=r"aggregate.shares: two numbers of 0 – 1 fit here"):
        recipe_of({"aggregate": {"shares": [0.5, 1.5]}})


def test_replicates_are_those_of_indices_built_alone_and_too_many_are_refused() -> None:
    choice = Choice("mean", "aggregate.method", ("arithmetic", ["arithmetic", "bod"]), ("1", "2"))
    replayer = Replayer(units(), structure(), TOLD, [choice])
    assert replayer.scores(np.array([[1], [0]]))[0] == pytest.approx(built(units(), structure(), recipe_of(TOLD)).top)
    table, aggregate = replayer.nominal.after[Step.NORMALISE], replayer.nominal.recipe.aggregate
    with pytest.raises(InputProblem, match="would solve 10004 linear programs, and at most 10000"):
        scores_by_weights(table, structure(), aggregate, [{}] * 2501)


def test_leaving_an_indicator_out_can_be_audited() -> None:
    made = built(units(), structure(), recipe_of(TOLD))
    assert {each.code for each in influences(made, TOLD)} == {"jobs", "firms", "away", "fame"}
