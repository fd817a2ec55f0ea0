"""The map of a picture as plain values: actors as points, the place among its neighbours.

Boundaries are not here: whoever draws the map passes them as GeoJSON.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from seutu.core.text import Text

PlaceKind = Literal["municipality", "sub_region", "region", "country", "group"]
Precision = Literal["address", "postal_area", "locality"]


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """The place or group that the picture is of. ``code`` is the official one, or the group's own."""

    name: Text
    code: str
    kind: PlaceKind
    region: Text | None = None
    sub_region: Text | None = None


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One actor on the map; degrees, WGS 84. ``precision`` says what the coordinates really are of."""

    id: str
    label: str
    lon: float
    lat: float
    class_code: str | None = None
    class_label: Text | None = None
    precision: Precision = "address"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality near the place, at its central locality. ``actors`` is None when they were not counted."""

    code: str
    name: Text
    lon: float
    lat: float
    actors: int | None = None
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """The window of the map in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class MapContent:
    """Points, neighbours (the place itself among them, ``is_place``) and the window (None: nothing has a position)."""

    points: tuple[MapPoint, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    bounds: Bounds | None = None


def bounds_of(
    points: Iterable[MapPoint], neighbours: Iterable[Neighbour] = (), *, margin: float = 0.05
) -> Bounds | None:
    """Return the smallest window around everything, widened by ``margin`` (a fraction) and never under 0.1 degrees."""
    positions = [(point.lon, point.lat) for point in points] + [(place.lon, place.lat) for place in neighbours]
    if not positions:
        return None
    lons, lats = zip(*positions, strict=True)
    wide = max((max(lons) - min(lons)) * margin, 0.1)
    high = max((max(lats) - min(lats)) * margin, 0.05)
    return Bounds(west=min(lons) - wide, south=min(lats) - high, east=max(lons) + wide, north=max(lats) + high)
