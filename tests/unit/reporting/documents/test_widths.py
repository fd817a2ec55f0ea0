"""Columns are wide enough for figures and words, and together as wide as the page."""

import pytest

from seutu.reporting.documents import Column, Table
from seutu.reporting.documents.widths import LETTER_MM, widths_of

LABELS = Column("Hanke", share=3)
NUMBER = Column("Suunniteltu", "right")


def made(columns: tuple[Column, ...], *rows: tuple[str, ...]) -> Table:
    return Table("", columns, rows)


def test_without_need_the_shares_stand() -> None:
    table = made((LABELS, NUMBER), ("Lyhyt", "1"))
    assert widths_of(table, 168) == pytest.approx((126, 42))


def test_a_figure_is_never_cut_and_the_widest_column_gives_way() -> None:
    figure = "1\u00a0234\u00a0567,89\u00a0€"
    table = made((LABELS, *([NUMBER] * 3)), ("Hankkeen nimi", *([figure] * 3)))
    widths = widths_of(table, 168)
    assert sum(widths) == pytest.approx(168)
    assert all(width >= len(figure) * LETTER_MM for width in widths[1:])
    assert widths[0] > widths[1]


def test_room_that_one_column_does_not_use_goes_to_one_whose_texts_wrap() -> None:
    dashes = tuple(Column(name) for name in ("Aika", "Omistaja", "Tavoitteet"))
    table = made((Column("Nimi"), *dashes), ("Pääkaupunkiseudun pelialan keskittymä pk-yrityksille", "–", "–", "–"))
    name, *others = widths_of(table, 168)
    assert name > 80
    assert all(width >= len(column.heading) * LETTER_MM for width, column in zip(others, dashes, strict=True))
    assert name + sum(others) == pytest.approx(168)


def test_words_of_headings_stay_whole() -> None:
    table = made(
        (Column("Nro", share=0.1), Column("Kustannusarvio", share=0.1), Column("Muu", share=9)), ("1", "a", "b")
    )
    widths = widths_of(table, 168)
    assert widths[1] >= len("Kustannusarvio") * LETTER_MM
    assert sum(widths) == pytest.approx(168)


def test_where_there_is_no_room_the_needs_share_it() -> None:
    table = made(tuple([NUMBER] * 14), tuple(["1\u00a0000\u00a0000"] * 14))
    assert widths_of(table, 168) == pytest.approx([12] * 14)


def test_a_table_without_rows_has_its_headings() -> None:
    assert sum(widths_of(made((LABELS, NUMBER)), 100)) == pytest.approx(100)
