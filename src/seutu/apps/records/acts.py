"""Reads of the activity log: the acts a role may see, one act's rows, and what their records are called.

Not for writing the log (recording.py) or for checking its chain (chain.py).
"""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.queries import activities, joined
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.sheets.subjects import SUBJECTS, told
from seutu.apps.records.withheld import told_rows

TITLES_ASKED: Final = 500
"""How many titles one query asks for."""


def acts_shown(*, personal: bool) -> QuerySet[Activity]:
    """Return the workspace's acts, newest first; without ``personal`` none that touched personal data alone."""
    if personal:
        return activities()
    rows = told_rows(ActivityRow.objects.filter(kind__in=_open_names()))
    return activities().filter(Exists(rows.filter(activity=OuterRef("pk"))))


def rows_shown(entry: Activity, *, personal: bool) -> QuerySet[ActivityRow]:
    """Return what an act did, record by record, in its order; kinds of personal data only where ``personal``."""
    rows = told_rows(ActivityRow.objects.filter(activity=entry)).order_by("position")
    return rows if personal else rows.filter(kind__in=_open_names())


def _open_names() -> list[str]:
    """Return the kinds and other subjects of the log that are no personal data."""
    subjects = [each.name for each in SUBJECTS.values() if not each.personal]
    return [*(kind.name for kind in kinds() if not kind.personal), *subjects]


def can_be_undone(entry: Activity) -> bool:
    """Return whether undoing fits the act: what was said, erased or kept stays so, access has its own page."""
    said = {Operation.COMMENT, Operation.ERASE, Operation.FREEZE}
    return entry.operation not in said and entry.kind not in SUBJECTS


def undone_by(entry: Activity) -> Activity | None:
    """Return the act that undid this one."""
    found: Activity | None = Activity.objects.filter(undoes=entry.sequence).first()
    return found


def last_change_of(kind: str, record_id: UUID) -> Activity | None:
    """Return the newest act that touched a record."""
    row = (
        ActivityRow.objects.filter(kind=kind, record_id=record_id)
        .select_related("activity", "activity__person")
        .order_by("-activity__sequence")
        .first()
    )
    return row.activity if row else None


def sequence_of_making(kind: str, record_id: UUID) -> int | None:
    """Return the sequence of the act that made a record, the newest where it was removed and brought back."""
    made = ActivityRow.objects.filter(kind=kind, record_id=record_id, change=Change.CREATED)
    return made.order_by("-activity__sequence").values_list("activity__sequence", flat=True).first()


def single_rows(entries: Sequence[Activity]) -> dict[int, ActivityRow]:
    """Return the row of every act that touched one record only, by the act's key: one query.

    Of an act on a workspace itself or who comes in, it is the first row, which tells what the act was.
    """
    alone = [entry.pk for entry in entries if entry.record_count == 1 or _on_subject(entry)]
    rows = told_rows(ActivityRow.objects.filter(activity_id__in=alone, position=0))
    return {row.activity_id: row for row in rows}


def _on_subject(entry: Activity) -> bool:
    return entry.kind in SUBJECTS and entry.operation != Operation.ERASE


def titles_of(wanted: Iterable[tuple[str, UUID]]) -> dict[UUID, str]:
    """Return the titles of records of several kinds that still stand (in the trash or not), a few queries per kind."""
    by_kind: dict[str, set[UUID]] = {}
    for name, record_id in wanted:
        if name in SUBJECTS:
            continue
        by_kind.setdefault(name, set()).add(record_id)
    found: dict[UUID, str] = {}
    for name, ids in by_kind.items():
        kind = kind_named(name)
        asked = list(ids)
        for start in range(0, len(asked), TITLES_ASKED):
            part = asked[start : start + TITLES_ASKED]
            for record in joined(kind, kind.model.objects.filter(pk__in=part)):
                found[record.pk] = record.title
    return found


def references_in(rows: Sequence[ActivityRow]) -> list[tuple[str, UUID]]:
    """Return the kind and id of every record that the old and new values of rows point to."""
    found = []
    for row in rows:
        columns = {column.name: column for column in told(row.kind).columns}
        for name, pair in (row.values or {}).items():
            column = columns.get(name)
            if isinstance(column, ReferenceColumn):
                found += [(column.kind, UUID(value)) for value in pair if value]
    return found
