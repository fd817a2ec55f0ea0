"""The page of a wave's results: choices, the table with its chart, the four fields; and the same table for a file.

Not for working figures out (``apps.statistics.surveys.results``) or for their sentences (``core.surveys``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from seutu.apps.statistics.surveys.pinned_results import PinnedResults
from seutu.apps.statistics.surveys.results import TOTAL, Fields, WaveAnswers
from seutu.apps.statistics.surveys.weighting import Weighting
from seutu.core.charts.fields import FieldUnit, fields_chart
from seutu.core.charts.intervals import EstimatedUnit, interval_chart
from seutu.core.figures import write_number
from seutu.core.surveys.fourfold import Field, Placed
from seutu.core.surveys.measures import Measure, MeasureKind
from seutu.core.surveys.result_sentences import ends_text, figure_text
from seutu.core.surveys.wave_results import ALL, NOT_TOLD, ResultCell, ResultTable
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent
from seutu.web.hidden_rows import folded_rows, shown_sentence
from seutu.web.index_words import DASH, number
from seutu.web.survey_tables import Table

DIGITS: Final = 4


@dataclass(frozen=True)
class Shown:
    """What a page of results shows: the figure, its table, the respondent group looked at, the weights.

    ``one_way``: other weights than the wave's own are not to be looked at.
    """

    found: WaveAnswers | PinnedResults
    measure: Measure
    table: ResultTable
    group: str
    weighting: Weighting
    weights: str = ""
    one_way: bool = False

    @property
    def names(self) -> dict[str, Text]:
        """Return the names of the rows in the order of the table, the total last."""
        names = self.found.row_names(self.measure)
        return names | ({ALL: TOTAL} if ALL in self.table.rows else {})

    @property
    def cells(self) -> list[tuple[str, ResultCell]]:
        """Return the rows' cells of the group, the total last."""
        return [(row, self.table.cells[row, self.group]) for row in self.names]


def measure_name(measure: Measure, language: Language) -> str:
    """Return what a figure is called: its question and how its answers become a figure."""
    question = measure.question.text.in_language(language) or measure.question.code
    if measure.option is not None:
        how = measure.option.text.in_language(language) or measure.option.code
    elif measure.kind is MeasureKind.TOP and measure.question.scale:
        how = _("share of %(low)s–%(high)s") % {"low": measure.at_least, "high": measure.question.scale.high}
    else:
        how = _("mean")
    return f"{question} – {how}"


def choices(shown: Shown, every: tuple[Measure, ...], language: Language, *, weights: str) -> list[dict[str, Any]]:
    """Return the fields of the page's form: the figure, the respondent group, the weights."""
    ways = {"": _("equal")}
    if isinstance(shown.found, PinnedResults):
        ways = {"": _("as chosen for the wave")}
    elif shown.found.plan.targets:
        ways = {"": _("as chosen for the wave"), "equal": _("equal")}
    ways = {"": ways[""]} if shown.one_way else ways | {"town": _("by population of municipalities")}
    groups = {ALL: TOTAL, **shown.found.group_names}
    return [
        _choice("figure", _("Figure"), {each.key: measure_name(each, language) for each in every}, shown.measure.key),
        _choice(
            "group",
            _("Respondent group"),
            {code: name.in_language(language) for code, name in groups.items()},
            shown.group,
        ),
        _choice(
            "weights",
            _("Weights"),
            ways,
            weights,
        ),
    ]


def _choice(name: str, label: str, options: Mapping[str, str], chosen: str) -> dict[str, Any]:
    held = [{"value": value, "label": said, "chosen": value == chosen} for value, said in options.items()]
    return {"name": name, "label": label, "options": held}


def query_of(shown: Shown, *, weights: str) -> str:
    """Return the choices as the address carries them."""
    told = {"figure": shown.measure.key, "group": shown.group, "weights": weights}
    return urlencode({name: value for name, value in told.items() if value})


def rows_are_towns(measure: Measure) -> bool:
    """Return whether the rows of a figure are municipalities, not the rows of a matrix of something else."""
    return bool(measure.question.items_of_wave or not measure.question.items)


def row_label(measure: Measure) -> str:
    """Return what the rows of a figure are: municipalities, or the rows of a matrix."""
    return _("Municipality") if rows_are_towns(measure) else _("Row")


