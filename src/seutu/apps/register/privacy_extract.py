"""Everything held of one person in a workspace, as plain values for a JSON file: the person's right to see it.

Not for erasing it (privacy_operations.py). Texts that mention the person are given whole, as they stand.
"""

from datetime import datetime
from typing import Any

from seutu.apps.records.models import ActivityRow, Comment, OwnedRecord
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import Kind, kind_of
from seutu.apps.records.terms import attach_terms
from seutu.apps.register.privacy_search import (
    Person,
    comments_with,
    contacts_of,
    log_rows_with,
    mentions_of,
    notes_with,
    other_rows_with,
    tasks_of,
)


def person_extract(person: Person, *, at: datetime) -> dict[str, Any]:
    """Return everything the current workspace holds of a person."""
    contacts, tasks = contacts_of(person), tasks_of(person)
    attach_terms(tasks)
    return {
        "workspace": current_scope().workspace.name,
        "made_at": at.isoformat(),
        "known_by": {
            "names": list(person.marks.names),
            "emails": list(person.marks.emails),
            "phones": list(person.marks.phones),
        },
        "contacts": [_record(each) for each in contacts],
        "tasks": [_record(each) for each in tasks],
        "mentions": [
            {
                **_named(each.kind, each.record),
                "column": each.column.name,
                "text": each.column.keep(each.column.take(each.record)),
            }
            for each in mentions_of(person)
        ],
        "comments": [_comment(each) for each in comments_with(person)],
        "log": [_log_row(row) for row in log_rows_with(person, told=True)],
        "notes_of_acts": notes_with(person),
        "other": [
            {"table": type(row).__name__, "field": name, "held": getattr(row, name)}
            for row, name in other_rows_with(person)
        ],
    }


def _named(kind: Kind, record: OwnedRecord) -> dict[str, Any]:
    return {"kind": kind.name, "id": str(record.pk), "title": record.title, "in_trash": record.trashed_at is not None}


def _record(record: OwnedRecord) -> dict[str, Any]:
    kind = kind_of(record)
    values = {column.name: column.keep(column.take(record)) for column in kind.columns}
    kept = {"created_at": record.created_at.isoformat(), "changed_at": record.changed_at.isoformat()}
    return {**_named(kind, record), "values": values, **kept, "search_text": record.search_text}


def _comment(said: Comment) -> dict[str, Any]:
    who = str(said.person) if said.person else None
    return {
        "kind": said.kind,
        "record": str(said.record_id),
        "at": said.at.isoformat(),
        "by": who,
        "text": said.text,
    }


def _log_row(row: ActivityRow) -> dict[str, Any]:
    entry = row.activity
    return {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "operation": entry.operation,
        "kind": row.kind,
        "record": str(row.record_id),
        "change": row.change,
        "values": row.values,
    }
