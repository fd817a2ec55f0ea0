"""Fields of units by hand: who is surely where, and who perhaps elsewhere."""

import numpy as np
import pytest

from seutu.core.problems import InputProblem
from seutu.core.surveys.fourfold import Field, Figure, known, placed

NAN = float("nan")
UNITS = ("A", "B", "C", "D", "E")
AWARE = np.array([0.9, 0.8, 0.2, 0.1, 0.5])
IMAGE = np.array([4.5, 2.0, 4.0, 1.5, NAN])


def noisy(values: np.ndarray[tuple[int], np.dtype[np.float64]], spread: float, seed: int = 1) -> Figure:
    noise = np.random.default_rng(seed).normal(0, spread, (400, len(values)))
    return Figure("figure", values, values + noise)


def test_units_far_from_the_cuts_are_surely_in_their_fields() -> None:
    """Cuts are the means of the four that have both: awareness 0.5, image 3."""
    found, left_out = placed(UNITS, noisy(AWARE, 0.02), noisy(IMAGE, 0.1, 2))
    assert left_out == ("E",)
    assert [each.field for each in found] == [Field.BOTH, Field.FIRST, Field.SECOND, Field.NEITHER]
    assert [each.sure for each in found] == [each.field for each in found]
    assert [each.perhaps for each in found] == [(each.field,) for each in found]
    for each, aware, image in zip(found, AWARE, IMAGE, strict=False):
        assert each.first[0] < aware < each.first[1]
        assert each.second[0] < image < each.second[1]
        assert each.first[1] - each.first[0] == pytest.approx(2 * 1.645 * 0.02, rel=0.15)


def test_a_unit_on_a_cut_is_perhaps_on_either_side() -> None:
    values = np.array([0.9, 0.1, 0.5])
    found, _ = placed(("A", "B", "C"), noisy(values, 0.05), known("index", np.array([1.0, 2, 9]), 400))
    middle = found[2]
    assert middle.field is Field.BOTH
    assert middle.sure is None
    assert set(middle.perhaps) == {Field.BOTH, Field.SECOND}
    assert middle.chances[Field.BOTH] + middle.chances[Field.SECOND] == pytest.approx(1)
    assert middle.chances[middle.perhaps[0]] >= middle.chances[middle.perhaps[1]]


def test_chances_count_pairs_of_replicates() -> None:
    first = Figure("known", np.array([1.0]), np.array([[0.0], [1], [1], [0]]), cut=0.5)
    second = Figure("image", np.array([1.0]), np.array([[0.0], [1], [0], [0]]), cut=0.5)
    (found,), _ = placed(("A",), first, second)
    assert found.chances == {Field.BOTH: 0.25, Field.FIRST: 0.25, Field.SECOND: 0, Field.NEITHER: 0.5}
    assert found.field is Field.BOTH
    assert found.perhaps[0] is Field.NEITHER


def test_the_cut_of_a_replicate_is_its_own_mean() -> None:
    """An error that all share moves nobody over a mean, but over a cut that stands still."""
    shared = np.array([[-1.0], [0], [1]])
    values = np.array([1.0, 1.5])
    moving = Figure("image", values, values + shared)
    fixed = Figure("image", values, values + shared, cut=1.25)
    still = known("index", values, 3)
    assert placed(("A", "B"), moving, still)[0][1].sure is Field.BOTH
    assert placed(("A", "B"), fixed, still)[0][1].chances[Field.BOTH] == pytest.approx(2 / 3)


def test_axes_that_do_not_fit_are_told() -> None:
    with pytest.raises(InputProblem, match="numbers of replicates differ: a 3, b 4"):
        placed(("A",), known("a", np.array([1.0]), 3), known("b", np.array([1.0]), 4))
    with pytest.raises(InputProblem, match="No unit has both a and b"):
        placed(("A",), known("a", np.array([NAN]), 3), known("b", np.array([1.0]), 3))
