"""The printed map: actors as points on boundaries or a coast outline, the place among its neighbours.

The same data as the map of the page. Without shapes the names of the municipalities and the scale carry it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from seutu.core.charts.classes import class_scales
from seutu.core.charts.geometry import Shape, Window, fit, near, round_distance
from seutu.core.charts.labels import Anchor, Placed, place_freely
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import MAP, NO_CLASS
from seutu.core.figures import write_number
from seutu.core.situation.composition import UNKNOWN
from seutu.core.situation.places import MapContent, MapPoint, Neighbour
from seutu.core.text import Language

MANY: Final = 600
CODE_PROPERTIES: Final = ("code", "kunta", "NATCODE", "natcode")


def map_chart(
    content: MapContent,
    language: Language,
    *,
    shapes: Mapping[str, Any] | None = None,
    classes: Sequence[str] = (),
    width: int = 520,
    height: int = 420,
) -> Spec:
    """Return the Vega-Lite spec of the map; ``shapes`` is a GeoJSON FeatureCollection, WGS 84, of areas or lines.

    A feature is the place's own when one of its ``code``, ``kunta`` or ``NATCODE`` is the code of the neighbour marked
    ``is_place``. ``classes`` is the order of class codes that fixes their colours. Points at one spot are one mark
    whose area follows their number. Raises ValueError without bounds.
    """
    if content.bounds is None:
        raise ValueError("a map without positions has nothing to draw")
    window = fit(content.bounds, width, height)
    features = near((shapes or {}).get("features", ()), window)
    code = next((place.code for place in content.neighbours if place.is_place), None)
    ours = [feature for feature in features if code is not None and _code(feature) == code]
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "description": describe(content, language),
        "layer": [
            *_areas(features, "shape", window),
            *_areas(ours, "us-shape", window),
            *_localities(content.neighbours, window),
            *_marks(content.points, window, language, classes),
            *_names(content, window, language),
            *_scale(window),
        ],
        "resolve": {"scale": {"x": "shared", "y": "shared"}},
    }


def describe(content: MapContent, language: Language) -> str:
    """Return the text that stands for the map: how many points and which municipalities with how many actors."""
    points = write_number(len(content.points), language)
    said = {
        "fi": f"{points} toimijaa kartalla",
        "sv": f"{points} aktörer på kartan",
        "en": f"{points} actors on the map",
    }
    places = ", ".join(_name(place, language) for place in content.neighbours)
    return f"{MAP.in_language(language)} {said[language]}{': ' + places if places else ''}."


def _code(feature: Shape) -> str | None:
    properties = feature.get("properties") or {}
    found = next((properties[name] for name in CODE_PROPERTIES if properties.get(name) is not None), None)
    return None if found is None else str(found).zfill(3)


def _areas(features: Sequence[Shape], style: str, window: Window) -> list[Spec]:
    if not features:
        return []
    return [
        {
            "data": {"values": list(features)},
            "projection": {"type": "mercator", "scale": window.scale, "translate": [window.left, window.top]},
            "mark": {"type": "geoshape", "style": style, "clip": True},
        }
    ]


def _axes(window: Window) -> Spec:
    def axis(field: str, domain: list[int]) -> Spec:
        scale = {"domain": domain, "nice": False, "zero": False}
        return {"field": field, "type": "quantitative", "axis": None, "scale": scale}

    return {"x": axis("x", [0, window.width]), "y": axis("y", [window.height, 0])}


def _marks(points: Sequence[MapPoint], window: Window, language: Language, classes: Sequence[str]) -> list[Spec]:
    if not points:
        return []
    labels = {_class(point): (point.class_label or NO_CLASS).in_language(language) for point in points}
    room = max(0.25, min(1.0, MANY / len(points)))
    kinds = class_scales([_class(point) for point in points], labels, classes, width=window.width)
    return [
        {
            "data": {"values": _spots(points, labels, window)},
            "mark": {"type": "point", "filled": True, "opacity": 0.85, "stroke": None, "clip": True},
            "encoding": _axes(window)
            | {
                "size": {"field": "count", "type": "quantitative", "legend": None}
                | {"scale": {"domain": [0, 40], "range": [14 * room, 420 * room], "clamp": True}},
                **kinds,
                "tooltip": [{"field": name, "type": "nominal"} for name in ("label", "class")],
            },
        }
    ]


def _localities(neighbours: Sequence[Neighbour], window: Window) -> list[Spec]:
    """Return a small dot at each municipality's central locality, under the actors."""
    spots = [window.pixels(place.lon, place.lat) for place in neighbours]
    if not spots:
        return []
    rows = [{"x": round(x, 1), "y": round(y, 1)} for x, y in spots]
    mark = {"type": "point", "style": "other-fill", "filled": True, "size": 12, "opacity": 1}
    return [{"data": {"values": rows}, "mark": mark, "encoding": _axes(window)}]


