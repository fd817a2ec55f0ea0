"""The one way records are written: changes are gathered, saved together and entered in the activity log as one act.

    with recording(Operation.CHANGE, by=person, at=now) as act:
        act.change(kind, record, {"name": "…"})

Inside the block nothing is saved yet; at its end rows, terms, activity and the workspace's head are written in one
transaction, so that a killed process leaves either all of the act or none of it. Not for reading or for permissions.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import ProtectedError

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.chain import entry_digest, head_signature, root_of, row_digest
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.exceptions import InUseError
from seutu.apps.records.models import Activity, ActivityRow, OwnedRecord, Term
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind, kinds
from seutu.core.names import fold_name

BATCH = 500


@dataclass(slots=True)
class Act:
    """What one act does, gathered before it is written."""

    workspace: Workspace
    operation: Operation
    by: User | None
    at: datetime
    note: str = ""
    undoes: int | None = None
    sequence: int = 0
    touched: list[tuple[Kind, OwnedRecord, Change, dict[str, Any]]] = field(default_factory=list)
    created: dict[str, list[OwnedRecord]] = field(default_factory=dict)
    changed: dict[str, dict[UUID, tuple[OwnedRecord, set[str]]]] = field(default_factory=dict)
    terms: dict[UUID, tuple[Kind, set[str], OwnedRecord]] = field(default_factory=dict)
    removed: list[tuple[Kind, OwnedRecord]] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)

    def create(self, kind: Kind, values: Mapping[str, Value], *, record_id: UUID | None = None) -> OwnedRecord:
        """Gather a new record of a kind with these column values, and return it."""
        record = kind.model(
            id=record_id or uuid4(),
            workspace_id=self.workspace.pk,
            created_at=self.at,
            changed_at=self.at,
        )
        record.terms = {}
        kept = {}
        for column in kind.columns:
            value = values.get(column.name)
            column.put(record, value)
            if value is not None:
                kept[column.name] = [None, column.keep(value)]
        self._stamp(kind, record)
        self.created.setdefault(kind.name, []).append(record)
        self._gather_terms(kind, record, {column.name for column in kind.schemes if values.get(column.name)})
        self.touched.append((kind, record, Change.CREATED, kept))
        return record

    def change(self, kind: Kind, record: OwnedRecord, values: Mapping[str, Value]) -> bool:
        """Gather new column values of a record; returns False when they are what stands already."""
        kept = {}
        for name, value in values.items():
            column = kind.column(name)
            old = column.take(record)
            if column.keep(old) != column.keep(value):
                kept[name] = [column.keep(old), column.keep(value)]
                column.put(record, value)
        if not kept:
            return False
        self._stamp(kind, record)
        self._gather_change(kind, record, set(kept))
        self._gather_terms(kind, record, {column.name for column in kind.schemes if column.name in kept})
        self.touched.append((kind, record, Change.CHANGED, kept))
        return True

    def mark(self, kind: Kind, record: OwnedRecord, change: Change, fields: Mapping[str, Any]) -> None:
        """Gather a change of the fields every record has (trash, audience), or an act that changes no field."""
        kept = {}
        for name, value in fields.items():
            old = getattr(record, name)
            kept[name] = [_plain(old), _plain(value)]
            setattr(record, name, value)
        self._stamp(kind, record)
        self._gather_change(kind, record, set(fields))
        self.touched.append((kind, record, change, kept))

    def remove(self, kind: Kind, record: OwnedRecord) -> None:
        """Gather the removal of a record for good; the log keeps its values, so that it can be brought back."""
        kept = {}
        for column in kind.columns:
            value = column.take(record)
            if value is not None:
                kept[column.name] = [column.keep(value), None]
        self.removed.append((kind, record))
        self.kinds[kind.name] = kind
        self.touched.append((kind, record, Change.REMOVED, kept))

    def discard(self) -> None:
        """Forget everything gathered: the block ends without writing (a preview)."""
        for gathered in (self.touched, self.created, self.changed, self.terms, self.removed):
            gathered.clear()

    def _stamp(self, kind: Kind, record: OwnedRecord) -> None:
        self.kinds[kind.name] = kind
        record.version = self.sequence
        record.changed_at = self.at
        own_name = str(getattr(record, record.title_field)) if record.title_field else ""
        record.title_key = fold_name(own_name)[:500]
        record.search_text = search_text(kind, record)

    def _gather_change(self, kind: Kind, record: OwnedRecord, names: set[str]) -> None:
        held = self.changed.setdefault(kind.name, {})
        held.setdefault(record.pk, (record, set()))[1].update(names)

    def _gather_terms(self, kind: Kind, record: OwnedRecord, names: set[str]) -> None:
        if names:
            schemes = {column.scheme for column in kind.schemes if column.name in names}
            held = self.terms.setdefault(record.pk, (kind, set(), record))
            held[1].update(schemes)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def search_text(kind: Kind, record: OwnedRecord) -> str:
    """Return the folded text under which a record is found."""
    parts = []
    for column in kind.columns:
        if column.searchable:
            value = column.take(record)
            parts.append(" ".join(value) if isinstance(value, tuple) else str(value or ""))
    return fold_name(" ".join(part for part in parts if part))[:8000]


@contextmanager
def recording(
    operation: Operation, *, by: User | None, at: datetime, note: str = "", undoes: int | None = None
) -> Iterator[Act]:
    """Open an act in the current workspace. The workspace's row is locked, so that acts stand in one order."""
    with transaction.atomic():
        workspace = Workspace.objects.select_for_update().get(pk=current_scope().workspace.pk)
        act = Act(workspace=workspace, operation=operation, by=by, at=at, note=note[:300], undoes=undoes)
        act.sequence = workspace.head_sequence + 1
        yield act
        if act.touched:
            _save(act)
            _enter(act)
    if act.touched:
        scoped = current_scope().workspace
        scoped.head_sequence, scoped.head_digest = workspace.head_sequence, workspace.head_digest
        scoped.head_signature = workspace.head_signature


