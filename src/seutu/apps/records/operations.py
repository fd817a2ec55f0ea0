"""Writes that work for every kind: create, change, trash, restore, remove, undo, comment, share.

Values are column values that were read already, by a form or a file. A record is read anew inside each act, so that
what somebody else saved meanwhile stays. Not for permissions: views ask first.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.acts import can_be_undone
from seutu.apps.records.enums import Audience, Change, Operation
from seutu.apps.records.exceptions import (
    CannotUndoError,
    Conflict,
    InvalidValuesError,
    NotYoursError,
    StaleVersionError,
    UndoConflictError,
)
from seutu.apps.records.making import made_or_new
from seutu.apps.records.models import Activity, ActivityRow, Comment, OwnedRecord, Share
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.terms import attach_terms
from seutu.core.text import Text

MISSING = Text(
    fi="Tämä tieto tarvitaan. Täytä se.",
    sv="Den här uppgiften behövs. Fyll i den.",
    en="This is needed. Fill it in.",
)


def check_values(kind: Kind, values: Mapping[str, Value]) -> None:
    """Raise InvalidValuesError when a required column is empty or the kind's own check finds a fault."""
    problems = {
        column.name: MISSING for column in kind.columns if column.required and values.get(column.name) in {None, ""}
    }
    if not problems and kind.check is not None:
        problems = kind.check(dict(values))
    if problems:
        raise InvalidValuesError(problems)


def check_guard(kind: Kind, record: OwnedRecord | None) -> None:
    """Raise NotYoursError when the person at work may not write this record."""
    refused = kind.guard(record, current_scope().person) if kind.guard and record else {}
    if refused:
        raise NotYoursError(refused)


def values_of(kind: Kind, record: OwnedRecord) -> dict[str, Value]:
    """Return a record's value of every column."""
    return {column.name: column.take(record) for column in kind.columns}


def create_record(
    kind: Kind, values: Mapping[str, Value], *, by: User | None, at: datetime, mark: UUID | None = None
) -> OwnedRecord:
    """Save a new record, once by its form's ``mark``; raises InvalidValuesError."""
    with recording(Operation.CREATE, by=by, at=at) as act:
        made, record_id = _made_or_new(kind, values, mark)
        if made is not None:
            return made
        check_values(kind, values)
        problems = kind.begins(values) if kind.begins and by else {}
        if problems:
            raise InvalidValuesError(problems)
        return act.create(kind, values, record_id=record_id)


def made_already(kind: Kind, values: Mapping[str, Value], mark: UUID | None) -> bool:
    """Return whether the form with this mark has made this record already."""
    return _made_or_new(kind, values, mark)[0] is not None


def _made_or_new(kind: Kind, values: Mapping[str, Value], mark: UUID | None) -> tuple[OwnedRecord | None, UUID]:
    said = {name: kind.column(name).keep(value) for name, value in values.items()}
    return made_or_new(kind.model, mark, said)


def change_record(
    kind: Kind, record: OwnedRecord, values: Mapping[str, Value], *, version: int, by: User | None, at: datetime
) -> OwnedRecord:
    """Save new values of a record.

    Raises StaleVersionError when the record is no longer at ``version``, InvalidValuesError when values are wrong.
    """
    with recording(Operation.CHANGE, by=by, at=at) as act:
        fresh = record_of(kind, record.pk)
        standing = values_of(kind, fresh)
        if fresh.version != version:
            raise StaleVersionError(current=standing, sent=dict(values), version=fresh.version)
        check_values(kind, {**standing, **values})
        check_step(kind, fresh, values)
        act.change(kind, fresh, values)
        return fresh


def check_step(kind: Kind, record: OwnedRecord, values: Mapping[str, Value]) -> None:
    """Raise InvalidValuesError when a standing record does not get these values by a form or a file."""
    problems = kind.steps(record, values) if kind.steps else {}
    if problems:
        raise InvalidValuesError(problems)


def trash_record(kind: Kind, record: OwnedRecord, *, by: User | None, at: datetime) -> OwnedRecord:
    """Move a record to the trash; returns it as it stands then, its version being the act by which it can be undone."""
    return _marked(kind, record, Operation.TRASH, Change.TRASHED, {"trashed_at": at}, by=by, at=at)


def restore_record(kind: Kind, record: OwnedRecord, *, by: User | None, at: datetime) -> OwnedRecord:
    """Bring a record back from the trash; returns it as it stands then."""
    return _marked(kind, record, Operation.RESTORE, Change.RESTORED, {"trashed_at": None}, by=by, at=at)


def _marked(
    kind: Kind,
    record: OwnedRecord,
    operation: Operation,
    change: Change,
    fields: Mapping[str, Any],
    *,
    by: User | None,
    at: datetime,
) -> OwnedRecord:
    with recording(operation, by=by, at=at) as act:
        fresh = record_of(kind, record.pk)
        act.mark(kind, fresh, change, fields)
        return fresh


def remove_record(kind: Kind, record: OwnedRecord, *, by: User | None, at: datetime) -> None:
    """Remove a trashed record for good; raises InUseError while others refer to it."""
    with recording(Operation.REMOVE, by=by, at=at) as act:
        act.remove(kind, record_of(kind, record.pk))


def comment(kind: Kind, record: OwnedRecord, text: str, *, by: User, at: datetime, mark: UUID | None = None) -> Comment:
    """Say something about a record, once by its form's ``mark``."""
    with recording(Operation.COMMENT, by=by, at=at) as act:
        made, made_id = made_or_new(Comment, mark, {"of": record.pk, "text": text})
        if made is not None:
            return made
        here, of = current_scope().workspace, {"kind": kind.name, "record_id": record.pk}
        saved: Comment = Comment.objects.create(id=made_id, workspace=here, person=by, at=at, text=text, **of)
        act.note(kind, record.pk, Change.COMMENTED, {"comment": [None, text]})
        return saved


