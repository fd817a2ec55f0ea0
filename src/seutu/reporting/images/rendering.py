"""Render a Vega-Lite spec to SVG or PNG. The same spec, language and fonts give the same bytes.

Loads nothing from the network: a spec that names an address is refused by the renderer.
"""

import json
from functools import lru_cache
from typing import Final

import vl_convert

from seutu.core.charts import plain, theme
from seutu.core.charts.plain import Spec
from seutu.core.charts.words import number_locale
from seutu.core.text import Language
from seutu.reporting.images.fonts import register_fonts
from seutu.reporting.images.printable import all_printable

VEGA_LITE: Final = "6.4"
PIXELS_PER_INCH: Final = 72.0

# On paper sizes are given, so the page's fitting to the screen is left out; the colours are the theme's.
PRINT: Final[Spec] = plain.LIGHT | {"range": theme.LIGHT["range"]}


DRAWINGS_KEPT: Final = 64
"""As many as a document has: its other form (Word after PDF) then takes the same drawings."""


def spec_to_svg(spec: Spec, language: Language, *, config: Spec | None = None) -> str:
    """Return the chart as an SVG document; ``config`` replaces the theme of print."""
    return _drawn(json.dumps(all_printable(spec)), language, json.dumps(PRINT if config is None else config))


@lru_cache(maxsize=DRAWINGS_KEPT)
def _drawn(spec: str, language: Language, config: str) -> str:
    register_fonts()
    svg: str = vl_convert.vegalite_to_svg(
        spec,
        vl_version=VEGA_LITE,
        config=json.loads(config),
        format_locale=number_locale(language),
        allowed_base_urls=[],
    )
    return svg


def spec_to_png(spec: Spec, scale: float = 2.0, *, language: Language = "fi", config: Spec | None = None) -> bytes:
    """Return the chart as PNG on white, ``scale`` pixels to one of the spec's."""
    svg = spec_to_svg(spec, language, config=config)
    if "background" not in spec:
        svg = svg.replace(">", '><rect width="100%" height="100%" fill="white"/>', 1)
    png: bytes = vl_convert.svg_to_png(svg, scale=scale, ppi=PIXELS_PER_INCH)
    return png
