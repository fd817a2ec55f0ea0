"""Units by two figures at once: a dot with its interval both ways, and the lines that part the four fields.

Not for one figure (``intervals``). The words of the axes come from the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.charts.plain import SCHEMA, Spec

HEIGHT: Final = 340
NAMES: Final = "names"  # the page moves the names of this layer apart from each other and from the dots


@dataclass(frozen=True, slots=True)
class FieldUnit:
    """One dot: both figures with their intervals, what is said of it, and whether its field is sure."""

    label: str
    first: tuple[float, float, float]
    second: tuple[float, float, float]
    said: str
    sure: bool


def fields_chart(
    units: Sequence[FieldUnit], description: str, *, axes: tuple[str, str], cuts: tuple[float, float]
) -> Spec:
    """Return the Vega-Lite spec of a four-field table; ``first`` and ``second`` are figure, low, high.

    Raises ValueError when there is nothing to draw.
    """
    if not units:
        raise ValueError("a four-field table without units has nothing to draw")
    across, up = axes
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": HEIGHT,
        "description": description,
        "data": {"values": [_value(unit) for unit in units]},
        "encoding": {"x": _axis("first", across), "y": _axis("second", up)},
        "layer": [
            {"data": {"values": [{"first": cuts[0]}]}, "mark": _BASE, "encoding": {"y": None}},
            {"data": {"values": [{"second": cuts[1]}]}, "mark": _BASE, "encoding": {"x": None}},
            {"mark": _LINE, "encoding": {"x": _end("first_low"), "x2": {"field": "first_high"}}},
            {"mark": _LINE, "encoding": {"y": _end("second_low"), "y2": {"field": "second_high"}}},
            _dots(sure=False),
            _dots(sure=True),
            {
                "name": NAMES,
                "mark": {"type": "text", "style": "ink-text", "dx": 5, "dy": -8, "align": "left"},
                "encoding": {"text": {"field": "label"}},
            },
        ],
    }


_BASE: Final[Spec] = {"type": "rule", "style": "base"}
_LINE: Final[Spec] = {"type": "rule", "style": "other", "opacity": 0.5}


def _axis(field: str, title: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": {"zero": False}, "axis": {"title": title, "tickCount": 5}}


def _end(field: str) -> Spec:
    return {"field": field, "type": "quantitative"}


def _dots(*, sure: bool) -> Spec:
    mark = {"type": "point", "style": "us-dot"} if sure else {"type": "point", "style": "dot", "filled": False}
    return {
        "name": f"dots-{'sure' if sure else 'open'}",
        "transform": [{"filter": {"field": "sure", "equal": sure}}],
        "mark": mark,
    }


def _value(unit: FieldUnit) -> dict[str, object]:
    found: dict[str, object] = {"label": unit.label, "text": unit.said, "sure": unit.sure}
    for name, (value, low, high) in (("first", unit.first), ("second", unit.second)):
        found |= {name: value, f"{name}_low": low, f"{name}_high": high}
    return found
