"""Write a document as DOCX with Word's own headings, captions, lists and repeated table headers.

Texts go in through the document API, so nothing in them is read as markup. The file is dated by the document, never by
the clock: the same input gives the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.run import Run

from seutu.core.text import Language
from seutu.reporting.documents.archives import settle_archive
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
from seutu.reporting.documents.widths import widths_of
from seutu.reporting.documents.word_styles import MUTED, TABLE_HEAD_ID, TABLE_SUM_ID, TABLE_TEXT_ID, set_styles
from seutu.reporting.images import spec_to_png
from seutu.reporting.images.printable import printable

TEXT_WIDTH_MM: Final = 168
CHART_SCALE: Final = 2.5
LONGEST_PROPERTY: Final = 255  # of Word's own; the title on the page is whole
LOCALES: Final[dict[Language, str]] = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
STYLES: Final = {"body": "Normal", "lead": "Lead", "note": "Note", "notice": "Notice"}


def document_to_docx(document: Document) -> bytes:
    """Return the document as DOCX."""
    word = docx.Document()
    prepare(word, document)
    word.add_paragraph(printable(document.kicker), style="Note")
    word.add_heading(printable(document.title), level=0)
    word.add_paragraph(printable(document.subtitle), style="Subtitle")
    for block in document.blocks:
        add_block(word, block, document.language)
    return saved(word)


def prepare(word: WordDocument, document: Document) -> None:
    """Set page, styles, language, properties and the foot with its page number."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(24), Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    set_styles(word, LOCALES[document.language])
    properties = word.core_properties
    properties.title, properties.author, properties.language = (
        printable(document.title)[:LONGEST_PROPERTY],
        "Seutu",
        LOCALES[document.language],
    )
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(document.at, time(12))
    properties.last_modified_by, properties.revision = "Seutu", 1
    _foot(section, printable(document.foot))


def saved(word: WordDocument) -> bytes:
    """Return the file's bytes, without the time of writing."""
    buffer = io.BytesIO()
    word.save(buffer)
    return settle_archive(buffer.getvalue())


def add_block(holder: WordDocument, block: Block, language: Language) -> None:
    """Add a block to the document; a chart and its table stand one under the other."""
    if isinstance(block, Heading):
        holder.add_heading(printable(block.text), level=block.level)
    elif isinstance(block, Paragraph):
        holder.add_paragraph(printable(block.text), style=STYLES[block.tone])
    elif isinstance(block, Items):
        for text in block.texts:
            holder.add_paragraph(printable(text), style="List Bullet")
    elif isinstance(block, Chart):
        add_chart(holder, block, language, TEXT_WIDTH_MM)
    elif isinstance(block, SideBySide):
        add_chart(holder, block.left, language, TEXT_WIDTH_MM * 0.85)
        add_table(holder, block.right)
    elif isinstance(block, Table):
        add_table(holder, block)
    elif isinstance(block, PageBreak):
        holder.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_chart(holder: WordDocument, chart: Chart, language: Language, width_mm: float) -> None:
    """Add the caption and the picture with its alt text."""
    holder.add_paragraph(printable(chart.caption), style="Caption")
    paragraph = holder.add_paragraph()
    picture = io.BytesIO(spec_to_png(chart.spec, CHART_SCALE, language=language))
    shape = paragraph.add_run().add_picture(picture, width=Mm(width_mm))
    names = shape._inline.docPr  # noqa: SLF001
    names.set("descr", printable(chart.alt))
    names.set("name", printable(chart.caption)[:60])


def add_table(holder: WordDocument, table: Table, width_mm: float = TEXT_WIDTH_MM) -> None:
    """Add the caption and the table; the header row repeats on every page and no row breaks across pages."""
    if table.caption:
        holder.add_paragraph(printable(table.caption), style="Caption")
    grid = holder.add_table(rows=1, cols=len(table.columns))
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _lines_of(grid)
    widths = [Mm(width) for width in widths_of(table, width_mm)]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width  # LibreOffice goes by the grid, Word by the cells
    _fill(grid.rows[0], tuple(column.heading for column in table.columns), table, widths, TABLE_HEAD_ID)
    for index, row in enumerate(table.rows):
        _fill(grid.add_row(), row, table, widths, TABLE_SUM_ID if index in table.strong else TABLE_TEXT_ID)
    holder.add_paragraph(style="Note")


def _fill(row: _Row, texts: tuple[str, ...], table: Table, widths: Sequence[Length], style: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in ("w:cantSplit", "w:tblHeader") if style == TABLE_HEAD_ID else ("w:cantSplit",):
        properties.append(OxmlElement(name))
    for cell, text, column, width in zip(row.cells, texts, table.columns, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style  # noqa: SLF001  by id: by name is slow
        paragraph.add_run(printable(text))
        if column.align == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _lines_of(grid: WordTable) -> None:
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("bottom", "4", "DCD8CE"), ("insideH", "4", "DCD8CE")):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # Word refuses properties out of the order of its schema.
    grid._tbl.tblPr.insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _foot(section: Section, text: str) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Note"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), alignment=2)
    run = paragraph.add_run(f"{text}\t")
    run.font.color.rgb = RGBColor.from_string(MUTED)
    for name, content in (("begin", None), (None, "PAGE"), ("end", None)):
        _field_part(paragraph.add_run(), name, content)
    paragraph.paragraph_format.space_before = Pt(4)


def _field_part(run: Run, kind: str | None, instruction: str | None) -> None:
    if instruction is not None:
        element = OxmlElement("w:instrText")
        element.text = instruction
    else:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind or "begin")
    run._r.append(element)  # noqa: SLF001
