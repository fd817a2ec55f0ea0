import re
from dataclasses import replace

import pytest

from seutu.core.networks.measures import measure
from seutu.core.networks.model import Link, Node
from seutu.core.networks.wording import describe_network, describe_node
from seutu.core.text import LANGUAGES, Text

IDS = "cabdefghijklmnopqrst"
NODES = [Node(identifier, f"Toimija {identifier.upper()}") for identifier in IDS]
LINKS = [Link(*pair) for pair in ("ca", "cb", "cd", "ce", "ab", "fg", "gh", "fh", "cf", "fi", "jk")]
MEASURES = measure(NODES, LINKS)


def every_sentence_has_a_number(text: Text) -> bool:
    return all(
        re.search(r"\d", sentence) for language in LANGUAGES for sentence in text.in_language(language).split(". ")
    )


def test_a_hub_that_is_a_bridge_is_both_with_figures() -> None:
    text = describe_node("c", MEASURES, NODES)
    assert text.fi.startswith("Toimija C on verkoston solmukohta: 5 kumppania, sija 1/20. Se on silta: 12,3\xa0%")
    assert "It is a bridge: 12.3% of the shortest paths" in text.en
    assert "nav" in text.sv


def test_one_partner_none_and_something_between() -> None:
    assert "1 kumppani" in describe_node("e", MEASURES, NODES).fi
    assert describe_node("t", MEASURES, NODES).fi == "Toimija T ei ole yhteydessä muihin toimijoihin (0 yhteyttä)."
    ordinary = describe_node("h", MEASURES, NODES).fi
    assert ordinary.startswith("Toimija H: 2 kumppania, sija 3/20.")
    assert "silta" not in ordinary


@pytest.mark.parametrize("identifier", IDS)
def test_no_statement_about_a_node_is_without_its_number(identifier: str) -> None:
    assert every_sentence_has_a_number(describe_node(identifier, MEASURES, NODES))


def test_the_network_is_told_by_size_unity_centre_and_groups() -> None:
    text = describe_network(MEASURES, NODES)
    assert "20 toimijaa ja 11 yhteyttä, 5,8\xa0% kaikista mahdollisista" in text.fi
    assert "muita osia on 1 ja toimijoita ilman yhteyksiä 9" in text.fi
    assert "toimijalla Toimija C (5)" in text.fi
    assert "jakautuvat 3 selvästi erottuvaan ryhmään" in text.fi
    assert every_sentence_has_a_number(text)


def test_nobody_is_named_when_several_have_as_many_partners() -> None:
    nodes = NODES[:6]
    links = [Link(first.id, second.id) for first, second in zip(nodes, [*nodes[1:], nodes[0]], strict=True)]
    text = describe_network(measure(nodes, links), nodes)
    assert "Eniten kumppaneita on 6 toimijalla (2 kullakin); verkoston keskittyneisyys on 0,00" in text.fi
    assert "Toimija" not in text.fi


def test_a_clique_has_no_clear_groups_and_hangs_together() -> None:
    nodes = NODES[:5]
    links = [Link(first.id, second.id) for first in nodes for second in nodes if first.id < second.id]
    text = describe_network(measure(nodes, links), nodes)
    assert "Selviä ryhmiä ei erotu (modulaarisuus 0,00, raja 0,3)" in text.fi
    assert "All 5 actors are linked to each other, directly or through others." in text.en


def test_a_network_without_links_says_only_that() -> None:
    text = describe_network(measure(NODES[:1], []), NODES[:1])
    assert text.fi == "Verkostossa on 1 toimija, mutta ei yhtään yhteyttä (0)."


def test_an_estimate_is_called_one() -> None:
    estimated = replace(MEASURES, network=replace(MEASURES.network, betweenness_estimated=True))
    assert "estimated from a sample of 256" in describe_network(estimated, NODES).en
    assert "estimated" not in describe_network(MEASURES, NODES).en


def test_an_unknown_node_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        describe_node("zz", MEASURES, NODES)
