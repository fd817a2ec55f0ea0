"""What was done to one record, newest first, in words. Not for whole acts, nor for telling a change (acts.py)."""

from typing import Any
from uuid import UUID

from seutu.apps.funding.version_names import version_names
from seutu.apps.records.acts import references_in, titles_of
from seutu.apps.records.queries import history_of
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.text import Language
from seutu.web.acts import changes_told, doer, remark
from seutu.web.moments import moment

SHOWN = 50


def record_history(kind: Kind, record_id: UUID, language: Language, *, personal: bool) -> list[dict[str, Any]]:
    """Return a record's history for the history component."""
    rows = list(history_of(kind, record_id)[:SHOWN])
    names, versions = titles_of(references_in(rows)), version_names(rows)
    return [
        {
            "what": row.activity.get_operation_display(),
            "who": doer(row.activity, personal=personal),
            "when": moment(row.activity.at, language),
            "when_iso": row.activity.at.isoformat(),
            "note": remark(row.activity, row, versions, language),
            "changes": changes_told(row, language, names, versions, personal=personal),
        }
        for row in rows
    ]
