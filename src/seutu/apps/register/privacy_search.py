"""Where a person stands in a workspace: contacts, tasks, texts of any record, comments, the log, other tables.

Reads only. Not for handing the data out (privacy_extract.py) or erasing it (privacy_operations.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q

from seutu.apps.accounts.models import User
from seutu.apps.records.models import Activity, ActivityRow, Comment, OwnedRecord, OwnedRow, Term
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.sheets.columns import Column, TextColumn
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.sheets.references import TermsColumn
from seutu.apps.records.sheets.subjects import MEMBERS
from seutu.apps.records.terms import attach_terms
from seutu.apps.records.withheld import told_rows
from seutu.apps.register.models import Contact, Task
from seutu.apps.register.privacy_marks import Marks, marks_of

AT_ONCE: Final = 500
KNOWN_BY: Final = ("name", "email", "phone")
# Read and written by their own rules, not as tables of texts.
OWN_RULES: Final = (OwnedRecord, Term, Activity, ActivityRow, Comment)
TEXTS: Final = (models.CharField, models.TextField, models.JSONField)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one workspace: the contacts that are theirs, and what they are known by in texts."""

    contacts: tuple[UUID, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Mention:
    """A record, other than the person's own contacts, whose column holds the person."""

    kind: Kind
    record: OwnedRecord
    column: Column


def person_known_by(key: str) -> Person | None:
    """Return the person with this contact id or e-mail address in the current workspace; None when nobody has it.

    An address that no contact has is still a person: it may stand in tasks, comments and the log. The names, addresses
    and numbers that the person's contacts had earlier, as the log tells, are theirs too.
    """
    contacts = _contacts(key.strip())
    if not contacts and "@" not in key:
        return None
    marks = marks_of(
        (each.name for each in contacts),
        (key if "@" in key else "", *(c.email for c in contacts)),
        (c.phone for c in contacts),
    )
    earlier = _earlier([each.pk for each in contacts])
    return Person(
        tuple(each.pk for each in contacts),
        marks_of(
            (*marks.names, *earlier["name"]), (*marks.emails, *earlier["email"]), (*marks.phones, *earlier["phone"])
        ),
    )


def joined(people: Iterable[Person]) -> Marks:
    """Return everything that the same person is known by in several workspaces."""
    held = [person.marks for person in people]
    return marks_of(
        (name for marks in held for name in marks.names),
        (address for marks in held for address in marks.emails),
        (number for marks in held for number in marks.phones),
    )


def person_with(marks: Marks) -> Person:
    """Return the person of these marks in the current workspace, whose contacts have one of the addresses."""
    where = Q(pk__in=[])
    for address in marks.emails:
        where |= Q(email__iexact=address)
    found = Contact.objects.filter(where).order_by("created_at", "pk").values_list("pk", flat=True)
    return Person(tuple(found), marks)


def _contacts(key: str) -> list[Contact]:
    where = Q(email__iexact=key) if "@" in key else Q(pk=_id(key))
    found = list(Contact.objects.filter(where).order_by("created_at", "pk"))
    for address in {each.email for each in found if each.email}:
        found += [each for each in Contact.objects.filter(email__iexact=address) if each not in found]
    return found


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def _earlier(contacts: list[UUID]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in KNOWN_BY}
    for row in ActivityRow.objects.filter(kind="contacts", record_id__in=contacts, values__isnull=False):
        for name in KNOWN_BY:
            found[name] += [each for each in (row.values or {}).get(name, ()) if isinstance(each, str)]
    return found


def records_of_every_kind() -> Iterator[tuple[Kind, OwnedRecord]]:
    """Yield every record of the workspace with its terms, also those in the trash."""
    for kind in kinds():
        related = [column.name for column in kind.references]
        records = kind.model.objects.select_related(*related) if related else kind.model.objects.all()
        chunk: list[OwnedRecord] = []
        for record in records.order_by("pk").iterator(chunk_size=AT_ONCE):
            chunk.append(record)
            if len(chunk) == AT_ONCE:
                yield from ((kind, each) for each in attach_terms(chunk))
                chunk = []
        yield from ((kind, each) for each in attach_terms(chunk))


def mentions_of(person: Person) -> Iterator[Mention]:
    """Yield the columns of other records that hold the person.

    A contact with the same name and another e-mail address is another person, and is left alone.
    """
    addresses = {address.casefold() for address in person.marks.emails}
    for kind, record in records_of_every_kind():
        if isinstance(record, Contact) and (
            record.pk in person.contacts or (record.email and addresses and record.email.casefold() not in addresses)
        ):
            continue
        for column in kind.columns:
            if isinstance(column, (TextColumn, TermsColumn)) and person.marks.found_in(column.take(record)):
                yield Mention(kind, record, column)


def tasks_of(person: Person) -> list[Task]:
    """Return the tasks the person owns, as a contact or by an address."""
    where = Q(owner__in=person.contacts)
    for address in person.marks.emails:
        where |= Q(member__iexact=address)
    return list(
        Task.objects.filter(where).select_related("owner", "actor", "source").order_by(*blanks_last(Task, "due"), "pk")
    )


def comments_with(person: Person) -> list[Comment]:
    """Return the comments on the person's contacts, and those that mention the person."""
    everything = Comment.objects.select_related("person").order_by("at").iterator(chunk_size=AT_ONCE)
    return [each for each in everything if is_about(person, each) or person.marks.found_in(each.text)]


def is_about(person: Person, said: Comment) -> bool:
    """Return whether a comment was said of one of the person's contacts."""
    return said.kind == "contacts" and said.record_id in person.contacts


def log_rows_with(person: Person, *, act: Activity | None = None, told: bool = False) -> Iterator[ActivityRow]:
    """Yield the log's rows of the person's contacts and membership, and those whose values hold the person.

    Of one act, or of all; ``told`` leaves out what is withheld from whoever asks, which an erasure must not.
    """
    own_rows = {("contacts", contact) for contact in person.contacts}
    own_rows |= {(MEMBERS.name, account) for account in _accounts(person)}
    rows = ActivityRow.objects.filter(values__isnull=False)
    rows = rows.filter(activity=act) if act else rows
    rows = told_rows(rows) if told else rows
    for row in rows.select_related("activity").order_by("pk").iterator(chunk_size=AT_ONCE):
        own = (row.kind, row.record_id) in own_rows and row.values
        if own or person.marks.found_in(row.values):
            yield row


def _accounts(person: Person) -> list[UUID]:
    where = Q(pk__in=[])
    for address in person.marks.emails:
        where |= Q(email__iexact=address)
    return list(User.objects.filter(where).values_list("pk", flat=True))


def notes_with(person: Person) -> int:
    """Return how many acts have a note that holds the person. A note is part of the chain and cannot be erased."""
    notes = Activity.objects.exclude(note="").values_list("note", flat=True)
    return sum(1 for note in notes.iterator() if person.marks.found_in(note))


def other_rows_with(person: Person) -> Iterator[tuple[OwnedRow, str]]:
    """Yield rows of the workspace's other tables (saved lists, jobs), with the field that holds the person."""
    for model in apps.get_models():
        if issubclass(model, OwnedRow) and not issubclass(model, OWN_RULES):
            yield from ((row, name) for row, name in texts_with(person.marks, model.objects.order_by("pk"), model))


def texts_with(marks: Marks, rows: models.QuerySet[Any], model: type[models.Model]) -> Iterator[tuple[Any, str]]:
    """Yield rows of a table with each field of text that holds the person."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's own way to ask a model what it holds
    names = [each.attname for each in fields if isinstance(each, TEXTS) and not each.unique]
    if not names:
        return
    for row in rows.iterator(chunk_size=AT_ONCE):
        for name in names:
            if marks.found_in(getattr(row, name)):
                yield row, name


def contacts_of(person: Person) -> list[OwnedRecord]:
    """Return the person's own contacts with their terms, in the trash or not."""
    kind = kind_named("contacts")
    found = kind.model.objects.filter(pk__in=person.contacts).select_related("actor", "successor", "source")
    return list(attach_terms(list(found.order_by("created_at", "pk"))))
