"""The network of a place: its own nodes and their partners elsewhere."""

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
    """Return the nodes for which ``is_own`` holds, their partners elsewhere and the links that touch an own node."""
    raise NotImplementedError
