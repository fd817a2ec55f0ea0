"""How many people are missing of each competence: a bar per line, in the strong colour for a year to come.

A shortage of now stands in grey. Not for surpluses, nor for working the shortages out (``core.competences``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.charts.bar_parts import bar_axes, bar_layers
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import BAR_CHART, break_lines
from seutu.core.text import Language

ROW_HEIGHT: Final = 42
LABEL_ROOM: Final = 120
LABEL_LETTERS: Final = 22
LABEL_LINES: Final = 3
WORDS_ROOM: Final = 1.8
"""The axis with the room of words at the ends of bars, in lengths of the longest bar, on a phone."""
APART: Final = "\u200b"
"""Marks that are not seen keep bars of the same name apart."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """One bar: what there is too little of, by how many people, what is written at its end, if of a year to come."""

    label: str
    people: int
    said: str
    coming: bool


def shortage_chart(rows: Sequence[Shortage], said: str, language: Language) -> Spec:
    """Return the Vega-Lite spec of the shortages in the order given, as wide as its frame; bars begin at zero.

    ``said`` is what the chart says, for those who cannot see it. Raises ValueError when there is nothing to draw.
    """
    if not rows:
        raise ValueError("shortages without rows have nothing to draw")
    values = [_value(row, place) for place, row in enumerate(rows)]
    order = [str(value["label"]) for value in values]
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": ROW_HEIGHT * len(rows),
        "description": f"{BAR_CHART.in_language(language)} {said}",
        "data": {"values": values},
        "encoding": bar_axes("people", (0, max(row.people for row in rows) * WORDS_ROOM), LABEL_ROOM, order),
        "layer": bar_layers({"field": "coming", "equal": True}, {"field": "coming", "equal": False}),
    }


def _value(row: Shortage, place: int) -> dict[str, object]:
    lines = break_lines(row.label, LABEL_LETTERS)
    shown = lines if len(lines) <= LABEL_LINES else [*lines[: LABEL_LINES - 1], f"{lines[LABEL_LINES - 1]} …"]
    label = "\n".join(shown) + APART * place
    return {"label": label, "people": row.people, "text": row.said, "coming": row.coming}
