"""The competence map of a workspace: where people are missing, by whose needs, and the same as a file."""

import io
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.statistics.competences import CompetenceMap, competence_needs_map
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.tables import write_csv, write_workbook
from seutu.web import competence_words as say
from seutu.web.competence_files import lines_list, needs_list
from seutu.web.competence_tables import map_page
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.exports import file_answer

FILTERS: Final = ("municipality", "group")
FORMS: Final = ("csv", "xlsx")
LONGEST: Final = 3


class MapFilter(forms.Form):
    """Of which municipality and occupational group the map is: of those that there are needs of."""

    def __init__(self, found: CompetenceMap, language: Language, chosen: Mapping[str, str]) -> None:
        super().__init__(dict(chosen), auto_id="filter_%s")
        everything = ("", _("all"))
        places = sorted(((code, municipality_name(code, language)) for code in found.municipalities), key=_by_name)
        groups = [(code, say.group_name(code, language)) for code in sorted(found.groups)]
        self.fields["municipality"] = forms.ChoiceField(
            label=say.label_of("municipality", language), choices=[everything, *places], required=False
        )
        self.fields["group"] = forms.ChoiceField(
            label=say.label_of("occupational_group", language), choices=[everything, *groups], required=False
        )


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1].casefold()


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name][:LONGEST] for name in FILTERS if request.GET.get(name)}


@require_GET
@in_workspace()
def competences(request: HttpRequest) -> HttpResponse:
    """Show where people are missing, as a sentence, a chart and a table, and whose needs they are."""
    request.area = COMPETENCE_NEEDS.area  # type: ignore[attr-defined]
    here, language, chosen = workspace_of(request), language_of(request), _chosen(request)
    found = competence_needs_map(**chosen)
    context: dict[str, Any] = {
        "page_title": _("Competence map"),
        "page_kind": _("Materials"),
        "page_actions": _actions(request, found, chosen, language),
        "breadcrumbs": [
            {"label": _("Statistics"), "url": reverse("statistics", args=[here.slug])},
            {"label": _("Competence map")},
        ],
    }
    if found.held:
        context["filters"] = _filters(request, found, chosen, language)
    if found.lines:
        context |= map_page(found, here, language)
    else:
        context["empty"] = _empty(request, language, filtered_out=bool(found.held))
    return render(request, "pages/competences.html", context)


@require_GET
@in_workspace(Act.EXPORT)
def competences_file(request: HttpRequest, form: str) -> FileResponse:
    """Give the map with its filters: as CSV its lines, as Excel also every need."""
    if form not in FORMS:
        raise Http404
    language, found, stream = language_of(request), competence_needs_map(**_chosen(request)), io.BytesIO()
    if form == "xlsx":
        write_workbook([lines_list(found, language), needs_list(found, language)], stream, language=language)
    else:
        write_csv(lines_list(found, language), stream, form="excel", language=language)
    return file_answer(stream, f"competences-{timezone.localdate().isoformat()}.{form}", MEDIA_TYPES[form])


def _actions(
    request: HttpRequest, found: CompetenceMap, chosen: Mapping[str, str], language: Language
) -> list[dict[str, Any]]:
    slug, kind = workspace_of(request).slug, COMPETENCE_NEEDS
    if not found.held:
        return []
    listed = reverse("collection", args=[slug, kind.name])
    actions = [*_ways_in(request, language)[:1]]
    actions.append({"label": kind.plural.in_language(language), "url": listed, "style": "second"})
    if allows(request, Act.EXPORT) and found.lines:
        query = f"?{urlencode(chosen)}" if chosen else ""
        actions += [
            {"label": label, "url": reverse("competences_file", args=[slug, form]) + query, "style": "quiet"}
            for form, label in (("csv", _("Table as CSV")), ("xlsx", _("Table as Excel")))
        ]
    return actions


def _ways_in(request: HttpRequest, language: Language) -> list[dict[str, Any]]:
    """Return how needs come in, as far as the person may: by the form and from a file."""
    slug, kind = workspace_of(request).slug, COMPETENCE_NEEDS
    add = _("Add: %(kind)s") % {"kind": kind.singular.in_language(language)}
    ways = []
    if allows(request, Act.WRITE):
        ways.append({"label": add, "url": reverse("record_new", args=[slug, kind.name])})
    if allows(request, Act.IMPORT):
        bring = reverse("import", args=[slug, kind.name])
        ways.append({"label": _("Bring in from a file"), "url": bring, "style": "second"})
    return ways


def _filters(
    request: HttpRequest, found: CompetenceMap, chosen: Mapping[str, str], language: Language
) -> dict[str, Any]:
    form = MapFilter(found, language, chosen)
    parts = []
    for name, value in chosen.items():
        rest = urlencode({other: kept for other, kept in chosen.items() if other != name})
        label = dict(form.fields[name].choices).get(value, value)  # type: ignore[attr-defined]
        parts.append({"label": f"{form.fields[name].label}: {label}", "remove_url": f"?{rest}"})
    count = sum(len(line.needs) + len(line.older) for line in found.lines)
    return {
        "sentence": say.needs_said(count, language),
        "parts": parts,
        "clear_url": request.path,
        "form": form,
        "action": request.path,
        "open": False,
    }


def _empty(request: HttpRequest, language: Language, *, filtered_out: bool) -> dict[str, Any]:
    if filtered_out:
        return {
            "title": _("Nothing matches these filters"),
            "text": _("Remove a filter to see more."),
            "actions": [{"label": _("Show all"), "url": request.path}],
        }
    return {
        "title": _("No competence needs have been told yet"),
        "text": _(
            "Write what competence there is and what is needed: how many people, now and in a later year. "
            "What other organisations share with this workspace is put on the same map."
        ),
        "example": _("For example: welding, 12 people now, 20 needed now, 35 needed in 2030."),
        "actions": _ways_in(request, language),
    }
