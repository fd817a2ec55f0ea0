"""The printed map."""

from dataclasses import replace
from typing import Any

import pytest

from seutu.core.charts import map_chart
from seutu.core.situation import MapContent, MapPoint, bounds_of
from tests.unit.reporting.example_picture import CLASSES, example_picture

CONTENT = example_picture().map
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"NATCODE": code},
            "geometry": {"type": "Polygon", "coordinates": [[[w, 63.4], [w + 0.4, 63.4], [w + 0.4, 63.7], [w, 63.4]]]},
        }
        for code, w in (("140", 27.0), ("263", 26.5))
    ],
}


def actors_of(spec: dict[str, Any]) -> dict[str, Any]:
    found = [layer for layer in spec["layer"] if "color" in layer.get("encoding", {})]
    assert len(found) == 1
    layer: dict[str, Any] = found[0]
    return layer


def styles(spec: dict[str, object]) -> list[str]:
    layers = spec["layer"]
    assert isinstance(layers, list)
    return [layer["mark"].get("style", layer["mark"]["type"]) for layer in layers]


def test_the_place_is_marked_among_its_neighbours() -> None:
    spec = map_chart(CONTENT, "fi", shapes=SHAPES)
    shapes, ours = spec["layer"][:2]
    assert len(shapes["data"]["values"]) == 2
    assert [feature["properties"]["NATCODE"] for feature in ours["data"]["values"]] == ["140"]
    assert ours["mark"]["style"] == "us-shape"


def test_without_shapes_names_points_and_scale_carry_the_map() -> None:
    found = styles(map_chart(CONTENT, "fi"))
    assert "shape" not in found
    assert {"point", "us-text", "ink-text", "other-text"} <= set(found)


def test_points_at_one_spot_are_one_mark_that_counts_them() -> None:
    points = tuple(MapPoint(str(number), f"Toimija {number}", 27.0, 63.5) for number in range(7))
    content = MapContent(points=points, bounds=bounds_of(points))
    rows = map_chart(content, "fi")["layer"][0]["data"]["values"]
    assert [(row["count"], row["class"]) for row in rows] == [(7, "Luokka puuttuu")]


def test_no_point_is_lost() -> None:
    marks = actors_of(map_chart(CONTENT, "fi"))
    assert sum(row["count"] for row in marks["data"]["values"]) == len(CONTENT.points)


def test_a_class_keeps_its_colour_whatever_else_is_on_the_map() -> None:
    order = [coded.code for coded in CLASSES]
    few = replace(CONTENT, points=tuple(point for point in CONTENT.points if point.class_code == "rdi"))
    scales = []
    for content in (CONTENT, few):
        marks = actors_of(map_chart(content, "fi", classes=order))
        domain = marks["encoding"]["color"]["scale"]["domain"]
        scales.append(domain.index("TKI-yksikkö"))
    assert scales == [4, 4]


def test_the_text_instead_of_the_map_counts_actors_and_names_places() -> None:
    text = map_chart(CONTENT, "sv")["description"]
    assert f"{len(CONTENT.points)} aktörer" in text
    assert "Idensalmi 326" in text


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="positions"):
        map_chart(MapContent(), "fi")
