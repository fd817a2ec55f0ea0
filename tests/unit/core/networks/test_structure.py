import random
from itertools import combinations

import networkx as nx
import pytest

from seutu.core.networks.model import Link, Node
from seutu.core.networks.structure import Structure, structure


def of(ids: str, *pairs: str, groups: dict[str, str] | None = None) -> Structure:
    return structure([Node(identifier, identifier) for identifier in ids], [Link(*pair) for pair in pairs], groups)


def random_graph(seed: int) -> nx.Graph:
    draw = random.Random(seed)
    graph = nx.Graph()
    graph.add_nodes_from(f"n{number:02}" for number in range(40))
    graph.add_edges_from(draw.sample(sorted(graph), 2) for _ in range(70))
    nx.set_node_attributes(graph, {node: draw.choice("XYZ") for node in sorted(graph)}, "group")
    return graph


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_assortativity_and_cut_points_agree_with_networkx(seed: int) -> None:
    graph = random_graph(seed)
    groups = dict(graph.nodes(data="group"))
    found = structure([Node(node, node) for node in graph], [Link(*edge) for edge in graph.edges], groups)
    assert found.degree_assortativity == pytest.approx(nx.degree_assortativity_coefficient(graph))
    assert found.group_assortativity == pytest.approx(nx.attribute_assortativity_coefficient(graph, "group"))
    assert set(found.cut_points) == set(nx.articulation_points(graph))


@pytest.mark.parametrize("seed", [1, 2])
def test_robustness_is_the_mean_share_of_the_largest_part_left(seed: int) -> None:
    graph = random_graph(seed)
    found = structure([Node(node, node) for node in graph], [Link(*edge) for edge in graph.edges])
    total, left = 0, graph.copy()
    while left:
        left.remove_node(min(left, key=lambda node: (-left.degree(node), node)))
        total += max(map(len, nx.connected_components(left)), default=0)
    assert found.robustness_attack == pytest.approx(total / len(graph) ** 2)
    assert found.robustness_random is not None
    assert found.robustness_random > found.robustness_attack


def test_a_clique_loses_one_at_a_time_and_a_star_all_at_once() -> None:
    clique = of("abcdef", *("".join(pair) for pair in combinations("abcdef", 2)))
    assert clique.robustness_attack == pytest.approx(5 / 12)
    star = of("cabdef", "ca", "cb", "cd", "ce", "cf")
    assert star.robustness_attack == pytest.approx(5 / 36)
    assert star.cut_points == ("c",)


def test_a_core_with_its_periphery_fits_better_than_a_ring() -> None:
    core = of("abcdefg", "ab", "ac", "bc", "ad", "be", "cf", "ag")
    ring = of("abcdefg", "ab", "bc", "cd", "de", "ef", "fg", "ga")
    assert core.core_periphery_fit is not None
    assert core.core_periphery_fit > 0.6
    assert ring.core_periphery_fit is None
    assert core.core_share_of["a"] > core.core_share_of["d"] > 0


def test_links_inside_and_between_groups() -> None:
    groups = {"a": "X", "b": "X", "c": "Y", "d": "Y"}
    assert of("abcd", "ab", "cd", groups=groups).external_internal == -1
    assert of("abcd", "ab", "cd", groups=groups).group_assortativity == pytest.approx(1)
    assert of("abcd", "ac", "bd", groups=groups).external_internal == 1
    assert of("ab", "ab", groups={"a": "X", "b": "X"}).group_assortativity is None


def test_without_links_or_groups_nothing_is_made_up() -> None:
    empty = of("abc")
    assert (empty.core_periphery_fit, empty.degree_assortativity, empty.group_assortativity) == (None, None, None)
    assert empty.cut_points == ()
    assert of("").robustness_attack is None
    assert of("ab", "ab").external_internal is None
