"""Reads across workspaces: what others have shared with one workspace by name or with its networks.

Only whose records are shared is looked for outside a scope; the owner's scope is entered to read them, so that a
withdrawn share is gone at the next request. Not for writing (operations.share_record), nor for everybody (public.py).
"""

from dataclasses import dataclass
from uuid import UUID

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

SHOWN = 200


class NotSharedError(Exception):
    """The record is not shared with whoever asks, or there is none."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A record, its kind and the workspace that shows it."""

    kind: Kind
    record: OwnedRecord
    owner: Workspace


def audiences_of(kind: Kind) -> tuple[Audience, ...]:
    """Return with whom records of a kind can be shared: personal data only by name, never with many."""
    return (Audience.WORKSPACE, Audience.NAMED) if kind.personal else tuple(Audience)


def columns_seen(kind: Kind, *, personal: bool) -> tuple[Column, ...]:
    """Return the columns of a record that others see: nothing personal and no name of a person unless ``personal``."""
    return tuple(column for column in kind.columns if personal or not (column.personal or _names_person(column)))


def _names_person(column: Column) -> bool:
    return isinstance(column, ReferenceColumn) and kind_named(column.kind).personal


def shared_with(workspace: Workspace, *, personal: bool) -> list[Shared]:
    """Return what other workspaces show to this one by name or network, by owner, kind and title.

    Kinds of personal data are left out unless ``personal``. At most 200 records of one kind of one owner.
    """
    named = _named_ids(workspace)
    fellows = {each.pk: each for each in network_fellows(workspace)}
    owners = {each.pk: each for each in Workspace.objects.filter(pk__in={owner for owner, _ in named})} | fellows
    found: list[Shared] = []
    for kind in kinds():
        if kind.personal and not personal:
            continue
        by_owner = {owner: ids for (owner, name), ids in named.items() if name == kind.name}
        networked = _network_owners(kind, fellows)
        for owner in sorted({*by_owner, *networked}, key=str):
            ids = by_owner.get(owner, set())
            found.extend(_read(kind, owners[owner], ids, network=owner in networked))
    return sorted(found, key=lambda each: (each.owner.name, each.kind.name, each.record.title))


def shared_record(workspace: Workspace, owner_slug: str, kind: Kind, record_id: UUID, *, personal: bool) -> Shared:
    """Return one record another workspace shows to this one; raises NotSharedError."""
    owner = Workspace.objects.filter(slug=owner_slug).exclude(pk=workspace.pk).first()
    if owner is None or (kind.personal and not personal):
        raise NotSharedError
    named = record_id in _named_ids(workspace).get((owner.pk, kind.name), set())
    network = not kind.personal and network_fellows(workspace).filter(pk=owner.pk).exists()
    allowed = {*({Audience.NAMED} if named else ()), *({Audience.NETWORK} if network else ()), *_public(kind)}
    return _one(kind, owner, record_id, allowed)


def _public(kind: Kind) -> set[Audience]:
    return set() if kind.personal else {Audience.PUBLIC}


def _named_ids(workspace: Workspace) -> dict[tuple[UUID, str], set[UUID]]:
    """Return the ids of the records that name this workspace, by owner and kind."""
    found: dict[tuple[UUID, str], set[UUID]] = {}
    named = everywhere(Share).filter(to=workspace).exclude(workspace=workspace)
    for owner, kind, record_id in named.values_list("workspace_id", "kind", "record_id"):
        found.setdefault((owner, kind), set()).add(record_id)
    return found


def _network_owners(kind: Kind, fellows: dict[UUID, Workspace]) -> set[UUID]:
    """Return which fellows show some record of the kind to the network."""
    if kind.personal or not fellows:
        return set()
    networked = everywhere(kind.model).filter(audience=Audience.NETWORK, trashed_at__isnull=True)
    shown = networked.filter(workspace_id__in=fellows)
    return set(shown.order_by().values_list("workspace_id", flat=True).distinct())


def _read(kind: Kind, owner: Workspace, named: set[UUID], *, network: bool) -> list[Shared]:
    with in_scope(owner, role=Role.GUEST):
        records = records_of(kind)
        by_name = records.filter(audience=Audience.NAMED, pk__in=named)
        chosen = list(by_name[:SHOWN]) if named else []
        if network:
            chosen += list(records.filter(audience=Audience.NETWORK)[:SHOWN])
        return [Shared(kind, record, owner) for record in attach_terms(chosen)]


def _one(kind: Kind, owner: Workspace, record_id: UUID, allowed: set[Audience]) -> Shared:
    with in_scope(owner, role=Role.GUEST):
        try:
            record = record_of(kind, record_id)
        except kind.model.DoesNotExist:
            raise NotSharedError from None
    if record.trashed_at is not None or record.audience not in allowed:
        raise NotSharedError
    return Shared(kind, record, owner)
