"""Two records of one actor made one: the values chosen, everything that pointed to the other moved, one act, undoable.

The other record goes to the trash, where its page, its comments and its history stay; its spellings and identifiers
live on in the actor that stays. Not for finding the likenesses (likenesses.py) or for planning (merge_plans.py).
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import ActivityRow
from seutu.apps.records.operations import check_values, values_of
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.exceptions import CannotMergeError
from seutu.apps.register.merge_plans import MergePlan, Side, plan_merge
from seutu.apps.register.models import Actor


def merge_actors(
    stays: UUID,
    goes: UUID,
    *,
    chosen: Mapping[str, Side],
    versions: tuple[int, int],
    by: User | None,
    at: datetime,
) -> int:
    """Make two actors one; returns the sequence of the act, by which all of it can be undone.

    ``chosen`` says for a column whose value is taken (``plan_merge`` tells what is taken of the rest). Raises
    CannotMergeError, StaleVersionError when either record is no longer at its version, InvalidValuesError.
    """
    kind = kind_named("actors")
    with recording(Operation.MERGE, by=by, at=at) as act:
        plan = plan_merge(stays, goes, chosen=chosen)
        if stays == goes or plan.stays.trashed_at or plan.goes.trashed_at:
            raise CannotMergeError
        for record, version in zip((plan.stays, plan.goes), versions, strict=True):
            if record.version != version:
                raise StaleVersionError(current=values_of(kind, record), sent={}, version=record.version)
        check_values(kind, {**values_of(kind, plan.stays), **plan.values})
        act.change(kind, plan.stays, plan.values)
        _move(act, plan, at)
        gone = {"merged_into": (None, str(stays))}
        act.mark(kind, plan.goes, Change.TRASHED, {"trashed_at": at}, also=gone)
        return act.sequence


def _move(act: Act, plan: MergePlan, at: datetime) -> None:
    for part in plan.parts:
        for record in part.moved:
            values: dict[str, Any] = dict.fromkeys(part.columns_of(record), plan.stays.pk)
            act.change(part.kind, record, values)
        for kept, values in part.completed:
            act.change(part.kind, kept, values)
        for record in (*part.loops, *part.duplicates):
            act.mark(part.kind, record, Change.TRASHED, {"trashed_at": at})


def merged_into(actor: Actor) -> Actor | None:
    """Return the actor into which this one was merged; None when it was not, or the merge was undone."""
    if actor.trashed_at is None:
        return None
    into = _last_merges([actor.pk]).get(actor.pk)
    found: Actor | None = Actor.objects.filter(pk=UUID(into)).first() if into else None
    return found


def merged_from(actor: Actor) -> list[Actor]:
    """Return the actors in the trash that were merged into this one, with their comments and history on their pages."""
    here = str(actor.pk)
    trashed = Actor.objects.filter(trashed_at__isnull=False)
    rows = _merges().filter(record_id__in=trashed.values("pk"), values__merged_into__1=here)
    last = _last_merges(set(rows.values_list("record_id", flat=True)))
    gone = [pk for pk, into in last.items() if into == here]
    return list(trashed.filter(pk__in=gone).order_by("name")) if gone else []


def _merges() -> QuerySet[ActivityRow]:
    """Return the rows of the log that say of an actor that it was merged into another."""
    return ActivityRow.objects.filter(kind="actors", change=Change.TRASHED, activity__operation=Operation.MERGE)


def _last_merges(actors: Collection[UUID]) -> dict[UUID, str]:
    """Return for each actor the id of the one it was last merged into; values that were erased say nothing."""
    if not actors:
        return {}
    rows = _merges().filter(record_id__in=actors).order_by("activity__sequence").values_list("record_id", "values")
    held = {record_id: (values or {}).get("merged_into") for record_id, values in rows}
    return {record_id: into[1] for record_id, into in held.items() if into}
