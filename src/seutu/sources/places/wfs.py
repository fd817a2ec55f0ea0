"""Boundaries of municipalities from a Web Feature Service, by default that of Statistics Finland.

Formula of the request: WFS 2.0.0 GetFeature, one layer, GeoJSON in EPSG:4326 (longitude, latitude). Source: Statistics
Finland, municipality-based statistical areas, CC BY 4.0. Not for reading the file (``boundaries``).
"""

import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.http import Fetched, Limits, Progress, Refused, fetch

SERVER: Final = "https://geo.stat.fi/geoserver/wfs"
LAYER: Final = "tilastointialueet:kunta{scale}k"
SOURCE: Final = Text(
    fi="Tilastokeskus, kuntapohjaiset tilastointialueet",
    sv="Statistikcentralen, kommunbaserade statistikområden",
    en="Statistics Finland, municipality-based statistical areas",
)
LICENCE: Final = "CC BY 4.0"
ACCEPTED: Final = frozenset({"application/json", "application/geo+json", "application/vnd.geo+json", "text/json"})
FINLAND: Final = (15.0, 55.0, 35.0, 72.0)
_SAID: Final = re.compile(r"<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>(.*?)</", re.DOTALL)
_LONGEST: Final = 160
Scale = Literal["4500", "1000"]


@dataclass(frozen=True, slots=True)
class BoundaryQuery:
    """Which boundaries: of which year (``None``: the newest), how finely drawn, from which server and layer."""

    year: int | None = None
    scale: Scale = "4500"
    server: str = SERVER
    layer: str | None = None
    own_server: bool = False
    """A person has named the server, so it may stand in her own network."""

    def layer_name(self) -> str:
        """Return the name of the layer: ``tilastointialueet:kunta4500k_2024``."""
        base = self.layer or LAYER.format(scale=self.scale)
        return base if self.year is None else f"{base}_{self.year}"

    def address(self) -> str:
        """Return the address of the request; what stands in the server's own address stays."""
        parts = urlsplit(self.server)
        asked = {
            **dict(parse_qsl(parts.query)),
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeName": self.layer_name(),
            "outputFormat": "application/json",
            "srsName": "EPSG:4326",
        }
        return urlunsplit(parts._replace(query=urlencode(asked, safe=":/"), fragment=""))


def fetch_boundaries(
    query: BoundaryQuery, target: Path, *, limits: Limits | None = None, progress: Progress | None = None
) -> Fetched:
    """Get the boundaries into the GeoJSON file ``target``.

    Raises ``InputProblem`` if the server does not answer, answers something else, sends only a part of its areas, or
    its points are not longitudes and latitudes of Finland; the file is then removed.
    """
    try:
        got = fetch(
            query.address(),
            target,
            accept="application/json",
            named=query.own_server,
            limits=limits,
            progress=progress,
        )
    except Refused as refused:
        said = _said(refused.answer)
        raise (InputProblem.because(_answered(said)) if said else refused) from refused
    try:
        _check(got, target)
    except InputProblem:
        target.unlink(missing_ok=True)
        raise
    return got


def _check(got: Fetched, file: Path) -> None:
    if got.media_type not in ACCEPTED:
        with file.open("rb") as stream:
            said = _said(stream.read(20_000).decode("utf-8", "replace"))
        raise InputProblem.because(_answered(said) if said else _other_type(got.media_type))
    try:
        content: Any = json.loads(file.read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputProblem.because(_broken()) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise InputProblem.because(_broken())
    matched = content.get("numberMatched", content.get("totalFeatures"))
    if isinstance(matched, int) and matched > len(features):
        raise InputProblem.because(_part(len(features), matched))
    for feature in features:
        _check_place(feature)


def _check_place(feature: Any) -> None:  # parsed JSON of any shape
    """Look at an area's first point: an answer in metres, or with latitude first, would draw nothing."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    point: Any = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(point, list) and point and isinstance(point[0], list):
        point = point[0]
    west, south, east, north = FINLAND
    match point:
        case [int() | float() as lon, int() | float() as lat, *_] if west <= lon <= east and south <= lat <= north:
            return
        case _:
            raise InputProblem.because(_elsewhere())


def _said(answer: str) -> str:
    """Return the reason that a WFS gives in its exception report; empty if it gives none."""
    found = _SAID.search(answer)
    return " ".join(unescape(found[1]).split())[:_LONGEST] if found else ""


def _answered(said: str) -> Text:
    return Text(
        fi=f"Palvelin ei anna rajoja: ”{said}”. Tarkista vuosi, mittakaava ja karttataso.",
        sv=f"Servern ger inga gränser: ”{said}”. Kontrollera år, skala och kartlager.",
        en=f"The server gives no boundaries: “{said}”. Check the year, the scale and the layer.",
    )


def _other_type(media_type: str) -> Text:
    shown = media_type[:60] or "?"
    return Text(
        fi=f"Palvelin lähetti muuta kuin GeoJSONia ({shown}). Tarkista osoite.",
        sv=f"Servern skickade något annat än GeoJSON ({shown}). Kontrollera adressen.",
        en=f"The server sent something else than GeoJSON ({shown}). Check the address.",
    )


def _broken() -> Text:
    return Text(
        fi="Palvelimen vastaus ei ole ehjää GeoJSONia. Yritä hetken päästä uudelleen.",
        sv="Serverns svar är inte hel GeoJSON. Försök igen om en stund.",
        en="The server's answer is not whole GeoJSON. Try again in a moment.",
    )


def _part(came: int, matched: int) -> Text:
    return Text(
        fi=f"Palvelin lähetti {came} aluetta, vaikka niitä on {matched}. Rajoja ei vaihdettu. Yritä uudelleen.",
        sv=f"Servern skickade {came} av {matched} områden. Gränserna byttes inte. Försök igen.",
        en=f"The server sent {came} of {matched} areas. The boundaries were not replaced. Try again.",
    )


def _elsewhere() -> Text:
    return Text(
        fi="Palvelimen rajat eivät ole asteina Suomessa (pituus, leveys). Tarkista karttataso.",
        sv="Serverns gränser är inte i grader i Finland (longitud, latitud). Kontrollera kartlagret.",
        en="The server's boundaries are not in degrees in Finland (longitude, latitude). Check the layer.",
    )
