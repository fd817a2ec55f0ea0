"""Render a Vega-Lite spec to SVG or PNG. The same spec, language and fonts give the same bytes.

Loads nothing from the network: a spec that names an address is refused by the renderer.
"""

from typing import Any, Final

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


def spec_to_svg(spec: Spec, language: Language, *, config: Spec | None = None) -> str:
    """Return the chart as an SVG document; ``config`` replaces the theme of print."""
    register_fonts()
    svg: str = vl_convert.vegalite_to_svg(
        all_printable(spec),
        vl_version=VEGA_LITE,
        config=PRINT if config is None else config,
        format_locale=number_locale(language),
        allowed_base_urls=[],
    )
    return svg


def spec_to_png(spec: Spec, scale: float = 2.0, *, language: Language = "fi", config: Spec | None = None) -> bytes:
    """Return the chart as PNG on white, ``scale`` pixels to one of the spec's."""
    register_fonts()
    drawn: dict[str, Any] = all_printable(spec)
    drawn.setdefault("background", "white")
    png: bytes = vl_convert.vegalite_to_png(
        drawn,
        vl_version=VEGA_LITE,
        scale=scale,
        ppi=PIXELS_PER_INCH,
        config=PRINT if config is None else config,
        format_locale=number_locale(language),
        allowed_base_urls=[],
    )
    return png
