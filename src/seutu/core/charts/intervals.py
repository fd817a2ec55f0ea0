"""Estimates with their intervals: a dot at each figure and a line over its interval, one unit on each row.

Not for ranks (``ranks``) or for two figures at once (``fields``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.charts.plain import SCHEMA, Spec

ROW_HEIGHT: Final = 19


@dataclass(frozen=True, slots=True)
class EstimatedUnit:
    """One row: the figure, its interval, what is said of it; ``ours`` stands out (a total)."""

    label: str
    value: float
    low: float
    high: float
    said: str
    ours: bool = False


def interval_chart(rows: Sequence[EstimatedUnit], description: str, *, share: bool, measure: str = "") -> Spec:
    """Return the Vega-Lite spec of estimates in the order given, as wide as its frame; shares on an axis of per cents.

    ``measure`` is what the axis counts, for example percentage points; without it shares are per cents.

    Raises ValueError when there is nothing to draw.
    """
    if not rows:
        raise ValueError("estimates without units have nothing to draw")
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": ROW_HEIGHT * len(rows),
        "description": description,
        "data": {"values": [_value(row, share=share) for row in rows]},
        "encoding": {
            "y": {
                "field": "label",
                "type": "nominal",
                "sort": [row.label for row in rows],
                "axis": {"title": None, "labelLimit": 150},
            },
            "x": {
                "field": "value",
                "type": "quantitative",
                "scale": {"zero": share, "nice": True},
                "axis": {"title": measure or ("%" if share else None), "orient": "top", "tickCount": 5},
            },
        },
        "layer": [layer for ours in (False, True) for layer in _layers(ours=ours)],
    }


def _value(row: EstimatedUnit, *, share: bool) -> dict[str, object]:
    times = 100 if share else 1
    figures = {"value": row.value * times, "low": row.low * times, "high": row.high * times}
    return {"label": row.label, "text": row.said, "ours": row.ours, **figures}


def _layers(*, ours: bool) -> list[Spec]:
    only = [{"filter": {"field": "ours", "equal": ours}}]
    return [
        {
            "transform": only,
            "mark": {"type": "rule", "style": "us-interval" if ours else "interval"},
            "encoding": {"x": {"field": "low", "type": "quantitative"}, "x2": {"field": "high"}},
        },
        {"transform": only, "mark": {"type": "point", "style": "us-dot" if ours else "dot"}},
    ]
