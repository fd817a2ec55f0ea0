"""Reads that work for every kind: a record, a list, its history, what refers to it, search, the trash."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import CharField, Prefetch, Q, QuerySet, Value

from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.rules import Act
from seutu.apps.records.models import Activity, ActivityRow, Comment, OwnedRecord, SavedView, Share, everywhere
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import Kind, filters_of, kind_named, kinds
from seutu.apps.records.terms import attach_terms
from seutu.apps.records.withheld import told_rows
from seutu.core.names import fold_name

LONGEST_SEARCH: Final = 200
NUL: Final = "\0"  # no text holds it, and PostgreSQL cannot even be asked of it


def records_of(kind: Kind, *, trashed: bool = False) -> QuerySet[Any]:
    """Return the workspace's records of a kind, without those in the trash (or only those), in the kind's order."""
    return joined(
        kind,
        kind.model.objects.filter(trashed_at__isnull=not trashed).order_by(*blanks_last(kind.model, *kind.order), "pk"),
    )


def joined(kind: Kind, records: QuerySet[Any]) -> QuerySet[Any]:
    """Fetch what the columns of records point to along with them.

    A join goes past the managers, so whoever does not see plans as they stand gets what is pointed to through those.
    """
    related = [column.name for column in kind.references]
    if not related:
        return records
    if current_scope().may(Act.READ_PLANS):
        return records.select_related(*related)
    parts = [Prefetch(column.name, kind_named(column.kind).model.objects.all()) for column in kind.references]
    return records.prefetch_related(*parts)


def record_of(kind: Kind, record_id: UUID) -> OwnedRecord:
    """Return one record with its terms, in the trash or not; raises the model's DoesNotExist."""
    record: OwnedRecord = joined(kind, kind.model.objects.all()).get(pk=record_id)
    attach_terms([record])
    return record


def filtered(kind: Kind, chosen: Mapping[str, Iterable[str]], *, text: str = "") -> QuerySet[Any]:
    """Return the records of a kind that pass every chosen filter value and hold every word of ``text``."""
    records = records_of(kind)
    filters = {each.name: each for each in filters_of(kind)}
    for name, values in chosen.items():
        for value in values:
            if NUL in value:
                return records.none()
            if name in filters and value:
                records = filters[name].narrow(records, value)
    return matching(records, text)


def matching(records: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Return the records whose searchable text holds every word (of the first 200 characters)."""
    if NUL in text:
        return records.none()
    words = dict.fromkeys(fold_name(text[:LONGEST_SEARCH]).split())
    return records.filter(*(Q(search_text__contains=word) for word in words))


@dataclass(frozen=True, slots=True)
class Found:
    """A record and its kind."""

    kind: Kind
    record: OwnedRecord


def history_of(kind: Kind, record_id: UUID) -> QuerySet[ActivityRow]:
    """Return what was done to a record, newest first."""
    rows = told_rows(ActivityRow.objects.filter(kind=kind.name, record_id=record_id), [kind])
    return rows.select_related("activity", "activity__person").order_by("-activity__sequence", "-position")


def activities() -> QuerySet[Activity]:
    """Return the workspace's acts, newest first."""
    return Activity.objects.select_related("person").order_by("-sequence")


def comments_on(kind: Kind, record_id: UUID) -> QuerySet[Comment]:
    """Return the comments on a record, oldest first."""
    return Comment.objects.filter(kind=kind.name, record_id=record_id).select_related("person")


def shares_of(kind: Kind, record_id: UUID) -> QuerySet[Share]:
    """Return the named workspaces a record is shown to, by name."""
    return Share.objects.filter(kind=kind.name, record_id=record_id).select_related("to").order_by("to__name", "to")


def views_of(kind: Kind) -> QuerySet[SavedView]:
    """Return the saved views of a kind's list, by name."""
    return SavedView.objects.filter(kind=kind.name).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class Referring:
    """The records of a kind that point to a record through one column."""

    kind: Kind
    column: str
    records: list[OwnedRecord]
    total: int


def referring_to(kind: Kind, record_id: UUID, *, limit: int = 50) -> list[Referring]:
    """Return where a record is used, by kind and column."""
    found = []
    for other in kinds():
        for column in other.references:
            if column.kind == kind.name:
                users = records_of(other).filter(**{f"{column.name}_id": record_id})
                total = users.count()
                if total:
                    found.append(Referring(other, column.name, list(users[:limit]), total))
    return found


def trash_of(among: Iterable[Kind]) -> QuerySet[Any, dict[str, Any]]:
    """Return the kind's name (``kind_name``) and the id of everything of these kinds in the trash, newest first."""
    first, *others = (
        kind.model.objects.filter(trashed_at__isnull=False)
        .order_by()
        .annotate(kind_name=Value(kind.name, output_field=CharField()))
        .values("kind_name", "pk", "trashed_at")
        for kind in among
    )
    rows: QuerySet[Any, dict[str, Any]] = first.union(*others, all=True)
    return rows.order_by("-trashed_at", "pk")


def trashed_records(rows: Iterable[Mapping[str, Any]]) -> list[Found]:
    """Return the records of such rows in their order."""
    wanted = [(str(row["kind_name"]), row["pk"]) for row in rows]
    ids: dict[str, list[UUID]] = {}
    for name, record_id in wanted:
        ids.setdefault(name, []).append(record_id)
    found: dict[UUID, Found] = {}
    for name, of_kind in ids.items():
        kind = kind_named(name)
        found |= {each.pk: Found(kind, each) for each in records_of(kind, trashed=True).filter(pk__in=of_kind)}
    return [found[record_id] for _, record_id in wanted if record_id in found]


def titles(kind_name: str, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the titles of records by id."""
    model = kind_named(kind_name).model
    return {record.pk: record.title for record in model.objects.filter(pk__in=list(ids))}


def taken_ids(kind: Kind, ids: Iterable[UUID]) -> set[UUID]:
    """Return which ids some record of any workspace has: ids are one space, so an import must not reuse them."""
    wanted = list(ids)
    parts = (wanted[start : start + 500] for start in range(0, len(wanted), 500))
    held = everywhere(kind.model)
    return {found for part in parts for found in held.filter(pk__in=part).values_list("pk", flat=True)}


def trashed_ids(kind: Kind) -> set[UUID]:
    """Return the ids of the workspace's records of a kind that are in the trash."""
    return set(kind.model.objects.filter(trashed_at__isnull=False).values_list("pk", flat=True))


def last_sequence() -> int:
    """Return the sequence of the workspace's last act, as it stands now."""
    return Workspace.objects.values_list("head_sequence", flat=True).get(pk=current_scope().workspace.pk)
