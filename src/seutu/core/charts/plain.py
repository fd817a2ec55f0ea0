"""The named styles that chart specs use, for light and dark, and the configuration of their texts; not their scales.

A spec says "us", "other" or "quiet" and never a colour, so the same spec serves paper, light and dark pages.
"""

from dataclasses import dataclass
from typing import Any, Final

Spec = dict[str, Any]

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
FONT: Final = "'Source Sans 3', 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme: text, comparisons, grid, what is not known, us, and the ground."""

    ink: str
    quiet: str
    line: str
    pale: str
    us: str
    paper: str


def _styles(palette: Palette) -> Spec:
    """Return the named styles: marks first, then texts."""
    ink, quiet, line, us, paper = palette.ink, palette.quiet, palette.line, palette.us, palette.paper
    return {
        "us": {"color": us, "strokeWidth": 2.5},
        "us-fill": {"color": us},
        "other": {"color": quiet, "strokeWidth": 1.25},
        "other-fill": {"color": palette.pale},
        "base": {"color": quiet, "strokeWidth": 0.75, "strokeDash": [2, 2]},
        "link": {"color": line, "opacity": 0.9},
        "shape": {"color": paper, "stroke": line, "strokeWidth": 0.75},
        "us-shape": {"color": us, "fillOpacity": 0.1, "stroke": us, "strokeWidth": 1.25},
        "us-text": {"color": us, "fontWeight": 700, "fontSize": 11},
        "other-text": {"color": quiet, "fontSize": 11},
        "ink-text": {"color": ink, "fontSize": 11},
        "halo-text": {"color": paper, "stroke": paper, "strokeWidth": 3, "strokeJoin": "round", "fontSize": 11},
    }


def _config(palette: Palette) -> Spec:
    ink, quiet, line = palette.ink, palette.quiet, palette.line
    return {
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "title": {"color": ink, "subtitleColor": quiet, "fontSize": 14, "subtitleFontSize": 11, "anchor": "start"}
        | {"fontWeight": 700, "offset": 12, "subtitlePadding": 4, "frame": "group"},
        "axis": {"labelColor": quiet, "titleColor": quiet, "labelFontSize": 11, "titleFontSize": 11}
        | {"gridColor": line, "domainColor": line, "tickColor": line, "titleFontWeight": 400, "labelPadding": 4},
        "legend": {"labelColor": ink, "titleColor": quiet, "labelFontSize": 11, "orient": "bottom", "title": None}
        | {"symbolStrokeWidth": 0, "columnPadding": 14, "labelLimit": 220},
        "style": _styles(palette),
    }


LIGHT: Final = _config(Palette("#17242b", "#5d5f59", "#dcd8ce", "#85827a", "#0b4f6c", "#ffffff"))
DARK: Final = _config(Palette("#e9e6de", "#a9b1b1", "#2f3e46", "#82919a", "#86c5df", "#17232a"))
