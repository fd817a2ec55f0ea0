"""The funding pipeline: where money is looked for, by state and deadline; appropriations against what is sought."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.appropriation_queries import (
    AppropriationStanding,
    Pipeline,
    PipelineState,
    ProspectStanding,
    pipeline,
)
from seutu.apps.funding.choices import PROSPECT_STATES
from seutu.apps.funding.kinds.appropriations import PROSPECTS
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.reporting.monitoring import words
from seutu.web import money_tables
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import Cell, labels_of, listing, named, project_link, said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


@require_GET
@in_workspace(Act.READ_PLANS)
def pipeline_page(request: HttpRequest) -> HttpResponse:
    """Show the pipeline."""
    request.area = "plans"  # type: ignore[attr-defined]
    slug, language = workspace_of(request).slug, language_of(request)
    found = pipeline(timezone.localdate())
    labels = labels_of(PROSPECT_STATES, language)
    plural = PROSPECTS.plural.in_language(language)
    context = {
        "page_title": plural,
        "page_lead": _lead(found, language),
        "page_actions": _actions(request),
        "breadcrumbs": [{"label": _("Portfolio"), "url": reverse("portfolio", args=[slug])}, {"label": plural}],
        "appropriations": [_against(each, slug, language) for each in found.appropriations],
        "states": [_state(each, labels, slug, language) for each in found.states],
        "empty": None if found.count else _empty(request, language),
    }
    return render(request, "pages/pipeline.html", context)


def _lead(found: Pipeline, language: Language) -> str:
    """Say how many sources there are, and of which appropriation more is sought than there is."""
    if not found.count:
        return PROSPECTS.purpose.in_language(language)
    counted = ngettext(
        "%(count)s source of money is followed.", "%(count)s sources of money are followed.", found.count
    )
    sentences = [counted % {"count": write_number(found.count, language)}]
    late = sum(1 for state in found.states for row in state.rows if row.late)
    if late:
        passed = ngettext(
            "The deadline of %(count)s has passed before it was applied for.",
            "The deadlines of %(count)s have passed before they were applied for.",
            late,
        )
        sentences.append(passed % {"count": write_number(late, language)})
    sentences += [
        _("More is sought of the appropriation %(name)s than there is.") % {"name": each.appropriation.name}
        for each in found.appropriations
        if each.sought.exceeds
    ]
    return " ".join(sentences)


def _actions(request: HttpRequest) -> list[dict[str, str]]:
    slug = workspace_of(request).slug
    if not allows(request, Act.WRITE):
        return []
    return [{"label": _("Add a source of money"), "url": new_url(slug, "prospects", state="found")}]


def _empty(request: HttpRequest, language: Language) -> dict[str, Any]:
    return {
        "title": _("Nothing here yet"),
        "text": PROSPECTS.purpose.in_language(language),
        "example": _("For example: a regional fund’s call, deadline 15 March, in preparation, about 900,000 €."),
        "actions": _actions(request),
    }


def _against(found: AppropriationStanding, slug: str, language: Language) -> dict[str, Any]:
    return {
        "title": f"{found.appropriation.name} {found.appropriation.year}",
        "url": record_url(slug, "appropriations", found.appropriation.pk),
        "amount": money_tables.write(found.amount, language),
        "sought": money_tables.sought(found.sought, language),
    }


def _state(found: PipelineState, labels: dict[str, str], slug: str, language: Language) -> dict[str, Any]:
    columns = (
        (named(PROSPECTS.singular.in_language(language)), "text"),
        (named(PROSPECTS.column("funder").label.in_language(language)), "text"),
        (words.PROJECT.in_language(language), "text"),
        (words.DUE.in_language(language), "date"),
        (words.AMOUNT.in_language(language), "number"),
    )
    label = named(labels.get(found.state, found.state))
    rows = [_row(each, slug, language) for each in found.rows]
    more: dict[str, Any] = {}
    if found.total is not None:
        blank = [{"text": ""}] * 3
        total = {"text": money_tables.write(found.total, language)}
        more["foot"] = [{"text": words.TOTAL.in_language(language)}, *blank, total]
    return {"label": label, "id": found.state, "table": listing(f"state-{found.state}", label, columns, rows, **more)}


def _row(row: ProspectStanding, slug: str, language: Language) -> list[Cell]:
    prospect = row.prospect
    due = said(write_date(prospect.deadline, language) if prospect.deadline else "")
    return [
        {"text": prospect.name, "url": record_url(slug, "prospects", prospect.pk)},
        said(prospect.funder.title if prospect.funder else ""),
        project_link(slug, prospect.project) if prospect.project else said(""),
        {**due, "note": _("the deadline has passed")} if row.late else due,
        said("" if row.amount is None else money_tables.write(row.amount, language)),
    ]
