"""A joint index against indices built alone, and statements of ranks against counts by hand."""

import numpy as np
import pytest
from numpy.typing import ArrayLike

from seutu.core.indices.building import built
from seutu.core.indices.choices import Choice, Told, with_values
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.structure import Kind, Node, checked_structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem
from seutu.core.surveys.estimates import Sample, means, sample_of
from seutu.core.surveys.grouping import groups_of
from seutu.core.surveys.joint import joint, with_survey
from seutu.core.surveys.rank_statements import (
    chance_of_lead,
    chance_of_top,
    chances_of_lead,
    rank_intervals,
    score_intervals,
    tied_groups,
)
from seutu.core.surveys.resampling import SurveyFigures, resampled
from tests.unit.core.indices import small

NAN = float("nan")
TOWNS = tuple("ABCDE")
STRUCTURE = checked_structure(
    [
        Node("known", "Tunnettuus", Kind.INDICATOR, 1, "soft"),
        Node("image", "Mielikuva", Kind.INDICATOR, 1, "soft", direction=-1),
        Node("jobs", "Työpaikat", Kind.INDICATOR, 1, "hard"),
        Node("soft", "Vetovoima", Kind.AGGREGATE, 2, "index"),
        Node("hard", "Elinvoima", Kind.AGGREGATE, 2, "index"),
        Node("index", "Indeksi", Kind.AGGREGATE, 3),
    ]
)
STATISTICS = UnitTable((*TOWNS, "F"), ("jobs",), np.array([[5.0], [9], [7], [1], [3], [4]]))
TOLD: Told = {"impute": {"method": "none"}, "treat": {}, "normalise": {"range": [1, 100]}}


