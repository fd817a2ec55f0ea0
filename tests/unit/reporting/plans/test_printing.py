"""What the printed documents share: shortened lines, a person's text as blocks, periods."""

from datetime import date

import pytest

from seutu.reporting.documents import Items, Paragraph
from seutu.reporting.plans.printing import period_text, shortened, text_blocks


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("lyhyt", 10, "lyhyt"),
        ("  kaksi \n sanaa ", 20, "kaksi sanaa"),
        ("yksi kaksi kolme", 12, "yksi kaksi …"),
        ("yksi kaksi, kolme", 13, "yksi kaksi …"),
        ("x" * 30, 10, "x" * 9 + " …"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_between_words_and_marked(text: str, letters: int, short: str) -> None:
    assert shortened(text, letters) == short


def test_a_text_becomes_paragraphs_and_lists() -> None:
    assert text_blocks("Yksi.\nKaksi.\n \nKolme:\n- a\n– b\n\n\n• c") == [
        Paragraph("Yksi.\nKaksi."),
        Paragraph("Kolme:"),
        Items(("a", "b")),
        Items(("c",)),
    ]
    assert text_blocks(" \n ") == []
    assert text_blocks("-5 astetta") == [Paragraph("-5 astetta")]
    dashes = "GLOW – verkosto - alueelle * uusi"
    assert text_blocks(dashes) == [Paragraph(dashes)]
    assert text_blocks(f"- {dashes}") == [Items((dashes,))]


def test_a_period_is_written_as_far_as_it_is_known() -> None:
    start, end = date(2026, 6, 1), date(2028, 5, 31)
    assert period_text((start, end), "fi") == "1.6.2026–31.5.2028"
    assert period_text((start, None), "fi") == "1.6.2026–"
    assert period_text((None, end), "fi") == "–31.5.2028"
    assert period_text((end, start), "fi") == "31.5.2028–1.6.2026"
    assert period_text((None, None), "fi") == ""
