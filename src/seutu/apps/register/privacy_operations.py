"""A person erased from a workspace in one act that is for good: own contacts, mentions, comments, the log's values.

The act's own rows hold no old values either, and the log's chain still holds: digests stay, what they were of goes.
A later restore of an old backup is followed by repeating the erasures (privacy_memory_operations.py).
"""

from collections import Counter
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from seutu.apps.accounts.models import Membership, User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.erased_bytes import empty_write_ahead_log
from seutu.apps.records.models import ActivityRow, OwnedRecord
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.scope import current_scope, in_scope
from seutu.apps.records.sheets.columns import Column, TextColumn, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.sheets.references import EmailColumn, LinkColumn
from seutu.apps.records.sheets.subjects import told
from seutu.apps.register.exceptions import IsMemberError
from seutu.apps.register.privacy_files import forget_sent_files
from seutu.apps.register.privacy_marks import MARKER, Marks
from seutu.apps.register.privacy_memory_operations import remember
from seutu.apps.register.privacy_search import (
    Person,
    comments_with,
    contacts_of,
    is_about,
    log_rows_with,
    mentions_of,
    notes_with,
    other_rows_with,
)

# What stays of an erased contact: the place it had in the register, so that hand-overs and tasks still make sense.
STAYS: Final = frozenset({"actor", "role", "active_from", "active_to", "successor", "source"})
BATCH: Final = 200


def person_erase(person: Person, *, by: User | None, at: datetime) -> Counter[str]:
    """Erase a person from the current workspace; returns how many contacts, mentions, comments, log rows … it touched.

    ``notes_left`` counts acts whose note holds the person: notes are part of the chain and stay. Raises IsMemberError.
    """
    counts: Counter[str] = Counter()
    if is_member(person):
        raise IsMemberError
    # What kinds withhold from whoever erases is erased too: the system sees it all.
    with in_scope(current_scope().workspace), recording(Operation.ERASE, by=by, at=at) as act:
        _erase_contacts(act, person, at, counts)
        _erase_mentions(act, person, counts)
        _erase_comments(act, person, counts)
        _erase_others(person, counts)
        _redact_log(act, person, counts)
        if act.count or counts.total():
            remember(person, at=at)
            transaction.on_commit(partial(forget_sent_files, current_scope().workspace.pk))
            transaction.on_commit(empty_write_ahead_log)
    counts["notes_left"] = notes_with(person)
    return +counts


def is_member(person: Person) -> bool:
    """Return whether the person works in the workspace under one of their addresses."""
    members = Membership.objects.filter(workspace=current_scope().workspace).values_list("person__email", flat=True)
    addresses = {address.casefold() for address in person.marks.emails}
    return any(email.casefold() in addresses for email in members)


def _erase_contacts(act: Act, person: Person, at: datetime, counts: Counter[str]) -> None:
    kind = kind_named("contacts")
    today = timezone.localdate(at)
    for contact in contacts_of(person):
        values: dict[str, Value] = {column.name: None for column in kind.columns if column.name not in STAYS}
        values["name"] = MARKER
        ended: Any = kind.column("active_to").take(contact)
        values["active_to"] = ended if ended and ended < today else today
        role = kind.column("role").take(contact)
        values["role"] = person.marks.replaced(role)
        if act.change(kind, contact, values):
            act.note(kind, contact.pk, Change.ERASED, {})
            counts["contacts"] += 1


def _erase_mentions(act: Act, person: Person, counts: Counter[str]) -> None:
    gathered: dict[UUID, tuple[Kind, OwnedRecord, dict[str, Value]]] = {}
    for mention in mentions_of(person):
        held = gathered.setdefault(mention.record.pk, (mention.kind, mention.record, {}))
        held[2][mention.column.name] = _without(mention.column, mention.record, person.marks)
        counts["mentions"] += 1
    for kind, record, values in gathered.values():
        act.change(kind, record, values)


def _without(column: Column, record: OwnedRecord, marks: Marks) -> Value:
    """Return a column's value with the marker for the person; an address that names the person goes altogether."""
    held = column.take(record)
    if isinstance(column, (EmailColumn, LinkColumn)) and not column.required:
        return None
    value: Value = marks.replaced(held)
    if isinstance(column, TextColumn) and isinstance(value, str):
        return value[: column.max_length]
    return value


def _erase_comments(act: Act, person: Person, counts: Counter[str]) -> None:
    for said in comments_with(person):
        text = MARKER if is_about(person, said) else person.marks.replaced(said.text)
        if text != said.text:
            said.text = text
            said.save(update_fields=["text"])
            act.note(kind_named(said.kind), said.record_id, Change.ERASED, {})
            counts["comments"] += 1


def _erase_others(person: Person, counts: Counter[str]) -> None:
    for row, name in list(other_rows_with(person)):
        setattr(row, name, person.marks.replaced(getattr(row, name)))
        row.save(update_fields=[name])
        counts["other"] += 1


def _redact_log(act: Act, person: Person, counts: Counter[str]) -> None:
    """Empty the values of the log's rows that hold the person, this act's own included; their digests stay."""
    before = list(log_rows_with(person))
    for kind, record_id in dict.fromkeys((row.kind, row.record_id) for row in before):
        act.note(told(kind), record_id, Change.ERASED, {})
    if act.count:
        act.flush()
        before += list(log_rows_with(person, act=act.entry))
    emptied = {row.pk: row for row in before}
    for row in emptied.values():
        row.values, row.salt = None, ""
    ActivityRow.objects.bulk_update(list(emptied.values()), ["values", "salt"], batch_size=BATCH)
    counts["log rows"] = len(emptied)
