"""The tables of the monitoring report, ready to print. The workbook has its own, with numbers as numbers."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures import Amount, write_date, write_number, write_percentage
from seutu.core.figures.amount_writing import write_euros, write_money
from seutu.core.funding.appropriations import USE, UseState
from seutu.core.programmes.monitoring import (
    AppropriationLine,
    IndicatorLine,
    MonitoringReport,
    ProjectLine,
    StateLine,
)
from seutu.core.programmes.monitoring_sentences import amount as amount_writer
from seutu.core.programmes.monitoring_sentences import of_year
from seutu.core.text import Language, Text
from seutu.reporting.documents import Align, Column, Row, Table
from seutu.reporting.monitoring import words

DASH: Final = "–"
Made = tuple[Text, Align, float]


def _table(columns: Sequence[Made], rows: Sequence[Row], language: Language, caption: str = "") -> Table:
    made = tuple(Column(label.in_language(language), align, share) for label, align, share in columns)
    return Table(caption, made, tuple(rows))


def goals(report: MonitoringReport, language: Language) -> Table:
    """Return the benefit goals with the projects that serve them."""
    rows = [
        (
            each.number or DASH,
            each.name,
            "; ".join(_serving(name, effect, language) for name, effect in each.projects)
            or words.UNSERVED.in_language(language),
        )
        for each in report.goals
    ]
    columns: list[Made] = [(words.NUMBER, "left", 0.35), (words.GOAL, "left", 1.6), (words.PROJECTS_OF, "left", 3)]
    return _table(columns, rows, language)


def _serving(name: str, effect: Text | None, language: Language) -> str:
    return f"{name} ({(effect or words.NO_EFFECT).in_language(language)})"


def projects(listed: Sequence[ProjectLine], language: Language) -> Table:
    """Return projects with their kind, time, owner and goals."""
    rows = [
        (
            each.name,
            each.kind.in_language(language) if each.kind else DASH,
            period(each.start, each.end, language),
            each.unit or DASH,
            ", ".join(each.goals) or DASH,
        )
        for each in listed
    ]
    columns: list[Made] = [
        (words.NAME, "left", 2.4),
        (words.KIND, "left", 1.6),
        (words.PERIOD, "left", 1.7),
        (words.UNIT, "left", 1.4),
        (words.SERVES, "left", 0.9),
    ]
    return _table(columns, rows, language)


def period(start: date | None, end: date | None, language: Language) -> str:
    """Return days as ``1.3.2023–30.6.2024``; an open side stays open; a dash of nothing."""
    if start is None and end is None:
        return DASH
    first, last = (write_date(day, language) if day else "" for day in (start, end))
    return f"{first}–{last}"


def indicators(report: MonitoringReport, language: Language) -> Table:
    """Return the indicators with baseline, target and value."""
    rows = [
        (
            _named(each),
            _figure(each.baseline, each, language),
            _figure(each.target, each, language),
            _figure(each.value, each, language),
            DASH if each.percent is None else write_percentage(each.percent, language),
            _measured(each, language),
        )
        for each in report.indicators
    ]
    columns: list[Made] = [
        (words.INDICATOR, "left", 2.4),
        (words.BASELINE, "right", 1),
        (words.TARGET, "right", 1),
        (words.VALUE, "right", 1.3),
        (words.DONE, "right", 1),
        (words.MEASURED, "left", 1.6),
    ]
    return _table(columns, rows, language)


def narratives(report: MonitoringReport) -> tuple[str, ...]:
    """Return what was told of indicators in words, each on its line."""
    return tuple(f"{_named(each)}: {' '.join(each.told.split())}" for each in report.indicators if each.told)


def _named(line: IndicatorLine) -> str:
    return f"{line.name}, {line.of}" if line.of else line.name


def _figure(value: Decimal | None, line: IndicatorLine, language: Language) -> str:
    return DASH if value is None else "\u00a0".join(p for p in (write_number(value, language), line.unit) if p)


def _measured(line: IndicatorLine, language: Language) -> str:
    day = write_date(line.measured, language) if line.measured else ""
    return ", ".join(part for part in (day, line.source) if part) or DASH


def breakdowns(report: MonitoringReport, language: Language) -> Table:
    """Return the parts of broken-down values; what is not known stands as a row of its own."""
    rows = [
        (each.name, part.breakdown or DASH, part.name or words.UNKNOWN.in_language(language), value)
        for each in report.indicators
        for part in each.parts
        for value in [_figure(part.value, each, language)]
    ]
    columns: list[Made] = [
        (words.INDICATOR, "left", 2.2),
        (words.BREAKDOWN, "left", 1.2),
        (words.PART, "left", 1.6),
        (words.VALUE, "right", 1),
    ]
    return _table(columns, rows, language)


def milestones(report: MonitoringReport, language: Language) -> Table:
    """Return the days of the programme."""
    rows = [(write_date(each.day, language), each.name, each.kind.in_language(language)) for each in report.milestones]
    columns: list[Made] = [(words.DAY, "left", 1), (words.WHAT, "left", 3), (words.KIND, "left", 1.6)]
    return _table(columns, rows, language)


def used_of(line: AppropriationLine) -> StateLine | None:
    """Return what was used of an appropriation."""
    return next((each for each in line.states if each.state == USE[UseState.USED]), None)


def uses(line: AppropriationLine, language: Language) -> Table:
    """Return the use of an appropriation by state: rows, the rest that no row tells, total, what is left."""
    rows: list[Row] = []
    for state in line.states:
        label = state.state.in_language(language)
        rows += [(label, each.name, _amount(each.amount, language)) for each in state.uses if each.amount is not None]
        if state.rest is not None:
            rows.append((label, rest_label(state, language), _amount(state.rest, language)))
        else:
            rows += [(label, name, DASH) for name in state.rest_of]
        rows.append((label, words.TOTAL.in_language(language), _amount(state.total, language)))
        rows.append((label, words.LEFT.in_language(language), _amount(state.left, language)))
    columns: list[Made] = [(words.USE, "left", 1.1), (words.WHAT, "left", 3), (words.AMOUNT, "right", 1.6)]
    caption = f"{of_year(line.name, line.year)}: {write_money(line.amount, language)}"
    return _table(columns, rows, language, caption)


def rest_label(state: StateLine, language: Language) -> str:
    """Return whose the rest is, when rows without a figure say it."""
    if not state.rest_of:
        return words.REST.in_language(language)
    return words.REST_OF.filled(names=", ".join(state.rest_of)).in_language(language)


def _amount(value: Amount | None, language: Language) -> str:
    return amount_writer(value)(language)


def costs(report: MonitoringReport, language: Language) -> Table:
    """Return the money of projects; a dash is not known."""
    rows = [
        (each.project, *(_euros(value, language) for value in (each.planned, each.used, each.left)))
        for each in report.costs
    ]
    columns: list[Made] = [
        (words.PROJECT, "left", 3),
        (words.PLANNED, "right", 1),
        (words.USED, "right", 1),
        (words.LEFT, "right", 1),
    ]
    return _table(columns, rows, language)


def _euros(value: Decimal | None, language: Language) -> str:
    return DASH if value is None else write_euros(value, language)


def resolutions(report: MonitoringReport, language: Language) -> Table:
    """Return the decisions that are open."""
    rows = [
        (
            each.name,
            each.project or DASH,
            each.responsible or DASH,
            write_date(each.due, language) if each.due else DASH,
        )
        for each in report.resolutions
    ]
    columns: list[Made] = [
        (words.RESOLUTION, "left", 2.6),
        (words.PROJECT, "left", 1.6),
        (words.RESPONSIBLE, "left", 1.3),
        (words.DUE, "left", 1),
    ]
    return _table(columns, rows, language)
