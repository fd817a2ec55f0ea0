"""The one theme of all charts, light and dark: the named styles of ``plain`` with colours, scales and mark defaults.

The page reads the same theme from ``static/vega-theme.json``, which a test holds equal to ``theme_json()``. Not for
single charts: a spec names styles and never a colour.
"""

import json
from typing import Any, Final, get_args

from seutu.core.charts import plain
from seutu.core.charts.words import number_locale
from seutu.core.text import Language

Config = dict[str, Any]

# Eight kinds. Any two stay apart for every kind of colour vision (CIE76 of at least 20 in light and 16 in dark, after
# Machado, Oliveira and Fernandes 2009) and differ in lightness for grey print; each stands out of its ground by 3 : 1.
CATEGORIES: Final = ("#0b4f6c", "#d9731a", "#077ed7", "#71112e", "#4d2f8d", "#90809b", "#996556", "#5c5300")
CATEGORIES_DARK: Final = ("#86c5df", "#eea152", "#317ee3", "#e9618c", "#7672a9", "#f4efe2", "#aa7c53", "#bfcc90")
STEPS: Final = ("#dfe9ec", "#b3cdd7", "#7facbf", "#3f7f9b", "#0b4f6c")
STEPS_DARK: Final = ("#1d3641", "#265064", "#35708b", "#559bb9", "#86c5df")
DIVERGING: Final = ("#b5651d", "#dba774", "#ece7dc", "#7facbf", "#0b4f6c")
DIVERGING_DARK: Final = ("#eea152", "#9c7046", "#33434b", "#4d87a0", "#86c5df")


def _theme(
    base: Config, us: str, other: str, *, kinds: tuple[str, ...], steps: tuple[str, ...], apart: tuple[str, ...]
) -> Config:
    """Add scales and the defaults of marks to a configuration of ``plain``."""
    ranges = {"category": list(kinds), "ordinal": list(steps), "ramp": list(steps), "heatmap": list(steps)}
    styles = base["style"] | {
        "interval": {"color": other, "strokeWidth": 1.5},
        "us-interval": {"color": us, "strokeWidth": 2.5},
        "dot": {"color": other, "filled": True, "opacity": 1, "size": 60},
        "us-dot": {"color": us, "filled": True, "opacity": 1, "size": 90},
    }
    return base | {
        "range": ranges | {"diverging": list(apart)},
        "mark": {"color": us},
        "bar": {"color": us, "cornerRadiusEnd": 1},
        "line": {"strokeWidth": 2, "strokeCap": "round", "strokeJoin": "round"},
        "point": {"filled": True, "size": 60, "opacity": 1},
        "rule": {"color": other},
        "text": {"fontSize": 12, "color": base["title"]["color"]},
        "axis": base["axis"] | {"labelFontSize": 12, "titleFontSize": 12, "ticks": False, "labelPadding": 6},
        "axisX": {"domain": False},
        "axisY": {"domain": False, "grid": False},
        "axisXQuantitative": {"grid": True, "tickCount": 5},
        "axisYQuantitative": {"grid": True, "tickCount": 5},
        "header": {"labelColor": base["title"]["color"], "labelFontSize": 12, "labelFontWeight": 600, "title": None},
        "style": styles,
    }


LIGHT: Final[Config] = _theme(plain.LIGHT, "#0b4f6c", "#85827a", kinds=CATEGORIES, steps=STEPS, apart=DIVERGING)
DARK: Final[Config] = _theme(
    plain.DARK, "#86c5df", "#82919a", kinds=CATEGORIES_DARK, steps=STEPS_DARK, apart=DIVERGING_DARK
)


def theme_json() -> str:
    """Return the text of ``static/vega-theme.json``: both themes and the number formats of the three languages."""
    locales = {language: number_locale(language) for language in get_args(Language)}
    return json.dumps({"light": LIGHT, "dark": DARK, "locale": locales}, ensure_ascii=False, indent=1) + "\n"
