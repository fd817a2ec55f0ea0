"""Reader of municipality and region boundaries: GeoJSON or TopoJSON, WGS 84 degrees.

Codes are brought to the newest division; a merged municipality keeps the polygons of its parts side by side. Source of
such files: National Land Survey of Finland or Statistics Finland, CC BY 4.0. Not for drawing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from seutu.core.places import Division, PlaceTable
from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.rules.places import NEWEST_DIVISION
from seutu.rules.places import load as load_places
from seutu.sources.places.topology import features_of

MAX_BYTES: Final = 100_000_000
_CODE_NAMES: Final = ("natcode", "kunta", "kuntanro", "kunta_koodi", "maakunta", "code", "koodi", "id")
_NAME_NAMES: Final = ("namefin", "nimi", "name_fi", "name")
_POLYGONS: Final = {"Polygon", "MultiPolygon"}
_REGION_LENGTH: Final = 2
_MUNICIPALITY_LENGTH: Final = 3

Geometry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The boundary of one area: ``geometry`` is a GeoJSON Polygon or MultiPolygon in degrees."""

    division: Division
    code: str
    name: str
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class BoundarySource:
    """Whose the boundaries are, under which licence, retrieved when and where. What is not known is empty."""

    name: Text
    licence: str = ""
    retrieved: date | None = None
    address: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the member ``source`` of a kept FeatureCollection."""
        return {
            "name": self.name.as_dict(),
            "licence": self.licence,
            "retrieved": None if self.retrieved is None else self.retrieved.isoformat(),
            "address": self.address,
        }


def read_boundaries(path: Path, *, at: date = NEWEST_DIVISION, places: PlaceTable | None = None) -> list[Boundary]:
    """Return the boundaries of a GeoJSON or TopoJSON file, by code, in the municipal division of the day ``at``.

    Three-digit codes are municipalities, two-digit codes regions; a code is read from NATCODE, kunta, code or the like,
    else found by name. Features without polygons or a known code are passed over. Raises ``InputProblem`` if the file
    cannot be read, is over 100 MB, is not in degrees, or has no boundary of a known place.
    """
    table = places or load_places()
    found: dict[tuple[Division, str], Boundary] = {}
    for properties, geometry in _features(_content(path)):
        boundary = _boundary(properties, geometry, table, at)
        if boundary is None:
            continue
        key = boundary.division, boundary.code
        found[key] = boundary if key not in found else _together(found[key], boundary, table, at)
    if not found:
        raise InputProblem.because(_nothing(path.name))
    return [found[key] for key in sorted(found)]


def _content(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputProblem.because(_too_big(path.name))
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputProblem.because(_unreadable(path.name)) from error
    if not isinstance(content, dict):
        raise InputProblem.because(_unreadable(path.name))
    return content


def _features(content: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Geometry]]:
    features = features_of(content) if content.get("type") == "Topology" else content.get("features", [])
    for feature in features if isinstance(features, list) else []:
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        if isinstance(geometry, dict) and geometry.get("type") in _POLYGONS:
            _check_degrees(geometry["coordinates"])
            properties = feature.get("properties") or {}
            yield {"id": feature.get("id"), **properties}, geometry


def _boundary(properties: Mapping[str, Any], geometry: Geometry, table: PlaceTable, at: date) -> Boundary | None:
    lower = {str(name).lower(): value for name, value in properties.items()}
    name = next((str(lower[key]).strip() for key in _NAME_NAMES if lower.get(key)), "")
    for key in _CODE_NAMES:
        value = lower.get(key)
        place = _place(f"{value:03}" if isinstance(value, int) else str(value or "").strip(), table, at)
        if place is not None:
            return Boundary(*place, name, geometry)
    named = table.find_place(name)
    if named and named[0].division in {Division.MUNICIPALITY, Division.REGION}:
        place = _place(named[0].code, table, at)
        return None if place is None else Boundary(*place, name, geometry)
    return None


def _place(code: str, table: PlaceTable, at: date) -> tuple[Division, str] | None:
    """Return the place of a code as written: ``"005"``, ``"KU005"``, ``"06"`` or ``"MK06"``.

    A running number of a feature (``"5"``) is not a code.
    """
    plain = code.upper().removeprefix("KU").removeprefix("MK")
    if len(plain) == _REGION_LENGTH and table.known(Division.REGION, plain):
        return Division.REGION, plain
    if len(plain) == _MUNICIPALITY_LENGTH and table.known(Division.MUNICIPALITY, plain):
        return Division.MUNICIPALITY, table.successor(plain, at)
    return None


def _together(one: Boundary, other: Boundary, table: PlaceTable, at: date) -> Boundary:
    polygons = [*_polygons(one.geometry), *_polygons(other.geometry)]
    name = table.place(one.division, one.code, at).name.fi
    return Boundary(one.division, one.code, name, {"type": "MultiPolygon", "coordinates": polygons})


def _polygons(geometry: Geometry) -> list[Any]:
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def _check_degrees(coordinates: Sequence[Any]) -> None:
    """Look at the first point: metres of a national grid are refused, since the maps are in degrees."""
    point: Any = coordinates
    while isinstance(point, list) and point and isinstance(point[0], list):
        point = point[0]
    numbers = [value for value in point if isinstance(value, int | float)] if isinstance(point, list) else []
    if len(numbers) >= 2 and (abs(numbers[0]) > 180 or abs(numbers[1]) > 90):  # noqa: PLR2004  # degrees of the globe
        raise InputProblem.because(_not_degrees())


def _unreadable(name: str) -> Text:
    return Text(
        fi=f"Tiedosto {name} ei ole luettavaa GeoJSONia tai TopoJSONia. Hae se uudelleen.",
        sv=f"Filen {name} är inte läsbar GeoJSON eller TopoJSON. Hämta den på nytt.",
        en=f"The file {name} is not readable GeoJSON or TopoJSON. Fetch it again.",
    )


def _too_big(name: str) -> Text:
    return Text(
        fi=f"Tiedosto {name} on yli 100 megatavua. Käytä yleistettyjä rajoja.",
        sv=f"Filen {name} är större än 100 megabyte. Använd generaliserade gränser.",
        en=f"The file {name} is over 100 megabytes. Use generalised boundaries.",
    )


def _not_degrees() -> Text:
    return Text(
        fi="Rajat eivät ole asteina. Muunna tiedosto WGS 84 -koordinaatistoon (EPSG:4326).",
        sv="Gränserna är inte i grader. Omvandla filen till WGS 84 (EPSG:4326).",
        en="The boundaries are not in degrees. Convert the file to WGS 84 (EPSG:4326).",
    )


def _nothing(name: str) -> Text:
    return Text(
        fi=f"Tiedostossa {name} ei ole yhdenkään tunnetun kunnan tai maakunnan rajaa. Tarkista tiedosto.",
        sv=f"Filen {name} har ingen gräns för någon känd kommun eller något känt landskap. Kontrollera filen.",
        en=f"The file {name} has no boundary of a known municipality or region. Check the file.",
    )
