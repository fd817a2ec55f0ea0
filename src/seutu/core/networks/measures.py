"""Figures of a network and of its nodes: who is linked to how many, who lies between, who is held, which groups.

Not for brokerage between kinds of actors (``brokerage``) nor for words (``wording``).
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from seutu.core.networks.figures import Measures, NetworkFigures, NodeFigures
from seutu.core.networks.graph import Graph, build_graph, communities, ordered_by_size
from seutu.core.networks.model import Node, Tie

EXACT_UP_TO: Final = 20_000
SAMPLED_SOURCES: Final = 256
_SMALLEST_CENTRALISED: Final = 3


def measure(nodes: Sequence[Node], links: Sequence[Tie], *, seed: int = 1, exact_up_to: int = EXACT_UP_TO) -> Measures:
    """Return all figures of the undirected network; nodes come in the order given.

    Degree counts distinct partners, strength sums weights. Shortest paths count links and leave weights aside.
    Betweenness is Freeman's, over (n−1)(n−2)/2 pairs; with more than ``exact_up_to`` nodes it is estimated from 256
    sources spread evenly over the nodes, scaled by n/256, and marked so, and closeness is left out (None). Closeness =
    (k−1)/Σd within a component of k nodes. Constraint is Burt's, with weights. Communities: Leiden. Modularity is
    weighted. Centralisation (Freeman 1979): Σ(d_max−d_i)/((n−1)(n−2)) and Σ(c_max−c_i)/(n−1).
    Raises InputProblem for ids, ends and weights that do not fit.
    """
    graph = build_graph(nodes, links)
    if not graph.ids:
        return Measures((), _empty())
    estimated = len(graph.ids) > exact_up_to
    betweenness = _betweenness(graph, estimated=estimated)
    groups = communities(graph, seed=seed)
    parts = ordered_by_size(graph.engine.connected_components().membership)
    figures = _node_figures(graph, betweenness, groups, parts, estimated=estimated)
    whole = _network(graph, betweenness, groups, parts, estimated=estimated)
    return Measures(tuple(figures[node.id] for node in nodes), whole)


def _node_figures(
    graph: Graph, betweenness: Sequence[float], groups: Sequence[int], parts: Sequence[int], *, estimated: bool
) -> dict[str, NodeFigures]:
    nothing = [math.nan] * len(graph.ids)
    degrees, strength, coreness = graph.engine.degree(), _strength(graph), graph.engine.coreness()
    closeness = nothing if estimated else graph.engine.closeness(normalized=True)
    constraint = graph.engine.constraint(weights=list(graph.weights)) if graph.pairs else nothing
    degree_ranks, between_ranks = _ranks(degrees), _ranks(betweenness)
    return {
        identifier: NodeFigures(
            id=identifier,
            degree=degrees[at],
            strength=strength[at],
            betweenness=betweenness[at],
            closeness=_number(closeness[at]) if degrees[at] else None,
            constraint=_number(constraint[at]) if degrees[at] else None,
            coreness=coreness[at],
            community=groups[at],
            component=parts[at],
            rank_degree=degree_ranks[at],
            rank_betweenness=between_ranks[at],
        )
        for at, identifier in enumerate(graph.ids)
    }


def _network(
    graph: Graph,
    betweenness: Sequence[float],
    groups: Sequence[int],
    parts: Sequence[int],
    *,
    estimated: bool,
) -> NetworkFigures:
    count, links, degrees = len(graph.ids), len(graph.pairs), graph.engine.degree()
    wide = count >= _SMALLEST_CENTRALISED
    modularity = graph.engine.modularity(list(groups), weights=list(graph.weights)) if links else None
    return NetworkFigures(
        node_count=count,
        link_count=links,
        isolate_count=sum(degree == 0 for degree in degrees),
        self_link_count=graph.self_links,
        density=2 * links / (count * (count - 1)) if count > 1 else None,
        degree_centralisation=_spread(degrees) / ((count - 1) * (count - 2)) if wide else None,
        betweenness_centralisation=_spread(betweenness) / (count - 1) if wide else None,
        modularity=modularity,
        community_count=len(set(groups)),
        component_count=len(set(parts)),
        largest_component=list(parts).count(0),
        total_weight=math.fsum(graph.weights),
        betweenness_estimated=estimated,
    )


def _empty() -> NetworkFigures:
    return NetworkFigures(
        node_count=0,
        link_count=0,
        isolate_count=0,
        self_link_count=0,
        density=None,
        degree_centralisation=None,
        betweenness_centralisation=None,
        modularity=None,
        community_count=0,
        component_count=0,
        largest_component=0,
        total_weight=0.0,
        betweenness_estimated=False,
    )


def _betweenness(graph: Graph, *, estimated: bool) -> list[float]:
    count = len(graph.ids)
    pairs = (count - 1) * (count - 2) / 2
    if pairs == 0:
        return [0.0] * count
    if not estimated:
        return [value / pairs for value in graph.engine.betweenness(directed=False)]
    sources = sorted({int(at) for at in np.linspace(0, count - 1, SAMPLED_SOURCES)})
    scale = count / len(sources) / pairs
    return [value * scale for value in graph.engine.betweenness(directed=False, sources=sources)]


def _strength(graph: Graph) -> list[float]:
    ends: list[list[float]] = [[] for _ in graph.ids]
    for (first, second), weight in zip(graph.pairs, graph.weights, strict=True):
        ends[first].append(weight)
        ends[second].append(weight)
    return [math.fsum(weights) for weights in ends]


def _ranks(values: Sequence[float]) -> list[int]:
    """Return ranks, 1 = highest; equal values share the smallest (values that differ by rounding alone are equal)."""
    rounded = [round(value, 12) for value in values]
    first_place: dict[float, int] = {}
    for place, value in enumerate(sorted(rounded, reverse=True), start=1):
        first_place.setdefault(value, place)
    return [first_place[value] for value in rounded]


def _spread(values: Sequence[float]) -> float:
    highest = max(values)
    return math.fsum(highest - value for value in values)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
