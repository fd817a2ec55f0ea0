"""Two actors side by side: choose the values that stay, see what moves, merge."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import comments_on, matching, records_of
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import TermsColumn
from seutu.apps.register.exceptions import CannotMergeError
from seutu.apps.register.likenesses import actors_like
from seutu.apps.register.merge_plans import MergePlan, Part, Side, plan_merge, suggested_side
from seutu.apps.register.merging import merge_actors
from seutu.apps.register.models import Actor
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.register_links import reasons_said
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.tables import record_url
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import record_or_404
from seutu.web.whole_numbers import whole_number

SIDES: tuple[Side, ...] = ("stays", "goes", "both")
FOUND = 20


@require_GET
@in_workspace(Act.WRITE)
def merge_choose(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Choose the actor to merge with: those that look alike first, any other by its name."""
    kind = kind_or_404(request, "actors")
    record = _standing(kind, record_id)
    language, slug = language_of(request), workspace_of(request).slug
    text = request.GET.get("q", "").strip()[:200]
    if text:
        found = [(each, "") for each in matching(records_of(kind), text).exclude(pk=record_id)[:FOUND]]
    else:
        like = actors_like(record)
        named = Actor.objects.in_bulk([each.second for each in like])
        found = [(named[each.second], reasons_said(each, language)) for each in like]
    rows = [
        {
            "cells": [
                {
                    "text": other.title,
                    "url": reverse("merge", args=[slug, record_id, other.pk]),
                    "note": other.business_id,
                },
                {"text": why} if why else {"text": "–", "missing": True},
            ]
        }
        for other, why in found
    ]
    context = {
        "page_title": _("Merge with another actor"),
        "page_kind": record.title,
        "page_lead": _("Choose the record that is the same actor. Nothing happens before you have seen both."),
        "breadcrumbs": _crumbs(kind, record, slug, language),
        "text": text,
        "table": {
            "id": "candidates",
            "caption": _("Found by name") if text else _("Similar actors"),
            "columns": [{"label": _("Actor")}, {"label": _("Why")}],
            "rows": rows,
            "stack": True,
            "empty": {"title": _("Nothing found"), "text": _("Search by another part of the name.")},
        },
    }
    return render(request, "pages/merge_choose.html", context)


def _standing(kind: Kind, record_id: UUID) -> Actor:
    record = record_or_404(kind, record_id)
    if record.trashed_at or not isinstance(record, Actor):
        raise Http404
    return record


