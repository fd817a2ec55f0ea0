"""Weighted medians and other quantiles of groups of respondents, with Woodruff's intervals.

Not for means and shares (``estimates``).
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seutu.core.surveys.estimates import FEWEST, HALF, LEVEL, Estimates, Sample, held_back, means, student
from seutu.core.surveys.grouping import Floats, checked_answers

TIE = 1e-12


def medians(
    sample: Sample,
    answers: ArrayLike,
    *,
    question: str,
    level: float = LEVEL,
    fewest: int = FEWEST,
    at: float = HALF,
) -> Estimates:
    """Return the weighted median of each group, or the quantile ``at``, with Woodruff's interval.

    The quantile is the least answer at or under which the share ``at`` of the weight lies; where that is met exactly,
    the mean of it and the next answer. Woodruff: the share of weight at or under the quantile has a linearised error e,
    and the ends are the quantiles ``at ± t e``; ``error`` is the length of that interval at 95 % over 2 t.
    Missing answers and messages as in ``means``. Source: Woodruff (1952), Confidence intervals for medians and other
    position measures, JASA 47.
    """
    held = checked_answers(answers, len(sample.weights), question=question)
    quantile = _quantiles(sample, held)
    value = quantile(np.full(len(sample.groups.labels), at))
    under = np.where(np.isnan(held), np.nan, (held <= value[sample.groups.positions]).astype(np.float64))
    spread = means(sample, under, question=question, level=level, fewest=1)
    ends = [
        quantile(np.clip(at + sign * student(spread.freedom, each) * spread.error, 0, 1))
        for each in (level, LEVEL)
        for sign in (-1, 1)
    ]
    error = (ends[3] - ends[2]) / (2 * student(spread.freedom, LEVEL))
    return held_back(replace(spread, value=value, error=error, low=ends[0], high=ends[1]), fewest)


def _quantiles(sample: Sample, answers: Floats) -> Callable[[Floats], Floats]:
    """Return a function that gives each group's quantile at each group's own share."""
    parts = []
    for place in range(len(sample.groups.labels)):
        rows = np.flatnonzero((sample.groups.positions == place) & ~np.isnan(answers) & (sample.weights > 0))
        order: NDArray[np.int64] = rows[np.argsort(answers[rows], kind="stable")]
        parts.append((answers[order], np.cumsum(sample.weights[order])))

    def found(at: Floats) -> Floats:
        return np.array([_quantile(*part, float(share)) for part, share in zip(parts, at, strict=True)])

    return found


def _quantile(ordered: Floats, below: Floats, at: float) -> float:
    if not len(ordered) or np.isnan(at):
        return float("nan")
    share = below / below[-1]
    place = int(np.searchsorted(share, at - TIE))
    if place + 1 < len(ordered) and abs(share[place] - at) <= TIE:
        return float(ordered[place] + ordered[place + 1]) / 2
    return float(ordered[min(place, len(ordered) - 1)])
