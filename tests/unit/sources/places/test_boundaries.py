import json
from pathlib import Path
from typing import Any

import pytest

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.sources.places import read_boundaries
from tests.shared_material import SHARED, needs_shared

SQUARE = [[[25.0, 60.0], [26.0, 60.0], [26.0, 61.0], [25.0, 60.0]]]


def written(folder: Path, content: object) -> Path:
    path = folder / "boundaries.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def feature(properties: dict[str, Any], coordinates: object = SQUARE, number: str = "0") -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": number,
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": coordinates},
    }


@pytest.mark.parametrize(
    ("properties", "division", "code"),
    [
        ({"NATCODE": "845", "NAMEFIN": "Tervola"}, Division.MUNICIPALITY, "845"),
        ({"natcode": 5, "namefin": "Alajärvi"}, Division.MUNICIPALITY, "005"),
        ({"natcode": 19, "namefin": "Aura"}, Division.MUNICIPALITY, "019"),
        ({"NATCODE": "05", "NAMEFIN": "Kanta-Häme"}, Division.REGION, "05"),
        ({"id": "005", "nimi": "Alajärvi"}, Division.MUNICIPALITY, "005"),
        ({"kunta": "KU091"}, Division.MUNICIPALITY, "091"),
        ({"maakunta": "MK01"}, Division.REGION, "01"),
        ({"name": "Jakobstad"}, Division.MUNICIPALITY, "598"),
        ({"nimi": "Satakunta"}, Division.REGION, "04"),
    ],
)
def test_a_code_is_found_in_its_many_forms(
    tmp_path: Path, properties: dict[str, Any], division: Division, code: str
) -> None:
    path = written(tmp_path, {"type": "FeatureCollection", "features": [feature(properties, number="7")]})
    (boundary,) = read_boundaries(path)
    assert (boundary.division, boundary.code) == (division, code)
    assert boundary.geometry == {"type": "Polygon", "coordinates": SQUARE}


def test_a_merged_municipality_keeps_both_polygons(tmp_path: Path) -> None:
    rows = [feature({"NATCODE": "588", "NAMEFIN": "Pertunmaa"}), feature({"NATCODE": "507", "NAMEFIN": "Mäntyharju"})]
    (boundary,) = read_boundaries(written(tmp_path, {"type": "FeatureCollection", "features": rows}))
    assert (boundary.code, boundary.name) == ("507", "Mäntyharju")
    assert boundary.geometry == {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]}


def test_topojson_arcs_are_put_together(tmp_path: Path) -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.25], "translate": [20.0, 60.0]},
        "arcs": [[[0, 0], [2, 0]], [[0, 0], [0, 4], [2, -4]]],
        "objects": {
            "munis": {
                "type": "GeometryCollection",
                "geometries": [{"type": "Polygon", "arcs": [[0, -2]], "properties": {"id": "091"}}],
            }
        },
    }
    (boundary,) = read_boundaries(written(tmp_path, topology))
    assert boundary.geometry["coordinates"] == [[[20.0, 60.0], [21.0, 60.0], [20.0, 61.0], [20.0, 60.0]]]


def test_topojson_without_quantisation(tmp_path: Path) -> None:
    topology = {
        "type": "Topology",
        "arcs": [SQUARE[0]],
        "objects": {"one": {"type": "MultiPolygon", "arcs": [[[0]]], "properties": {"id": "091"}}},
    }
    (boundary,) = read_boundaries(written(tmp_path, topology))
    assert boundary.geometry["coordinates"] == [SQUARE]


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"type": "FeatureCollection", "features": []},
        {"type": "FeatureCollection", "features": [feature({"name": "Olematon"}, number="5")]},
        {"type": "FeatureCollection", "features": [feature({"NATCODE": "091"}, [[[385000.0, 6672000.0]]])]},
        {"type": "Topology", "arcs": [], "objects": {"x": {"type": "Polygon", "arcs": [[3]]}}},
        {"type": "Topology"},
    ],
)
def test_what_cannot_be_drawn_is_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(InputProblem) as caught:
        read_boundaries(written(tmp_path, content))
    assert caught.value.problems[0].message.fi


def test_what_is_not_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"{")
    with pytest.raises(InputProblem):
        read_boundaries(path)
    with pytest.raises(InputProblem):
        read_boundaries(tmp_path / "none.json")


@needs_shared
@pytest.mark.parametrize(
    ("name", "division", "count"),
    [
        ("kuntarajat.2013.geojson", Division.MUNICIPALITY, 308),
        ("kuntarajat.2023.geojson", Division.MUNICIPALITY, 308),
        ("maakuntarajat.2023.geojson", Division.REGION, 19),
        ("finland-munis-2020.topo.json", Division.MUNICIPALITY, 308),
        ("finland-regions-2020.topo.json", Division.REGION, 19),
        ("finland-hva-2021.topo.json", Division.MUNICIPALITY, 308),
    ],
)
def test_the_public_files(name: str, division: Division, count: int) -> None:
    found = read_boundaries(SHARED / "data" / "municipality-boundaries" / name)
    assert {boundary.division for boundary in found} == {division}
    assert len(found) == count
    for boundary in found:
        polygons = boundary.geometry["coordinates"]
        ring = polygons[0] if boundary.geometry["type"] == "Polygon" else polygons[0][0]
        assert ring[0] == pytest.approx(ring[-1])
        assert 19 < ring[0][0] < 32
        assert 59 < ring[0][1] < 71
