"""Print a document as PDF with typst: A4, page numbers, tagged for assistive technology (PDF/UA-1).

All texts go in as JSON and are never part of the typesetting source, so no text can be read as markup. Only the fonts
that ship with the product are used, unless they lack a character: the same input gives the same bytes everywhere.
"""

import json
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from seutu.core.text import Language
from seutu.reporting.documents.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    SideBySide,
    Table,
)
from seutu.reporting.images import spec_to_svg
from seutu.reporting.images.fonts import font_folders
from seutu.reporting.images.printable import all_printable

TEMPLATES: Final = Path(__file__).parent / "templates"
NO_GLYPH: Final = "could not be displayed with font"
NOON: Final = time(12, tzinfo=UTC)


def document_to_pdf(document: Document) -> bytes:
    """Return the document as a tagged PDF, dated by ``document.at``."""
    content = {
        "title": document.title,
        "kicker": document.kicker,
        "subtitle": document.subtitle,
        "foot": document.foot,
        "language": document.language,
        "blocks": [_block(block, document.language) for block in document.blocks],
    }
    return typeset(TEMPLATES / "document.typ", content, document.at)


def typeset(template: Path, content: dict[str, Any], at: date) -> bytes:
    """Return the PDF of ``template`` with ``content`` as its data (``sys.inputs.content``, JSON)."""
    when = datetime.combine(at, NOON)
    try:
        return _single(_compiler(template, content).compile(format="pdf", pdf_standards=["ua-1"], timestamp=when))
    except typst.TypstError as error:
        if NO_GLYPH not in str(error):
            raise
    # A character that no shipped font draws (漢, an emoji) breaks the standard, not the document: its text stays and is
    # drawn with a font of the machine, or as an empty box.
    return _single(_compiler(template, content, system=True).compile(format="pdf", timestamp=when))


def typeset_image(template: Path, content: dict[str, Any], pixels_per_inch: int) -> bytes:
    """Return the first page of ``template`` as PNG."""
    return _single(_compiler(template, content).compile(format="png", ppi=pixels_per_inch))


def _single(output: bytes | list[bytes] | None) -> bytes:
    """Return what was typeset, the first page when there are several."""
    pages = [output] if isinstance(output, bytes) else output or []
    return pages[0]


def _compiler(template: Path, content: dict[str, Any], *, system: bool = False) -> typst.Compiler:
    return typst.Compiler(
        str(template),
        root=str(template.parents[2]),
        font_paths=_fonts(system=system),
        ignore_system_fonts=not system,
        sys_inputs={"content": json.dumps(all_printable(content), ensure_ascii=False)},
    )


@cache
def _fonts(*, system: bool) -> "typst.Fonts":
    return typst.Fonts(include_system_fonts=system, font_paths=[str(folder) for folder in font_folders()])


def chart_content(chart: Chart, language: Language) -> dict[str, str]:
    """Return a chart as the templates take it: drawn, with caption and alt text."""
    return {
        "svg": spec_to_svg(chart.spec, language),
        "caption": chart.caption,
        "alt": chart.alt or chart.caption or "–",
    }


def _block(block: Block, language: Language) -> dict[str, Any]:
    if isinstance(block, Chart):
        return {"kind": "chart"} | chart_content(block, language)
    if isinstance(block, SideBySide):
        parts = {"chart": chart_content(block.left, language), "table": table_content(block.right)}
        return {"kind": "pair", "share": block.share} | parts
    if isinstance(block, Table):
        return {"kind": "table"} | table_content(block)
    return _text_block(block)


def _text_block(block: Heading | Paragraph | Items | PageBreak) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": block.text, "tone": block.tone}
    if isinstance(block, Items):
        return {"kind": "items", "texts": list(block.texts)}
    return {"kind": "page-break"}


def table_content(table: Table) -> dict[str, Any]:
    """Return a table as the templates take it."""
    return {
        "caption": table.caption,
        "headings": [column.heading for column in table.columns],
        "aligns": [column.align for column in table.columns],
        "shares": [column.share for column in table.columns],
        "rows": [list(row) for row in table.rows],
        "strong": sorted(table.strong),
    }
