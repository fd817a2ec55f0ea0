"""A document as plain JSON and back, so that what was printed once can be printed again as it was.

Charts are not kept: a kept document tells everything in words and tables.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from seutu.core.plain_forms import as_plain, from_plain
from seutu.reporting.documents.blocks import Block, Column, Document, Heading, Items, PageBreak, Paragraph, Table

KINDS: Final[dict[str, Any]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "items": Items,
    "table": Table,
    "page-break": PageBreak,
}
NAMES: Final = {kind: name for name, kind in KINDS.items()}


def document_as_plain(document: Document) -> dict[str, Any]:
    """Return the plain form of a document. Raises ``TypeError`` for a block that is not kept (a chart)."""
    return {
        "title": document.title,
        "kicker": document.kicker,
        "subtitle": document.subtitle,
        "foot": document.foot,
        "at": document.at.isoformat(),
        "language": document.language,
        "blocks": [_block_as_plain(block) for block in document.blocks],
    }


def document_from_plain(plain: Mapping[str, Any]) -> Document:
    """Return the document of a plain form."""
    return Document(
        title=plain["title"],
        kicker=plain["kicker"],
        subtitle=plain["subtitle"],
        foot=plain["foot"],
        at=date.fromisoformat(plain["at"]),
        language=plain["language"],
        blocks=tuple(_block_from_plain(block) for block in plain["blocks"]),
    )


def _block_as_plain(block: Block) -> dict[str, Any]:
    name = NAMES.get(type(block))
    if name is None:
        raise TypeError(f"{type(block).__name__} is not kept")
    if isinstance(block, Table):
        columns = [[column.heading, column.align, str(column.share)] for column in block.columns]
        return {"kind": name, "caption": block.caption, "columns": columns, "rows": [list(row) for row in block.rows]}
    return {"kind": name, **as_plain(block)}


def _block_from_plain(plain: Mapping[str, Any]) -> Block:
    if plain["kind"] == "table":
        columns = tuple(Column(heading, align, float(share)) for heading, align, share in plain["columns"])
        return Table(plain["caption"], columns, tuple(tuple(row) for row in plain["rows"]))
    values = {name: value for name, value in plain.items() if name != "kind"}
    block: Block = from_plain(KINDS[plain["kind"]], values)
    return block
