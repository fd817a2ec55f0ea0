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
RESAMPLES: Final = 1000
LOW, HIGH = 0.05, 0.95


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

    ``evaluate`` takes points ``(m, count)`` and gives m values. Design: two matrices A and B of a scrambled Sobol'
    sequence and A with each column of B in turn, ``samples (count + 2)`` values. First order ``mean(B (AB_i − A)) / V``
    (Saltelli et al. 2010), total order ``mean((A − AB_i)²) / 2V`` (Jansen 1999), of values less their mean, so that a
    constant added to them changes nothing. The interval is a bootstrap of the rows.
    """
    from scipy.stats import qmc

    points = qmc.Sobol(2 * count, scramble=True, rng=np.random.default_rng(seed)).random(samples)
    a, b = points[:, :count], points[:, count:]
    mixed = np.repeat(a[None, :, :], count, axis=0)
    for place in range(count):
        mixed[place, :, place] = b[:, place]
    values = evaluate(np.concatenate([a, b, mixed.reshape(-1, count)]))
    y_a, y_b, y_ab = values[:samples], values[samples : 2 * samples], values[2 * samples :].reshape(count, samples)
    middle = np.concatenate([y_a, y_b]).mean()
    y_a, y_b, y_ab = y_a - middle, y_b - middle, y_ab - middle
    rows = np.random.Generator(np.random.PCG64(seed)).integers(0, samples, (RESAMPLES, samples))
    return [_indices(y_a, y_b, each, rows) for each in y_ab]


def _indices(y_a: Floats, y_b: Floats, y_ab: Floats, rows: NDArray[np.int64]) -> tuple[float, float, float, float]:
    variance = float(np.concatenate([y_a, y_b]).var())
    if not variance:
        return math.nan, math.nan, math.nan, math.nan
    first = float((y_b * (y_ab - y_a)).mean()) / variance
    total = float(((y_a - y_ab) ** 2).mean()) / (2 * variance)
    half = ((y_a - y_ab) ** 2)[rows].mean(axis=1) / 2
    spread = np.concatenate([y_a[rows], y_b[rows]], axis=1).var(axis=1)
    low, high = np.quantile(half / np.where(spread > 0, spread, np.nan), [LOW, HIGH])
    return first, total, float(low), float(high)
