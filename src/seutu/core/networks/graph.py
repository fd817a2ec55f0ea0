"""Build the graph that the measures and the layout run on, and give igraph a random generator of our own for a while.

Not for measures.
"""

import math
import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import igraph

from seutu.core.networks import problems
from seutu.core.networks.model import Node, Tie
from seutu.core.problems import InputProblem

_GENERATOR_LOCK: Final = threading.RLock()
_THOROUGH_UP_TO_LINKS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Graph:
    """Undirected simple graph over node ids in ascending order; parallel links are one with the sum of their weights.

    ``self_links`` counts links from a node to itself, which take part in nothing.
    """

    ids: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    weights: tuple[float, ...]
    self_links: int
    engine: Any


def build_graph(nodes: Sequence[Node], links: Sequence[Tie]) -> Graph:
    """Return the graph, the same for any order of the input. Raises InputProblem (ids, ends, weights)."""
    ids = tuple(sorted(node.id for node in nodes))
    index = {identifier: position for position, identifier in enumerate(ids)}
    if len(index) != len(ids):
        twice = next(first for first, second in pairwise(ids) if first == second)
        raise InputProblem.because(problems.node_twice(twice))
    weights: dict[tuple[int, int], list[float]] = {}
    self_links = 0
    for link in links:
        first, second = _end(index, link.source), _end(index, link.target)
        if not (math.isfinite(link.weight) and link.weight > 0):
            raise InputProblem.because(problems.bad_weight(link.source, link.target, link.weight))
        if first == second:
            self_links += 1
            continue
        weights.setdefault((min(first, second), max(first, second)), []).append(link.weight)
    pairs = tuple(sorted(weights))
    sums = tuple(math.fsum(weights[pair]) for pair in pairs)
    engine = igraph.Graph(n=len(ids), edges=pairs, directed=False)
    return Graph(ids, pairs, sums, self_links, engine)


@contextmanager
def own_randomness(seed: int) -> Iterator[None]:
    """Let igraph draw from a generator with ``seed``; afterwards it draws from Python's ``random`` again, its default.

    One thread at a time: the generator belongs to the whole process.
    """
    with _GENERATOR_LOCK:
        igraph.set_random_number_generator(random.Random(seed))  # noqa: S311
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)


def communities(graph: Graph, *, seed: int) -> tuple[int, ...]:
    """Return the community of each node by Leiden on weighted modularity; 0 is the largest, ties by the first node.

    Source: Traag, Waltman & van Eck (2019), From Louvain to Leiden, Scientific Reports 9, 5233.
    """
    if not graph.pairs:
        return tuple(range(len(graph.ids)))
    rounds = -1 if len(graph.pairs) <= _THOROUGH_UP_TO_LINKS else 2
    with own_randomness(seed):
        found = graph.engine.community_leiden(
            objective_function="modularity", weights=list(graph.weights), n_iterations=rounds
        )
    return ordered_by_size(found.membership)


def ordered_by_size(membership: Sequence[int]) -> tuple[int, ...]:
    """Renumber groups so that 0 is the largest; of equal ones the group with the earliest member comes first."""
    sizes: dict[int, int] = {}
    for group in membership:
        sizes[group] = sizes.get(group, 0) + 1
    order = {group: rank for rank, group in enumerate(sorted(sizes, key=lambda group: -sizes[group]))}
    return tuple(order[group] for group in membership)


def _end(index: dict[str, int], identifier: str) -> int:
    position = index.get(identifier)
    if position is None:
        raise InputProblem.because(problems.no_such_node(identifier))
    return position
