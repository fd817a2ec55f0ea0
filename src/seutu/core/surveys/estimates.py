"""Weighted means and shares of groups of respondents, each with its standard error and interval.

Standard errors are linearised (Taylor): the respondents of a stratum are a sample drawn with replacement, or without it
where the stratum's population is known. Not for medians (``quantiles``), for figures drawn towards each other
(``shrinkage``) or for which figures may be shown (``disclosure``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import respondent_messages as say
from seutu.core.surveys.grouping import Floats, Groups, checked_answers, checked_weights

FEWEST: Final = 5
"""A group of fewer answers gets no figure unless another least number is told."""
LEVEL: Final = 0.95
HALF: Final = 0.5


class ShareInterval(StrEnum):
    """How the interval of a share is made."""

    WILSON = "wilson"
    LOGIT = "logit"


@dataclass(frozen=True)
class Sample:
    """Respondents in groups, with weights, ``(respondents,)``, and the strata they were drawn in.

    ``population``, ``(strata,)``, is there where the finite population correction is wanted.
    """

    groups: Groups
    weights: Floats
    strata: Groups
    population: Floats | None = None


@dataclass(frozen=True)
class Estimates:
    """The figures of one question, each array ``(groups,)``.

    ``count``: answers, not weighted. ``effective``: (Σ w)² / Σ w² of those who answered (Kish). ``freedom``: (Σ w²)² /
    Σ w⁴ of those who answered − strata they are in, at least 1 and 0 where answers are no more than strata; with equal
    weights answers − strata. ``value``, ``error``, ``low`` and ``high`` are NaN where nobody answered, and where
    ``too_few`` did: that is not missing but held back. ``error``, ``low`` and ``high`` are NaN too where one answer
    leaves nothing to tell the spread from.
    """

    question: str
    labels: tuple[str, ...]
    count: NDArray[np.int64]
    effective: Floats
    freedom: Floats
    value: Floats
    error: Floats
    low: Floats
    high: Floats
    too_few: NDArray[np.bool_]

    @property
    def margin(self) -> Floats:
        """Half the length of each interval: the margin of error."""
        half: Floats = (self.high - self.low) / 2
        return half


def sample_of(
    groups: Groups,
    *,
    weights: ArrayLike | None = None,
    strata: Groups | None = None,
    population: Mapping[str, float] | None = None,
) -> Sample:
    """Return the sample; without strata each group is one. ``population`` is by the label of the stratum.

    Raises ``InputProblem`` as ``checked_weights`` does, and for a stratum with more respondents than people, or whose
    population is not told.
    """
    strata = strata or groups
    held = checked_weights(weights, len(groups.positions))
    if population is None:
        return Sample(groups, held, strata)
    sizes = np.array([population.get(label, 0.0) for label in strata.labels], dtype=np.float64)
    found = [
        Problem(
            say.SMALL_POPULATION.filled(stratum=label, count=int(count), population=f"{size:g}"), column=strata.name
        )
        for label, count, size in zip(strata.labels, strata.sums(), sizes, strict=True)
        if not count <= size
    ]
    if found:
        raise InputProblem(*found)
    return Sample(groups, held, strata, sizes)


def means(
    sample: Sample,
    answers: ArrayLike,
    *,
    question: str,
    level: float = LEVEL,
    fewest: int = FEWEST,
    gain: Floats | None = None,
) -> Estimates:
    """Return the weighted mean of each group, ``Σ w y / Σ w`` over those who answered, with its t interval.

    Variance: ``Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ_i (u_i − ū_h)²`` over the strata h, with ``u_i = w_i (y_i − ȳ)/Σ w``
    for those of the group who answered and 0 for other respondents of the stratum. A stratum of one respondent adds
    ``u²``. The interval is ``ȳ ± t · error`` with ``freedom`` degrees: a few heavy weights carry most of the estimated
    variance, so it is itself less sure than the number of answers tells. ``answers``: ``(respondents,)``, NaN for none.
    ``gain``, ``(groups,)``: what fitted weights make of the error (``refit_gains``), which is multiplied by it. Raises
    ``InputProblem`` as ``checked_answers`` does. Sources: Woodruff (1971), A simple method for approximating the
    variance of a complicated estimate, JASA 66; Satterthwaite (1946), An approximate distribution of estimates of
    variance components, Biometrics Bulletin 2.
    """
    held = checked_answers(answers, len(sample.weights), question=question)
    found = _gained(_linearised(sample, held, question), gain)
    reach = student(found.freedom, level) * found.error
    return held_back(replace(found, low=found.value - reach, high=found.value + reach), fewest)


def shares(
    sample: Sample,
    answers: ArrayLike,
    *,
    question: str,
    level: float = LEVEL,
    fewest: int = FEWEST,
    interval: ShareInterval = ShareInterval.WILSON,
    gain: Floats | None = None,
) -> Estimates:
    """Return the weighted share of ones of each group; answers are 0, 1 or NaN. The error is that of ``means``.

    Wilson's interval takes an effective number of answers: Kish's, or n ÷ the design effect ``v (n − 1) / (p (1 − p))``
    where that is fewer, v being the squared error without strata and finite populations; times what those and fitted
    weights (``gain``) take off the variance, ``v ÷ error²``. Of few answers the estimated design effect is often far
    too small, so Kish's bounds it.
    Where the share is 0 or 1, and the error with it 0, the number is Kish's. The logit interval is ``logit p ± t ·
    error / (p (1 − p))`` turned back, and NaN where the share is 0 or 1; it covers less than it says where few answers
    are ones. Both stay inside 0..1. Raises ``InputProblem`` as ``checked_answers`` does. Source: Wilson (1927), JASA
    22; Korn and Graubard (1998), Survey Methodology 24.
    """
    held = checked_answers(answers, len(sample.weights), question=question, share=True)
    found = _gained(_linearised(sample, held, question), gain)
    if interval is ShareInterval.LOGIT:
        low, high = _logit(found.value, found.error, student(found.freedom, level))
    else:
        plain = replace(sample, strata=sample.groups, population=None)
        low, high = wilson(found.value, _telling(found, _linearised(plain, held, question).error), level)
    return held_back(replace(found, low=low, high=high), fewest)


def wilson(share: ArrayLike, number: ArrayLike, level: float = LEVEL) -> tuple[Floats, Floats]:
    """Return both ends of Wilson's interval of a share of an effective number of answers, which need not be whole.

    ``(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)``; NaN where there are no answers.
    """
    p, n = np.asarray(share, dtype=np.float64), np.asarray(number, dtype=np.float64)
    z = normal(level)
    n = np.where(n > 0, n, np.nan)
    middle = p + z**2 / (2 * n)
    reach = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    whole = 1 + z**2 / n
    # At 0 and 1 the end is the share itself, which the difference of two roots misses by a rounding.
    low = np.where(p == 0, np.where(np.isnan(n), np.nan, 0.0), (middle - reach) / whole)
    high = np.where(p == 1, np.where(np.isnan(n), np.nan, 1.0), (middle + reach) / whole)
    return low, high


def normal(level: float) -> float:
    """Return the quantile of the normal distribution that leaves the level in the middle: 1.96 at 95 %."""
    from scipy.special import ndtri

    return float(ndtri((1 + level) / 2))


def student(freedom: ArrayLike, level: float) -> Floats:
    """Return the same quantile of Student's t; NaN for no degrees of freedom."""
    from scipy.special import stdtrit

    degrees = np.asarray(freedom, dtype=np.float64)
    found: Floats = np.where(degrees > 0, stdtrit(np.maximum(degrees, 1), (1 + level) / 2), np.nan)
    return found


