"""What belongs to a project: its records of every kind, those under them, and the log of what happened to them all.

Not for what the reader of a page is shown, which roles and managers decide on the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Q

from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Change
from seutu.apps.records.models import ActivityRow, Snapshot
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.kinds import Kind, kinds
from seutu.apps.records.withheld import told_rows

PROJECTS: Final = "projects"
NOT_GIVEN: Final = frozenset({PROJECTS, "scores"})
"""Other projects that point to this one are not its own, and scores are their assessors'."""
PART: Final = 500
"""How many ids one query asks by: a database takes only so many values in a query."""


def belongings(project: Project) -> dict[str, list[UUID]]:
    """Return the ids of the project's records by kind, in the trash or not: few queries of each kind that can belong.

    A kind belongs by any column that points to the project, or to a record of a kind that belongs already.
    """
    found: dict[str, list[UUID]] = {PROJECTS: [project.pk]}
    for kind in kinds():
        if kind.name in NOT_GIVEN:
            continue
        ids: set[UUID] = set()
        for held in parts_of({column.name: found.get(column.kind, []) for column in kind.references}):
            ways = Q()
            for column, part in held.items():
                ways |= Q(**{f"{column}__in": part})
            ids.update(kind.model.objects.filter(ways).order_by().values_list("pk", flat=True))
        if ids:
            found[kind.name] = sorted(ids)
    return found


def parts_of(ids: Mapping[str, Sequence[UUID]]) -> Iterator[dict[str, list[UUID]]]:
    """Return the ids under their names in parts, each of so many that one query may ask by them."""
    everything = [(name, each) for name, held in ids.items() for each in held]
    for start in range(0, len(everything), PART):
        part: dict[str, list[UUID]] = {}
        for name, each in everything[start : start + PART]:
            part.setdefault(name, []).append(each)
        yield part


def standing_records(kind: Kind, ids: Sequence[UUID]) -> list[Any]:
    """Return the records of a kind that are not in the trash, in its order."""
    if len(ids) <= PART:
        return list(records_of(kind).filter(pk__in=ids))
    wanted, held = set(ids), {}
    for part in parts_of({"pk": ids}):
        held.update({each.pk: each for each in records_of(kind).filter(pk__in=part["pk"])})
    order = [pk for pk in records_of(kind).values_list("pk", flat=True) if pk in wanted]
    return [held[pk] for pk in order if pk in held]


def has_standing(kind: Kind, ids: Sequence[UUID]) -> bool:
    """Return whether one of the records is not in the trash."""
    standing = kind.model.objects.filter(trashed_at__isnull=True)
    return any(standing.filter(pk__in=part["pk"]).exists() for part in parts_of({"pk": ids}))


def kept_versions(found: Mapping[str, list[UUID]]) -> list[Snapshot]:
    """Return every kept version of the records: by kind, record, form and number."""
    kept: list[Snapshot] = []
    for part in parts_of(found):
        kept += Snapshot.objects.filter(_of(part)).select_related("person")
    return sorted(kept, key=lambda each: (each.kind, each.record_id, each.form, each.number))


def log_rows(project: Project, found: Mapping[str, list[UUID]]) -> Iterator[ActivityRow]:
    """Return what was done to the records, oldest first, and to those of the project that were removed for good."""
    places: set[tuple[int, int, Any]] = set()
    removed = Q(change=Change.REMOVED, values__project__0=str(project.pk))
    for own in (removed, *(_of(part) for part in parts_of(found))):
        rows = told_rows(ActivityRow.objects.filter(own)).exclude(kind="scores")
        places.update(rows.order_by().values_list("activity__sequence", "position", "pk"))
    order = [pk for _sequence, _position, pk in sorted(places)]
    for start in range(0, len(order), PART):
        part = order[start : start + PART]
        held = ActivityRow.objects.select_related("activity", "activity__person").in_bulk(part)
        yield from (held[pk] for pk in part)


def _of(ids: Mapping[str, Sequence[UUID]]) -> Q:
    """Return the condition of the log and of versions for these records by kind."""
    own = Q()
    for name, held in ids.items():
        own |= Q(kind=name, record_id__in=held)
    return own