def asked(seed: int = 1, each: int = 12) -> tuple[Sample, dict[str, ArrayLike]]:
    """Return the answers of some respondents in each of five towns, in two strata of unlike weight."""
    random = np.random.default_rng(seed)
    count = each * len(TOWNS)
    towns = groups_of(np.repeat(TOWNS, each).tolist(), name="town")
    strata = groups_of(["young", "old"] * (count // 2), name="age")
    sample = sample_of(towns, weights=np.tile([1.0, 2.0], count // 2), strata=strata)
    middle = towns.positions + random.normal(0, 2, count)
    image = random.normal(3, 1, count) - 0.5 * towns.positions
    image[3] = NAN
    return sample, {"known": middle, "image": image}


def surveyed(replicates: int = 8, *, shrink: bool = False) -> SurveyFigures:
    return resampled(*asked(), replicates=replicates, seed=4, shrink=shrink)


def test_replicates_have_the_mean_and_error_of_the_estimates() -> None:
    sample, answers = asked(each=30)
    found = resampled(sample, answers, replicates=4000, seed=2, shrink=False)
    cells = sample_of(sample.groups, weights=sample.weights, strata=sample.strata)
    for place, question in enumerate(found.questions):
        told = means(cells, answers[question], question=question)
        assert found.values[:, place] == pytest.approx(told.value)
        assert found.errors[:, place] == pytest.approx(told.error)
        assert found.counts[:, place].tolist() == told.count.tolist()
    assert found.replicates.shape == (4000, 5, 2)
    assert found.replicates.mean(axis=0) == pytest.approx(found.values, abs=0.05)


def test_the_spread_of_replicates_is_the_linearised_error_of_nested_strata() -> None:
    """One stratum a town: 4,000 replicates have the error of the formula within 3 % and some for its curvature."""
    sample, answers = asked(each=40)
    alone = sample_of(sample.groups, weights=sample.weights)
    found = resampled(alone, answers, replicates=4000, seed=2, shrink=False)
    assert found.replicates.std(axis=0) / found.errors == pytest.approx(np.ones((5, 2)), abs=0.06)


def test_a_stratum_of_two_draws_one_and_doubles_it() -> None:
    """Answers 0 and 10: n − 1 = 1 drawn, so a replicate is 0 or 10, and its variance 25 is s²/n."""
    sample = sample_of(groups_of(["a", "a"], name="town"))
    found = resampled(sample, {"known": [0, 10]}, replicates=400, seed=1, shrink=False)
    assert set(found.replicates.ravel().tolist()) == {0.0, 10.0}
    assert found.errors[0, 0] ** 2 == pytest.approx(25)
    assert found.replicates.mean() == pytest.approx(5, abs=1)


def test_strata_of_unlike_size_keep_their_parts() -> None:
    """Two of 22 say no, in a stratum of their own: whoever is drawn, the strata stay 2 and 20 of 22."""
    towns = groups_of(["a"] * 22, name="town")
    strata = groups_of(["x"] * 2 + ["y"] * 20, name="age")
    found = resampled(
        sample_of(towns, strata=strata), {"known": [0] * 2 + [1] * 20}, replicates=9, seed=1, shrink=False
    )
    assert found.replicates.ravel() == pytest.approx([20 / 22] * 9)


def test_shrinking_draws_figures_in_and_scales_the_replicates() -> None:
    plain, drawn_in = surveyed(2000), surveyed(2000, shrink=True)
    assert (np.ptp(drawn_in.values, axis=0) < np.ptp(plain.values, axis=0)).all()
    assert drawn_in.replicates.mean(axis=0) == pytest.approx(drawn_in.values, abs=0.1)
    ratio = drawn_in.replicates.std(axis=0) / plain.replicates.std(axis=0)
    assert ratio == pytest.approx(drawn_in.errors / plain.errors)


def test_towns_that_answer_alike_still_have_a_spread_when_shrunk() -> None:
    towns = groups_of(np.repeat(TOWNS[:4], 6).tolist(), name="town")
    answers = [1.0] * 6 + [0.0] * 6 + [1, 0, 1, 1, 1, 0] + [0, 0, 1, 0, 0, 0]
    found = resampled(sample_of(towns), {"known": answers}, replicates=500, seed=1)
    assert (found.replicates.std(axis=0) > 0.02).all()
    assert 0 < found.values[1, 0] < found.values[0, 0] < 1


def test_a_town_that_was_asked_whole_has_no_spread_and_is_not_drawn_in() -> None:
    sample, answers = asked()
    everyone = sample_of(sample.groups, population=dict.fromkeys(TOWNS, 48.0) | {"A": 12.0})
    for shrink in (False, True):
        found = resampled(everyone, answers, replicates=400, seed=1, shrink=shrink)
        assert found.values[0] == pytest.approx(
            [means(everyone, each, question="q").value[0] for each in answers.values()]
        )
        assert found.replicates[:, 0].std(axis=0) == pytest.approx([0, 0])
        assert found.replicates[:, 1:].std(axis=0) == pytest.approx(found.errors[1:], rel=0.15)
    wide = resampled(sample_of(sample.groups), answers, replicates=400, seed=1, shrink=False)
    assert wide.replicates[:, 0].std(axis=0).min() > 0.1


def test_a_town_of_nobody_is_missing_and_one_of_one_person_is_drawn_in_most() -> None:
    codes = [*np.repeat(TOWNS[:3], 8).tolist(), "D"]
    towns = groups_of(codes, name="town", known=TOWNS)
    answers = np.random.default_rng(3).normal(towns.positions * 2.0, 1)
    found = resampled(sample_of(towns), {"known": answers, "image": -answers}, replicates=50, seed=1)
    assert np.isnan(found.values[4]).all()
    assert np.isnan(found.replicates[:, 4]).all()
    assert found.counts[:, 0].tolist() == [8, 8, 8, 1, 0]
    assert (found.replicates[:, 3].std(axis=0) > 1.5 * found.replicates[:, 2].std(axis=0)).all()
    scores = joint(STATISTICS, STRUCTURE, TOLD, found, seed=1).scores
    assert not np.isnan(scores).any()
    with pytest.raises(InputProblem, match="E, known: the figure is missing"):
        joint(STATISTICS, STRUCTURE, {"treat": {}}, found, seed=1)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    first, again = (surveyed(50, shrink=True).replicates.tobytes() for _ in range(2))
    other = resampled(*asked(), replicates=50, seed=5).replicates.tobytes()
    assert first == again != other


def test_every_replicate_is_the_index_built_with_its_figures_and_choices() -> None:
    """Treatment forced, the scale, the mean and the weights uncertain; a unit without a survey among them."""
    choices = [
        Choice(
            "treat",
            "treat",
            ({"force": True}, {"apply": False}, {"skew": 0.2, "kurt": -5, "winmax": 1}),
            ("1", "2", "3"),
        ),
        Choice("scale", "normalise", ({"method": "minmax", "range": [1, 100]}, {"method": "zscore"}), ("1", "2")),
        Choice("weights", "aggregate.weights", ({}, {"hard": 0.2}), ("1", "2")),
    ]
    survey = surveyed(60)
    found = joint(STATISTICS, STRUCTURE, TOLD, survey, choices=choices, seed=3)
    assert len(np.unique(found.positions, axis=0)) > 8
    units, rows = with_survey(STATISTICS, STRUCTURE, survey)
    assert rows == [0, 1, 2, 3, 4]
    for place in range(60):
        values = units.values.copy()
        values[:5, 1:] = survey.replicates[place]
        told = with_values(TOLD, choices, [int(each) for each in found.positions[place]])
        alone = built(units.with_values(values), STRUCTURE, recipe_of(told))
        assert found.scores[place] == pytest.approx(alone.top, rel=1e-12)
    assert found.nominal.top == pytest.approx(built(units, STRUCTURE, recipe_of(TOLD)).top)
    assert found.repeated == 0


def test_a_survey_that_never_varies_is_the_replayer() -> None:
    survey = surveyed()
    still = SurveyFigures(
        survey.towns,
        survey.questions,
        survey.values,
        survey.errors,
        survey.counts,
        np.broadcast_to(survey.values, (30, 5, 2)),
    )
    choices = [Choice("mean", "aggregate.method", ("arithmetic", "geometric", "copeland"), ("1", "2", "3"))]
    found = joint(STATISTICS, STRUCTURE, TOLD, still, choices=choices, seed=3)
    units, _ = with_survey(STATISTICS, STRUCTURE, survey)
    again = Replayer(units, STRUCTURE, TOLD, choices).scores(found.positions)
    assert found.scores == pytest.approx(again, rel=1e-12)


def test_units_that_a_choice_screens_out_are_missing_in_its_replicates() -> None:
    choices = [Choice("left out", "screen.exclude", ([], ["B"]), ("1", "2"))]
    found = joint(STATISTICS, STRUCTURE, TOLD, surveyed(40), choices=choices, seed=3)
    left_out = found.positions[:, 0] == 1
    assert 0 < left_out.sum() < 40
    assert np.isnan(found.scores[:, 1]).tolist() == left_out.tolist()
    assert not np.isnan(np.delete(found.scores, 1, axis=1)).any()


def test_replicates_in_which_nobody_was_drawn_repeat_the_figure_and_are_counted() -> None:
    survey, filled = surveyed(), surveyed()
    survey.replicates[2, 3, 1] = NAN
    filled.replicates[2, 3, 1] = filled.values[3, 1]
    found, told = (joint(STATISTICS, STRUCTURE, TOLD, each, seed=3) for each in (survey, filled))
    assert found.repeated == 1
    assert found.scores.tolist() == told.scores.tolist()


def test_the_same_seed_gives_the_same_index() -> None:
    choices = [Choice("weights", "aggregate.weights", ({}, {"hard": 0.2}), ("1", "2"))]
    first, again = (
        joint(STATISTICS, STRUCTURE, TOLD, surveyed(20, shrink=True), choices=choices, seed=3).scores for _ in range(2)
    )
    assert first.tobytes() == again.tobytes()


def told_of(statistics: UnitTable, survey: SurveyFigures) -> list[str]:
    with pytest.raises(InputProblem) as raised:
        joint(statistics, STRUCTURE, TOLD, survey, seed=1)
    assert all(len(set(problem.message.as_dict().values())) == 3 for problem in raised.value.problems)
    return [problem.message.en for problem in raised.value.problems]


def test_what_does_not_fit_together_is_told() -> None:
    survey = surveyed()
    without = STATISTICS.of_units(np.array([True, True, True, True, False, True]))
    assert told_of(without, survey)[0].startswith("E is in the survey but not in the statistics")
    twice = UnitTable(STATISTICS.units, ("jobs", "known"), np.ones((6, 2)))
    assert told_of(twice, survey)[0].startswith("The indicator known has figures in the survey and in the statistics")
    panel = UnitTable(STATISTICS.units, ("jobs",), STATISTICS.values, rounds=("2018", "2019") * 3)
    assert "here are 2" in told_of(panel, survey)[0]
    strange = SurveyFigures(
        survey.towns, ("move", "image"), survey.values, survey.errors, survey.counts, survey.replicates
    )
    assert told_of(STATISTICS, strange)[0].startswith("The question move is not in the structure")
    same = SurveyFigures(
        survey.towns, survey.questions, np.ones((5, 2)), survey.errors, survey.counts, survey.replicates
    )
    assert told_of(STATISTICS, same)[0].startswith("known: the survey tells no town from another")
    with pytest.raises(InputProblem, match="There are 1 replicates"):
        resampled(*asked(), replicates=1, seed=1)


def test_a_geometric_mean_of_what_is_not_positive_is_told_by_unit_and_code() -> None:
    with pytest.raises(InputProblem) as raised:
        joint(STATISTICS, STRUCTURE, {**TOLD, "normalise": {"range": [0, 100]}}, surveyed(), choices=[MEANS], seed=1)
    assert "the mean (geometric) needs figures above zero" in raised.value.problems[0].message.en
    with pytest.raises(InputProblem, match=r"the mean \(geometric\) needs figures above zero"):
        Replayer(small.units(), small.structure(), {"treat": {"apply": False}}, [MEANS]).scores(np.array([[1]]))


MEANS = Choice("mean", "aggregate.method", ("arithmetic", "geometric"), ("1", "2"))
SCORES = np.array([[3.0, 2, 1], [3, 1, 2], [2, 3, 1], [3, 2, NAN]])


def test_chances_by_hand() -> None:
    assert chance_of_top(SCORES, 1).tolist() == [0.75, 0.25, 0]
    assert chance_of_top(SCORES, 2).tolist() == [1, 0.75, 0.25]
    assert chances_of_lead(SCORES)[0].tolist() == pytest.approx([0.5, 0.75, 1])
    assert chance_of_lead(SCORES, ("a", "b", "c"), "b", "c") == pytest.approx(2 / 3)
    with pytest.raises(InputProblem, match="The unit x is not in the index"):
        chance_of_lead(SCORES, ("a", "b", "c"), "x", "c")


def test_score_intervals_leave_the_level_between() -> None:
    scores = np.column_stack([np.arange(101.0), np.full(101, 7.0), np.full(101, NAN)])
    assert score_intervals(scores, 0.9) == pytest.approx(np.array([[5, 95], [7, 7], [NAN, NAN]]), nan_ok=True)


def test_ranks_far_apart_are_sure_and_near_ones_are_not() -> None:
    random = np.random.default_rng(1)
    scores = np.array([50, 30, 29.9, 10.0]) + random.normal(0, 1, (500, 4))
    assert rank_intervals(scores).tolist() == [[1, 1], [2, 3], [2, 3], [4, 4]]
    assert tied_groups(scores, np.array([50, 30, 29.9, 10])) == [[0], [1, 2], [3]]
    assert rank_intervals(np.array([[3.0, 1, NAN]] * 5)).tolist()[:2] == [[1, 1], [2, 2]]
    assert tied_groups(np.array([[3.0, 1, NAN]] * 5), np.array([3.0, 1, NAN])) == [[0], [1]]


def test_rank_intervals_cover_all_differences_at_once() -> None:
    """One unit against 20 like it: each difference alone would be sure now and then, all together seldom are."""
    random = np.random.default_rng(8)
    sure = 0
    for _ in range(30):
        estimates = random.normal(0, 1, 21)
        low, high = rank_intervals(estimates + random.normal(0, 1, (100, 21)), 0.9)[0]
        sure += bool(low > 1 or high < 21)
    assert sure <= 9
