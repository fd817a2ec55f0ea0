"""A figure over time: us in one strong line, the country, the region and the group in quiet ones, labelled directly.

Counts of different places are drawn as an index; nothing is filled in where a value is missing (the line breaks).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from seutu.core.charts.labels import spread
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import INDEX, LINE_CHART, PERCENT_UNIT, break_lines, title
from seutu.core.situation.sentences import change_sentence, finding
from seutu.core.situation.series import FigureSeries, Point
from seutu.core.situation.writing import PERCENT, write_plain
from seutu.core.text import Language, Text

DASHES: Final = {"country": [1, 0], "region": [5, 2], "group": [2, 2], "peer": [1, 3]}
LABEL_HEIGHT: Final = 13
NAME_ROOM: Final = 96


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart in drawn units. ``role`` is "place" or the role of the comparison."""

    name: str
    role: str
    rows: tuple[tuple[Point, float | None], ...]

    @property
    def known(self) -> list[tuple[float, float]]:
        """(year, drawn value) of the points that have one."""
        return [(point.year, drawn) for point, drawn in self.rows if drawn is not None]


def line_chart(
    series: FigureSeries, place: Text, language: Language, *, width: int = 520, height: int = 240, titled: bool = True
) -> Spec:
    """Return the Vega-Lite spec of ``series`` for the place called ``place``.

    A ``count`` with comparisons is drawn as value / value of the first common period × 100; a ``balance`` without its
    comparisons. Raises ValueError when the place has no value: there is nothing to draw.
    """
    lines, base = drawn_lines(series, place, language)
    if not lines[0].known:
        raise ValueError(f"{series.indicator} has no value to draw")
    low, high = _domain(lines, series, base)
    spec: Spec = {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "description": describe(series, language),
        "data": {"values": _rows(lines, series, language)},
        "encoding": {"x": _time_axis(lines, width - NAME_ROOM), "y": _value_axis(series, base, low, high)},
        "layer": [*_base_line(series, base, width - NAME_ROOM), *_layers(lines, (high - low) * LABEL_HEIGHT / height)],
    }
    if titled:
        spec["title"] = title(finding(series).in_language(language), subtitle(series, base, language), width)
    return spec


def subtitle(series: FigureSeries, base: str | None, language: Language) -> str:
    """Return the measure under the title: the unit, or the index with its base period."""
    if base is not None:
        return INDEX.in_language(language).format(base)
    return (PERCENT_UNIT if series.unit.fi == PERCENT else series.unit).in_language(language)


def describe(series: FigureSeries, language: Language) -> str:
    """Return the text that stands for the chart where it cannot be seen."""
    return f"{LINE_CHART.in_language(language)} {change_sentence(series).in_language(language)}"


def drawn_lines(series: FigureSeries, place: Text, language: Language) -> tuple[list[Line], str | None]:
    """Return the lines in drawn units, the place first, and the base period when they are an index."""
    named = [(place.in_language(language), "place", series.values)]
    if series.measure != "balance":
        named += [(item.name.in_language(language), item.role, item.points) for item in series.comparisons]
    base = _common_period([points for _, _, points in named]) if series.measure == "count" and len(named) > 1 else None
    if series.measure == "count" and base is None:
        named = named[:1]
    return [Line(name, role, _in_units(points, base)) for name, role, points in named], base


def _common_period(all_points: Sequence[Sequence[Point]]) -> str | None:
    """Return the first period in which every line has a value above zero."""
    known = [{point.period for point in points if point.value} for points in all_points]
    common = set.intersection(*known)
    return next((point.period for point in all_points[0] if point.period in common), None)


def _in_units(points: Iterable[Point], base: str | None) -> tuple[tuple[Point, float | None], ...]:
    listed = tuple(points)
    divisor = next((float(p.value) / 100 for p in listed if p.period == base and p.value is not None), 1.0)
    return tuple((point, None if point.value is None else float(point.value) / divisor) for point in listed)


