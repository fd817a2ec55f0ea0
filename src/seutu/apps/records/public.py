"""Reads of what workspaces show to everybody: public records over all owners, newest change first, or one of them.

Only ids and owners are looked for outside a scope; each owner's scope is entered to read the records. Records of
personal data are never public.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord, everywhere
from seutu.apps.records.sharing import NotSharedError, Shared, read_shared
from seutu.apps.records.sheets.kinds import Kind


def public_ids(kind: Kind) -> QuerySet[OwnedRecord, tuple[UUID, UUID]]:
    """Return the id and the owner's id of every public record of a kind, the last changed first."""
    shown = everywhere(kind.model).filter(audience=Audience.PUBLIC, trashed_at__isnull=True)
    if kind.personal:
        shown = shown.none()
    return shown.order_by("-changed_at", "pk").values_list("pk", "workspace_id")


def public_records(kind: Kind, ids: Sequence[tuple[UUID, UUID]]) -> list[Shared]:
    """Return the records of such ids in their order, with their terms and owners."""
    by_owner: dict[UUID, list[UUID]] = {}
    for record_id, owner_id in ids:
        by_owner.setdefault(owner_id, []).append(record_id)
    found: dict[UUID, Shared] = {}
    for owner in Workspace.objects.filter(pk__in=by_owner):
        for each in read_shared(kind, owner, by_owner[owner.pk], {Audience.PUBLIC}):
            found[each.record.pk] = each
    return [found[record_id] for record_id, _ in ids if record_id in found]


def public_record(kind: Kind, record_id: UUID) -> Shared:
    """Return a record that everybody may see; raises NotSharedError."""
    found = public_records(kind, list(public_ids(kind).filter(pk=record_id)))
    if not found:
        raise NotSharedError
    return found[0]
