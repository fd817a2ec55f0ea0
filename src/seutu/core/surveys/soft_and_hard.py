"""Towns by their place in an index of statistics and by what a survey says of them: hard and soft success at once.

Not for working out either: the index comes with its replicates (``indices``), the survey with its answers.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from seutu.core.indices.replaying import ranks_of
from seutu.core.surveys.fourfold import Figure, Placed, placed
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.wave_results import REPLICATES, SEED, Observations, replicates_of

FEWEST: Final = 3
MIDDLE: Final = 50.0
"""The better half of the towns stands above it."""


def places_of(scores: Floats) -> Floats:
    """Return each score's place among the others of its row: the share of them below it, 0–100, an equal one a half.

    ``scores``: ``(replicates, units)``, NaN staying NaN and counting for nothing. The best is 100, the last 0.
    """
    others = (~np.isnan(scores)).sum(axis=1, keepdims=True) - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = MIDDLE * (1 + (ranks_of(-scores) - ranks_of(scores)) / others)
    return found


def soft_and_hard(
    observed: Observations, hidden: Sequence[str], units: Sequence[str], scores: Floats, nominal: Floats
) -> tuple[list[Placed], tuple[str, ...], Floats, Floats]:
    """Return each town's field by its place in the index and its survey figure, and the towns that lack one.

    ``units``, ``scores`` ``(replicates, units)`` and ``nominal`` ``(units,)`` are the index's. Places are among the
    towns that have both figures. The first axis is the index, cut at its middle; the second the survey, cut at the mean
    of the towns. The index's replicates are paired with those of the survey by chance, the same for the same seed: its
    choices have nothing to do with who answered. Also returned: both axes' figures of the placed towns, in their order.
    Raises ``InputProblem`` as ``replicates_of`` and ``placed`` do.
    """
    ranked = {unit: place for place, unit in enumerate(units) if not np.isnan(nominal[place])}
    out = [row for row in observed.rows.labels if row not in ranked or row in hidden]
    drawn = replicates_of(
        observed.rows, observed.weights, {"": observed.answers}, out, seed=SEED, respondents=observed.respondents
    )
    columns = np.array([ranked[town] for town in drawn.towns], dtype=np.int64)
    random = np.random.Generator(np.random.PCG64(SEED))
    rows = random.integers(0, len(scores), REPLICATES)
    first = Figure("index", places_of(nominal[None, columns])[0], places_of(scores[np.ix_(rows, columns)]), cut=MIDDLE)
    second = Figure("survey", drawn.values[:, 0], drawn.replicates[:, :, 0])
    found, without = placed(drawn.towns, first, second)
    order = [drawn.towns.index(each.unit) for each in found]
    lacking = (*(row for row in out if row not in hidden), *without)
    return found, lacking, first.values[order], second.values[order]
