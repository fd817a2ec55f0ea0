"""A project's page: what it is, who is in it, its work, steering, risks and indicators. Not for its money."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.coming_queries import Within
from seutu.apps.funding.plans import worked_totals
from seutu.apps.funding.retention import project_retention
from seutu.apps.programmes.choices import COST_MODELS, EFFECTS_ON_GOAL, PROJECT_TYPES
from seutu.apps.programmes.document_queries import documents_of_project
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.changes import acts_on
from seutu.apps.programmes.plans.indicators import project_indicators
from seutu.apps.programmes.plans.overview import ProjectOverview, project_overview
from seutu.apps.programmes.plans.steering import ProjectSteering, project_steering
from seutu.apps.programmes.plans.work import ProjectWork, project_work
from seutu.core.figures import write_number, write_percentage
from seutu.core.text import Language
from seutu.web.acts import latest
from seutu.web.coming_pages import coming_within
from seutu.web.document_pages import documents_table
from seutu.web.plan_links import page_url
from seutu.web.project_lessons import legacy_section, workshop_links
from seutu.web.project_pages import add_link, page_of_project, period_text, project_or_404, work_text
from seutu.web.project_tables import (
    indicators_table,
    meetings_table,
    partners_table,
    resolutions_table,
    risk_matrix,
    risks_table,
    work_table,
)
from seutu.web.project_words import STAGES, project_lead
from seutu.web.retention_words import retention_rule_said, retention_said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

CHANGES = 8
Fact = dict[str, Any]


@require_GET
@in_workspace(Act.READ_PLANS)
def project(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show a project."""
    shown, language = project_or_404(request, project_id), language_of(request)
    today = timezone.localdate()
    overview, work, steering = project_overview(shown), project_work(shown.pk), project_steering(shown.pk)
    indicators = project_indicators(shown.pk, today=today)
    documents = documents_of_project(shown.pk)
    context = page_of_project(request, shown, "project", shown.title) | {
        "page_lead": project_lead(overview, worked_totals([shown]).get(shown.pk), language),
        "page_actions": _actions(request, shown),
        "facts": _facts(overview, workspace_of(request).slug, language),
        "numbers": _numbers(work, language),
        "partners": partners_table(request, overview),
        "work": work_table(request, work),
        "faults": [check.message.in_language(language) for check in work.faults],
        "meetings": meetings_table(request, steering),
        "resolutions": resolutions_table(request, steering.open_resolutions, today=today),
        "matrix": risk_matrix(steering.risks),
        "risks": risks_table(request, steering.risks),
        "indicators": indicators_table(request, indicators),
        "workshops": workshop_links(request, shown),
        "legacy": legacy_section(request, shown, own=steering.risks),
        "documents": documents_table(request, documents, today=today),
        "keeping": _keeping(request, shown),
        "adds": _adds(request, shown),
        **coming_within(request, Within(project=shown.pk), project=False),
        **_changes(request, shown, overview, work, steering, [*(each.indicator for each in indicators), *documents]),
    }
    return render(request, "pages/project.html", context)


def _actions(request: HttpRequest, shown: Project) -> list[dict[str, Any]]:
    slug = workspace_of(request).slug
    record = {"label": _("All facts and comments"), "url": record_url(slug, "projects", shown.pk), "style": "second"}
    if not allows(request, Act.WRITE):
        return [record]
    copy = reverse("project_copy", args=[slug, shown.pk])
    return [
        {"label": _("Edit the project"), "url": reverse("record_edit", args=[slug, "projects", shown.pk])},
        record,
        {"label": _("New project from this one"), "url": copy, "style": "second"},
    ]


def _keeping(request: HttpRequest, shown: Project) -> dict[str, Any]:
    """Return until when the material is kept, by which rule, and the folder for those who may give it on."""
    language, slug = language_of(request), workspace_of(request).slug
    found = project_retention(shown)
    folder = {"label": _("Get the audit folder (ZIP)"), "url": reverse("audit_folder", args=[slug, shown.pk])}
    return {
        "said": retention_said(found, language),
        "rule": retention_rule_said(found, shown, language),
        "buttons": [{**folder, "style": "second"}] if allows(request, Act.SHARE) else [],
    }


def _numbers(work: ProjectWork, language: Language) -> list[dict[str, str]]:
    return [
        {"label": _("Work packages"), "value": write_number(len(work.packages), language)},
        {"label": _("Tasks"), "value": write_number(len(work.tasks), language)},
        {"label": _("Results"), "value": write_number(len(work.results), language)},
        {"label": _("Work of the packages"), **_with_unit(work_text(work.person_months, language))},
    ]


