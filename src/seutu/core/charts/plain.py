"""The named styles that chart specs use, for light and dark, and the least configuration that draws them.

A spec says "us", "other" or "quiet" and never a colour, so the same spec serves paper, light and dark pages.
"""

from dataclasses import dataclass
from typing import Any, Final

Spec = dict[str, Any]

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
FONT: Final = "Source Sans 3, Liberation Sans, Arial, sans-serif"

# Neighbours differ in lightness too, so that they stay apart for the colour-blind and in grey print.
CATEGORIES: Final = ("#0b4f6c", "#d9731a", "#2f6b4f", "#8a5a9e", "#7c8a92", "#b3861e", "#3f8fb0", "#8f3b3b")
CATEGORIES_DARK: Final = ("#6db9d8", "#f0a35e", "#7fc29b", "#c3a0d4", "#aab6bc", "#dcc06a", "#a7d3e6", "#d98e8e")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme: text, comparisons, grid and links, us, the ground, and the classes."""

    ink: str
    quiet: str
    line: str
    us: str
    paper: str
    categories: tuple[str, ...]


def _styles(palette: Palette) -> Spec:
    """Return the named styles: marks first, then texts."""
    ink, quiet, line, us, paper = palette.ink, palette.quiet, palette.line, palette.us, palette.paper
    return {
        "us": {"stroke": us, "strokeWidth": 2.5},
        "us-fill": {"fill": us, "stroke": None},
        "other": {"stroke": quiet, "strokeWidth": 1.25},
        "other-fill": {"fill": quiet, "stroke": None},
        "base": {"stroke": quiet, "strokeWidth": 0.75, "strokeDash": [2, 2]},
        "link": {"stroke": line, "strokeOpacity": 0.8},
        "shape": {"fill": paper, "stroke": line, "strokeWidth": 0.75},
        "us-shape": {"fill": us, "fillOpacity": 0.12, "stroke": us, "strokeWidth": 1.25},
        "us-text": {"fill": us, "fontWeight": 600, "fontSize": 11},
        "other-text": {"fill": quiet, "fontSize": 11},
        "ink-text": {"fill": ink, "fontSize": 11},
        "halo-text": {"fill": paper, "stroke": paper, "strokeWidth": 3, "strokeJoin": "round", "fontSize": 11},
    }


def _config(palette: Palette) -> Spec:
    ink, quiet, line = palette.ink, palette.quiet, palette.line
    return {
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "title": {"color": ink, "subtitleColor": quiet, "fontSize": 14, "subtitleFontSize": 11, "anchor": "start"}
        | {"fontWeight": 600, "offset": 12, "subtitlePadding": 4, "frame": "group"},
        "axis": {"labelColor": quiet, "titleColor": quiet, "labelFontSize": 11, "titleFontSize": 11}
        | {"gridColor": line, "domainColor": line, "tickColor": line, "titleFontWeight": 400, "labelPadding": 4},
        "legend": {"labelColor": ink, "titleColor": quiet, "labelFontSize": 11, "orient": "bottom", "title": None}
        | {"symbolStrokeWidth": 0, "columnPadding": 14, "labelLimit": 220},
        "range": {"category": list(palette.categories)},
        "style": _styles(palette),
    }


LIGHT: Final = _config(Palette("#17242b", "#56656d", "#d5d9d8", "#0b4f6c", "#ffffff", CATEGORIES))
DARK: Final = _config(Palette("#eef2f2", "#a9b6bc", "#3b484f", "#6db9d8", "#1a2429", CATEGORIES_DARK))
