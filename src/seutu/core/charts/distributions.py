"""How the municipalities' values of one figure spread: a bar per class, the own place's class in the strong colour.

Not for counting the classes (``seutu.core.statistics.distribution``).
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import BAR_CHART
from seutu.core.figures import write_number
from seutu.core.situation.writing import write_plain
from seutu.core.statistics.distribution import ValueClass, class_of
from seutu.core.text import Language

TURNED: Final = 9
"""More labels than these are turned: they would not fit side by side."""


def class_label(one: ValueClass, decimals: int, language: Language) -> str:
    """Return the limits of a class as they are read: "60–62", "−4 – −2"; a class of no width is its value."""
    low, high = (write_plain(limit, _decimals(limit, decimals), language) for limit in (one.low, one.high))
    if one.low == one.high:
        return low
    return f"{low} – {high}" if one.low < 0 else f"{low}–{high}"


def _decimals(limit: float, decimals: int) -> int:
    """Return how many decimals a limit needs: a round one none."""
    return next((number for number in range(decimals + 1) if round(limit, number) == limit), decimals)


def distribution_chart(
    classes: Sequence[ValueClass],
    own: float | None,
    place: str,
    said: str,
    language: Language,
    *,
    decimals: int,
    width: int | None = 520,
    height: int = 200,
) -> Spec:
    """Return the Vega-Lite spec: how many municipalities are in each class; ``place`` stands over its own bar.

    Without ``width`` the chart fills its frame.

    ``said`` is what the chart says, for those who cannot see it. Raises ValueError when there is nothing to draw.
    """
    if not classes:
        raise ValueError("a distribution without values has nothing to draw")
    number = None if own is None else class_of(own, classes)
    rows: list[Spec] = [
        {
            "class": class_label(one, decimals, language),
            "count": one.count,
            "text": write_number(one.count, language),
            "own": position == number,
            "name": place if position == number else "",
        }
        for position, one in enumerate(classes)
    ]
    axis: Spec = {"title": None, "grid": False, "labelLimit": 0, "labelOverlap": "greedy"}
    axis["labelAngle"] = -45 if len(classes) > TURNED else 0
    top = max(one.count for one in classes) * 1.15
    return {
        "$schema": SCHEMA,
        "width": "container" if width is None else width,
        "height": height,
        "description": f"{BAR_CHART.in_language(language)} {said}",
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "class", "type": "ordinal", "sort": [row["class"] for row in rows], "axis": axis},
            "y": {
                "field": "count",
                "type": "quantitative",
                "scale": {"domain": [0, top], "nice": False},
                "axis": {"title": None, "tickCount": 4, "domain": False, "ticks": False, "format": "d"},
            },
        },
        "layer": [_bars("us-fill", own=True), _bars("other-fill", own=False), _name()],
    }


def _bars(style: str, *, own: bool) -> Spec:
    tooltip = [{"field": name, "type": "nominal"} for name in ("class", "text")]
    return {
        "transform": [{"filter": {"field": "own", "equal": own}}],
        "mark": {"type": "bar", "style": style, "width": {"band": 0.9}},
        "encoding": {"tooltip": tooltip},
    }


def _name() -> Spec:
    return {
        "transform": [{"filter": {"field": "own", "equal": True}}],
        "mark": {"type": "text", "style": "us-text", "baseline": "bottom", "dy": -4},
        "encoding": {"text": {"field": "name", "type": "nominal"}},
    }
