"""Coded terms of records: fetched for many records at once, and filtered by.

Not for writing them: recording.py does.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import QuerySet

from seutu.apps.records.models import OwnedRecord, Term

R = TypeVar("R", bound=OwnedRecord)
CHUNK = 500


def attach_terms(records: Sequence[R]) -> Sequence[R]:
    """Set ``record.terms`` (scheme → values in order) on every record, in one query per 500 of them."""
    for record in records:
        record.terms = {}
    for start in range(0, len(records), CHUNK):
        part = {record.pk: record for record in records[start : start + CHUNK]}
        rows = Term.objects.filter(record_id__in=part).order_by("scheme", "position")
        for record_id, scheme, code in rows.values_list("record_id", "scheme", "code"):
            terms = part[record_id].terms
            terms[scheme] = (*terms.get(scheme, ()), code)
    return records


def having_term(records: QuerySet[R], kind: str, scheme: str, codes: Iterable[str]) -> QuerySet[R]:
    """Return the records that carry any of the codes in the scheme."""
    holders = Term.objects.filter(kind=kind, scheme=scheme, code__in=list(codes)).values("record_id")
    return records.filter(pk__in=holders)


def codes_in_use(kind: str, scheme: str) -> list[str]:
    """Return the codes of a scheme that some record of the kind carries, in order."""
    found = Term.objects.filter(kind=kind, scheme=scheme).order_by("code").values_list("code", flat=True)
    return list(found.distinct())
