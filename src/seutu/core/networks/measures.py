"""Figures of a network and of its nodes."""

from collections.abc import Sequence

from seutu.core.networks.figures import Measures
from seutu.core.networks.model import Node, Tie


def measure(nodes: Sequence[Node], links: Sequence[Tie], *, seed: int = 1) -> Measures:
    """Return all figures of the undirected weighted network."""
    raise NotImplementedError
