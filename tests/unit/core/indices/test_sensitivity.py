"""Sobol' indices against functions whose indices are known, and replicates against an index built alone."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from seutu.core.indices.building import built
from seutu.core.indices.choices import Choice, noisy_weights, with_values
from seutu.core.indices.ranking import ranks
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.replaying import Replayer, ranks_of
from seutu.core.indices.sensitivity import (
    estimated_indices,
    exact_indices,
    exact_sensitivity,
    sampled_sensitivity,
    shifts,
)
from seutu.core.indices.uncertainty import drawn_positions, replayed
from seutu.core.indices.unit_tables import Floats
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import structure, units

TOLD: Mapping[str, Any] = {"treat": {"apply": False}, "normalise": {"range": [1, 100]}}
CHOICES = (
    Choice("mean", "aggregate.method", ("arithmetic", "geometric", "copeland"), ("1", "2", "3")),
    Choice("scale", "normalise", ({"method": "minmax", "range": [1, 100]}, {"method": "rank"}), ("1", "2")),
    Choice("weights", "aggregate.weights", ({}, {"pull": 0.2}, {"firms": 0.0}), ("own", "b", "c")),
)

G_PARTS = (0.0, 1.0, 4.5, 9.0)


def replayer(*choices: Choice) -> Replayer:
    return Replayer(units(), structure(), TOLD, choices or CHOICES)


def ishigami(points: Floats) -> Floats:
    x = (2 * points - 1) * math.pi
    found: Floats = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    return found


def test_ishigami_is_estimated_and_a_constant_changes_nothing() -> None:
    found = estimated_indices(ishigami, 3, 4096, 7)
    assert [each[0] for each in found] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert [each[1] for each in found] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)
    assert all(low <= total <= high for _, total, low, high in found)
    moved = estimated_indices(lambda points: ishigami(points) + 50, 3, 4096, 7)
    for one, other in zip(found, moved, strict=True):
        assert one == pytest.approx(other, abs=1e-9)


def sobol_g(points: Floats) -> Floats:
    held = np.array(G_PARTS)
    found: Floats = np.prod((np.abs(4 * points - 2) + held) / (1 + held), axis=1)
    return found


def known_of_g() -> Floats:
    """The variance of a factor of the product alone is v = 1/3(1 + a)², of the whole Π(1 + v) − 1."""
    parts = 1 / (3 * (1 + np.array(G_PARTS)) ** 2)
    whole = np.prod(1 + parts)
    return np.column_stack([parts, parts * whole / (1 + parts)]) / (whole - 1)


@pytest.mark.parametrize(
    ("function", "known", "most"),
    [
        (ishigami, np.array([(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)]), (0.018, 0.020)),
        (sobol_g, known_of_g(), (0.0105, 0.012)),
        (lambda points: points @ np.array([1.0, 2.0, 3.0]), np.array([(1, 1), (4, 4), (9, 9)]) / 14, (0.0012, 0.0011)),
    ],
)
def test_both_orders_err_less_than_one_sided_estimators_do(
    function: Callable[[Floats], Floats], known: Floats, most: tuple[float, float]
) -> None:
    found = [[each[:2] for each in estimated_indices(function, len(known), 512, seed)] for seed in range(12)]
    off = np.sqrt(((np.array(found) - known) ** 2).mean(axis=(0, 1)))
    assert (off < most).all()


def test_intervals_hold_the_total_order_as_often_as_they_say() -> None:
    found = np.array([estimated_indices(ishigami, 3, 512, seed) for seed in range(100)])
    known = np.array([0.557589, 0.442411, 0.243684])
    held = (found[:, :, 2] <= known) & (known <= found[:, :, 3])
    assert 0.85 <= held.mean() <= 0.95


def test_the_total_order_is_never_below_the_first_and_one_input_has_all() -> None:
    few = [each for seed in range(20) for each in estimated_indices(ishigami, 3, 16, seed)]
    assert all(first <= total for first, total, _, _ in few)
    assert estimated_indices(lambda points: points[:, 0] ** 2, 1, 8, 1) == [pytest.approx((1, 1, 1, 1))]
    assert all(math.isnan(each) for each in estimated_indices(lambda points: points[:, 0] * 0, 1, 8, 1)[0])


def test_a_linear_function_is_known_from_its_cells() -> None:
    x = np.arange(5.0)
    cells = x[:, None, None] + 2 * x[None, :, None] + 3 * x[None, None, :]
    assert np.array(exact_indices(cells)) == pytest.approx(np.array([(share / 14, share / 14) for share in (1, 4, 9)]))
    product = (x[:, None] - 2) * (x[None, :] - 2)
    assert np.array(exact_indices(product)) == pytest.approx(np.array([(0, 1), (0, 1)]))
    assert all(math.isnan(each) for pair in exact_indices(np.ones((2, 3))) for each in pair)


def test_every_replicate_is_the_index_built_with_its_choices() -> None:
    again = replayer()
    positions = np.array([(mean, scale, weights) for mean in range(3) for scale in range(2) for weights in range(3)])
    found = replayed(again, positions)
    for row, scores, places in zip(positions, found.scores, found.ranks, strict=True):
        alone = built(units(), structure(), recipe_of(with_values(TOLD, CHOICES, [int(each) for each in row])))
        assert scores == pytest.approx(alone.top, abs=1e-9)
        assert places.tolist() == ranks(alone.top).tolist()
    assert found.nominal.tolist() == ranks(again.nominal.top).tolist()


def test_a_choice_of_a_step_that_the_recipe_does_not_name_runs_in_its_place() -> None:
    """The treatment of a choice comes before normalising though the recipe names normalising alone."""
    told = {"normalise": {"range": [1, 100]}}
    choice = Choice("treat", "treat", ({"force": True}, {"apply": False}), ("1", "2"))
    found = Replayer(units(), structure(), told, [choice]).scores(np.array([[0], [1]]))
    alone = built(units(), structure(), recipe_of({"treat": {"force": True}, "normalise": {"range": [1, 100]}}))
    assert found[0] == pytest.approx(alone.top)
    assert found[1] != pytest.approx(found[0])


def test_exact_and_sampled_agree_on_the_same_choices() -> None:
    exact = exact_sensitivity(replayer())
    sampled = sampled_sensitivity(replayer(), 1024, 3)
    for one, other in zip(exact, sampled, strict=True):
        assert one.factor == other.factor
        assert one.first_order == pytest.approx(other.first_order, abs=0.05)
        assert one.total_order == pytest.approx(other.total_order, abs=0.05)
    assert all(each.total_order >= each.first_order - 1e-9 for each in exact)


def test_intervals_and_chances_come_from_the_replicates() -> None:
    again = replayer()
    found = replayed(again, drawn_positions([3, 2, 3], 500, 11))
    assert found.scores.tobytes() == replayed(again, drawn_positions([3, 2, 3], 500, 11)).scores.tobytes()
    assert found.intervals()[:, 1].tolist() == np.median(found.ranks, axis=0).tolist()
    assert found.chance_of_top(4).tolist() == [1, 1, 1, 1]
    assert found.chance_of_top(1).sum() >= 1
    assert found.chance_of_lead("A", "B") + found.chance_of_lead("B", "A") == pytest.approx(1)
    assert shifts(again, np.array([[0, 0, 0]])).tolist() == [0]


def test_noise_keeps_within_its_factor_and_is_not_enumerated() -> None:
    sets = noisy_weights(structure(), [2], 0.25, 200, 5)
    assert {code for each in sets for code in each} == {"vitality", "pull"}
    assert all(0.75 <= each["vitality"] <= 1.25 and 2.25 <= each["pull"] <= 3.75 for each in sets)
    noise = Choice("weights", "aggregate.weights", sets, tuple(map(str, range(200))), drawn=True)
    assert replayed(replayer(noise), drawn_positions([200], 50, 1)).scores.shape == (50, 4)
    with pytest.raises(InputProblem, match="drawn"):
        exact_sensitivity(replayer(noise))


def test_ranks_of_many_units_are_those_of_few() -> None:
    scores = np.random.Generator(np.random.PCG64(2)).integers(0, 50, (3, 300)).astype(np.float64)
    scores[1, 7] = math.nan
    few = np.concatenate([ranks_of(scores[:, :256]), ranks_of(scores[:, 256:])], axis=1)
    whole = ranks_of(scores)
    for row, places in zip(scores, whole, strict=True):
        assert places == pytest.approx(ranks(row), nan_ok=True)
    assert np.isnan(whole).tolist() == np.isnan(few).tolist()
