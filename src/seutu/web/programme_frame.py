"""What the pages of one programme share: the way to it, its tabs, links to records and forms, cells and tables.

Not for what one page alone shows.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.programme_queries import programme_of
from seutu.core.text import Language
from seutu.web.scoping import language_of
from seutu.web.standing import workspace_of

DASH: Final[dict[str, Any]] = {"text": "–", "missing": True}
Cell = dict[str, Any]
PAGES: Final = ("programme", "programme_sdg", "programme_report")


def programme_or_404(request: HttpRequest, programme_id: UUID) -> Programme:
    """Return a programme of the workspace; any other answers 404."""
    found = programme_of(programme_id)
    if found is None:
        raise Http404
    request.area = "plans"  # type: ignore[attr-defined]
    return found


def frame(request: HttpRequest, programme: Programme, current: str, title: str = "") -> dict[str, Any]:
    """Return the title, the way here and the tabs of a page of a programme."""
    slug, language = workspace_of(request).slug, language_of(request)
    crumbs = [
        {"label": PROGRAMMES.plural.in_language(language), "url": reverse("collection", args=[slug, PROGRAMMES.name])},
        {"label": programme.name, "url": reverse("programme", args=[slug, programme.pk])},
        {"label": title},
    ]
    labels = {
        "programme": _("The programme"),
        "programme_sdg": _("Sustainable development goals"),
        "programme_report": _("Monitoring report"),
    }
    return {
        "page_title": title or programme.name,
        "page_kind": programme.name if title else PROGRAMMES.singular.in_language(language).capitalize(),
        "breadcrumbs": crumbs if title else [crumbs[0], {"label": programme.name}],
        "tabs": [
            {"label": labels[name], "url": reverse(name, args=[slug, programme.pk]), "current": name == current}
            for name in PAGES
        ],
    }


def project_link(slug: str, project: Project) -> Cell:
    """Return the cell of a project that opens it."""
    return {"text": project.name, "url": reverse("project", args=[slug, project.pk])}


def said(text: str) -> Cell:
    """Return a cell; an empty one is a dash."""
    return {"text": text} if text else DASH


def listing(
    identity: str,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Sequence[Sequence[Cell]],
    **more: Any,
) -> dict[str, Any]:
    """Return a table for the component; its caption is the heading over it already."""
    return {
        "id": identity,
        "caption": caption,
        "caption_hidden": True,
        "columns": [{"label": label, "kind": kind} for label, kind in columns],
        "rows": [{"cells": list(cells)} for cells in rows],
        "stack": True,
        **more,
    }


def named(label: str) -> str:
    """Return a label that stands alone, with a capital."""
    return label[:1].upper() + label[1:]


def labels_of(choices: Sequence[Any], language: Language) -> dict[str, str]:
    """Return the labels of a closed list by code."""
    return {choice.code: choice.label.in_language(language) for choice in choices}
