"""Documents from plain blocks: one content, printed as PDF and as DOCX.

Knows headings, paragraphs, tables and charts, never what they are about.
"""

from seutu.reporting.documents.blocks import (
    Align,
    Block,
    Chart,
    Column,
    Document,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Row,
    SideBySide,
    Table,
)
from seutu.reporting.documents.pdf import document_to_pdf
from seutu.reporting.documents.word import document_to_docx

__all__ = [
    "Align",
    "Block",
    "Chart",
    "Column",
    "Document",
    "Heading",
    "Items",
    "PageBreak",
    "Paragraph",
    "Row",
    "SideBySide",
    "Table",
    "document_to_docx",
    "document_to_pdf",
]
