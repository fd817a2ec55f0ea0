"""The portfolio: every project with its stage, its lead, and money planned, used and left; as a page and as Excel."""

import io
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.portfolio_queries import Portfolio, PortfolioRow, PortfolioSum, portfolio, programmes, rows_of
from seutu.apps.programmes.choices import LIFE_CYCLE
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.core.figures import ORIGIN_WORDS, Origin, write_number
from seutu.core.figures.amount_writing import write_euros
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.monitoring import words
from seutu.reporting.tables import TableColumn, TableContent, write_workbook
from seutu.web.paging import page_numbers, page_of
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import Cell, labels_of, listing, named, project_link, said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url
from seutu.web.views.exports import file_answer

EURO: Final = "€"
FIELDS: Final = ("programme", "stage")


class PortfolioFilter(forms.Form):
    """Which projects are shown: those of a programme, in a stage."""

    def __init__(self, language: Language, chosen: Mapping[str, str]) -> None:
        super().__init__(initial=dict(chosen))
        known = [(str(each.pk), each.name) for each in programmes()]
        everything = ("", _("all"))
        self.fields["programme"] = forms.ChoiceField(
            label=named(PROGRAMMES.singular.in_language(language)), choices=[everything, *known], required=False
        )
        self.fields["stage"] = forms.ChoiceField(
            label=words.STAGE.in_language(language),
            choices=[everything, *labels_of(LIFE_CYCLE, language).items()],
            required=False,
        )


def _chosen(request: HttpRequest) -> dict[str, str]:
    """Return the filters of the address that mean something; an unknown value answers 404."""
    chosen = {name: request.GET[name] for name in FIELDS if request.GET.get(name)}
    if "stage" in chosen and chosen["stage"] not in {choice.code for choice in LIFE_CYCLE}:
        raise Http404
    if "programme" in chosen:
        try:
            UUID(chosen["programme"])
        except ValueError:
            raise Http404 from None
        if chosen["programme"] not in {str(each.pk) for each in programmes()}:
            raise Http404
    return chosen


def _found(chosen: Mapping[str, str]) -> Portfolio:
    programme = chosen.get("programme")
    return portfolio(programme=UUID(programme) if programme else None, stage=chosen.get("stage", ""))


@require_GET
@in_workspace(Act.READ_PLANS)
def portfolio_page(request: HttpRequest) -> HttpResponse:
    """Show the portfolio."""
    request.area = "plans"  # type: ignore[attr-defined]
    slug, language, chosen = workspace_of(request).slug, language_of(request), _chosen(request)
    found = _found(chosen)
    page = page_of(request, found.projects)
    context = {
        "page_title": _("Portfolio"),
        "page_kind": PROJECTS.plural.in_language(language),
        "page_lead": _lead(found, language),
        "page_actions": _actions(request, chosen),
        "breadcrumbs": [
            {"label": PROJECTS.plural.in_language(language), "url": reverse("collection", args=[slug, PROJECTS.name])},
            {"label": _("Portfolio")},
        ],
        "filters": _filters(found, chosen, language),
        "table": _table(rows_of(page.object_list), found, slug, language, filtered=bool(chosen)),
        "pagination": page_numbers(page, language, {name: [value] for name, value in chosen.items()}),
    }
    return render(request, "pages/portfolio.html", context)


def _lead(found: Portfolio, language: Language) -> str:
    """Say how many projects there are, and their money as far as it is known."""
    count = found.count
    counted = ngettext("%(count)s project", "%(count)s projects", count) % {"count": write_number(count, language)}
    if not count:
        return _("No project is here yet.")
    if all(each.known is None for each in (found.planned, found.used, found.left)):
        return _("%(projects)s. Nothing is known of their money yet.") % {"projects": counted}
    return _("%(projects)s: planned %(planned)s, used %(used)s, left %(left)s.") % {
        "projects": counted,
        "planned": _known(found.planned, count, language),
        "used": _known(found.used, count, language),
        "left": _known(found.left, count, language),
    }


def _known(found: PortfolioSum, count: int, language: Language) -> str:
    if found.known is None:
        return _("not known")
    amount = write_euros(found.known, language)
    if not found.blanks:
        return amount
    return _("%(amount)s (known of %(known)s/%(all)s)") % {
        "amount": amount,
        "known": write_number(count - found.blanks, language),
        "all": write_number(count, language),
    }


def _actions(request: HttpRequest, chosen: Mapping[str, str]) -> list[dict[str, str]]:
    slug = workspace_of(request).slug
    actions = []
    if allows(request, Act.EXPORT):
        query = f"?{urlencode(chosen)}" if chosen else ""
        url = reverse("portfolio_file", args=[slug, "xlsx"]) + query
        actions.append({"label": _("Get as Excel"), "url": url, "style": "second"})
    actions.append({"label": _("Coming up"), "url": reverse("coming", args=[slug]), "style": "quiet"})
    actions.append({"label": _("Funding pipeline"), "url": reverse("pipeline", args=[slug]), "style": "quiet"})
    if allows(request, Act.WRITE):
        actions.insert(0, {"label": _("Add a project"), "url": new_url(slug, "projects")})
    return actions


