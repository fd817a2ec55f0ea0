"""Then and now: one slope for us and quiet ones for the others, with both values written at the ends.

For a few places and two periods; a longer series is a line chart.
"""

from typing import Any, Final

from seutu.core.charts.labels import spread
from seutu.core.charts.lines import DASHES, LABEL_HEIGHT, Line, drawn_lines, subtitle
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import SLOPE_CHART, break_lines, title
from seutu.core.situation.sentences import change_sentence, finding
from seutu.core.situation.series import FigureSeries
from seutu.core.situation.writing import write_plain
from seutu.core.text import Language, Text

NAME_WIDTH: Final = 24


def slope_chart(
    series: FigureSeries, place: Text, language: Language, *, width: int = 220, height: int = 260, titled: bool = True
) -> Spec:
    """Return the Vega-Lite spec of the oldest and the newest period of the place; others without both are left out.

    Counts are an index as in the line chart. Raises ValueError when the place has fewer than two known values.
    """
    change = series.change
    if change is None:
        raise ValueError(f"{series.indicator} has no two values to compare")
    lines, base = drawn_lines(series, place, language)
    periods = (change.start.period, change.end.period)
    ends = [(line, pair) for line in lines if (pair := _ends(line, periods)) is not None]
    values = [value for _, pair in ends for value in pair]
    margin = (max(values) - min(values)) * 0.08 or 1.0
    domain = [min(values) - margin, max(values) + margin]
    rows = _rows(ends, periods)
    decimals = 1 if base else series.decimals
    spec: Spec = {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "description": f"{SLOPE_CHART.in_language(language)} {change_sentence(series).in_language(language)}",
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "period", "type": "ordinal", "sort": list(periods), "scale": {"padding": 0}}
            | {"axis": {"title": None, "orient": "top", "domain": False, "ticks": False, "labelAngle": 0}},
            "y": {"field": "drawn", "type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}},
        },
        "layer": [_slope(line, number) for number, (line, _) in reversed(list(enumerate(ends)))]
        + _labels(ends, periods, (domain[1] - domain[0]) * LABEL_HEIGHT / height, decimals, language),
    }
    if titled:
        spec["title"] = title(
            finding(series).in_language(language), subtitle(series, base, language), width + 7 * NAME_WIDTH
        )
    return spec


End = tuple[Line, tuple[float, float]]


def _ends(line: Line, periods: tuple[str, str]) -> tuple[float, float] | None:
    found = {point.period: drawn for point, drawn in line.rows if drawn is not None}
    if periods[0] not in found or periods[1] not in found:
        return None
    return found[periods[0]], found[periods[1]]


def _rows(ends: list[End], periods: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {"series": line.name, "role": line.role, "period": period, "drawn": value}
        for line, pair in ends
        for period, value in zip(periods, pair, strict=True)
    ]


def _slope(line: Line, number: int) -> Spec:
    mark: Spec = {"type": "line", "style": "other" if number else "us", "point": False}
    if number:
        mark["strokeDash"] = DASHES.get(line.role, [1, 0])
    return {"transform": [{"filter": {"field": "series", "equal": line.name}}], "mark": mark}


def _labels(ends: list[End], periods: tuple[str, str], gap: float, decimals: int, language: Language) -> list[Spec]:
    layers: list[Spec] = []
    for side, period in enumerate(periods):
        heights = spread([pair[side] for _, pair in ends], gap)
        for (line, pair), height in zip(ends, heights, strict=True):
            value = write_plain(pair[side], decimals, language)
            name = break_lines(line.name, NAME_WIDTH)[0]
            row = {"period": period, "drawn": height, "label": f"{value}  {name}" if side else value}
            mark = {"type": "text", "style": "us-text" if line.role == "place" else "other-text"}
            layers.append(
                {
                    "data": {"values": [row]},
                    "mark": mark | {"align": "left" if side else "right", "dx": 8 if side else -8},
                    "encoding": {"text": {"field": "label", "type": "nominal"}},
                }
            )
    return layers
