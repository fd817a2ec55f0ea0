"""The lists of hand-overs laid out as the table component wants them. What they hold is register/hand_overs.py's."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.hand_overs import Ended, HandOver
from seutu.apps.register.models import Contact, Task
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.tables import record_url

Cell = dict[str, Any]


def contact_cell(record: OwnedRecord, kind: Kind | str, slug: str) -> Cell:
    """Return a record's title as a link to it."""
    return {"text": record.title, "url": record_url(slug, kind, record.pk)}


def _cell(text: str) -> Cell:
    return {"text": text} if text else {"text": "–", "missing": True}


def _table(name: str, caption: str, columns: list[Cell], rows: list[list[Cell]], nothing: str) -> dict[str, Any]:
    return {
        "id": name,
        "caption": caption,
        "columns": columns,
        "rows": [{"cells": cells} for cells in rows],
        "stack": True,
        "empty": {"title": nothing},
    }


def _who(contact: Contact, slug: str) -> list[Cell]:
    return [
        contact_cell(contact, "contacts", slug),
        _cell(contact.role),
        contact_cell(contact.actor, "actors", slug),
    ]


def ended_table(ended: list[Ended], slug: str, language: Language, *, write: bool) -> dict[str, Any]:
    """Return the contacts that have left without a successor."""
    rows = []
    for each in ended:
        day = write_date(each.contact.active_to, language) if each.contact.active_to else ""
        cells = [*_who(each.contact, slug), {"text": write_number(each.tasks, language)}, _cell(day)]
        if write:
            address = reverse("hand_over", args=[slug, each.contact.pk])
            act = {"label": _("Hand over"), "url": address, "style": "second", "small": True}
            cells.append({"text": "", "actions": [act]})
        rows.append(cells)
    columns: list[Cell] = [
        {"label": _("Contact")},
        {"label": _("Role")},
        {"label": _("Actor")},
        {"label": _("Open tasks"), "kind": "number"},
        {"label": _("Until"), "kind": "date"},
    ]
    if write:
        columns.append({"label": _("Actions"), "kind": "actions"})
    return _table("ended", _("Left without a successor"), columns, rows, _("Nobody has left without a successor"))


def ownerless_table(tasks: list[Task], slug: str, language: Language) -> dict[str, Any]:
    """Return the open tasks that nobody active owns."""
    rows = [
        [
            contact_cell(task, "tasks", slug),
            _cell(write_date(task.due, language) if task.due else ""),
            contact_cell(task.owner, "contacts", slug) if task.owner else _cell(""),
        ]
        for task in tasks
    ]
    columns: list[Cell] = [
        {"label": _("Task")},
        {"label": _("Due"), "kind": "date"},
        {"label": _("Former owner")},
    ]
    return _table("ownerless", _("Open tasks without an owner"), columns, rows, _("Every open task has an owner"))


def done_table(done: list[HandOver], slug: str, language: Language) -> dict[str, Any]:
    """Return what has been handed over."""
    rows = [
        [
            *_who(each.contact, slug),
            contact_cell(each.successor, "contacts", slug),
            {"text": write_number(each.tasks, language)},
            _cell(write_date(each.day, language) if each.day else ""),
        ]
        for each in done
    ]
    columns: list[Cell] = [
        {"label": _("Contact")},
        {"label": _("Role")},
        {"label": _("Actor")},
        {"label": _("Successor")},
        {"label": _("Tasks moved"), "kind": "number"},
        {"label": _("Until"), "kind": "date"},
    ]
    return _table("done", _("Handed over"), columns, rows, _("Nothing has been handed over yet"))
