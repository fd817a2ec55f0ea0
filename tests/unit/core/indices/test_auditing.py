"""What an audit asks: indicators left out, parts that do not belong, ranks that cannot be told apart."""

import numpy as np
import pytest

from seutu.core.indices.auditing import audited, incoherent, influences, tied_groups
from seutu.core.indices.building import built
from seutu.core.indices.describing import Correlation
from seutu.core.indices.ranking import ranks
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.uncertainty import Uncertainty
from tests.unit.core.indices.small import structure, units

TOLD = {"treat": {"apply": False}}


def test_leaving_an_indicator_out_is_building_without_it() -> None:
    index = built(units(), structure(), recipe_of(TOLD))
    found = {each.code: each for each in influences(index, TOLD)}
    assert set(found) == {"jobs", "firms", "away", "fame"}
    without = built(units(), structure(), recipe_of({**TOLD, "aggregate": {"weights": {"away": 0}}}))
    shifts = np.abs(ranks(without.top) - ranks(index.top))
    assert found["away"].mean_shift == pytest.approx(shifts.mean())
    assert found["away"].greatest_shift == shifts.max() > 0
    assert index.units[int(shifts.argmax())] == found["away"].unit


def test_profiles_name_the_best_and_the_worst_part_of_each_unit() -> None:
    found = audited(built(units(), structure(), recipe_of(TOLD)), TOLD)
    assert [(each.unit, each.rank) for each in found.profiles] == [("B", 1), ("C", 2), ("D", 3), ("A", 4)]
    assert found.profiles[2].best == ("vitality", 1)
    assert found.profiles[2].worst == ("pull", 3)
    assert [each.second for each in found.kin] == ["people"]
    assert found.tied == ()
    assert {(each.first, each.second) for each in found.coherence} >= {("jobs", "vitality"), ("pull", "index")}


def test_parts_that_go_against_or_repeat_their_aggregate_are_doubtful() -> None:
    rows = [Correlation("a", "x", 9, figure) for figure in (-0.4, 0.29, 0.3, 0.92, 0.93)]
    assert [each.correlation for each in incoherent(rows)] == [-0.4, 0.29, 0.93]


def test_a_group_is_tied_while_every_pair_of_its_intervals_overlaps() -> None:
    lows, highs = [1, 2, 3, 5, 9], [2, 4, 4, 6, 9]
    drawn = np.array([lows, highs], dtype=np.float64)
    found = Uncertainty(tuple("ABCDE"), np.zeros((2, 1), dtype=np.int64), drawn, drawn, np.arange(1.0, 6.0))
    spread = found.intervals()
    assert spread[0].tolist() == pytest.approx([1.05, 1.5, 1.95])
    assert tied_groups(found) == (("B", "C"),)
