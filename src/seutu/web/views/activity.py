"""The log of a workspace: every act, one act with old and new values, and undoing it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.jobs.undoing import BACKGROUND_RECORDS, start_undo
from seutu.apps.records.acts import acts_shown, can_be_undone, last_change_of, rows_shown, undone_by
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import CannotUndoError, Conflict, InUseError, NotYoursError, UndoConflictError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import undo
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.acts import deed, deeds, doer, remarks, touched
from seutu.web.moments import moment
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

CONFLICTS_SHOWN = 50
REASONS = (
    gettext_noop("an entry is missing"),
    gettext_noop("the entry does not follow the one before it"),
    gettext_noop("the end of the chain is missing"),
    gettext_noop("the head is not signed by this service"),
    gettext_noop("a row was edited"),
    gettext_noop("rows were added, removed or exchanged"),
    gettext_noop("the entry was edited"),
)


@require_GET
@in_workspace()
def activity(request: HttpRequest) -> HttpResponse:
    """Show the log, newest first; with ?check the whole chain is checked."""
    language, here = language_of(request), workspace_of(request)
    personal = allows(request, Act.READ_PERSONAL)
    page = page_of(request, acts_shown(personal=personal))
    entries = list(page.object_list)
    said, noted = deeds(entries, language), remarks(entries, language)
    context = {
        "page_title": _("Activity log"),
        "page_lead": _(
            "Who has done what, and when. Each entry is sealed to the one before it, so nothing can be "
            "changed unnoticed."
        ),
        "table": {
            "id": "acts",
            "caption": _("Acts"),
            "caption_hidden": True,
            "columns": [
                {"label": _("What")},
                {"label": _("When"), "kind": "date"},
                {"label": _("Who")},
                {"label": _("Remark")},
                {"label": _("Number"), "kind": "number"},
            ],
            "rows": [
                _row(entry, said[entry.pk], noted[entry.pk], here.slug, language, personal=personal)
                for entry in entries
            ],
            "stack": True,
            "empty": {
                "title": _("Nothing has been done yet"),
                "text": _("Every addition, change and import will be seen here, and can be undone."),
            },
        },
        "pagination": page_numbers(page, language),
        "check": _check(request, language) if personal and "check" in request.GET else None,
        "may_check": personal and page.paginator.count,
    }
    return render(request, "pages/activity.html", context)


def _row(entry: Activity, said: str, noted: str, slug: str, language: Language, *, personal: bool) -> dict[str, Any]:
    return {
        "cells": [
            {"text": said, "url": reverse("act", args=[slug, entry.sequence])},
            {"text": moment(entry.at, language)},
            {"text": doer(entry, personal=personal)},
            {"text": noted} if noted else {"text": "–", "missing": True},
            {"text": write_number(entry.sequence, language)},
        ]
    }


def _check(request: HttpRequest, language: Language) -> dict[str, Any]:
    """Return the result of checking the whole chain, for the notice component."""
    here = workspace_of(request)
    found = breaks(here)
    count = write_number(here.head_sequence, language)
    if not found:
        return {
            "tone": "good",
            "title": _("The chain is intact"),
            "text": _("All %(count)s entries were checked: none is missing, changed or out of order.")
            % {"count": count},
        }
    return {
        "tone": "alarm",
        "title": _("The chain is broken"),
        "text": _("The log has been changed outside the service. Compare with a backup and tell your administrator."),
        "points": [
            _("Entry %(number)s: %(reason)s.")
            % {"number": write_number(each.sequence, language), "reason": _(each.reason)}
            for each in found[:CONFLICTS_SHOWN]
        ],
    }


def _entry_or_404(request: HttpRequest, sequence: int) -> Activity:
    entry = acts_shown(personal=allows(request, Act.READ_PERSONAL)).filter(sequence=min(sequence, 2**62)).first()
    if entry is None:
        raise Http404
    return entry


@require_GET
@in_workspace()
def act(request: HttpRequest, sequence: int) -> HttpResponse:
    """Show one act: what it did to each record, with old and new values."""
    return _act_page(request, _entry_or_404(request, sequence))


def _act_page(request: HttpRequest, entry: Activity, conflicts: list[dict[str, Any]] | None = None) -> HttpResponse:
    language, slug = language_of(request), workspace_of(request).slug
    personal = allows(request, Act.READ_PERSONAL)
    page = page_of(request, rows_shown(entry, personal=personal))
    undoing = undone_by(entry)
    context = {
        "page_title": deed(entry, language),
        "breadcrumbs": [
            {"label": _("Activity log"), "url": reverse("activity", args=[slug])},
            {"label": write_number(entry.sequence, language)},
        ],
        "page_actions": _actions(request, entry, undoing),
        "facts": _facts(entry, undoing, slug, language, personal=personal),
        "history": touched(list(page.object_list), slug, language, personal=personal),
        "pagination": page_numbers(page, language),
        "conflicts": conflicts,
        "seal": entry.digest,
    }
    return render(request, "pages/act.html", context, status=409 if conflicts else 200)


def _actions(request: HttpRequest, entry: Activity, undoing: Activity | None) -> list[dict[str, str]]:
    if not can_be_undone(entry) or undoing or not allows(request, Act.WRITE):
        return []
    address = reverse("act_undo", args=[workspace_of(request).slug, entry.sequence])
    return [{"label": _("Undo this"), "url": address, "method": "post", "style": "second"}]


def _facts(
    entry: Activity, undoing: Activity | None, slug: str, language: Language, *, personal: bool
) -> list[dict[str, str]]:
    facts = [
        {"label": _("Who"), "text": doer(entry, personal=personal)},
        {"label": _("When"), "text": moment(entry.at, language)},
        {"label": _("Records"), "text": write_number(entry.record_count, language)},
    ]
    noted = remarks([entry], language)[entry.pk]
    if noted:
        facts.append({"label": _("Remark"), "text": noted})
    for label, sequence in ((_("Undoes"), entry.undoes), (_("Undone by"), undoing.sequence if undoing else None)):
        if sequence is not None:
            number = write_number(sequence, language)
            facts.append({"label": label, "text": number, "url": reverse("act", args=[slug, sequence])})
    return facts


@in_workspace(Act.WRITE)
def act_undo(request: HttpRequest, sequence: int) -> HttpResponse:
    """Undo an act, a large one as a job. If something was changed since, nothing is undone and that is listed."""
    entry = _entry_or_404(request, sequence)
    slug = workspace_of(request).slug
    if request.method != "POST":
        return redirect("act", slug, sequence)
    if entry.record_count > BACKGROUND_RECORDS and can_be_undone(entry) and undone_by(entry) is None:
        name = _("Undo %(deed)s") % {"deed": entry.note or deed(entry, language_of(request))}
        return redirect("job", slug, start_undo(entry, name=name, by=person_of(request), at=timezone.now()).pk)
    try:
        undoing = undo(entry, by=person_of(request), at=timezone.now())
    except UndoConflictError as error:
        return _act_page(request, entry, _conflicts(error.conflicts[:CONFLICTS_SHOWN], slug, language_of(request)))
    except NotYoursError as error:
        for text in error.problems.values():
            messages.error(request, text.in_language(language_of(request)))
    except CannotUndoError:
        messages.error(request, _("This cannot be undone: it has been undone already, or its old values were erased."))
    except (InUseError, IntegrityError):
        messages.error(
            request,
            _("Undoing would break records that refer to these. Undo or change those first; nothing was changed now."),
        )
    else:
        messages.success(request, _("Undone. Everything is as it was before."))
        return redirect("act", slug, undoing)
    return redirect("act", slug, sequence)


def _conflicts(conflicts: Sequence[Conflict], slug: str, language: Language) -> list[dict[str, Any]]:
    found = []
    for each in conflicts:
        since = last_change_of(each.kind, each.record_id)
        found.append(
            {
                "title": each.title,
                "url": record_url(slug, each.kind, each.record_id) if each.title != str(each.record_id) else "",
                "kind": kind_named(each.kind).singular.in_language(language),
                "since": deed(since, language) if since else "",
                "since_url": reverse("act", args=[slug, since.sequence]) if since else "",
                "who": doer(since, personal=True) if since else "",
                "when": moment(since.at, language) if since else "",
            }
        )
    return found
