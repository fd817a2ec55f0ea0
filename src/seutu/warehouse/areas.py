"""Areas that municipal figures are put together for: a region, the country, or a group somebody has chosen.

Not for the divisions themselves (``seutu.core.places``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seutu.core.places import Division, PlaceTable

AROUND: Final = (Division.SUB_REGION, Division.REGION, Division.COUNTRY)


@dataclass(frozen=True, slots=True)
class Area:
    """An area and its municipalities' codes. ``kind`` is a ``Division`` value, or ``"group"`` for a chosen group."""

    kind: str
    code: str
    members: tuple[str, ...]


def area_of(places: PlaceTable, division: Division, code: str, at: date) -> Area:
    """Return an area of a division as it is on the day ``at``. Raises ``UnknownPlace``."""
    return Area(division.value, code, tuple(place.code for place in places.members(division, code, at)))


def areas_around(
    places: PlaceTable, municipality: str, at: date, divisions: Sequence[Division] = AROUND
) -> tuple[Area, ...]:
    """Return the areas that a municipality lies in on the day ``at``, without divisions that do not exist then."""
    found = (places.area_of(municipality, division, at) for division in divisions)
    return tuple(area_of(places, place.division, place.code, at) for place in found if place is not None)
