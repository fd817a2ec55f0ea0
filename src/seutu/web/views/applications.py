"""The pages of an application: its story and steps, its versions, its supplements marked done."""

from datetime import date
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.application_operations import keep_missing_version, mark_supplement_done, take_step
from seutu.apps.funding.application_queries import application_state
from seutu.apps.funding.models import Application, SupplementRequest
from seutu.apps.funding.scoring_queries import scoring_of
from seutu.apps.funding.steps import STATE_NAMES
from seutu.apps.funding.versions import versions
from seutu.apps.records.models import Snapshot
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.web.application_pages import application_page
from seutu.web.form_marks import mark_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tried_acts import try_act
from seutu.web.undo_messages import success_with_undo
from seutu.web.version_pages import comparison_page, version_page
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import standing_or_404
from seutu.web.whole_numbers import NO_NUMBER, whole_number


def application_or_404(request: HttpRequest, application_id: UUID) -> Application:
    """Return an application that the reader may see and that is not in the trash."""
    return cast("Application", standing_or_404(kind_or_404(request, "applications"), application_id))


@require_GET
@in_workspace()
def application(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """Show an application: its state, what comes next, and what has been said and done of it."""
    found = application_or_404(request, application_id)
    request.area = "plans"  # type: ignore[attr-defined]
    state = application_state(found, today=timezone.localdate())
    scored = scoring_of(found) if allows(request, Act.READ_PERSONAL) else None
    return render(request, "pages/application.html", application_page(request, state, scored))


@require_POST
@in_workspace(Act.WRITE)
def application_step(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """Move an application to its next state, on the day told."""
    found = application_or_404(request, application_id)
    language, to = language_of(request), request.POST.get("to", "")
    back = redirect("application", workspace_of(request).slug, application_id)
    day = _day(request)
    if day is None:
        return back

    def step() -> None:
        moved = take_step(
            application=found,
            to=to,
            day=day,
            version=whole_number(request.POST.get("version")),
            by=person_of(request),
            at=timezone.now(),
        )
        messages.success(request, _("State: %(state)s.") % {"state": STATE_NAMES[moved.state].in_language(language)})

    try_act(request, step)
    return back


def _day(request: HttpRequest) -> date | None:
    """Return the day that was given, or say what is wrong with it."""
    language, text = language_of(request), request.POST.get("day", "").strip()
    if not text:
        messages.error(request, _("Give the day on which this happened."))
        return None
    try:
        reading = Reading(language=language, finder=SingleFinder())
        return cast("date", kind_named("applications").column("submitted_on").read(text, reading))
    except ColumnProblem as problem:
        messages.error(request, problem.message.in_language(language))
        return None


@require_POST
@in_workspace(Act.WRITE)
def application_keep(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """Keep the first version of an application that came in as submitted already."""
    found = application_or_404(request, application_id)

    def keep() -> None:
        keep_missing_version(application=found, by=person_of(request), at=timezone.now(), mark=mark_of(request))
        messages.success(request, _("A version was kept."))

    try_act(request, keep)
    return redirect("application", workspace_of(request).slug, application_id)


@require_POST
@in_workspace(Act.WRITE)
def supplement_done(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Mark one supplement done today, in one act that can be undone."""
    found = cast("SupplementRequest", standing_or_404(kind_or_404(request, "supplement-requests"), request_id))
    slug = workspace_of(request).slug

    def mark() -> None:
        done = mark_supplement_done(
            request=found,
            day=timezone.localdate(),
            version=whole_number(request.GET.get("version")),
            by=person_of(request),
            at=timezone.now(),
        )
        success_with_undo(request, _("Marked done."), undo_url=reverse("act_undo", args=[slug, done.version]))

    try_act(request, mark)
    return redirect("application", slug, found.application_id)


def _kept(found: Application, number: int) -> Snapshot:
    kept = versions(found).filter(number=min(number, 2**31 - 1)).first()
    if kept is None:
        raise Http404
    return kept


@require_GET
@in_workspace()
def application_version(request: HttpRequest, application_id: UUID, number: int) -> HttpResponse:
    """Show one version as it was handed in."""
    found = application_or_404(request, application_id)
    request.area = "plans"  # type: ignore[attr-defined]
    context = version_page(found, _kept(found, number), language_of(request), workspace_of(request).slug)
    return render(request, "pages/application_version.html", context)


@require_GET
@in_workspace()
def application_versions(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """Show what changed between two versions: those asked for, or the last two."""
    found = application_or_404(request, application_id)
    request.area = "plans"  # type: ignore[attr-defined]
    kept = list(versions(found))
    if not kept:
        raise Http404
    numbers = [whole_number(request.GET.get(name)) for name in ("earlier", "later")]
    chosen = [kept[:2][-1], kept[0]] if NO_NUMBER in numbers else [_kept(found, each) for each in numbers]
    language, slug = language_of(request), workspace_of(request).slug
    context = comparison_page(found, chosen[0], chosen[1], language, slug)
    context["choices"] = [each.number for each in reversed(kept)]
    context["chosen"] = [each.number for each in chosen]
    return render(request, "pages/application_versions.html", context)
