"""The network of the page: nobody is put first whom the figures do not put first."""

from dataclasses import replace

import pytest
from django.utils import translation

from seutu.core.situation import NetworkContent, NetworkLink, NetworkNode
from seutu.web.picture_networks import network_picture
from tests.unit.reporting.example_picture import example_picture


def titled(*partners: int) -> str:
    nodes = tuple(
        NetworkNode(f"n{number}", f"Toimija {number}", 0, 0, community=0, degree=degree)
        for number, degree in enumerate(partners)
    )
    network = NetworkContent(nodes=nodes, links=(NetworkLink("n0", "n1"),))
    with translation.override("en"):
        made = network_picture(replace(example_picture(), network=network), "tyotila", "en")
    assert made is not None
    assert made["data"]["communities"] == [{"kind": 1, "label": f"Around {made['data']['nodes'][0]['label']}"}]
    return str(made["title"])


@pytest.mark.parametrize(
    ("partners", "title"),
    [
        ((2, 1, 1), "Toimija 0 has 2 partners"),
        ((2, 2, 1), "2 actors have the most partners: 2 each"),
        ((1, 1, 1), "3 actors have the most partners: 1 each"),
    ],
)
def test_the_title_names_one_actor_only_when_no_other_has_as_many(partners: tuple[int, ...], title: str) -> None:
    assert titled(*partners) == title
