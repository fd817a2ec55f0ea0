"""Boundaries from a server of the Web Feature Service protocol: the question, and which answers are taken."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.http import Limits
from seutu.sources.places import read_boundaries
from seutu.sources.places.wfs import BoundaryQuery, fetch_boundaries
from tests.local_server import PROXIES, Answer, LocalServer, local_server, saying

RING = [[[27.0, 63.4], [27.5, 63.4], [27.5, 63.7], [27.0, 63.7], [27.0, 63.4]]]
UNKNOWN_LAYER = b"""<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport version="2.0.0"
 xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="InvalidParameterValue" locator="typeName">
<ows:ExceptionText>Feature type tilastointialueet:kunta4500k_2031 &lt;unknown&gt;</ows:ExceptionText>
</ows:Exception></ows:ExceptionReport>"""


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def area(coordinates: Any = None) -> dict[str, Any]:
    """Return an area with the properties that the layers of Statistics Finland have."""
    return {
        "type": "Feature",
        "id": "kunta4500k.140",
        "geometry": {"type": "MultiPolygon", "coordinates": [RING] if coordinates is None else coordinates},
        "geometry_name": "geom",
        "properties": {"kunta": "140", "vuosi": 2026, "nimi": "Iisalmi", "namn": "Idensalmi", "name": "Iisalmi"},
    }


def collection(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def got(answer: Answer, target: Path) -> LocalServer:
    with local_server(answer) as server:
        query = BoundaryQuery(2024, "1000", server.address, own_server=True)
        fetch_boundaries(query, target, limits=Limits(pause=[].append))
    return server


def test_the_question_of_the_official_server() -> None:
    parts = urlsplit(BoundaryQuery().address())
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "geo.stat.fi", "/geoserver/wfs")
    assert parse_qs(parts.query) == {
        "service": ["WFS"],
        "version": ["2.0.0"],
        "request": ["GetFeature"],
        "typeName": ["tilastointialueet:kunta4500k"],
        "outputFormat": ["application/json"],
        "srsName": ["EPSG:4326"],
    }


def test_another_server_keeps_its_own_parameters_and_layer() -> None:
    query = BoundaryQuery(2024, server="https://maps.example/wfs?map=a%20b#x", layer="kunnat")
    asked = parse_qs(urlsplit(query.address()).query)
    assert (asked["map"], asked["typeName"]) == (["a b"], ["kunnat_2024"])
    assert "#" not in query.address()


def test_a_good_answer_can_be_read_as_boundaries(tmp_path: Path) -> None:
    target = tmp_path / "rajat.geojson"
    server = got(saying(collection(area(), numberMatched=1, numberReturned=1)), target)
    assert server.query()["typeName"] == "tilastointialueet:kunta1000k_2024"
    assert server.query()["srsName"] == "EPSG:4326"
    (boundary,) = read_boundaries(target)
    assert (boundary.code, boundary.name) == ("140", "Iisalmi")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (saying(UNKNOWN_LAYER, media_type="application/xml"), "kunta4500k_2031 <unknown>”"),
        (saying(UNKNOWN_LAYER, status=400, media_type="application/xml"), "kunta4500k_2031 <unknown>”"),
        (saying(b"down", status=500), "error 500"),
        (saying(b"<html>Log in</html>", media_type="text/html"), "something else than GeoJSON .text/html."),
        (saying(collection(area()), media_type=""), "something else than GeoJSON"),
        (saying(collection(area())[:-9]), "not whole GeoJSON"),
        (saying(b"\xff\xfe"), "not whole GeoJSON"),
        (saying(b"[" * 100_000), "not whole GeoJSON"),
        (saying(b"[]"), "not whole GeoJSON"),
        (saying(collection()), "not whole GeoJSON"),
        (saying(b'{"features": {"a": 1}}'), "not whole GeoJSON"),
        (saying(collection(area(), numberMatched=308)), "sent 1 of 308 areas"),
        (saying(collection(area([[[[7_000_000.0, 500_000.0]]]]))), "not in degrees in Finland"),
        (saying(collection(area([[[[63.4, 27.0]]]]))), "not in degrees in Finland"),
        (saying(collection(area([]))), "not in degrees in Finland"),
        (saying(collection({"geometry": None})), "not in degrees in Finland"),
        (saying(collection(area(), 7)), "not in degrees in Finland"),
    ],
)
def test_an_answer_of_another_kind_is_refused_and_removed(tmp_path: Path, answer: Answer, said: str) -> None:
    target = tmp_path / "rajat.geojson"
    with pytest.raises(InputProblem, match=said):
        got(answer, target)
    assert list(tmp_path.iterdir()) == []
