"""The one way records are written: changes are gathered, saved together and entered in the activity log as one act.

    with recording(Operation.CHANGE, by=person, at=now) as act:
        act.change(kind, record, {"name": "…"})

Rows, terms, activity and the workspace's head are written in one transaction, so that a killed process leaves either
all of the act or none of it. A large act is written in parts as it is gathered. Not for reading or for permissions.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import ProtectedError

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.chain import entry_digest, head_signature, row_digest
from seutu.apps.records.enums import Audience, Change, Operation
from seutu.apps.records.exceptions import InUseError, NotYoursError
from seutu.apps.records.models import Activity, ActivityRow, OwnedRecord, Term
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind, kinds
from seutu.apps.records.sheets.subjects import Subject
from seutu.core.names import fold_name

BATCH: Final = 500
PART: Final = 1500
STATE: Final = ("trashed_at", "audience")
"""What every record has beside its columns; the log of a removal keeps it too."""


@dataclass(slots=True)
class Act:
    """What one act does. ``sequence`` is its place in the workspace's chain and the version its records get."""

    entry: Activity
    sequence: int
    count: int = 0
    root: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    rows: list[ActivityRow] = field(default_factory=list)
    created: dict[str, list[OwnedRecord]] = field(default_factory=dict)
    changed: dict[str, dict[UUID, tuple[OwnedRecord, set[str]]]] = field(default_factory=dict)
    terms: dict[UUID, tuple[Kind, set[str], OwnedRecord]] = field(default_factory=dict)
    removed: dict[str, list[UUID]] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)

    def create(
        self,
        kind: Kind,
        values: Mapping[str, Value],
        *,
        record_id: UUID | None = None,
        state: Mapping[str, Any] | None = None,
    ) -> OwnedRecord:
        """Gather a new record with these column values and return it; ``state`` holds its trash and audience."""
        at, owner = self.entry.at, self.entry.workspace_id
        record = kind.model(id=record_id or uuid4(), workspace_id=owner, created_at=at, changed_at=at, **(state or {}))
        record.terms = {}
        kept = {}
        for column in kind.kept:
            value = values.get(column.name)
            column.put(record, value)
            if value is not None:
                kept[column.name] = [None, column.keep(value)]
        self._guard(kind, record)
        self._stamp(kind, record)
        self.created.setdefault(kind.name, []).append(record)
        self._gather_terms(kind, record, {column.name for column in kind.schemes if values.get(column.name)})
        self.note(kind, record.pk, Change.CREATED, kept)
        return record

    def change(self, kind: Kind, record: OwnedRecord, values: Mapping[str, Value]) -> bool:
        """Gather new column values of a record; returns False when they are what stands already."""
        self._guard(kind, record)
        kept = {}
        for name, value in values.items():
            column = kind.column(name)
            old = column.keep(column.take(record))
            new = column.keep(value)
            if old != new:
                kept[name] = [old, new]
                column.put(record, value)
        if not kept:
            return False
        self._guard(kind, record)
        self._stamp(kind, record)
        self._gather_change(kind, record, set(kept))
        self._gather_terms(kind, record, {column.name for column in kind.schemes if column.name in kept})
        self.note(kind, record.pk, Change.CHANGED, kept)
        return True

    def mark(
        self,
        kind: Kind,
        record: OwnedRecord,
        change: Change,
        fields: Mapping[str, Any],
        *,
        also: Mapping[str, tuple[Any, Any]] | None = None,
    ) -> None:
        """Gather a change of the fields every record has (trash, audience).

        ``also`` names what changed beside the record, as (old, new): it is only entered in the log.
        """
        self._guard(kind, record)
        kept = {}
        for name, value in fields.items():
            kept[name] = [_plain(getattr(record, name)), _plain(value)]
            setattr(record, name, value)
        self._guard(kind, record)
        kept |= {name: [old, new] for name, (old, new) in (also or {}).items()}
        self._stamp(kind, record)
        self._gather_change(kind, record, set(fields))
        self.note(kind, record.pk, change, kept)

    def remove(self, kind: Kind, record: OwnedRecord) -> None:
        """Gather the removal of a record for good; the log keeps its values, so that it can be brought back."""
        self._guard(kind, record)
        kept = {}
        for column in kind.kept:
            value = column.take(record)
            if value is not None:
                kept[column.name] = [column.keep(value), None]
        state = {name: _plain(getattr(record, name)) for name in STATE}
        kept |= {name: [value, None] for name, value in state.items() if value not in {None, Audience.WORKSPACE}}
        self.kinds[kind.name] = kind
        self.removed.setdefault(kind.name, []).append(record.pk)
        self.note(kind, record.pk, Change.REMOVED, kept)

    def note(self, kind: Kind | Subject, record_id: UUID, change: Change, values: dict[str, Any]) -> None:
        """Enter in the log what happened to a record, or to what else it tells of; values are {name: [old, new]}."""
        row = ActivityRow(
            workspace_id=self.entry.workspace_id,
            position=self.count,
            kind=kind.name,
            record_id=record_id,
            change=change,
            values=values,
            salt=secrets.token_hex(16),
        )
        row.digest = row_digest(row)
        self.root.update(row.digest.encode("ascii"))
        self.entry.kind = self.entry.kind or kind.name
        self.count += 1
        self.rows.append(row)
        if len(self.rows) >= PART and not self.removed:
            self.flush()

    def flush(self) -> None:
        """Write what has been gathered so far, inside the act's transaction; of nothing no entry is left."""
        if self.entry._state.adding:  # noqa: SLF001 - Django says so only here
            if not self.rows:
                return
            self.entry.save(force_insert=True)
        for name, records in self.created.items():
            self.kinds[name].model.objects.bulk_create(records, batch_size=BATCH)
        self._update_changed()
        self._write_terms()
        self._delete_removed()
        for row in self.rows:
            row.activity_id = self.entry.pk
        ActivityRow.objects.bulk_create(self.rows, batch_size=BATCH)
        for gathered in (self.rows, self.created, self.changed, self.terms, self.removed):
            gathered.clear()

    def _guard(self, kind: Kind, record: OwnedRecord) -> None:
        """Refuse what the kind says the person may not write; the right to be erased comes before it."""
        if kind.guard is not None and self.entry.operation != Operation.ERASE:
            if kind.beside and (self.created.get(kind.name) or self.changed.get(kind.name)):
                self.flush()
            refused = kind.guard(record, self.entry.person)
            if refused:
                raise NotYoursError(refused)

    def _stamp(self, kind: Kind, record: OwnedRecord) -> None:
        self.kinds[kind.name] = kind
        record.version = self.sequence
        record.changed_at = self.entry.at
        record.title_key = title_key(record)
        record.search_text = search_text(kind, record)

    def _gather_change(self, kind: Kind, record: OwnedRecord, names: set[str]) -> None:
        held = self.changed.setdefault(kind.name, {})
        held.setdefault(record.pk, (record, set()))[1].update(names)

    def _gather_terms(self, kind: Kind, record: OwnedRecord, names: set[str]) -> None:
        if names:
            schemes = {column.scheme for column in kind.schemes if column.name in names}
            held = self.terms.setdefault(record.pk, (kind, set(), record))
            held[1].update(schemes)

    def _update_changed(self) -> None:
        for name, held in self.changed.items():
            kind = self.kinds[name]
            schemes = {column.name for column in kind.schemes}
            fields = {column for _, names in held.values() for column in names} - schemes
            new = {record.pk for record in self.created.get(name, [])}
            records = [record for record, _ in held.values() if record.pk not in new]
            stamped = {"version", "changed_at", "search_text", "title_key"}
            kind.model.objects.bulk_update(records, sorted(fields | stamped), batch_size=BATCH // 5)

    def _write_terms(self) -> None:
        new = {record.pk for records in self.created.values() for record in records}
        alike: dict[frozenset[str], list[UUID]] = {}
        for pk, (_, schemes, _) in self.terms.items():
            if pk not in new:
                alike.setdefault(frozenset(schemes), []).append(pk)
        for schemes_left, ids in alike.items():
            for start in range(0, len(ids), BATCH):
                Term.objects.filter(record_id__in=ids[start : start + BATCH], scheme__in=schemes_left).delete()
        Term.objects.bulk_create(list(self._terms()), batch_size=BATCH)

    def _terms(self) -> Iterable[Term]:
        for pk, (kind, schemes, record) in self.terms.items():
            for scheme in sorted(schemes):
                for position, code in enumerate(record.terms.get(scheme, ())):
                    yield Term(
                        workspace_id=self.entry.workspace_id,
                        kind=kind.name,
                        record_id=pk,
                        scheme=scheme,
                        code=code,
                        position=position,
                    )

    def _delete_removed(self) -> None:
        order = [kind.name for kind in kinds()]
        for name in sorted(self.removed, key=order.index, reverse=True):
            ids = self.removed[name]
            for start in range(0, len(ids), BATCH):
                part = ids[start : start + BATCH]
                Term.objects.filter(record_id__in=part).delete()
                try:
                    self.kinds[name].model.objects.filter(pk__in=part).delete()
                except ProtectedError as error:
                    raise InUseError(name) from error


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def title_key(record: OwnedRecord) -> str:
    """Return the folded name of a record that has one of its own."""
    own_name = str(getattr(record, record.title_field)) if record.title_field else ""
    return fold_name(own_name)[:500]


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
    """Open an act in the current workspace. The workspace's row is locked, so that acts stand in one order.

    An act that touched nothing leaves no entry.
    """
    with transaction.atomic():
        workspace = Workspace.objects.select_for_update().get(pk=current_scope().workspace.pk)
        entry = Activity(
            workspace_id=workspace.pk,
            sequence=workspace.head_sequence + 1,
            at=at.astimezone(UTC),
            person=by,
            person_key=str(by.pk) if by else "",
            operation=operation,
            note=note[:300],
            undoes=undoes,
            previous=workspace.head_digest,
        )
        act = Act(entry=entry, sequence=entry.sequence)
        yield act
        if act.count:
            _enter(act, workspace)
    if act.count:
        scoped = current_scope().workspace
        scoped.head_sequence, scoped.head_digest = workspace.head_sequence, workspace.head_digest
        scoped.head_signature = workspace.head_signature


def _enter(act: Act, workspace: Workspace) -> None:
    act.flush()
    entry = act.entry
    entry.record_count = act.count
    entry.root = act.root.hexdigest()
    entry.digest = entry_digest(entry)
    entry.save(force_update=True)
    workspace.head_sequence, workspace.head_digest = entry.sequence, entry.digest
    workspace.head_signature = head_signature(workspace)
    workspace.save(update_fields=["head_sequence", "head_digest", "head_signature"])
