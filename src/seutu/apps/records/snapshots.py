"""Versions kept as they were: what was sent or printed of a record. Kept once, read for ever, never changed.

Not for the history of a record's values, which is the activity log's.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.making import made_or_new
from seutu.apps.records.models import OwnedRecord, Snapshot
from seutu.apps.records.operations import values_of
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn


def keep_version(
    kind: Kind,
    record: OwnedRecord,
    content: Mapping[str, Any],
    *,
    form: str,
    name: str,
    by: User | None,
    at: datetime,
    mark: UUID | None = None,
) -> Snapshot:
    """Keep ``content`` (plain JSON: text, whole numbers, lists, mappings) as the next version of its form.

    A page's form keeps it once, by its ``mark``.
    """
    with recording(Operation.FREEZE, by=by, at=at, note=name) as act:
        made, kept_id = made_or_new(Snapshot, mark, {"of": record.pk, "form": form, "digest": digest_of(content)})
        if made is not None:
            return made
        last = versions_of(kind, record.pk, form=form).first()
        kept: Snapshot = Snapshot.objects.create(
            id=kept_id,
            workspace=current_scope().workspace,
            kind=kind.name,
            record_id=record.pk,
            form=form,
            number=1 if last is None else last.number + 1,
            name=name[:200],
            at=at,
            person=by,
            content=dict(content),
            digest=digest_of(content),
        )
        act.note(kind, record.pk, Change.FROZEN, {"version": [None, f"{kept.number} {kept.name} {kept.digest}"]})
    return kept


def kept_values(kind: Kind, record: OwnedRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return a record's values as a version keeps them; the titles of what they point to are added to ``names``."""
    kept = {}
    for name, value in values_of(kind, record).items():
        column = kind.column(name)
        kept[name] = column.keep(value)
        if isinstance(column, ReferenceColumn) and value is not None:
            kept[name] = str(value)
            names[str(value)] = str(column.cell(value, record))
    return kept


def versions_of(kind: Kind, record_id: UUID, *, form: str) -> QuerySet[Snapshot]:
    """Return the versions of one form of a record, newest first."""
    found = Snapshot.objects.filter(kind=kind.name, record_id=record_id, form=form)
    return found.select_related("person").order_by("-number")


def is_unchanged(kept: Snapshot) -> bool:
    """Return whether a version still says what was kept."""
    return digest_of(kept.content) == kept.digest


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of content in its canonical JSON."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8")).hexdigest()
