"""The tables of a project's page: partners, the work plan, meetings, open resolutions, risks and indicators.

Not for loads (``project_loads``) or the schedule (``project_gantt``).
"""

from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.choices import MEETING_TYPES, PARTICIPATION_ROLES, RISK_STATES, WORK_STATES
from seutu.apps.programmes.models import ProjectMeeting, ProjectTask, Resolution, Result, Risk
from seutu.apps.programmes.plans.indicators import IndicatorState
from seutu.apps.programmes.plans.overview import ProjectOverview
from seutu.apps.programmes.plans.steering import ProjectSteering
from seutu.apps.programmes.plans.work import PlannedPackage, ProjectWork, work_of
from seutu.apps.records.sheets.columns import Choice
from seutu.core.figures import write_date, write_number, write_percentage
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.programmes.risks import GRADES, Size, size, weight
from seutu.core.text import Language
from seutu.web.project_pages import add_link, money_text, period_text, table_of, text_cell, work_text
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

TONES: Final = {"done": "good", "running": "info", "dropped": "attention", "happened": "alarm", "open": "attention"}
Row = dict[str, Any]


def _choice(choices: tuple[Choice, ...], code: str, language: Language) -> str:
    return next((each.label.in_language(language) for each in choices if each.code == code), code)


def _badge(choices: tuple[Choice, ...], code: str, language: Language) -> dict[str, Any]:
    return {"text": _choice(choices, code, language), "tone": TONES.get(code, "")}


