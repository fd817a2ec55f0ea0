"""A project's budget: the grid with its live proof, the saving of cells, one line as a form, and the plan as a file."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.budget_operations import YEAR_PREFIX, CellChange, change_figures
from seutu.apps.funding.exceptions import Clash, StaleFiguresError, UnknownCellError
from seutu.apps.funding.plans import ProjectPlan, plan_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.operations import create_record
from seutu.apps.records.sheets.columns import ColumnProblem, Reading, Value
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.text import Language, Text
from seutu.web.budget_cells import BudgetPage
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.project_files import file_links

MOST_CELLS: Final = 5000
YEAR_DIGITS: Final = 4
NOT_A_YEAR: Final = Text(
    fi="”{year}” ei ole vuosi. Kirjoita neljä numeroa, esimerkiksi 2027.",
    sv="”{year}” är inte ett år. Skriv fyra siffror, till exempel 2027.",
    en="“{year}” is not a year. Write four digits, for example 2027.",
)
GONE: Final = Text(
    fi="Riviä ei enää ole tässä kustannusarviossa. Lataa sivu uudelleen.",
    sv="Raden finns inte längre i budgeten. Ladda om sidan.",
    en="The row is no longer in this budget. Load the page again.",
)


@require_GET
@in_workspace(Act.READ_PLANS)
def project_budget(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show the budget and the funding plan with every total proved."""
    here, language = workspace_of(request), language_of(request)
    project = project_or_404(request, project_id)
    page = BudgetPage(plan_of(project), language, here.slug)
    grid = page.grid
    context = {
        **page_of_project(request, project, "project_budget", _("Budget and funding")),
        "page_lead": _lead(page.shown, language),
        "costs": page.costs(grid),
        "funding": page.funding(grid),
        "verdict": page.verdict(grid),
        "proof": page.proof(grid),
        "rules": page.rules(),
        "can_edit": allows(request, Act.WRITE),
        "cells_url": reverse("project_budget_cells", args=[here.slug, project.pk]),
        "add_line_url": _new(here.slug, "cost-lines", project),
        "add_row_url": _new(here.slug, "funding-rows", project),
        "year_url": reverse("project_budget_year", args=[here.slug, project.pk]),
        "files": file_links(here.slug, project) if allows(request, Act.EXPORT) else [],
        "return_url": reverse("plan_return", args=[here.slug, project.pk]) if allows(request, Act.IMPORT) else "",
        "words": json.dumps(_words()),
    }
    return render(request, "pages/budget.html", context)


def _words() -> dict[str, str]:
    return {
        "saving": _("Saving…"),
        "saved": _("Saved."),
        "failed": _("Not saved: the connection failed. Try again."),
        "undo": _("Undo"),
        "derived": _("computed"),
    }


def _new(slug: str, kind: str, project: Project) -> str:
    return f"{reverse('record_new', args=[slug, kind])}?{urlencode({'project': project.title})}"


def _lead(shown: ProjectPlan, language: Language) -> str:
    """Say what the project costs and who pays the most, in a sentence."""
    total = shown.worked.total
    if total is None or total.is_blank:
        if any(not line.amount.is_blank for line in shown.worked.cost_lines):
            return _("The cost of the whole project is not known: only some of its amounts are here.")
        return _("The budget has no total yet. Enter the amounts of its lines.")
    cost = f"{write_number(total.number, language)}\u00a0€"
    paid = [row for row in shown.worked.funding if not row.amount.is_blank and not row.partner]
    if not paid:
        return _("The project costs %(cost)s. Nobody has been entered to pay for it yet.") % {"cost": cost}
    most = max(paid, key=lambda row: row.amount.number)
    share = most.share
    said = write_number(share.number, language) if share is not None and not share.is_blank else "–"
    return _("The project costs %(cost)s. The largest source of funding is %(payer)s, %(share)s per cent.") % {
        "cost": cost,
        "payer": most.label.in_language(language),
        "share": said,
    }


