"""Places in an index and a survey's figures together: by hand, and a town near the border is not clear."""

import numpy as np
import pytest

from seutu.core.surveys.fourfold import Field
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.soft_and_hard import places_of, soft_and_hard
from seutu.core.surveys.wave_results import Observations

NAN = float("nan")


def test_places_are_shares_of_the_others_below_and_ties_count_half() -> None:
    found = places_of(np.array([[3.0, 1, 2, 2, NAN], [5, 5, 5, 5, 5]]))
    assert found[0] == pytest.approx([100, 0, 50, 50, NAN], nan_ok=True)
    assert found[1].tolist() == [50] * 5


def test_towns_stand_in_fields_and_one_near_the_border_is_not_clear() -> None:
    """A is high in both, B in the index, D in neither; E and C change places at the middle of the index."""
    towns = ("A", "B", "C", "D", "E", "hidden", "outside")
    means = {"A": 5, "B": 1, "C": 5, "D": 1, "E": 5, "hidden": 3, "outside": 3}
    rows = np.repeat(np.arange(len(towns)), 30)
    answers = np.array([means[towns[row]] - (place % 2) * 0.1 for place, row in enumerate(rows)])
    whole = Groups("", ("g",), np.zeros(len(rows), dtype=np.int64))
    observed = Observations(Groups("", towns, rows), whole, np.ones(len(rows)), answers, share=False, apart=False)
    units = ("D", "C", "B", "A", "E", "hidden", "elsewhere")
    nominal = np.array([0.1, 0.2, 0.8, 0.9, 0.5, 0.95, 0.99])
    scores = np.tile(nominal, (10, 1))
    scores[:5, units.index("E")] = 0.15
    found, lacking, places, figures = soft_and_hard(observed, ["hidden"], units, scores, nominal)
    fields = {each.unit: each.sure for each in found}
    assert fields == {"A": Field.BOTH, "B": Field.FIRST, "C": None, "D": Field.NEITHER, "E": None}
    assert {each.unit: each.field for each in found}["C"] is Field.SECOND
    assert lacking == ("outside",)
    assert dict(zip(fields, places.tolist(), strict=True)) == {"A": 100, "B": 75, "C": 25, "D": 0, "E": 50}
    assert figures.tolist() == pytest.approx([4.95, 0.95, 4.95, 0.95, 4.95])
