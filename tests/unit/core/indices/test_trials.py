"""An index tried with other choices: the grid, two rankings beside one another, and where a unit stands."""

import math

import numpy as np
import pytest

from seutu.core.indices.comparing import changes, likeness, moves
from seutu.core.indices.plain_structures import rows_of, structure_of
from seutu.core.indices.standing import standing_of
from seutu.core.indices.trials import tried
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem

ROWS = [
    {"code": "index", "name": "Elinvoima"},
    {"code": "jobs", "parent": "index", "weight": 2},
    {"code": "away", "parent": "index", "direction": -1},
]
TOLD = {"impute": {"method": "none"}, "treat": {"apply": False}, "normalise": {"method": "prank", "range": [0, 100]}}


def table(jobs: list[float], away: list[float]) -> UnitTable:
    units = tuple("ABCDEFGH"[: len(jobs)])
    return UnitTable(units, ("jobs", "away"), np.array([jobs, away], dtype=np.float64).T)


def test_plain_rows_make_a_structure_whose_levels_follow_from_the_parents_and_come_back_the_same() -> None:
    deep = [
        {"code": "index"},
        {"code": "work", "parent": "index", "weight": 0.5},
        {"code": "jobs", "parent": "work"},
        {"code": "pay", "parent": "work", "direction": -1, "weight": 3},
    ]
    made = structure_of(deep)
    assert {node.code: node.level for node in made.nodes} == {"index": 3, "work": 2, "jobs": 1, "pay": 1}
    assert rows_of(made) == deep


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ({"code": "a"}, "list of rows"),
        ([{"parent": "a"}], "list of rows"),
        ([{"code": "a", "wieght": 1}], "wieght"),
        ([{"code": "a", "weight": "many"}], "many"),
        ([{"code": "a", "weight": math.nan}], "nan"),
        ([{"code": "a", "parent": "b"}, {"code": "b", "parent": "a"}], "above itself"),
        ([{"code": "a"}, {"code": "b", "parent": "a", "direction": 0.5}], "irection"),
        ([{"code": "a"}, {"code": "b", "parent": "c"}], "c"),
    ],
)
def test_rows_that_make_no_structure_are_refused_in_words(rows: object, says: str) -> None:
    with pytest.raises(InputProblem, match=says):
        structure_of(rows)


def test_a_grid_has_every_combination_once_and_stays_within_its_replicates() -> None:
    found = tried(table([1, 2, 3, 4, math.nan], [5, 3, 4, 2, 1]), structure_of(ROWS), TOLD, replicates=100)
    assert [choice.name for choice in found.choices] == ["weights", "normalisation", "aggregation", "missing"]
    assert found.sizes == (8, 3, 2, 2)
    assert len(np.unique(found.uncertainty.positions, axis=0)) == len(found.uncertainty.scores) == 96


def test_weights_are_drawn_round_those_of_the_structure_and_the_same_seed_draws_the_same() -> None:
    figures = table([1, 2, 3, 4], [1, 2, 3, 4])
    one, two = (tried(figures, structure_of(ROWS), TOLD, seed=3) for _ in range(2))
    assert np.array_equal(one.uncertainty.scores, two.uncertainty.scores)
    drawn = [each["jobs"] for each in one.choices[0].values]
    assert 1.5 <= min(drawn) < 1.7
    assert 2.3 < max(drawn) <= 2.5


def test_a_recipe_with_a_scale_of_a_single_indicator_is_varied_by_its_weights_alone() -> None:
    told = {**TOLD, "normalise": {"own": {"jobs": {"method": "goalposts", "goalposts": [0, 10]}}}}
    found = tried(table([1, 2, 3, 4], [5, 3, 4, 2]), structure_of(ROWS), told)
    assert [choice.name for choice in found.choices] == ["weights"]


def test_a_move_inside_the_interval_of_the_old_rank_is_noise_and_one_beyond_it_is_not() -> None:
    before = tried(table([8, 7, 6, 5, 1], [1, 2, 3, 4, 5]), structure_of(ROWS), TOLD)
    assert before.uncertainty.intervals()[:, [0, 2]].tolist() == [[n, n] for n in range(1, 6)]
    after = np.array([2.0, 1.0, 3.0, 4.0, 5.0])
    assert [(m.unit, m.before, m.after, m.is_noise) for m in moves(before, after)] == [
        ("B", 2, 1, False),
        ("A", 1, 2, False),
    ]
    close = tried(table([8, 7.9, 6, 5, 1], [2, 1.9, 3, 4, 5]), structure_of(ROWS), TOLD)
    swapped = close.uncertainty.nominal.copy()
    swapped[[0, 1]] = swapped[[1, 0]]
    assert all(move.is_noise for move in moves(close, swapped)), close.uncertainty.intervals()


def test_likeness_is_spearmans_and_kendalls_over_the_units_of_both() -> None:
    found = likeness(np.array([1.0, 2, 3, 4, math.nan]), np.array([1.0, 2, 4, 3, 5]))
    assert (found.units, round(found.spearman, 6), round(found.kendall, 6)) == (4, 0.8, 0.666667)
    assert math.isnan(likeness(np.array([1.0, 1, 1]), np.array([1.0, 2, 3])).spearman)


def test_a_change_between_rounds_is_among_the_units_of_both_and_sure_only_where_no_choice_undoes_it() -> None:
    first = tried(table([8, 7, 6, 5, 1], [1, 2, 3, 4, 5]), structure_of(ROWS), TOLD)
    later = table([1, 7, 6, 5, 8], [5, 2, 3, 4, 1])
    second = tried(UnitTable(("A", "B", "C", "D", "new"), later.columns, later.values), structure_of(ROWS), TOLD)
    found = {change.unit: change for change in changes(first, second)}
    assert sorted(found) == ["A", "B", "C", "D"]
    assert (found["A"].before, found["A"].after, found["A"].is_sure) == (1, 4, True)
    assert (found["B"].before, found["B"].after) == (2, 1)
    same = changes(first, first)
    assert [(change.low, change.high, change.is_sure) for change in same] == [(0.0, 0.0, False)] * 5


def test_a_standing_tells_what_the_rank_depends_on_and_shares_of_choices_are_exact() -> None:
    figures = table([10, 9, 8, 1], [4, 2, 3, 30])
    trial = tried(figures, structure_of(ROWS), TOLD)
    found = standing_of(trial, TOLD, "A", title="Oma")
    assert found is not None
    assert (found.index, found.place, found.rank, found.units, found.chance_of_top_ten) == ("Oma", "A", 1, 4, 1.0)
    assert [(each.code, each.value, each.rank) for each in found.strongest] == [("jobs", 10.0, 1), ("away", 4.0, 3)]
    cells = trial.uncertainty.ranks[:, 0].reshape(trial.sizes)
    normalisation = next(each for each in found.moved_by if each.choice == "normalisation")
    assert normalisation.share == pytest.approx(float(cells.var(axis=1).mean() / cells.var()))
    assert [label for label, _ in normalisation.ranks] == ["prank", "minmax", "zscore"]
    assert [(each.code, each.rank) for each in found.without] == [("jobs", 3)]


def test_a_unit_without_a_score_has_no_standing() -> None:
    trial = tried(table([1, 2, 3, math.nan], [3, 2, 1, math.nan]), structure_of(ROWS), TOLD)
    assert standing_of(trial, TOLD, "D") is None
    assert standing_of(trial, TOLD, "Z") is None
