"""Weights of importance where scores are linear in them: by a linear programme, so that nothing nearer exists.

Not for means that are not linear in their weights or parts that are missing (``balancing``).
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.unit_tables import Floats

SLACK: Final = 1e-10
"""So much the greatest deviation may grow while the sum of deviations is made the least."""
SOLVED: Final = 0


def nearest_weights(
    columns: Floats, scores: Callable[[Floats], Floats], targets: Floats, groups: Sequence[NDArray[np.int64]]
) -> Floats | None:
    """Return weights ``(parts,)``, at least 0 and 1 in sum in each group, whose importance comes nearest the targets.

    Importance is that of ``balancing.correlation_shares``. ``columns`` are ``(units, parts)``; ``scores`` gives
    ``(sets, units)`` for weights ``(sets, parts)`` and is linear in the weights of each group. The covariance of a part
    with the scores is then linear too, ``c_i(w) / s_i = a_i w``, the deviation of the scores cancels out, and the share
    is ``a_i w / Σ a w``. On the scale where ``Σ a w = 1``, groups adding up to one common figure, the least greatest
    ``|a_i w − t_i|`` is found by a linear programme; of the weights that reach it, those of the least sum of them.
    ``None`` where no weights give correlations whose sum is above 0, or the solver (HiGHS) fails.
    """
    count = len(targets)
    slopes = _slopes(columns, scores, groups)
    point = _least(slopes, targets, groups, np.append(np.zeros(count), 1.0), None)
    if point is None:
        return None
    finer = _least(slopes, targets, groups, np.append(np.ones(count), 0.0), float(point[-1]))
    weights = np.maximum((point if finer is None else finer)[:count], 0)
    for group in groups:
        weights[group] /= weights[group].sum()
    return weights


def _slopes(columns: Floats, scores: Callable[[Floats], Floats], groups: Sequence[NDArray[np.int64]]) -> Floats:
    """Return ``(parts, parts + 1)``: what each weight adds to ``c_i / s_i``, and what the common figure does.

    With y_j the scores where all weight of j's group is its, and y those of equal weights, the scores of w are
    ``Σ w_j y_j − (groups − 1) y``.
    """
    count = columns.shape[1]
    even = np.zeros(count)
    for group in groups:
        even[group] = 1 / len(group)
    sets = np.tile(even, (count + 1, 1))
    for group in groups:
        for place in group:
            sets[place, group] = 0.0
            sets[place, place] = 1.0
    found = scores(sets)
    away = found - found.mean(axis=1, keepdims=True)
    x = columns - columns.mean(axis=0)
    covariances = (x / np.sqrt((x * x).sum(axis=0))).T @ away.T
    covariances[:, -1] *= 1 - len(groups)
    slopes: Floats = covariances / np.abs(covariances).max()
    return slopes


def _least(
    slopes: Floats, targets: Floats, groups: Sequence[NDArray[np.int64]], costs: Floats, most: float | None
) -> Floats | None:
    """Return weights, their scale, the deviation of each part and the greatest that cost least, in one row."""
    from scipy.optimize import linprog

    count = len(targets)
    own, none = np.eye(count), np.zeros((count, 1))
    rows = [
        np.hstack([slopes, -own, none]),
        np.hstack([-slopes, -own, none]),
        np.hstack([np.zeros((count, count + 1)), own, none - 1]),
    ]
    sums = np.zeros((len(groups) + 1, 2 * count + 2))
    sums[0, : count + 1] = slopes.sum(axis=0)
    for row, group in enumerate(groups, 1):
        sums[row, group], sums[row, count] = 1.0, -1.0
    ends = [(0.0, None)] * (2 * count + 1) + [(0.0, None if most is None else most + SLACK)]
    solved = linprog(
        np.concatenate([np.zeros(count + 1), costs]),
        A_ub=np.vstack(rows),
        b_ub=np.concatenate([targets, -targets, np.zeros(count)]),
        A_eq=sums,
        b_eq=np.append(1.0, np.zeros(len(groups))),
        bounds=ends,
        method="highs",
    )
    if solved.status != SOLVED or not solved.x[count] > 0:
        return None
    return np.asarray(solved.x, dtype=np.float64)
