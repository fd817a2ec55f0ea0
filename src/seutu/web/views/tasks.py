"""Open tasks on a workspace's home, and marking one done. The list of all tasks is a collection."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.operations import change_record
from seutu.apps.register.models import Task
from seutu.apps.register.open_tasks import OpenTasks
from seutu.core.figures import write_date
from seutu.core.text import Language
from seutu.web.scoping import in_workspace, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import record_or_404


def task_table(request: HttpRequest, waiting: OpenTasks, language: Language) -> dict[str, Any]:
    """Return the open tasks for the table component: the reader's own first, then the others'."""
    slug = workspace_of(request).slug
    write = allows(request, Act.WRITE)
    columns = [
        {"label": _("Task")},
        {"label": _("Due"), "kind": "date"},
        {"label": _("Owner")},
        {"label": _("State"), "kind": "badge"},
    ]
    if write:
        columns.append({"label": _("Actions"), "kind": "actions"})
    mine = [_row(task, slug, language, write=write, own=True) for task in waiting.mine]
    others = [_row(task, slug, language, write=write, own=False) for task in waiting.others]
    if not others:  # a mark on every row would mark nothing
        mine = [row | {"ours": False} for row in mine]
    add = {"label": _("Add a task"), "url": reverse("record_new", args=[slug, "tasks"]), "style": "second"}
    return {
        "id": "open-tasks",
        "caption": _("Open tasks"),
        "caption_hidden": True,
        "columns": columns,
        "rows": mine + others,
        "stack": True,
        "empty": {
            "title": _("No open tasks"),
            "text": _("Write down what was agreed, who does it and by when. It is shown here until it is done."),
            "actions": [add] if write else [],
        },
    }


def _row(task: Task, slug: str, language: Language, *, write: bool, own: bool) -> dict[str, Any]:
    owner = task.owner.title if task.owner else task.member
    late = task.due is not None and task.due < timezone.localdate()
    cells: list[dict[str, Any]] = [
        {"text": task.title, "url": reverse("record", args=[slug, "tasks", task.pk])},
        {"text": write_date(task.due, language)} if task.due else {"text": "–", "missing": True},
        {"text": _("you") if own else owner or "–"},
        {"text": _("late") if late else "", "tone": "attention"},
    ]
    if write:
        done = reverse("task_done", args=[slug, task.pk])
        cells.append(
            {
                "text": "",
                "actions": [{"label": _("Mark done"), "url": done, "method": "post", "style": "second", "small": True}],
            }
        )
    return {"id": str(task.pk), "cells": cells, "ours": own}


@require_POST
@in_workspace(Act.WRITE)
def task_done(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Mark a task done."""
    kind = kind_or_404(request, "tasks")
    task = record_or_404(kind, task_id)
    slug = workspace_of(request).slug
    try:
        change_record(kind, task, {"state": "done"}, version=task.version, by=person_of(request), at=timezone.now())
    except StaleVersionError:
        messages.error(request, _("Somebody changed the task just now. Look at it and try again."))
        return redirect("record", slug, "tasks", task_id)
    done = _("Done: %(task)s") % {"task": task.title}
    messages.success(request, done)
    return redirect("workspace", slug)
