"""Reads of the documents of a project or a programme, and of their kept versions. Not for approving them."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.programmes.document_rules import FORM
from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.models import PlanDocument, Programme
from seutu.apps.records.models import Snapshot
from seutu.apps.records.queries import records_of
from seutu.apps.records.snapshots import kept_values, versions_of

STATES: Final = ("approved", "for_approval", "draft", "replaced")


def documents_of_project(project_id: UUID) -> list[PlanDocument]:
    """Return the documents of a project: what is in force first, what was replaced last."""
    return _ordered(records_of(PLAN_DOCUMENTS).filter(project_id=project_id))


def documents_of_programme(programme: Programme) -> list[PlanDocument]:
    """Return the programme's own documents, not those of its projects."""
    return _ordered(records_of(PLAN_DOCUMENTS).filter(programme=programme))


def _ordered(documents: QuerySet[PlanDocument]) -> list[PlanDocument]:
    return sorted(documents, key=lambda each: (STATES.index(each.state), each.name, str(each.pk)))


def document_versions(document: PlanDocument) -> QuerySet[Snapshot]:
    """Return the approved versions of a document, newest first."""
    return versions_of(PLAN_DOCUMENTS, document.pk, form=FORM)


def version_counts(documents: list[PlanDocument]) -> dict[UUID, int]:
    """Return how many versions of each document have been kept: one query."""
    ids = [each.pk for each in documents]
    found = Snapshot.objects.filter(kind=PLAN_DOCUMENTS.name, form=FORM, record_id__in=ids)
    counts: dict[UUID, int] = {}
    for record_id in found.values_list("record_id", flat=True):
        counts[record_id] = counts.get(record_id, 0) + 1
    return counts


def document_content(document: PlanDocument) -> dict[str, Any]:
    """Return what a version keeps: the document's values, and the titles of what they point to."""
    names: dict[str, str] = {}
    return {"document": kept_values(PLAN_DOCUMENTS, document, names), "names": names}


def kept_document(kept: Snapshot) -> Mapping[str, Any]:
    """Return the values of a document as one of its versions holds them."""
    values: Mapping[str, Any] = kept.content["document"]
    return values
