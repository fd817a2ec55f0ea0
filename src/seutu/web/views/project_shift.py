"""A shift of a part of a project's schedule: proposed first, and made only when the person says so."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.scheduling import ProjectSchedule, Proposal, project_schedule, proposal
from seutu.apps.programmes.plans.shift_operations import PlanChangedError, shift_part
from seutu.apps.programmes.plans.work import project_work
from seutu.core.figures import write_number
from seutu.core.programmes.schedules import ScheduleError
from seutu.core.text import Language
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.project_shifts import ShiftForm, moves_table
from seutu.web.project_words import fault_said
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.undo_messages import success_with_undo


@in_workspace(Act.WRITE)
def project_shift(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show what a shift would move; a POST moves it, unless the plan was changed after it was shown."""
    shown = project_or_404(request, project_id)
    if request.method == "POST":
        form = ShiftForm(_schedule(shown), request.POST)
        if form.is_valid():
            return _shifted(request, shown, form)
        return _page(request, shown, form, status=422)
    asked = request.GET if "part" in request.GET else None
    form = ShiftForm(_schedule(shown), asked)
    return _page(request, shown, form, status=422 if form.is_bound and not form.is_valid() else 200)


def _schedule(shown: Project) -> ProjectSchedule:
    return project_schedule(shown, project_work(shown.pk))


def _shifted(request: HttpRequest, shown: Project, form: ShiftForm) -> HttpResponse:
    slug, language = workspace_of(request).slug, language_of(request)
    try:
        planned, sequence = shift_part(
            shown.pk,
            form.cleaned_data["part"],
            **form.step,
            seen=request.POST.get("seen", ""),
            by=person_of(request),
            at=timezone.now(),
        )
    except PlanChangedError:
        return _page(request, shown, form, status=409, changed=True)
    except ScheduleError:
        return _page(request, shown, form, status=422)
    count = len(planned.moves)
    said = ngettext("%(count)s part was moved.", "%(count)s parts were moved.", count)
    undo_url = reverse("act_undo", args=[slug, sequence])
    success_with_undo(request, said % {"count": write_number(count, language)}, undo_url=undo_url)
    return redirect("project_schedule", slug, shown.pk)


def _page(
    request: HttpRequest, shown: Project, form: ShiftForm, *, status: int = 200, changed: bool = False
) -> HttpResponse:
    found, language = _schedule(shown), language_of(request)
    context: dict[str, Any] = page_of_project(request, shown, "project_shift", _("Shift the schedule"))
    context |= {
        "page_lead": _("Nothing moves before you have seen the proposal and confirmed it."),
        "form": form,
        "form_url": reverse("project_shift", args=[workspace_of(request).slug, shown.pk]),
        "back_url": reverse("project_schedule", args=[workspace_of(request).slug, shown.pk]),
        "notices": _notices(found, changed=changed),
        "can_shift": found.schedule.can_shift,
    }
    if form.is_bound and form.is_valid() and found.schedule.can_shift:
        try:
            planned = proposal(found, form.cleaned_data["part"], **form.step)
        except ScheduleError:
            form.add_error("months", _("The shift leads past the end of the calendar. Write a smaller number."))
            status = 422
        else:
            context |= _proposed(request, found, form, planned, language)
    return render(request, "pages/project_shift.html", context, status=status)


def _notices(found: ProjectSchedule, *, changed: bool) -> list[dict[str, Any]]:
    notices = [{"tone": "attention", "text": fault_said(fault)} for fault in found.schedule.faults]
    if changed:
        said = _("Somebody changed the plan after you saw the proposal. Nothing was moved. Check the new proposal.")
        notices.insert(0, {"tone": "alarm", "text": said})
    return notices


def _proposed(
    request: HttpRequest, found: ProjectSchedule, form: ShiftForm, planned: Proposal, language: Language
) -> dict[str, Any]:
    count = len(planned.moves)
    key = form.cleaned_data["part"]
    named = f"{key} {found.parts[key].name}"
    others = count - 1
    if not others:
        said = _("%(part)s would move. Nothing else has to.") % {"part": named}
    else:
        moved = ngettext(
            "%(part)s would move, and %(count)s other part.", "%(part)s would move, and %(count)s other parts.", others
        )
        said = moved % {"part": named, "count": write_number(others, language)}
    still = _("Nothing has been moved yet.")
    label = ngettext("Move %(count)s part", "Move %(count)s parts", count) % {"count": write_number(count, language)}
    return {
        "page_lead": f"{said} {still}",
        "moves": moves_table(request, found, planned),
        "new_faults": [fault_said(fault) for fault in planned.new_faults],
        "hidden": [{"name": "part", "value": key}, *({"name": n, "value": v} for n, v in form.step.items())],
        "seen": found.seen,
        "confirm_label": label,
    }
