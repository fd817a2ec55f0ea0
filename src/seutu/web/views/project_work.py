"""A project's workload: who does how much and when, who has too much, whether the sums agree, and hours worked."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.plans.hours import project_hours
from seutu.apps.programmes.plans.loads import Cut, Workload, person_years, workload
from seutu.apps.programmes.plans.work import ProjectWork, project_work, stated_sum
from seutu.core.figures import write_number
from seutu.core.programmes.timelines import TooLongError
from seutu.core.text import Language
from seutu.web.project_hours import hours_section
from seutu.web.project_loads import assignments_table, packages_table, partners_table, people_table
from seutu.web.project_pages import add_link, page_of_project, project_or_404, work_text
from seutu.web.project_words import overload_said, person_years_said, too_long_said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


@require_GET
@in_workspace(Act.READ_PLANS)
def project_work_loads(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show the workload of a project by quarter, or by month."""
    shown, language = project_or_404(request, project_id), language_of(request)
    work = project_work(shown.pk)
    cut: Cut = "month" if request.GET.get("by") == "month" else "quarter"
    notices: list[dict[str, Any]] = []
    found = None
    try:
        found = workload(shown, work, cut=cut)
    except TooLongError as error:
        notices.append({"tone": "attention", "text": too_long_said(error, language)})
    years = person_years(shown)
    hours = project_hours(shown, work, today=timezone.localdate()) if allows(request, Act.READ_PERSONAL) else None
    context = page_of_project(request, shown, "project_work", _("Workload")) | {
        "page_lead": _lead(work, found, language),
        "notices": notices,
        "cuts": _cuts(cut),
        "overloads": _overloads(found, language) if found and found.overloads else None,
        "people": people_table(found, cut, language) if found and found.people else None,
        "partners": partners_table(found, cut, language) if found and found.partners else None,
        "assignments": assignments_table(request, work) if work.assignments else None,
        "packages": packages_table(request, work),
        "faults": [check.message.in_language(language) for check in work.faults],
        "unplaced": _unplaced(request, found) if found else [],
        "hours": hours_section(request, shown, hours) if hours else None,
        "person_years": person_years_said(years, language) if years else "",
        "empty": None if work.assignments else _empty(request, work),
    }
    return render(request, "pages/project_work.html", context)


def _lead(work: ProjectWork, found: Workload | None, language: Language) -> str:
    stated, given = work_text(work.person_months, language), work_text(stated_sum(work.assignments), language)
    if not stated and not given:
        return _("No person-months have been planned yet.")
    if not stated:
        said = _("%(given)s have been given to people; the packages state none.") % {"given": given}
    elif not given:
        said = _("The packages state %(stated)s; none has been given to people yet.") % {"stated": stated}
    else:
        facts = {"stated": stated, "given": given}
        said = _("The packages state %(stated)s, of which %(given)s have been given to people.") % facts
    if found is None or not found.people:
        return said
    many = len({(each.role, each.partner) for each in found.overloads})
    if not many:
        enough = _("Nobody has more than a whole person’s work.")
        return f"{said} {enough}"
    over = ngettext("%(count)s person has too much.", "%(count)s persons have too much.", many)
    return f"{said} {over % {'count': write_number(many, language)}}"


def _overloads(found: Workload, language: Language) -> dict[str, Any]:
    points = [overload_said(each, language) for each in found.overloads]
    return {"tone": "attention", "text": _("More work than one person has time for:"), "points": points}


def _cuts(cut: Cut) -> list[dict[str, Any]]:
    return [
        {"label": _("By quarter"), "url": "?", "current": cut == "quarter"},
        {"label": _("By month"), "url": "?by=month", "current": cut == "month"},
    ]


def _unplaced(request: HttpRequest, found: Workload) -> list[dict[str, str]]:
    slug = workspace_of(request).slug
    return [{"text": each.title, "url": record_url(slug, "assignments", each.pk)} for each in found.unplaced]


def _empty(request: HttpRequest, work: ProjectWork) -> dict[str, Any]:
    return {
        "title": _("Nobody has been given work yet"),
        "text": _(
            "Give each package its people by role: how many person-months and when. Without dates of their own they "
            "have those of the package."
        ),
        "example": _("For example: project manager, 12 person-months in package 1."),
        "actions": [
            button
            for each in work.packages
            for button in add_link(
                request,
                "assignments",
                _("Person for %(package)s") % {"package": each.package.number},
                work_package=each.package.pk,
            )
        ],
    }
