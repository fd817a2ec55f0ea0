"""A printed document as a page shows it: the same blocks in the form of components. Not for making the document."""

from collections.abc import Sequence
from typing import Any

from seutu.reporting.documents import Block, Document, Heading, Items, Paragraph, Table
from seutu.web.picture_tables import printed


def blocks(document: Document) -> list[dict[str, Any]]:
    """Return the blocks for ``components/report.html``. Charts and page breaks have no place on it."""
    made = (_block(block, number, document.blocks) for number, block in enumerate(document.blocks))
    return [block for block in made if block is not None]


def _block(block: Block, number: int, among: Sequence[Block]) -> dict[str, Any] | None:
    if isinstance(block, Heading):
        return {"kind": "chapter" if block.level == 1 else "heading", "text": block.text}
    if isinstance(block, Paragraph):
        return {"kind": block.tone, "text": block.text}
    if isinstance(block, Items):
        return {"kind": "items", "texts": block.texts}
    if isinstance(block, Table):
        table = printed(block, f"report-table-{number}")
        table["stack"] = True
        if not block.caption:
            table["caption"] = _heading_before(number, among)
        return {"kind": "table", "table": table}
    return None


def _heading_before(number: int, among: Sequence[Block]) -> str:
    """Return the heading that a table without a caption stands under."""
    return next((each.text for each in reversed(among[:number]) if isinstance(each, Heading)), "")
