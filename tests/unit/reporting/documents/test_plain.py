"""A document as plain JSON and back: it prints the same."""

import io
import json
from dataclasses import replace
from datetime import date

import docx
import pytest

from seutu.reporting.documents import (
    Chart,
    Column,
    Document,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Table,
    document_to_docx,
    document_to_pdf,
)
from seutu.reporting.documents.plain import document_as_plain, document_from_plain

WHOLE = Document(
    title="Ohjelma",
    kicker="Raportti",
    subtitle="Tilanne 31.12.2023",
    foot="alas",
    at=date(2023, 12, 31),
    language="fi",
    blocks=(
        Heading("Luku"),
        Heading("Kohta", 2),
        Paragraph("Vastaus.", "lead"),
        Items(("yksi", "kaksi")),
        Table("Taulu", (Column("a"), Column("b", "right", 1.25)), (("x", "1"), ("y", "–"))),
        PageBreak(),
        Paragraph("Loppu."),
    ),
)


def test_it_comes_back_and_prints_the_same_bytes() -> None:
    back = document_from_plain(json.loads(json.dumps(document_as_plain(WHOLE))))
    assert back == WHOLE
    assert document_to_docx(back) == document_to_docx(WHOLE)
    assert document_to_pdf(back) == document_to_pdf(WHOLE)


def test_a_chart_is_not_kept() -> None:
    drawn = Document("a", "b", "c", "d", date(2023, 1, 1), "fi", (Chart({}, "kuva", "kuva"),))
    with pytest.raises(TypeError, match="Chart"):
        document_as_plain(drawn)


def test_a_title_longer_than_word_keeps_of_its_own_stands_whole_on_the_page() -> None:
    title = "pitkä nimi " * 40
    opened = docx.Document(io.BytesIO(document_to_docx(replace(WHOLE, title=title))))
    assert opened.paragraphs[1].text == title
    assert opened.core_properties.title == title[:255]
