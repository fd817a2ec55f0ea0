"""The monitoring report as a workbook: a sheet per list, numbers as numbers, qualifiers in a column of their own."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

from seutu.core.figures import ORIGIN_WORDS, QUALIFIER_WORDS, Amount
from seutu.core.programmes.monitoring import AppropriationLine, MonitoringReport, ProjectLine, StateLine
from seutu.core.programmes.monitoring_sentences import review_sentence, state_sentence
from seutu.core.text import Language, Text
from seutu.reporting.monitoring import words
from seutu.reporting.monitoring.content import subtitle
from seutu.reporting.monitoring.tables import rest_label
from seutu.reporting.tables import ColumnKind, TableColumn, TableContent, write_workbook

Cells = tuple[object, ...]
EUROS: Final = "€"


def write_report_workbook(report: MonitoringReport, stream: BinaryIO, *, language: Language) -> None:
    """Write the report's lists as sheets; an empty one keeps its headings."""
    sheets = [
        _sheet(words.SUMMARY, ((words.WHAT, "text"), (words.VALUE, "text")), _summary(report, language), language),
        _goals(report, language),
        _projects(report, language),
        _indicators(report, language),
        _money(report, language),
        _costs(report, language),
        _resolutions(report, language),
        _timeline(report, language),
    ]
    write_workbook(sheets, stream, language=language)


def _sheet(
    title: Text,
    columns: Sequence[tuple[Text, ColumnKind]],
    rows: Iterable[Cells],
    language: Language,
    *,
    euros: Sequence[Text] = (),
) -> TableContent:
    made = tuple(
        TableColumn(key=str(number), label=label.in_language(language), kind=kind, unit=EUROS if label in euros else "")
        for number, (label, kind) in enumerate(columns)
    )
    return TableContent(title.in_language(language), made, list(rows))


def _summary(report: MonitoringReport, language: Language) -> list[Cells]:
    chapters = [words.CHAPTERS[0], words.CHAPTERS[1], words.CHAPTERS[2]]
    years = (report.year, report.year, report.next_year)
    written = (report.words.results, report.words.costs, report.words.ahead)
    return [
        (words.REPORT.in_language(language), report.programme),
        (words.DAY.in_language(language), subtitle(report, language)),
        (words.SUMMARY.in_language(language), state_sentence(report).in_language(language)),
        (words.REVIEW.in_language(language), review_sentence(report.review).in_language(language)),
        *(
            (chapter.filled(year=year).in_language(language), text or None)
            for chapter, year, text in zip(chapters, years, written, strict=True)
        ),
    ]


def _goals(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [
        (words.NUMBER, "text"), (words.GOAL, "text"), (words.PROJECT, "text"), (words.EFFECT, "text"),
    ]  # fmt: skip
    rows: list[Cells] = []
    for each in report.goals:
        served = each.projects or (("", None),)
        rows += [(each.number, each.name, name, effect and effect.in_language(language)) for name, effect in served]
    return _sheet(words.GOALS, columns, rows, language)


def _projects(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [
        (words.LIST, "text"), (words.NAME, "text"), (words.KIND, "text"), (words.STAGE, "text"), (words.UNIT, "text"),
        (words.STARTS, "date"), (words.ENDS, "date"), (words.LEAD, "boolean"), (words.SERVES, "list"),
        (words.DESCRIPTION, "text"),
    ]  # fmt: skip
    continuing = {each.id for each in report.continuing}
    lists = [
        (words.UNDER_WAY, tuple(each for each in report.under_way if each.id not in continuing)),
        (words.GOES_ON, report.continuing),
        (words.IS_NEW, report.new),
        (words.PREPARED, report.in_preparation),
        (words.NOT_TOLD, report.unplaced),
    ]
    rows = [_project(label, each, language) for label, listed in lists for each in listed]
    return _sheet(words.PROJECT, columns, rows, language)


def _project(label: Text, line: ProjectLine, language: Language) -> Cells:
    kind, stage = (text and text.in_language(language) for text in (line.kind, line.stage))
    own = (line.unit, line.start, line.end, line.is_lead, line.goals, line.description)
    return (label.in_language(language), line.name, kind, stage, *own)


def _indicators(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [
        (words.INDICATOR, "text"), (words.PROJECT, "text"), (words.MEASURE_UNIT, "text"), (words.BREAKDOWN, "text"),
        (words.PART, "text"), (words.BASELINE, "number"), (words.TARGET, "number"), (words.VALUE, "number"),
        (words.MEASURED, "date"), (words.SOURCE, "text"), (words.TOLD, "text"),
    ]  # fmt: skip
    rows: list[Cells] = []
    for each in report.indicators:
        ends = (each.measured, each.source, each.told)
        rows.append((each.name, each.of, each.unit, None, None, each.baseline, each.target, each.value, *ends))
        for part in each.parts:
            name = part.name or words.UNKNOWN.in_language(language)
            value = (None, None, part.value, each.measured, None, None)
            rows.append((each.name, each.of, each.unit, part.breakdown, name, *value))
    return _sheet(words.INDICATORS, columns, rows, language)


def _money(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [
        (words.APPROPRIATION, "text"), (words.YEAR, "text"), (words.USE, "text"), (words.WHAT, "text"),
        (words.PRECISION, "text"), (words.AMOUNT, "amount"), (words.ORIGIN, "text"),
    ]  # fmt: skip
    rows: list[Cells] = []
    for line in report.appropriations:
        label = words.APPROPRIATION.in_language(language)
        rows.append((line.name, line.year, None, label, *_cells(line.amount, language)))
        for state in line.states:
            rows += _state(line, state, language)
    return _sheet(words.USE, columns, rows, language, euros=(words.AMOUNT,))


def _state(line: AppropriationLine, state: StateLine, language: Language) -> list[Cells]:
    told: list[tuple[str, Amount | None]] = [(each.name, each.amount) for each in state.uses]
    if state.rest is not None:
        told = [each for each in told if each[1] is not None]
        told.append((rest_label(state, language), state.rest))
    told += [(words.TOTAL.in_language(language), state.total), (words.LEFT.in_language(language), state.left)]
    label = state.state.in_language(language)
    return [(line.name, line.year, label, name, *_cells(amount, language)) for name, amount in told]


def _cells(amount: Amount | None, language: Language) -> Cells:
    if amount is None:
        return (None, None, None)
    word = QUALIFIER_WORDS[amount.qualifier].in_language(language)
    return (word or None, amount.value, ORIGIN_WORDS[amount.origin].in_language(language))


def _costs(report: MonitoringReport, language: Language) -> TableContent:
    money = (words.PLANNED, words.USED, words.LEFT)
    columns: list[tuple[Text, ColumnKind]] = [(words.PROJECT, "text"), *((label, "amount") for label in money)]
    rows = [(each.project, each.planned, each.used, each.left) for each in report.costs]
    return _sheet(words.COSTS, columns, rows, language, euros=money)


def _resolutions(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [
        (words.RESOLUTION, "text"), (words.PROJECT, "text"), (words.RESPONSIBLE, "text"), (words.DUE, "date"),
    ]  # fmt: skip
    rows = [(each.name, each.project, each.responsible, each.due) for each in report.resolutions]
    return _sheet(words.RESOLUTIONS, columns, rows, language)


def _timeline(report: MonitoringReport, language: Language) -> TableContent:
    columns: list[tuple[Text, ColumnKind]] = [(words.DAY, "date"), (words.WHAT, "text"), (words.KIND, "text")]
    rows = [(each.day, each.name, each.kind.in_language(language)) for each in report.milestones]
    return _sheet(words.TIMELINE, columns, rows, language)
