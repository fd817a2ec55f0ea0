import math
import random
from itertools import combinations

import numpy as np
import pytest

from seutu.core.networks.figures import Position
from seutu.core.networks.layout import layout
from seutu.core.networks.measures import measure
from seutu.core.networks.model import Link, Node
from seutu.core.networks.packing import disc_radii, without_overlap


def planted(groups: int, size: int, seed: int = 1) -> tuple[list[Node], list[Link]]:
    draw = random.Random(seed)
    ids = [f"{group:02}-{member:02}" for group in range(groups) for member in range(size)]
    links = {
        (first, second)
        for first, second in combinations(ids, 2)
        if draw.random() < (0.35 if first[:2] == second[:2] else 0.004)
    }
    return [Node(identifier, identifier) for identifier in ids], [Link(*pair) for pair in sorted(links)]


def distance(first: Position, second: Position) -> float:
    return math.hypot(first.x - second.x, first.y - second.y)


def test_every_node_has_a_finite_place_of_its_own() -> None:
    nodes, links = planted(6, 15)
    nodes += [Node(f"z{number}", "alone") for number in range(5)]
    places = layout(nodes, links)
    assert list(places) == [node.id for node in nodes]
    assert all(math.isfinite(place.x) and math.isfinite(place.y) for place in places.values())
    assert min(distance(*pair) for pair in combinations(places.values(), 2)) > 0.1


def test_the_same_input_gives_the_same_bits_in_any_order() -> None:
    nodes, links = planted(5, 12)
    expected = layout(nodes, links)
    turned = [Link(link.target, link.source, link.weight) for link in reversed(links)]
    found = layout(nodes[::-1], turned)
    assert {key: (place.x.hex(), place.y.hex()) for key, place in found.items()} == {
        key: (place.x.hex(), place.y.hex()) for key, place in expected.items()
    }


def test_neighbours_on_the_picture_are_of_one_community() -> None:
    nodes, links = planted(8, 25)
    places = layout(nodes, links)
    groups = {figures.id: figures.community for figures in measure(nodes, links).nodes}
    alike = []
    for node in nodes:
        near = sorted(places, key=lambda other: distance(places[node.id], places[other]))[1:11]
        alike.append(sum(groups[other] == groups[node.id] for other in near) / 10)
    assert np.mean(alike) > 0.95


def test_links_are_shorter_than_distances_by_chance() -> None:
    nodes, links = planted(8, 25)
    places = layout(nodes, links)
    linked = np.mean([distance(places[link.source], places[link.target]) for link in links])
    apart = np.mean([distance(*pair) for pair in combinations(places.values(), 2)])
    assert linked < apart / 2


def test_the_largest_part_is_on_top_then_small_parts_then_nodes_alone() -> None:
    nodes = [Node(identifier, identifier) for identifier in "abcdepqyz"]
    links = [Link(*pair) for pair in ("ab", "bc", "cd", "de", "ea", "pq")]
    places = layout(nodes, links)
    ring = min(places[identifier].y for identifier in "abcde")
    pair = [places[identifier].y for identifier in "pq"]
    alone = max(places[identifier].y for identifier in "yz")
    assert ring > max(pair)
    assert min(pair) > alone


@pytest.mark.parametrize(
    ("ids", "pairs"), [("", ()), ("a", ()), ("abc", ()), ("ab", ("ab",)), ("abcd", ("ab", "cd")), ("abc", ("ab", "ac"))]
)
def test_small_networks_are_placed(ids: str, pairs: tuple[str, ...]) -> None:
    nodes = [Node(identifier, identifier) for identifier in ids]
    places = layout(nodes, [Link(*pair) for pair in pairs])
    assert len(set(places.values())) == len(ids)


@pytest.mark.parametrize("count", [2, 7, 40])
def test_discs_never_overlap_even_from_one_spot(count: int) -> None:
    radii = disc_radii([1 + number % 9 for number in range(count)])
    for start in (np.zeros((count, 2)), np.random.default_rng(2).normal(size=(count, 2))):
        centres = without_overlap(start, radii)
        for first, second in combinations(range(count), 2):
            gap = math.dist(centres[first], centres[second]) - radii[first] - radii[second]
            assert gap >= 1.2 - 1e-6
