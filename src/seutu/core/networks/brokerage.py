"""Who brokers between groups of actors: Gould and Fernandez' five roles, and how far they exceed chance.

Not for communities: groups here are given (kinds, places, organisations), and a node without a group brokers nothing.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal, get_args

from seutu.core.networks.graph import build_graph
from seutu.core.networks.model import Node, Tie

Role = Literal["coordinator", "consultant", "gatekeeper", "representative", "liaison"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Brokerage:
    """Open paths a–v–b per role of one node v, ordered pairs (a, b); ``z`` compares with groups dealt at random.

    ``z`` is None for a role that varies in no permutation, or when no permutations were asked for.
    """

    id: str
    group: str | None
    counts: Mapping[Role, int]
    z: Mapping[Role, float | None]


def brokerage(
    nodes: Sequence[Node], links: Sequence[Tie], groups: Mapping[str, str], *, permutations: int = 0, seed: int = 1
) -> list[Brokerage]:
    """Return the roles of every node, in the order of ``nodes``.

    A broker v lies on an open path a–v–b: both linked to v, not to each other. By the groups of (a, v, b): AAA
    coordinator, ABA consultant, ABB gatekeeper, AAB representative, ABC liaison. Links have no direction, so every path
    is read both ways and gatekeeper equals representative. Nodes without a group (absent from ``groups``) are left
    out of paths. z = (count − mean)/sd over ``permutations`` random deals of the same groups to the same nodes.
    Source: Gould, R. & Fernandez, R. (1989), Structures of mediation, Sociological Methodology 19, 89–126.
    """
    graph = build_graph(nodes, links)
    labels = [groups.get(identifier) for identifier in graph.ids]
    paths = _open_paths(len(graph.ids), graph.pairs)
    found = _count(paths, labels)
    drawn = _dealt(paths, labels, permutations, seed)
    result = {
        identifier: Brokerage(
            id=identifier,
            group=labels[at],
            counts={role: found[at][role] for role in ROLES},
            z={role: _z(found[at][role], [deal[at][role] for deal in drawn]) for role in ROLES},
        )
        for at, identifier in enumerate(graph.ids)
    }
    return [result[node.id] for node in nodes]


def _open_paths(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return for each node the pairs of its neighbours that are not linked."""
    neighbours: list[set[int]] = [set() for _ in range(count)]
    for first, second in pairs:
        neighbours[first].add(second)
        neighbours[second].add(first)
    return [
        [(one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :] if other not in neighbours[one]]
        for ordered in (sorted(around) for around in neighbours)
    ]


def _count(paths: Sequence[Sequence[tuple[int, int]]], labels: Sequence[str | None]) -> list[Counter[Role]]:
    counts: list[Counter[Role]] = []
    for broker, ends in enumerate(paths):
        own, roles = labels[broker], Counter[Role]()
        if own is not None:
            for one, other in ends:
                first, last = labels[one], labels[other]
                if first is not None and last is not None:
                    roles[_role(first, own, last)] += 1
                    roles[_role(last, own, first)] += 1
        counts.append(roles)
    return counts


def _role(first: str, broker: str, last: str) -> Role:
    if first == last:
        return "coordinator" if first == broker else "consultant"
    if last == broker:
        return "gatekeeper"
    return "representative" if first == broker else "liaison"


def _dealt(
    paths: Sequence[Sequence[tuple[int, int]]], labels: Sequence[str | None], permutations: int, seed: int
) -> list[list[Counter[Role]]]:
    draw = random.Random(seed)  # noqa: S311
    grouped = [at for at, label in enumerate(labels) if label is not None]
    deals: list[list[Counter[Role]]] = []
    for _ in range(permutations):
        shuffled = list(grouped)
        draw.shuffle(shuffled)
        dealt = list(labels)
        for at, source in zip(grouped, shuffled, strict=True):
            dealt[at] = labels[source]
        deals.append(_count(paths, dealt))
    return deals


def _z(count: int, drawn: Sequence[int]) -> float | None:
    if not drawn:
        return None
    mean = sum(drawn) / len(drawn)
    deviation = sqrt(sum((value - mean) ** 2 for value in drawn) / len(drawn))
    return (count - mean) / deviation if deviation > 0 else None
