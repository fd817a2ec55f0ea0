"""Which choice moves the ranks of an index: Sobol' indices, exact by enumeration or by a quasi-random design.

The target is Y, the mean over units of |rank − nominal rank| of the index. First order: the part of the variance of Y
that goes with a choice alone, ``Var(E[Y|X_i]) / Var(Y)``. Total order: with it and all that it takes part in,
``E[Var(Y|X_~i)] / Var(Y)``. Not for how sure a rank is (``uncertainty``).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import choice_messages as say
from seutu.core.indices.choices import refuse_drawn
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.unit_tables import Floats
from seutu.core.problems import InputProblem, Problem

MOST_CELLS: Final = 1_000_000
HIGH: Final = 0.95
SCRAMBLES: Final = 4
"""Independent sequences that a design is made of: fewer tell the error worse, more err more."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The indices of one choice. ``low`` and ``high``: the 90 % interval of the total order; NaN where exact."""

    factor: str
    first_order: float
    total_order: float
    low: float = math.nan
    high: float = math.nan


def exact_sensitivity(replayer: Replayer) -> list[Sensitivity]:
    """Return the indices from every combination of the choices, by population variances; NaN where Y never varies.

    Raises ``InputProblem`` for a choice that is drawn, and for more than a million combinations.
    """
    refuse_drawn(replayer.choices)
    sizes = [len(choice.values) for choice in replayer.choices]
    if math.prod(sizes) > MOST_CELLS:
        raise InputProblem(Problem(say.TOO_MANY.filled(count=math.prod(sizes), most=MOST_CELLS)))
    grid = np.stack(np.meshgrid(*map(np.arange, sizes), indexing="ij"), axis=-1).reshape(-1, len(sizes))
    moved = shifts(replayer, grid).reshape(sizes)
    indices = exact_indices(moved)
    return [
        Sensitivity(choice.name, first, total) for choice, (first, total) in zip(replayer.choices, indices, strict=True)
    ]


def exact_indices(cells: Floats) -> list[tuple[float, float]]:
    """Return the first and total order of each axis of a full grid of equally likely cells."""
    whole = float(cells.var())
    found = []
    for axis in range(cells.ndim):
        others = tuple(each for each in range(cells.ndim) if each != axis)
        if not whole:
            found.append((math.nan, math.nan))
            continue
        first = float(cells.mean(axis=others).var()) / whole
        total = float(cells.var(axis=axis).mean()) / whole
        found.append((first, total))
    return found


def sampled_sensitivity(replayer: Replayer, samples: int, seed: int) -> list[Sensitivity]:
    """Return the indices estimated from a scrambled Sobol' sequence, with the 90 % interval of the total order."""
    sizes = np.array([len(choice.values) for choice in replayer.choices])

    def evaluate(points: Floats) -> Floats:
        return shifts(replayer, np.minimum((points * sizes).astype(np.int64), sizes - 1))

    indices = estimated_indices(evaluate, len(sizes), samples, seed)
    return [Sensitivity(choice.name, *each) for choice, each in zip(replayer.choices, indices, strict=True)]


def shifts(replayer: Replayer, positions: NDArray[np.int64]) -> Floats:
    """Return Y for each row of positions: the mean over ranked units of |rank − nominal rank|."""
    nominal = replayer.ranks(replayer.nominal.top[None, :])
    found = np.empty(len(positions))
    distinct, back = np.unique(positions, axis=0, return_inverse=True)
    moved = np.nanmean(np.abs(replayer.ranks(replayer.ranked_scores(distinct)) - nominal), axis=1)
    found[:] = moved[back.reshape(-1)]
    return found


def estimated_indices(
    evaluate: Callable[[Floats], Floats], count: int, samples: int, seed: int
) -> list[tuple[float, float, float, float]]:
    """Return first order, total order and the 90 % interval of the latter, for each of ``count`` inputs on 0..1.

    ``evaluate`` takes points ``(m, count)`` and gives m values; ``samples`` is a power of two, at least 8. Design: two
    matrices A and B, A with each column of B in turn (AB_i) and B with each column of A (BA_i):
    ``samples (2 count + 2)`` values. Their rows are four Sobol' sequences, each scrambled on its own. The estimators
    are the symmetric ones of Azzini, Mara and Rosati (2021), Comparison of two sets of Monte Carlo estimators of Sobol'
    indices, Environmental Modelling & Software 144; values being y, sums over the rows:

    ``S_i = 2 Σ (BA_i − B)(A − AB_i) / D_i``, ``T_i = Σ ((B − BA_i)² + (A − AB_i)²) / D_i`` with
    ``D_i = Σ ((A − B)² + (BA_i − AB_i)²)``.

    They are made of differences alone, so that a constant added to the values changes nothing, and S_i never exceeds
    T_i. NaN where D_i is zero. The interval is ``T_i ± t · error`` with three degrees of freedom, not below 0: the
    error of the ratio from its parts in the four sequences, which are independent. Rows of one sequence are not:
    drawing them anew would tell far too wide an interval. Source: L'Ecuyer and Lemieux (2002), Recent advances in
    randomized quasi-Monte Carlo methods.
    """
    from scipy.stats import qmc

    random, rows = np.random.default_rng(seed), samples // SCRAMBLES
    drawn = [qmc.Sobol(2 * count, scramble=True, rng=random).random(rows) for _ in range(SCRAMBLES)]
    points = np.concatenate(drawn)
    a, b = points[:, :count], points[:, count:]
    mixed = np.repeat(np.stack([a, b])[:, None], count, axis=1)
    for place in range(count):
        mixed[:, place, :, place] = b[:, place], a[:, place]
    values = evaluate(np.concatenate([each.reshape(-1, count) for each in (a, b, mixed)]))
    values = values - values.mean()
    y_a, y_b = values[: 2 * samples].reshape(2, SCRAMBLES, rows)
    y_ab, y_ba = values[2 * samples :].reshape(2, count, SCRAMBLES, rows)
    return [_indices(y_a, y_b, ab, ba) for ab, ba in zip(y_ab, y_ba, strict=True)]


def _indices(y_a: Floats, y_b: Floats, y_ab: Floats, y_ba: Floats) -> tuple[float, float, float, float]:
    """Return the indices of one input from values ``(scrambles, rows)``."""
    from scipy.special import stdtrit

    whole = ((y_a - y_b) ** 2 + (y_ba - y_ab) ** 2).sum(axis=1)
    if not whole.any():
        return math.nan, math.nan, math.nan, math.nan
    alone = 2 * ((y_ba - y_b) * (y_a - y_ab)).sum(axis=1)
    part = ((y_b - y_ba) ** 2 + (y_a - y_ab) ** 2).sum(axis=1)
    first, total = float(alone.sum() / whole.sum()), float(part.sum() / whole.sum())
    off = part - total * whole
    error = float(np.sqrt((off**2).sum() * SCRAMBLES / (SCRAMBLES - 1)) / whole.sum())
    reach = float(stdtrit(SCRAMBLES - 1, HIGH)) * error
    return first, total, max(total - reach, 0.0), total + reach