def results_table(shown: Shown, language: Language) -> Table:
    """Return the table of the rows that are shown: n, estimate, interval, margin of error and design effect."""
    numbers = [{"label": label} for label in (_("Answers"), _("Estimate"), _("Interval (90%)"))]
    points = {"unit": _("percentage points")} if shown.measure.is_share else {}
    numbers += [{"label": _("Margin of error"), **points}, {"label": _("Design effect")}]
    rows = [
        {"cells": [{"text": shown.names[row].in_language(language)}, *_numbers(shown.measure, cell, language)]}
        for row, cell in shown.cells
        if row == ALL or cell.count
    ]
    total = rows.pop()["cells"] if rows and ALL in shown.names else None
    return {
        "id": "results-table",
        "caption": measure_name(shown.measure, language),
        "columns": [{"label": row_label(shown.measure)}, *(each | {"kind": "number"} for each in numbers)],
        "rows": rows,
        "foot": total,
        "stack": True,
    }


def _numbers(measure: Measure, cell: ResultCell, language: Language) -> list[dict[str, Any]]:
    if cell.hidden:
        return [{"text": _("hidden")}] * 5
    texts = [
        figure_text(measure, cell.value)(language),
        interval_text(measure, cell.low, cell.high, language),
        _margin(measure, cell.margin, language),
        number(cell.effect, language, 2),
    ]
    return [
        {"text": write_number(cell.count, language)},
        *({"text": text, "missing": text == DASH} for text in texts),
    ]


def interval_text(measure: Measure, low: float, high: float, language: Language) -> str:
    """Return an interval; a dash where there is none."""
    if isnan(low) or isnan(high):
        return DASH
    return f"{ends_text(measure, low)(language)}–{figure_text(measure, high)(language)}"


def _margin(measure: Measure, margin: float, language: Language) -> str:
    if isnan(margin):
        return DASH
    return "±" + (number(margin * 100, language) if measure.is_share else number(margin, language, 2))


def results_picture(shown: Shown, language: Language) -> dict[str, Any] | None:
    """Return the chart of estimates and intervals, the largest first and the total last; None with none to draw."""
    drawn = [(row, cell) for row, cell in shown.cells if not isnan(cell.low)]
    drawn.sort(key=lambda pair: (pair[0] == ALL, -pair[1].value))
    if not drawn:
        return None
    units = [
        EstimatedUnit(name, cell.value, cell.low, cell.high, _said(shown.measure, name, cell, language), row == ALL)
        for row, cell in drawn
        for name in [shown.names[row].in_language(language)]
    ]
    return {
        "id": "results-chart",
        "title": measure_name(shown.measure, language),
        "subtitle": _("Dot: estimate. Line: interval (90%). What is hidden or has no interval is not drawn."),
        "spec": interval_chart(
            units, "; ".join(unit.said for unit in units), share=shown.measure.is_share, measure=_counted(shown.measure)
        ),
        "table": results_table(shown, language),
    }


def _counted(measure: Measure) -> str:
    """Return what the axis of figures counts."""
    if measure.is_share:
        return _("per cent of those who answered")
    scale = measure.question.scale
    return _("mean on the scale %(low)s–%(high)s") % {"low": scale.low, "high": scale.high} if scale else _("mean")


def _said(measure: Measure, name: str, cell: ResultCell, language: Language) -> str:
    value = figure_text(measure, cell.value)(language)
    return f"{name}: {value} ({interval_text(measure, cell.low, cell.high, language)})"


def folded_of(shown: Shown, language: Language) -> list[dict[str, Any]]:
    """Return the lines of the rows that the table leaves out: hidden ones, and those without answers."""
    away = [(shown.names[row].in_language(language), cell.hidden) for row, cell in _rows(shown) if not cell.count]
    hidden, empty = ([name for name, is_hidden in away if is_hidden is wanted] for wanted in (True, False))
    return folded_rows(hidden, empty, language, towns=rows_are_towns(shown.measure))


def rows_sentence(shown: Shown, language: Language) -> str:
    """Say how many of the rows are shown and how many answers they have."""
    rows = _rows(shown)
    return shown_sentence(
        [cell.count for _row, cell in rows if cell.count], len(rows), language, towns=rows_are_towns(shown.measure)
    )


def _rows(shown: Shown) -> list[tuple[str, ResultCell]]:
    return [(row, cell) for row, cell in shown.cells if row != ALL]


