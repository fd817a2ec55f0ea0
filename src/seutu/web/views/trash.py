"""Everything in a workspace's trash, to restore or to remove for good."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.queries import Found, trash_of, trashed_records
from seutu.apps.records.sheets.kinds import kinds
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


@require_GET
@in_workspace(Act.WRITE)
def trash(request: HttpRequest) -> HttpResponse:
    """Show the trash, newest first."""
    language, slug = language_of(request), workspace_of(request).slug
    personal = allows(request, Act.READ_PERSONAL)
    page = page_of(request, trash_of(kind for kind in kinds() if personal or not kind.personal))
    context = {
        "page_title": _("Trash"),
        "page_lead": _lead(page.paginator.count, language),
        "table": {
            "id": "trash",
            "caption": _("In the trash"),
            "caption_hidden": True,
            "columns": [
                {"label": _("Name")},
                {"label": _("Kind")},
                {"label": _("Moved here"), "kind": "date"},
                {"label": _("Actions"), "kind": "actions"},
            ],
            "rows": [_row(each, slug, language) for each in trashed_records(page.object_list)],
            "stack": True,
            "empty": {
                "title": _("The trash is empty"),
                "text": _("A record moved to the trash waits here. Nothing leaves it by itself."),
            },
        },
        "pagination": page_numbers(page, language),
    }
    return render(request, "pages/trash.html", context)


def _lead(count: int, language: Language) -> str:
    if not count:
        return ""
    said = ngettext("%(count)s record is in the trash.", "%(count)s records are in the trash.", count)
    return said % {"count": write_number(count, language)}


def _row(found: Found, slug: str, language: Language) -> dict[str, Any]:
    kind, record = found.kind, found.record
    address = [slug, kind.name, record.pk]
    day = write_date(timezone.localdate(record.trashed_at), language) if record.trashed_at else "–"
    actions = [
        {
            "label": _("Restore"),
            "url": reverse("record_restore", args=address),
            "method": "post",
            "style": "second",
            "small": True,
        },
        {
            "label": _("Remove for good"),
            "url": reverse("record_remove", args=address),
            "method": "post",
            "style": "danger",
            "small": True,
        },
    ]
    return {
        "id": str(record.pk),
        "cells": [
            {"text": record.title, "url": record_url(slug, kind, record.pk)},
            {"text": kind.singular.in_language(language)},
            {"text": day},
            {"text": "", "actions": actions},
        ],
    }
