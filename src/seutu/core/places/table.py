"""The table of places: look-ups by code and date, by name, by area and by nearness.

Pure: built from records, never loads a file. ``seutu.rules.places.load`` gives the table that comes with the product.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Final

from seutu.core.places.names import fold
from seutu.core.places.records import Division, Location, Membership, Merger, Place, RegionalTown, UnknownPlace
from seutu.core.text import Text

EARTH_RADIUS_KM: Final = 6371.0088
COUNTRY_CODE: Final = "SSS"
_ALWAYS: Final = date(1917, 12, 6)
_COUNTRY: Final = Place(
    Division.COUNTRY, COUNTRY_CODE, Text(fi="Koko maa", sv="Hela landet", en="Whole country"), _ALWAYS, None, ("Suomi",)
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality and the distance between the central localities, in kilometres along the globe."""

    place: Place
    kilometres: float


class PlaceTable:
    """Places, memberships, mergers and locations of a country, asked by division, code and date."""

    def __init__(
        self,
        places: Iterable[Place],
        *,
        memberships: Iterable[Membership] = (),
        mergers: Iterable[Merger] = (),
        locations: Mapping[str, Location] | None = None,
        postal_codes: Mapping[str, str] | None = None,
        regional_towns: Iterable[RegionalTown] = (),
    ) -> None:
        self._by_code: dict[tuple[Division, str], list[Place]] = defaultdict(list)
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self._areas: dict[tuple[str, Division], list[Membership]] = defaultdict(list)
        self._members: dict[tuple[Division, str], list[Membership]] = defaultdict(list)
        for place in (_COUNTRY, *places):
            self._by_code[place.division, place.code].append(place)
            for name in {fold(text) for text in (*place.name.as_dict().values(), *place.aliases)}:
                self._by_name[name].append(place)
        for membership in memberships:
            self._areas[membership.municipality, membership.division].append(membership)
            self._members[membership.division, membership.code].append(membership)
        self.mergers: tuple[Merger, ...] = tuple(sorted(mergers, key=lambda merger: (merger.at, merger.old)))
        self.locations: Mapping[str, Location] = dict(locations or {})
        self.postal_codes: Mapping[str, str] = dict(postal_codes or {})
        self.regional_towns: tuple[RegionalTown, ...] = tuple(regional_towns)

    def place(self, division: Division, code: str, at: date) -> Place:
        """Return the area ``code`` of ``division`` on the day ``at``. Raises ``UnknownPlace``."""
        for place in self._by_code.get((division, code), ()):
            if place.exists(at):
                return place
        raise UnknownPlace(division, code, at)

    def municipality(self, code: str, at: date) -> Place:
        """Return the municipality ``code`` (three digits) on the day ``at``. Raises ``UnknownPlace``."""
        return self.place(Division.MUNICIPALITY, code, at)

    def known(self, division: Division, code: str) -> bool:
        """Tell whether the code has ever been in the division, as far as the table reaches."""
        return (division, code) in self._by_code

    def places(self, division: Division, at: date) -> tuple[Place, ...]:
        """Return every area of ``division`` on the day ``at``, by code."""
        found = (p for (kind, _), rows in self._by_code.items() if kind is division for p in rows if p.exists(at))
        return tuple(sorted(found, key=lambda place: place.code))

    def area_of(self, municipality: str, division: Division, at: date) -> Place | None:
        """Return the area of ``division`` that the municipality belongs to on the day ``at``.

        ``None`` if the division does not exist on that day (employment areas before 2025). Raises ``UnknownPlace`` for
        an unknown municipality.
        """
        own = self.municipality(municipality, at)
        if division is Division.MUNICIPALITY:
            return own
        if division is Division.COUNTRY:
            return _COUNTRY
        for membership in self._areas.get((municipality, division), ()):
            if membership.holds(at):
                return self.place(division, membership.code, at)
        return None

    def members(self, division: Division, code: str, at: date) -> tuple[Place, ...]:
        """Return the municipalities of an area on the day ``at``, by code. Raises ``UnknownPlace``."""
        if division is Division.COUNTRY:
            return self.places(Division.MUNICIPALITY, at)
        area = self.place(division, code, at)
        if division is Division.MUNICIPALITY:
            return (area,)
        codes = {membership.municipality for membership in self._members[division, code] if membership.holds(at)}
        return tuple(self.municipality(member, at) for member in sorted(codes))

    def successor(self, code: str, at: date) -> str:
        """Return the code that the municipality ``code`` carries on the day ``at``, through any chain of mergers.

        A code that has not ended is returned as it is. Raises ``UnknownPlace`` if the code was never in the table.
        """
        if not self.known(Division.MUNICIPALITY, code):
            raise UnknownPlace(Division.MUNICIPALITY, code, at)
        for merger in self.mergers:
            if merger.old == code and merger.at <= at:
                code = merger.new
        return code

    def predecessors(self, code: str, at: date) -> tuple[str, ...]:
        """Return the ended municipalities that are part of ``code`` on the day ``at``, by code."""
        ended = {merger.old for merger in self.mergers if merger.at <= at}
        return tuple(sorted(old for old in ended if self.successor(old, at) == code))

    def find_place(self, name: str, *, division: Division | None = None, at: date | None = None) -> list[Place]:
        """Return the places called ``name`` in Finnish, Swedish or English (accents, case and hyphens do not matter).

        Municipalities come first, then areas from small to large; several places may share a name, and ended ones are
        found too unless ``at`` is given. Nothing found gives an empty list.
        """
        order = list(Division)
        found = [
            place
            for place in self._by_name.get(fold(name), ())
            if (division is None or place.division is division) and (at is None or place.exists(at))
        ]
        return sorted(found, key=lambda p: (p.division is Division.COUNTRY, order.index(p.division), p.code))

    def neighbours(self, code: str, at: date, *, count: int = 6) -> tuple[Neighbour, ...]:
        """Return the ``count`` municipalities with the nearest central localities on the day ``at``, nearest first.

        Distance: great circle (haversine) on a sphere of 6 371.0088 km. Municipalities without a location are left out;
        a municipality that has none itself gives an empty tuple. Raises ``UnknownPlace``.
        """
        self.municipality(code, at)
        origin = self.locations.get(code)
        if origin is None:
            return ()
        others = (
            Neighbour(place, distance_km(origin, self.locations[place.code]))
            for place in self.places(Division.MUNICIPALITY, at)
            if place.code != code and place.code in self.locations
        )
        return tuple(sorted(others, key=lambda neighbour: (neighbour.kilometres, neighbour.place.code))[:count])

    def municipality_of_postal_code(self, postal_code: str, at: date) -> str | None:
        """Return the municipality of a postal code area on the day ``at``; ``None`` if the code is not in the table.

        The key is of one year; mergers since then are followed. An area that crosses a border has one municipality.
        """
        code = self.postal_codes.get(postal_code)
        return None if code is None else self.successor(code, at)


def distance_km(one: Location, other: Location) -> float:
    """Return the great-circle distance of two points in kilometres.

    Formula: ``2 R asin sqrt(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2))``, R = 6 371.0088 km (haversine).
    """
    lat, other_lat = radians(one.lat), radians(other.lat)
    chord = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
