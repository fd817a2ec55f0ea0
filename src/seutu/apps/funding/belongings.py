"""What belongs to a project: its records of every kind, those under them, and the log of what happened to them all.

Not for what the reader of a page is shown, which roles and managers decide on the way.
"""

from collections.abc import Iterator, Mapping
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


def belongings(project: Project) -> dict[str, list[UUID]]:
    """Return the ids of the project's records by kind, in the trash or not: one query of each kind that can belong.

    A kind belongs by any column that points to the project, or to a record of a kind that belongs already.
    """
    found: dict[str, list[UUID]] = {PROJECTS: [project.pk]}
    for kind in kinds():
        if kind.name in NOT_GIVEN:
            continue
        ways = Q()
        for column in kind.references:
            if column.kind in found:
                ways |= Q(**{f"{column.name}__in": found[column.kind]})
        if ways:
            ids = list(kind.model.objects.filter(ways).order_by("pk").values_list("pk", flat=True))
            if ids:
                found[kind.name] = ids
    return found


def standing_records(kind: Kind, ids: list[UUID]) -> list[Any]:
    """Return the records of a kind that are not in the trash, in its order."""
    return list(records_of(kind).filter(pk__in=ids))


def kept_versions(found: Mapping[str, list[UUID]]) -> list[Snapshot]:
    """Return every kept version of the records: by kind, record, form and number."""
    own = Q()
    for name, ids in found.items():
        own |= Q(kind=name, record_id__in=ids)
    return list(Snapshot.objects.filter(own).select_related("person").order_by("kind", "record_id", "form", "number"))


def log_rows(project: Project, found: Mapping[str, list[UUID]]) -> Iterator[ActivityRow]:
    """Return what was done to the records, oldest first, and to those of the project that were removed for good."""
    own = Q(change=Change.REMOVED, values__project__0=str(project.pk))
    for name, ids in found.items():
        own |= Q(kind=name, record_id__in=ids)
    rows = told_rows(ActivityRow.objects.filter(own)).exclude(kind="scores")
    return (
        rows.select_related("activity", "activity__person")
        .order_by("activity__sequence", "position")
        .iterator(chunk_size=PART)
    )
