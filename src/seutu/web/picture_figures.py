"""The figures of the picture page: numbers that open to their source, charts over time, and breakdowns.

Not for maps and networks (``picture_maps``, ``picture_networks``).
"""

from collections.abc import Sequence
from typing import Any, Final

from seutu.core.charts import FigureChart, bar_chart, figure_chart, is_drawn
from seutu.core.charts.bars import bar_finding
from seutu.core.figures import write_date
from seutu.core.situation import FigureSeries, Share, SituationPicture, SourceNote, finding
from seutu.core.situation.composition import known_of
from seutu.core.situation.series import Point
from seutu.core.situation.sources import source_named
from seutu.core.situation.writing import PERCENT, lower_first, write_plain, write_point
from seutu.core.text import Language, Text
from seutu.core.web_addresses import openable
from seutu.reporting.situation import tables, words
from seutu.reporting.situation.content import explanation
from seutu.web.picture_tables import printed

LEADING: Final = 8
CHART_WIDTH: Final = 276
CHART_HEIGHT: Final = 132
BAR_WIDTH: Final = 190
BAR_LABELS: Final = 130


def numbers(figures: Sequence[FigureSeries], sources: Sequence[SourceNote], language: Language) -> list[dict[str, Any]]:
    """Return the leading figures, and those that no chart shows; ``sources`` are numbered in their order."""
    shown = [series for place, series in enumerate(figures) if place < LEADING or not is_drawn(series)]
    return [_number(series, sources, language) for series in shown]


def _number(series: FigureSeries, sources: Sequence[SourceNote], language: Language) -> dict[str, Any]:
    latest = series.latest
    if latest is None:
        why = series.why_missing or words.STATUSES["missing"]
        return {
            "label": series.label.in_language(language),
            "missing": why.in_language(language),
            "definition": series.definition.in_language(language),
        }
    percent = series.unit.fi == PERCENT
    change = tables.write_change(series, series.change, language) if series.measure != "balance" else ""
    return {
        "label": series.label.in_language(language),
        "date": latest.period,
        "value": write_point(series, latest, language) if percent else _plain(series, latest, language),
        "unit": "" if percent else series.unit.in_language(language),
        "change": change,
        "beside": _beside(series, latest, language),
        "definition": _definition(series, language),
        "source": _source_of(series, sources, language),
        "source_url": _address(series, sources),
    }


def _plain(series: FigureSeries, point: Point, language: Language) -> str:
    return "" if point.value is None else write_plain(point.value, series.decimals, language)


def _beside(series: FigureSeries, latest: Point, language: Language) -> list[dict[str, str]]:
    """Return the same period's value of the country, the region and the group, where values compare as they are."""
    if series.measure != "rate":
        return []
    said = []
    for each in series.comparisons:
        same = next((point for point in each.points if point.period == latest.period), None)
        if same is not None and same.value is not None:
            said.append({"name": each.name.in_language(language), "value": _short(series, same, language)})
    return said


def _short(series: FigureSeries, point: Point, language: Language) -> str:
    percent = series.unit.fi == PERCENT
    return write_point(series, point, language) if percent else _plain(series, point, language)


def _definition(series: FigureSeries, language: Language) -> str:
    said = series.definition.in_language(language)
    if series.formula is None:
        return said
    return f"{said} {words.FORMULA.in_language(language)}: {series.formula.in_language(language)}."


def _source_of(series: FigureSeries, sources: Sequence[SourceNote], language: Language) -> str:
    """Return the figure's source with publisher, licence and the day it was retrieved."""
    note = _note(series, sources)
    if note is None:
        return words.NO_SOURCE.in_language(language)
    named = [note.publisher.in_language(language), note.title.in_language(language), note.licence]
    if note.retrieved is not None:
        named.append(f"{words.RETRIEVED.in_language(language).lower()} {write_date(note.retrieved, language)}")
    mark = tables.source_mark(sources, note.id)
    return f"{mark} {', '.join(part for part in named if part)}"


def _note(series: FigureSeries, sources: Sequence[SourceNote]) -> SourceNote | None:
    latest = series.latest
    return source_named(sources, latest.source if latest and latest.source else series.source)


def _address(series: FigureSeries, sources: Sequence[SourceNote]) -> str:
    note = _note(series, sources)
    return openable(note.url) if note else ""


def charts(picture: SituationPicture, language: Language) -> list[dict[str, Any]]:
    """Return a small chart of every figure that can be drawn, with its table and what it opens to."""
    place = picture.place.name
    drawn = (
        (series, figure_chart(series, place, language, width=CHART_WIDTH, height=CHART_HEIGHT))
        for series in picture.figures
    )
    return [_chart(series, chart, picture, language) for series, chart in drawn if chart is not None]


def _chart(series: FigureSeries, chart: FigureChart, picture: SituationPicture, language: Language) -> dict[str, Any]:
    table = printed(tables.over_time(series, picture, language), f"table-{series.indicator}")
    table["note"] = tables.rows_left(tables.PERIOD_ROWS, tables.period_count(series), language)
    return {
        "id": f"chart-{series.indicator.replace('_', '-')}",
        "level": 3,
        "title": finding(series).in_language(language),
        "subtitle": chart.measure,
        "spec": chart.spec,
        "table": table,
        "opens": explanation(series, picture, language),
        "label": series.label.in_language(language),
    }


def breakdowns(picture: SituationPicture, language: Language) -> list[dict[str, Any]]:
    """Return the breakdowns of which something is known, as bars with their tables."""
    found = picture.composition
    named = (
        ("class", words.BY_CLASS, found.by_class),
        ("industry", words.BY_INDUSTRY, found.by_industry),
        ("size", words.BY_SIZE, found.by_size),
        ("tag", words.BY_TAG, found.by_tag),
    )
    return [_breakdown(name, heading, shares, language) for name, heading, shares in named if known_of(shares)]


def unknown_breakdowns(picture: SituationPicture, language: Language) -> list[str]:
    """Return the names of the breakdowns of which nothing is known although there are actors."""
    found = picture.composition
    named = ((words.BY_CLASS, found.by_class), (words.BY_INDUSTRY, found.by_industry), (words.BY_SIZE, found.by_size))
    return [lower_first(heading.in_language(language)) for heading, shares in named if shares and not known_of(shares)]


def _breakdown(name: str, heading: Text, shares: tuple[Share, ...], language: Language) -> dict[str, Any]:
    spec = bar_chart(shares, heading, language, width=BAR_WIDTH, labels=BAR_LABELS, titled=False)
    return {
        "id": f"breakdown-{name}",
        "level": 3,
        "title": bar_finding(shares, heading).in_language(language),
        "subtitle": words.COUNT.in_language(language),
        "spec": spec,
        "table": printed(tables.breakdown(shares, heading, language), f"breakdown-{name}-table"),
    }
