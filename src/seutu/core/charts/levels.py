"""A figure of one year: the place's bar in one strong colour among those of the country, the region and the group.

Largest first, each bar with its value at the end. A figure of several years is a line chart (lines.py).
"""

from typing import Final

from seutu.core.charts.bar_parts import bar_axes, bar_layers
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import BAR_CHART, break_lines, title
from seutu.core.situation.sentences import finding
from seutu.core.situation.series import FigureSeries, Point
from seutu.core.situation.writing import write_plain
from seutu.core.text import Language, Text

ROW_HEIGHT: Final = 25
VALUE_ROOM: Final = 64
LABEL_ROOM: Final = 110


def level_chart(series: FigureSeries, place: Text, language: Language, *, width: int, titled: bool = True) -> Spec:
    """Return the Vega-Lite spec of the newest value of ``series`` beside what the others had in that period.

    Bars begin at zero; who has no value of the period is left out of the drawing (the table beside says so).
    Only rates compare: raises ValueError for a count or a balance, and when the place has no value.
    """
    latest = series.latest
    if series.measure != "rate" or latest is None:
        raise ValueError(f"{series.indicator} has no level to compare")
    rows = _rows(series, place, latest)
    values = [_value(point) for _, _, point in rows]
    room = width - LABEL_ROOM
    most = max(*values, 0.0) * room / (room - VALUE_ROOM) or 1.0
    said = [
        (name.in_language(language), write_plain(_value(point), series.decimals, language)) for name, _, point in rows
    ]
    spec: Spec = {
        "$schema": SCHEMA,
        "width": width - LABEL_ROOM,
        "height": ROW_HEIGHT * len(rows),
        "description": f"{BAR_CHART.in_language(language)} {finding(series).in_language(language)}: "
        + ", ".join(f"{name} {written}" for name, written in said)
        + ".",
        "data": {
            "values": [
                {"label": _label(name), "role": role, "drawn": value, "text": written}
                for (name, written), (_, role, _), value in zip(said, rows, values, strict=True)
            ]
        },
        "encoding": bar_axes("drawn", (min(*values, 0.0), most), LABEL_ROOM, [_label(name) for name, _ in said]),
        "layer": bar_layers({"field": "role", "equal": "place"}, {"not": {"field": "role", "equal": "place"}}),
    }
    if titled:
        spec["title"] = title(finding(series).in_language(language), "", width)
    return spec


Row = tuple[Text, str, Point]


def _rows(series: FigureSeries, place: Text, latest: Point) -> list[Row]:
    """Return the place and those of the others that have a value of the same period, largest first."""
    rows: list[Row] = [(place, "place", latest)]
    for other in series.comparisons:
        same = next(
            (point for point in other.points if point.period == latest.period and point.value is not None), None
        )
        if same is not None:
            rows.append((other.name, other.role, same))
    return sorted(rows, key=lambda row: -_value(row[2]))


def _label(name: str) -> str:
    return "\n".join(break_lines(name, 18))


def _value(point: Point) -> float:
    return 0.0 if point.value is None else float(point.value)
