"""What every chart of horizontal bars is made of: its axes, its bars in two strengths, the words at their ends.

Not for what the bars say: shares of a whole (bars.py), a figure of one year (levels.py).
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.charts.plain import Spec

LINE_HEIGHT: Final = 11


def bar_axes(field: str, domain: tuple[float, float], labels: int, order: Sequence[str] | None = None) -> Spec:
    """Return the encoding: rows in ``order`` (else that of the layers), ``labels`` pixels of labels, no value axis."""
    axis = {"title": None, "domain": False, "ticks": False, "labelLimit": 0, "labelLineHeight": LINE_HEIGHT}
    room = {"labelExpr": "split(datum.label, '\\n')", "minExtent": labels, "maxExtent": labels}
    scale = {"domain": list(domain), "nice": False}
    return {
        "y": {"field": "label", "type": "nominal", "sort": list(order) if order else None, "axis": axis | room},
        "x": {"field": field, "type": "quantitative", "axis": None, "scale": scale},
    }


def bar_layers(strong: Spec, quiet: Spec) -> list[Spec]:
    """Return the bars that pass the filter ``strong`` in the one colour, ``quiet`` ones in grey, and their words."""
    words = {
        "mark": {"type": "text", "style": "ink-text", "align": "left", "dx": 5},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }
    return [_bars("us-fill", strong), _bars("other-fill", quiet), words]


def _bars(style: str, which: Spec) -> Spec:
    return {"transform": [{"filter": which}], "mark": {"type": "bar", "style": style, "height": {"band": 0.62}}}
