"""A programme on one page: what it is for, what serves it, where projects are, money, measures, decisions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.appropriation_queries import AppropriationStanding, appropriations_of
from seutu.apps.funding.coming_queries import Within
from seutu.apps.programmes.document_queries import documents_of_programme
from seutu.apps.programmes.indicator_queries import attendance, measuring
from seutu.apps.programmes.models import Programme
from seutu.apps.programmes.programme_queries import ProgrammeView, programme_view
from seutu.apps.programmes.steering_queries import open_resolutions, reflections_of, timeline
from seutu.core.figures import write_number
from seutu.core.funding.appropriations import UseState
from seutu.core.text import Language
from seutu.web import indicator_tables, money_tables
from seutu.web import programme_tables as tables
from seutu.web.coming_pages import coming_within
from seutu.web.document_pages import documents_table
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import frame, programme_or_404, project_link
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of


@require_GET
@in_workspace(Act.READ_PLANS)
def programme_page(request: HttpRequest, programme_id: Any) -> HttpResponse:
    """Show a programme."""
    programme = programme_or_404(request, programme_id)
    slug, language = workspace_of(request).slug, language_of(request)
    view, today = programme_view(programme), timezone.localdate()
    appropriations = appropriations_of(programme)
    may_write = allows(request, Act.WRITE)
    context = {
        **frame(request, programme, "programme"),
        "page_lead": _lead(view, appropriations, language),
        "page_actions": _actions(request, programme),
        "description": programme.description,
        "goals": tables.goals(view, slug, language, may_write=may_write),
        "matrix": tables.matrix(view, slug, language, may_write=may_write),
        "stages": tables.stages(view, slug, language),
        "leads": [project_link(slug, each) for each in view.leads],
        "money": [money_tables.money(each, slug, language) for each in appropriations],
        "cooperation": tables.cooperation_sentence(view.cooperation, len(view.projects), language),
        "units": tables.units_table(view.cooperation, slug, language),
        "alone": [project_link(slug, each) for each in view.cooperation.alone],
        "documents": documents_table(request, documents_of_programme(programme), today=today),
        "resolutions": tables.resolutions_table(open_resolutions(programme), slug, language),
        "workshops": tables.workshops(reflections_of(programme), slug, language),
        "timeline": tables.timeline_table(timeline(programme), slug, language),
        **coming_within(request, Within(programme=programme.pk), project=True),
        **_measures(request, view, today, language),
        **_ways(request, programme),
    }
    return render(request, "pages/programme.html", context)


def _lead(view: ProgrammeView, appropriations: list[AppropriationStanding], language: Language) -> str:
    """Say how many goals and projects there are, how many of them run, and how the newest appropriation stands."""
    running = next((len(inside) for stage, inside in view.stages if stage == "running"), 0)
    goals = ngettext("%(count)s benefit goal", "%(count)s benefit goals", len(view.goals))
    projects = ngettext("%(count)s project", "%(count)s projects", len(view.projects))
    said = _("%(goals)s and %(projects)s, of which %(running)s are running.") % {
        "goals": goals % {"count": write_number(len(view.goals), language)},
        "projects": projects % {"count": write_number(len(view.projects), language)},
        "running": write_number(running, language),
    }
    if not appropriations:
        return said
    newest = appropriations[0]
    used = newest.in_state(UseState.USED)
    if used is None or used.total is None:
        return said
    return f"{said} " + _("Of the %(amount)s of %(year)s, %(used)s has been used; left: %(left)s.") % {
        "amount": money_tables.write(newest.amount, language),
        "year": newest.appropriation.year,
        "used": money_tables.write(used.total, language),
        "left": money_tables.write(used.left, language),
    }


def _measures(request: HttpRequest, view: ProgrammeView, today: Any, language: Language) -> dict[str, Any]:
    slug = workspace_of(request).slug
    measured = measuring(view.programme, view.projects, today)
    personal = allows(request, Act.READ_PERSONAL)
    return {
        "indicators": indicator_tables.indicators_table(measured, slug, language, personal=personal),
        "breakdowns": indicator_tables.breakdowns(measured, language),
        "unmeasured": indicator_tables.unmeasured(measured, slug),
        "attendances": indicator_tables.attendances(attendance(view.projects, today), language),
    }


def _actions(request: HttpRequest, programme: Programme) -> list[dict[str, str]]:
    slug = workspace_of(request).slug
    portfolio = f"{reverse('portfolio', args=[slug])}?programme={programme.pk}"
    record = reverse("record", args=[slug, "programmes", programme.pk])
    actions = [
        {"label": _("Portfolio"), "url": portfolio, "style": "second"},
        {"label": _("Facts and history"), "url": record, "style": "quiet"},
    ]
    if allows(request, Act.WRITE):
        add = new_url(slug, "projects", development_programme=programme.pk, life_cycle="idea")
        actions.insert(0, {"label": _("Add a project"), "url": add})
    return actions


def _ways(request: HttpRequest, programme: Programme) -> dict[str, str]:
    """Return the forms that begin each part, for those who may write."""
    if not allows(request, Act.WRITE):
        return {}
    slug, own = workspace_of(request).slug, programme.pk
    return {
        "goal_url": new_url(slug, "benefit-goals", programme=own),
        "appropriation_url": new_url(slug, "appropriations", programme=own),
        "use_url": new_url(slug, "appropriation-uses"),
        "indicator_url": new_url(slug, "indicators", programme=own),
        "measurement_url": new_url(slug, "measurements"),
        "meeting_url": new_url(slug, "project-meetings", programme=own),
        "document_url": new_url(slug, "plan-documents", programme=own),
        "workshop_url": new_url(slug, "reflections", programme=own),
    }
