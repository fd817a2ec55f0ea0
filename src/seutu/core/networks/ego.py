"""The network of a place: its own nodes and their partners elsewhere.

Not for places: the caller says which nodes are of the place.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from seutu.core.networks.model import Node, Tie

T = TypeVar("T", bound=Tie)


@dataclass(frozen=True, slots=True)
class EgoNetwork(Generic[T]):
    """Nodes and links around a place. ``own`` are ids of the place, ``partners`` ids linked to them from elsewhere."""

    nodes: tuple[Node, ...]
    links: tuple[T, ...]
    own: frozenset[str]
    partners: frozenset[str]


def ego_network(
    nodes: Sequence[Node], links: Iterable[T], is_own: Callable[[Node], bool], *, between_partners: bool = False
) -> EgoNetwork[T]:
    """Return the nodes for which ``is_own`` holds, their partners elsewhere and the links that touch an own node.

    Own nodes without links are kept. ``between_partners`` adds the links among the partners. A place without own nodes
    gives an empty network. Links to nodes that are not listed are left out. Order is that of the input.
    An own node has all its links here, so its partners can be counted and drawn as they are. A partner has only those
    with the place, and without the links among partners an own node looks more of a bridge than it is: measure
    betweenness, closeness and constraint in the whole network.
    """
    own = frozenset(node.id for node in nodes if is_own(node))
    listed = {node.id for node in nodes}
    kept = [link for link in links if link.source in listed and link.target in listed]
    touching = [link for link in kept if link.source in own or link.target in own]
    partners = frozenset(end for link in touching for end in (link.source, link.target)) - own
    if between_partners:
        around = own | partners
        touching = [link for link in kept if link.source in around and link.target in around]
    members = tuple(node for node in nodes if node.id in own or node.id in partners)
    return EgoNetwork(members, tuple(touching), own, partners)
