"""Place the nodes of a network on a plane, community by community."""

from collections.abc import Sequence

from seutu.core.networks.figures import Position
from seutu.core.networks.model import Node, Tie


def layout(nodes: Sequence[Node], links: Sequence[Tie], *, seed: int = 1) -> dict[str, Position]:
    """Return node id → position; the same input gives the same bits."""
    raise NotImplementedError
