"""What the replicates of an index say of its units: intervals of scores and ranks, chances, and who are tied.

Each takes the scores of a joint index, ``(replicates, units)``; one that is NaN is a unit left out in that replicate.
Not for making the replicates (``joint``).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from seutu.core.indices.ranking import ranks
from seutu.core.indices.replaying import ranks_of
from seutu.core.indices.uncertainty import share_of_top
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import joint_messages as say
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.resampling import quantiles_of

LEVEL: Final = 0.9
SURE: Final = 0.95


def score_intervals(scores: Floats, level: float = LEVEL) -> Floats:
    """Return the quantiles of each unit's score that leave the level between them, ``(units, 2)``."""
    return quantiles_of(scores, [(1 - level) / 2, (1 + level) / 2])


def rank_intervals(scores: Floats, level: float = LEVEL) -> Floats:
    """Return the first and last rank that each unit may have, ``(units, 2)``; each covers with at least the level.

    A unit's rank is 1 + the units above it. Its differences to all others have a joint interval, ``mean ± c · standard
    deviation`` over the replicates, c being the quantile of the largest |difference − mean| ÷ deviation; others whose
    interval lies above zero are surely above, those below surely below. Source: Mogstad, Romano, Shaikh and Wilhelm
    (2024), Inference for ranks, Review of Economic Studies 91.
    """
    count = scores.shape[1]
    found = np.full((count, 2), np.nan)
    ranked = ~np.isnan(scores).all(axis=0)
    for unit in np.flatnonzero(ranked):
        others = ranked & (np.arange(count) != unit)
        above, below = _surely(scores[:, others] - scores[:, [unit]], level)
        found[unit] = 1 + above, int(ranked.sum()) - below
    return found


def _surely(differences: Floats, level: float) -> tuple[int, int]:
    """Return how many of the others are surely above and surely below."""
    held = differences[~np.isnan(differences).any(axis=1)]
    if not len(held):
        return 0, 0
    middle, spread = held.mean(axis=0), held.std(axis=0, ddof=1) if len(held) > 1 else np.zeros(held.shape[1])
    loose = spread > 0
    farthest = np.abs((held - middle)[:, loose] / spread[loose]).max(axis=1) if loose.any() else np.zeros(1)
    reach = np.quantile(farthest, level) * spread
    return int((middle - reach > 0).sum()), int((middle + reach < 0).sum())


def chance_of_top(scores: Floats, places: int) -> Floats:
    """Return for each unit the share of replicates in which it is among the first ``places``."""
    return share_of_top(ranks_of(scores), places)


def chances_of_lead(scores: Floats) -> Floats:
    """Return ``(units, units)``: the share of replicates in which the row's score is above the column's; equals a half.

    Replicates in which one of the two is left out count for nothing.
    """
    count = scores.shape[1]
    found = np.full((count, count), np.nan)
    for unit in range(count):
        differences = scores[:, [unit]] - scores
        there = (~np.isnan(differences)).sum(axis=0)
        lead = (differences > 0).sum(axis=0) + (differences == 0).sum(axis=0) / 2
        found[unit] = np.divide(lead, there, out=np.full(count, np.nan), where=there > 0)
    return found


def chance_of_lead(scores: Floats, units: Sequence[str], unit: str, other: str) -> float:
    """Return the share of replicates in which one unit is above another. Raises ``InputProblem`` for an unknown one."""
    found = [
        Problem(say.NO_UNIT.filled(unit=each, known=", ".join(units)), value=each)
        for each in (unit, other)
        if each not in units
    ]
    if found:
        raise InputProblem(*found)
    pair = scores[:, [units.index(unit), units.index(other)]]
    return float(chances_of_lead(pair)[0, 1])


def tied_groups(scores: Floats, nominal: Floats, sure: float = SURE) -> list[list[int]]:
    """Return the units in the order of their nominal scores, in groups that cannot be told apart.

    A group begins with the first unit that the first of the group before leads in a share of at least ``sure`` of the
    replicates: inside a group nobody is surely behind its first. A unit without a nominal score is in none.
    Not the tied groups of ``indices.auditing``, which ask whether intervals of rank overlap: choices are not a sample,
    so there no unit is surely ahead of another by a share of replicates. Here answers are resampled, and pairs are
    compared inside each replicate, which also separates units whose intervals overlap.
    """
    lead = chances_of_lead(scores)
    places = ranks(nominal)
    order = [int(unit) for unit in np.argsort(places, kind="stable") if not np.isnan(places[unit])]
    groups: list[list[int]] = []
    for unit in order:
        if not groups or lead[groups[-1][0], unit] >= sure:
            groups.append([])
        groups[-1].append(unit)
    return groups
