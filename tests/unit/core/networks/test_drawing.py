"""What is drawn is what the layout and the measures say, found in one go."""

import random

import pytest

from seutu.core.networks.drawing import Drawn, drawn
from seutu.core.networks.layout import layout
from seutu.core.networks.measures import measure
from seutu.core.networks.model import Link, Node


def tangle(count: int, links: int, seed: int) -> tuple[list[Node], list[Link]]:
    draw = random.Random(seed)
    ids = [f"n{number:03}" for number in range(count)]
    pairs = [draw.sample(ids, 2) for _ in range(links)]
    return [Node(each, each) for each in ids], [Link(*pair, weight=1 + draw.random()) for pair in pairs]


@pytest.mark.parametrize(("count", "links", "seed"), [(0, 0, 1), (1, 0, 1), (60, 90, 1), (60, 20, 2), (500, 900, 3)])
def test_positions_communities_and_degrees_are_those_of_layout_and_measure(count: int, links: int, seed: int) -> None:
    nodes, ties = tangle(count, links, seed)
    places, figures = layout(nodes, ties, seed=seed), measure(nodes, ties, seed=seed)
    assert drawn(nodes, ties, seed=seed) == {
        node.id: Drawn(places[node.id], figures.of(node.id).community, figures.of(node.id).degree) for node in nodes
    }


def test_the_order_of_the_input_does_not_matter() -> None:
    nodes, ties = tangle(40, 70, 4)
    turned = [Link(link.target, link.source, link.weight) for link in reversed(ties)]
    found = drawn(nodes[::-1], turned)
    assert found == drawn(nodes, ties)
    assert list(found) == [node.id for node in nodes[::-1]]
