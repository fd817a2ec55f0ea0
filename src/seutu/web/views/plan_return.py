"""Bringing a plan's workbook back to its project: send it, see what would change, save it as one act.

Not for new projects, which a checked document makes (checking.py).
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.plan_updates import Difference, PlanUpdate, apply_update, planned_update
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError, StalePlanError
from seutu.apps.records.queries import titles
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.figures import write_number
from seutu.core.problems import InputProblem
from seutu.core.text import Language
from seutu.sources.plans import ReadPlan, read_plan, read_plan_workbook
from seutu.web.moments import moment
from seutu.web.one_file import OneFileForm, only_file
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.undo_messages import success_with_undo
from seutu.web.uploads import Upload, keep_files, kept_files
from seutu.web.views.imports import problem_text

SHOWN: int = 200


def _form(request: HttpRequest) -> OneFileForm:
    told = _(
        "The plan's workbook (.xlsx, .ods) or its JSON file, at most %(size)s MB. A printed budget cannot be "
        "brought back."
    ) % {"size": settings.UPLOAD_LIMIT_MB}
    return OneFileForm(request.POST or None, request.FILES or None, accept=".xlsx,.xls,.ods,.json", told=told)


def _update(project: Project, kept: Upload) -> tuple[PlanUpdate, ReadPlan]:
    """Read a kept workbook and work out what it would change."""
    path = only_file(kept)
    read = read_plan(path) if path.suffix.casefold() == ".json" else read_plan_workbook(path)
    return planned_update(project, read.plan, read.spoken), read


def _problems(error: InputProblem | InvalidValuesError, language: Language) -> list[str]:
    if isinstance(error, InputProblem):
        return [problem_text(each, language) for each in error.problems]
    return [text.in_language(language) for text in error.problems.values()]


def _workbook_url(request: HttpRequest, project: Project) -> str:
    if not allows(request, Act.EXPORT):
        return ""
    return reverse("project_file", args=[workspace_of(request).slug, project.pk, "plan.xlsx"])


@in_workspace(Act.IMPORT)
def plan_return(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Ask for the workbook and lead to what it would change."""
    here, language = workspace_of(request), language_of(request)
    project = project_or_404(request, project_id)
    form = _form(request)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            kept = keep_files(here, [form.cleaned_data["file"]])
            try:
                _update(project, kept)
            except (InputProblem, InvalidValuesError) as error:
                for text in _problems(error, language):
                    form.add_error("file", text)
            else:
                return redirect("plan_return_preview", here.slug, project.pk, kept.token)
    context = {
        **page_of_project(request, project, "project_budget", _("Bring the workbook back")),
        "page_lead": _("You see every change before anything is saved. Nothing is removed."),
        "form": form,
        "back_url": reverse("project_budget", args=[here.slug, project.pk]),
        "workbook_url": _workbook_url(request, project),
    }
    return render(request, "pages/plan_return.html", context, status=status)


@in_workspace(Act.IMPORT)
def plan_return_preview(request: HttpRequest, project_id: UUID, token: UUID) -> HttpResponse:
    """Show what the workbook would change; on confirmation save it."""
    here, language = workspace_of(request), language_of(request)
    project = project_or_404(request, project_id)
    kept = kept_files(here, token)
    if kept is None:
        raise Http404
    try:
        update, read = _update(project, kept)
    except (InputProblem, InvalidValuesError) as error:
        messages.error(request, " ".join(_problems(error, language)))
        return redirect("plan_return", here.slug, project.pk)
    if request.method == "POST":
        return _saved(request, project, update, kept.name)
    context = {
        **page_of_project(request, project, "project_budget", _("What the workbook changes")),
        "page_lead": _lead(update, language),
        **_tables(update, language),
        "absent": [f"{title} ({kind.singular.in_language(language)})" for kind, title in update.absent],
        "read_notes": [problem_text(each, language) for each in read.notes],
        "update": update,
        "back_url": reverse("project_budget", args=[here.slug, project.pk]),
    }
    return render(request, "pages/plan_return_preview.html", context)


def _saved(request: HttpRequest, project: Project, update: PlanUpdate, name: str) -> HttpResponse:
    here, language = workspace_of(request), language_of(request)
    if str(update.head) != request.POST.get("head", ""):
        messages.error(request, _("The workspace was changed meanwhile. Look at the changes again."))
        return redirect(request.path)
    try:
        sequence = apply_update(update, by=person_of(request), at=timezone.now(), note=name)
    except StalePlanError:
        messages.error(request, _("The workspace was changed meanwhile. Look at the changes again."))
        return redirect(request.path)
    except InvalidValuesError as error:
        messages.error(request, " ".join(text.in_language(language) for text in error.problems.values()))
        return redirect(request.path)
    undo_url = reverse("act_undo", args=[here.slug, sequence])
    success_with_undo(request, _("The plan was saved."), undo_url=undo_url)
    return redirect("project_budget", here.slug, project.pk)


def _lead(update: PlanUpdate, language: Language) -> str:
    if update.is_empty:
        return _("The workbook says what the project says already. There is nothing to save.")
    changed = sum(len(values) for _kind, _record, values in update.changes) + len(update.new_years)
    added = len(update.additions)
    first = ngettext("%(count)s figure changes", "%(count)s figures change", changed)
    second = ngettext("%(count)s row is added", "%(count)s rows are added", added)
    first %= {"count": write_number(changed, language)}
    second %= {"count": write_number(added, language)}
    if not changed or not added:
        return f"{first if changed else second}."
    return _("%(changes)s and %(additions)s.") % {"changes": first, "additions": second}


def _tables(update: PlanUpdate, language: Language) -> dict[str, Any]:
    """Return the first rows of what changes as a table, and those beyond them as another that can be opened."""
    found = list(update.differences())
    named = _titles(found)
    rows = [_row(each, named, language) for each in found]
    first, rest = rows[:SHOWN], rows[SHOWN:]
    return {
        "table": _table("changes", _("What changes"), first),
        "rest": _table("more-changes", _("More changes"), rest) if rest else None,
        "rest_count": len(rest),
    }


def _table(name: str, caption: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": name,
        "caption": caption,
        "caption_hidden": True,
        "stack": True,
        "columns": [
            {"label": _("Row")},
            {"label": _("Figure")},
            {"label": _("Now"), "kind": "number"},
            {"label": _("In the workbook"), "kind": "number"},
        ],
        "rows": rows,
    }


def _titles(found: Sequence[Difference]) -> dict[UUID, str]:
    """Return the titles of the records that values point to, asked of each kind once."""
    wanted: dict[str, set[UUID]] = {}
    for each in found:
        if isinstance(each.column, ReferenceColumn):
            wanted.setdefault(each.column.kind, set()).update(
                value for value in (each.before, each.after) if isinstance(value, UUID)
            )
    return {pk: title for kind, ids in wanted.items() for pk, title in titles(kind, list(ids)).items()}


def _row(each: Difference, named: Mapping[UUID, str], language: Language) -> dict[str, Any]:
    shown = [_said(each, value, named, language) for value in (each.before, each.after)]
    row = {"text": f"{each.title} ({each.kind.singular.in_language(language)})"}
    if each.record is None:
        row["note"] = _("new row")
    else:
        row["note"] = _("changed %(moment)s") % {"moment": moment(each.record.changed_at, language)}
    label = each.column.label.in_language(language)
    return {"cells": [row, {"text": label}, *({"text": text or "–"} for text in shown)]}


def _said(each: Difference, value: Any, named: Mapping[UUID, str], language: Language) -> str:
    return named.get(value, "") if isinstance(value, UUID) else each.column.show(value, language)
