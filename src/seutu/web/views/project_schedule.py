"""A project's schedule by quarter: the drawing, its dates as a table, what is wrong with it, the way to shift it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.scheduling import ProjectSchedule, project_timeline
from seutu.apps.programmes.plans.scheduling import project_schedule as schedule_of
from seutu.apps.programmes.plans.work import ProjectWork, project_work
from seutu.core.figures import write_number
from seutu.core.programmes.timelines import Timeline, TooLongError
from seutu.core.text import Language
from seutu.web.project_gantt import dates_table, gantt
from seutu.web.project_pages import add_link, page_of_project, period_text, project_or_404
from seutu.web.project_shifts import ShiftForm
from seutu.web.project_words import fault_said, too_long_said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of


@require_GET
@in_workspace(Act.READ_PLANS)
def project_schedule(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show the schedule of a project."""
    shown, language = project_or_404(request, project_id), language_of(request)
    work = project_work(shown.pk)
    found = schedule_of(shown, work)
    notices = [{"tone": "attention", "text": fault_said(fault)} for fault in found.schedule.faults]
    timeline = None
    try:
        timeline = project_timeline(shown, work)
    except TooLongError as error:
        notices.append({"tone": "attention", "text": too_long_said(error, language)})
    drawn = timeline is not None and bool(found.schedule.parts)
    context = page_of_project(request, shown, "project_schedule", _("Schedule")) | {
        "page_lead": _lead(shown, found, timeline, language),
        "notices": notices,
        "gantt": gantt(request, found, work, timeline, today=timezone.localdate()) if drawn and timeline else None,
        "dates": dates_table(request, found, work),
        "undated": [f"{key} {found.parts[key].name}" for key in found.schedule.undated] if drawn else [],
        "empty": _empty(request, shown, work),
        **_shift(request, shown, found),
    }
    return render(request, "pages/project_schedule.html", context)


def _lead(shown: Project, found: ProjectSchedule, timeline: Timeline | None, language: Language) -> str:
    dated = len(found.schedule.parts)
    if not found.parts:
        return _("No work has been planned yet.")
    said = []
    if timeline is not None and (dated or (shown.start and shown.end)):
        count = len(timeline.quarters)
        first, last = (f"Q{quarter}/{year}" for year, quarter in (timeline.quarters[0], timeline.quarters[-1]))
        facts = {"count": write_number(count, language), "first": first, "last": last}
        said.append(ngettext("%(count)s quarter, %(first)s.", "%(count)s quarters, %(first)s–%(last)s.", count) % facts)
    if period := period_text(shown.start, shown.end, language):
        said.append(_("The project runs %(period)s.") % {"period": period})
    if not dated:
        return " ".join([*said, _("No part has dates yet: open each and give it a start and an end.")])
    placed = ngettext("%(count)s part has dates", "%(count)s parts have dates", dated)
    left = len(found.schedule.undated)
    rest = ngettext("%(count)s has none", "%(count)s have none", left) % {"count": write_number(left, language)}
    placed = placed % {"count": write_number(dated, language)}
    said.append(f"{placed}, {rest}." if left else f"{placed}.")
    return " ".join(said)


def _empty(request: HttpRequest, shown: Project, work: ProjectWork) -> dict[str, Any] | None:
    if work.packages:
        return None
    return {
        "title": _("No work packages yet"),
        "text": _("Add the work packages first, then their tasks. Those with a start and an end are drawn here."),
        "example": _("A plan in Excel is enough: bring in the work packages first and the tasks after them."),
        "actions": add_link(request, "work-packages", _("Add a work package"), project=shown.pk),
    }


def _shift(request: HttpRequest, shown: Project, found: ProjectSchedule) -> dict[str, Any]:
    if not allows(request, Act.WRITE) or not found.schedule.can_shift:
        return {}
    url = reverse("project_shift", args=[workspace_of(request).slug, shown.pk])
    return {"shift_form": ShiftForm(found), "shift_url": url}
