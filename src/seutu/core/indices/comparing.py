"""Two rankings of the same units beside one another: who moved, which moves mean something, how alike the two are.

Not for building an index (``building``) or for how sure one ranking is (``uncertainty``).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seutu.core.indices.replaying import ranks_of
from seutu.core.indices.trials import Trial
from seutu.core.indices.uncertainty import Uncertainty
from seutu.core.indices.unit_tables import Floats

FEWEST = 3
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Move:
    """A unit's rank before and after; ``low`` and ``high`` are the 90 % interval of its rank before."""

    unit: str
    before: int
    after: int
    low: float
    high: float

    @property
    def is_noise(self) -> bool:
        """Whether the new rank lies in the interval that the old one had: other choices move the unit as much."""
        return self.low <= self.after <= self.high


@dataclass(frozen=True, slots=True)
class Change:
    """A unit's rank in two rounds among the units of both; ``low`` and ``high``: 90 % interval of the difference.

    A rank that grows is a fall: below zero the unit rose. ``is_sure`` where the interval leaves zero out.
    """

    unit: str
    before: int
    after: int
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether the change goes the same way in at least 95 % of the replicates of the choices."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two rankings are: Spearman's rank correlation and Kendall's tau-b over the units of both.

    NaN with fewer than three units or where one ranking tells nobody apart.
    """

    units: int
    spearman: float
    kendall: float


def moves(before: Trial, after: Floats) -> list[Move]:
    """Return the units whose rank is another in ``after``, nominal ranks in the order of the units of ``before``."""
    nominal, intervals = before.uncertainty.nominal, before.uncertainty.intervals()
    found = []
    for row, unit in enumerate(before.uncertainty.units):
        first, second = float(nominal[row]), float(after[row])
        if math.isnan(first) or math.isnan(second) or first == second:
            continue
        found.append(Move(unit, int(first), int(second), float(intervals[row][0]), float(intervals[row][2])))
    return sorted(found, key=lambda move: (move.after, move.unit))


def likeness(first: Floats, second: Floats) -> Likeness:
    """Return how alike two rankings of the same units are, over the units that both rank."""
    from scipy.stats import kendalltau, spearmanr

    both = ~np.isnan(first) & ~np.isnan(second)
    left, right = first[both], second[both]
    if left.size < FEWEST or np.ptp(left) == 0 or np.ptp(right) == 0:
        return Likeness(int(left.size), math.nan, math.nan)
    return Likeness(int(left.size), float(spearmanr(left, right).statistic), float(kendalltau(left, right).statistic))


def changes(before: Trial, after: Trial) -> list[Change]:
    """Return the change of rank of every unit that both rounds have, by its rank after.

    Units are ranked anew among those of both, so that a town that came or left moves nobody. A replicate of one round
    is set against the one of the other with the same choices: what both share cancels out. Where the rounds have
    other choices, as many replicates as both have are set against one another in their order.
    """
    units = [unit for unit in after.uncertainty.units if unit in before.uncertainty.units]
    if not units:
        return []
    return _differences(units, _among(before, units), _among(after, units))


def changes_between(found: Uncertainty, before: str, after: str) -> list[Change]:
    """Return the change of rank between two rounds of one panel, as ``changes`` does between two indices.

    Both rounds are of the same replicates: a scale that all rounds share is the same in both. Raises ValueError for a
    round that the panel does not have.
    """
    if not {before, after} <= {*found.rounds}:
        message = f"the panel has no round {before} or {after}"
        raise ValueError(message)
    rows = {key: row for row, key in enumerate(zip(found.units, found.rounds, strict=True))}
    units = [unit for unit, told in rows if told == after and (unit, before) in rows]
    ranks = np.concatenate([found.nominal[None, :], found.ranks])
    first, second = (ranks_of(-ranks[:, [rows[unit, told] for unit in units]]) for told in (before, after))
    return _differences(units, first, second)


def _differences(units: Sequence[str], first: Floats, second: Floats) -> list[Change]:
    """Return the changes from ranks of the same units, ``(1 + replicates, units)``: the nominal ones come first."""
    count = min(len(first), len(second))
    apart = second[1:count] - first[1:count]
    found = []
    for place, unit in enumerate(units):
        held = apart[~np.isnan(apart[:, place]), place]
        if np.isnan(first[0][place]) or np.isnan(second[0][place]) or not held.size:
            continue
        low, high = np.quantile(held, [LOW, HIGH])
        found.append(Change(unit, int(first[0][place]), int(second[0][place]), float(low), float(high)))
    return sorted(found, key=lambda change: (change.after, change.unit))


def ranked_among(trial: Trial, units: Sequence[str]) -> Floats:
    """Return the nominal ranks of some units among themselves."""
    nominal: Floats = _among(trial, units)[0]
    return nominal


def _among(trial: Trial, units: Sequence[str]) -> Floats:
    """Return the ranks of some units among themselves: the nominal ones first, then those of each replicate."""
    found = trial.uncertainty
    rows = [found.units.index(unit) for unit in units]
    scores = np.concatenate([trial.index.top[None, :], found.scores])[:, rows]
    return ranks_of(scores)
