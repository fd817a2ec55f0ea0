"""The map of the picture page: actors as points, the place among its neighbours, boundaries where there are any.

Actors that share a point are spread round it so that each can be chosen; the caption says how many and why.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.core.charts.crowds import CROWD, crowded, spread
from seutu.core.figures import write_number
from seutu.core.situation import MapPoint, SituationPicture
from seutu.core.text import Language
from seutu.reporting.situation import tables, words
from seutu.reporting.situation.content import class_order
from seutu.reporting.situation.credits import boundary_credit
from seutu.web.picture_tables import place_id, places_table

KINDS: Final = 7  # colours of classes; the eighth and the unknown are grey
WIDEST: Final = {"municipality": 0.16}
WIDEST_OF_AREAS: Final = 0.05
NEAR_SIZE: Final = 0.02
FAR_SIZE: Final = 0.001
CROWD_SIZE: Final = 0.7
PLACE_SIZE: Final = 0.01


def map_picture(
    picture: SituationPicture, workspace: str, language: Language, *, shapes: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return the map component's context; ``shapes`` are the boundaries of municipalities, where there are any."""
    kinds = {code: number for number, code in enumerate(class_order(picture)[:KINDS], start=1)}
    bounds = picture.map.bounds
    content: dict[str, Any] = {
        "id": "picture-map",
        "level": 3,
        "title": _title(picture, language),
        "subtitle": _subtitle(picture, language),
        "data": {"type": "FeatureCollection", "features": _features(picture, kinds, language)},
        "legend": _legend(picture, kinds, language),
        "table": places_table(picture, workspace, language),
    }
    if bounds is not None:
        content["bounds"] = [bounds.west, bounds.south, bounds.east, bounds.north]
    if shapes is not None:
        content["credit"] = boundary_credit(shapes, language)
        content["areas_url"] = reverse("picture_boundaries", args=[workspace])
        content["areas"] = _areas(picture, language)
    return content


def _title(picture: SituationPicture, language: Language) -> str:
    if not picture.gaps.total:
        return _("The place among its neighbours")
    if len(picture.map.points) == picture.gaps.total:
        return ngettext("%(count)s actor on the map", "All %(count)s actors are on the map", picture.gaps.total) % {
            "count": write_number(picture.gaps.total, language)
        }
    return tables.of_all(words.ON_MAP_OF_ALL, len(picture.map.points), picture.gaps.total, language)


def _subtitle(picture: SituationPicture, language: Language) -> str:
    roughly = sum(point.precision != "address" for point in picture.map.points)
    if not picture.map.points:
        return ""
    if not roughly:
        return _("Colour shows the class.")
    if crowded(picture.map.points):
        return _(
            "Colour shows the class. Over %(count)s actors with no address are shown as one large point at the centre."
        ) % {"count": CROWD}
    said = ngettext(
        "Colour shows the class. %(count)s actor is shown at the centre of its municipality: no address known.",
        "Colour shows the class. %(count)s actors are shown round the centre of their municipality: no address known.",
        roughly,
    )
    return said % {"count": write_number(roughly, language)}


def _legend(picture: SituationPicture, kinds: dict[str, int], language: Language) -> list[dict[str, Any]]:
    crowds = crowded(picture.map.points)
    present = {point.class_code for point in picture.map.points if (point.lon, point.lat) not in crowds}
    named = [
        {"label": share.label.in_language(language), "kind": kinds[share.code]}
        for share in picture.composition.by_class
        if share.code in kinds and share.code in present
    ]
    others = any(code not in kinds for code in present)
    return [*named, {"label": _("Other or not known")}] if named and others else named


def _features(picture: SituationPicture, kinds: dict[str, int], language: Language) -> list[dict[str, Any]]:
    crowds = crowded(picture.map.points)
    points = [point for point in picture.map.points if (point.lon, point.lat) not in crowds]
    places = [
        {
            "id": place_id(place.code),
            "label": place.name.in_language(language),
            "said": _place_said(place.name.in_language(language), place.actors, language),
            "size": CROWD_SIZE if (place.lon, place.lat) in crowds else PLACE_SIZE,
            "labelled": True,
            "ours": place.is_place,
        }
        for place in picture.map.neighbours
    ]
    spots = [(place.lon, place.lat) for place in picture.map.neighbours]
    size = NEAR_SIZE if picture.place.kind == "municipality" else FAR_SIZE
    actors = [_actor(point, kinds, size, language) for point in points]
    widest = WIDEST.get(picture.place.kind, WIDEST_OF_AREAS)
    spread_out = spread(points, picture.map.bounds, widest=widest)
    for place, spot in zip(places, list(spots), strict=True):
        if heights := [
            placed[1] for point, placed in zip(points, spread_out, strict=True) if (point.lon, point.lat) == spot
        ]:
            place["top"] = round(max(heights), 5)
    spots += spread_out
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]},
            "properties": properties,
        }
        for properties, (lon, lat) in zip([*places, *actors], spots, strict=True)
    ]


def _actor(point: MapPoint, kinds: dict[str, int], size: float, language: Language) -> dict[str, Any]:
    said = [point.label]
    if point.class_label:
        said.append(point.class_label.in_language(language))
    if point.precision != "address":
        said.append(_("at the centre of the municipality"))
    properties: dict[str, Any] = {"id": point.id, "label": point.label, "said": " · ".join(said), "size": size}
    if point.class_code in kinds:
        properties["kind"] = kinds[point.class_code]
    return properties


def _place_said(name: str, actors: int | None, language: Language) -> str:
    if actors is None:
        return name
    said = ngettext("%(place)s: %(count)s actor", "%(place)s: %(count)s actors", actors)
    return said % {"place": name, "count": write_number(actors, language)}


def _areas(picture: SituationPicture, language: Language) -> dict[str, Any]:
    own = {place.code for place in picture.map.neighbours if place.is_place or picture.place.kind != "municipality"}
    return {
        place.code: {
            "label": place.name.in_language(language),
            "said": _place_said(place.name.in_language(language), place.actors, language),
            **({"step": 2} if place.code in own else {}),
        }
        for place in picture.map.neighbours
    }
