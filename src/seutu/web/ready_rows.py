"""The rows of a long table made ready in one go, in the markup of ``components/table.html``.

A template takes a tenth of a millisecond per cell; a table of thousands of cells needs this. Not for short tables, and
only for cells of text, address and a missing value.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString

_NOBODY = UUID(int=0)


def made_ready(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table with its rows as ``body``: what they were, in ready-made markup, every text escaped."""
    stack = bool(table.get("stack"))
    heads = [(column.get("kind", "text"), escape(column["label"])) for column in table["columns"]]
    return {**table, "rows": [], "body": SafeString("".join(_row(row, heads, stack=stack) for row in table["rows"]))}


def _row(row: Mapping[str, Any], heads: Sequence[tuple[str, str]], *, stack: bool) -> str:
    roles = (' role="row"', ' role="rowheader"', ' role="cell"') if stack else ("", "", "")
    ours = ' class="is-ours"' if row.get("ours") else ""
    chosen = f' data-select-id="{escape(row["id"])}"' if row.get("id") else ""
    first, *rest = zip(heads, row["cells"], strict=True)
    head = f'<th scope="row" class="is-{first[0][0]}"{roles[1]}>{_inside(first[1])}</th>'
    cells = "".join(
        f'<td class="is-{kind}{_marks(cell)}"{roles[2]} data-label="{label}">{_inside(cell)}</td>'
        for (kind, label), cell in rest
    )
    return f"<tr{roles[0]}{ours}{chosen}>{head}{cells}</tr>"


def _marks(cell: Mapping[str, Any]) -> str:
    return f"{' is-missing' if cell.get('missing') else ''}{'' if cell['text'] else ' is-empty'}"


def _inside(cell: Mapping[str, Any]) -> str:
    text = escape(cell["text"])
    return f'<a href="{escape(cell["url"])}">{text}</a>' if cell.get("url") else text


class RecordAddresses:
    """The addresses of many records of one kind, looked up once."""

    def __init__(self, workspace: str, kind: str) -> None:
        self._pattern = reverse("record", args=[workspace, kind, _NOBODY])

    def of(self, record_id: str) -> str:
        """Return the address of a record's page."""
        return self._pattern.replace(str(_NOBODY), record_id)
