"""Background work of a workspace: what is under way and how far, what came of it, and ending it before its time."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.jobs.beacons import seen
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.imports import STALE, kept_rejected_rows
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import cancel_job
from seutu.apps.jobs.queries import is_ended, job_of, jobs
from seutu.apps.jobs.undoing import UNDO
from seutu.apps.programmes.imports.jobs import IMPORT, REHEARSAL
from seutu.apps.records.files.rejected import SUFFIX, write_rejected
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.comparing import COMPARISON
from seutu.apps.statistics.report_jobs import TOWN_REPORTS, kept_archive
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web import job_results as results
from seutu.web.import_steps import next_steps
from seutu.web.moments import moment
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.uploads import kept_upload
from seutu.web.views.exports import file_answer

SHEET: Final = "import"
TONES = {JobState.DONE: "good", JobState.FAILED: "alarm", JobState.RUNNING: "info"}
TASKS: Final[dict[str, Callable[[], str]]] = {
    REHEARSAL: lambda: _("Check before saving"),
    IMPORT: lambda: _("Bringing in a register's file"),
    UNDO: lambda: _("Undoing"),
    COMPARISON: lambda: _("Actors that may be the same"),
    TOWN_REPORTS: lambda: _("Reports of towns"),
}


def _job_or_404(job_id: UUID) -> Job:
    try:
        return job_of(job_id)
    except Job.DoesNotExist:
        raise Http404 from None


@require_GET
@in_workspace(Act.WRITE)
def job_list(request: HttpRequest) -> HttpResponse:
    """Show the workspace's jobs, newest first."""
    slug, language = workspace_of(request).slug, language_of(request)
    page = page_of(request, jobs().defer("arguments", "outcome"))
    context = {
        "page_title": _("Background work"),
        "page_lead": _("Large files are brought in while you do something else."),
        "table": {
            "id": "jobs",
            "caption": _("Background work"),
            "caption_hidden": True,
            "columns": [
                {"label": _("Work")},
                {"label": _("State"), "kind": "badge"},
                {"label": _("Progress")},
                {"label": _("Begun"), "kind": "date"},
                {"label": _("By")},
            ],
            "rows": [_row(job, slug, language) for job in page.object_list],
            "stack": True,
            "empty": {
                "title": _("No background work"),
                "text": _("When you save a file of over 2,000 rows, its import continues here."),
            },
        },
        "pagination": page_numbers(page, language),
    }
    return render(request, "pages/jobs.html", context)


def _row(job: Job, slug: str, language: Language) -> dict[str, Any]:
    state = JobState(job.state)
    return {
        "cells": [
            {"text": job.name, "url": reverse("job", args=[slug, job.pk])},
            {"text": str(state.label), "tone": TONES.get(state, "")},
            {"text": _how_far(job, language) or "–"},
            {"text": moment(job.created_at, language)},
            {"text": str(job.by) if job.by else "–", "missing": job.by is None},
        ]
    }


def _how_far(job: Job, language: Language) -> str:
    if job.total is None:
        return ""
    return _("%(done)s of %(total)s") % {
        "done": write_number(job.total if job.state == JobState.DONE else job.done, language),
        "total": write_number(job.total, language),
    }


