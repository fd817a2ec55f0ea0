"""Long work of a workspace: what is under way and how far, what came of it, and ending it before its time."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import cancel_job
from seutu.apps.jobs.queries import is_ended, job_of, jobs
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.histories import moment
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import workspace_of

SHOWN = 100
TONES = {JobState.DONE: "good", JobState.FAILED: "alarm", JobState.RUNNING: "info"}
COUNTED = ("created", "changed", "unchanged", "skipped")


def _job_or_404(job_id: UUID) -> Job:
    try:
        return job_of(job_id)
    except Job.DoesNotExist:
        raise Http404 from None


@require_GET
@in_workspace(Act.IMPORT)
def job_list(request: HttpRequest) -> HttpResponse:
    """Show the workspace's jobs, newest first."""
    slug, language = workspace_of(request).slug, language_of(request)
    context = {
        "page_title": _("Long tasks"),
        "page_lead": _("Large files are brought in while you do something else."),
        "table": {
            "id": "jobs",
            "caption": _("Long tasks"),
            "caption_hidden": True,
            "columns": [
                {"label": _("Task")},
                {"label": _("State"), "kind": "badge"},
                {"label": _("How far")},
                {"label": _("Begun"), "kind": "date"},
                {"label": _("By")},
            ],
            "rows": [_row(job, slug, language) for job in jobs()[:SHOWN]],
            "stack": True,
            "empty": {
                "title": _("No long tasks"),
                "text": _("A file of over 2,000 rows goes on here when you have saved it."),
            },
        },
    }
    return render(request, "pages/jobs.html", context)


def _row(job: Job, slug: str, language: Language) -> dict[str, Any]:
    state = JobState(job.state)
    return {
        "cells": [
            {"text": job.name, "url": reverse("job", args=[slug, job.pk])},
            {"text": str(state.label), "tone": TONES.get(state, "")},
            {"text": _how_far(job, language) or "–"},
            {"text": moment(job.created_at)},
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
@in_workspace(Act.IMPORT)
def job_page(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Show one job: its progress while it runs, its report when it has ended."""
    job = _job_or_404(job_id)
    return render(request, "pages/job.html", _context(request, job))


@never_cache
@require_GET
@in_workspace(Act.IMPORT)
def job_progress(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Return the progress alone, for the page that polls it; when the job has ended, the page is loaded anew."""
    job = _job_or_404(job_id)
    answer = render(request, "components/progress.html", {"progress": _progress(request, job)})
    if is_ended(job):
        answer.headers["HX-Refresh"] = "true"
    return answer


@require_POST
@in_workspace(Act.IMPORT)
def job_cancel(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """End a job before its time; nothing of it is kept."""
    job = _job_or_404(job_id)
    if cancel_job(job, at=timezone.now()):
        messages.info(request, _("The task is ended as soon as it can be. Nothing of it is saved."))
    else:
        messages.warning(request, _("The task had ended already."))
    return redirect("job", workspace_of(request).slug, job.pk)


def _context(request: HttpRequest, job: Job) -> dict[str, Any]:
    slug = workspace_of(request).slug
    language = language_of(request)
    context: dict[str, Any] = {
        "page_title": job.name,
        "page_kind": _("Long task"),
        "breadcrumbs": [{"label": _("Long tasks"), "url": reverse("jobs", args=[slug])}, {"label": job.name}],
    }
    if not is_ended(job):
        context["progress"] = _progress(request, job)
        if not job.cancel_asked:
            url = reverse("job_cancel", args=[slug, job.pk])
            context["page_actions"] = [{"label": _("End the task"), "url": url, "method": "post", "style": "second"}]
        return context
    outcome = job.outcome or {}
    context["notices"] = [_ending(job, outcome, language)]
    context["facts"] = _counts(outcome, language)
    context["rejected"] = _rejected(outcome, language)
    if outcome.get("sequence"):
        url = reverse("act", args=[slug, outcome["sequence"]])
        context["page_actions"] = [{"label": _("See what was saved"), "url": url}]
    return context


def _progress(request: HttpRequest, job: Job) -> dict[str, Any]:
    done = None if not job.total else min(100, round(100 * job.done / job.total))
    return {
        "label": str(JobState(job.state).label),
        "done": done,
        "said": _how_far(job, language_of(request)),
        "url": "" if is_ended(job) else reverse("job_progress", args=[workspace_of(request).slug, job.pk]),
    }


def _ending(job: Job, outcome: dict[str, Any], language: Language) -> dict[str, Any]:
    if job.state == JobState.DONE:
        return {"tone": "good", "text": _("Ready.")}
    if job.state == JobState.CANCELLED:
        return {"tone": "attention", "text": _("The task was ended before its time. Nothing of it was saved.")}
    points = [problem["message"][language] for problem in outcome.get("problems", [])]
    if outcome.get("rejected_count"):
        text = _("Some rows were rejected, so nothing was saved.")
    elif points:
        text = _("The task could not be done. Nothing of it was saved.")
    elif outcome.get("fault") == "worker_died":
        text = _("The task was begun several times and did not come to its end. Nothing was saved. Split the file.")
    else:
        text = _("There is a fault in the program. Nothing of the task was saved. Please report it.")
    return {"tone": "alarm", "text": text, "points": points}


def _counts(outcome: dict[str, Any], language: Language) -> list[dict[str, str]]:
    if "rows" not in outcome:
        return []
    labels = {"created": _("created"), "changed": _("changed"), "unchanged": _("as before"), "skipped": _("skipped")}
    counted = [(_("rows"), outcome["rows"]), *((labels[name], outcome.get(name, 0)) for name in COUNTED)]
    counted.append((_("rejected"), outcome.get("rejected_count", 0)))
    return [{"label": label, "value": write_number(number, language)} for label, number in counted]


def _rejected(outcome: dict[str, Any], language: Language) -> dict[str, Any] | None:
    rows = outcome.get("rejected") or []
    if not rows:
        return None
    total = outcome.get("rejected_count", len(rows))
    return {
        "id": "rejected",
        "caption": _("Rejected rows"),
        "columns": [{"label": _("Row"), "kind": "number"}, {"label": _("Column")}, {"label": _("Why")}],
        "rows": [
            {
                "cells": [
                    {"text": str(row["line"] or "–")},
                    {"text": row["column"] or "–", "missing": not row["column"]},
                    {"text": row["message"][language], "note": row["value"] or ""},
                ]
            }
            for row in rows
        ],
        "note": _("%(shown)s of %(total)s rows are shown.")
        % {"shown": write_number(len(rows), language), "total": write_number(total, language)}
        if total > len(rows)
        else "",
        "stack": True,
    }
