"""A project's budget: the grid with its live proof, the saving of cells, one line as a form, and the plan as a file."""

import json
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
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
from seutu.apps.funding.exceptions import Clash, RepeatedCellError, StaleFiguresError, UnknownCellError
from seutu.apps.funding.plans import ProjectPlan, changed_rows, plan_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.operations import create_record
from seutu.apps.records.sheets.columns import ColumnProblem, Reading, Value
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.funding.grids import Grid
from seutu.core.funding.project_pages import largest_source
from seutu.core.text import Language, Text
from seutu.web.budget_cells import BudgetPage
from seutu.web.form_marks import mark_of
from seutu.web.plan_links import new_url
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.project_words import differing_said
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.project_files import file_links

MOST_CELLS: Final = 5000
YEAR_DIGITS: Final = 4
SLOW_SAVE: Final = timedelta(minutes=1)
"""A change is dated when its saving begins; so long may saving take."""
NOT_A_YEAR: Final = Text(
    fi="”{year}” ei ole vuosi. Kirjoita neljä numeroa, esimerkiksi 2027.",
    sv="”{year}” är inte ett år. Skriv fyra siffror, till exempel 2027.",
    en="“{year}” is not a year. Write four digits, for example 2027.",
)
TOO_MANY: Final = Text(
    fi="Tässä on {count} lukua. Kerralla voi tallentaa enintään {most}: liitä pienempi osa kerrallaan.",
    sv="Här finns {count} tal. Högst {most} kan sparas på en gång: klistra in en mindre del i taget.",
    en="Here are {count} figures. At most {most} can be saved at once: paste a smaller part at a time.",
)
UNREADABLE: Final = Text(
    fi="Muutoksia ei voitu lukea, eikä mitään tallennettu. Lataa sivu uudelleen.",
    sv="Ändringarna kunde inte läsas, och inget sparades. Ladda om sidan.",
    en="The changes could not be read, and nothing was saved. Load the page again.",
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
    here, language, moment = workspace_of(request), language_of(request), timezone.now()
    project = project_or_404(request, project_id)
    page = BudgetPage(plan_of(project), language, here.slug)
    grid = page.grid
    context = {
        **page_of_project(request, project, "project_budget", _("Budget and funding")),
        "page_lead": _lead(page.shown, grid, language),
        "costs": page.costs(grid),
        "funding": page.funding(grid),
        "verdict": page.verdict(grid),
        "proof": page.proof(grid),
        "rules": page.rules(),
        "can_edit": allows(request, Act.WRITE),
        "cells_url": reverse("project_budget_cells", args=[here.slug, project.pk]),
        "add_line_url": new_url(here.slug, "cost-lines", project=project.pk),
        "add_row_url": new_url(here.slug, "funding-rows", project=project.pk),
        "year_url": reverse("project_budget_year", args=[here.slug, project.pk]),
        "files": file_links(here.slug, project) if allows(request, Act.EXPORT) else [],
        "return_url": reverse("plan_return", args=[here.slug, project.pk]) if allows(request, Act.IMPORT) else "",
        "words": json.dumps(_words()),
        "moment": moment.isoformat(),
    }
    return render(request, "pages/budget.html", context)


def _words() -> dict[str, str]:
    return {
        "saving": _("Saving…"),
        "saved": _("Saved."),
        "failed": _("Not saved: the connection failed. Try again."),
        "shut": _(
            "Not saved: you have been signed out, or may no longer change this budget. What you typed is still in "
            "its cells: copy it before you load the page again."
        ),
        "too_large": _("Not saved: too much at once. Paste a smaller block."),
        "broken": _("Not saved: the service had a fault. What you typed is still in its cells: try again in a moment."),
        "beyond": _("Nothing was pasted: the block reaches beyond the table. Choose a smaller block or another cell."),
        "undo": _("Undo"),
        "again": _("Try again"),
        "derived": _("computed"),
    }


def _lead(shown: ProjectPlan, grid: Grid, language: Language) -> str:
    """Say what the project costs and who pays the most, in a sentence; a total that its rows do not make is told."""
    total = shown.worked.total
    if total is None or total.is_blank:
        if any(not line.amount.is_blank for line in shown.worked.cost_lines):
            return _("The cost of the whole project is not known: only some of its amounts are here.")
        return _("The budget has no total yet. Enter the amounts of its lines.")
    return " ".join(filter(None, (_paid(shown, total.number, language), _differs(grid, total.number, language))))


def _paid(shown: ProjectPlan, cost: Decimal, language: Language) -> str:
    said = f"{write_number(cost, language)}\u00a0€"
    most = largest_source(shown.worked)
    if most is None:
        return _("The project costs %(cost)s. Nobody has been entered to pay for it yet.") % {"cost": said}
    payer, share = most
    return _("The project costs %(cost)s. The largest source of funding is %(payer)s, %(share)s per cent.") % {
        "cost": said,
        "payer": payer.in_language(language),
        "share": write_number(share.number, language) if share is not None and not share.is_blank else "–",
    }


def _differs(grid: Grid, stated: Decimal, language: Language) -> str:
    rows = grid.costs["amount"]
    return "" if rows.value is None or rows.blanks else differing_said(stated, rows.value, language)


@require_POST
@in_workspace(Act.WRITE)
def project_budget_cells(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Save cells (lists ``cell``, ``seen``, ``value``) and answer with all texts that may have changed.

    A cell that is not answered says what it keeps, and nothing is wrong with it. Rows that somebody has changed since
    ``since``, the moment of the page's last answer, are answered whoever changed them.
    """
    language = language_of(request)
    project = project_or_404(request, project_id)
    read, problems = _read(request, language)
    if problems:
        return JsonResponse({"problems": problems}, status=422)
    try:
        sequence = change_figures(project, read, by=person_of(request), at=timezone.now())
    except StaleFiguresError as error:
        return JsonResponse({"problems": [_clash(each, language) for each in error.clashes]}, status=409)
    except RepeatedCellError as error:
        return JsonResponse({"problems": [_repeated(error, language)]}, status=422)
    except UnknownCellError:
        return JsonResponse({"problems": [{"cell": "", "message": GONE.in_language(language)}]}, status=404)
    return JsonResponse(_answer(request, project_or_404(request, project_id), sequence))


def _answer(request: HttpRequest, project: Project, sequence: int) -> dict[str, Any]:
    slug, moment = workspace_of(request).slug, timezone.now()
    page = BudgetPage(plan_of(project), language_of(request), slug)
    grid = page.grid
    told = page.speaking(grid) | changed_rows(project, since=_since(request))
    costs, funding = page.costs(grid, told), page.funding(grid, told)
    groups = [*costs["groups"], *funding["groups"]]
    rows = [row for group in groups for row in group["rows"]]
    sums = [*(cell for group in groups for cell in group["totals"]), *costs["total"], *funding["total"]]
    context = {"verdict": page.verdict(grid), "proof": page.proof(grid)}
    return {
        "cells": [cell for row in rows for cell in row["cells"]],
        "sums": sums,
        "lead": _lead(page.shown, grid, page.language),
        "proof": render_to_string("components/proof.html", context, request),
        "undo": reverse("act_undo", args=[slug, sequence]) if sequence else "",
        "moment": moment.isoformat(),
    }


def _sent(request: HttpRequest) -> list[tuple[str, str, str]] | None:
    """Return the cells, what was seen in them and what they are to hold: of a form's lists, or of the grid's JSON."""
    names = ("cell", "seen", "value")
    if "changes" not in request.POST:
        cells, seen, values = (request.POST.getlist(name) for name in names)
        return list(zip(cells, seen, values, strict=True)) if len(cells) == len(seen) == len(values) else None
    try:
        told = json.loads(request.POST["changes"])
        rows = [tuple(row[name] for name in names) for row in told]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = [row for row in rows if all(isinstance(text, str) for text in row)]
    return [(cell, before, after) for cell, before, after in texts] if len(texts) == len(rows) else None


def _since(request: HttpRequest) -> datetime | None:
    """Return the moment from which changes are told; None, which tells of every row, where none is sent."""
    try:
        moment = datetime.fromisoformat(request.POST.get("since", ""))
    except ValueError:
        return None
    return moment - SLOW_SAVE if moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR else None


def _read(request: HttpRequest, language: Language) -> tuple[list[CellChange], list[dict[str, str]]]:
    sent = _sent(request)
    if sent is None or len(sent) > MOST_CELLS:
        told = UNREADABLE if sent is None else TOO_MANY.filled(count=len(sent), most=MOST_CELLS)
        return [], [{"cell": "", "message": told.in_language(language)}]
    changes, problems = [], []
    for cell, before, after in sent:
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


def _clash(clash: Clash, language: Language) -> dict[str, str]:
    def written(figure: str) -> str:
        return figure if figure == "–" else write_number(Decimal(figure), language)

    said = _("Somebody else changed this meanwhile: it is %(stands)s now, you saw %(seen)s and wrote %(sent)s.") % {
        "stands": written(clash.stands),
        "seen": written(clash.seen),
        "sent": written(clash.sent),
    }
    return {"cell": f"{clash.record_id}:{clash.column}", "message": said, "stands": clash.stands}


def _repeated(error: RepeatedCellError, language: Language) -> dict[str, str]:
    return {"cell": f"{error.record_id}:{error.column}", "message": error.message.in_language(language)}


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
                problems = [_clash(each, language) for each in error.clashes]
            except RepeatedCellError as error:
                problems = [_repeated(error, language)]
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
        try:
            create_record(
                kind_named("cost-years"), values, by=person_of(request), at=timezone.now(), mark=mark_of(request)
            )
        except InvalidValuesError as error:
            for text in error.problems.values():
                messages.error(request, text.in_language(language))
    return redirect("project_budget", here.slug, project.pk)
