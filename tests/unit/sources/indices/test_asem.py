"""The ASEM example of COINr: its steps as its files have them, and what follows worked out again from the formulas."""

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from seutu.core.indices.building import Index, built
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.treatment import Treatment, points_moved
from seutu.core.indices.weights_found import Fact
from seutu.core.problems import InputProblem
from seutu.reporting.indices.tables import tables_of
from seutu.sources.indices import read_structure, read_units
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared
FOLDER = SHARED / "coinr"
COINR: Mapping[str, Any] = {"impute": {"method": "group_mean", "group": "EurAsia_group"}}


def asem(**told: Any) -> Index:
    structure = read_structure(FOLDER / "asem_iMeta.csv")
    return built(read_units(FOLDER / "asem_iData.csv", structure), structure, recipe_of({**COINR, **told}))


def kept(name: str) -> dict[str, dict[str, float]]:
    with Path(FOLDER / f"asem_step_{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row.pop("uCode"): {code: float(text) if text else math.nan for code, text in row.items()} for row in rows}


def assert_same(index: Index, step: Step, name: str) -> None:
    table, expected = index.after[step], kept(name)
    assert set(table.units) == set(expected)
    for row, unit in enumerate(table.units):
        for place, code in enumerate(table.columns):
            assert table.values[row, place] == pytest.approx(expected[unit][code], rel=1e-9, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize(
    ("told", "step", "name"),
    [
        ({}, Step.DENOMINATE, "denominated"),
        ({}, Step.IMPUTE, "imputed"),
        ({}, Step.SCREEN, "screened"),
        ({}, Step.TREAT, "treated"),
        ({"treat": {"winmax": 1}}, Step.TREAT, "treated_winmax1"),
        ({"treat": {"winmax": 1, "combine": True}}, Step.TREAT, "treated_winmax1_combined"),
        ({"denominate": {"apply": False}, "impute": {"method": "none"}}, Step.TREAT, "treated_on_raw"),
    ],
)
def test_each_step_is_that_of_the_example(told: Mapping[str, Any], step: Step, name: str) -> None:
    assert_same(asem(**told), step, name)


def test_the_log_has_fifteen_indicators_and_thirty_five_points() -> None:
    log = asem().treatment
    assert len({each.code for each in log}) == 15
    assert points_moved(log) == 35
    assert {each.move.step for each in log} == {Treatment.WINSORISED}
    assert max(len(each.units) for each in log) <= 5


def test_scores_and_ranks_follow_from_the_formulas_alone() -> None:
    """Worked out once more without arrays: min-max, weighted means, ranks by counting."""
    index = asem()
    treated = kept("treated")
    nodes = {node.code: node for node in index.structure.nodes}
    figures: dict[str, dict[str, float]] = {}
    for node in index.structure.indicators:
        directed = {unit: row[node.code] * node.direction for unit, row in treated.items()}
        low, high = min(directed.values()), max(directed.values())
        figures[node.code] = {unit: (figure - low) / (high - low) * 100 for unit, figure in directed.items()}
    for level in (2, 3, 4):
        for node in [node for node in nodes.values() if node.level == level]:
            parts = [child for child in nodes.values() if child.parent == node.code]
            whole = math.fsum(part.weight for part in parts)
            figures[node.code] = {
                unit: math.fsum(part.weight * figures[part.code][unit] for part in parts) / whole for unit in treated
            }
    ranks = index.ranks()
    assert len(ranks) == len(figures) == 60
    for code, expected in figures.items():
        scores = index.scores.get(code)
        for row, unit in enumerate(index.units):
            if scores is not None:
                assert scores[row] == pytest.approx(expected[unit], rel=1e-9)
            place = 1 + sum(other > expected[unit] for other in expected.values())
            assert ranks[code][row] == place, (code, unit)


def test_alpha_and_correlations_follow_from_the_formulas_alone() -> None:
    index = asem()
    tables = tables_of(index)
    normalised = index.after[Step.NORMALISE]
    children = index.structure.children("Physical")
    columns = [normalised.column(child.code).tolist() for child in children]

    def covariance(left: list[float], right: list[float]) -> float:
        means = math.fsum(left) / len(left), math.fsum(right) / len(right)
        products = (a - means[0] for a in left), (b - means[1] for b in right)
        return math.fsum(a * b for a, b in zip(*products, strict=True)) / (len(left) - 1)

    matrix = [[covariance(left, right) for right in columns] for left in columns]
    count, total = len(columns), math.fsum(map(math.fsum, matrix))
    between = (total - math.fsum(matrix[n][n] for n in range(count))) / (count * (count - 1))
    alphas = {row[0]: row[2] for row in tables["cronbach.csv"].rows}
    assert alphas["Physical"] == pytest.approx(count**2 * between / total, rel=1e-9)
    correlations = {(row[0], row[1]): row[3] for row in tables["correlations.csv"].rows}
    first, second = children[0].code, children[1].code
    expected = matrix[0][1] / math.sqrt(matrix[0][0] * matrix[1][1])
    assert correlations[first, second] == pytest.approx(expected, rel=1e-9)


def test_effective_weights_of_the_indicators_add_up_to_one() -> None:
    weights = asem().effective_weights()
    indicators = read_structure(FOLDER / "asem_iMeta.csv").indicators
    assert math.fsum(weights[node.code] for node in indicators) == pytest.approx(1)
    assert np.isclose(weights["Conn"], 0.5)


@pytest.mark.parametrize(("level", "most"), [(2, 0.066), (3, 1e-9)])
def test_balanced_weights_are_at_least_zero_and_as_near_as_they_say(level: int, most: float) -> None:
    index = asem(aggregate={"weighting": {"method": "balanced", "levels": [level]}})
    nodes = index.structure.levels[level - 1]
    weights = index.weighting.by_code
    assert min(weights.values()) >= 0
    for parent in dict.fromkeys(node.parent for node in nodes):
        assert math.fsum(weights[node.code] for node in nodes if node.parent == parent) == pytest.approx(1)
    again = [float(np.corrcoef(index.scores[node.code], index.top)[0, 1]) for node in nodes]
    reached = {each.code: each.figure for each in index.weighting.facts if each.fact is Fact.REACHED}
    for node, correlation in zip(nodes, again, strict=True):
        assert reached[node.code] == pytest.approx(correlation / math.fsum(again), abs=1e-9)
        assert reached[node.code] == pytest.approx(1 / len(nodes), abs=most)
    assert bool(index.weighting.notes) is (level == 2)


def test_negative_loadings_are_named_or_clipped() -> None:
    with pytest.raises(InputProblem) as refused:
        asem(aggregate={"weighting": {"method": "pca", "levels": [1]}})
    clipped = asem(aggregate={"weighting": {"method": "pca", "levels": [1], "negative": "clip"}})
    named = [each.column for each in refused.value.problems]
    assert named == [code for code, weight in clipped.weighting.by_code.items() if weight == 0]
    assert len(clipped.weighting.notes) == len(named) > 0