def _save(act: Act) -> None:
    for name, records in act.created.items():
        act.kinds[name].model.objects.bulk_create(records, batch_size=BATCH)
    for name, held in act.changed.items():
        kind = act.kinds[name]
        common = {"version", "changed_at", "search_text", "title_key"}
        fields = {_field(kind, column) for _, names in held.values() for column in names} - {""}
        new = {record.pk for record in act.created.get(name, [])}
        records = [record for record, _ in held.values() if record.pk not in new]
        kind.model.objects.bulk_update(records, sorted(fields | common), batch_size=BATCH)
    _save_terms(act)
    _delete_removed(act)


def _delete_removed(act: Act) -> None:
    order = [kind.name for kind in kinds()]
    by_kind: dict[str, list[UUID]] = {}
    for kind, record in act.removed:
        by_kind.setdefault(kind.name, []).append(record.pk)
    for name in sorted(by_kind, key=order.index, reverse=True):
        for part in batched(by_kind[name], BATCH):
            Term.objects.filter(record_id__in=part).delete()
            try:
                act.kinds[name].model.objects.filter(pk__in=part).delete()
            except ProtectedError as error:
                raise InUseError(name) from error


def batched(items: list[UUID], size: int) -> Iterator[list[UUID]]:
    """Return the items in lists of at most ``size``."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _field(kind: Kind, name: str) -> str:
    columns = {column.name: column for column in kind.columns}
    if name in columns and columns[name] in kind.schemes:
        return ""
    return name


def _save_terms(act: Act) -> None:
    new = {record.pk for records in act.created.values() for record in records}
    replaced = [(pk, scheme) for pk, (_, schemes, _) in act.terms.items() if pk not in new for scheme in schemes]
    for pk, scheme in replaced:
        Term.objects.filter(record_id=pk, scheme=scheme).delete()
    Term.objects.bulk_create(list(_terms(act)), batch_size=2000)


def _terms(act: Act) -> Iterable[Term]:
    for pk, (kind, schemes, record) in act.terms.items():
        for scheme in sorted(schemes):
            for position, code in enumerate(record.terms.get(scheme, ())):
                yield Term(
                    workspace_id=act.workspace.pk,
                    kind=kind.name,
                    record_id=pk,
                    scheme=scheme,
                    code=code,
                    position=position,
                )


def _enter(act: Act) -> None:
    entry = Activity(
        workspace_id=act.workspace.pk,
        sequence=act.sequence,
        at=act.at.astimezone(UTC),
        person=act.by,
        person_key=str(act.by.pk) if act.by else "",
        operation=act.operation,
        kind=act.touched[0][0].name,
        note=act.note,
        record_count=len(act.touched),
        undoes=act.undoes,
        previous=act.workspace.head_digest,
    )
    rows = [_row(act, position, *touched) for position, touched in enumerate(act.touched)]
    entry.root = root_of(row.digest for row in rows)
    entry.digest = entry_digest(entry)
    entry.save(force_insert=True)
    for row in rows:
        row.activity = entry
    ActivityRow.objects.bulk_create(rows, batch_size=1000)
    workspace = act.workspace
    workspace.head_sequence, workspace.head_digest = entry.sequence, entry.digest
    workspace.head_signature = head_signature(workspace)
    workspace.save(update_fields=["head_sequence", "head_digest", "head_signature"])


def _row(
    act: Act, position: int, kind: Kind, record: OwnedRecord, change: Change, values: dict[str, Any]
) -> ActivityRow:
    row = ActivityRow(
        workspace_id=act.workspace.pk,
        position=position,
        kind=kind.name,
        record_id=record.pk,
        change=change,
        values=values,
        salt=secrets.token_hex(16),
    )
    row.digest = row_digest(row)
    return row