@require_POST
@in_workspace(Act.WRITE)
def project_budget_cells(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Save cells (lists ``cell``, ``seen``, ``value``) and answer with all texts that may have changed."""
    language = language_of(request)
    project = project_or_404(request, project_id)
    read, problems = _read(request, language)
    if problems:
        return JsonResponse({"problems": problems}, status=422)
    try:
        sequence = change_figures(project, read, by=person_of(request), at=timezone.now())
    except StaleFiguresError as error:
        return JsonResponse({"problems": [_clash(each) for each in error.clashes]}, status=409)
    except UnknownCellError:
        return JsonResponse({"problems": [{"cell": "", "message": GONE.in_language(language)}]}, status=404)
    return JsonResponse(_answer(request, project_or_404(request, project_id), sequence))


def _answer(request: HttpRequest, project: Project, sequence: int) -> dict[str, Any]:
    slug = workspace_of(request).slug
    page = BudgetPage(plan_of(project), language_of(request), slug)
    grid = page.grid
    costs, funding = page.costs(grid), page.funding(grid)
    groups = [*costs["groups"], *funding["groups"]]
    rows = [row for group in groups for row in group["rows"]]
    sums = [*(cell for group in groups for cell in group["totals"]), *costs["total"], *funding["total"]]
    context = {"verdict": page.verdict(grid), "proof": page.proof(grid)}
    return {
        "cells": [cell for row in rows for cell in row["cells"]],
        "sums": sums,
        "lead": _lead(page.shown, page.language),
        "proof": render_to_string("components/proof.html", context, request),
        "undo": reverse("act_undo", args=[slug, sequence]) if sequence else "",
    }


def _read(request: HttpRequest, language: Language) -> tuple[list[CellChange], list[dict[str, str]]]:
    cells, seen, values = (request.POST.getlist(name) for name in ("cell", "seen", "value"))
    if not len(cells) == len(seen) == len(values) or len(cells) > MOST_CELLS:
        raise Http404
    changes, problems = [], []
    for cell, before, after in zip(cells, seen, values, strict=True):
        try:
            changes.append(_change(cell, before, after, language))
        except ColumnProblem as problem:
            problems.append({"cell": cell, "message": problem.message.in_language(language)})
    return changes, problems


def _change(cell: str, before: str, after: str, language: Language) -> CellChange:
    record, _sep, column = cell.partition(":")
    try:
        record_id = UUID(record)
    except ValueError:
        raise ColumnProblem(GONE) from None
    year = column.removeprefix(YEAR_PREFIX)
    if column.startswith(YEAR_PREFIX) and not (len(year) == YEAR_DIGITS and year.isdecimal() and year.isascii()):
        raise ColumnProblem(NOT_A_YEAR.filled(year=year[:20]))
    value = _figure(after, column, language)
    decimals = len(after.strip().rstrip("%").strip().replace(".", ",").partition(",")[2]) if column == "share" else None
    return CellChange(record_id, column, _figure(before, column, language), value, decimals)


def _figure(text: str, column: str, language: Language) -> Decimal | None:
    """Return the figure of a cell; None of an empty one. Raises ColumnProblem for what is no figure."""
    written = text.strip().removesuffix("%" if column == "share" else "€").strip()
    if not written:
        return None
    declared = kind_named("funding-rows").column("share" if column == "share" else "amount")
    value = declared.read(written, Reading(language=language, finder=SingleFinder()))
    return value if isinstance(value, Decimal) else None


def _clash(clash: Clash) -> dict[str, str]:
    said = _("Somebody else changed this meanwhile: it is %(stands)s now, you saw %(seen)s and wrote %(sent)s.") % {
        "stands": clash.stands,
        "seen": clash.seen,
        "sent": clash.sent,
    }
    return {"cell": f"{clash.record_id}:{clash.column}", "message": said, "stands": clash.stands}


@in_workspace(Act.WRITE)
def project_budget_line(request: HttpRequest, project_id: UUID, line_id: UUID) -> HttpResponse:
    """Show one line of the budget as a form with all its years: for a phone, and where no script runs."""
    here, language = workspace_of(request), language_of(request)
    project = project_or_404(request, project_id)
    page = BudgetPage(plan_of(project), language, here.slug)
    grid = page.grid
    row, columns = _row(page, grid, str(line_id))
    back = reverse("project_budget", args=[here.slug, project.pk])
    problems: Sequence[dict[str, str]] = ()
    status = 200
    if request.method == "POST":
        read, problems = _read(request, language)
        if not problems:
            try:
                change_figures(project, read, by=person_of(request), at=timezone.now())
            except StaleFiguresError as error:
                problems = [_clash(each) for each in error.clashes]
            except UnknownCellError:
                raise Http404 from None
            else:
                messages.success(request, _("Saved."))
                return redirect(back)
        status = 422
    sent = dict(zip(request.POST.getlist("cell"), request.POST.getlist("value"), strict=False))
    wrong = {problem["cell"]: problem["message"] for problem in problems}
    fields = [
        {
            **cell,
            "label": column["label"],
            "sent": sent.get(cell["id"], cell["kept"]),
            "wrong": wrong.get(cell["id"], ""),
        }
        for column, cell in zip(columns, row["cells"], strict=True)
    ]
    context = {
        **page_of_project(request, project, "project_budget", row["label"]),
        "fields": fields,
        "problems": [problem["message"] for problem in problems],
        "back_url": back,
        "record_url": row["record_url"],
    }
    return render(request, "pages/budget_line.html", context, status=status)


def _row(page: BudgetPage, grid: Any, record: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    costs, funding = page.costs(grid), page.funding(grid)
    tables = [(row, costs["columns"]) for group in costs["groups"] for row in group["rows"]]
    tables += [(row, funding["columns"]) for group in funding["groups"] for row in group["rows"]]
    for row, columns in tables:
        if row["record"] == record:
            return row, columns
    raise Http404


@require_POST
@in_workspace(Act.WRITE)
def project_budget_year(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Add a year: a blank cell of the first line, so that the year's column stands for everyone."""
    here, language = workspace_of(request), language_of(request)
    project = project_or_404(request, project_id)
    year = request.POST.get("year", "").strip()
    shown = plan_of(project)
    if not (len(year) == YEAR_DIGITS and year.isdecimal() and year.isascii()):
        messages.error(request, NOT_A_YEAR.filled(year=year[:20]).in_language(language))
    elif not shown.cost_ids:
        messages.error(request, _("Add a cost line first: a year is a column of its lines."))
    elif year not in shown.years:
        values: dict[str, Value] = {"cost_line": shown.cost_ids[0], "year": year}
        create_record(kind_named("cost-years"), values, by=person_of(request), at=timezone.now())
    return redirect("project_budget", here.slug, project.pk)
