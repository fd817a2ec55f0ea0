"""Fitting a map window to pixels (Mercator) and preparing GeoJSON shapes for drawing.

Plain arithmetic on coordinates; no files and no projection other than Mercator (a printed map of a few municipalities).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from seutu.core.situation.places import Bounds

Shape = Mapping[str, Any]
KM_PER_DEGREE: Final = 111.195


@dataclass(frozen=True, slots=True)
class Window:
    """A Mercator window: ``scale`` in pixels per radian, ``left`` and ``top`` the pixels of longitude 0 and equator."""

    scale: float
    left: float
    top: float
    width: int
    height: int
    bounds: Bounds

    def pixels(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the position in pixels from the top left corner."""
        return (self.left + self.scale * math.radians(lon), self.top - self.scale * _northing(lat))

    def kilometre(self) -> float:
        """Return how many pixels one kilometre is at the middle of the window."""
        middle = (self.bounds.south + self.bounds.north) / 2
        return self.scale * math.radians(1 / KM_PER_DEGREE) / math.cos(math.radians(middle))


def fit(bounds: Bounds, width: int, height: int) -> Window:
    """Return the window of ``width`` × ``height`` pixels that shows all of ``bounds``, centred."""
    across = math.radians(bounds.east - bounds.west)
    up = _northing(bounds.north) - _northing(bounds.south)
    scale = min(width / across, height / up)
    middle_x = math.radians((bounds.west + bounds.east) / 2)
    middle_y = (_northing(bounds.south) + _northing(bounds.north)) / 2
    return Window(scale, width / 2 - scale * middle_x, height / 2 + scale * middle_y, width, height, bounds)


def _northing(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def near(shapes: Iterable[Shape], window: Window) -> list[dict[str, Any]]:
    """Return the features that touch the window, their outer rings turned clockwise as the drawing library wants."""
    return [
        {"type": "Feature", "properties": dict(shape.get("properties") or {}), "geometry": _turned(shape["geometry"])}
        for shape in shapes
        if shape.get("geometry") and _touches(shape["geometry"], window)
    ]


def _polygons(geometry: Shape) -> list[Sequence[Any]]:
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"]]
    return list(geometry["coordinates"]) if geometry["type"] == "MultiPolygon" else []


def _lines(geometry: Shape) -> list[Sequence[Any]]:
    if geometry["type"] == "LineString":
        return [geometry["coordinates"]]
    if geometry["type"] == "MultiLineString":
        return list(geometry["coordinates"])
    return [ring for polygon in _polygons(geometry) for ring in polygon]


def _touches(geometry: Shape, window: Window) -> bool:
    positions = [window.pixels(point[0], point[1]) for line in _lines(geometry) for point in line]
    if not positions:
        return False
    xs, ys = zip(*positions, strict=True)
    return bool(min(xs) <= window.width and max(xs) >= 0 and min(ys) <= window.height and max(ys) >= 0)


def _turned(geometry: Shape) -> dict[str, Any]:
    if not _polygons(geometry):
        return dict(geometry)
    turned = [
        [_wound(ring, clockwise=number == 0) for number, ring in enumerate(polygon)] for polygon in _polygons(geometry)
    ]
    return {"type": "MultiPolygon", "coordinates": turned}


def _wound(ring: Sequence[Sequence[float]], *, clockwise: bool) -> list[Sequence[float]]:
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return list(ring) if (area < 0) == clockwise else list(reversed(ring))


def round_distance(kilometres: float) -> int:
    """Return the largest of 1, 2, 5, 10, 20, 50 … km that is at most ``kilometres`` (at least 1)."""
    size = 1
    for candidate in (number * 10**power for power in range(4) for number in (1, 2, 5)):
        if candidate <= kilometres:
            size = candidate
    return size
