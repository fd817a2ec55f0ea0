"""Worked hours beside the planned work on a project's page: the sentence, what is over, and the two tables.

Not for counting them (``programmes.plans.hours``).
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.hours import HoursRow, ProjectHours
from seutu.core.figures import write_number, write_percentage
from seutu.core.figures.marks import NBSP
from seutu.core.figures.number_writing import round_half_up
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.programmes.worked_hours import Month, month_spells
from seutu.core.text import Language
from seutu.web.project_pages import add_link, table_of, text_cell, work_text
from seutu.web.project_words import person_of_load
from seutu.web.scoping import language_of
from seutu.web.standing import workspace_of
from seutu.web.tables import record_url

MOST_SPELLS = 6


def hours_section(request: HttpRequest, project: Project, found: ProjectHours) -> dict[str, Any]:
    """Return the part of a page that tells of worked hours."""
    language = language_of(request)
    told = found.whole.standing.worked is not None
    return {
        "said": hours_said(found, language),
        "rule": _rule_said(found, language),
        "notices": _notices(found, language),
        "packages": _table(request, "hours-packages", _("Hours by package"), found.packages) if told else None,
        "people": _table(request, "hours-people", _("Hours by person"), found.people)
        if told and found.people
        else None,
        "adds": add_link(request, "worked-hours", _("Add hours"), project=project.pk),
        "list_url": reverse("collection", args=[workspace_of(request).slug, "worked-hours"]),
    }


def write_hours(hours: Fraction | Decimal, language: Language) -> str:
    """Return hours to one decimal: ``143,3 h``."""
    exact = Fraction(hours)
    rounded = plain_number(round_half_up(Decimal(exact.numerator) / Decimal(exact.denominator), 1))
    return f"{write_number(rounded, language)}{NBSP}h"


def _percent(used: Fraction, language: Language) -> str:
    return write_percentage(
        plain_number(round_half_up(Decimal(used.numerator) / Decimal(used.denominator), 1)), language
    )


def hours_said(found: ProjectHours, language: Language) -> str:
    """Return how much of the planned work has been worked."""
    standing = found.whole.standing
    if standing.worked is None:
        return _("No hours have been recorded yet: what has been worked is not known.")
    worked = write_hours(standing.worked, language)
    said = ngettext(
        "%(worked)s have been recorded, over %(count)s month.",
        "%(worked)s have been recorded, over %(count)s months.",
        found.whole.told,
    ) % {"worked": worked, "count": write_number(found.whole.told, language)}
    if standing.planned is None or standing.used is None or standing.left is None:
        return f"{said} " + _("The planned hours are not known, so no share can be told.")
    facts = {
        "percent": _percent(standing.used, language),
        "planned": write_hours(standing.planned, language),
        "left": write_hours(abs(standing.left), language),
    }
    if standing.is_over:
        return f"{said} " + _("That is %(percent)s of the planned %(planned)s: %(left)s over.") % facts
    return f"{said} " + _("That is %(percent)s of the planned %(planned)s; %(left)s are left.") % facts


def _rule_said(found: ProjectHours, language: Language) -> str:
    rule = found.rule
    if rule is None or rule.value is None:
        return _("No rule of the project’s legal basis tells the hours of a year, so person-months stay person-months.")
    facts = {
        "year": write_hours(rule.value, language),
        "month": write_hours(Fraction(rule.value) / 12, language),
        "source": rule.source,
    }
    said = _("A person-month is %(month)s: %(year)s a year, divided by 12. Source: %(source)s.") % facts
    if not found.is_assumed:
        return said
    return f"{said} " + _("The project names no legal basis; that of the structural funds of 2021–2027 is assumed.")


def _notices(found: ProjectHours, language: Language) -> list[dict[str, Any]]:
    notices: list[dict[str, Any]] = []
    if found.overs:
        points = [_over_said(each, language) for each in found.overs]
        notices.append({"tone": "attention", "text": _("More hours worked than planned:"), "points": points})
    untold = found.whole.untold
    if found.whole.standing.worked is not None and untold:
        said = ngettext(
            "No hours are known of %(count)s month that is over (%(months)s). It is unknown, not zero: the share used "
            "may be greater.",
            "No hours are known of %(count)s months that are over (%(months)s). They are unknown, not zero: the share "
            "used may be greater.",
            len(untold),
        )
        facts = {"count": write_number(len(untold), language), "months": spells_said(untold)}
        notices.append({"tone": "info", "text": said % facts})
    return notices


def _over_said(row: HoursRow, language: Language) -> str:
    standing = row.standing
    facts = {
        "what": _name(row),
        "percent": _percent(standing.used or Fraction(0), language),
        "over": write_hours(abs(standing.left or Fraction(0)), language),
    }
    if standing.used is None:
        return _("%(what)s: nothing was planned, and %(over)s have been worked.") % facts
    return _("%(what)s: %(percent)s of the plan, %(over)s over.") % facts


def spells_said(months: Sequence[Month]) -> str:
    """Return months as spells: ``9/2021–12/2021, 3/2022``; of very many the first ones."""
    spells = month_spells(months)
    said = [
        f"{first[1]}/{first[0]}" if first == last else f"{first[1]}/{first[0]}–{last[1]}/{last[0]}"
        for first, last in spells
    ]
    return ", ".join(said[:MOST_SPELLS]) + (" …" if len(said) > MOST_SPELLS else "")


def _name(row: HoursRow) -> str:
    if row.assignment is not None:
        partner = row.assignment.partner
        person = person_of_load(row.assignment.role, partner.name if partner else "")
        return f"{row.package.number}: {person}" if row.package else person
    if row.package is None:
        return _("Of no package")
    return f"{row.package.number} {row.package.name}"


def _table(request: HttpRequest, identity: str, caption: str, rows: Sequence[HoursRow]) -> dict[str, Any]:
    language = language_of(request)
    columns = [
        {"label": _("Person") if identity == "hours-people" else _("Work package")},
        {"label": _("Planned"), "kind": "number"},
        {"label": _("Worked"), "kind": "number"},
        {"label": _("Used"), "kind": "number"},
        {"label": _("Left"), "kind": "number"},
        {"label": _("Months known"), "kind": "number"},
    ]
    return table_of(identity, caption, columns, [{"cells": _cells(request, each, language)} for each in rows])


def _cells(request: HttpRequest, row: HoursRow, language: Language) -> list[dict[str, Any]]:
    standing = row.standing
    planned = text_cell("" if standing.planned is None else write_hours(standing.planned, language))
    if row.person_months is not None:
        months = work_text(row.person_months, language)
        planned = {"text": months} if standing.planned is None else {**planned, "note": months}
    return [
        {"text": _name(row), **_url(request, row)},
        planned,
        text_cell("" if standing.worked is None else write_hours(standing.worked, language)),
        text_cell("" if standing.used is None else _percent(standing.used, language)),
        text_cell("" if standing.left is None else write_hours(standing.left, language)),
        {
            "text": write_number(row.told, language),
            **({"note": _("unknown: %(months)s") % {"months": spells_said(row.untold)}} if row.untold else {}),
        },
    ]


def _url(request: HttpRequest, row: HoursRow) -> dict[str, str]:
    slug = workspace_of(request).slug
    if row.assignment is not None:
        return {"url": record_url(slug, "assignments", row.assignment.pk)}
    return {"url": record_url(slug, "work-packages", row.package.pk)} if row.package is not None else {}
