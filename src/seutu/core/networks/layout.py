"""Place the nodes of a network on a plane, community by community, so that a picture shows groups and not a hairball.

Not for drawing, and not for maps: positions have nothing to do with geography.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import igraph
import numpy as np
from numpy.typing import NDArray

from seutu.core.networks.figures import Position
from seutu.core.networks.graph import Graph, build_graph, communities, ordered_by_size, own_randomness
from seutu.core.networks.model import Node, Tie
from seutu.core.networks.packing import disc_radii, golden_spiral, grid_below, rows_below, spread_apart, without_overlap

Points = NDArray[np.float64]
Indices = NDArray[np.int64]
_GRID_FROM: Final = 400
_ROUNDS: Final = ((60, 300), (150, 150), (_GRID_FROM - 1, 80), (math.inf, 60))
_DECIMALS: Final = 4
_NO_DIRECTION: Final = 1e-9


def layout(nodes: Sequence[Node], links: Sequence[Tie], *, seed: int = 1) -> dict[str, Position]:
    """Return node id → position, in the order of ``nodes``; the distance of neighbours in a group is about one.

    Each connected part: Leiden communities; Fruchterman–Reingold on the graph of communities; one disc per community,
    radius ∝ √size, pushed apart until none overlap; Fruchterman–Reingold inside each disc, radii spread by rank, the
    disc turned towards its partners. The largest part stands on top, smaller ones in rows below it, nodes without links
    in a grid at the bottom. The same input and seed give the same bits, whatever the order of nodes and links; a
    changed community moves its own disc. Raises InputProblem for ids, ends and weights that do not fit.
    """
    graph = build_graph(nodes, links)
    placed = positions(graph, communities(graph, seed=seed), seed=seed)
    return {node.id: placed[node.id] for node in nodes}


def positions(graph: Graph, groups: Sequence[int], *, seed: int) -> dict[str, Position]:
    """Return node id → position of a graph whose communities (``groups``, in the order of its ids) are known."""
    points = np.zeros((len(graph.ids), 2))
    parts = ordered_by_size(graph.engine.connected_components().membership) if graph.ids else ()
    labels = np.array(groups, dtype=np.int64)
    members = _members(np.array(parts, dtype=np.int64))
    linked = [part for part in members if len(part) > 1]
    alone = [int(part[0]) for part in members if len(part) == 1]
    arcs = np.array(graph.pairs, dtype=np.int64).reshape(-1, 2)
    weights = np.array(graph.weights)
    with own_randomness(seed):
        drawn = [_part(graph, part, labels, arcs, weights) for part in linked]
    for part, placed in zip(linked, rows_below(drawn), strict=True):
        points[part] = placed
    if alone:
        points[alone] = grid_below(len(alone), points[np.concatenate(linked)] if linked else np.zeros((0, 2)))
    rounded = np.round(points, _DECIMALS) + 0.0
    return {identifier: Position(*map(float, rounded[at])) for at, identifier in enumerate(graph.ids)}


def _members(labels: Indices) -> list[Indices]:
    """Return the indices of each label, labels ascending from 0."""
    order = np.argsort(labels, kind="stable")
    borders = np.flatnonzero(np.diff(labels[order])) + 1
    return [part for part in np.split(order, borders) if len(part)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One connected part: community of each node, ends and weights of its links, all in numbers of its own."""

    labels: Indices
    ends: Indices
    weights: Points


def _part(graph: Graph, part: Indices, groups: Indices, arcs: Indices, weights: Points) -> Points:
    """Place one connected part around the origin."""
    local = np.full(len(graph.ids), -1, dtype=np.int64)
    local[part] = np.arange(len(part))
    inside = local[arcs[:, 0]] >= 0
    labels = np.array(ordered_by_size(groups[part].tolist()), dtype=np.int64)
    piece = _Piece(labels, local[arcs[inside]], weights[inside])
    discs = _members(labels)
    radii = disc_radii([len(disc) for disc in discs])
    centres = _centres(piece, radii)
    placed = np.zeros((len(part), 2))
    own = labels[piece.ends[:, 0]] == labels[piece.ends[:, 1]]
    for number, disc in enumerate(discs):
        mine = own & (labels[piece.ends[:, 0]] == number)
        rank = np.full(len(part), -1, dtype=np.int64)
        rank[disc] = np.arange(len(disc))
        inner = _disc(len(disc), rank[piece.ends[mine]], piece.weights[mine]) * radii[number]
        placed[disc] = _turned(spread_apart(inner), disc, number, piece, centres) + centres[number]
    return np.asarray(placed - (placed.min(axis=0) + placed.max(axis=0)) / 2, dtype=np.float64)


def _centres(piece: _Piece, radii: Points) -> Points:
    """Return the centres of the discs: forces on the graph of communities, then no overlap."""
    if len(radii) == 1:
        return np.zeros((1, 2))
    between = np.sort(piece.labels[piece.ends], axis=1)
    crossing = between[:, 0] != between[:, 1]
    keys, inverse = np.unique(between[crossing], axis=0, return_inverse=True)
    sums = np.bincount(inverse.ravel(), weights=piece.weights[crossing], minlength=len(keys))
    start = golden_spiral(len(radii))
    found = _forces(len(radii), keys, np.asarray(sums, dtype=np.float64), start)
    return without_overlap(found, radii)


def _disc(count: int, ends: Indices, weights: Points) -> Points:
    """Return one community in the unit disc: directions from forces, distances from the centre spread by rank."""
    if count == 1:
        return np.zeros((1, 2))
    points = _forces(count, ends, weights, golden_spiral(count))
    points = points - points.mean(axis=0)
    distance = np.hypot(points[:, 0], points[:, 1])
    order = np.argsort(np.round(distance, 9), kind="stable")
    spread = np.empty(count)
    spread[order] = np.sqrt((np.arange(count) + 0.5) / count)
    angle = np.arctan2(points[:, 1], points[:, 0])
    return np.asarray(np.column_stack((np.cos(angle), np.sin(angle))) * spread[:, None], dtype=np.float64)


def _forces(count: int, ends: Indices, weights: Points, start: Points) -> Points:
    """Return Fruchterman–Reingold positions from ``start``; weights are taken relative to their mean."""
    graph = igraph.Graph(n=count, edges=ends.tolist(), directed=False)
    on_grid = count >= _GRID_FROM
    rounds = next(rounds for largest, rounds in _ROUNDS if count <= largest)
    relative = (weights / weights.mean()).tolist() if len(weights) else None
    found = graph.layout_fruchterman_reingold(
        weights=relative,
        niter=rounds,
        seed=start.tolist(),
        grid=on_grid,
    )
    return np.array(found.coords, dtype=np.float64)


def _turned(inner: Points, disc: Indices, number: int, piece: _Piece, centres: Points) -> Points:
    """Turn a disc so that nodes with partners in other discs face them: angle = arg Σ w·(direction out)·conj(place)."""
    labels, ends = piece.labels, piece.ends
    place = np.zeros(len(labels), dtype=np.complex128)
    place[disc] = inner[:, 0] + 1j * inner[:, 1]
    spots = centres[:, 0] + 1j * centres[:, 1]
    total = 0j
    for near, far in ((0, 1), (1, 0)):
        out = (labels[ends[:, near]] == number) & (labels[ends[:, far]] != number)
        away = spots[labels[ends[out, far]]] - spots[number]
        total += complex(np.sum(piece.weights[out] * away / np.abs(away) * np.conj(place[ends[out, near]])))
    if abs(total) < _NO_DIRECTION:
        return inner
    turned = place[disc] * (total / abs(total))
    return np.column_stack((turned.real, turned.imag))
