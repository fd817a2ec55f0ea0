"""How sure the ranks of an index are, when its choices are not.

Not for which choice moves the ranks (``sensitivity``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.replaying import Replayer
from seutu.core.indices.unit_tables import Floats

QUANTILES = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class Uncertainty:
    """Scores and ranks of the index in every replicate, ``(replicates, units)``, and the positions of its choices."""

    units: tuple[str, ...]
    positions: NDArray[np.int64]
    scores: Floats
    ranks: Floats
    nominal: Floats
    rounds: tuple[str, ...] = ()

    def intervals(self) -> Floats:
        """Return the 5, 50 and 95 % quantiles (type 7) of each unit's rank, ``(units, 3)``; NaN where never ranked."""
        found = np.full((len(self.units), len(QUANTILES)), np.nan)
        for unit in range(len(self.units)):
            held = self.ranks[~np.isnan(self.ranks[:, unit]), unit]
            if held.size:
                found[unit] = np.quantile(held, QUANTILES)
        return found

    def chance_of_top(self, places: int) -> Floats:
        """Return for each unit the share of replicates in which it is among the first ``places``."""
        return share_of_top(self.ranks, places)

    def chance_of_lead(self, unit: str, other: str) -> float:
        """Return the share of replicates in which one unit's score is above the other's; equal scores count a half.

        A replicate that leaves one of them out counts as no lead, unlike in ``surveys.rank_statements``, where such
        replicates count for nothing: there a unit may be missing because its answers were too few.
        """
        first, second = self.scores[:, self.units.index(unit)], self.scores[:, self.units.index(other)]
        return float(((first > second) + 0.5 * (first == second)).mean())


def share_of_top(ranks: Floats, places: int) -> Floats:
    """Return for each unit the share of replicates ``(replicates, units)`` in which its rank is at most ``places``.

    A replicate that leaves a unit out (NaN) counts as one in which it is not among the first.
    """
    share: Floats = (ranks <= places).mean(axis=0)
    return share


def drawn_positions(sizes: Sequence[int], replicates: int, seed: int) -> NDArray[np.int64]:
    """Return positions ``(replicates, choices)``, each value as likely as another; the same for the same seed."""
    random = np.random.Generator(np.random.PCG64(seed))
    return np.column_stack([random.integers(0, size, replicates) for size in sizes])


def replayed(replayer: Replayer, positions: NDArray[np.int64]) -> Uncertainty:
    """Return the scores and ranks of the replicates that the rows of ``positions`` name."""
    scores = replayer.ranked_scores(positions)
    ranks, nominal = replayer.ranks(scores), replayer.ranks(replayer.nominal.top[None, :])[0]
    return Uncertainty(replayer.units, positions, scores, ranks, nominal, replayer.nominal.rounds)
