"""Compare the groups of a network with networks of chance that have the same degrees.

Not for roles between given groups, whose chance is dealt in ``brokerage``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.networks.graph import build_graph, own_randomness
from seutu.core.networks.model import Node, Tie

_SWAPS_PER_LINK: Final = 10


@dataclass(frozen=True, slots=True)
class NullComparison:
    """A figure against ``samples`` networks of chance: their mean and sd, and p = share of (1 + those as high)."""

    observed: float
    mean: float
    deviation: float
    p: float
    samples: int


def modularity_against_chance(
    nodes: Sequence[Node], links: Sequence[Tie], *, samples: int = 100, seed: int = 1
) -> NullComparison | None:
    """Return the modularity of the best Leiden groups against rewired networks; None without links.

    Each sample keeps every degree: ten random swaps of link ends per link, without double or self links (configuration
    model of simple graphs). Modularity is unweighted on both sides, for swapped links have no weight of their own.
    p = (1 + #{sample ≥ observed})/(1 + samples). Raises ValueError when ``samples`` is below one.
    """
    if samples < 1:
        raise ValueError("At least one sample is needed")
    graph = build_graph(nodes, links)
    if not graph.pairs:
        return None
    drawn: list[float] = []
    with own_randomness(seed):
        observed = float(graph.engine.community_leiden(objective_function="modularity", n_iterations=-1).modularity)
        for _ in range(samples):
            chance = graph.engine.copy()
            chance.rewire(n=_SWAPS_PER_LINK * len(graph.pairs))
            drawn.append(float(chance.community_leiden(objective_function="modularity", n_iterations=-1).modularity))
    mean = math.fsum(drawn) / samples
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in drawn) / samples)
    as_high = sum(value >= observed - 1e-12 for value in drawn)
    return NullComparison(observed, mean, deviation, (1 + as_high) / (1 + samples), samples)
