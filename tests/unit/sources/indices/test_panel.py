"""A panel of five rounds: gaps filled over time as COINr's files have them, rounds together and each by itself."""

import csv
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from seutu.core.indices.auditing import influences
from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.comparing import changes_between
from seutu.core.indices.gap_filling import filled_over_time
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import OverTime, Step
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.sensitivity import exact_sensitivity
from seutu.core.indices.uncertainty import Uncertainty, replayed
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem
from seutu.reporting.indices.tables import tables_of_replicates
from seutu.sources.indices import read_structure, read_units
from tests.shared_material import SHARED, needs_shared
from tests.unit.core.indices.small import NAN, structure, units

FOLDER = SHARED / "coinr"
TOLD: Mapping[str, Any] = {
    "impute": {"over_time": "linear", "method": "group_mean", "group": "EurAsia_group"},
    "normalise": {"range": [1, 100]},
}


def panel(name: str) -> UnitTable:
    with Path(FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = tuple(code for code in rows[0] if code not in {"uCode", "Time"})
    values = [[float(row[code]) if row[code] else math.nan for code in columns] for row in rows]
    return UnitTable(
        tuple(row["uCode"] for row in rows), columns, np.array(values), rounds=tuple(row["Time"] for row in rows)
    )


def asem(told: Mapping[str, Any] = TOLD) -> tuple[UnitTable, Index]:
    hierarchy = read_structure(FOLDER / "asem_iMeta.csv")
    table = read_units(FOLDER / "asem_iData_panel.csv", hierarchy)
    return table, built(table, hierarchy, recipe_of(told))


@needs_shared
@pytest.mark.parametrize(
    ("way", "name"),
    [(OverTime.LATEST, "latest"), (OverTime.CONSTANT, "constant"), (OverTime.LINEAR, "linear-constant")],
)
def test_gaps_are_filled_as_in_the_example(way: OverTime, name: str) -> None:
    before, expected = panel("panel_with_gaps"), panel(f"panel_imputed_{name}")
    after, filled = filled_over_time(before, way)
    places = {key: row for row, key in enumerate(expected.keys)}
    order = [places[key] for key in after.keys]
    assert after.values.ravel().tolist() == pytest.approx(
        expected.values[order].ravel().tolist(), rel=1e-9, nan_ok=True
    )
    assert (filled == (np.isnan(before.values) & ~np.isnan(after.values))).all()


@needs_shared
def test_rounds_are_normalised_together_and_ranked_each_by_itself() -> None:
    _, index = asem()
    table = index.after[Step.NORMALISE]
    assert len(index.units) == 255
    for place in range(len(table.columns)):
        assert np.nanmin(table.values[:, place]) == pytest.approx(1)
        assert np.nanmax(table.values[:, place]) == pytest.approx(100)
    ranks = index.ranks()["Index"]
    for members in table.members():
        assert np.nanmin(ranks[members]) == 1
        assert np.nanmax(ranks[members]) <= 51


@needs_shared
def test_each_round_by_itself_is_the_index_of_that_round_alone() -> None:
    told = {"impute": {"method": "group_mean", "group": "EurAsia_group"}, "treat": {"rounds": "each"}}
    table, index = asem({**told, "normalise": {"range": [1, 100], "rounds": "each"}})
    of_2020 = np.array([each == "2020" for each in table.rounds])
    alone = built(
        replace(table.of_units(of_2020), rounds=()),
        index.structure,
        recipe_of({**told, "normalise": {"range": [1, 100]}}),
    )
    assert index.top[of_2020] == pytest.approx(alone.top, rel=1e-9)
    assert index.ranks()["Index"][of_2020].tolist() == alone.ranks()["Index"].tolist()


@needs_shared
def test_uncertainty_sensitivity_leaving_out_and_comparing_run_on_a_panel_normalised_together() -> None:
    table, index = asem()
    choices = [
        Choice("mean", "aggregate.method", ("arithmetic", "geometric"), ("1", "2")),
        Choice("rounds", "normalise.rounds", ("together", "each"), ("1", "2")),
    ]
    replayer = Replayer(table, index.structure, TOLD, choices)
    found = replayed(replayer, np.array([[0, 0], [1, 0], [0, 1], [1, 1]]))
    assert found.scores[0] == pytest.approx(index.top, rel=1e-9)
    assert found.ranks[0].tolist() == index.ranks()["Index"].tolist()
    assert not np.isnan(found.intervals()).any()
    assert all(each.total_order > 0 for each in exact_sensitivity(replayer))
    assert len(influences(index, TOLD)) == 49
    rows = {key: row for row, key in enumerate(zip(found.units, found.rounds, strict=True))}
    compared = {each.unit: each for each in changes_between(found, "2018", "2022")}
    assert len(compared) == 51
    for unit, change in compared.items():
        before, after = (found.ranks[:, rows[unit, told]] for told in ("2018", "2022"))
        assert (change.before, change.after) == (before[0], after[0])
        assert (change.low, change.high) == pytest.approx(tuple(np.quantile(after - before, [0.05, 0.95])))
    with pytest.raises(ValueError, match="2017"):
        changes_between(found, "2017", "2018")


def test_rounds_of_a_panel_are_compared_among_the_units_of_both() -> None:
    units, rounds = ("A", "B", "C", "new", "A", "B", "gone", "C"), ("2",) * 4 + ("1",) * 4
    ranks = np.array([[1.0, 3, 4, 2, 2, 1, 3, 4], [1, 3, 4, 2, 3, 1, 2, 4]])
    found = Uncertainty(units, np.zeros((2, 0), dtype=np.int64), -ranks, ranks, ranks[0], rounds)
    told = {each.unit: (each.before, each.after, each.is_sure) for each in changes_between(found, "1", "2")}
    assert told == {"A": (2, 1, True), "B": (1, 2, True), "C": (3, 3, False)}
    table = tables_of_replicates(found, ("1", "2"))["rank_changes.csv"]
    assert table.rows == [
        ["B", "2", "1", 2, 1, -1, -1, True],
        ["A", "2", "1", 1, 2, 1, 1, True],
        ["C", "2", "1", 3, 3, 0, 0, False],
    ]


def test_a_gap_before_the_first_figure_or_of_a_unit_without_any_is_told_not_guessed() -> None:
    rows = UnitTable(("A", "A", "B", "B"), ("jobs",), np.array([[NAN], [3.0], [NAN], [NAN]]), rounds=("1", "2") * 2)
    assert np.isnan(filled_over_time(rows, OverTime.LATEST)[0].values).ravel().tolist() == [True, False, True, True]
    assert np.isnan(filled_over_time(rows, OverTime.LINEAR)[0].values).ravel().tolist() == [False, False, True, True]


def test_rounds_are_asked_for_and_put_in_order_by_their_number() -> None:
    rows = UnitTable(("A",) * 3, ("jobs",), np.array([[4.0], [NAN], [1.0]]), rounds=("2021", "2019", "2018"))
    assert filled_over_time(rows, OverTime.LINEAR)[0].values.ravel().tolist() == [4.0, 2.0, 1.0]
    with pytest.raises(InputProblem, match="spring"):
        filled_over_time(replace(rows, rounds=("spring", "2019", "2018")), OverTime.LATEST)
    with pytest.raises(InputProblem, match="one time only"):
        built(units(firms=[NAN, 1.0, 2.0, 3.0]), structure(), recipe_of({"impute": {"over_time": "latest"}}))


def test_a_unit_may_stand_once_in_each_round_and_not_twice() -> None:
    twice = replace(units(), units=("A", "B", "C", "A"))
    with pytest.raises(InputProblem, match="The unit A stands in the table 2 times"):
        built(twice, structure(), recipe_of({}))
    with pytest.raises(InputProblem, match="The number of units is 1"):
        built(replace(twice, rounds=("1", "1", "1", "2")), structure(), recipe_of({}))
