"""Reads across workspaces: what others have shared with one workspace by name or with its networks.

Only whose records are shared is looked for outside a scope; the owner's scope is entered to read them, so that a
withdrawn share is gone at the next request. Not for writing (operations.share_record), nor for everybody (public.py).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.queries import network_fellows
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord, Share, everywhere
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.terms import attach_terms


class NotSharedError(Exception):
    """The record is not shared with whoever asks, or there is none."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A record, its kind and the workspace that shows it."""

    kind: Kind
    record: OwnedRecord
    owner: Workspace


def audiences_of(kind: Kind) -> tuple[Audience, ...]:
    """Return with whom records of a kind can be shared: personal data only by name, never with many.

    What is its writer's own, as a score, is shared with nobody.
    """
    if kind.unshared:
        return (Audience.WORKSPACE,)
    return (Audience.WORKSPACE, Audience.NAMED) if kind.personal else tuple(Audience)


def columns_seen(kind: Kind, *, personal: bool) -> tuple[Column, ...]:
    """Return the columns of a record that others see: nothing personal and no name of a person unless ``personal``."""
    return tuple(column for column in kind.columns if personal or not (column.personal or _names_person(column)))


def _names_person(column: Column) -> bool:
    return isinstance(column, ReferenceColumn) and kind_named(column.kind).personal


def shared_with(workspace: Workspace, *, personal: bool) -> QuerySet[Any, dict[str, Any]]:
    """Return what other workspaces show to this one by name or network, by owner, the last changed first.

    Each row has the owner's id (``workspace_id``), the kind's name (``kind_name``) and the record's id. Kinds of
    personal data are left out unless ``personal``.
    """
    first, *others = (
        shown.annotate(kind_name=Value(kind.name, output_field=CharField()), owner_name=F("workspace__name")).values(
            "kind_name", "pk", "workspace_id", "owner_name", "changed_at"
        )
        for kind, shown in _shown(workspace, personal=personal)
    )
    rows: QuerySet[Any, dict[str, Any]] = first.union(*others, all=True)
    return rows.order_by("owner_name", "workspace_id", "-changed_at", "pk")


def shown_of(kind: Kind, workspace: Workspace, *, personal: bool) -> list[Shared]:
    """Return the records of one kind that other workspaces show to this one, by the owner's name and their title."""
    held: dict[UUID, list[UUID]] = {}
    for _same, shown in _shown(workspace, personal=personal, among=(kind,)):
        for owner, record_id in shown.values_list("workspace_id", "pk"):
            held.setdefault(owner, []).append(record_id)
    owners = Workspace.objects.in_bulk(held)
    seen = {Audience.NAMED, Audience.NETWORK}
    found = [shared for owner, ids in held.items() for shared in read_shared(kind, owners[owner], ids, seen)]
    return sorted(found, key=lambda shared: (shared.owner.name, shared.record.title, str(shared.record.pk)))


def owners_shown(workspace: Workspace, *, personal: bool) -> int:
    """Return how many workspaces show something to this one."""
    first, *others = (shown.values("workspace_id") for _, shown in _shown(workspace, personal=personal))
    return first.union(*others).count()


def shared_records(rows: Iterable[Mapping[str, Any]]) -> list[Shared]:
    """Return the records of such rows in their order, each read in its owner's scope."""
    wanted = [(row["workspace_id"], str(row["kind_name"]), row["pk"]) for row in rows]
    ids: dict[tuple[UUID, str], list[UUID]] = {}
    for owner, name, record_id in wanted:
        ids.setdefault((owner, name), []).append(record_id)
    owners = Workspace.objects.in_bulk({owner for owner, _ in ids})
    found = {
        each.record.pk: each
        for (owner, name), of_owner in ids.items()
        for each in read_shared(kind_named(name), owners[owner], of_owner, {Audience.NAMED, Audience.NETWORK})
    }
    return [found[record_id] for _, _, record_id in wanted if record_id in found]


def read_shared(kind: Kind, owner: Workspace, ids: Iterable[UUID], audiences: set[Audience]) -> list[Shared]:
    """Return which of a workspace's records of a kind are shown to these audiences, with their terms."""
    with in_scope(owner, role=Role.GUEST):
        chosen = records_of(kind).filter(pk__in=list(ids), audience__in=audiences)
        return [Shared(kind, record, owner) for record in attach_terms(list(chosen))]


def shared_record(workspace: Workspace, owner_slug: str, kind: Kind, record_id: UUID, *, personal: bool) -> Shared:
    """Return one record another workspace shows to this one; raises NotSharedError."""
    owner = Workspace.objects.filter(slug=owner_slug).exclude(pk=workspace.pk).first()
    if owner is None or (kind.personal and not personal):
        raise NotSharedError
    shares = everywhere(Share).filter(to=workspace, workspace=owner, kind=kind.name, record_id=record_id)
    network = not kind.personal and network_fellows(workspace).filter(pk=owner.pk).exists()
    allowed = {*({Audience.NAMED} if shares.exists() else ()), *({Audience.NETWORK} if network else ()), *_public(kind)}
    return _one(kind, owner, record_id, allowed)


def _public(kind: Kind) -> set[Audience]:
    return set() if kind.personal else {Audience.PUBLIC}


def _shown(
    workspace: Workspace, *, personal: bool, among: Iterable[Kind] | None = None
) -> Iterator[tuple[Kind, QuerySet[Any]]]:
    """Yield each kind with the records others show to this workspace: only to learn which they are and whose."""
    fellows = network_fellows(workspace).values("pk")
    for kind in kinds() if among is None else among:
        if kind.personal and not personal:
            continue
        shares = everywhere(Share).filter(to=workspace, kind=kind.name)
        named = shares.filter(record_id=OuterRef("pk"), workspace=OuterRef("workspace"))
        shown = Q(Exists(named), audience=Audience.NAMED)
        if not kind.personal:
            shown |= Q(audience=Audience.NETWORK, workspace__in=fellows)
        records = everywhere(kind.model).filter(shown, trashed_at__isnull=True)
        yield kind, records.exclude(workspace=workspace).order_by()


def _one(kind: Kind, owner: Workspace, record_id: UUID, allowed: set[Audience]) -> Shared:
    with in_scope(owner, role=Role.GUEST):
        try:
            record = record_of(kind, record_id)
        except kind.model.DoesNotExist:
            raise NotSharedError from None
    if record.trashed_at is not None or record.audience not in allowed:
        raise NotSharedError
    return Shared(kind, record, owner)
