"""Documents from blocks, as PDF and as DOCX."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest

from seutu.core.charts import bar_chart
from seutu.core.situation import Share
from seutu.core.text import Text
from seutu.reporting.documents import (
    Chart,
    Column,
    Document,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    SideBySide,
    Table,
    document_to_docx,
    document_to_pdf,
)
from seutu.reporting.documents.archives import settle_archive

EVIL = '#import "x.typ" $1+1$ *a* _b_ @c <d> \\e [f] // g </w:t><w:br/> &amp; `h`'
SPEC = bar_chart([Share(Text.same("Yritys"), "company", 3, 1.0)], Text.same("Luokat"), "fi")
CHART = Chart(SPEC, "Luokat: yleisin on yritys", "Pylväskaavio. Yritys 3.")
TABLE = Table("Luokat", (Column("Luokka", share=3), Column("Toimijoita", "right")), (("Yritys", "3"), (EVIL, "−1,5")))
DOCUMENT = Document(
    title="Iisalmi",
    kicker="Tilannekuva",
    subtitle="Ylä-Savo",
    foot="Seutu · 22.11.2026",
    at=date(2026, 11, 22),
    language="fi",
    blocks=(
        Paragraph("Iisalmessa on 412 toimijaa.", "lead"),
        Paragraph(EVIL, "notice"),
        Heading("Keitä täällä on"),
        Heading(EVIL, 2),
        SideBySide(CHART, TABLE),
        Chart(SPEC, EVIL, EVIL),
        Items(("yksi", EVIL)),
        PageBreak(),
        Paragraph(EVIL, "note"),
    ),
)


def pdf_texts(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def as_line(text: str) -> str:
    return "".join(text.split())


def test_a_pdf_holds_every_text_as_it_was_given() -> None:
    texts = pdf_texts(document_to_pdf(DOCUMENT))
    assert len(texts) == 2
    assert as_line(texts[0]).count(as_line(EVIL)) == 5
    assert as_line(texts[1]).count(as_line(EVIL)) == 1
    assert "Iisalmessa on 412 toimijaa." in texts[0]


def test_pages_are_numbered_and_carry_the_foot() -> None:
    texts = pdf_texts(document_to_pdf(DOCUMENT))
    assert [f"{number} / 2" in text and "Seutu · 22.11.2026" in text for number, text in enumerate(texts, 1)] == [
        True
    ] * 2


def test_a_pdf_is_tagged_titled_and_dated_by_its_content() -> None:
    content = document_to_pdf(DOCUMENT)
    with pypdfium2.PdfDocument(content) as pdf:
        assert pdf.is_tagged()
        assert pdf.get_metadata_value("Title") == "Iisalmi"
        assert pdf.get_metadata_value("CreationDate").startswith("D:20261122120000")
        assert pdf[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
    assert b"pdfuaid" in content
    assert content == document_to_pdf(DOCUMENT)


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    rows = tuple((f"Toimija {number}", str(number)) for number in range(120))
    texts = pdf_texts(document_to_pdf(replace(DOCUMENT, blocks=(replace(TABLE, rows=rows),))))
    assert len(texts) > 1
    assert all("Toimijoita" in text for text in texts)


def test_a_docx_uses_real_styles_and_keeps_every_text() -> None:
    word = docx.Document(io.BytesIO(document_to_docx(DOCUMENT)))
    styled = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style]
    assert ("Title", "Iisalmi") in styled
    assert ("Heading 1", "Keitä täällä on") in styled
    assert ("Heading 2", EVIL) in styled
    assert ("List Bullet", EVIL) in styled
    assert ("Caption", "Luokat: yleisin on yritys") in styled
    assert [cell.text for cell in word.tables[0].rows[2].cells] == [EVIL, "−1,5"]
    cells = [row.cells[0].paragraphs[0].style for row in word.tables[0].rows[:2]]
    assert [style.name for style in cells if style is not None] == ["Table head", "Table text"]


def test_rows_that_stand_out_have_a_style_of_their_own() -> None:
    document = replace(DOCUMENT, blocks=(replace(TABLE, strong=frozenset({1})),))
    word = docx.Document(io.BytesIO(document_to_docx(document)))
    styles = [row.cells[0].paragraphs[0].style for row in word.tables[0].rows]
    assert [style.name for style in styles if style is not None] == ["Table head", "Table text", "Table sum"]
    plain, strong = document_to_pdf(replace(DOCUMENT, blocks=(TABLE,))), document_to_pdf(document)
    assert [as_line(text) for text in pdf_texts(plain)] == [as_line(text) for text in pdf_texts(strong)]
    assert plain != strong


def test_a_docx_repeats_table_heads_and_describes_its_pictures() -> None:
    content = document_to_docx(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
        foot = "".join(parts.read(name).decode() for name in parts.namelist() if "footer" in name)
    assert body.count("<w:tblHeader/>") == 1
    assert body.index("<w:tblBorders>") < body.index("<w:tblLayout") < body.index("<w:tblLook")
    assert 'descr="Pylväskaavio. Yritys 3."' in body
    assert "Seutu · 22.11.2026" in foot
    assert "PAGE" in foot


def test_a_docx_is_dated_by_its_content() -> None:
    content = document_to_docx(DOCUMENT)
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.created is not None
    assert properties.created.date() == date(2026, 11, 22)
    assert (properties.title, properties.language) == ("Iisalmi", "fi-FI")
    assert content == document_to_docx(DOCUMENT)


def test_an_archive_without_times_keeps_its_content() -> None:
    def archive(year: int) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as parts:
            parts.writestr(zipfile.ZipInfo("a.txt", (year, 1, 1, 0, 0, 0)), "sisältö")
        return buffer.getvalue()

    assert archive(2020) != archive(2021)
    assert settle_archive(archive(2020)) == settle_archive(archive(2021))
    with zipfile.ZipFile(io.BytesIO(settle_archive(archive(2020)))) as parts:
        assert parts.read("a.txt").decode() == "sisältö"


ODD = ["Šiauliai", "Привет", "a\x00b", "x\x07y", "\ud83d", "\u202eabc", "pai\ufeffkka", ""]


@pytest.mark.parametrize("text", ODD)
def test_no_character_of_a_name_stops_the_printing(text: str) -> None:
    spec = bar_chart([Share(Text.same(text), "x", 3, 1.0)], Text.same(text), "fi")
    document = replace(DOCUMENT, title=text or "–", blocks=(Paragraph(text), Chart(spec, text, text)))
    seen = as_line(text.translate({0: "\ufffd", 7: "\ufffd", 0xD83D: "\ufffd", 0x202E: "\ufffd", 0xFEFF: "\u2060"}))
    assert seen in as_line("".join(pdf_texts(document_to_pdf(document))))
    word = docx.Document(io.BytesIO(document_to_docx(document)))
    assert any(seen in as_line(paragraph.text) for paragraph in word.paragraphs)


@pytest.mark.parametrize("text", ["漢字 Oy", "😀 Oy"])
def test_a_character_without_a_shipped_font_does_not_stop_the_printing(text: str) -> None:
    texts = pdf_texts(document_to_pdf(replace(DOCUMENT, blocks=(Paragraph(text),))))
    assert "Oy" in texts[0]
