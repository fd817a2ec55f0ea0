"""The printed network."""

import pytest

from seutu.core.charts import graph_chart
from seutu.core.charts.classes import GREY_PLACE, class_scales
from seutu.core.situation import NetworkContent, NetworkLink, NetworkNode
from tests.unit.reporting.example_picture import example_picture

CONTENT = example_picture().network


def test_every_node_and_link_is_drawn_inside_the_picture() -> None:
    links, nodes = graph_chart(CONTENT, "fi", width=500, height=300)["layer"][:2]
    assert len(links["data"]["values"]) == len(CONTENT.links)
    assert len(nodes["data"]["values"]) == len(CONTENT.nodes)
    assert all(0 <= row["x"] <= 500 and 0 <= row["y"] <= 300 for row in nodes["data"]["values"])


def test_distances_are_scaled_evenly() -> None:
    nodes = tuple(NetworkNode(str(n), "A", x, y) for n, (x, y) in enumerate([(0, 0), (10, 0), (0, 10)]))
    rows = graph_chart(NetworkContent(nodes=nodes), "fi", width=800, height=300)["layer"][0]["data"]["values"]
    assert rows[1]["x"] - rows[0]["x"] == pytest.approx(rows[2]["y"] - rows[0]["y"])


def test_a_single_node_stands_in_the_middle() -> None:
    content = NetworkContent(nodes=(NetworkNode("1", "A", 5, 5),))
    rows = graph_chart(content, "fi", width=500, height=300)["layer"][0]["data"]["values"]
    assert (rows[0]["x"], rows[0]["y"]) == (250, 150)


def test_a_heavier_link_is_wider_and_a_link_to_nobody_is_not_drawn() -> None:
    nodes = (NetworkNode("1", "A", 0, 0), NetworkNode("2", "B", 1, 1), NetworkNode("3", "C", 2, 0))
    links = (NetworkLink("1", "2", 1.0), NetworkLink("2", "3", 4.0), NetworkLink("3", "gone", 9.0))
    rows = graph_chart(NetworkContent(nodes=nodes, links=links), "fi")["layer"][0]["data"]["values"]
    assert len(rows) == 2
    assert rows[0]["width"] < rows[1]["width"]


def test_the_best_connected_are_named_first() -> None:
    labels = [
        row["label"]
        for layer in graph_chart(CONTENT, "fi", names=1)["layer"]
        if layer["mark"].get("style") == "ink-text"
        for row in layer["data"]["values"]
    ]
    assert labels == ["Koljonvirran Maito 3 Ky"]


def test_the_unknown_class_takes_the_grey_and_the_legend_only_what_is_there() -> None:
    scales = class_scales(["b", "unknown", "b"], {"b": "B", "unknown": "Luokka puuttuu"}, ["a", "b"])
    domain = scales["color"]["scale"]["domain"]
    assert domain.index("Luokka puuttuu") == GREY_PLACE
    assert domain.index("B") == 1
    assert scales["color"]["legend"]["values"] == ["B", "Luokka puuttuu"]


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nodes"):
        graph_chart(NetworkContent(), "fi")