def _domain(lines: Sequence[Line], series: FigureSeries, base: str | None) -> tuple[float, float]:
    values = [value for line in lines for _, value in line.known]
    values += [0.0] if series.measure == "balance" else [100.0] if base else []
    low, high = min(values), max(values)
    margin = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    return low - margin, high + margin


def _rows(lines: Sequence[Line], series: FigureSeries, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "series": line.name,
            "role": line.role,
            "year": point.year,
            "period": point.period,
            "drawn": drawn,
            "text": None if point.value is None else write_plain(point.value, series.decimals, language),
        }
        for line in lines
        for point, drawn in line.rows
    ]


def _time_axis(lines: Sequence[Line], room: int) -> Spec:
    years = sorted({int(year) for line in lines for year, _ in line.known})
    step = max(1, -(-(years[-1] - years[0]) // 6))
    axis = {
        "format": "d",
        "grid": False,
        "title": None,
        "labelOverlap": False,
        "values": list(range(years[0], years[-1] + 1, step)),
    }
    first = min(year for line in lines for year, _ in line.known)
    last = max(year for line in lines for year, _ in line.known)
    span = [first - 0.5, last + 0.5] if first == last else [first, last]
    return {
        "field": "year",
        "type": "quantitative",
        "axis": axis,
        "scale": {"domain": span, "range": [0, room], "nice": False},
    }


def _value_axis(series: FigureSeries, base: str | None, low: float, high: float) -> Spec:
    decimals = 0 if base or high - low > 8 else min(series.decimals, 1)  # noqa: PLR2004
    axis = {"format": f",.{decimals}f", "title": None, "tickCount": 5, "domain": False, "ticks": False, "minExtent": 36}
    return {"field": "drawn", "type": "quantitative", "axis": axis, "scale": {"domain": [low, high], "nice": False}}


def _base_line(series: FigureSeries, base: str | None, room: int) -> list[Spec]:
    """Return the line at zero of a balance or at 100 of an index; other figures have none."""
    level = 0 if series.measure == "balance" else 100 if base else None
    if level is None:
        return []
    encoding = {"y": {"field": "at", "type": "quantitative"}, "x": {"value": 0}, "x2": {"value": room}}
    return [{"data": {"values": [{"at": level}]}, "mark": {"type": "rule", "style": "base"}, "encoding": encoding}]


def _layers(lines: Sequence[Line], gap: float) -> list[Spec]:
    layers: list[Spec] = []
    for number, line in reversed(list(enumerate(lines))):
        layers.append(_one_line(line, number))
    layers.append(_points())
    layers.extend(_end_labels(lines, gap))
    return layers


def _one_line(line: Line, number: int) -> Spec:
    mark: Spec = {"type": "line", "style": "us" if number == 0 else "other", "invalid": "break-paths-filter-domains"}
    if number:
        mark["strokeDash"] = DASHES.get(line.role, [1, 0])
    wanted = {"and": [{"field": "role", "equal": line.role}, {"field": "series", "equal": line.name}]}
    return {"transform": [{"filter": wanted}], "mark": mark}


def _points() -> Spec:
    """Return the place's points, so that a single year or a year between gaps is seen, with what they say."""
    tooltip = [{"field": name, "type": "nominal"} for name in ("series", "period", "text")]
    return {
        "transform": [{"filter": {"and": [{"field": "role", "equal": "place"}, {"field": "drawn", "valid": True}]}}],
        "mark": {"type": "point", "style": "us-fill", "size": 18, "filled": True},
        "encoding": {"tooltip": tooltip},
    }


def _end_labels(lines: Sequence[Line], gap: float) -> list[Spec]:
    ends = [(line, line.known[-1]) for line in lines if line.known]
    heights = spread([value for _, (_, value) in ends], gap)
    return [
        {
            "data": {"values": [{"year": year, "drawn": height, "label": break_lines(line.name, 18)[:1][0]}]},
            "mark": {"type": "text", "style": "us-text" if line.role == "place" else "other-text"}
            | {"align": "left", "dx": 6, "baseline": "middle"},
            "encoding": {"text": {"field": "label", "type": "nominal"}},
        }
        for (line, (year, _)), height in zip(ends, heights, strict=True)
    ]
