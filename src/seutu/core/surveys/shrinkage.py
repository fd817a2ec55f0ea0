"""Figures of small groups drawn towards the mean of all, by how little each tells (empirical Bayes).

Not for how the figures were estimated (``estimates``). Always beside the figures as estimated, never in their place.
"""

from dataclasses import dataclass

import numpy as np

from seutu.core.surveys.estimates import Estimates
from seutu.core.surveys.grouping import Floats

ROUNDS = 200


@dataclass(frozen=True)
class Shrunk:
    """Arrays ``(groups,)``: the figure drawn in, its error, and ``kept``, the share of the group's own figure in it.

    ``between``: the variance of the true figures between groups; ``middle``: the mean that they are drawn towards.
    """

    value: Floats
    error: Floats
    kept: Floats
    middle: float
    between: float


def shrunk(value: Floats, error: Floats) -> Shrunk:
    """Return ``θ̂_i = μ + k_i (y_i − μ)`` with ``k_i = A / (A + D_i)``, D being the squared errors.

    A solves ``Σ (y_i − μ)²/(A + D_i) = m − 1``, the moment method of Fay and Herriot (1979), 0 where there is no
    solution above it; ``μ = Σ y/(A + D) / Σ 1/(A + D)``. The error is the root of the estimate of the mean squared
    error by Datta, Rao and Smith (2005): ``g1 + g2 + 2 g3 − (1 − k)² b``, with ``g1 = k D``, ``g2 = (1 − k)² / Σ 1/(A +
    D)``, ``g3 = D² / (A + D)³ · 2 m / (Σ 1/(A + D))²`` and b the bias of A; never under ``g1``.

    A group of no figure or error stays NaN; one of the error 0 keeps its figure; neither counts for A and μ. With fewer
    than three that count none moves. ``smoothed_errors`` gives errors that few answers leave no chance to be 0.
    """
    there = ~np.isnan(value) & (error > 0)
    known, variance = value[there], error[there] ** 2
    kept = np.where(np.isnan(value) | np.isnan(error), np.nan, 1.0)
    figures, errors = np.where(np.isnan(kept), np.nan, value), error.copy()
    if len(known) < 3:  # noqa: PLR2004 - two groups tell no variance between groups
        return Shrunk(figures, errors, kept, float("nan"), float("nan"))
    between = _between(known, variance)
    precision = 1 / (between + variance)
    middle = float((precision * known).sum() / precision.sum())
    keep = between * precision
    figures[there], kept[there] = middle + keep * (known - middle), keep
    errors[there] = np.sqrt(_squared_error(variance, keep, precision))
    return Shrunk(figures, errors, kept, middle, between)


def smoothed_errors(estimates: Estimates) -> Floats:
    """Return each group's error by the spread of answers inside all groups: ``√(v / effective number)``.

    ``v = Σ (n − 1) error² effective / Σ (n − 1)``. The error that five like answers give themselves is 0, and tells
    nothing; this one does. NaN where nobody answered.
    """
    known = ~np.isnan(estimates.error)
    weight = np.where(known, estimates.count - 1.0, 0.0)
    spread = np.where(known, estimates.error, 0.0) ** 2 * estimates.effective
    if not weight.any():
        return np.full(len(estimates.count), np.nan)
    within = float((weight * spread).sum() / weight.sum())
    there = (estimates.effective > 0) & ~np.isnan(estimates.value)
    return np.sqrt(np.where(there, within / np.where(there, estimates.effective, 1.0), np.nan))


def _between(known: Floats, variance: Floats) -> float:
    """Return A by bisection: the sum falls as A grows."""

    def excess(a: float) -> float:
        precision = 1 / (a + variance)
        middle = (precision * known).sum() / precision.sum()
        return float((precision * (known - middle) ** 2).sum()) - (len(known) - 1)

    if excess(0.0) <= 0:
        return 0.0
    low, high = 0.0, float(known.var(ddof=1)) + float(variance.max())
    while excess(high) > 0:
        high *= 2
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return (low + high) / 2


def _squared_error(variance: Floats, keep: Floats, precision: Floats) -> Floats:
    count, first, second = len(variance), precision.sum(), (precision**2).sum()
    spread = 2 * count / first**2
    bias = 2 * (count * second - first**2) / first**3
    own = keep * variance
    middle = (1 - keep) ** 2 / first
    estimated = variance**2 * precision**3 * spread
    found: Floats = np.maximum(own + middle + 2 * estimated - (1 - keep) ** 2 * bias, own)
    return found
