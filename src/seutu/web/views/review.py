"""Actors that may be one, in pairs to review: compare and merge, or remember that they are not the same."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.register.comparing import (
    comparison_under_way,
    is_large,
    last_comparison,
    pairs_of,
    start_comparison,
)
from seutu.apps.register.likenesses import Likeness, alike_actors, tell_apart
from seutu.apps.register.models import Actor
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.moments import moment
from seutu.web.paging import page_numbers, page_of
from seutu.web.register_links import reasons_said
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.tables import record_url
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import record_or_404


@require_GET
@in_workspace(Act.WRITE)
def review(request: HttpRequest) -> HttpResponse:
    """Show the pairs of actors that may be one, the surest first; of a large register those found by a job."""
    kind = kind_or_404(request, "actors")
    language, slug = language_of(request), workspace_of(request).slug
    found, compared = _found(request)
    page = page_of(request, found)
    actors = Actor.objects.in_bulk({pk for each in page.object_list for pk in (each.first, each.second)})
    rows = [_row(each, actors, slug, language) for each in page.object_list]
    context = {
        "page_title": _("Actors that may be the same"),
        "page_lead": _lead(page.paginator.count, language),
        "notices": [compared] if compared else [],
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, "actors"])},
            {"label": _("Actors that may be the same")},
        ],
        "table": {
            "id": "likenesses",
            "caption": _("Pairs to review"),
            "caption_hidden": True,
            "columns": [
                {"label": _("Actor")},
                {"label": _("Other actor")},
                {"label": _("Why")},
                {"label": _("Actions"), "kind": "actions"},
            ],
            "rows": rows,
            "stack": True,
            "empty": _nothing(known=compared is None or "not_yet" not in compared),
        },
        "pagination": page_numbers(page, language),
    }
    return render(request, "pages/review.html", context)


def _nothing(*, known: bool) -> dict[str, str]:
    if not known:
        return {
            "title": _("Not compared yet"),
            "text": _("The pairs are listed here when the actors have been compared."),
        }
    return {
        "title": _("No pairs to review"),
        "text": _("No two actors have the same business ID or identifier, or names that look alike."),
    }


def _found(request: HttpRequest) -> tuple[list[Likeness], dict[str, Any] | None]:
    """Return the pairs, and for a large register when they were found, with a way to look for them anew."""
    if not is_large():
        return alike_actors(), None
    slug = workspace_of(request).slug
    going, kept = comparison_under_way(), last_comparison()
    if going is not None:
        action = {"label": _("See how far it has got"), "url": reverse("job", args=[slug, going.pk]), "style": "second"}
        text = _("The actors are being compared.")
    else:
        url = reverse("review_compare", args=[slug])
        action = {"label": _("Compare the actors now"), "url": url, "method": "post", "style": "second"}
        text = _("There are so many actors that comparing them takes a while. Start it when it suits you.")
    if kept is not None and kept.ended_at is not None:
        text = _("The actors were compared on %(when)s.") % {"when": moment(kept.ended_at, language_of(request))}
    notice: dict[str, Any] = {"tone": "info", "text": text, "actions": [{**action, "small": True}]}
    if kept is None:
        return [], {**notice, "not_yet": True}
    return pairs_of(kept), notice


@require_POST
@in_workspace(Act.WRITE)
def compare(request: HttpRequest) -> HttpResponse:
    """Let the worker compare all actors, and show how far it is."""
    going = comparison_under_way()
    name = _("Comparing the actors")
    job = going or start_comparison(name=name, by=person_of(request), at=timezone.now())
    return redirect("job", workspace_of(request).slug, job.pk)


def _lead(count: int, language: Language) -> str:
    if not count:
        return ""
    said = ngettext(
        "%(count)s pair looks alike. Merge those that are one actor; those you keep apart are not asked about again.",
        "%(count)s pairs look alike. Merge those that are one actor; those you keep apart are not asked about again.",
        count,
    )
    return said % {"count": write_number(count, language)}


def _row(likeness: Likeness, actors: dict[Any, Actor], slug: str, language: Language) -> dict[str, Any]:
    pair = [actors[likeness.first], actors[likeness.second]]
    cells: list[dict[str, Any]] = [
        {"text": each.title, "url": record_url(slug, "actors", each.pk), "note": each.business_id} for each in pair
    ]
    address = [slug, likeness.first, likeness.second]
    compare = {"label": _("Compare"), "url": reverse("merge", args=address), "style": "second", "small": True}
    apart = {
        "label": _("Not the same"),
        "url": reverse("review_apart", args=address),
        "method": "post",
        "style": "quiet",
        "small": True,
    }
    return {"cells": [*cells, {"text": reasons_said(likeness, language)}, {"text": "", "actions": [compare, apart]}]}


@require_POST
@in_workspace(Act.WRITE)
def apart(request: HttpRequest, record_id: UUID, other_id: UUID) -> HttpResponse:
    """Remember that two actors are not the same."""
    kind = kind_or_404(request, "actors")
    if record_id == other_id:
        raise Http404
    pair = [record_or_404(kind, each).title for each in (record_id, other_id)]
    tell_apart(record_id, other_id, by=person_of(request), at=timezone.now())
    messages.success(request, _("%(first)s and %(second)s are kept apart.") % {"first": pair[0], "second": pair[1]})
    return redirect("review", workspace_of(request).slug)
