"""Write a document as DOCX with Word's own headings, captions, lists and repeated table headers.

Texts go in through the document API, so nothing in them is read as markup. The file is dated by the document, never by
the clock: the same input gives the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Final
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as WordTable
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
RIGHT: Final = '<w:jc w:val="right"/>'
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
    grid._tbl.remove(grid.rows[0]._tr)  # noqa: SLF001
    for row in _rows_of(table, widths):
        grid._tbl.append(row)  # noqa: SLF001
    holder.add_paragraph(style="Note")


def _rows_of(table: Table, widths: Sequence[Length]) -> Sequence[CT_Row]:
    """Return the rows as elements, read in one go: made cell by cell they take most of a document's time."""
    head = _row_xml(tuple(column.heading for column in table.columns), table, widths, TABLE_HEAD_ID)
    body = (
        _row_xml(row, table, widths, TABLE_SUM_ID if index in table.strong else TABLE_TEXT_ID)
        for index, row in enumerate(table.rows)
    )
    rows: Sequence[CT_Row] = list(parse_xml(f"<w:tbl {nsdecls('w')}>{head}{''.join(body)}</w:tbl>"))
    return rows


def _row_xml(texts: tuple[str, ...], table: Table, widths: Sequence[Length], style: str) -> str:
    properties = "<w:cantSplit/><w:tblHeader/>" if style == TABLE_HEAD_ID else "<w:cantSplit/>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"{RIGHT if column.align == 'right' else ''}</w:pPr><w:r>{_text_xml(text)}</w:r></w:p></w:tc>"
        for text, column, width in zip(texts, table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _text_xml(text: str) -> str:
    """Return the text of a run; its line breaks and tabs are elements of their own."""
    begin, end = '<w:t xml:space="preserve">', "</w:t>"
    plain = escape(printable(text)).replace("\r\n", "\n").replace("\r", "\n")
    return begin + plain.replace("\n", f"{end}<w:br/>{begin}").replace("\t", f"{end}<w:tab/>{begin}") + end


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
