"""Weights by which parts have the importance that is wanted of them, found numerically; never below zero.

Importance of a part is its share of the correlations: ``s_i = r_i / Σ r``, r_i being Pearson's correlation of the part
with the index. Source: the idea of Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in
composite indicators. Not for what is told of the weights (``weighting``).
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.unit_tables import Floats

Importance = Callable[[Floats], Floats]
"""Shares ``(sets, parts)`` for weights ``(sets, parts)``."""
STARTS: Final = 8
FEW_PARTS: Final = 16
"""Up to so many parts each start is tried; beyond it two."""
STEP: Final = 1e-6
MET: Final = 1e-9
UNDEFINED: Final = 1e3
"""What an importance that cannot be worked out counts as: far from any target."""


def balanced(importance: Importance, targets: Floats, groups: Sequence[NDArray[np.int64]]) -> Floats:
    """Return weights ``(parts,)``, at least 0 and 1 in sum in each group, whose importance comes nearest the targets.

    ``targets`` are shares, 1 in sum; ``groups`` are the places of the parts of one aggregate. Least squares on the
    deviations from equal weights and some drawn starts, always the same ones; where no start meets the targets, the
    greatest deviation is then made as small as it gets. Nearest is by that deviation.
    """
    from scipy.optimize import least_squares

    def deviations(weights: Floats) -> Floats:
        shares = importance(_rescaled(weights, groups))
        return np.nan_to_num(shares - targets, nan=UNDEFINED, posinf=UNDEFINED, neginf=-UNDEFINED)

    def residuals(weights: Floats) -> Floats:
        sums = [weights[group].sum() - 1 for group in groups]
        return np.concatenate([deviations(weights[None, :])[0], sums])

    def slopes(weights: Floats) -> Floats:
        sums = np.array([np.isin(np.arange(len(weights)), group) for group in groups], dtype=np.float64)
        return np.concatenate([_slopes(deviations, weights), sums])

    best, nearest = np.empty(0), np.inf
    for start in _starts(len(targets), groups):
        found = least_squares(
            residuals, start, jac=slopes, bounds=(0, np.inf), xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=200
        )
        weights = _rescaled(found.x[None, :], groups)[0]
        away = float(np.abs(deviations(weights[None, :])).max())
        if away < nearest:
            best, nearest = weights, away
        if nearest <= MET:
            return best
    return _evened(deviations, best, nearest, groups)


def _evened(
    deviations: Callable[[Floats], Floats], start: Floats, nearest: float, groups: Sequence[NDArray[np.int64]]
) -> Floats:
    """Return weights whose greatest deviation is the least near some: minimise t with ``−t ≤ deviation ≤ t``."""
    from scipy.optimize import minimize

    count = len(start)
    ones = np.ones((count, 1))

    def within(point: Floats) -> Floats:
        away = deviations(point[None, :count])[0]
        return np.concatenate([point[count] - away, point[count] + away])

    def within_slopes(point: Floats) -> Floats:
        slopes = _slopes(deviations, point[:count])
        return np.concatenate([np.hstack([-slopes, ones]), np.hstack([slopes, ones])])

    membership = np.array([np.isin(np.arange(count + 1), group) for group in groups], dtype=np.float64)
    found = minimize(
        lambda point: point[count],
        np.append(start, nearest),
        jac=lambda _: np.append(np.zeros(count), 1.0),
        method="SLSQP",
        bounds=[(0, 1)] * count + [(0, None)],
        constraints=[
            {"type": "ineq", "fun": within, "jac": within_slopes},
            {"type": "eq", "fun": lambda point: membership @ point - 1, "jac": lambda _: membership},
        ],
        options={"maxiter": 300, "ftol": 1e-12},
    )
    weights = _rescaled(np.maximum(found.x[:count], 0)[None, :], groups)[0]
    better = float(np.abs(deviations(weights[None, :])).max()) < nearest
    return weights if better else start


def _slopes(deviations: Callable[[Floats], Floats], weights: Floats) -> Floats:
    """Return the derivatives ``(parts, parts)`` of the deviations by the weights, by differences, all in one go."""
    count = len(weights)
    above = weights + STEP * np.eye(count)
    below = np.maximum(weights - STEP * np.eye(count), 0)
    both = deviations(np.concatenate([above, below]))
    steps = np.diag(above - below)
    found: Floats = ((both[:count] - both[count:]) / steps[:, None]).T
    return found


def _starts(count: int, groups: Sequence[NDArray[np.int64]]) -> list[Floats]:
    random = np.random.Generator(np.random.PCG64(1))
    starts = STARTS if count <= FEW_PARTS else 2
    drawn = [np.ones(count), *(random.exponential(size=count) for _ in range(starts - 1))]
    return [_rescaled(each[None, :], groups)[0] for each in drawn]


def _rescaled(weights: Floats, groups: Sequence[NDArray[np.int64]]) -> Floats:
    """Return weights whose sum in each group is 1; equal ones where all of a group are 0."""
    found = weights.copy()
    for group in groups:
        whole = found[:, group].sum(axis=1, keepdims=True)
        share = np.divide(found[:, group], whole, out=np.full((len(found), len(group)), np.nan), where=whole > 0)
        found[:, group] = np.where(whole > 0, share, 1 / len(group))
    return found


def correlation_shares(columns: Floats, scores: Floats) -> Floats:
    """Return ``r_i / Σ r`` as ``(sets, parts)``, for sets of scores ``(sets, units)`` and columns ``(units, parts)``.

    r_i is Pearson's correlation over the units that have both; NaN where one of them does not vary.
    """
    there, known = ~np.isnan(scores), ~np.isnan(columns)
    with np.errstate(divide="ignore", invalid="ignore"):
        correlations = _whole(columns, scores) if there.all() and known.all() else _pairwise(columns, scores)
        found: Floats = correlations / correlations.sum(axis=1, keepdims=True)
    return found


def _whole(columns: Floats, scores: Floats) -> Floats:
    """Return correlations where nothing is missing, by one product of matrices."""
    x, y = columns - columns.mean(axis=0), scores - scores.mean(axis=1, keepdims=True)
    found: Floats = (y @ x) / np.sqrt((y * y).sum(axis=1)[:, None] * (x * x).sum(axis=0))
    return found


def _pairwise(columns: Floats, scores: Floats) -> Floats:
    both = ~np.isnan(scores)[:, :, None] & ~np.isnan(columns)[None, :, :]
    count = both.sum(axis=1)
    x = np.where(both, columns[None, :, :], 0.0)
    y = np.where(both, scores[:, :, None], 0.0)
    x = np.where(both, x - (x.sum(axis=1) / count)[:, None, :], 0.0)
    y = np.where(both, y - (y.sum(axis=1) / count)[:, None, :], 0.0)
    found: Floats = (x * y).sum(axis=1) / np.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1))
    return found
