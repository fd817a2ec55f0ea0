"""What was done to a record or in a workspace, in words: who, when, which values became which."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from seutu.apps.records.acts import references_in, titles_of
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.queries import history_of
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.text import Language

SHOWN = 50


def moment(at: Any) -> str:
    """Return a time as d.M.yyyy H.mm in the service's time zone."""
    local = timezone.localtime(at)
    return f"{local.day}.{local.month}.{local.year} {local.hour}.{local.minute:02d}"


def who(entry: Activity) -> str:
    """Return who did an act."""
    return str(entry.person) if entry.person else _("Seutu")


def record_history(kind: Kind, record_id: UUID, language: Language, *, personal: bool) -> list[dict[str, Any]]:
    """Return a record's history for the history component."""
    rows = list(history_of(kind, record_id)[:SHOWN])
    names = titles_of(references_in(rows))
    return [
        {
            "what": row.activity.get_operation_display(),
            "who": who(row.activity),
            "when": moment(row.activity.at),
            "when_iso": row.activity.at.isoformat(),
            "note": row.activity.note,
            "changes": _changes(kind, row, language, names, personal=personal),
        }
        for row in rows
    ]


def _changes(
    kind: Kind, row: ActivityRow, language: Language, names: Mapping[UUID, str], *, personal: bool
) -> list[dict[str, str]]:
    if row.values is None:
        return [{"label": _("Erased"), "old": "", "new": ""}]
    columns = {column.name: column for column in kind.columns}
    changes = []
    for name, (old, new) in row.values.items():
        column = columns.get(name)
        if column is None or (column.personal and not personal):
            continue
        label = column.label.in_language(language)
        shown = [_shown(column, value, language, names) for value in (old, new)]
        changes.append({"label": label, "old": shown[0], "new": shown[1]})
    return changes


def _shown(column: Column, kept: Any, language: Language, names: Mapping[UUID, str]) -> str:
    if kept is None:
        return ""
    if isinstance(column, ReferenceColumn):
        return names.get(UUID(str(kept)), _("a removed record"))
    return str(column.show(column.recall(kept), language))
