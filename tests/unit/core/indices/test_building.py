"""An index of four towns worked by hand: each step, the scores, the ranks, the weights."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from seutu.core.indices.building import Index, built
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.structure import Kind, Node, checked_structure
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, NODES, structure, units

PLAIN: Mapping[str, Any] = {"treat": {"apply": False}}


def index(told: Mapping[str, Any] = PLAIN, **columns: list[float]) -> Index:
    return built(units(**columns), structure(), recipe_of({**PLAIN, **told}))


def refused(told: Mapping[str, Any], **columns: list[float]) -> list[str]:
    with pytest.raises(InputProblem) as problem:
        index(told, **columns)
    return [each.message.en for each in problem.value.problems]


def test_scores_are_weighted_means_of_normalised_figures() -> None:
    made = index()
    assert made.after[Step.DENOMINATE].column("jobs").tolist() == [0.4, 0.9, 0.6, 0.4]
    assert made.after[Step.NORMALISE].column("away") == pytest.approx([50, 100, 250 / 3, 0])
    vitality = [0.0, 75.0, 35.0, 75.0]  # a fourth of jobs and three fourths of firms
    vitality[1] = 0.25 * 100 + 0.75 * 200 / 3
    vitality[2] = 0.25 * 40 + 0.75 * 100 / 3
    pull = [25.0, 100.0, (250 / 3 + 100 / 3) / 2, 100 / 3]
    assert made.scores["vitality"] == pytest.approx(vitality)
    assert made.scores["pull"] == pytest.approx(pull)
    assert made.top == pytest.approx([0.25 * low + 0.75 * high for low, high in zip(vitality, pull, strict=True)])
    assert made.ranks()["index"].tolist() == [4, 1, 2, 3]
    assert made.ranks()["jobs"].tolist() == [3, 1, 2, 3]
    assert made.effective_weights() == pytest.approx(
        {
            "index": 1,
            "vitality": 0.25,
            "pull": 0.75,
            "jobs": 0.0625,
            "firms": 0.1875,
            "away": 0.375,
            "fame": 0.375,
        }
    )


def test_weights_of_the_recipe_replace_those_of_the_structure_where_they_are_named() -> None:
    made = index({"aggregate": {"weights": {"pull": 0}}})
    assert made.top == pytest.approx(made.scores["vitality"])
    assert made.effective_weights()["away"] == 0


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ({"method": "minmax", "range": [1, 100]}, [1, 34, 67, 100]),
        ({"method": "zscore"}, [-1.161895, -0.387298, 0.387298, 1.161895]),
        ({"method": "scaled", "offset": 10, "factor": 10}, [0, 1, 2, 3]),
        ({"method": "rank"}, [1, 2, 3, 4]),
        ({"method": "prank"}, [0, 1 / 3, 2 / 3, 1]),
        ({"method": "borda"}, [0, 1, 2, 3]),
        ({"method": "dist2max"}, [0, 1 / 3, 2 / 3, 1]),
        ({"method": "dist2ref", "reference": "C"}, [0, 0.5, 1, 1.5]),
        ({"method": "dist2ref", "reference": "C", "cap": True}, [0, 0.5, 1, 1]),
        ({"method": "dist2targ", "target": 60}, [0, 0.2, 0.4, 0.6]),
        ({"method": "fracmax"}, [0.25, 0.5, 0.75, 1]),
        ({"method": "goalposts", "goalposts": [15, 35]}, [0, 25, 75, 100]),
        ({"method": "quantile", "classes": 2}, [1, 1, 2, 2]),
        ({"method": "quantile"}, [1, 2, 3, 4]),
        ({"method": "mpi"}, [86.583592, 95.527864, 104.472136, 113.416408]),
        ({"method": "ampi"}, [70, 90, 110, 130]),
        ({"method": "ampi", "goalposts": [0, 40]}, [85, 100, 115, 130]),
    ],
)
def test_each_normalisation_of_ten_twenty_thirty_forty(scale: Mapping[str, Any], expected: list[float]) -> None:
    made = index({"normalise": {"own": {"firms": scale}}}, firms=[10.0, 20.0, 30.0, 40.0])
    assert made.after[Step.NORMALISE].column("firms") == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ({"method": "minmax"}, [100, 75, 50, 0]),
        ({"method": "rank"}, [4, 3, 2, 1]),
        ({"method": "fracmax"}, [1, 2 / 3, 0.5, 1 / 3]),
        ({"method": "goalposts", "goalposts": [3, 5]}, [100, 100, 50, 0]),
        ({"method": "dist2targ", "target": 1}, [0.8, 0.6, 0.4, 0]),
        ({"method": "ampi", "goalposts": [0, 8]}, [115, 107.5, 100, 85]),
    ],
)
def test_less_is_better_where_the_direction_says_so(scale: Mapping[str, Any], expected: list[float]) -> None:
    made = index({"normalise": {"own": {"away": scale}}}, away=[2.0, 3.0, 4.0, 6.0])
    assert made.after[Step.NORMALISE].column("away") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("aggregate", "expected"),
    [
        ({"method": "arithmetic"}, 0.25 * 4 + 0.75 * 16),
        ({"method": "geometric"}, 4**0.25 * 16**0.75),
        ({"method": "harmonic"}, 1 / (0.25 / 4 + 0.75 / 16)),
        ({"method": "power", "power": 2}, (0.25 * 16 + 0.75 * 256) ** 0.5),
        ({"method": "power", "power": 0}, 4**0.25 * 16**0.75),
        ({"method": "median"}, 10),
        ({"method": "minimum"}, 4),
        ({"method": "mpi"}, 13 - (0.25 * 81 + 0.75 * 9) / 13),
    ],
)
def test_each_mean_of_four_and_sixteen(aggregate: Mapping[str, Any], expected: float) -> None:
    bare = {"denominate": {"apply": False}, "normalise": {"method": "none"}, "aggregate": aggregate}
    rows = {"jobs": [4.0, 1.0, 2.0, 3.0], "firms": [16.0, 1.0, 2.0, 3.0]}
    plain = {node.code: replace(node, direction=1) for node in NODES}
    made = built(units(**rows), structure(changed=plain), recipe_of({**PLAIN, **bare}))
    assert made.scores["vitality"][0] == pytest.approx(expected)


def test_copeland_counts_pairs_won_less_pairs_lost() -> None:
    made = index({"aggregate": {"method": ["copeland", "arithmetic"]}})
    # firms weighs three fourths, so the pairs of vitality go by firms alone
    assert made.scores["vitality"].tolist() == [-3, 1, -1, 3]


def test_a_missing_part_leaves_its_weight_to_the_others_unless_too_few_are_there() -> None:
    lacking = {"jobs": [NAN, 90.0, 60.0, 20.0], "away": [NAN, 2.0, 3.0, 8.0], "fame": [NAN, 4.0, 2.0, 3.0]}
    made = index({"impute": {"method": "none"}}, **lacking)
    assert made.scores["vitality"][0] == made.after[Step.NORMALISE].column("firms")[0]
    assert np.isnan(made.scores["pull"][0])
    assert made.top[0] == made.scores["vitality"][0]
    strict = index({"impute": {"method": "none"}, "aggregate": {"min_available": 0.6}}, **lacking)
    assert np.isnan(strict.scores["vitality"][0])
    assert np.isnan(strict.ranks()["index"][0])
    assert sorted(strict.ranks()["index"][1:]) == [1, 2, 3]


@pytest.mark.parametrize(
    ("method", "filled"), [("mean", 30.0), ("median", 30.0), ("group_mean", 30.0), ("group_median", 30.0)]
)
def test_what_was_filled_is_known(method: str, filled: float) -> None:
    made = index({"impute": {"method": method, "group": "side"}}, firms=[NAN, 30.0, 20.0, 40.0])
    assert made.after[Step.IMPUTE].column("firms")[0] == filled
    assert np.argwhere(made.imputed).tolist() == [[0, 1]]


def test_nothing_is_filled_without_a_word() -> None:
    found = refused({}, firms=[NAN, 30.0, 20.0, NAN])
    assert [each.split(":")[0] for each in found] == ["A, firms", "D, firms"]
    assert "add [impute] method to the recipe" in found[0]
    found = refused({"impute": {"method": "group_mean", "group": "side"}}, firms=[NAN, NAN, 20.0, 40.0])
    assert found[0].startswith("A, firms: the missing figure cannot be imputed, because in the group itä")


def test_units_with_too_little_are_left_out_and_told() -> None:
    lacking = {"jobs": [NAN, 90.0, 60.0, 20.0], "away": [NAN, 2.0, 3.0, 8.0]}
    made = index({"impute": {"method": "none"}, "screen": {"method": "by_missing"}}, **lacking)
    assert made.units == ("B", "C", "D")
    assert (made.availability[0].available, made.availability[0].kept) == (0.5, False)
    kept = index(
        {"impute": {"method": "none"}, "screen": {"method": "by_missing", "include": ["A"], "exclude": ["D"]}},
        **lacking,
    )
    assert kept.units == ("A", "B", "C")
    by_part = index(
        {"impute": {"method": "none"}, "screen": {"method": "by_missing", "min_available": 0.5, "under": ["vitality"]}},
        **lacking,
    )
    assert by_part.units == ("A", "B", "C", "D")


def test_steps_run_in_the_order_of_the_recipe() -> None:
    told = {"screen": {"method": "by_missing"}, "impute": {"method": "mean"}}
    lacking = {"jobs": [NAN, 90.0, 60.0, 20.0], "away": [NAN, 2.0, 3.0, 8.0]}
    assert index({**told}, **lacking).units == ("B", "C", "D")
    assert index(dict(reversed(told.items())), **lacking).units == ("A", "B", "C", "D")
    assert recipe_of({"impute": {"method": "mean"}}).order == tuple(Step)
    (only,) = refused({"aggregate": {}, "normalise": {}})
    assert "normalise" in only


def test_figures_that_do_not_fit_the_mean_are_named_with_their_cells() -> None:
    (first, *_) = refused({"aggregate": {"method": "geometric"}})
    assert first.startswith("A, jobs: the mean (geometric) needs figures above zero, but this is 0.")
    (constant,) = refused({}, firms=[7.0] * 4)
    assert constant.startswith("The indicator firms has the same figure 7 for every unit")


def test_a_structure_of_ten_thousand_levels_is_refused() -> None:
    most = 10_000
    rows = [Node(code="a", name="A", kind=Kind.INDICATOR, level=1, parent="g2")]
    for level in range(2, most + 1):
        parent = f"g{level + 1}" if level < most else None
        rows.append(Node(code=f"g{level}", name="G", kind=Kind.AGGREGATE, level=level, parent=parent))
    with pytest.raises(InputProblem, match="at most 20 levels"):
        checked_structure(rows)
