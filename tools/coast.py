"""Cut the outline of Finland and its neighbours from world-atlas for the ground of the maps.

For maintainers; the result is committed as static/geo/coast.geojson. Not a source of municipal boundaries.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/coast.py package/countries-10m.json src/seutu/web/static/geo/coast.geojson
"""

import itertools
import json
import math
import sys
from pathlib import Path

Point = tuple[float, float]
BOX = (8.0, 53.5, 42.0, 71.5)  # west, south, east, north, in degrees
COUNTRIES = {
    "246": "FI",
    "752": "SE",
    "578": "NO",
    "233": "EE",
    "643": "RU",
    "428": "LV",
    "440": "LT",
    "112": "BY",
    "208": "DK",
    "616": "PL",
}
TOLERANCE = 0.008  # degrees of latitude, about 900 m
OUTSIDE = 0.5  # for what only closes a ring outside the box
HALF_TURN = 180.0
SMALLEST = 0.0008  # square degrees: islands below some 5 km² are left out
LONGITUDE = math.cos(math.radians(63))


def arcs_of(topology: dict[str, object]) -> list[list[Point]]:
    """Decode the delta-coded arcs of a quantised TopoJSON into degrees, simplified."""
    transform = topology["transform"]
    scale, move = transform["scale"], transform["translate"]  # type: ignore[index]
    arcs = []
    for coded in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        arc = []
        for dx, dy in coded:
            x, y = x + dx, y + dy
            arc.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(simplified(arc, TOLERANCE if any(inside(point) for point in arc) else OUTSIDE))
    return arcs


def inside(point: Point) -> bool:
    """Tell whether a point lies in the box."""
    return BOX[0] <= point[0] <= BOX[2] and BOX[1] <= point[1] <= BOX[3]


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker (1973), iterative, with degrees of longitude shortened as at 63° N."""
    keep = {0, len(line) - 1}
    if line[0] == line[-1] and len(line) > 3:  # noqa: PLR2004
        keep.add(max(range(len(line)), key=lambda i: math.dist(line[0], line[i])))
    pending = list(itertools.pairwise(sorted(keep)))
    while pending:
        first, last = pending.pop()
        far = max(range(first + 1, last), key=lambda i: _offset(line[i], line[first], line[last]), default=None)
        if far is not None and _offset(line[far], line[first], line[last]) > tolerance:
            keep.add(far)
            pending += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def _offset(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a segment, in degrees of latitude."""
    px, py = (point[0] - start[0]) * LONGITUDE, point[1] - start[1]
    ex, ey = (end[0] - start[0]) * LONGITUDE, end[1] - start[1]
    length = ex * ex + ey * ey
    along = max(0.0, min(1.0, (px * ex + py * ey) / length)) if length else 0.0
    return math.hypot(px - along * ex, py - along * ey)


def ring_of(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs into a ring; a negative index is an arc taken backwards."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return unwrapped(ring)


def unwrapped(ring: list[Point]) -> list[Point]:
    """Carry longitudes on over the date line instead of jumping from 180 to -180 (Russia)."""
    turn = 0.0
    carried = ring[:1]
    for (before, _), (x, y) in itertools.pairwise(ring):
        if abs(x - before) > HALF_TURN:
            turn += 2 * HALF_TURN if x < before else -2 * HALF_TURN
        carried.append((x + turn, y))
    shift = 2 * HALF_TURN if min(x for x, _ in carried) < -HALF_TURN else 0.0
    return [(x + shift, y) for x, y in carried]


def clipped(ring: list[Point]) -> list[Point]:
    """Clip a ring to the box, one side after another (Sutherland and Hodgman 1974)."""
    for axis, limit, below in ((0, BOX[0], False), (0, BOX[2], True), (1, BOX[1], False), (1, BOX[3], True)):
        kept: list[Point] = []
        for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
            start_in, end_in = (point[axis] <= limit if below else point[axis] >= limit for point in (start, end))
            if start_in != end_in:
                share = (limit - start[axis]) / (end[axis] - start[axis])
                crossing = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
                kept.append(crossing)
            if end_in:
                kept.append(end)
        ring = kept
        if not ring:
            break
    return ring


def area(ring: list[Point]) -> float:
    """Return the unsigned area in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def rounded(ring: list[Point]) -> list[list[float]]:
    """Round to three decimals (about 100 m), drop repeated points and close the ring."""
    points = [[round(x, 3), round(y, 3)] for x, y in ring]
    points = [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]
    return points if points[0] == points[-1] else [*points, points[0]]


def main(source: str, target: str) -> None:
    """Write the GeoJSON: one feature per country, its code as id."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    features = []
    for country in topology["objects"]["countries"]["geometries"]:
        code = COUNTRIES.get(str(country.get("id")))
        if code is None:
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        outer = [clipped(ring_of(polygon[0], arcs)) for polygon in polygons]
        coordinates = [[rounded(ring)] for ring in outer if area(ring) > SMALLEST]
        if coordinates:
            geometry = {"type": "MultiPolygon", "coordinates": coordinates}
            features.append({"type": "Feature", "id": code, "properties": {"id": code}, "geometry": geometry})
    collection = {"type": "FeatureCollection", "features": sorted(features, key=lambda feature: str(feature["id"]))}
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
