"""The one chart of a figure, on the page and in documents alike: lines over years, bars for a single year.

Not for what the chart looks like (lines.py, levels.py).
"""

from dataclasses import dataclass

from seutu.core.charts.levels import level_chart
from seutu.core.charts.lines import drawn_lines, line_chart, subtitle
from seutu.core.charts.plain import Spec
from seutu.core.situation.series import FigureSeries
from seutu.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class FigureChart:
    """An untitled chart and its measure (the unit, or the index with its base), which stands over it."""

    spec: Spec
    measure: str


def is_drawn(series: FigureSeries) -> bool:
    """Tell whether a figure has a chart."""
    return len(series.known) > 1 or (
        series.latest is not None and series.measure == "rate" and bool(series.comparisons)
    )


def figure_chart(
    series: FigureSeries, place: Text, language: Language, *, width: int, height: int
) -> FigureChart | None:
    """Return the chart of ``series``; None where a drawing would say no more than the number itself.

    Two years or more are lines, at most ``height`` pixels high; a rate of one year is a bar among those it compares
    to; a count or a balance of one year, and a figure without a value, is no chart.
    """
    if not is_drawn(series):
        return None
    if len(series.known) > 1:
        _, base = drawn_lines(series, place, language)
        spec = line_chart(series, place, language, width=width, height=height, titled=False)
        return FigureChart(spec, _opened(subtitle(series, base, language)))
    spec = level_chart(series, place, language, width=width, titled=False)
    return FigureChart(spec, _opened(subtitle(series, None, language)))


def _opened(measure: str) -> str:
    return measure[:1].upper() + measure[1:]
