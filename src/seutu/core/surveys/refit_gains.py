"""What fitting the weights to a population takes off the errors of figures, or adds to them.

Not for the errors themselves (``estimates``) or for replicates of an index (``resampling``).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from seutu.core.surveys.grouping import Floats, Ints
from seutu.core.surveys.respondents import Refit, Respondents, drawn_times, refitted

REPLICATES: Final = 400
FEW_REPLICATES: Final = 100
MANY: Final = 200_000
"""Of more answers than this the gains are told by fewer replicates: they take seconds otherwise."""
SEED: Final = 1
ROUNDING: Final = 1e-12


def refit_gains(
    respondents: Respondents, weights: Floats, answers: Floats, cells: Sequence[Ints], counts: Sequence[int]
) -> list[Floats]:
    """Return for each grouping the gain of each of its cells: error with weights fitted anew ÷ with weights held.

    ``cells``: groupings of the observations, each ``(observations,)``; ``counts``: how many cells each has. In each
    replicate n − 1 of all n respondents are drawn with replacement (``respondents``), the mean of every cell is worked
    out with the weights as they are and with weights fitted to those drawn, and the gain is the ratio of both
    deviations over the replicates: what chance the draws have is in both. 1 where no weights are fitted, where the
    answers of a cell never vary, and for a cell of nobody. Source: Canty and Davison (1999), Resampling-based variance
    estimation for labour force surveys, The Statistician 48.
    """
    if respondents.refit is None or not len(answers):
        return [np.ones(count) for count in counts]
    plain, fitted = (
        _deviations(each) for each in _replicates(respondents, respondents.refit, weights, answers, cells, counts)
    )
    gains = np.divide(fitted, plain, out=np.ones(len(plain)), where=plain > ROUNDING)
    return np.split(gains, np.cumsum(counts)[:-1])


def _deviations(figures: Floats) -> Floats:
    """Return the deviation of each row over the replicates that have it; 0 where they are less than half of all."""
    there = ~np.isnan(figures)
    number = np.maximum(there.sum(axis=1), 1)
    middle = np.where(there, figures, 0.0).sum(axis=1) / number
    squares = np.where(there, figures - middle[:, None], 0.0) ** 2
    return np.where(number >= figures.shape[1] / 2, np.sqrt(squares.sum(axis=1) / number), 0.0)


def _replicates(
    respondents: Respondents,
    refit: Refit,
    weights: Floats,
    answers: Floats,
    cells: Sequence[Ints],
    counts: Sequence[int],
) -> tuple[Floats, Floats]:
    """Return the means of all cells in every replicate, ``(cells, replicates)``, with weights held and fitted anew."""
    from scipy.sparse import csr_array

    rows = np.concatenate([each + start for each, start in zip(cells, _starts(counts), strict=True)])
    who = np.tile(respondents.positions, len(cells))
    shape = (sum(counts), respondents.count)
    below = csr_array((np.ones(len(rows)), (rows, who)), shape=shape)
    above = csr_array((np.tile(answers, len(cells)), (rows, who)), shape=shape)
    own = np.zeros(respondents.count)
    own[respondents.positions] = weights
    found: tuple[list[Floats], list[Floats]] = ([], [])
    replicates = REPLICATES if len(answers) <= MANY else FEW_REPLICATES
    random = np.random.Generator(np.random.PCG64(SEED))
    for times in drawn_times(random, np.zeros(respondents.count, dtype=np.int64), replicates):
        for kept, drawn in zip(found, (times * own[:, None], refitted(refit, times)), strict=True):
            number = below @ drawn
            kept.append(np.divide(above @ drawn, number, out=np.full_like(number, np.nan), where=number > 0))
    held, fitted = (np.concatenate(each, axis=1) for each in found)
    return held, fitted


def _starts(counts: Sequence[int]) -> list[int]:
    return [0, *np.cumsum(counts)[:-1].tolist()]
