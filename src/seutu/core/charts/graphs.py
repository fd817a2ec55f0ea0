"""The printed network: actors at their stored positions, links by weight, the best connected by name.

The same nodes and links as the graph of the page and its table; nothing is laid out here.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from seutu.core.charts.classes import class_scales
from seutu.core.charts.labels import Anchor, Placed, place_freely
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import GRAPH, NO_CLASS
from seutu.core.situation.composition import UNKNOWN
from seutu.core.situation.network import NetworkContent, NetworkNode
from seutu.core.text import Language

MARGIN: Final = 26
NAME_LENGTH: Final = 34
FULL_HEIGHT: Final = 340
MANY: Final = 80


def graph_chart(
    content: NetworkContent,
    language: Language,
    *,
    classes: Sequence[str] = (),
    width: int = 520,
    height: int = 420,
    names: int = 14,
) -> Spec:
    """Return the Vega-Lite spec of the network with at most ``names`` names, the best connected first.

    ``classes`` is the order of class codes that fixes their colours. Positions are scaled evenly in both directions.
    Raises ValueError without nodes.
    """
    if not content.nodes:
        raise ValueError("a network without nodes has nothing to draw")
    spots = _pixels(content.nodes, width, height)
    labels = {_class(node): (node.class_label or NO_CLASS).in_language(language) for node in content.nodes}
    class_encoding = class_scales([_class(node) for node in content.nodes], labels, classes, width=width)
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "description": describe(content, language),
        "layer": [
            *_links(content, spots),
            _nodes(content.nodes, spots, labels, class_encoding, _room(len(content.nodes), height)),
            *_names(content.nodes, spots, width, height, names),
        ],
    }


def describe(content: NetworkContent, language: Language) -> str:
    """Return the text that stands for the graph where it cannot be seen."""
    return f"{GRAPH.in_language(language)} {content.sentence.in_language(language)}"


Spots = dict[str, tuple[float, float]]


def _pixels(nodes: Sequence[NetworkNode], width: int, height: int) -> Spots:
    left, top = min(node.x for node in nodes), min(node.y for node in nodes)
    across = max(node.x for node in nodes) - left
    down = max(node.y for node in nodes) - top
    room_x, room_y = width - 2 * MARGIN, height - 2 * MARGIN
    scale = min(room_x / across if across else float("inf"), room_y / down if down else float("inf"))
    scale = 1.0 if scale == float("inf") else scale
    shift_x, shift_y = (width - across * scale) / 2, (height - down * scale) / 2
    return {
        node.id: (round(shift_x + (node.x - left) * scale, 1), round(shift_y + (node.y - top) * scale, 1))
        for node in nodes
    }


def _at(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _links(content: NetworkContent, spots: Spots) -> list[Spec]:
    heaviest = max((link.weight for link in content.links), default=1.0) or 1.0
    rows = [
        {
            "x": spots[link.source][0],
            "y": spots[link.source][1],
            "x2": spots[link.target][0],
            "y2": spots[link.target][1],
            "width": round(0.6 + 3.4 * link.weight / heaviest, 2),
        }
        for link in content.links
        if link.source in spots and link.target in spots
    ]
    if not rows:
        return []
    encoding = {"x": _at("x"), "y": _at("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    width = {"strokeWidth": {"field": "width", "type": "quantitative", "scale": None}}
    return [{"data": {"values": rows}, "mark": {"type": "rule", "style": "link"}, "encoding": encoding | width}]


def _nodes(
    nodes: Sequence[NetworkNode], spots: Spots, labels: Mapping[str, str], class_encoding: Spec, room: float
) -> Spec:
    most = max((node.degree for node in nodes), default=1) or 1
    rows: list[dict[str, Any]] = [
        {
            "x": spots[node.id][0],
            "y": spots[node.id][1],
            "size": round(_area(node, most, room), 1),
            "class": labels[_class(node)],
            "label": node.label,
            "community": node.community,
            "opacity": 0.95 if node.is_local else 0.5,
        }
        for node in nodes
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "stroke": None},
        "encoding": {
            "x": _at("x"),
            "y": _at("y"),
            "size": {"field": "size", "type": "quantitative", "scale": None},
            "opacity": {"field": "opacity", "type": "quantitative", "scale": None},
            **class_encoding,
            "tooltip": [{"field": name, "type": "nominal"} for name in ("label", "class")],
        },
    }


def _class(node: NetworkNode) -> str:
    return node.class_code or UNKNOWN


def _room(count: int, height: int) -> float:
    return min(1.0, height / FULL_HEIGHT) * min(1.0, MANY / count)


def _area(node: NetworkNode, most: int, room: float) -> float:
    """Return the node's area by its partners; nodes are smaller in a low picture and among many."""
    return (36 + 264 * node.degree / most) * room


def _names(nodes: Sequence[NetworkNode], spots: Spots, width: int, height: int, names: int) -> list[Spec]:
    room = _room(len(nodes), height)
    most = max((node.degree for node in nodes), default=1) or 1
    ordered = sorted(nodes, key=lambda node: (-node.degree, node.label, node.id))
    anchors = [
        Anchor(*spots[node.id], text=_short(node.label), radius=(_area(node, most, room) / 3.14) ** 0.5)
        for node in ordered
    ]
    placed = place_freely(anchors, width=width, height=height, obstacles=anchors, limit=names)
    return [
        _label_layer(placed, anchors, align, style) for align in ("left", "right", "center") for style in TEXT_STYLES
    ]


TEXT_STYLES: Final = ("halo-text", "ink-text")


def _label_layer(placed: Sequence[Placed], anchors: Sequence[Anchor], align: str, style: str) -> Spec:
    rows = [{"x": spot.x, "y": spot.y, "label": anchors[spot.index].text} for spot in placed if spot.align == align]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "style": style, "align": align, "baseline": "middle"},
        "encoding": {"x": _at("x"), "y": _at("y"), "text": {"field": "label", "type": "nominal"}},
    }


def _short(label: str) -> str:
    return label if len(label) <= NAME_LENGTH else label[: NAME_LENGTH - 1].rstrip() + "…"
