"""The figures of a network and of its nodes, as plain dataclasses.

Not for computing them (``measures``) nor for saying them in words (``wording``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeFigures:
    """Figures of one node. ``rank_*`` are 1 = highest, ties share the smallest.

    ``betweenness`` is the share (0–1) of shortest paths between other pairs that run through the node; ``closeness`` is
    0–1 within the node's component (None without links); ``constraint`` is Burt's (None without links); ``community``
    and ``component`` number from 0, the largest first; ``degree`` counts distinct partners.
    """

    id: str
    degree: int
    strength: float
    betweenness: float
    closeness: float | None
    constraint: float | None
    coreness: int
    community: int
    component: int
    rank_degree: int
    rank_betweenness: int


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """Figures of the whole network. Centralisations are Freeman's, 0–1, None below three nodes.

    ``link_count`` counts linked pairs; ``self_link_count`` links of a node to itself, which are in no other figure.
    ``modularity`` is None without links. ``betweenness_estimated`` is True when shortest paths were sampled.
    """

    node_count: int
    link_count: int
    isolate_count: int
    self_link_count: int
    density: float | None
    degree_centralisation: float | None
    betweenness_centralisation: float | None
    modularity: float | None
    community_count: int
    component_count: int
    largest_component: int
    total_weight: float
    betweenness_estimated: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """All figures of one network: nodes in the given order, and the whole."""

    nodes: tuple[NodeFigures, ...]
    network: NetworkFigures

    def of(self, node_id: str) -> NodeFigures:
        """Return the figures of one node. Raises KeyError when the network has no such node."""
        for figures in self.nodes:
            if figures.id == node_id:
                return figures
        raise KeyError(node_id)


@dataclass(frozen=True, slots=True)
class Position:
    """Place of a node in a drawing, in units where the median link inside a community is about one."""

    x: float
    y: float
