"""Reader of TopoJSON: arcs put together to the polygons of GeoJSON.

Formula: a quantised arc is a running sum of steps, ``x = Σdx · scale + translate``; a ring is its arcs end to end, an
arc ``~i`` taken backwards. Source: the TopoJSON format specification. Not for simplification or for lines and points.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from seutu.core.problems import InputProblem
from seutu.core.text import Text

Point = list[float]


def features_of(topology: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the polygons of every object as GeoJSON features. Raises ``InputProblem`` if the arcs do not fit."""
    try:
        arcs = _arcs(topology["arcs"], topology.get("transform"))
        return [
            {
                "type": "Feature",
                "id": geometry.get("id"),
                "properties": geometry.get("properties") or {},
                "geometry": _geometry(geometry, arcs),
            }
            for one in topology["objects"].values()
            for geometry in one.get("geometries", [one])
            if geometry.get("type") in {"Polygon", "MultiPolygon"}
        ]
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise InputProblem.because(
            Text(
                fi="TopoJSON-tiedoston viivat eivät sovi yhteen. Hae tiedosto uudelleen.",
                sv="Linjerna i TopoJSON-filen passar inte ihop. Hämta filen på nytt.",
                en="The arcs of the TopoJSON file do not fit together. Fetch the file again.",
            )
        ) from error


def _arcs(arcs: Sequence[Sequence[Sequence[float]]], transform: Mapping[str, Any] | None) -> list[list[Point]]:
    if transform is None:
        return [[[point[0], point[1]] for point in arc] for arc in arcs]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    decoded = []
    for arc in arcs:
        x = y = 0.0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append([x * kx + dx, y * ky + dy])
        decoded.append(points)
    return decoded


def _geometry(geometry: Mapping[str, Any], arcs: Sequence[list[Point]]) -> dict[str, Any]:
    if geometry["type"] == "Polygon":
        coordinates: list[Any] = [_ring(ring, arcs) for ring in geometry["arcs"]]
    else:
        coordinates = [[_ring(ring, arcs) for ring in polygon] for polygon in geometry["arcs"]]
    return {"type": geometry["type"], "coordinates": coordinates}


def _ring(indices: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(points[1:] if ring else points)
    return ring
