"""Reads printed documents back as text. No test."""

import io

import docx
import pypdfium2  # type: ignore[import-untyped]


def pdf_pages(content: bytes) -> list[str]:
    """Return the text of each page in one line, with plain spaces."""
    with pypdfium2.PdfDocument(content) as pdf:
        assert pdf.is_tagged()
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF in one line."""
    return " ".join(pdf_pages(content))


def docx_text(content: bytes) -> str:
    """Return the texts of a DOCX in one line: paragraphs, then tables by row."""
    word = docx.Document(io.BytesIO(content))
    rows = [" ".join(cell.text for cell in row.cells) for table in word.tables for row in table.rows]
    return " ".join(" ".join([*(paragraph.text for paragraph in word.paragraphs), *rows]).split())


def docx_headings(content: bytes) -> list[str]:
    """Return the headings of level 1 of a DOCX."""
    word = docx.Document(io.BytesIO(content))
    return [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 1"]
