"""Say in plain words what the figures of a network show, each statement with its number."""

from collections.abc import Sequence

from seutu.core.networks.figures import Measures
from seutu.core.networks.model import Node
from seutu.core.text import Text


def describe_node(node_id: str, measures: Measures, nodes: Sequence[Node]) -> Text:
    """Return what the node is in the network: bridge, hub, ordinary, at the edge, without links."""
    raise NotImplementedError


def describe_network(measures: Measures, nodes: Sequence[Node]) -> Text:
    """Return the state of the whole network in two to five sentences."""
    raise NotImplementedError