def _with_unit(text: str) -> dict[str, str]:
    """Return a figure with its unit apart, so that a long unit goes under the number on a narrow screen."""
    number, _space, unit = text.rpartition("\u00a0")
    return {"value": number, "unit": unit} if number else {"value": "–"}


def _facts(overview: ProjectOverview, slug: str, language: Language) -> list[Fact]:
    shown = overview.project
    types = {choice.code: choice.label.in_language(language) for choice in PROJECT_TYPES}
    models = {choice.code: choice.label.in_language(language) for choice in COST_MODELS}
    cost_model = models.get(shown.cost_model, "")
    if cost_model and shown.flat_rate is not None:
        cost_model = f"{cost_model} {write_percentage(shown.flat_rate.normalize(), language)}"
    owner, before = shown.owner_unit, shown.follows
    facts = [
        {"label": _("Time"), "text": period_text(shown.start, shown.end, language)},
        {"label": _("Stage"), "text": STAGES[shown.life_cycle].in_language(language) if shown.life_cycle else ""},
        {"label": _("Type"), "text": types.get(shown.project_type, "")},
        _programme(shown, slug),
        {"label": _("Funding programme"), "text": shown.programme},
        {"label": _("Strategy link"), "text": shown.strategy_link},
        *_goals(overview, slug, language),
        {"label": _("Owner unit"), "text": owner.name, "url": record_url(slug, "actors", owner.pk)} if owner else {},
        {"label": _("Cost model"), "text": cost_model},
        {"label": _("Continues"), "text": before.title, "url": _project_url(slug, before)} if before else {},
        *(
            {"label": _("Continued by"), "text": each.title, "url": _project_url(slug, each)}
            for each in overview.followers
        ),
    ]
    return [fact for fact in facts if fact.get("text")]


def _project_url(slug: str, other: Project) -> str:
    page = "" if other.trashed_at else page_url("project", slug, project_id=other.pk)
    return page or record_url(slug, "projects", other.pk)


def _programme(shown: Project, slug: str) -> Fact:
    programme = shown.development_programme
    if programme is None:
        return {}
    page = page_url("programme", slug, programme_id=programme.pk) or record_url(slug, "programmes", programme.pk)
    return {"label": _("Development programme"), "text": programme.title, "url": page}


def _goals(overview: ProjectOverview, slug: str, language: Language) -> list[Fact]:
    effects = {choice.code: choice.label.in_language(language) for choice in EFFECTS_ON_GOAL}
    return [
        {
            "label": _("Serves the goal"),
            "text": each.benefit_goal.title,
            "url": record_url(slug, "goal-contributions", each.pk),
            "note": effects.get(each.effect, ""),
        }
        for each in overview.goals
    ]


def _adds(request: HttpRequest, shown: Project) -> dict[str, list[dict[str, Any]]]:
    """Return the buttons that add to each section, their form filled with the project."""
    wanted = {
        "partners": ("participations", _("Add a partner")),
        "work": ("work-packages", _("Add a work package")),
        "goals": ("goal-contributions", _("Tie to a goal")),
        "meetings": ("project-meetings", _("Add a meeting")),
        "resolutions": ("resolutions", _("Add a resolution")),
        "risks": ("risks", _("Add a risk")),
        "indicators": ("indicators", _("Add an indicator")),
        "events": ("events", _("Add an event")),
        "workshops": ("reflections", _("Begin a reflection workshop")),
        "documents": ("plan-documents", _("Add a document")),
    }
    return {name: add_link(request, kind, label, project=shown.pk) for name, (kind, label) in wanted.items()}


def _changes(
    request: HttpRequest,
    shown: Project,
    overview: ProjectOverview,
    work: ProjectWork,
    steering: ProjectSteering,
    others: list[Any],
) -> dict[str, Any]:
    language, slug, personal = language_of(request), workspace_of(request).slug, allows(request, Act.READ_PERSONAL)
    records: list[Any] = [shown, *overview.partners, *(each.package for each in work.packages), *work.tasks]
    records += [*work.results, *work.assignments, *steering.meetings, *steering.open_resolutions, *steering.risks]
    records += others
    entries = list(acts_on((record.pk for record in records), personal=personal)[:CHANGES])
    return {
        "history": latest(entries, slug, language, personal=personal),
        "more_url": reverse("activity", args=[slug]),
    }
