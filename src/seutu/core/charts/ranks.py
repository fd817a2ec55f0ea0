"""Ranks with how sure they are: a dot at the rank and a line from its lowest to its highest, one unit on each row.

Not for scores, or for ranks over time. The words of the axis come from the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.charts.plain import SCHEMA, Spec

ROW_HEIGHT: Final = 19


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """One row: the unit's rank, its interval, its rank before a change (``None``: none), and what is said of it."""

    label: str
    rank: int
    low: float
    high: float
    said: str
    before: int | None = None
    ours: bool = False


def rank_chart(rows: Sequence[RankedUnit], description: str, *, units: int) -> Spec:
    """Return the Vega-Lite spec of ranks, the first at the left, on a scale of all ``units``; as wide as its frame.

    A hollow dot stands at the rank before. Raises ValueError when there is nothing to draw.
    """
    if not rows:
        raise ValueError("a ranking without units has nothing to draw")
    most = max(1, *(row.high for row in rows), *(row.before or 0 for row in rows))
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": ROW_HEIGHT * len(rows),
        "description": description,
        "data": {"values": [_value(row) for row in rows]},
        "encoding": {
            "y": {
                "field": "label",
                "type": "nominal",
                "sort": [row.label for row in rows],
                "axis": {"title": None, "labelLimit": 150},
            },
            "x": {
                "field": "rank",
                "type": "quantitative",
                "scale": {"domain": [1, min(units, most)], "nice": False, "zero": False},
                "axis": {"title": None, "format": "d", "tickMinStep": 1, "orient": "top"},
            },
        },
        "layer": [_intervals(ours=False), _intervals(ours=True), _before(), _dots(ours=False), _dots(ours=True)],
    }


def _value(row: RankedUnit) -> dict[str, object]:
    return {
        "label": row.label,
        "rank": row.rank,
        "low": row.low,
        "high": row.high,
        "text": row.said,
        "ours": row.ours,
        **({} if row.before is None else {"before": row.before}),
    }


def _only(*, ours: bool) -> list[Spec]:
    return [{"filter": {"field": "ours", "equal": ours}}]


def _intervals(*, ours: bool) -> Spec:
    return {
        "transform": _only(ours=ours),
        "mark": {"type": "rule", "style": "us-interval" if ours else "interval"},
        "encoding": {
            "x": {"field": "low", "type": "quantitative"},
            "x2": {"field": "high"},
        },
    }


def _before() -> Spec:
    return {
        "transform": [{"filter": {"field": "before", "valid": True}}],
        "mark": {"type": "point", "filled": False, "size": 60, "style": "other"},
        "encoding": {"x": {"field": "before", "type": "quantitative"}},
    }


def _dots(*, ours: bool) -> Spec:
    return {"transform": _only(ours=ours), "mark": {"type": "point", "style": "us-dot" if ours else "dot"}}