def _filters(found: Portfolio, chosen: Mapping[str, str], language: Language) -> dict[str, Any]:
    form = PortfolioFilter(language, chosen)
    count = found.count
    parts = []
    for name in chosen:
        labels = dict(form.fields[name].choices)  # type: ignore[attr-defined]
        rest = urlencode({other: value for other, value in chosen.items() if other != name})
        parts.append({"label": f"{form.fields[name].label}: {labels[chosen[name]]}", "remove_url": f"?{rest}"})
    sentence = ngettext("%(count)s row", "%(count)s rows", count) % {"count": write_number(count, language)}
    return {"sentence": sentence, "parts": parts, "clear_url": "?", "form": form}


def _table(
    rows: list[PortfolioRow], found: Portfolio, slug: str, language: Language, *, filtered: bool
) -> dict[str, Any]:
    stages = labels_of(LIFE_CYCLE, language)
    columns = (
        (words.PROJECT.in_language(language), "text"),
        (words.STAGE.in_language(language), "text"),
        (named(PROGRAMMES.singular.in_language(language)), "text"),
        (_("Lead or owner"), "text"),
        (words.PLANNED.in_language(language), "number"),
        (words.USED.in_language(language), "number"),
        (words.LEFT.in_language(language), "number"),
    )
    sums = [_sum(each, language) for each in (found.planned, found.used, found.left)]
    blank = [{"text": ""}] * 3
    cells = [_row(each, slug, stages, language) for each in rows]
    empty = {
        "title": _("Nothing matches these filters") if filtered else _("No project is here yet."),
        "text": PROJECTS.purpose.in_language(language),
    }
    return listing(
        "portfolio-table",
        _("Portfolio"),
        columns,
        cells,
        foot=[{"text": words.TOTAL.in_language(language)}, *blank, *sums],
        note=_("A dash means that the figure is not known; it is not zero and not in the sums."),
        empty=empty,
        head="sticky",
    )


def _row(row: PortfolioRow, slug: str, stages: Mapping[str, str], language: Language) -> list[Cell]:
    programme = row.project.development_programme
    planned = said("" if row.planned is None else write_euros(row.planned, language))
    if row.calculated:
        planned = {**planned, "note": ORIGIN_WORDS[Origin.DERIVED].in_language(language)}
    return [
        project_link(slug, row.project),
        said(stages.get(row.project.life_cycle, "")),
        {"text": programme.name, "url": record_url(slug, "programmes", programme.pk)} if programme else said(""),
        said(row.lead),
        planned,
        said("" if row.used is None else write_euros(row.used, language)),
        said("" if row.left is None else write_euros(row.left, language)),
    ]


def _sum(found: PortfolioSum, language: Language) -> Cell:
    return {"text": "–" if found.known is None else write_euros(found.known, language)}


@require_GET
@in_workspace(Act.EXPORT)
def portfolio_file(request: HttpRequest, form: str) -> FileResponse:
    """Give the portfolio with its filters as a workbook."""
    if form != "xlsx":
        raise Http404
    language = language_of(request)
    found = _found(_chosen(request))
    stages = labels_of(LIFE_CYCLE, language)
    columns = (
        TableColumn(key="project", label=words.PROJECT.in_language(language)),
        TableColumn(key="stage", label=words.STAGE.in_language(language)),
        TableColumn(key="programme", label=named(PROGRAMMES.singular.in_language(language))),
        TableColumn(key="lead", label=_("Lead or owner")),
        TableColumn(key="planned", label=words.PLANNED.in_language(language), kind="amount", unit=EURO),
        TableColumn(key="origin", label=words.ORIGIN.in_language(language)),
        TableColumn(key="used", label=words.USED.in_language(language), kind="amount", unit=EURO),
        TableColumn(key="left", label=words.LEFT.in_language(language), kind="amount", unit=EURO),
    )
    rows = [_sheet_row(each, stages, language) for each in rows_of(found.projects)]
    sums = (found.planned.known, None, found.used.known, found.left.known)
    rows.append((words.TOTAL.in_language(language), None, None, None, *sums))
    stream = io.BytesIO()
    write_workbook([TableContent(_("Portfolio"), columns, rows)], stream, language=language)
    return file_answer(stream, f"portfolio-{timezone.localdate().isoformat()}.xlsx", MEDIA_TYPES["xlsx"])


def _sheet_row(row: PortfolioRow, stages: Mapping[str, str], language: Language) -> tuple[object, ...]:
    programme = row.project.development_programme
    origin = ""
    if row.planned is not None:
        origin = ORIGIN_WORDS[Origin.DERIVED if row.calculated else Origin.STATED].in_language(language)
    named_parts = (row.project.name, stages.get(row.project.life_cycle), programme.name if programme else None)
    return (*named_parts, row.lead or None, row.planned, origin or None, row.used, row.left)
