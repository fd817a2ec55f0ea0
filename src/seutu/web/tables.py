"""Records laid out as the table component wants them."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Column, DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.text import Language

LONGEST = 160
CELL_KINDS = {NumberColumn: "number", DateColumn: "date"}


def record_url(workspace: str, kind: Kind | str, record_id: object) -> str:
    """Return the address of a record's page."""
    return reverse("record", args=[workspace, kind if isinstance(kind, str) else kind.name, record_id])


def heading(column: Column, language: Language) -> dict[str, Any]:
    """Return a column's heading for the table component."""
    label = column.label.in_language(language)
    kind = next((name for cls, name in CELL_KINDS.items() if isinstance(column, cls)), "text")
    unit = column.unit.in_language(language) if column.unit else ""
    return {"label": label[:1].upper() + label[1:], "kind": kind, "unit": unit}


def cell(column: Column, record: OwnedRecord, language: Language, workspace: str) -> dict[str, Any]:
    """Return one cell for the table component; a missing value is a dash."""
    value = column.take(record)
    text = column.show(value, language, record)
    if not text:
        return {"text": "–", "missing": True}
    if isinstance(column, ReferenceColumn):
        return {"text": text, "url": record_url(workspace, column.kind, value)}
    return {"text": text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"}


def record_table(
    kind: Kind,
    records: Sequence[OwnedRecord],
    *,
    language: Language,
    workspace: str,
    columns: Sequence[Column] | None = None,
    query: dict[str, list[str]] | None = None,
    sort: str = "",
) -> dict[str, Any]:
    """Return the table of a list of records: the first column opens the record."""
    shown = list(columns or kind.listed)
    headings = []
    for column in shown:
        head = heading(column, language)
        if query is not None and not isinstance(column, ReferenceColumn) and column not in kind.schemes:
            descending = sort == column.name
            head["sort_url"] = "?" + urlencode(
                {**query, "sort": f"-{column.name}" if descending else column.name}, doseq=True
            )
            if sort.removeprefix("-") == column.name:
                head["sorted"] = "descending" if sort.startswith("-") else "ascending"
        headings.append(head)
    rows = []
    for record in records:
        cells = [cell(column, record, language, workspace) for column in shown]
        cells[0]["url"] = record_url(workspace, kind, record.pk)
        rows.append({"id": str(record.pk), "cells": cells})
    return {
        "id": f"{kind.name}-table",
        "caption": kind.plural.in_language(language),
        "columns": headings,
        "rows": rows,
        "stack": True,
        "head": "sticky",
    }
