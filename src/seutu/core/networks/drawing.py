"""What a picture of a network draws: where each node stands, which community it is of, how many partners it has.

Not for the measures of a network (``measures``): those cost far more than the drawing needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from seutu.core.networks.figures import Position
from seutu.core.networks.graph import build_graph, communities
from seutu.core.networks.layout import positions
from seutu.core.networks.model import Node, Tie


@dataclass(frozen=True, slots=True)
class Drawn:
    """One node as drawn; ``community`` and ``degree`` are those of ``NodeFigures``."""

    position: Position
    community: int
    degree: int


def drawn(nodes: Sequence[Node], links: Sequence[Tie], *, seed: int = 1) -> dict[str, Drawn]:
    """Return node id → what is drawn, in the order of ``nodes``: as ``layout`` and ``measure`` give for the same seed.

    The graph is built and its communities are found once. Raises InputProblem for ids, ends and weights that do not
    fit.
    """
    graph = build_graph(nodes, links)
    groups = communities(graph, seed=seed)
    placed, degrees = positions(graph, groups, seed=seed), graph.engine.degree()
    found = {identifier: Drawn(placed[identifier], groups[at], degrees[at]) for at, identifier in enumerate(graph.ids)}
    return {node.id: found[node.id] for node in nodes}
