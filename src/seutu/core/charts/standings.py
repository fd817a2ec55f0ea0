"""Where a town stands in many figures at once: a line from the lowest municipality to the highest for each figure.

The town is the strong dot, the group's median the quiet mark, the rank is written at the end. Not for values.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import break_lines
from seutu.core.situation.writing import lower_first
from seutu.core.statistics.profile import ProfileFigure
from seutu.core.statistics.profile_sentences import write_rank
from seutu.core.text import Language, Text

ROW_HEIGHT: Final = 25
RANK_ROOM: Final = 52
WIDEST: Final = 1.6
"""The axis with the room of ranks, in lengths of the lines, in a frame as narrow as a phone."""
LABEL_LINES: Final = 2
DOTS: Final = Text(fi="Pistekaavio.", sv="Punktdiagram.", en="Dot chart.")
ENDS: Final = (
    Text(fi="pienin", sv="minst", en="lowest"),
    Text(fi="suurin", sv="störst", en="highest"),
)


def standings_chart(
    figures: Sequence[ProfileFigure], language: Language, *, width: int | None, labels: int = 170
) -> Spec:
    """Return the Vega-Lite spec of the figures that have a rank, in their order.

    ``labels`` pixels are for the names, ``width`` for lines and ranks; without it the chart fills its frame.

    Raises ValueError when no figure has a rank.
    """
    ranked = [figure for figure in figures if figure.among_all is not None and figure.part is not None]
    if not ranked:
        raise ValueError("figures without a rank have nothing to draw")
    rows = [_row(figure, labels, language) for figure in ranked]
    low, high = (end.in_language(language) for end in ENDS)
    ends = {"0": low, "1": high}
    spread = WIDEST if width is None else 1 + RANK_ROOM / (width - RANK_ROOM)
    axis: Spec = {"title": None, "values": [0, 1], "grid": False, "domain": False, "ticks": False, "orient": "top"}
    axis |= {"labelExpr": f"{{'0': '{ends['0']}', '1': '{ends['1']}'}}[datum.value]"}
    axis |= {"labelAlign": {"condition": {"test": "datum.value == 0", "value": "left"}, "value": "right"}}
    return {
        "$schema": SCHEMA,
        "width": "container" if width is None else width,
        "height": ROW_HEIGHT * len(rows),
        "description": describe(ranked, language),
        "data": {"values": rows},
        "encoding": {
            "y": {"field": "label", "type": "nominal", "sort": None, "axis": _names(labels)},
            "x": {
                "field": "part",
                "type": "quantitative",
                "scale": {"domain": [0, spread], "nice": False},
                "axis": axis,
            },
        },
        "layer": [_line(), _middle(), _dot(), _rank()],
    }


def describe(figures: Sequence[ProfileFigure], language: Language) -> str:
    """Return the text that stands for the chart where it cannot be seen: every figure with its rank."""
    said = ", ".join(
        f"{lower_first(figure.series.label.in_language(language))} {write_rank(figure.among_all, language)}"
        for figure in figures
    )
    return f"{DOTS.in_language(language)} {said}."


def _row(figure: ProfileFigure, labels: int, language: Language) -> Spec:
    lines = break_lines(figure.series.label.in_language(language), labels // 5)
    shown = lines if len(lines) <= LABEL_LINES else [*lines[: LABEL_LINES - 1], f"{lines[LABEL_LINES - 1]} …"]
    rank = write_rank(figure.among_all, language)
    return {"label": "\n".join(shown), "part": figure.part, "group": figure.group_part, "rank": rank}


def _names(labels: int) -> Spec:
    room = {"labelExpr": "split(datum.label, '\\n')", "minExtent": labels, "maxExtent": labels, "labelLineHeight": 11}
    return {"title": None, "domain": False, "ticks": False, "labelLimit": 0} | room


def _line() -> Spec:
    ends = {"x": {"datum": 0, "type": "quantitative"}, "x2": {"datum": 1}}
    return {"mark": {"type": "rule", "style": "base"}, "encoding": ends}


def _middle() -> Spec:
    return {
        "transform": [{"filter": {"field": "group", "valid": True}}],
        "mark": {"type": "tick", "style": "other", "thickness": 2, "size": 14},
        "encoding": {"x": {"field": "group", "type": "quantitative"}},
    }


def _dot() -> Spec:
    return {"mark": {"type": "point", "style": "us-fill", "filled": True, "size": 70, "opacity": 1}}


def _rank() -> Spec:
    mark: Spec = {"type": "text", "style": "ink-text", "align": "left", "dx": 8}
    where = {"x": {"datum": 1, "type": "quantitative"}, "text": {"field": "rank", "type": "nominal"}}
    return {"mark": mark, "encoding": where}
