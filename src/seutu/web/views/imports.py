"""Bringing a file in: send or paste it, match the columns, see every row before anything is saved, save, undo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.jobs.imports import BACKGROUND_ROWS, start_import_job
from seutu.apps.records.exceptions import RejectedRowsError, StalePlanError
from seutu.apps.records.files.headers import VARIANT_MARK, is_of_rejected, names_in_files, variant_name
from seutu.apps.records.files.importing import OpenedFile, apply_plan, is_mapped, open_file, plan_import, report_of
from seutu.apps.records.files.messages import nothing_mapped
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.files.rejected import keep_rejected
from seutu.apps.records.files.report import PlannedRow
from seutu.apps.records.queries import last_sequence
from seutu.apps.records.sheets.columns import said
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.figures import write_number
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Language
from seutu.sources.tables import Limits
from seutu.web.import_same import same_chosen, same_fields, same_query
from seutu.web.import_steps import counts_shown, crumbs, steps
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.uploads import Upload, forget, is_too_large, keep_done, keep_file, keep_text, kept_upload
from seutu.web.views.collections import kind_or_404
from seutu.web.whole_numbers import whole_number

FROM_REGISTERS = {"actors", "projects", "participations", "links"}
SHOWN_ROWS = 60
SAMPLES = 3
TOLD_ROWS = 3


class FileForm(forms.Form):
    """A file, or rows pasted from a spreadsheet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=_("File"),
            required=False,
            help_text=_("Excel (.xlsx, .xls), OpenDocument (.ods) or CSV, at most %(size)s MB.")
            % {"size": settings.UPLOAD_LIMIT_MB},
            widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt,.tsv"}),
        )
        self.fields["pasted"] = forms.CharField(
            label=_("Or paste rows from Excel, with their header row"),
            required=False,
            strip=False,
            widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed, and no more than the limit."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if not file and not (cleaned.get("pasted") or "").strip():
            raise forms.ValidationError(_("Choose a file or paste rows."))
        if file and is_too_large(file):
            raise forms.ValidationError(_("The file is too large. Split it or save it without pictures."))
        return cleaned


@in_workspace(Act.IMPORT)
def import_start(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a file or pasted rows."""
    declared = kind_or_404(request, kind)
    language = language_of(request)
    workspace = request.workspace  # type: ignore[attr-defined]
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data.get("file")
        if file:
            upload = keep_file(workspace, kind, file)
        else:
            upload = keep_text(workspace, kind, form.cleaned_data["pasted"], _("pasted rows"))
        url = reverse("import_preview", args=[workspace.slug, kind, upload.token])
        return redirect(url + same_query(request, declared))
    context = {
        "page_title": _("Bring in: %(kinds)s") % {"kinds": declared.plural.in_language(language)},
        "page_lead": _("Nothing is saved before you have seen what would happen."),
        "breadcrumbs": crumbs(declared, workspace.slug, language, _("Bring in")),
        "steps": steps(0),
        "form": form,
        "template_url": reverse("template", args=[workspace.slug, kind]),
        "register_url": reverse("register_files", args=[workspace.slug]) if kind in FROM_REGISTERS else "",
        **_columns(declared, language),
    }
    return render(request, "pages/import_start.html", context, status=422 if form.errors else 200)


def _columns(kind: Kind, language: Language) -> dict[str, Any]:
    """Return the columns with something to know of them, and the names of the others."""
    known, others = [], []
    for column in kind.columns:
        label = column.label.in_language(language)
        told = [_("Needed.")] if column.required else []
        told += [column.help.in_language(language)] if column.help else []
        if told:
            known.append({"label": label[:1].upper() + label[1:], "text": " ".join(told)})
        else:
            others.append(label)
    return {"columns": known, "others": others}


@in_workspace(Act.IMPORT)
def import_preview(request: HttpRequest, kind: str, token: UUID) -> HttpResponse:
    """Show what the file would do, with its columns matched; save it when asked to."""
    declared = kind_or_404(request, kind)
    workspace = request.workspace  # type: ignore[attr-defined]
    upload = kept_upload(workspace, kind, token)
    if upload is None:
        raise Http404
    language = language_of(request)
    try:
        opened = open_file(declared, upload.path, limits=Limits(file_bytes=settings.UPLOAD_LIMIT_MB * 1024 * 1024))
        mappings = _chosen_mappings(request, declared, opened)
        same = same_chosen(request, declared, mappings)
        plan = _planned(declared, opened, mappings, language, same)
    except InputProblem as error:
        return _cannot_read(request, declared, upload, error)
    if request.method == "POST" and request.POST.get("act") in {"save", "save_good"} and plan.rows:
        try:
            if len(plan.rows) > BACKGROUND_ROWS and (not plan.rejected or _takes_good(request)):
                return _save_later(request, declared, upload, mappings, same)
            return _save(request, declared, upload, plan)
        except StalePlanError:
            messages.warning(request, _("Something was changed while you were looking. Check once more and save."))
    context = _preview_context(request, declared, upload, opened, mappings, plan)
    context["same"] = same_fields(declared, mappings, same, language)
    return render(request, "pages/import_preview.html", context)


def _planned(
    kind: Kind,
    opened: OpenedFile,
    mappings: Sequence[Mapping[str, str]],
    language: Language,
    same: Mapping[str, str],
) -> Plan:
    """Return the plan of the file; one without rows, that asks for the columns, when no column is known or chosen."""
    if is_mapped(mappings):
        return plan_import(kind, opened, language=language, mappings=mappings, same=same)
    return Plan(kind, head=last_sequence(), notes=[Problem(nothing_mapped(kind.plural)), *opened.notes])


def _chosen_mappings(request: HttpRequest, kind: Kind, opened: OpenedFile) -> Sequence[Mapping[str, str]]:
    if request.method != "POST":
        return opened.mappings
    allowed = set(names_in_files(kind))
    chosen = []
    for number, table in enumerate(opened.tables):
        mapping: dict[str, str] = {}
        taken = {""}
        for header in table.header:
            name = request.POST.get(f"column-{number}-{header.index}", "")
            column = name.partition(VARIANT_MARK)[0]
            mapping[header.text] = name if name in allowed and column not in taken else ""
            taken.add(column)
        chosen.append(mapping)
    return chosen


def _cannot_read(request: HttpRequest, kind: Kind, upload: Upload, error: InputProblem) -> HttpResponse:
    language = language_of(request)
    workspace = request.workspace  # type: ignore[attr-defined]
    context = {
        "page_title": _("The file cannot be read"),
        "page_kind": upload.name,
        "breadcrumbs": crumbs(kind, workspace.slug, language, _("Bring in")),
        "errors": [{"text": problem_text(problem, language)} for problem in error.problems],
        "again_url": reverse("import", args=[workspace.slug, kind.name]),
        "template_url": reverse("template", args=[workspace.slug, kind.name]),
    }
    forget(upload)
    return render(request, "pages/import_refused.html", context, status=422)


def problem_text(problem: Problem, language: Language) -> str:
    """Return a problem in one sentence: where and what."""
    parts = []
    if problem.sheet:
        parts.append(_("sheet %(name)s") % {"name": problem.sheet})
    if problem.line:
        parts.append(_("row %(number)s") % {"number": problem.line})
    if problem.column:
        parts.append(_("column %(name)s") % {"name": problem.column})
    place = ", ".join(parts)
    text = problem.message.in_language(language)
    return f"{place[:1].upper()}{place[1:]}: {text}" if place else text


def _takes_good(request: HttpRequest) -> bool:
    return request.POST.get("act") == "save_good"


def _head_seen(request: HttpRequest) -> int:
    """Return the workspace's last entry when the preview was shown; what no preview sends is older than any."""
    return whole_number(request.POST.get("head"))


def _save_later(
    request: HttpRequest,
    kind: Kind,
    upload: Upload,
    mappings: Sequence[Mapping[str, str]],
    same: Mapping[str, str],
) -> HttpResponse:
    """Let the worker save a large file, and show how far it is; raises StalePlanError as _save does."""
    head = _head_seen(request)
    if head != last_sequence():
        raise StalePlanError
    job = start_import_job(
        kind=kind,
        file=upload.path,
        name=upload.name,
        mappings=mappings,
        same=same,
        accept_good=_takes_good(request),
        head=head,
        language=language_of(request),
        by=person_of(request),
        at=timezone.now(),
    )
    return redirect("job", request.workspace.slug, job.pk)  # type: ignore[attr-defined]


def _save(request: HttpRequest, kind: Kind, upload: Upload, plan: Plan) -> HttpResponse:
    """Write the plan and lead to what it did; raises StalePlanError when something was changed since it was shown."""
    language = language_of(request)
    workspace = request.workspace  # type: ignore[attr-defined]
    plan.head = _head_seen(request)
    accept = _takes_good(request)
    try:
        report = apply_plan(plan, accept_good=accept, note=upload.name, by=person_of(request), at=timezone.now())
    except RejectedRowsError as error:
        messages.error(request, _("Some rows were rejected, so nothing was saved."))
        for row in [] if plan.rejected else error.report.rejected[:TOLD_ROWS]:
            messages.error(request, " ".join(problem_text(each, language) for each in row.problems))
        return redirect("import_preview", workspace.slug, kind.name, upload.token)
    keep_rejected(report.rejected, upload.path, kind=kind, language=language)
    told = {
        "counts": {name: report.counts[name] for name in ("created", "changed", "unchanged", "skipped")},
        "rejected": len(report.rejected),
        "notes": [problem_text(note, language) for note in report.notes],
        "sequence": report.sequence,
    }
    keep_done(upload, kind.name, told)
    forget(upload)
    return redirect("import_done", workspace.slug, kind.name, upload.token)


def _preview_context(
    request: HttpRequest,
    kind: Kind,
    upload: Upload,
    opened: OpenedFile,
    mappings: Sequence[Mapping[str, str]],
    plan: Plan,
) -> dict[str, Any]:
    language = language_of(request)
    workspace = request.workspace  # type: ignore[attr-defined]
    report = report_of(plan)
    ready = report.counts["created"] + report.counts["changed"]
    return {
        "page_title": _("Check before saving"),
        "page_kind": f"{kind.plural.in_language(language)} · {upload.name}",
        "page_lead": _sentence(report.rows, ready, len(report.rejected), language)
        if plan.rows
        else _("Choose below what each column of the file is, and check again."),
        "breadcrumbs": crumbs(kind, workspace.slug, language, _("Bring in")),
        "steps": steps(1),
        "head": workspace.head_sequence,
        "counts": counts_shown(report.counts, len(report.rejected), language) if plan.rows else [],
        "tables": [
            _mapping_table(kind, table, mapping, number, language)
            for number, (table, mapping) in enumerate(zip(opened.tables, mappings, strict=True))
        ],
        "rows_table": _rows_table(kind, plan, opened, language) if plan.rows else None,
        "notes": [problem_text(note, language) for note in plan.notes],
        "rejected": len(report.rejected),
        "ready": ready,
        "save_label": ngettext("Save %(count)s row", "Save %(count)s rows", ready)
        % {"count": write_number(ready, language)},
    }


def _sentence(rows: int, ready: int, rejected: int, language: Language) -> str:
    text = ngettext(
        "The file has %(rows)s row; %(ready)s would be saved.",
        "The file has %(rows)s rows; %(ready)s of them would be saved.",
        rows,
    ) % {
        "rows": write_number(rows, language),
        "ready": write_number(ready, language),
    }
    if rejected:
        left = ngettext(
            "%(rejected)s row cannot be read: the reason is given on the row.",
            "%(rejected)s rows cannot be read: the reasons are given on the rows.",
            rejected,
        )
        text += " " + left % {"rejected": write_number(rejected, language)}
    return text


def _mapping_table(
    kind: Kind, table: Any, mapping: Mapping[str, str], number: int, language: Language
) -> dict[str, Any]:
    columns = [("", _("– leave out –"))]
    for column in kind.columns:
        label = column.label.in_language(language)
        columns.append((column.name, label[:1].upper() + label[1:]))
        columns += [(variant_name(column, v.code), v.label.in_language(language)) for v in column.variants]
    references = [(f"{column.name}_id", f"{column.label.in_language(language)} id") for column in kind.references]
    columns += [("id", "id"), *references]
    rows = []
    for header in table.header:
        if is_of_rejected(header.text):
            continue
        samples = [
            said(row.values.get(header.text)) for row in table.rows[:40] if row.values.get(header.text) is not None
        ]
        rows.append(
            {
                "header": header.text,
                "field": f"column-{number}-{header.index}",
                "samples": ", ".join(list(dict.fromkeys(samples))[:SAMPLES])[:120],
                "options": [
                    {"value": value, "label": label, "selected": value == mapping.get(header.text, "")}
                    for value, label in columns
                ],
            }
        )
    return {"sheet": table.sheet or "", "rows": rows}


OUTCOMES: dict[str, tuple[str, Callable[[], str]]] = {
    "created": ("good", lambda: _("new")),
    "changed": ("info", lambda: _("changes")),
    "unchanged": ("", lambda: _("unchanged")),
    "skipped": ("", lambda: _("skipped")),
    "rejected": ("alarm", lambda: _("rejected")),
}


def _rows_table(kind: Kind, plan: Plan, opened: OpenedFile, language: Language) -> dict[str, Any]:
    weight = {"rejected": 0, "changed": 1, "created": 2}
    chosen = sorted(plan.rows, key=lambda row: (weight.get(row.outcome, 3), row.line))[:SHOWN_ROWS]
    headers = [header.text for header in opened.tables[0].header if not is_of_rejected(header.text)][:6]
    return {
        "id": "import-rows",
        "caption": _("Rows"),
        "columns": [
            {"label": _("Row"), "kind": "number"},
            {"label": _("What would happen"), "kind": "badge"},
            *({"label": header, "kind": "text"} for header in headers),
        ],
        "rows": [_preview_row(kind, row, headers, language) for row in chosen],
        "note": _("Rejected and changed rows first; %(shown)s of %(total)s rows are shown.")
        % {"shown": len(chosen), "total": write_number(len(plan.rows), language)},
        "stack": True,
    }


def _preview_row(kind: Kind, row: PlannedRow, headers: Sequence[str], language: Language) -> dict[str, Any]:
    tone, label = OUTCOMES[row.outcome]
    unplaced = [replace(problem, line=None, sheet=None) for problem in row.problems]
    reasons = "; ".join(problem_text(problem, language) for problem in unplaced)
    if row.outcome == "changed":
        told = []
        for name, (old, new) in row.differences.items():
            column = kind.column(name)
            before = column.show(old, language) if old is not None else "–"
            told.append(f"{column.label.in_language(language)}: {before} → {column.show(new, language) or '–'}")
        reasons = "; ".join(told)
    cells: list[dict[str, Any]] = [
        {"text": str(row.line)},
        {"text": label(), "tone": tone, "note": reasons},
    ]
    for header in headers:
        cell = row.cells.get(header)
        text = "" if cell is None else said(cell)
        cells.append({"text": text[:80] or "–", "missing": not text})
    return {"cells": cells}