def partners_table(request: HttpRequest, overview: ProjectOverview) -> dict[str, Any]:
    """Return who takes part, in what role, when and with which budget."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Partner")},
        {"label": _("Role")},
        {"label": _("Time")},
        {"label": _("Own budget"), "kind": "number"},
        {"label": _("Funding share"), "kind": "number"},
    ]
    rows = [
        {
            "cells": [
                {"text": each.actor.name, "url": record_url(slug, "participations", each.pk)},
                text_cell(_choice(PARTICIPATION_ROLES, each.role, language)),
                text_cell(period_text(each.date_from, each.date_to, language)),
                text_cell("" if each.budget is None else money_text(each.budget, language)),
                text_cell("" if each.funding is None else money_text(each.funding, language)),
            ]
        }
        for each in overview.partners
    ]
    empty = {
        "title": _("No partners yet"),
        "text": _("Name the lead partner first, then those who carry out a part or take part."),
        "actions": add_link(request, "participations", _("Add a partner"), project=overview.project.pk),
    }
    return table_of("project-partners", _("Partners"), columns, rows, empty=empty)


def work_table(request: HttpRequest, work: ProjectWork) -> dict[str, Any]:
    """Return the work plan: each package, then its tasks and its results."""
    columns = [
        {"label": _("Package, task or result")},
        {"label": _("Responsible")},
        {"label": _("Time")},
        {"label": _("Work"), "kind": "number"},
        {"label": _("State"), "kind": "badge"},
    ]
    write = allows(request, Act.WRITE)
    if write:
        columns.append({"label": _("Add"), "kind": "actions"})
    rows = [row for each in work.packages for row in _package_rows(request, each, write=write)]
    total = work_text(work.person_months, language_of(request))
    foot = [{"text": _("Packages together")}, *({"text": ""} for _each in range(2)), text_cell(total), {"text": ""}]
    more: dict[str, Any] = {"foot": [*foot, *([{"text": ""}] if write else [])]} if total else {}
    return table_of("project-work", _("Work plan"), columns, rows, **more)


def _package_rows(request: HttpRequest, planned: PlannedPackage, *, write: bool) -> list[Row]:
    language, slug, package = language_of(request), workspace_of(request).slug, planned.package
    cells: list[dict[str, Any]] = [
        {"text": f"{package.number} {package.name}", "url": record_url(slug, "work-packages", package.pk)},
        text_cell(package.responsible.name if package.responsible else ""),
        text_cell(period_text(package.start, package.end, language)),
        text_cell(work_text(work_of(package), language)),
        {"text": ""},
    ]
    if write:
        cells.append({"text": "", "actions": _adds(request, planned)})
    rest = [{"text": ""}] if write else []
    tasks = [{"cells": [*_task_cells(task, slug, language), *rest]} for task in planned.tasks]
    results = [{"cells": [*_result_cells(result, slug, language), *rest]} for result in planned.results]
    return [{"ours": True, "cells": cells}, *tasks, *results]


def _adds(request: HttpRequest, planned: PlannedPackage) -> list[dict[str, Any]]:
    package = planned.package
    links = [
        (_("Task for %(package)s"), "project-tasks"),
        (_("Result for %(package)s"), "results"),
        (_("Person for %(package)s"), "assignments"),
    ]
    return [
        {**button, "style": "quiet"}
        for label, kind in links
        for button in add_link(request, kind, label % {"package": package.number}, work_package=package.pk)
    ]


def _task_cells(task: ProjectTask, slug: str, language: Language) -> list[dict[str, Any]]:
    return [
        {"text": f"{task.number} {task.name}", "url": record_url(slug, "project-tasks", task.pk)},
        text_cell(task.responsible.name if task.responsible else ""),
        text_cell(period_text(task.start, task.end, language)),
        text_cell(work_text(work_of(task), language)),
        _badge(WORK_STATES, task.state, language),
    ]


def _result_cells(result: Result, slug: str, language: Language) -> list[dict[str, Any]]:
    name = _("Result %(number)s %(name)s") % {"number": result.number, "name": result.name}
    due = _("by %(day)s") % {"day": write_date(result.due, language)} if result.due else ""
    return [
        {"text": name, "url": record_url(slug, "results", result.pk)},
        {"text": ""},
        text_cell(due),
        {"text": ""},
        _badge(WORK_STATES, result.state, language),
    ]


def meetings_table(request: HttpRequest, steering: ProjectSteering) -> dict[str, Any]:
    """Return the meetings, newest first, with what each has: agenda, minutes, resolutions."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Meeting")},
        {"label": _("Day"), "kind": "date"},
        {"label": _("Type")},
        {"label": _("Papers")},
        {"label": _("Resolutions"), "kind": "number"},
    ]
    rows = [
        {
            "cells": [
                {"text": each.name, "url": record_url(slug, "project-meetings", each.pk)},
                text_cell(write_date(each.day, language)),
                text_cell(_choice(MEETING_TYPES, each.meeting_type, language)),
                text_cell(_papers(each)),
                {"text": write_number(steering.resolutions.get(each.pk, 0), language)},
            ]
        }
        for each in steering.meetings
    ]
    return table_of("project-meetings", _("Meetings"), columns, rows)


def _papers(meeting: ProjectMeeting) -> str:
    papers = [_("agenda") if meeting.agenda else "", _("minutes") if meeting.minutes else ""]
    return ", ".join(paper for paper in papers if paper)