def share_record(
    kind: Kind, record: OwnedRecord, audience: Audience, to: list[Workspace], *, by: User | None, at: datetime
) -> None:
    """Set who besides the workspace sees a record; withdrawing works from the next request on."""
    with recording(Operation.SHARE, by=by, at=at) as act:
        before = _named_shares(kind, record)
        named = to if audience == Audience.NAMED else []
        _set_shares(kind, record, named)
        also = {"shared_with": (before, sorted(each.slug for each in named))}
        act.mark(kind, record_of(kind, record.pk), Change.SHARED, {"audience": str(audience)}, also=also)


def _named_shares(kind: Kind, record: OwnedRecord) -> list[str]:
    shares = Share.objects.filter(kind=kind.name, record_id=record.pk)
    return sorted(shares.values_list("to__slug", flat=True))


def _set_shares(kind: Kind, record: OwnedRecord, named: Iterable[Workspace]) -> None:
    Share.objects.filter(kind=kind.name, record_id=record.pk).delete()
    owner = current_scope().workspace
    Share.objects.bulk_create(Share(workspace=owner, kind=kind.name, record_id=record.pk, to=each) for each in named)


def undo(entry: Activity, *, by: User | None, at: datetime) -> int:
    """Return everything an act changed to what it was; returns the sequence of the undoing act.

    Raises CannotUndoError when old values are gone, it was undone already or tells no records, UndoConflictError when a
    record was changed since or what a removed one referred to is gone, InUseError when a created record is referred to.
    Nothing is half undone.
    """
    with recording(Operation.UNDO, by=by, at=at, note=entry.note, undoes=entry.sequence) as act:
        if not can_be_undone(entry) or Activity.objects.filter(undoes=entry.sequence).exists():
            raise CannotUndoError
        rows = list(entry.rows.order_by("-position"))
        standing = _standing(rows)
        _refuse_conflicts(entry, rows, standing)
        for row in rows:
            _return_row(act, row, standing.get(row.record_id))
        return act.sequence


def _standing(rows: list[ActivityRow]) -> dict[Any, OwnedRecord]:
    by_kind: dict[str, list[Any]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row.record_id)
    standing: dict[Any, OwnedRecord] = {}
    for name, ids in by_kind.items():
        for start in range(0, len(ids), 500):
            records = list(kind_named(name).model.objects.filter(pk__in=ids[start : start + 500]))
            standing.update({record.pk: record for record in attach_terms(records)})
    return standing


def _refuse_conflicts(entry: Activity, rows: list[ActivityRow], standing: Mapping[Any, OwnedRecord]) -> None:
    conflicts: list[Conflict] = []
    returning = {row.record_id for row in rows if row.change == Change.REMOVED}
    for row in rows:
        if row.values is None:
            raise CannotUndoError
        record = standing.get(row.record_id)
        if row.change == Change.REMOVED:
            conflicts += _gone_from_under(row, returning)
        elif record is None or record.version != entry.sequence:
            title = record.title if record else str(row.record_id)
            conflicts.append(Conflict(row.kind, row.record_id, title))
        elif row.change == Change.CHANGED and _keeps_steps(row, record):
            conflicts.append(Conflict(row.kind, row.record_id, record.title))
    if conflicts:
        raise UndoConflictError(conflicts)


def _keeps_steps(row: ActivityRow, record: OwnedRecord) -> bool:
    """Return whether the record may not get its old values back, by the steps of its kind."""
    kind = kind_named(row.kind)
    if kind.steps_undone or kind.steps is None:
        return False
    before = {name: kind.column(name).recall(pair[0]) for name, pair in (row.values or {}).items()}
    return bool(kind.steps(record, before))


def _gone_from_under(row: ActivityRow, returning: set[UUID]) -> list[Conflict]:
    """Return the record a removed one referred to, if that is gone too and does not come back with it."""
    for column in kind_named(row.kind).references:
        kept = (row.values or {}).get(column.name, [None])[0]
        if kept is None or UUID(kept) in returning:
            continue
        if not kind_named(column.kind).model.objects.filter(pk=kept).exists():
            return [Conflict(row.kind, row.record_id, f"{column.kind} {kept}")]
    return []


def _return_row(act: Act, row: ActivityRow, record: OwnedRecord | None) -> None:
    kind = kind_named(row.kind)
    before = {name: pair[0] for name, pair in (row.values or {}).items()}
    if row.change == Change.REMOVED:
        values = {column.name: column.recall(before.get(column.name)) for column in kind.kept}
        state = {"trashed_at": _time(before), "audience": before.get("audience") or Audience.WORKSPACE}
        act.create(kind, values, record_id=row.record_id, state=state)
    elif record is None:
        return
    elif row.change == Change.CREATED:
        act.remove(kind, record)
    elif row.change == Change.CHANGED:
        act.change(kind, record, {name: kind.column(name).recall(value) for name, value in before.items()})
    elif "audience" in before:
        slugs = before.get("shared_with") or []
        also = {"shared_with": (_named_shares(kind, record), slugs)}
        _set_shares(kind, record, Workspace.objects.filter(slug__in=slugs))
        act.mark(kind, record, Change.SHARED, {"audience": before["audience"]}, also=also)
    else:
        trashed_at = _time(before)
        act.mark(kind, record, Change.TRASHED if trashed_at else Change.RESTORED, {"trashed_at": trashed_at})


def _time(before: Mapping[str, Any]) -> datetime | None:
    kept = before.get("trashed_at")
    return datetime.fromisoformat(kept) if kept else None