@never_cache
@require_GET
@in_workspace(Act.WRITE)
def job_page(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Show one job: its progress while it runs, its report when it has ended."""
    job = _job_or_404(job_id)
    return render(request, "pages/job.html", _context(request, job))


@never_cache
@require_GET
@in_workspace(Act.WRITE)
def job_progress(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Return the progress alone, for the page that polls it; when the job has ended, the page is loaded anew."""
    job = _job_or_404(job_id)
    answer = render(request, "components/progress.html", {"progress": _progress(request, job)})
    if is_ended(job):
        answer.headers["HX-Refresh"] = "true"
    return answer


@require_POST
@in_workspace(Act.WRITE)
def job_cancel(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """End a job before its time; nothing of it is kept. Those who may not bring in files end only their own."""
    job = _job_or_404(job_id)
    if not _may_end(request, job):
        raise Http404
    if cancel_job(job, at=timezone.now()):
        messages.info(request, _("The work will stop as soon as it can. Nothing of it is saved."))
    else:
        messages.warning(request, _("The work had ended already."))
    return redirect("job", workspace_of(request).slug, job.pk)


def _may_end(request: HttpRequest, job: Job) -> bool:
    return allows(request, Act.IMPORT) or (job.by is not None and job.by == request.user)


def _context(request: HttpRequest, job: Job) -> dict[str, Any]:
    slug = workspace_of(request).slug
    language = language_of(request)
    context: dict[str, Any] = {
        "page_title": job.name,
        "page_kind": TASKS[job.task]() if job.task in TASKS else _("Background work"),
        "breadcrumbs": [{"label": _("Background work"), "url": reverse("jobs", args=[slug])}, {"label": job.name}],
    }
    if not is_ended(job):
        context["progress"] = _progress(request, job)
        if not job.cancel_asked and _may_end(request, job):
            url = reverse("job_cancel", args=[slug, job.pk])
            context["page_actions"] = [{"label": _("Stop the work"), "url": url, "method": "post", "style": "second"}]
        return context
    outcome = job.outcome or {}
    remarks = results.remarks(outcome, language)
    download = reverse("job_rejected", args=[slug, job.pk])
    rehearsed = job.task == REHEARSAL and job.state == JobState.DONE
    context["notices"] = [_rehearsed(outcome) if rehearsed else results.ending(job, outcome, language)]
    context["notices"] += [remarks] if remarks else []
    context["facts"] = results.counts(outcome, language)
    context["rejected"] = results.rejected_rows(outcome, language, download=download)
    context["conflicts"] = results.conflicts(outcome, slug, language)
    context["alike"] = results.alike_names(outcome, language)
    context["page_actions"] = _next(request, job, outcome, language)
    return context


def _rehearsed(outcome: dict[str, Any]) -> dict[str, Any]:
    if _ready(outcome):
        return {"tone": "info", "text": _("Nothing has been saved yet. This is what would happen.")}
    return {"tone": "attention", "text": _("There is nothing to save.")}


def _ready(outcome: dict[str, Any]) -> int:
    """Return how many of the file's records would be written; what comes along may change though none of them does."""
    return int(outcome.get("rows", 0)) - int(outcome.get("rejected_count", 0)) - int(outcome.get("skipped", 0))


def _next(request: HttpRequest, job: Job, outcome: dict[str, Any], language: Language) -> list[dict[str, Any]]:
    """Return what can be done with an ended job."""
    slug = workspace_of(request).slug
    if job.task == TOWN_REPORTS:
        return _reports(slug, job)
    if job.task == REHEARSAL:
        again = {"label": _("Choose another file"), "url": reverse("register_files", args=[slug]), "style": "second"}
        if job.state != JobState.DONE or not _ready(outcome) or not allows(request, Act.IMPORT):
            return [again]
        label = ngettext("Bring in %(count)s record", "Bring in %(count)s records", _ready(outcome)) % {
            "count": write_number(_ready(outcome), language)
        }
        if outcome.get("rejected_count"):
            label += " " + _("and leave the rejected ones out")
        return [{"label": label, "url": reverse("register_bring", args=[slug, job.pk]), "method": "post"}, again]
    if outcome.get(STALE):
        return [_look_again(request, job)] if allows(request, Act.IMPORT) else []
    actions: list[dict[str, Any]] = []
    if outcome.get("sequence"):
        address = [slug, outcome["sequence"]]
        style = {}
        if job.task in {SHEET, IMPORT}:
            kind = kind_named(job.arguments["kind"]) if job.task == SHEET else None
            actions += next_steps(slug, kind, language)
            style = {"style": "second"}
        actions.append({"label": _("See what was saved"), "url": reverse("act", args=address), **style})
        if job.task != UNDO and allows(request, Act.WRITE):
            undo = {"url": reverse("act_undo", args=address), "method": "post", "style": "second"}
            actions.append({"label": _("Undo this"), **undo})
    if outcome.get("review") or outcome.get("pairs"):
        actions.append({"label": _("Review similar actors"), "url": reverse("review", args=[slug]), "style": "quiet"})
    return actions


def _reports(slug: str, job: Job) -> list[dict[str, Any]]:
    """Return the way to the files that a job of reports has made, while they are kept; else to making them anew."""
    if kept_archive(job) is not None:
        return [{"label": _("Get the files (ZIP)"), "url": reverse("town_reports_file", args=[slug, job.pk])}]
    return [{"label": _("Make the reports again"), "url": reverse("town_reports", args=[slug]), "style": "second"}]


def _look_again(request: HttpRequest, job: Job) -> dict[str, str]:
    """Return the way to look at the file of a job before it is saved; to send one, when it is no longer kept."""
    here, label = workspace_of(request), _("Check the file again")
    if job.task == IMPORT:
        return {"label": label, "url": reverse("register_bring", args=[here.slug, job.pk]), "method": "post"}
    kind, token = job.arguments["kind"], UUID(Path(job.arguments["file"]).stem)
    if kept_upload(here, kind, token) is None:
        return {"label": label, "url": reverse("import", args=[here.slug, kind])}
    return {"label": label, "url": reverse("import_preview", args=[here.slug, kind, token])}


def _progress(request: HttpRequest, job: Job) -> dict[str, Any]:
    writing = seen(job.pk) if job.state == JobState.RUNNING else None
    if writing is not None:
        job.done, job.total = writing
    done = None if not job.total else min(100, round(100 * job.done / job.total))
    return {
        "label": str(JobState(job.state).label),
        "done": done,
        "said": _how_far(job, language_of(request)),
        "url": "" if is_ended(job) else reverse("job_progress", args=[workspace_of(request).slug, job.pk]),
    }


@require_GET
@in_workspace(Act.WRITE)
def job_rejected(request: HttpRequest, job_id: UUID) -> FileResponse:
    """Return the rejected rows of a job with their reasons as a file: as they were while that is kept."""
    job = _job_or_404(job_id)
    if not (job.outcome or {}).get("rejected"):
        raise Http404
    stream = io.BytesIO()
    language = language_of(request)
    kept = kept_rejected_rows(job)
    if kept is not None:
        stream.write(kept.read_bytes())
    else:
        write_rejected(results.rejected_of(job.outcome or {}), stream, kind=None, language=language)
    return file_answer(stream, f"{Path(job.name).stem[:80]}{SUFFIX}", MEDIA_TYPES["csv"])
