"""Figures of towns for an index: the order of answers, hidden towns, replicates without answers, trials with both."""

from dataclasses import replace

import numpy as np
import pytest

from seutu.core.indices.trials import tried
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.joint import with_survey
from seutu.core.surveys.joint_trials import tried_jointly
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.surveys.town_figures import (
    TownAnswers,
    beside,
    covariances,
    normal_replicates,
    town_figures,
)
from tests.unit.core.surveys.test_joint import STATISTICS, STRUCTURE, TOLD, TOWNS

COUNT = 200


def told(**hidden: frozenset[str]) -> TownAnswers:
    """Return the answers of some respondents about five towns by two measures that go together."""
    random = np.random.default_rng(7)
    towns = random.integers(0, len(TOWNS), COUNT)
    known = towns + random.normal(0, 1, COUNT)
    image = known + random.normal(0, 0.3, COUNT)
    image[random.random(COUNT) < 0.1] = np.nan
    return TownAnswers(
        Groups("", TOWNS, towns), random.choice([1.0, 2.0], COUNT), {"known": known, "image": image}, hidden
    )


def drawn(**hidden: frozenset[str]) -> SurveyFigures:
    return town_figures(told(**hidden), replicates=400).drawn


def test_the_order_of_answers_changes_no_byte_and_another_answer_changes_the_draws() -> None:
    first, turned = drawn(), np.arange(COUNT)[::-1]
    answers = told()
    towns = replace(answers.towns, positions=answers.towns.positions[turned])
    figures = {name: each[turned] for name, each in answers.figures.items()}
    again = town_figures(TownAnswers(towns, answers.weights[turned], figures, {}), replicates=400).drawn
    assert again.replicates.tobytes() == first.replicates.tobytes()
    other = {**answers.figures, "known": answers.figures["known"] + (np.arange(COUNT) == 0)}
    changed = town_figures(replace(answers, figures=other), replicates=400).drawn
    assert abs(np.corrcoef(changed.replicates[:, 1, 0], first.replicates[:, 1, 0])[0, 1]) < 0.3


def test_a_hidden_town_is_nowhere_and_what_it_was_moves_nothing() -> None:
    hidden = {"image": frozenset({"B"})}
    first, column = drawn(**hidden), 1
    assert np.isnan(first.values[1, column])
    assert np.isnan(first.replicates[:, 1, column]).all()
    assert first.counts[1, column] == 0
    assert not np.isnan(first.values[1, 0]), "its other figure is shown"
    answers = told(**hidden)
    worse = np.where(answers.towns.positions == 1, 99.0, answers.figures["image"])
    other = town_figures(replace(answers, figures={**answers.figures, "image": worse}), replicates=400).drawn
    assert np.array_equal(other.values[:, column], first.values[:, column], equal_nan=True)


def test_normal_replicates_have_the_spread_and_the_correlation_of_those_of_the_answers() -> None:
    found = drawn(image=frozenset({"B"}))
    normal = normal_replicates(found, covariances(found), replicates=4000)
    assert np.isnan(normal.replicates[:, 1, 1]).all()
    assert covariances(normal)[0] == pytest.approx(covariances(found)[0], rel=0.15)
    assert normal.replicates[:, 0].mean(axis=0) == pytest.approx(found.values[0], abs=0.05)


def test_columns_of_surveys_stand_beside_one_another_by_town() -> None:
    first, second = drawn(), replace(drawn(), questions=("a", "b"), towns=("F", *TOWNS[1:]))
    found = beside([first, second], ("b", "known", "a", "image"), ("A", "B", "F", "X"))
    assert found.values[:, 1].tolist()[:2] == first.values[:2, 0].tolist()
    assert np.isnan(found.values[[0, 3], 0]).all()
    assert found.values[2, 0] == second.values[0, 1]
    assert np.isnan(found.replicates[:, 3]).all()


def test_a_trial_with_a_survey_holds_both_and_keeps_the_choices_apart() -> None:
    survey = drawn()
    found = tried_jointly(STATISTICS, STRUCTURE, TOLD, survey)
    units, _ = with_survey(STATISTICS, STRUCTURE, survey)
    alone = tried(units, STRUCTURE, TOLD, replicates=400)
    assert found.sampled is not None
    assert found.grid.scores.tobytes() == alone.uncertainty.scores.tobytes()
    assert found.index.top.tobytes() == alone.index.top.tobytes()
    still = replace(survey, replicates=np.broadcast_to(survey.values, survey.replicates.shape))
    same = tried_jointly(STATISTICS, STRUCTURE, TOLD, still)
    assert same.uncertainty.scores == pytest.approx(alone.uncertainty.scores, nan_ok=True), "no error, no difference"
    assert same.sampled is not None
    assert not np.nan_to_num(same.sampled.survey_share).any()
