"""Weights that are worked out: by hand where it can be, else checked against what they promise."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from seutu.core.indices.auditing import influences
from seutu.core.indices.balancing import balanced, correlation_shares
from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.stakeholder_weights import RANDOM_INDEX, joint_matrix, principal_weights, shared_points
from seutu.core.indices.weighting import loading_weights
from seutu.core.indices.weighting_recipes import Negative
from seutu.core.indices.weights_found import Fact
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

PLAIN: Mapping[str, Any] = {"treat": {"apply": False}}


def recipe(**weighting: Any) -> dict[str, Any]:
    return {**PLAIN, "aggregate": {"weighting": weighting}}


def index(**weighting: Any) -> Index:
    return built(units(), structure(), recipe_of(recipe(**weighting)))


def refused(told: Mapping[str, Any]) -> list[str]:
    with pytest.raises(InputProblem) as problem:
        built(units(), structure(), recipe_of(told))
    return [each.message.en for each in problem.value.problems]


def facts(made: Index, fact: Fact) -> dict[tuple[str, str], float]:
    return {(each.code, each.of): each.figure for each in made.weighting.facts if each.fact is fact}


def test_equal_weights_are_of_the_levels_that_are_told() -> None:
    everywhere = index(method="equal").effective_weights()
    assert [everywhere[code] for code in ("jobs", "firms", "vitality", "pull")] == [0.25, 0.25, 0.5, 0.5]
    lowest = index(method="equal", levels=[1]).effective_weights()
    assert [lowest[code] for code in ("jobs", "firms", "vitality", "pull")] == [0.125, 0.125, 0.25, 0.75]


def test_indicators_weigh_the_same_wherever_they_stand() -> None:
    moved = structure(changed={"fame": replaced("fame", parent="vitality")})
    made = built(units(), moved, recipe_of(recipe(method="equal_indicators"))).effective_weights()
    assert [made[code] for code in ("jobs", "firms", "away", "fame")] == pytest.approx([0.25] * 4)
    assert made["vitality"] == pytest.approx(0.75)


def replaced(code: str, **changes: Any) -> Any:
    from dataclasses import replace

    return replace(structure().by_code[code], **changes)


def test_points_become_mean_shares_and_the_disagreement_is_told() -> None:
    points = {
        "kunta": {"vitality": 60, "pull": 40},
        "yritys": {"vitality": 80, "pull": 20},
        "koulu": {"jobs": 10, "firms": 90},
    }
    made = index(method="budget_allocation", points=points)
    shares = made.effective_weights()
    assert [shares[code] for code in ("vitality", "pull", "jobs")] == pytest.approx([0.7, 0.3, 0.07])
    assert facts(made, Fact.STAKEHOLDERS) == {("vitality", ""): 1, ("index", ""): 2}
    assert facts(made, Fact.LOWEST)["vitality", ""] == 0.6
    assert facts(made, Fact.HIGHEST)["vitality", ""] == 0.8
    assert facts(made, Fact.SD)["vitality", ""] == pytest.approx(0.1 * math.sqrt(2))
    assert math.isnan(facts(made, Fact.SD)["jobs", ""])
    assert made.weighting.by_code.keys() == {"vitality", "pull", "jobs", "firms"}
    one = index(method="budget_allocation", points=points, stakeholders=["kunta"])
    assert one.effective_weights()["vitality"] == pytest.approx(0.6)


def test_points_that_are_not_a_hundred_or_lack_a_part_are_refused() -> None:
    points = {"kunta": {"vitality": 60, "pull": 30}, "yritys": {"vitality": 100}, "koulu": {"kuu": 100}}
    assert refused(recipe(method="budget_allocation", points=points)) == [
        (
            "aggregate.weighting.points.koulu: the code kuu is not on a level that is weighed. Correct the code or the "
            "level (levels)."
        ),
        "kunta: the points in the aggregate index add up to 90, not 100. Correct them.",
        "yritys: the part pull has no points in the aggregate index. Give it points; 0 where it weighs nothing.",
    ]
    assert refused(recipe(method="budget_allocation"))[0].startswith("aggregate.weighting.points: there are no answers")
    (unknown,) = refused(recipe(method="budget_allocation", points={"a": {}}, stakeholders=["b"]))
    assert unknown == "There is no stakeholder b. They are a."


def test_pairs_of_one_mind_give_back_their_weights() -> None:
    weights = np.array([0.5, 0.3, 0.2])
    found, ratio = principal_weights(weights[:, None] / weights[None, :])
    assert found == pytest.approx(weights, abs=1e-12)
    assert ratio == pytest.approx(0, abs=1e-12)


def test_a_matrix_of_three_is_worked_out_by_hand() -> None:
    """The characteristic polynomial of a reciprocal matrix of three is known: λ = 1 + t + 1/t, t³ = a12 a23 / a13."""
    matrix = np.array([[1, 3, 5], [1 / 3, 1, 4], [1 / 5, 1 / 4, 1]])
    t = (3 * 4 / 5) ** (1 / 3)
    found, ratio = principal_weights(matrix)
    assert ratio == pytest.approx((1 + t + 1 / t - 3) / 2 / 0.58, rel=1e-9)
    rows = matrix.prod(axis=1) ** (1 / 3)  # for three parts the eigenvector is the geometric means of the rows
    assert found == pytest.approx(rows / rows.sum(), rel=1e-9)
    assert len(RANDOM_INDEX) == 15


def test_several_minds_are_joined_by_geometric_means() -> None:
    comparisons = {"kunta": [["vitality", "pull", 4]], "yritys": [["pull", "vitality", 1]]}
    made = index(method="ahp", comparisons=comparisons)
    assert made.effective_weights()["vitality"] == pytest.approx(2 / 3)  # √(4 · 1) = 2 to 1
    assert facts(made, Fact.CONSISTENCY_RATIO) == {("index", "kunta"): 0, ("index", "yritys"): 0, ("index", ""): 0}
    pair = np.array([[[1.0, 4.0], [0.25, 1.0]], [[1.0, 1.0], [1.0, 1.0]]])
    assert joint_matrix(pair) == pytest.approx(np.array([[1, 2], [0.5, 1]]))


def test_comparisons_that_contradict_one_another_are_told_not_refused() -> None:
    three = structure(changed={"fame": replaced("fame", parent="vitality")})
    pairs = [["jobs", "firms", 9], ["firms", "fame", 9], ["fame", "jobs", 9]]
    made = built(units(), three, recipe_of(recipe(method="ahp", comparisons={"kunta": pairs})))
    assert [note.en.split(":")[0] for note in made.weighting.notes] == ["kunta, vitality", "All together, vitality"]
    assert facts(made, Fact.CONSISTENCY_RATIO)["vitality", "kunta"] == pytest.approx((9 + 1 / 9 - 2) / 2 / 0.58)
    quiet = built(units(), three, recipe_of(recipe(method="ahp", comparisons={"kunta": pairs}, max_ratio=7)))
    assert quiet.weighting.notes == ()


def test_pairs_that_are_missing_twice_strange_or_off_the_scale_are_refused() -> None:
    three = structure(changed={"fame": replaced("fame", parent="vitality")})
    pairs = [
        ["jobs", "firms", 3],
        ["firms", "jobs", 3],
        ["jobs", "away", 2],
        ["vitality", "pull", 10],
        ["kuu", "jobs", 1],
    ]
    with pytest.raises(InputProblem) as problem:
        built(units(), three, recipe_of(recipe(method="ahp", comparisons={"kunta": pairs})))
    said = [each.message.en for each in problem.value.problems]
    assert [sentence.split(". ")[0] for sentence in said] == [
        "aggregate.weighting.comparisons.kunta: the code kuu is not on a level that is weighed",
        "kunta: the parts firms and jobs have been compared twice",
        "kunta: the parts jobs and away do not belong to one aggregate, so they are not compared.",
        "kunta: vitality / pull is 10",
        "kunta: the parts jobs and fame have not been compared in the aggregate vitality",
        "kunta: the parts firms and fame have not been compared in the aggregate vitality",
    ]


def test_the_first_component_of_two_parts_is_known() -> None:
    """Of two parts with correlation r the loadings are both √((1 + r) / 2), and it explains (1 + r) / 2."""
    parts = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 4.0], [4.0, 3.0]])  # r = 0.6
    found = loading_weights("top", ["a", "b"], parts, Negative.REFUSE)
    assert found.by_code == pytest.approx({"a": 0.5, "b": 0.5})
    assert [each.figure for each in found.facts] == pytest.approx([math.sqrt(0.8), math.sqrt(0.8), 0.8])


def test_loadings_are_correlations_with_the_component_and_their_sum_is_above_zero() -> None:
    random = np.random.Generator(np.random.PCG64(3))
    base = random.normal(size=(40, 1))
    parts = base * np.array([1.0, 0.5, 0.8]) + random.normal(size=(40, 3))
    found = loading_weights("top", list("abc"), -parts, Negative.REFUSE)
    loadings = np.array([each.figure for each in found.facts[:3]])
    scores = ((parts - parts.mean(axis=0)) / parts.std(axis=0)) @ loadings
    assert loadings == pytest.approx([np.corrcoef(part, scores)[0, 1] for part in parts.T], rel=1e-9)
    assert list(found.by_code.values()) == pytest.approx(loadings / loadings.sum())


def test_a_negative_loading_is_refused_or_clipped_and_told() -> None:
    x = np.array([1.0, 2.0, 3.0, 4.0])
    parts = np.column_stack([x, x**2, -np.sqrt(x)])
    with pytest.raises(InputProblem, match="c has the loading -0"):
        loading_weights("top", list("abc"), parts, Negative.REFUSE)
    found = loading_weights("top", list("abc"), parts, Negative.CLIP)
    assert found.by_code["c"] == 0
    assert sum(found.by_code.values()) == pytest.approx(1)
    assert found.notes[0].en.endswith("and its weight became 0.")
    opposite = loading_weights("top", list("ab"), np.column_stack([x, -x]), Negative.CLIP)
    assert opposite.by_code == {"a": 1.0, "b": 0.0}  # a sum of 0 has no sign: the first part gives it


def test_parts_that_have_no_component_are_refused() -> None:
    with pytest.raises(InputProblem, match="only 2 units have every part"):
        loading_weights("top", list("ab"), np.array([[1.0, NAN], [2.0, 1.0], [3.0, 2.0]]), Negative.CLIP)
    with pytest.raises(InputProblem, match="the part b has the same figure"):
        loading_weights("top", list("ab"), np.array([[1.0, 2.0], [2.0, 2.0], [3.0, 2.0]]), Negative.CLIP)


def test_balanced_weights_reach_targets_that_can_be_reached() -> None:
    made = index(method="balanced", targets={"vitality": 0.4, "pull": 0.6})
    assert facts(made, Fact.REACHED) == pytest.approx({("vitality", ""): 0.4, ("pull", ""): 0.6}, abs=1e-9)
    columns = np.column_stack([made.scores["vitality"], made.scores["pull"]])
    again = [np.corrcoef(column, made.top)[0, 1] for column in columns.T]
    assert np.array(again) / sum(again) == pytest.approx([0.4, 0.6], abs=1e-9)
    assert made.weighting.notes == ()
    assert sum(made.weighting.by_code.values()) == pytest.approx(1)


def test_of_two_parts_equal_importance_is_known() -> None:
    """Parts of variances a² and b² go alike with the index where their weights are as b to a."""
    x, y = np.array([1.0, 2.0, 3.0, 4.0]), np.array([0.0, 4.0, 4.0, 0.0])
    columns = np.column_stack([x, y])

    def importance(weights: Any) -> Any:
        return correlation_shares(columns, weights @ columns.T)

    found = balanced(importance, np.array([0.5, 0.5]), [np.arange(2)])
    deviations = columns.std(axis=0)
    assert found == pytest.approx(deviations[::-1] / deviations.sum(), abs=1e-9)


def test_a_target_out_of_reach_is_named_with_how_near_it_got() -> None:
    made = index(method="balanced", targets={"vitality": 0.0, "pull": 1.0})
    (note,) = made.weighting.notes
    assert note.en.startswith("index: the targets cannot be met by any weights of 0 or more.")
    assert "vitality 0.0000 → " in note.en
    assert min(made.weighting.by_code.values()) >= 0


def test_missing_scores_are_left_out_pair_by_pair() -> None:
    columns = np.array([[1.0, 2.0], [2.0, NAN], [3.0, 1.0], [5.0, 4.0]])
    scores = np.array([[1.0, 2.0, 4.0, NAN], [1.0, 3.0, 2.0, 5.0]])
    found = correlation_shares(columns, scores)
    for row, each in enumerate(scores):
        expected = []
        for column in columns.T:
            both = ~np.isnan(each) & ~np.isnan(column)
            expected.append(np.corrcoef(each[both], column[both])[0, 1])
        assert found[row] == pytest.approx(np.array(expected) / sum(expected))


def test_what_cannot_be_balanced_is_refused() -> None:
    (several,) = refused(recipe(method="balanced", levels=[1, 2]))
    assert several.startswith("Weights are balanced against the index one level at a time, but there are 2")
    told = recipe(method="balanced")
    (mean,) = refused({**told, "aggregate": {**told["aggregate"], "method": "minimum"}})
    assert mean.startswith("index: the mean minimum does not follow the weights")
    assert refused(recipe(method="balanced", targets={"jobs": 1}))[0].startswith(
        "aggregate.weighting.targets: the code"
    )
    assert refused(recipe(method="balanced", targets={"pull": 0, "vitality": 0}))[0].startswith(
        "index: the targets add"
    )
    assert refused(recipe(method="equal", levels=[3]))[0].startswith("Level 3 has no parts to weigh")
    by_parent = index(method="balanced", against="parent", levels=[1, 2])
    assert by_parent.weighting.by_code.keys() == {"jobs", "firms", "away", "fame", "vitality", "pull"}


def test_a_weight_is_not_both_given_and_worked_out() -> None:
    told = recipe(method="equal", levels=[1])
    (both,) = refused({**told, "aggregate": {**told["aggregate"], "weights": {"jobs": 2}}})
    assert both.startswith("jobs: its weight is given ([aggregate.weights]), and the method equal")
    above = {**told, "aggregate": {**told["aggregate"], "weights": {"pull": 1}}}
    assert built(units(), structure(), recipe_of(above)).effective_weights()["jobs"] == 0.25


@pytest.mark.parametrize(
    ("weighting", "start"),
    [
        ({"method": "kuu"}, "aggregate.weighting.method: kuu is not allowed. Choose one of these: given, equal"),
        ({"levels": 2}, "aggregate.weighting.levels: a list of levels fits here"),
        ({"points": {"a": {"pull": -1}}}, "aggregate.weighting.points.a.pull: -1 is not allowed. Allowed numbers"),
        ({"comparisons": {"a": [["x", "y"]]}}, "aggregate.weighting.comparisons.a: this should be a list of"),
        ({"comparisons": {"a": [["x", "y", 0]]}}, "aggregate.weighting.comparisons.a: this should be a list of"),
        ({"kuu": 1}, "aggregate.weighting.kuu: there is no such key"),
    ],
)
def test_a_weighting_that_cannot_be_read_is_told(weighting: Mapping[str, Any], start: str) -> None:
    with pytest.raises(InputProblem) as problem:
        recipe_of({"aggregate": {"weighting": weighting}})
    assert problem.value.problems[0].message.en.startswith(start)


def test_where_weights_come_from_is_an_uncertain_choice() -> None:
    ways = ({"method": "given"}, {"method": "equal"}, {"method": "pca", "negative": "clip"}, {"method": "balanced"})
    choice = Choice("weights", "aggregate.weighting", ways, tuple("1234"))
    replayer = Replayer(units(), structure(), PLAIN, [choice])
    scores = replayer.scores(np.arange(4, dtype=np.int64)[:, None])
    for way, row in zip(ways, scores, strict=True):
        assert row == pytest.approx(index(**way).top)
    assert scores[2] == pytest.approx(scores[1])  # aggregates of two parts: loadings are the same
    assert len({tuple(row.round(6)) for row in scores[[0, 1, 3]]}) == 3


def test_leaving_one_out_keeps_the_other_weights_that_were_worked_out() -> None:
    told = recipe(method="balanced")
    made = built(units(), structure(), recipe_of(told))
    without = {**PLAIN, "aggregate": {"weights": {**made.weighting.by_code, "away": 0.0}}}
    expected = np.abs(built(units(), structure(), recipe_of(without)).ranks()["index"] - made.ranks()["index"])
    found = {each.code: each for each in influences(made, told)}
    assert found["away"].mean_shift == pytest.approx(expected.mean())


def test_points_of_one_stakeholder_have_no_spread() -> None:
    means, low, high, spread = shared_points(np.array([[25.0, 75.0]]))
    assert (means.tolist(), low.tolist(), high.tolist()) == ([0.25, 0.75],) * 3
    assert np.isnan(spread).all()
