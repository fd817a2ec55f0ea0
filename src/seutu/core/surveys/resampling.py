"""The figures of a survey by town, and how else they might have come out: replicates by a rescaled bootstrap.

Not for an index made of them (``joint``) or for errors by formula (``estimates``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import joint_messages as say
from seutu.core.surveys.estimates import Sample, means
from seutu.core.surveys.grouping import Floats, checked_answers, crossed
from seutu.core.surveys.shrinkage import shrunk, smoothed_errors

SMALL_PRODUCT: Final = 2**17


@dataclass(frozen=True)
class SurveyFigures:
    """Weighted means of questions by town. ``values``, ``errors``, ``counts`` are ``(towns, questions)``.

    ``replicates``: ``(replicates, towns, questions)``. NaN where nobody of the town answered, and in a replicate where
    nobody who answered was drawn.
    """

    towns: tuple[str, ...]
    questions: tuple[str, ...]
    values: Floats
    errors: Floats
    counts: NDArray[np.int64]
    replicates: Floats


def resampled(
    sample: Sample, answers: Mapping[str, ArrayLike], *, replicates: int, seed: int, shrink: bool = True
) -> SurveyFigures:
    """Return the figures of the towns (the sample's groups) and their replicates, the same for the same seed.

    The Rao–Wu rescaled bootstrap: of the n respondents of each stratum in a town, n − 1 are drawn with replacement, and
    the weight of each becomes ``w · n/(n − 1) · times drawn``; the weights themselves are used again, not fitted anew.
    The variance of a replicate's total is then that of ``estimates.means``; where a finite population is corrected for,
    replicates are drawn together as much as the error is. A respondent alone in a stratum has no
    spread to draw from and stays as it is: such strata make replicates too alike, and are better merged.

    With ``shrink`` the figures are those of ``shrunk`` with ``smoothed_errors``, question by question, and a replicate
    is ``figure + (replicate − figure as estimated) · error ÷ linearised error``: replicates spread over what the truth
    may be. Resampled figures alone lie farther apart than the truth does, by the sampling error, twice. Where all
    respondents of a town answered alike there is no deviation to scale, and a normal one stands for it.

    Raises ``InputProblem`` as ``estimates`` does, and for fewer than two replicates. Source: Rao, Wu and Yue (1992),
    Some recent work on resampling methods for complex surveys, Survey Methodology 18.
    """
    if replicates < 2:  # noqa: PLR2004 - one replicate tells no spread
        raise InputProblem(Problem(say.FEW_REPLICATES.filled(count=replicates), value=str(replicates)))
    random = np.random.Generator(np.random.PCG64(seed))
    checked = [checked_answers(each, len(sample.weights), question=name) for name, each in answers.items()]
    told = [means(sample, each, question=name, fewest=1) for name, each in zip(answers, checked, strict=True)]
    # Drawing is with replacement; what a finite population takes off the error is taken off the replicates after it.
    bare = replace(sample, population=None)
    wide = [means(bare, each, question=name, fewest=1) for name, each in zip(answers, checked, strict=True)]
    values, errors = (np.column_stack([getattr(each, name) for each in told]) for name in ("value", "error"))
    loose = np.column_stack([each.error for each in wide])
    finite = np.divide(errors, loose, out=np.ones_like(errors), where=loose > 0)
    drawn = _drawn(sample, np.column_stack(checked), replicates, random)
    if shrink:
        smooth = np.column_stack([smoothed_errors(each) for each in wide]) * finite
        drawn_in = [shrunk(each.value, smooth[:, place]) for place, each in enumerate(told)]
        figures, errors = (np.column_stack([getattr(each, name) for each in drawn_in]) for name in ("value", "error"))
        deviations = (drawn - values) / np.where(loose > 0, loose, 1.0)
        drawn = figures + np.where(loose > 0, deviations, random.standard_normal(drawn.shape)) * errors
        values = figures
    elif sample.population is not None:
        drawn = values + (drawn - values) * finite
    counts = np.column_stack([each.count for each in told])
    return SurveyFigures(sample.groups.labels, tuple(answers), values, errors, counts, drawn)


def _drawn(sample: Sample, answers: Floats, replicates: int, random: np.random.Generator) -> Floats:
    """Return the means of every replicate, cell by cell of town × stratum: times drawn × sums of each respondent."""
    there = ~np.isnan(answers)
    weights = there * sample.weights[:, None]
    sums = np.concatenate([weights * np.where(there, answers, 0.0), weights], axis=1)
    towns, strata = sample.groups, sample.strata
    cells = towns if strata is towns else crossed(towns, strata)
    found = np.zeros((len(towns.labels), replicates, sums.shape[1]))
    order = np.argsort(cells.positions, kind="stable")
    ends = np.cumsum(cells.sums().astype(np.int64))
    for rows in np.split(order, ends[:-1]):
        # Products this small are worked out by one thread: the same bytes on any number of processors.
        step = max(SMALL_PRODUCT // max(len(rows) * sums.shape[1], 1), 1)
        for start in range(0, replicates if len(rows) else 0, step):
            times = _times_drawn(random, len(rows), min(step, replicates - start))
            found[towns.positions[rows[0]], start : start + step] += times @ sums[rows]
    above, below = np.split(found, 2, axis=2)
    ratio = np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
    return np.ascontiguousarray(ratio.transpose(1, 0, 2))


def _times_drawn(random: np.random.Generator, count: int, replicates: int) -> Floats:
    """Return how often each of ``count`` is among count − 1 drawn, times n/(n − 1), ``(replicates, count)``.

    Counts of draws are multinomial; counting drawn places is five times as quick as drawing the counts one by one.
    """
    if count == 1:
        return np.ones((replicates, 1))
    places = random.integers(0, count, (replicates, count - 1), dtype=np.uint32)
    first = (np.arange(replicates, dtype=np.int64) * count)[:, None]
    times = np.bincount((first + places).ravel(), minlength=replicates * count).reshape(replicates, count)
    return times.astype(np.float64) * (count / (count - 1))


def quantiles_of(replicates: Floats, levels: Sequence[float]) -> Floats:
    """Return quantiles (type 7) over the first axis, ``(…, levels)``; replicates that are missing count for nothing."""
    there = ~np.isnan(replicates).all(axis=0)
    found = np.full((*replicates.shape[1:], len(levels)), np.nan)
    held = replicates[:, there]
    quantiles = np.nanquantile if np.isnan(held).any() else np.quantile
    found[there] = quantiles(held, levels, axis=0).T
    return found
