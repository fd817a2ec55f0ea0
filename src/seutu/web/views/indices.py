"""The workshop of an index: its recipe and ranking, what a trial moves, keeping it, pinning a round, and one town."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.statistics.index_operations import change_design, pin_round
from seutu.apps.statistics.index_queries import design_of, rounds_of, worked_out
from seutu.apps.statistics.index_units import place_name
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.figures import write_date
from seutu.core.indices.comparing import moves
from seutu.core.problems import InputProblem
from seutu.core.statistics.index_sentences import interval_note
from seutu.core.text import Language
from seutu.web.form_marks import mark_of
from seutu.web.index_pages import (
    crumbs,
    file_links,
    index_actions,
    moving_sentence,
    ranking_sentence,
    recipe_form,
    results,
    standing_sentence,
)
from seutu.web.index_tables import effects_table, readings_table
from seutu.web.index_trying import Trying, trying
from seutu.web.index_words import number
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import standing_or_404
from seutu.web.whole_numbers import whole_number


def index_or_404(request: HttpRequest, index_id: UUID) -> CompositeIndex:
    """Return an index of the workspace that is not in the trash."""
    return cast("CompositeIndex", standing_or_404(kind_or_404(request, "indices"), index_id))


@require_GET
@in_workspace()
def index_workshop(request: HttpRequest, index_id: UUID) -> HttpResponse:
    """Show an index as it is saved, or with other weights and choices that the address tries."""
    found, language, today = index_or_404(request, index_id), language_of(request), timezone.localdate()
    context = index_head(request, found, language)
    try:
        saved = worked_out(found, design_of(found), language, at=today)
        tried = trying(saved.weighed, request.GET, language)
        context["page_lead"] = ranking_sentence(saved, language)
        context |= {"recipe": recipe_form(tried, language), "tried": tried, "version": found.version}
        now = worked_out(found, tried.design, language, at=today) if tried.changed else saved
        moved = moves(saved.trial, now.trial.uncertainty.nominal) if tried.changed else []
        context["results"] = results(
            request, found, now, language, before=saved if tried.changed else None, moved=moved
        )
    except InputProblem as problem:
        context["problems"] = [each.message.in_language(language) for each in problem.problems]
    return render(request, "pages/index_workshop.html", context)


def index_head(request: HttpRequest, index: CompositeIndex, language: Language) -> dict[str, Any]:
    """Return what stands round an index: its title, its ways, its rounds and files."""
    slug = workspace_of(request).slug
    group = index.place_group
    return {
        "page_title": index.name,
        "page_kind": " · ".join([_("Index"), group.name if group else _("all municipalities")]),
        "page_actions": index_actions(request, index),
        "breadcrumbs": crumbs(slug, index, INDICES.plural.in_language(language)),
        "description": index.description,
        "index_url": reverse("index_workshop", args=[slug, index.pk]),
        "keep_url": reverse("index_keep", args=[slug, index.pk]) if allows(request, Act.WRITE) else "",
        "pin_url": reverse("index_pin", args=[slug, index.pk]) if allows(request, Act.WRITE) else "",
        "rounds": [
            {"name": kept.name, "number": kept.number, "day": write_date(timezone.localdate(kept.at), language)}
            for kept in rounds_of(index)
        ],
        "files": file_links(request, index),
    }


@require_POST
@in_workspace(Act.WRITE)
def index_keep(request: HttpRequest, index_id: UUID) -> HttpResponse:
    """Save the weights and choices that were tried, as what the index is now."""
    found, language = index_or_404(request, index_id), language_of(request)
    here = redirect("index_workshop", workspace_of(request).slug, index_id)
    try:
        saved = worked_out(found, design_of(found), language, at=timezone.localdate())
        tried = trying(saved.weighed, request.POST, language)
        _keep(request, found, tried, language)
    except InputProblem as problem:
        messages.error(request, problem.problems[0].message.in_language(language))
    return here


def _keep(request: HttpRequest, index: CompositeIndex, tried: Trying, language: Language) -> None:
    if tried.problems:
        messages.error(request, next(iter(tried.problems.values())))
        return
    if not tried.changed:
        messages.success(request, _("Nothing had changed."))
        return
    version = whole_number(request.POST.get("version"))
    try:
        change_design(index=index, design=tried.design, version=version, by=person_of(request), at=timezone.now())
    except StaleVersionError:
        messages.error(
            request, _("Somebody else changed this while you were looking. Look at what stands now, and try again.")
        )
    except InvalidValuesError as error:
        messages.error(request, next(iter(error.problems.values())).in_language(language))
    else:
        messages.success(request, _("The index now has these weights and choices."))


@require_POST
@in_workspace(Act.WRITE)
def index_pin(request: HttpRequest, index_id: UUID) -> HttpResponse:
    """Pin the index as it stands now as a round, under a name."""
    found, language = index_or_404(request, index_id), language_of(request)
    name = request.POST.get("name", "").strip()[:200] or write_date(timezone.localdate(), language)
    try:
        kept = pin_round(index=found, name=name, by=person_of(request), at=timezone.now(), mark=mark_of(request))
    except InputProblem as problem:
        messages.error(request, problem.problems[0].message.in_language(language))
    else:
        messages.success(
            request, _("Round %(number)s was pinned: “%(name)s”.") % {"number": kept.number, "name": kept.name}
        )
    return redirect("index_workshop", workspace_of(request).slug, index_id)


@require_GET
@in_workspace()
def index_place(request: HttpRequest, index_id: UUID, code: str) -> HttpResponse:
    """Show why one town stands where it does."""
    found, language = index_or_404(request, index_id), language_of(request)
    try:
        worked = worked_out(found, design_of(found), language, at=timezone.localdate())
    except InputProblem:
        raise Http404 from None
    standing = worked.standing(code, found.name)
    if standing is None:
        raise Http404
    slug, name = workspace_of(request).slug, place_name(code, language)
    without = [{"name": each.name, "rank": number(each.rank, language, 0)} for each in standing.without]
    context = {
        "page_title": name,
        "page_kind": f"{_('Index')} · {found.name}",
        "page_lead": standing_sentence(standing, name, language),
        "page_actions": [
            {
                "label": _("Situation picture"),
                "url": reverse("picture", args=[slug, "municipality", code]),
                "style": "second",
            }
        ],
        "breadcrumbs": crumbs(slug, found, INDICES.plural.in_language(language), name),
        "strongest": readings_table(standing.strongest, _("Strongest indicators"), "index-strongest", language),
        "weakest": readings_table(standing.weakest, _("Weakest indicators"), "index-weakest", language),
        "moving": moving_sentence(standing, language),
        "effects": effects_table(standing, language) if standing.moved_by else None,
        "without": without,
        "held": interval_note(with_survey=standing.with_survey).in_language(language),
    }
    return render(request, "pages/index_place.html", context)
