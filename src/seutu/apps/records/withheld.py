"""Rows of the log that the person at work may see: some managers withhold what is told of their records.

Not for personal data, which roles decide (acts.py), nor for the records themselves, whose managers narrow them.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from seutu.apps.records.models import ActivityRow
from seutu.apps.records.sheets.kinds import Kind, kinds


def told_rows(rows: QuerySet[ActivityRow], among: Iterable[Kind] | None = None) -> QuerySet[ActivityRow]:
    """Return the rows without those that their managers withhold from the person at work."""
    for kind in kinds() if among is None else among:
        seen = kind.model.objects.told()
        if seen is not None:
            rows = rows.filter(~Q(kind=kind.name) | seen)
    return rows
