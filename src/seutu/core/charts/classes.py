"""Colour and shape of classes of actors: the same class looks the same on the map and in the network.

Shape goes with colour, so that the kinds can be told apart without seeing colours. The colours are the theme's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from seutu.core.charts.plain import Spec
from seutu.core.situation.composition import UNKNOWN

SHAPES: Final = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "stroke",
    "triangle-right",
)
LEGEND_COLUMN: Final = 118
GREY_PLACE: Final = 5  # the sixth colour of the theme's set is its greyest


def class_scales(
    present: Sequence[str], labels: Mapping[str, str], classes: Sequence[str] = (), *, width: int = 520
) -> Spec:
    """Return the ``color`` and ``shape`` encodings of the field "class", whose values are ``labels``.

    ``classes`` fixes the order of codes and thereby the colours; codes not in it follow by their number. The unknown
    class always takes the grey. Only classes that are present stand in the legend, which fits ``width`` pixels.
    """
    counts = Counter(present)
    later = sorted((code for code in counts if code not in classes), key=lambda code: (-counts[code], code))
    ordered = [code for code in (*classes, *later) if code != UNKNOWN]
    domain = [labels.get(code, f"\u200b{code}") for code in ordered]
    domain += [f"\u200b{number}" for number in range(len(domain), GREY_PLACE)]
    domain.insert(GREY_PLACE, labels.get(UNKNOWN, "\u200b"))
    shown = [labels[code] for code in (*ordered, UNKNOWN) if code in counts]
    shapes = ["circle" if at == GREY_PLACE else SHAPES[at % len(SHAPES)] for at in range(len(domain))]
    legend = {"values": shown, "title": None, "columns": max(1, width // LEGEND_COLUMN)}
    return {
        "color": {"field": "class", "type": "nominal", "scale": {"domain": domain}, "legend": legend},
        "shape": {"field": "class", "type": "nominal", "scale": {"domain": domain, "range": shapes}, "legend": legend},
    }
