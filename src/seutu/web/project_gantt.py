"""The schedule of a project for ``components/gantt.html``: bars on a line of quarters, and the equal table of dates.

Not for finding out what is wrong with a schedule (``core.programmes.schedule_reading``).
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.apps.programmes.models import Result, WorkPackage
from seutu.apps.programmes.plans.scheduling import PlanPart, ProjectSchedule
from seutu.apps.programmes.plans.work import ProjectWork
from seutu.core.figures import write_date
from seutu.core.programmes.numbering import numbers_in
from seutu.core.programmes.timelines import Timeline
from seutu.core.text import Language
from seutu.web.project_pages import period_text, table_of, text_cell
from seutu.web.scoping import language_of
from seutu.web.standing import workspace_of
from seutu.web.tables import record_url


def share(place: Fraction) -> str:
    """Return a place on the line as an attribute of a drawing: ``12.345%``."""
    return f"{float(place) * 100:.3f}%"


def gantt(
    request: HttpRequest, found: ProjectSchedule, work: ProjectWork, timeline: Timeline, *, today: date
) -> dict[str, Any]:
    """Return the drawing: years, quarters, a row for each part with dates, and where today stands."""
    language, slug = language_of(request), workspace_of(request).slug
    rows = []
    for each in work.packages:
        parts: list[PlanPart] = [each.package, *each.tasks]
        for part in parts:
            if part.start and part.end and part.start <= part.end:
                results = each.results if part is each.package else ()
                rows.append(_row(found.keys[part.pk], part, results, timeline, slug, language))
    count = len(timeline.quarters)
    return {
        "id": "project-gantt",
        "caption": _("Schedule by quarter"),
        "years": [{"label": year, "span": len(list(of_it))} for year, of_it in groupby(timeline.quarters, _year)],
        "quarters": [{"label": f"Q{quarter}", "title": f"Q{quarter}/{year}"} for year, quarter in timeline.quarters],
        "lines": [
            {"x": share(Fraction(number, count)), "is_year": timeline.quarters[number][1] == 1}
            for number in range(1, count)
        ],
        "count": count,
        "rows": rows,
        "now": _now(timeline, today),
    }


def _year(quarter: tuple[int, int]) -> int:
    return quarter[0]


def _now(timeline: Timeline, today: date) -> str:
    quarter = (today.year, (today.month + 2) // 3)
    return share(timeline.start_of(today)) if quarter in timeline.quarters else ""


def _row(
    key: str, part: PlanPart, results: Sequence[Result], timeline: Timeline, slug: str, language: Language
) -> dict[str, Any]:
    is_package = isinstance(part, WorkPackage)
    start, end = part.start or part.end, part.end or part.start
    marks = [result for result in results if result.due]
    said = period_text(start, end, language)
    if marks:
        dues = [f"{result.number} ({write_date(result.due, language)})" for result in marks if result.due]
        said = _("%(period)s; results %(results)s") % {"period": said, "results": ", ".join(dues)}
    left = timeline.start_of(start) if start else Fraction(0)
    right = timeline.end_of(end) if end else left
    return {
        "is_package": is_package,
        "label": f"{key} {part.name}",
        "url": _url(part, slug),
        "said": said,
        "period": period_text(start, end, language),
        "waits": ", ".join(numbers_in(part.after)),
        "x": share(left),
        "width": share(right - left),
        "results": [
            {"x": share(timeline.end_of(result.due)), "number": result.number} for result in marks if result.due
        ],
    }


def dates_table(request: HttpRequest, found: ProjectSchedule, work: ProjectWork) -> dict[str, Any]:
    """Return the same as a table: when each part starts and ends and what it comes after, and when results are due."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Package, task or result")},
        {"label": _("Starts"), "kind": "date"},
        {"label": _("Ends"), "kind": "date"},
        {"label": _("Comes after")},
    ]
    rows = []
    for each in work.packages:
        parts: list[PlanPart] = [each.package, *each.tasks]
        rows += [_dates_row(found.keys[part.pk], part, slug, language) for part in parts]
        rows += [_due_row(result, slug, language) for result in each.results]
    return table_of("project-dates", _("Dates"), columns, rows)


def _dates_row(key: str, part: PlanPart, slug: str, language: Language) -> dict[str, Any]:
    is_package = isinstance(part, WorkPackage)
    return {
        "ours": is_package,
        "cells": [
            {"text": f"{key} {part.name}", "url": _url(part, slug)},
            text_cell(write_date(part.start, language) if part.start else ""),
            text_cell(write_date(part.end, language) if part.end else ""),
            text_cell(", ".join(numbers_in(part.after))),
        ],
    }


def _url(part: PlanPart, slug: str) -> str:
    return record_url(slug, "work-packages" if isinstance(part, WorkPackage) else "project-tasks", part.pk)


def _due_row(result: Result, slug: str, language: Language) -> dict[str, Any]:
    name = _("Result %(number)s %(name)s") % {"number": result.number, "name": result.name}
    return {
        "cells": [
            {"text": name, "url": record_url(slug, "results", result.pk)},
            text_cell(""),
            text_cell(write_date(result.due, language) if result.due else ""),
            text_cell(""),
        ]
    }
