"""What the network of a place says in a sentence, with its numbers and without an arbitrary name."""

import pytest

from seutu.core.situation import NO_LINKS, NO_LINKS_NEXT, NetworkContent, NetworkLink, NetworkNode, single_best
from seutu.core.situation.network_sentences import network_sentence
from seutu.core.text import Text

NBSP = "\u00a0"


def node(name: str, degree: int, *, is_local: bool = True) -> NetworkNode:
    return NetworkNode(name.lower(), name, 0, 0, degree=degree, is_local=is_local)


STAR = (node("Hub Oy", 3), node("A", 1), node("B", 1, is_local=False), node("C", 1, is_local=False))
STAR_LINKS = tuple(NetworkLink("hub oy", other) for other in "abc")


def test_shared_projects_are_called_working_together() -> None:
    said = network_sentence(STAR, STAR_LINKS, only_projects=True, unplaced=1, years=(2007, 2013))
    assert said == Text(
        fi="2 paikallista toimijaa ja 2 kumppania muualta (joista 1 ilman kuntaa) on tehnyt yhteistyötä samoissa "
        "hankkeissa vuosina 2007–2013: 3 yhteyttä. Eniten kumppaneita on toimijalla Hub Oy (3).",
        sv="2 lokala aktörer och 2 partner från annat håll (1 av dem utan kommun) har samarbetat i gemensamma projekt "
        "åren 2007–2013: 3 kopplingar. Flest partner har Hub Oy (3).",
        en="2 local actors and 2 partners elsewhere (1 of them without a municipality) have worked together in shared "
        "projects in 2007–2013: 3 links. Hub Oy has the most partners (3).",
    )


def test_owning_and_funding_are_links_and_not_work_together() -> None:
    said = network_sentence(STAR, STAR_LINKS, only_projects=False, unplaced=0, years=None)
    assert said == Text(
        fi="Verkostossa on 2 paikallista toimijaa ja 2 kumppania muualta: 3 yhteyttä. "
        "Eniten kumppaneita on toimijalla Hub Oy (3).",
        sv="I nätverket finns 2 lokala aktörer och 2 partner från annat håll: 3 kopplingar. "
        "Flest partner har Hub Oy (3).",
        en="The network has 2 local actors and 2 partners elsewhere: 3 links. Hub Oy has the most partners (3).",
    )


def test_one_of_each_is_said_in_the_singular() -> None:
    pair = (node("A", 1), node("B", 1, is_local=False))
    said = network_sentence(pair, (NetworkLink("a", "b"),), only_projects=False, unplaced=0, years=(2024, 2024))
    assert said.fi.startswith("Verkostossa on 1 paikallinen toimija ja 1 kumppani muualta: 1 yhteys vuonna 2024.")
    assert said.sv.startswith("I nätverket finns 1 lokal aktör och 1 partner från annat håll: 1 koppling år 2024.")
    assert said.en.startswith("The network has 1 local actor and 1 partner elsewhere: 1 link in 2024.")


def test_nobody_is_named_when_several_have_as_many_partners() -> None:
    tied = (node("B", 2), node("A", 2), node("C", 1))
    links = (NetworkLink("a", "b"), NetworkLink("a", "c"), NetworkLink("b", "d"))
    said = network_sentence(tied, links, only_projects=True, unplaced=0, years=None)
    assert said.fi.endswith("Eniten kumppaneita on 2 toimijalla (2 kullakin).")
    assert said.sv.endswith("Flest partner har 2 aktörer (2 var).")
    assert said.en.endswith("2 actors have the most partners (2 each).")


def test_thousands_are_set_apart() -> None:
    own = [node(f"A{number}", 1) for number in range(1000)]
    hub = node("Hub", 1234)
    links = [NetworkLink("hub", each.id) for each in own]
    said = network_sentence([*own, hub], links, only_projects=True, unplaced=0, years=None)
    assert f"1{NBSP}001 paikallista toimijaa" in said.fi
    assert f"1{NBSP}000 yhteyttä" in said.fi
    assert f"(1{NBSP}234)" in said.en


def test_without_links_it_says_that_none_is_known_and_what_to_do() -> None:
    assert network_sentence((node("A", 0),), (), only_projects=True, unplaced=0, years=None) == NO_LINKS
    assert (NetworkContent().sentence, NetworkContent().next_step) == (NO_LINKS, NO_LINKS_NEXT)
    assert NetworkContent(links=STAR_LINKS).next_step is None


@pytest.mark.parametrize(
    ("nodes", "best"),
    [
        ((), None),
        ((node("A", 0),), None),
        ((node("A", 2), node("B", 2)), None),
        ((node("A", 2), node("B", 1)), "A"),
        ((node("A", 1), node("Elsewhere", 9, is_local=False)), "A"),
    ],
)
def test_the_best_is_one_of_the_place_and_alone(nodes: tuple[NetworkNode, ...], best: str | None) -> None:
    found = single_best(nodes)
    assert (found.label if found else None) == best
