"""The few words that stand on charts beside the data, the number format of each language, and line breaking."""

import textwrap
from typing import Any, Final

from seutu.core.text import Language, Text

INDEX: Final = Text(fi="Indeksi, {} = 100", sv="Index, {} = 100", en="Index, {} = 100")
PERCENT_UNIT: Final = Text(fi="Prosenttia", sv="Procent", en="Per cent")
REST: Final = Text(fi="Muut", sv="Övriga", en="Others")
NO_CLASS: Final = Text(fi="Luokka puuttuu", sv="Klass saknas", en="Class missing")
LINE_CHART: Final = Text(fi="Viivakaavio.", sv="Linjediagram.", en="Line chart.")
BAR_CHART: Final = Text(fi="Pylväskaavio.", sv="Stapeldiagram.", en="Bar chart.")
MAP: Final = Text(fi="Kartta.", sv="Karta.", en="Map.")
SCHEDULE: Final = Text(fi="Aikataulu.", sv="Tidsplan.", en="Schedule.")
GRAPH: Final = Text(fi="Verkostokuva.", sv="Nätverksbild.", en="Network graph.")

_DECIMAL_COMMA: Final = {
    "decimal": ",",
    "thousands": "\u00a0",
    "grouping": [3],
    "currency": ["", "\u00a0€"],
    "percent": "\u00a0%",
    "minus": "\u2212",
}
_DECIMAL_POINT: Final = {
    "decimal": ".",
    "thousands": "\u00a0",
    "grouping": [3],
    "currency": ["€", ""],
    "percent": "%",
    "minus": "\u2212",
}


def number_locale(language: Language) -> dict[str, Any]:
    """Return the format locale (d3) of numbers on axes: non-breaking groups, a decimal comma but in English."""
    return dict(_DECIMAL_POINT if language == "en" else _DECIMAL_COMMA)


def break_lines(text: str, width: int) -> list[str]:
    """Break ``text`` between words into lines of at most ``width`` characters; an overlong word stays whole.

    Only plain spaces break: an amount with its non-breaking space never parts from its unit.
    """
    wrapper = textwrap.TextWrapper(width=max(width, 1), break_long_words=False, break_on_hyphens=False)
    single = " ".join(word for word in text.split(" ") if word)
    return [line.replace("\ufffc", "\u00a0") for line in wrapper.wrap(single.replace("\u00a0", "\ufffc"))] or [""]


def title(text: str, subtitle: str, width: int) -> dict[str, Any]:
    """Return a chart title broken to fit ``width`` pixels, with the measure and unit under it."""
    spec: dict[str, Any] = {"text": break_lines(text, width // 7)}
    if subtitle:
        spec["subtitle"] = break_lines(subtitle, width // 6)
    return spec