def held_back(found: Estimates, fewest: int) -> Estimates:
    """Return the estimates without the figures of groups that have some answers, but fewer than ``fewest``."""
    few = (found.count > 0) & (found.count < fewest)
    value, error, low, high = (
        np.where(few, np.nan, each) for each in (found.value, found.error, found.low, found.high)
    )
    return replace(found, too_few=few, value=value, error=error, low=low, high=high)


def _gained(found: Estimates, gain: Floats | None) -> Estimates:
    return found if gain is None else replace(found, error=found.error * gain)


def _linearised(sample: Sample, answers: Floats, question: str) -> Estimates:
    groups = sample.groups
    there = ~np.isnan(answers)
    weights = np.where(there, sample.weights, 0.0)
    weighed, squares = groups.sums(weights), groups.sums(weights**2)
    value = _ratio(groups.sums(weights * np.where(there, answers, 0.0)), weighed)
    deviations = weights * (np.where(there, answers, 0.0) - value[groups.positions])
    with np.errstate(divide="ignore", invalid="ignore"):
        deviations = np.where(there, deviations / weighed[groups.positions], 0.0)
    count = groups.sums(there.astype(np.float64)).astype(np.int64)
    strata = _strata_of(sample, there)
    alike = np.where(weighed > 0, _ratio(squares**2, groups.sums(weights**4)), 0.0)
    freedom = np.where(count > strata, np.maximum(alike - strata, 1.0), 0.0)
    variance = _variance(sample, deviations)
    error = np.where((freedom > 0) & (weighed > 0), np.sqrt(variance), np.nan)
    effective = np.where(weighed > 0, _ratio(weighed**2, squares), 0.0)
    blank = np.full(len(groups.labels), np.nan)
    few = np.zeros(len(groups.labels), dtype=np.bool_)
    return Estimates(question, groups.labels, count, effective, freedom, value, error, blank, blank, few)


