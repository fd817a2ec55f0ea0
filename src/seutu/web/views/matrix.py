"""Industries × towns as a matrix; the equal, editable table is the list of industry roles."""

from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.places.kinds import RELATIONS, STRENGTHS
from seutu.apps.places.models import IndustryRole
from seutu.apps.places.queries import Matrix, industry_matrix
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.scoping import in_workspace, language_of
from seutu.web.tables import record_url

LABELS = {choice.code: choice.label for choice in RELATIONS}
STRENGTH = {choice.code: choice.label for choice in STRENGTHS}


@require_GET
@in_workspace()
def matrix(request: HttpRequest, relation: str) -> HttpResponse:
    """Show the matrix of one relation."""
    if relation not in LABELS:
        raise Http404
    language = language_of(request)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    request.area = "material"  # type: ignore[attr-defined]
    found = industry_matrix(relation)
    kind = kind_named("industry-roles")
    towns = sorted(found.municipalities, key=lambda code: municipality_name(code, language))
    rows = [
        {"cells": [{"text": industry}, *(_cell(found.cells.get((industry, town)), slug, language) for town in towns)]}
        for industry in found.industries
    ]
    context = {
        "page_title": _("Industries by municipality"),
        "page_lead": _answer(found, language),
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": _("Matrix")},
        ],
        "tabs": [
            {
                "label": label.in_language(language).capitalize(),
                "url": reverse("matrix", args=[slug, code]),
                "current": code == relation,
            }
            for code, label in LABELS.items()
        ],
        "table": _table(rows, towns, slug, language),
    }
    return render(request, "pages/matrix.html", context)


def _answer(found: Matrix, language: Language) -> str:
    """Say how much the matrix holds and which industry is in the most municipalities; several share the place if so."""
    if not found.cells:
        return _("Nothing has been recorded here yet.")
    industries = ngettext("%(count)s industry", "%(count)s industries", len(found.industries))
    towns = ngettext("in %(count)s municipality", "in %(count)s municipalities", len(found.municipalities))
    said = _("%(industries)s %(towns)s.") % {
        "industries": industries % {"count": write_number(len(found.industries), language)},
        "towns": towns % {"count": write_number(len(found.municipalities), language)},
    }
    spread = Counter(industry for industry, _town in found.cells)
    most = max(spread.values())
    widest = [industry for industry in found.industries if spread[industry] == most]
    if len(widest) > 1 or len(found.industries) == 1:
        return said
    inside = ngettext("%(count)s municipality", "%(count)s municipalities", most)
    return f"{said} " + _("The most widespread is %(industry)s (%(towns)s).") % {
        "industry": widest[0],
        "towns": inside % {"count": write_number(most, language)},
    }


def _table(rows: list[dict[str, Any]], towns: list[str], slug: str, language: Language) -> dict[str, Any]:
    columns = [{"label": _("Industry")}]
    columns += [{"label": municipality_name(town, language)} for town in towns]
    return {
        "id": "matrix",
        "caption": _("Industries by municipality"),
        "caption_hidden": True,
        "columns": columns,
        "rows": rows,
        "note": _("A dash means that nothing is recorded, not that there is nothing."),
        "empty": {
            "title": _("Nothing here yet"),
            "text": kind_named("industry-roles").purpose.in_language(language),
            "actions": [{"label": _("Add"), "url": reverse("record_new", args=[slug, "industry-roles"])}],
        },
    }


def _cell(role: IndustryRole | None, slug: str, language: Language) -> dict[str, Any]:
    if role is None:
        return {"text": "–", "missing": True}
    label = STRENGTH.get(role.strength)
    return {
        "text": label.in_language(language) if label else _("yes"),
        "url": record_url(slug, "industry-roles", role.pk),
    }
