"""Balanced weights by a linear programme: nothing on a fine grid of weights is nearer the targets."""

import numpy as np
import pytest

from seutu.core.indices.balancing import correlation_shares
from seutu.core.indices.linear_balancing import nearest_weights
from seutu.core.indices.unit_tables import Floats

STEPS = np.arange(0, 1.0001, 0.02)


def simplex() -> Floats:
    first, second = (each.ravel() for each in np.meshgrid(STEPS, STEPS))
    held = np.column_stack([first, second, 1 - first - second])
    return np.clip(held[held[:, 2] > -1e-9], 0, 1)


def drawn(parts: int, seed: int) -> Floats:
    random = np.random.default_rng(seed)
    found: Floats = random.normal(size=(30, parts)) + random.normal(size=(30, 1)) * random.uniform(-0.6, 1.5, parts)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_no_weights_of_one_group_are_nearer(seed: int) -> None:
    columns, targets = drawn(3, seed), np.array([0.2, 0.3, 0.5])
    found = nearest_weights(columns, lambda weights: weights @ columns.T, targets, [np.arange(3)])
    assert found is not None
    assert found.min() >= 0
    assert found.sum() == pytest.approx(1)
    away = np.abs(correlation_shares(columns, found[None, :] @ columns.T) - targets).max()
    grid = simplex() @ columns.T
    others = np.corrcoef(columns.T, grid)[:3, 3:].T
    positive = others[others.sum(axis=1) > 0]
    nearest = np.abs(positive / positive.sum(axis=1, keepdims=True) - targets).max(axis=1).min()
    assert away <= nearest + 1e-9
    assert nearest - away < 0.05


def test_groups_keep_their_own_weight_in_the_scores() -> None:
    columns, targets = drawn(4, 3), np.full(4, 0.25)
    groups = [np.arange(2), np.arange(2, 4)]
    shares = np.repeat([0.8, 0.2], 2)
    found = nearest_weights(columns, lambda weights: (weights * shares) @ columns.T, targets, groups)
    assert found is not None
    assert [found[group].sum() for group in groups] == pytest.approx([1, 1])
    pairs = np.array([[a, 1 - a, b, 1 - b] for a in STEPS for b in STEPS])
    scores = np.concatenate([(found * shares)[None, :], pairs * shares]) @ columns.T
    away = np.abs(correlation_shares(columns, scores) - targets).max(axis=1)
    assert away[0] <= away[1:].min() + 1e-9


def test_targets_that_can_be_met_are_met() -> None:
    columns = drawn(3, 1) + np.random.default_rng(9).normal(size=(30, 1))
    known = np.array([0.5, 0.3, 0.2])
    targets = correlation_shares(columns, known[None, :] @ columns.T)[0]
    found = nearest_weights(columns, lambda weights: weights @ columns.T, targets, [np.arange(3)])
    assert found == pytest.approx(known, abs=1e-7)
