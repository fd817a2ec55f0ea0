"""How the whole network is built: a core with a periphery, like with like, and what it loses when actors leave.

Not for single nodes (``measures``).
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.networks.graph import Graph, build_graph
from seutu.core.networks.model import Node, Tie

_ROUNDS: Final = 200
_CLOSE: Final = 1e-12
_FEWEST_PAIRS: Final = 2  # a correlation needs two
_DENSE_UP_TO: Final = 3_000


@dataclass(frozen=True, slots=True)
class Structure:
    """Figures of the build of a network; None where they are not defined (too few links, one kind, too large).

    ``core_periphery_fit`` and the assortativities −1…1; ``external_internal`` E–I index, −1 (all links inside groups) …
    1 (all between); ``robustness_attack`` and ``robustness_random`` 0…0.5; ``cut_points`` are ids whose loss cuts the
    network apart; ``core_share_of`` is c of each node, higher nearer the core.
    """

    core_periphery_fit: float | None
    core_share_of: Mapping[str, float]
    degree_assortativity: float | None
    group_assortativity: float | None
    external_internal: float | None
    robustness_attack: float | None
    robustness_random: float | None
    cut_points: tuple[str, ...]


def structure(
    nodes: Sequence[Node], links: Sequence[Tie], groups: Mapping[str, str] | None = None, *, seed: int = 1
) -> Structure:
    """Return the build of the network.

    Core–periphery: correlation of the links a_ij with c_i·c_j, c the leading eigenvector (Borgatti & Everett 2000,
    continuous model at its usual start, not optimised further); up to 3,000 nodes. Assortativity: Newman 2003, r =
    (Σe_gg − Σa_g²)/(1 − Σa_g²); E–I = (external − internal)/all, both over links whose ends have a group in ``groups``.
    Robustness: R = (1/n) Σ S(q), S the share of nodes in the largest part after q are gone, by recomputed degree or at
    random (Schneider et al. 2011); up to 3,000 nodes. Weights take no part.
    """
    graph = build_graph(nodes, links)
    grouped = _grouped_links(graph, groups or {})
    small = 0 < len(graph.ids) <= _DENSE_UP_TO
    vector, fit = _core(graph) if small and graph.pairs else (np.zeros(0), None)
    degree = graph.engine.assortativity_degree(directed=False) if graph.pairs else math.nan
    return Structure(
        core_periphery_fit=fit,
        core_share_of=dict(zip(graph.ids, map(float, vector), strict=False)),
        degree_assortativity=None if math.isnan(degree) else float(degree),
        group_assortativity=_assortativity(grouped),
        external_internal=_external_internal(grouped),
        robustness_attack=_robustness(graph, None) if small else None,
        robustness_random=_robustness(graph, random.Random(seed)) if small else None,  # noqa: S311
        cut_points=tuple(graph.ids[at] for at in sorted(graph.engine.articulation_points())),
    )


def _core(graph: Graph) -> tuple[NDArray[np.float64], float | None]:
    """Return the leading eigenvector by repeated multiplication, and its fit."""
    matrix = np.zeros((len(graph.ids), len(graph.ids)))
    for first, second in graph.pairs:
        matrix[first, second] = matrix[second, first] = 1.0
    vector = np.ones(len(graph.ids)) / math.sqrt(len(graph.ids))
    for _ in range(_ROUNDS):
        following = matrix @ vector + vector
        following /= np.linalg.norm(following)
        if np.abs(following - vector).max() < _CLOSE:
            break
        vector = following
    upper = np.triu_indices(len(vector), 1)
    observed, expected = matrix[upper], np.outer(vector, vector)[upper]
    if len(observed) < _FEWEST_PAIRS or observed.std() < _CLOSE or expected.std() < _CLOSE:
        return vector, None
    return vector, float(np.corrcoef(observed, expected)[0, 1])


def _grouped_links(graph: Graph, groups: Mapping[str, str]) -> list[tuple[str, str]]:
    ends = ((groups.get(graph.ids[first]), groups.get(graph.ids[second])) for first, second in graph.pairs)
    return [(first, second) for first, second in ends if first is not None and second is not None]


def _assortativity(grouped: Sequence[tuple[str, str]]) -> float | None:
    if not grouped:
        return None
    ends: dict[str, int] = {}
    for first, second in grouped:
        ends[first] = ends.get(first, 0) + 1
        ends[second] = ends.get(second, 0) + 1
    expected = sum((count / (2 * len(grouped))) ** 2 for count in ends.values())
    inside = sum(first == second for first, second in grouped) / len(grouped)
    return (inside - expected) / (1 - expected) if expected < 1 else None


def _external_internal(grouped: Sequence[tuple[str, str]]) -> float | None:
    if not grouped:
        return None
    return sum(1 if first != second else -1 for first, second in grouped) / len(grouped)


def _robustness(graph: Graph, draw: random.Random | None) -> float:
    """Return R under attack on the highest recomputed degree (ties: first id), or in random order with ``draw``.

    The order of leaving is found first; then nodes come back in reverse and parts are joined, which is quick.
    """
    neighbours: list[set[int]] = [set() for _ in graph.ids]
    for first, second in graph.pairs:
        neighbours[first].add(second)
        neighbours[second].add(first)
    order = list(range(len(graph.ids)))
    if draw is None:
        order = _by_attack(neighbours)
    else:
        draw.shuffle(order)
    parent, size = list(range(len(order))), [0] * len(order)

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    largest, total = 0, 0
    for node in reversed(order):
        total += largest
        size[node] = 1
        for other in neighbours[node]:
            if size[other] and root(other) != root(node):
                first, second = root(other), root(node)
                parent[first] = second
                size[second] += size[first]
        largest = max(largest, size[root(node)])
    return total / len(order) ** 2


def _by_attack(neighbours: Sequence[set[int]]) -> list[int]:
    left = [set(around) for around in neighbours]
    remaining = set(range(len(left)))
    order: list[int] = []
    while remaining:
        node = max(remaining, key=lambda at: (len(left[at]), -at))
        order.append(node)
        remaining.discard(node)
        for other in left[node]:
            left[other].discard(node)
    return order