def _crumbs(kind: Kind, record: OwnedRecord, slug: str, language: Language) -> list[dict[str, str]]:
    return [
        {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
        {"label": record.title, "url": record_url(slug, kind, record.pk)},
        {"label": _("Merge")},
    ]


@in_workspace(Act.WRITE)
def merge(request: HttpRequest, record_id: UUID, loser_id: UUID) -> HttpResponse:
    """Show both records and what merging does; a post merges. A record changed meanwhile is shown again instead."""
    kind = kind_or_404(request, "actors")
    if record_id == loser_id:
        raise Http404
    _standing(kind, record_id)
    _standing(kind, loser_id)
    chosen = _chosen(kind, request)
    if request.method != "POST":
        return _merge_page(request, kind, plan_merge(record_id, loser_id), {})
    seen = [whole_number(request.POST.get(name)) for name in ("version_stays", "version_goes")]
    slug = workspace_of(request).slug
    try:
        sequence = merge_actors(
            record_id, loser_id, chosen=chosen, versions=(seen[0], seen[1]), by=person_of(request), at=timezone.now()
        )
    except StaleVersionError:
        text = _("Somebody changed one of these records meanwhile. Nothing was merged: look at them again.")
        return _merge_page(request, kind, plan_merge(record_id, loser_id), chosen, problem=text, status=409)
    except InvalidValuesError as error:
        text = " ".join(each.in_language(language_of(request)) for each in error.problems.values())
        return _merge_page(request, kind, plan_merge(record_id, loser_id), chosen, problem=text, status=422)
    except CannotMergeError:
        raise Http404 from None
    messages.success(request, _("Merged. You can undo it here."))
    return redirect("act", slug, sequence)


def _chosen(kind: Kind, request: HttpRequest) -> dict[str, Side]:
    chosen: dict[str, Side] = {}
    for column in kind.columns:
        sent = request.POST.get(column.name, "")
        for side in SIDES:
            if sent == side:
                chosen[column.name] = side
    return chosen


def _merge_page(
    request: HttpRequest, kind: Kind, plan: MergePlan, chosen: dict[str, Side], *, problem: str = "", status: int = 200
) -> HttpResponse:
    language, slug = language_of(request), workspace_of(request).slug
    first, second = plan.stays, plan.goes
    rows, same = [], []
    for column in kind.columns:
        held = [column.take(record) for record in (first, second)]
        if held[0] == held[1]:
            same += [_shown(column, first, language)] if held[0] is not None else []
        else:
            rows.append(_choice(column, first, second, chosen.get(column.name), language))
    comments = comments_on(kind, second.pk).count()
    context = {
        "page_title": _("Merge two actors"),
        "page_lead": _("%(goes)s goes to the trash; all that pointed to it will point to %(stays)s.")
        % {"goes": second.title, "stays": first.title},
        "page_actions": [
            {"label": _("Swap the sides"), "url": reverse("merge", args=[slug, second.pk, first.pk]), "style": "second"}
        ],
        "breadcrumbs": _crumbs(kind, first, slug, language),
        "notices": [{"tone": "alarm", "text": problem}] if problem else [],
        "heads": [
            {"title": each.title, "url": record_url(slug, kind, each.pk), "version": each.version}
            for each in (first, second)
        ],
        "rows": rows,
        "same": same,
        "moves": _moves(plan, language),
        "notes": _notes(plan, comments, language),
        "apart_url": reverse("review_apart", args=[slug, first.pk, second.pk]),
        "back_url": record_url(slug, kind, first.pk),
    }
    return render(request, "pages/merge.html", context, status=status)


def _shown(column: Column, record: OwnedRecord, language: Language) -> dict[str, str]:
    label = column.label.in_language(language)
    text = column.show(column.take(record), language, record)
    return {"label": label[:1].upper() + label[1:], "text": text}


def _choice(
    column: Column, first: OwnedRecord, second: OwnedRecord, chosen: Side | None, language: Language
) -> dict[str, Any]:
    side = chosen or suggested_side(column, first, second)
    shown = [_shown(column, record, language) for record in (first, second)]
    options = [
        {"value": value, "text": each["text"] or _("empty"), "chosen": side == value}
        for value, each in zip(SIDES, shown, strict=False)
    ]
    both = {"value": "both", "text": _("both together"), "chosen": side == "both"}
    return {
        "name": column.name,
        "label": shown[0]["label"],
        "options": options,
        "both": both if isinstance(column, TermsColumn) else None,
    }


def _moves(plan: MergePlan, language: Language) -> dict[str, Any]:
    rows = []
    for part in plan.parts:
        trashed = len(part.loops) + len(part.duplicates)
        rows.append(
            {
                "cells": [
                    {"text": part.kind.plural.in_language(language), "note": _some(part, language)},
                    {"text": write_number(len(part.moved), language)},
                    {"text": write_number(trashed, language)},
                ]
            }
        )
    return {
        "id": "moves",
        "caption": _("What points to %(name)s") % {"name": plan.goes.title},
        "columns": [
            {"label": _("Kind")},
            {"label": _("Moves over"), "kind": "number"},
            {"label": _("Goes to the trash"), "kind": "number"},
        ],
        "rows": rows,
        "stack": True,
        "empty": {"title": _("Nothing else points to it"), "text": _("Only the record itself is merged.")},
    }


def _some(part: Part, language: Language) -> str:
    """Return the first of a kind's records by name, so that the numbers can be checked."""
    records = [*part.moved, *part.loops, *part.duplicates]
    named = ", ".join(each.title for each in records[:3])
    rest = len(records) - 3
    if rest <= 0:
        return named
    said = ngettext("%(names)s and %(rest)s other", "%(names)s and %(rest)s others", rest)
    return said % {"names": named, "rest": write_number(rest, language)}


def _notes(plan: MergePlan, comments: int, language: Language) -> list[str]:
    loops = sum(len(part.loops) for part in plan.parts)
    duplicates = sum(len(part.duplicates) for part in plan.parts)
    beside = sum(len(part.beside) for part in plan.parts)
    in_trash = sum(part.in_trash for part in plan.parts)
    said = (
        (
            loops,
            ngettext(
                "%(n)s link would join the actor to itself.", "%(n)s links would join the actor to itself.", loops
            ),
        ),
        (
            duplicates,
            ngettext(
                "%(n)s record says what another already says; what only it knew is added to the other.",
                "%(n)s records say what others already say; what only they knew is added to the others.",
                duplicates,
            ),
        ),
        (
            beside,
            ngettext(
                "%(n)s record contradicts another and stays beside it for you to settle.",
                "%(n)s records contradict others and stay beside them for you to settle.",
                beside,
            ),
        ),
        (in_trash, ngettext("%(n)s of them is in the trash.", "%(n)s of them are in the trash.", in_trash)),
        (
            comments,
            ngettext(
                "%(n)s comment stays on the page of the merged record, which this actor's page links to.",
                "%(n)s comments stay on the page of the merged record, which this actor's page links to.",
                comments,
            ),
        ),
    )
    return [text % {"n": write_number(count, language)} for count, text in said if count]
