"""What a project's pages share: finding the project, where one is, the links that add to it, how things are written.

Not for what each page shows (``project_tables``, ``project_gantt``, the views).
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.overview import standing_project
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import Amount, write_amount, write_date, write_period
from seutu.core.figures.periods import day_period, from_to
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.units import EUR, PERSON_MONTH
from seutu.core.text import Language
from seutu.web.plan_links import new_url, project_tabs
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of

MISSING: Final[dict[str, Any]] = {"text": "–", "missing": True}
Cell = dict[str, Any]


def project_or_404(request: HttpRequest, project_id: UUID) -> Project:
    """Return a project of the workspace that is not in the trash; any other answers 404."""
    request.area = "plans"  # type: ignore[attr-defined]
    try:
        return standing_project(project_id)
    except Project.DoesNotExist:
        raise Http404 from None


def page_of_project(request: HttpRequest, project: Project, name: str, title: str) -> dict[str, Any]:
    """Return what every page of a project has: its title, the path to it and its tabs; ``name`` is its address."""
    slug, language = workspace_of(request).slug, language_of(request)
    projects = kind_named("projects").plural.in_language(language)
    crumbs = [{"label": projects, "url": reverse("collection", args=[slug, "projects"])}]
    if name == "project":
        crumbs.append({"label": project.title})
    else:
        crumbs += [{"label": project.title, "url": reverse("project", args=[slug, project.pk])}, {"label": title}]
    return {
        "page_title": title,
        "page_kind": kind_named("projects").singular.in_language(language).capitalize()
        if name == "project"
        else project.title,
        "breadcrumbs": crumbs,
        "tabs": project_tabs(slug, project.pk, name),
        "tabs_label": _("Parts of the project"),
    }


def add_link(request: HttpRequest, kind: str, label: str, **first: object) -> list[dict[str, Any]]:
    """Return the button that opens the form of a new record with its first values; none for those who only read."""
    if not allows(request, Act.WRITE):
        return []
    url = new_url(workspace_of(request).slug, kind, **first)
    return [{"label": label, "url": url, "style": "second", "small": True}]


def work_text(work: Decimal | None, language: Language) -> str:
    """Return person-months in words: ``57 htkk``; empty where there are none."""
    return "" if work is None else write_amount(Amount(plain_number(work), PERSON_MONTH), language)


def money_text(money: Decimal, language: Language) -> str:
    """Return euros in words, to the cent where there are cents."""
    shown = plain_number(money)
    return write_amount(Amount(shown, EUR), language, decimals=2 if shown != shown.to_integral_value() else None)


def period_text(start: date | None, end: date | None, language: Language) -> str:
    """Return a stretch of time: ``1.9.2021–31.12.2023``; open where one end is not known, empty without either."""
    if start and end and start < end:
        return write_period(from_to(day_period(start), day_period(end)), language)
    if start and end:
        return write_date(start, language)
    if start:
        return f"{write_date(start, language)}–"
    return f"–{write_date(end, language)}" if end else ""


def text_cell(text: str, url: str = "") -> Cell:
    """Return a cell of a table; an empty one is a dash."""
    if not text:
        return dict(MISSING)
    return {"text": text, "url": url} if url else {"text": text}


def table_of(
    identity: str, caption: str, columns: list[dict[str, Any]], rows: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    """Return a table for the component; its caption stands in the heading over it."""
    return {
        "id": identity,
        "caption": caption,
        "caption_hidden": True,
        "columns": columns,
        "rows": rows,
        "stack": True,
        **more,
    }