def resolutions_table(request: HttpRequest, found: tuple[Resolution, ...], *, today: date) -> dict[str, Any]:
    """Return what has been decided and is still to be done, the most urgent first."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Resolution")},
        {"label": _("Decided in")},
        {"label": _("Responsible")},
        {"label": _("Due"), "kind": "date"},
        {"label": _("State"), "kind": "badge"},
    ]
    rows = [
        {
            "cells": [
                {
                    "text": f"{each.number} {each.name}".strip(),
                    "url": record_url(slug, "resolutions", each.pk),
                },
                text_cell(_decided_in(each)),
                text_cell(each.responsible),
                text_cell(write_date(each.due, language) if each.due else ""),
                {"text": _("late") if each.due and each.due < today else "", "tone": "attention"},
            ]
        }
        for each in found
    ]
    return table_of("project-resolutions", _("Open resolutions"), columns, rows)


def _decided_in(resolution: Resolution) -> str:
    where = resolution.meeting or resolution.reflection
    return where.title if where else ""


def risk_sizes() -> dict[str, str]:
    """Return the sizes of risks in words."""
    return {Size.SMALL: _("small"), Size.MODERATE: _("moderate"), Size.GREAT: _("great")}


def risks_table(request: HttpRequest, risks: tuple[Risk, ...]) -> dict[str, Any]:
    """Return the risks with their marks in the matrix, the greatest first, closed ones last."""
    language, slug, words = language_of(request), workspace_of(request).slug, risk_sizes()
    tones = {Size.SMALL: "", Size.MODERATE: "attention", Size.GREAT: "alarm"}
    columns = [
        {"label": _("Risk")},
        {"label": _("Size"), "kind": "badge"},
        {"label": _("Measures")},
        {"label": _("Responsible")},
        {"label": _("State")},
    ]
    rows = []
    for number, risk in enumerate(risks, start=1):
        weighed = weight(risk.probability, risk.impact)
        sized = {"text": _("not graded")}
        if weighed is not None:
            named = size(weighed)
            facts = {"weight": write_number(weighed, language), "most": GRADES * GRADES, "size": words[named]}
            sized = {"text": _("%(weight)s/%(most)s, %(size)s") % facts, "tone": tones[named]}
        cells = [
            {"text": f"{number}. {risk.name}", "url": record_url(slug, "risks", risk.pk)},
            sized,
            text_cell(risk.response),
            text_cell(risk.owner),
            text_cell(_choice(RISK_STATES, risk.state, language)),
        ]
        rows.append({"cells": cells})
    return table_of("project-risks", _("Risks"), columns, rows)


def risk_matrix(risks: tuple[Risk, ...]) -> dict[str, Any] | None:
    """Return the risks that stand as numbers in a square of probability × impact; None where none is graded."""
    marks: dict[tuple[int, int], list[str]] = {}
    for number, risk in enumerate(risks, start=1):
        if risk.state != "closed" and risk.probability is not None and risk.impact is not None:
            marks.setdefault((int(risk.probability), int(risk.impact)), []).append(str(number))
    if not marks:
        return None
    grades = range(1, GRADES + 1)
    return {
        "impacts": list(grades),
        "rows": [
            {
                "probability": probability,
                "cells": [
                    {"text": ", ".join(marks.get((probability, impact), ())), "size": str(size(probability * impact))}
                    for impact in grades
                ],
            }
            for probability in reversed(grades)
        ],
    }


def indicators_table(request: HttpRequest, found: tuple[IndicatorState, ...]) -> dict[str, Any]:
    """Return the indicators with where they started, stand and aim, and how much of the way is done."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Indicator")},
        {"label": _("Baseline"), "kind": "number"},
        {"label": _("Now"), "kind": "number"},
        {"label": _("Target"), "kind": "number"},
        {"label": _("Of the way done"), "kind": "number"},
        {"label": _("Measured"), "kind": "date"},
    ]
    if write := allows(request, Act.WRITE):
        columns.append({"label": _("Add"), "kind": "actions"})
    rows = []
    for each in found:
        indicator = each.indicator
        numbers = [indicator.baseline, each.value, indicator.target]
        baseline, now, target = (
            text_cell("" if number is None else write_number(plain_number(number), language)) for number in numbers
        )
        if each.value is None and each.told:
            now = {"text": each.told}
        cells: list[dict[str, Any]] = [
            {
                "text": f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name,
                "url": record_url(slug, "indicators", indicator.pk),
            },
            baseline,
            now,
            target,
            text_cell("" if each.progress is None else write_percentage(round(each.progress * 100), language)),
            text_cell(write_date(each.day, language) if each.day else ""),
        ]
        if write:
            measure = add_link(request, "measurements", _("Enter a measurement"), indicator=indicator.pk)
            cells.append({"text": "", "actions": [{**button, "style": "quiet"} for button in measure]})
        rows.append({"cells": cells})
    return table_of("project-indicators", _("Indicators"), columns, rows)
