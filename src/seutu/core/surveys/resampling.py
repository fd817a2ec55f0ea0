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
from seutu.core.surveys.respondents import Respondents, replicate_weights, times_drawn
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
    sample: Sample,
    answers: Mapping[str, ArrayLike],
    *,
    replicates: int,
    seed: int,
    shrink: bool = True,
    respondents: Respondents | None = None,
) -> SurveyFigures:
    """Return the figures of the towns (the sample's groups) and their replicates, the same for the same seed.

    The Rao–Wu rescaled bootstrap: of the n respondents of each stratum in a town, n − 1 are drawn with replacement, and
    the weight of each becomes ``w · n/(n − 1) · times drawn``; the weights are used again where ``respondents`` have no
    ``refit``. Where they do, the weights of all respondents are fitted anew in every replicate (``refitted``), and the
    errors of a question are ``linearised error · √(Σ variance of replicates ÷ Σ linearised error²)`` over the towns.
    The variance of a replicate's total is then that of ``estimates.means``; where a finite population is corrected for,
    replicates are drawn together as much as the error is. A respondent alone in a stratum has no
    spread to draw from and stays as it is: such strata make replicates too alike, and are better merged.

    With ``shrink`` the figures are those of ``shrunk`` with ``smoothed_errors``, question by question, and a replicate
    is ``figure + (replicate − figure as estimated) · error ÷ linearised error``: replicates spread over what the truth
    may be. Resampled figures alone lie farther apart than the truth does, by the sampling error, twice. Where all
    respondents of a town answered alike there is no deviation to scale, and a normal one stands for it.

    Where ``respondents`` tell that somebody answered about several towns, all answers of a respondent are drawn or left
    together, and n is the number of respondents of the whole survey (or of a stratum of the sample): the number of
    answers on a town then varies as it does from survey to survey, and errors of towns go together as they do.

    Raises ``InputProblem`` as ``estimates`` does, for fewer than two replicates, and for a respondent of several
    towns in several strata. Source: Rao, Wu and Yue (1992),
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
    drawn = _drawn(sample, np.column_stack(checked), respondents, replicates, random)
    gain = _gain(drawn, loose) if respondents and respondents.refit else np.ones(len(told))
    loose, errors = loose * gain, errors * gain
    if shrink:
        smooth = np.column_stack([smoothed_errors(each) for each in wide]) * finite * gain
        drawn_in = [shrunk(each.value, smooth[:, place]) for place, each in enumerate(told)]
        figures, errors = (np.column_stack([getattr(each, name) for each in drawn_in]) for name in ("value", "error"))
        deviations = (drawn - values) / np.where(loose > 0, loose, 1.0)
        drawn = figures + np.where(loose > 0, deviations, random.standard_normal(drawn.shape)) * errors
        values = figures
    elif sample.population is not None:
        drawn = values + (drawn - values) * finite
    counts = np.column_stack([each.count for each in told])
    return SurveyFigures(sample.groups.labels, tuple(answers), values, errors, counts, drawn)


def _drawn(
    sample: Sample, answers: Floats, respondents: Respondents | None, replicates: int, random: np.random.Generator
) -> Floats:
    """Return the means of every replicate, ``(replicates, towns, questions)``."""
    if respondents is None or not (respondents.refit or respondents.are_in_several(sample.groups)):
        return _drawn_answers(sample, answers, replicates, random)
    return _drawn_respondents(sample, answers, respondents, replicates, random)


def _drawn_answers(sample: Sample, answers: Floats, replicates: int, random: np.random.Generator) -> Floats:
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
            times = times_drawn(random, len(rows), min(step, replicates - start))
            found[towns.positions[rows[0]], start : start + step] += times @ sums[rows]
    above, below = np.split(found, 2, axis=2)
    ratio = np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
    return np.ascontiguousarray(ratio.transpose(1, 0, 2))


def _drawn_respondents(
    sample: Sample, answers: Floats, respondents: Respondents, replicates: int, random: np.random.Generator
) -> Floats:
    """Return the means of every replicate: the weights of the respondents × what each adds to sums of the towns."""
    from scipy.sparse import csr_array

    there, who, towns = ~np.isnan(answers), respondents.positions, sample.groups
    sums = np.concatenate([np.where(there, answers, 0.0), there], axis=1)
    wide, count = sums.shape[1], len(towns.labels)
    rows = towns.positions[:, None] * wide + np.arange(wide)
    columns = np.broadcast_to(who[:, None], rows.shape)
    adds = csr_array((sums.ravel(), (rows.ravel(), columns.ravel())), shape=(count * wide, respondents.count))
    weights = np.zeros(respondents.count)
    weights[who] = sample.weights
    strata = _strata(sample, respondents)
    found = np.concatenate(
        [adds @ part for part in replicate_weights(respondents, strata, weights, replicates, random)], axis=1
    )
    above, below = np.split(found.reshape(count, wide, replicates), 2, axis=1)
    ratio = np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
    return np.ascontiguousarray(ratio.transpose(2, 0, 1))


def _strata(sample: Sample, respondents: Respondents) -> NDArray[np.int64]:
    """Return the stratum of each respondent: a town where nobody is in several; those of no observation are apart."""
    keys = np.zeros(len(sample.weights), dtype=np.int64)
    if sample.strata is not sample.groups:
        keys = sample.strata.positions
    if not respondents.are_in_several(sample.groups):
        keys = keys * len(sample.groups.labels) + sample.groups.positions
    found = np.full(respondents.count, -1, dtype=np.int64)
    found[respondents.positions] = keys
    if (found[respondents.positions] != keys).any():
        raise InputProblem(Problem(say.SEVERAL_STRATA, column=sample.strata.name))
    return found


def _gain(drawn: Floats, errors: Floats) -> Floats:
    """Return by question what fitting weights anew takes off the error, or adds to it: replicates ÷ linearised."""
    told = (errors > 0) & ~np.isnan(drawn).any(axis=0)
    spread = np.where(told, drawn.var(axis=0, ddof=1), 0.0).sum(axis=0)
    plain = np.where(told, errors, 0.0) ** 2
    found: Floats = np.sqrt(np.divide(spread, plain.sum(axis=0), out=np.ones_like(spread), where=told.any(axis=0)))
    return found


def quantiles_of(replicates: Floats, levels: Sequence[float]) -> Floats:
    """Return quantiles (type 7) over the first axis, ``(…, levels)``; replicates that are missing count for nothing."""
    there = ~np.isnan(replicates).all(axis=0)
    found = np.full((*replicates.shape[1:], len(levels)), np.nan)
    held = replicates[:, there]
    quantiles = np.nanquantile if np.isnan(held).any() else np.quantile
    found[there] = quantiles(held, levels, axis=0).T
    return found
