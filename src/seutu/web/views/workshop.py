"""A reflection workshop on one page: three questions and three lists beside one another, and what was decided."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.kinds.steering import REFLECTIONS
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.steering_queries import WorkshopView, workshop_of
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import frame, named, programme_or_404
from seutu.web.programme_tables import resolutions_table
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of

QUESTIONS = ("serves_goals", "missing", "lead_projects")
LISTS = ("successes", "improvements", "solutions")
LONGEST_NAME = 500


@require_GET
@in_workspace(Act.READ_PLANS)
def workshop_page(request: HttpRequest, programme_id: Any, reflection_id: Any) -> HttpResponse:
    """Show a workshop of a programme."""
    programme = programme_or_404(request, programme_id)
    found = _workshop_or_404(programme, reflection_id)
    return _shown(request, found, frame(request, programme, "programme", found.reflection.name))


@require_GET
@in_workspace(Act.READ_PLANS)
def project_workshop(request: HttpRequest, project_id: UUID, reflection_id: UUID) -> HttpResponse:
    """Show a workshop of a project."""
    project = project_or_404(request, project_id)
    found = _workshop_or_404(project, reflection_id)
    return _shown(request, found, page_of_project(request, project, "project_workshop", found.reflection.name))


def _workshop_or_404(whole: Programme | Project, reflection_id: UUID) -> WorkshopView:
    found = workshop_of(whole, reflection_id)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, found: WorkshopView, page: dict[str, Any]) -> HttpResponse:
    slug, language = workspace_of(request).slug, language_of(request)
    context = {
        **page,
        "page_lead": _lead(found, language),
        "page_actions": _actions(request, found),
        "questions": [_part(request, found, name) for name in QUESTIONS],
        "lists": [_part(request, found, name) for name in LISTS],
        "resolutions": resolutions_table(found.resolutions, slug, language),
    }
    return render(request, "pages/workshop.html", context)


def _lead(found: WorkshopView, language: Language) -> str:
    count = len(found.resolutions)
    decided = ngettext("%(count)s decision was made of it.", "%(count)s decisions were made of it.", count)
    said = decided % {"count": write_number(count, language)} if count else _("No decision has been made of it yet.")
    day = found.reflection.day
    return f"{write_date(day, language)}. {said}" if day else said


def _actions(request: HttpRequest, found: WorkshopView) -> list[dict[str, str]]:
    if not allows(request, Act.WRITE):
        return []
    slug, own = workspace_of(request).slug, found.reflection
    return [
        {"label": _("Edit"), "url": reverse("record_edit", args=[slug, REFLECTIONS.name, own.pk])},
        {
            "label": _("Make a decision"),
            "url": new_url(slug, "resolutions", reflection=own.pk, state="open"),
            "style": "second",
        },
    ]


def _part(request: HttpRequest, found: WorkshopView, name: str) -> dict[str, Any]:
    """Return one question or list with its lines, each of which can become a decision."""
    slug, own = workspace_of(request).slug, found.reflection
    may_write = allows(request, Act.WRITE)
    lines = [line.strip(" \t-–•") for line in str(getattr(own, name)).splitlines()]
    return {
        "id": name.replace("_", "-"),
        "title": named(REFLECTIONS.column(name).label.in_language(language_of(request))),
        "lines": [
            {
                "text": line,
                "url": new_url(slug, "resolutions", reflection=own.pk, name=line[:LONGEST_NAME], state="open")
                if may_write
                else "",
            }
            for line in lines
            if line
        ],
    }
