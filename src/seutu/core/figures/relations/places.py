"""Where in its document a figure stands, in words: "s. 5, rivi 181". Not for finding it."""

from typing import Final

from seutu.core.figures.relations.terms import Place
from seutu.core.text import LANGUAGES, Text

PAGE: Final = Text(fi="s. {page}", sv="s. {page}", en="p. {page}")
LINE: Final = Text(fi="rivi {line}", sv="rad {line}", en="line {line}")


def place_told(place: Place) -> Text:
    """Return the page, line, sheet and cell of a place, those that are known; "" of none."""
    parts = [
        None if place.page is None else PAGE.filled(page=place.page),
        None if place.line is None else LINE.filled(line=place.line),
        None if place.sheet is None else Text.same(place.sheet),
        None if place.cell is None else Text.same(place.cell),
    ]
    known = [part for part in parts if part is not None]
    return Text(**{language: ", ".join(part.in_language(language) for part in known) for language in LANGUAGES})
