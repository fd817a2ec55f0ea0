"""The rows of a long table made ready in one go, in the markup of ``components/table.html``.

A template takes a tenth of a millisecond per cell; a table of thousands of cells needs this. Not for short tables, and
only for cells of text, address and a missing value.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_NOBODY = UUID(int=0)


def made_ready(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table with its rows as ``body``: what they were, in ready-made markup."""
    stack = bool(table.get("stack"))
    body = format_html_join("", "{}", ((_row(row, table["columns"], stack=stack),) for row in table["rows"]))
    return {**table, "rows": [], "body": body}


def _row(row: Mapping[str, Any], columns: Sequence[Mapping[str, Any]], *, stack: bool) -> SafeString:
    cells = list(zip(columns, row["cells"], strict=True))
    head = format_html(
        '<th scope="row" class="is-{}"{}>{}</th>',
        cells[0][0].get("kind", "text"),
        SafeString(' role="rowheader"' if stack else ""),
        _inside(cells[0][1]),
    )
    role = SafeString(' role="cell"' if stack else "")
    rest = format_html_join(
        "", '<td class="is-{}{}"{} data-label="{}">{}</td>', (_parts(column, cell, role) for column, cell in cells[1:])
    )
    return format_html(
        "<tr{}{}{}>{}{}</tr>",
        SafeString(' role="row"' if stack else ""),
        SafeString(' class="is-ours"' if row.get("ours") else ""),
        format_html(' data-select-id="{}"', row["id"]) if row.get("id") else "",
        head,
        rest,
    )


def _parts(column: Mapping[str, Any], cell: Mapping[str, Any], role: SafeString) -> Iterable[Any]:
    missing = " is-missing" if cell.get("missing") else ""
    empty = "" if cell["text"] else " is-empty"
    return column.get("kind", "text"), f"{missing}{empty}", role, column["label"], _inside(cell)


def _inside(cell: Mapping[str, Any]) -> SafeString | str:
    text: str = cell["text"]
    return format_html('<a href="{}">{}</a>', cell["url"], text) if cell.get("url") else text


class RecordAddresses:
    """The addresses of many records of one kind, looked up once."""

    def __init__(self, workspace: str, kind: str) -> None:
        self._pattern = reverse("record", args=[workspace, kind, _NOBODY])

    def of(self, record_id: str) -> str:
        """Return the address of a record's page."""
        return self._pattern.replace(str(_NOBODY), record_id)
