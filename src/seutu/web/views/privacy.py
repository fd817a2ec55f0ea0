"""A person's data in a workspace: handed out as a file, and erased for good after a page that shows what goes."""

import io
import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.register.exceptions import IsMemberError
from seutu.apps.register.privacy_extract import person_extract
from seutu.apps.register.privacy_operations import is_member, person_erase
from seutu.apps.register.privacy_search import (
    Person,
    comments_with,
    contacts_of,
    log_rows_with,
    mentions_of,
    notes_with,
    other_rows_with,
    person_known_by,
)
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.tables import LONGEST, record_url
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.records import record_or_404


def _person(request: HttpRequest, contact_id: UUID) -> Person:
    record_or_404(kind_or_404(request, "contacts"), contact_id)
    found = person_known_by(str(contact_id))
    if found is None:
        raise Http404
    return found


@require_GET
@in_workspace(Act.ADMINISTER)
def person_data(request: HttpRequest, contact_id: UUID) -> FileResponse:
    """Return everything the workspace holds of a person as a JSON file."""
    now = timezone.now()
    held = person_extract(_person(request, contact_id), at=now)
    stream = io.BytesIO(json.dumps(held, ensure_ascii=False, indent=1, default=str).encode())
    return file_answer(stream, f"person-{timezone.localdate(now).isoformat()}.json", "application/json")


@in_workspace(Act.ADMINISTER)
def erase_page(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Show where a person stands; a post erases them. It cannot be undone."""
    person = _person(request, contact_id)
    slug, language = workspace_of(request).slug, language_of(request)
    if request.method == "POST":
        try:
            counts = person_erase(person, by=person_of(request), at=timezone.now())
        except IsMemberError:
            return _page(request, contact_id, person, status=409)
        touched = counts.total() - counts["notes_left"]
        said = ngettext(
            "The person's data were erased from %(n)s place.",
            "The person's data were erased from %(n)s places.",
            touched,
        )
        messages.success(request, said % {"n": write_number(touched, language)})
        return redirect(record_url(slug, "contacts", contact_id))
    return _page(request, contact_id, person)


def _page(request: HttpRequest, contact_id: UUID, person: Person, *, status: int = 200) -> HttpResponse:
    kind = kind_or_404(request, "contacts")
    slug, language = workspace_of(request).slug, language_of(request)
    shown = record_or_404(kind, contact_id)
    context = {
        "page_title": _("Erase the person's data"),
        "page_kind": shown.title,
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": shown.title, "url": record_url(slug, kind, contact_id)},
            {"label": _("Erase")},
        ],
        "member": is_member(person),
        "known_by": [*person.marks.names, *person.marks.emails, *person.marks.phones],
        "counts": _counts(person, language),
        "table": _mentions(person, slug, language),
        "notes_left": notes_with(person),
        "data_url": reverse("person_data", args=[slug, contact_id]),
        "back_url": record_url(slug, kind, contact_id),
    }
    return render(request, "pages/person_erase.html", context, status=status)


def _counts(person: Person, language: Language) -> list[dict[str, str]]:
    held = (
        (_("Contacts"), len(contacts_of(person))),
        (_("Comments"), len(comments_with(person))),
        (_("Entries of the activity log"), sum(1 for _row in log_rows_with(person))),
        (_("Saved lists and other"), sum(1 for _row in other_rows_with(person))),
    )
    return [{"label": label, "text": write_number(count, language)} for label, count in held]


def _mentions(person: Person, slug: str, language: Language) -> dict[str, Any]:
    rows = []
    for each in mentions_of(person):
        label = each.column.label.in_language(language)
        text = each.column.show(each.column.take(each.record), language, each.record)
        rows.append(
            {
                "cells": [
                    {"text": each.record.title, "url": record_url(slug, each.kind, each.record.pk)},
                    {"text": each.kind.singular.in_language(language)},
                    {"text": label[:1].upper() + label[1:]},
                    {"text": text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"},
                ]
            }
        )
    return {
        "id": "mentions",
        "caption": _("Mentions in other records"),
        "columns": [{"label": _("Record")}, {"label": _("Kind")}, {"label": _("Field")}, {"label": _("Text")}],
        "rows": rows,
        "stack": True,
        "empty": {"title": _("No mentions in other records")},
    }
