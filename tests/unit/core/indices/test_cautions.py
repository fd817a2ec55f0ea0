"""What a careful reader is told: thin figures, few values, odd pairs, chance, and what the parts have to say."""

import math

import numpy as np
import pytest

from seutu.core.indices.building import built
from seutu.core.indices.cautions import (
    chance_correlation,
    few_valued,
    hold_of,
    odd_pairs,
    spread_of,
    thin_indicators,
    thin_units,
)
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.uncertainty import Uncertainty
from seutu.core.indices.unit_tables import UnitTable
from tests.unit.core.indices.small import NAN, structure, units

LOOSE = recipe_of({"impute": {"method": "none"}, "screen": {"method": "none"}, "treat": {"apply": False}})


def test_indicators_and_units_with_under_65_per_cent_of_their_figures_are_thin() -> None:
    filled = recipe_of({"impute": {"method": "mean"}, "treat": {"apply": False}})
    index = built(units(firms=[NAN, 30.0, NAN, 40.0], jobs=[NAN, 90.0, 60.0, 20.0]), structure(), filled)
    assert [(each.code, each.share) for each in thin_indicators(index)] == [("firms", 0.5)]
    assert [(each.code, each.share) for each in thin_units(index)] == [("A", 0.5)]
    whole = built(units(), structure(), LOOSE)
    assert thin_indicators(whole) == thin_units(whole) == []


@pytest.mark.parametrize(("different", "named"), [(5, ["fame"]), (6, [])])
def test_at_most_five_different_figures_are_few(different: int, named: list[str]) -> None:
    rows = 8
    steps = np.arange(float(rows)) + 1
    fame = 1 + np.arange(rows) % different
    values = np.column_stack([10 * steps, steps**2, 20 - steps, fame.astype(np.float64)])
    denominators = {"people": np.full(rows, 100.0)}
    groups = {"side": ("itä",) * rows}
    table = UnitTable(
        tuple("ABCDEFGH"), ("jobs", "firms", "away", "fame"), values, groups=groups, denominators=denominators
    )
    assert few_valued(built(table, structure(), LOOSE)) == named


def test_correlations_that_are_chance_by_the_number_of_units() -> None:
    """R 4.2.2: t <- qt(.975, 49); t / sqrt(49 + t^2). The 5 % point of r of 10 pairs in printed tables is 0.632."""
    assert chance_correlation(51) == pytest.approx(0.2759364632494313, rel=1e-12)
    assert chance_correlation(10) == pytest.approx(0.632, abs=5e-4)
    assert math.isnan(chance_correlation(2))


def test_pairs_that_repeat_each_other_and_that_pull_apart_are_named_after_their_direction() -> None:
    index = built(units(firms=[40.0, 90.0, 60.0, 40.0], fame=[5.0, 1.0, 2.0, 8.0]), structure(), LOOSE)
    found = {(each.first, each.second): each.correlation for each in odd_pairs(index)}
    assert set(found) == {("jobs", "firms"), ("away", "fame")}
    assert found["jobs", "firms"] > 0.92
    assert found["away", "fame"] < -0.4


def test_the_hold_of_a_part_is_its_correlation_with_the_index() -> None:
    index = built(units(), structure(), LOOSE)
    told = hold_of(index)
    assert set(told) == {"vitality", "pull"}
    assert told["pull"] == pytest.approx(np.corrcoef(index.scores["pull"], index.top)[0, 1])


def test_the_spread_of_ranks_is_the_median_width_and_the_widest() -> None:
    ranks = np.array([[1.0, 2, 3], [2, 1, 3]] * 50)
    told = spread_of(Uncertainty(("A", "B", "C"), np.zeros((100, 1), dtype=np.int64), -ranks, ranks, ranks[0]))
    assert told is not None
    assert (told.median, told.widest, told.unit) == (1, 1, "A")
    nothing = np.full((2, 1), NAN)
    assert spread_of(Uncertainty(("A",), np.zeros((2, 1), dtype=np.int64), nothing, nothing, nothing[0])) is None
