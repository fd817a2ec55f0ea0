from seutu.core.networks.ego import ego_network
from seutu.core.networks.model import Link, Node

NODES = [
    Node("a", "A", place="297"),
    Node("b", "B", place="297"),
    Node("c", "C", place="091"),
    Node("d", "D"),
    Node("e", "E"),
]
LINKS = [Link("c", "a"), Link("a", "b"), Link("c", "d"), Link("a", "d"), Link("d", "e"), Link("a", "unlisted")]


def test_a_place_has_its_own_nodes_their_partners_and_the_links_between() -> None:
    found = ego_network(NODES, LINKS, lambda node: node.place == "297")
    assert found.own == {"a", "b"}
    assert found.partners == {"c", "d"}
    assert [node.id for node in found.nodes] == ["a", "b", "c", "d"]
    assert found.links == (Link("c", "a"), Link("a", "b"), Link("a", "d"))


def test_links_among_partners_come_when_asked_for() -> None:
    found = ego_network(NODES, LINKS, lambda node: node.place == "297", between_partners=True)
    assert Link("c", "d") in found.links
    assert Link("d", "e") not in found.links


def test_own_nodes_without_links_stay_and_an_unknown_place_is_empty() -> None:
    lone = ego_network(NODES, [], lambda node: node.id == "e")
    assert (lone.own, lone.partners, len(lone.nodes)) == ({"e"}, frozenset(), 1)
    nowhere = ego_network(NODES, LINKS, lambda node: node.place == "140")
    assert (nowhere.nodes, nowhere.links, nowhere.own) == ((), (), frozenset())