def _class(point: MapPoint) -> str:
    return point.class_code or UNKNOWN


def _spots(points: Sequence[MapPoint], labels: Mapping[str, str], window: Window) -> list[dict[str, Any]]:
    """Put the points of one class that fall on the same pixel pair into one mark, largest first under the small."""
    spots: dict[tuple[str, int, int], list[MapPoint]] = {}
    for point in points:
        x, y = window.pixels(point.lon, point.lat)
        spots.setdefault((_class(point), round(x / 2), round(y / 2)), []).append(point)
    rows = [
        {
            "x": round(x * 2, 1),
            "y": round(y * 2, 1),
            "class": labels[code],
            "count": len(found),
            "label": ", ".join(sorted(point.label for point in found)[:5]),
        }
        for (code, x, y), found in spots.items()
    ]
    return sorted(rows, key=lambda row: (-row["count"], row["x"], row["y"], row["class"]))


def _name(place: Neighbour, language: Language) -> str:
    name = place.name.in_language(language)
    return name if place.actors is None else f"{name} {write_number(place.actors, language)}"


def _names(content: MapContent, window: Window, language: Language) -> list[Spec]:
    ordered = sorted(content.neighbours, key=lambda place: (not place.is_place, -(place.actors or 0), place.code))
    anchors = [Anchor(*window.pixels(place.lon, place.lat), text=_name(place, language), radius=7) for place in ordered]
    spots = {window.pixels(point.lon, point.lat) for point in content.points}
    marks = [Anchor(*spot, text="", radius=3) for spot in sorted(spots)]
    placed = place_freely(anchors, width=window.width, height=window.height, obstacles=marks)
    return [
        layer
        for own in (False, True)
        for layer in _text(
            [(spot, anchors[spot.index].text) for spot in placed if ordered[spot.index].is_place is own], own=own
        )
    ]


def _text(labels: Sequence[tuple[Placed, str]], *, own: bool) -> list[Spec]:
    """Return the labels, by alignment, first a halo of the paper's colour and then the text."""
    layers: list[Spec] = []
    for align in ("left", "right", "center"):
        rows = [{"x": spot.x, "y": spot.y, "label": text} for spot, text in labels if spot.align == align]
        for style in ("halo-text", "us-text" if own else "ink-text"):
            mark: Spec = {"type": "text", "style": style, "align": align, "baseline": "middle"}
            if own and style == "halo-text":
                mark["fontWeight"] = 700
            if rows:
                layers.append({"data": {"values": rows}, "mark": mark, "encoding": _pixel_axes()})
    return layers


def _pixel_axes() -> Spec:
    return {
        "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
        "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
        "text": {"field": "label", "type": "nominal"},
    }


def _scale(window: Window) -> list[Spec]:
    kilometres = round_distance(window.width / 5 / window.kilometre())
    length = kilometres * window.kilometre()
    y = window.height - 8
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "style": "other"},
            "encoding": {"x": {"value": 6}, "x2": {"value": 6 + length}, "y": {"value": y}},
        },
        {
            "data": {"values": [{"label": f"{kilometres}\u00a0km"}]},
            "mark": {"type": "text", "style": "other-text", "align": "left", "baseline": "bottom", "dy": -3},
            "encoding": {"x": {"value": 6}, "y": {"value": y}, "text": {"field": "label", "type": "nominal"}},
        },
    ]