def _pairs(sample: Sample) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the group and the stratum of each pair that somebody is in, and each respondent's pair."""
    keys = sample.groups.positions * len(sample.strata.labels) + sample.strata.positions
    distinct, back = np.unique(keys, return_inverse=True)
    return distinct // len(sample.strata.labels), distinct % len(sample.strata.labels), back


def _variance(sample: Sample, deviations: Floats) -> Floats:
    group, stratum, pair = _pairs(sample)
    size = sample.strata.sums()[stratum]
    squares, sums = np.bincount(pair, deviations**2), np.bincount(pair, deviations)
    alone = size == 1
    spread = np.where(alone, squares, (squares - sums**2 / size) * size / np.maximum(size - 1, 1))
    if sample.population is not None:
        spread = spread * (1 - size / sample.population[stratum])
    return np.maximum(np.bincount(group, spread, minlength=len(sample.groups.labels)).astype(np.float64), 0)


def _strata_of(sample: Sample, there: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return in how many strata each group has somebody who answered."""
    group, _, pair = _pairs(sample)
    answered = np.bincount(pair, there) > 0
    return np.bincount(group, answered, minlength=len(sample.groups.labels)).astype(np.int64)


def _telling(found: Estimates, loose: Floats) -> Floats:
    """Return the number of equally likely answers that would tell a share as surely; ``loose``: √v of ``shares``."""
    p, n = found.value, found.count.astype(np.float64)
    plain = p * (1 - p) / np.maximum(n - 1, 1)
    known = (found.error > 0) & (loose > 0) & (plain > 0)
    estimated = n * _ratio(plain, np.where(known, loose**2, 1.0))
    gained = _ratio(loose**2, np.where(known, found.error**2, 1.0))
    return np.where(known, np.minimum(estimated, found.effective) * gained, found.effective)


def _logit(p: Floats, error: Floats, t: Floats) -> tuple[Floats, Floats]:
    inside = (p > 0) & (p < 1)
    held = np.where(inside, p, HALF)
    middle, reach = np.log(held / (1 - held)), t * error / (held * (1 - held))
    low, high = (1 / (1 + np.exp(-(middle + sign * reach))) for sign in (-1, 1))
    return np.where(inside, low, np.nan), np.where(inside, high, np.nan)


def _ratio(above: Floats, below: Floats) -> Floats:
    found: Floats = np.divide(above, below, out=np.full(len(below), np.nan), where=below > 0)
    return found
