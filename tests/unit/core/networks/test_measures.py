import random
from collections.abc import Sequence

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.networks.figures import Measures
from seutu.core.networks.graph import own_randomness
from seutu.core.networks.measures import measure
from seutu.core.networks.model import Link, Node
from seutu.core.problems import InputProblem


def nodes_of(ids: Sequence[str]) -> list[Node]:
    return [Node(identifier, identifier.upper()) for identifier in ids]


def of(ids: str, *pairs: str) -> Measures:
    return measure(nodes_of(ids), [Link(*pair) for pair in pairs])


def random_network(count: int, links: int, seed: int) -> tuple[list[Node], list[Link]]:
    draw = random.Random(seed)
    ids = [f"n{number:03}" for number in range(count)]
    made = {tuple(sorted(draw.sample(ids, 2))) for _ in range(links)}
    return nodes_of(ids), [Link(first, second, draw.uniform(0.1, 3)) for first, second in sorted(made)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_agree_with_networkx(seed: int) -> None:
    nodes, links = random_network(60, 110, seed)
    ours = measure(nodes, links)
    graph = nx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    graph.add_weighted_edges_from((link.source, link.target, link.weight) for link in links)
    between, close = nx.betweenness_centrality(graph), nx.closeness_centrality(graph, wf_improved=False)
    constraint, core = nx.constraint(graph, weight="weight"), nx.core_number(graph)
    strength = dict(graph.degree(weight="weight"))
    for node in nodes:
        figures = ours.of(node.id)
        assert figures.degree == graph.degree(node.id)
        assert figures.strength == pytest.approx(strength[node.id])
        assert figures.betweenness == pytest.approx(between[node.id])
        assert figures.coreness == core[node.id]
        if figures.degree:
            assert figures.closeness == pytest.approx(close[node.id])
            assert figures.constraint == pytest.approx(constraint[node.id])
        else:
            assert figures.closeness is None
            assert figures.constraint is None
    whole = ours.network
    assert whole.density == pytest.approx(nx.density(graph))
    assert whole.component_count == nx.number_connected_components(graph)
    assert whole.largest_component == max(map(len, nx.connected_components(graph)))
    groups = [
        {figures.id for figures in ours.nodes if figures.community == number} for number in range(whole.community_count)
    ]
    assert whole.modularity == pytest.approx(nx.community.modularity(graph, groups, weight="weight"))


def test_a_star_is_wholly_centralised() -> None:
    star = of("cabde", "ca", "cb", "cd", "ce")
    assert star.network.degree_centralisation == pytest.approx(1)
    assert star.network.betweenness_centralisation == pytest.approx(1)
    centre = star.of("c")
    assert (centre.betweenness, centre.closeness, centre.constraint) == (1.0, 1.0, pytest.approx(0.25))
    assert (centre.rank_degree, star.of("e").rank_degree) == (1, 2)


def test_a_ring_has_no_centre() -> None:
    ring = of("abcd", "ab", "bc", "cd", "da")
    assert ring.network.degree_centralisation == 0
    assert ring.network.betweenness_centralisation == pytest.approx(0)
    assert {figures.rank_betweenness for figures in ring.nodes} == {1}


def test_two_cliques_are_two_communities_the_larger_first() -> None:
    found = of("abcdefg", "ab", "ac", "bc", "cd", "de", "df", "dg", "ef", "eg", "fg")
    assert {figures.id for figures in found.nodes if figures.community == 0} == set("defg")
    assert found.network.community_count == 2
    assert found.network.modularity == pytest.approx(0.355)


def test_nodes_without_links_stand_alone() -> None:
    found = of("abz", "ab")
    assert (found.network.isolate_count, found.network.component_count, found.network.largest_component) == (1, 2, 2)
    lone = found.of("z")
    assert (lone.degree, lone.strength, lone.betweenness, lone.closeness, lone.constraint) == (0, 0.0, 0.0, None, None)
    assert lone.component == 1


def test_parallel_links_add_up_and_self_links_are_counted_apart() -> None:
    found = measure(nodes_of("ab"), [Link("a", "b", 1.5), Link("b", "a", 2.0), Link("a", "a", 9.0)])
    assert (found.network.link_count, found.network.self_link_count, found.network.total_weight) == (1, 1, 3.5)
    assert found.of("a").strength == 3.5
    assert found.of("a").degree == 1


def test_networks_of_no_one_and_two_nodes_have_no_centralisation() -> None:
    assert of("").network.density is None
    assert of("a").network.density is None
    pair = of("ab", "ab").network
    assert (pair.density, pair.degree_centralisation, pair.betweenness_centralisation) == (1.0, None, None)
    assert of("ab").network.modularity is None


@pytest.mark.parametrize(
    ("ids", "links", "says"),
    [
        ("aa", [], "listed twice"),
        ("ab", [Link("a", "x")], "not among the nodes"),
        ("ab", [Link("a", "b", 0.0)], "above zero"),
        ("ab", [Link("a", "b", float("nan"))], "above zero"),
    ],
)
def test_what_does_not_fit_is_refused(ids: str, links: list[Link], says: str) -> None:
    with pytest.raises(InputProblem, match=says):
        measure(nodes_of(ids), links)


def test_an_unknown_node_has_no_figures() -> None:
    with pytest.raises(KeyError):
        of("ab").of("z")


def test_large_networks_are_estimated_and_say_so() -> None:
    nodes, links = random_network(400, 1200, 5)
    exact, estimated = measure(nodes, links), measure(nodes, links, exact_up_to=399)
    assert not exact.network.betweenness_estimated
    assert estimated.network.betweenness_estimated
    assert estimated.nodes[0].closeness is None
    true = sum(figures.betweenness for figures in exact.nodes)
    assert sum(figures.betweenness for figures in estimated.nodes) == pytest.approx(true, rel=0.1)


@given(st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(draw: random.Random) -> None:
    nodes, links = random_network(25, 40, 7)
    expected = measure(nodes, links)
    draw.shuffle(links)
    turned = [Link(link.target, link.source, link.weight) for link in links]
    shuffled = list(nodes)
    draw.shuffle(shuffled)
    found = measure(shuffled, turned)
    assert found.network == expected.network
    assert [figures.id for figures in found.nodes] == [node.id for node in shuffled]
    assert {figures.id: figures for figures in found.nodes} == {figures.id: figures for figures in expected.nodes}


def test_igraph_draws_from_pythons_random_again_afterwards() -> None:
    with own_randomness(3):
        inside = igraph.Graph.Erdos_Renyi(50, m=80).get_edgelist()
    with own_randomness(3):
        again = igraph.Graph.Erdos_Renyi(50, m=80).get_edgelist()
    assert inside == again
    state = random.getstate()
    random.seed(11)
    first = igraph.Graph.Erdos_Renyi(50, m=80).get_edgelist()
    random.seed(11)
    second = igraph.Graph.Erdos_Renyi(50, m=80).get_edgelist()
    random.setstate(state)
    assert first == second
    assert first != inside


def test_measuring_leaves_pythons_random_where_it_was() -> None:
    state = random.getstate()
    measure(*random_network(30, 50, 1))
    assert random.getstate() == state
