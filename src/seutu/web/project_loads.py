"""The tables of a project's workload: by person, by partner, and what packages state beside what has been given out.

Not for working the loads out (``programmes.plans.loads``).
"""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.apps.programmes.models import Assignment
from seutu.apps.programmes.plans.loads import Cut, LoadRow, Time, Workload
from seutu.apps.programmes.plans.work import ProjectWork, stated_sum, work_of
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.core.figures import write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.text import Language
from seutu.web.project_pages import period_text, table_of, text_cell, work_text
from seutu.web.project_words import person_of_load, write_load
from seutu.web.scoping import language_of
from seutu.web.standing import workspace_of
from seutu.web.tables import record_url


def period_label(period: Time, cut: Cut) -> str:
    """Return a quarter as ``Q3/2021`` or a month as ``9/2021``."""
    year, number = period
    return f"Q{number}/{year}" if cut == "quarter" else f"{number}/{year}"


def people_table(found: Workload, cut: Cut, language: Language) -> dict[str, Any]:
    """Return the load of each person by period; too much is said in words under the figure."""
    return _loads("work-people", _("Work by person"), _("Person"), found.people, found, cut, language)


def partners_table(found: Workload, cut: Cut, language: Language) -> dict[str, Any]:
    """Return the load of each partner by period."""
    return _loads(
        "work-partners", _("Work by partner"), _("Partner"), found.partners, found, cut, language, marks=False
    )


def _loads(
    identity: str,
    caption: str,
    heading: str,
    loads: tuple[LoadRow, ...],
    found: Workload,
    cut: Cut,
    language: Language,
    *,
    marks: bool = True,
) -> dict[str, Any]:
    columns = [{"label": heading}]
    columns += [{"label": period_label(period, cut), "kind": "number"} for period in found.periods]
    columns.append({"label": _("In all"), "kind": "number"})
    rows = [
        {
            "cells": [
                {"text": person_of_load(row.role, row.partner)},
                *(_load(row, period, cut, language, marks=marks) for period in found.periods),
                {"text": write_number(plain_number(row.total), language)},
            ]
        }
        for row in loads
    ]
    foot = [
        {"text": _("Together")},
        *({"text": write_load(each, language)} for each in found.sums),
        {"text": write_number(plain_number(found.total), language)},
    ]
    note = _("Person-months, to two decimals; the sums are of the exact figures.")
    return table_of(identity, caption, columns, rows, foot=foot if rows else None, note=note, stack=False)


def _load(row: LoadRow, period: Time, cut: Cut, language: Language, *, marks: bool) -> dict[str, Any]:
    load = row.loads.get(period)
    if not load:
        return {"text": "–", "missing": True}
    peak = row.peaks.get(period) if marks else None
    if peak is None:
        return {"text": write_load(load, language)}
    said = _("too much") if cut == "month" else _("too much: %(load)s in a month")
    return {"text": write_load(load, language), "note": said % {"load": write_load(peak, language)}}


def packages_table(request: HttpRequest, work: ProjectWork) -> dict[str, Any]:
    """Return what each package states, what its tasks state, and what has been given to people."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Work package")},
        {"label": _("Stated"), "kind": "number"},
        {"label": _("Tasks together"), "kind": "number"},
        {"label": _("Given to people"), "kind": "number"},
    ]
    rows = [
        {
            "cells": [
                {
                    "text": f"{each.package.number} {each.package.name}",
                    "url": record_url(slug, "work-packages", each.package.pk),
                },
                text_cell(work_text(work_of(each.package), language)),
                text_cell(work_text(stated_sum(each.tasks), language)),
                text_cell(work_text(stated_sum(each.assignments), language)),
            ]
        }
        for each in work.packages
    ]
    sums = [work.person_months, stated_sum(work.tasks), stated_sum(work.assignments)]
    foot = [{"text": _("Together")}, *(text_cell(work_text(each, language)) for each in sums)]
    return table_of("work-packages", _("Work by package"), columns, rows, foot=foot if rows else None)


def assignments_table(request: HttpRequest, work: ProjectWork) -> dict[str, Any]:
    """Return who does what in each package: role, employer and their town, time, work and responsibilities."""
    language, slug = language_of(request), workspace_of(request).slug
    columns = [
        {"label": _("Person")},
        {"label": _("Work package")},
        {"label": _("Employer")},
        {"label": _("Municipality")},
        {"label": _("Time")},
        {"label": _("Work"), "kind": "number"},
        {"label": _("Responsibilities")},
    ]
    rows = [
        {
            "cells": [
                {"text": each.role, "url": record_url(slug, "assignments", each.pk)},
                {"text": f"{planned.package.number} {planned.package.name}"},
                text_cell(each.partner.name if each.partner else ""),
                text_cell(_town(each, language)),
                text_cell(period_text(each.start, each.end, language)),
                text_cell(work_text(work_of(each), language)),
                text_cell(each.responsibility),
            ]
        }
        for planned in work.packages
        for each in planned.assignments
    ]
    note = _("Without a time of its own the work is spread over that of the package.")
    return table_of("work-assignments", _("Who does what"), columns, rows, note=note)


def _town(assignment: Assignment, language: Language) -> str:
    partner = assignment.partner
    return municipality_name(partner.municipality, language) if partner and partner.municipality else ""