def field_names(first: str, second: str) -> dict[Field, str]:
    """Return the names of the four fields."""
    facts = {"first": first, "second": second}
    return {
        Field.BOTH: _("both high"),
        Field.FIRST: _("only the first high: %(first)s") % facts,
        Field.SECOND: _("only the second high: %(second)s") % facts,
        Field.NEITHER: _("both low"),
    }


def fields_picture(
    fields: Fields, measures: tuple[Measure, Measure], names: Mapping[str, Text], language: Language
) -> dict[str, Any]:
    """Return the four fields as a chart and an equal table."""
    axes = measure_name(measures[0], language), measure_name(measures[1], language)
    rows, units = [], []
    for each in fields.placed:
        texts = [names[each.unit].in_language(language), *_placed_texts(fields, each, measures, language)]
        rows.append({"cells": [{"text": text} for text in texts]})
        first, second = (
            _times(measure, table.cells[each.unit, ALL].value, *ends)
            for measure, table, ends in zip(
                measures, (fields.first, fields.second), (each.first, each.second), strict=True
            )
        )
        units.append(FieldUnit(texts[0], first, second, f"{texts[0]}: {'; '.join(texts[1:])}", each.sure is each.field))
    cuts = [_times(measure, cut)[0] for measure, cut in zip(measures, fields.cuts, strict=True)]
    heads = [{"label": label} for label in (row_label(measures[0]), *axes, _("Field"), _("How sure"))]
    return {
        "id": "fields-chart",
        "level": 3,
        "title": _("Above and below the mean"),
        "subtitle": _(
            "Dot: estimates. Lines: intervals (90%). Dashed: the means of the rows. Filled: surely in its field (95%)."
        ),
        "spec": fields_chart(units, "; ".join(unit.said for unit in units), axes=axes, cuts=(cuts[0], cuts[1])),
        "table": {"id": "fields-table", "caption": " × ".join(axes), "columns": heads, "rows": rows, "stack": True},
        "folded": _away(fields, names, language, towns=rows_are_towns(measures[0])),
    }


def _placed_texts(fields: Fields, each: Placed, measures: tuple[Measure, Measure], language: Language) -> list[str]:
    """Return both figures with their intervals, the field, and how sure that is."""
    told = [
        f"{figure_text(measure, table.cells[each.unit, ALL].value)(language)} "
        f"({interval_text(measure, low, high, language)})"
        for measure, table, (low, high) in zip(
            measures, (fields.first, fields.second), (each.first, each.second), strict=True
        )
    ]
    names = field_names(*(measure_name(measure, language) for measure in measures))
    return [*told, names[each.field], _("surely") if each.sure is each.field else _("perhaps")]


def _away(fields: Fields, names: Mapping[str, Text], language: Language, *, towns: bool) -> list[dict[str, Any]]:
    """Return the lines of the rows that are not placed: hidden ones, and those without a figure."""
    hidden, empty = (
        [names[row].in_language(language) for row, why in fields.without.items() if (why == "hidden") is wanted]
        for wanted in (True, False)
    )
    return folded_rows(hidden, empty, language, towns=towns)


def _times(measure: Measure, value: float, low: float = 0, high: float = 0) -> tuple[float, float, float]:
    many = 100 if measure.is_share else 1
    return value * many, low * many, high * many


def file_table(shown: Shown, title: str, language: Language) -> TableContent:
    """Return the table that is shown for a file: shares as 0–1, what is hidden told as hidden and not as a number."""
    heads = {
        "code": _("Code"), "name": _("Name"), "group": _("Respondent group"), "answers": _("Answers"),
        "estimate": _("Estimate"), "low": _("Interval, low"), "high": _("Interval, high"),
        "margin": _("Margin of error"), "effect": _("Design effect"), "state": _("State"),
    }  # fmt: skip
    group = ({ALL: TOTAL} | shown.found.group_names)[shown.group].in_language(language)
    rows = [
        [row if row not in {ALL, NOT_TOLD} else "", shown.names[row].in_language(language), group, *_file_cells(cell)]
        for row, cell in shown.cells
    ]
    return TableContent(title, tuple(TableColumn(key, label) for key, label in heads.items()), rows)


def _file_cells(cell: ResultCell) -> list[object]:
    if cell.hidden:
        return [*[None] * 6, _("hidden")]
    rounded: Callable[[float], float | None] = lambda value: None if isnan(value) else round(value, DIGITS)  # noqa: E731
    figures = [rounded(each) for each in (cell.value, cell.low, cell.high, cell.margin, cell.effect)]
    return [cell.count, *figures, _("shown") if cell.count else _("no answers")]
