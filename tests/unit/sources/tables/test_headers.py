from datetime import date
from decimal import Decimal

import pytest

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import CellValue, FoundTable, MergedRange, TableRow, TableSheet, find_table

KNOWN = {"Nimi": "name", "Kunta": "place", "Henkilöstö": "staff"}
HEADER = ("Nimi", "Kunta", "Henkilöstö")


def sheet(*rows: tuple[CellValue, ...], merged: tuple[MergedRange, ...] = (), ragged: bool = False) -> TableSheet:
    numbered = tuple(TableRow(line, row) for line, row in enumerate(rows, start=1) if row)
    return TableSheet("Taulu", numbered, merged=merged, ragged=ragged)


def refused(table: TableSheet, known: dict[str, str] | None = None) -> Problem:
    with pytest.raises(InputProblem) as caught:
        find_table(table, known)
    return caught.value.problems[0]


def values(table: FoundTable) -> list[tuple[int, dict[str, CellValue]]]:
    return [(row.line, dict(row.values)) for row in table.rows]


def test_rows_come_by_header_with_their_lines() -> None:
    found = find_table(sheet(HEADER, ("A", "Salo", Decimal(1)), (), ("B",)))
    assert [(cell.text, cell.index, cell.letter) for cell in found.header] == [
        ("Nimi", 0, "A"),
        ("Kunta", 1, "B"),
        ("Henkilöstö", 2, "C"),
    ]
    assert values(found) == [
        (2, {"Nimi": "A", "Kunta": "Salo", "Henkilöstö": Decimal(1)}),
        (4, {"Nimi": "B", "Kunta": None, "Henkilöstö": None}),
    ]
    assert found.notes == ()


def test_banners_are_passed_over_and_the_choice_is_told() -> None:
    found = find_table(
        sheet(("Seudun toimijat",), (), ("Päivitetty", date(2026, 1, 1)), HEADER, ("A", "B", Decimal(3)))
    )
    assert found.header_line == 4
    assert "row 4: ”Nimi”, ”Kunta”, ”Henkilöstö”" in found.notes[0].message.en


def test_known_headers_win_over_what_looks_like_one() -> None:
    found = find_table(sheet(("Raportti", "laatija", "versio"), (" NIMI", "kunta ", "Lisä"), ("A", "B", "C")), KNOWN)
    assert found.header_line == 2
    assert [cell.text for cell in found.header] == ["NIMI", "kunta", "Lisä"]


def test_no_known_header_names_what_stands_there() -> None:
    assert "”Yritys”" in refused(sheet(("Yritys", "Paikka"), ("a", "b")), KNOWN).message.fi


def test_an_empty_sheet_has_no_header() -> None:
    assert "No header row" in refused(sheet()).message.en


@pytest.mark.parametrize("years", [(Decimal(2023), Decimal(2024)), ("2023", "2024")])
def test_rising_years_are_headers_and_the_choice_is_told(years: tuple[CellValue, ...]) -> None:
    found = find_table(sheet(("Kunta", *years), ("Salo", Decimal(51_000), Decimal(50_800))))
    assert [cell.text for cell in found.header] == ["Kunta", "2023", "2024"]
    assert found.notes


def test_years_over_years_are_no_header() -> None:
    assert refused(sheet(("Hanke", "2023", "2025"), ("Toinen", "2024", "2026"))).line == 1


def test_figures_first_is_no_header() -> None:
    assert refused(sheet(("A", Decimal(1)), ("B", Decimal(2)))).line == 1


def test_two_headers_name_both_rows() -> None:
    problem = refused(sheet(HEADER, ("A", "Salo", "1"), HEADER, ("B", "Salo", "2")), KNOWN)
    assert "Rows 1 and 3" in problem.message.en
    assert problem.line == 3


def test_a_repeated_header_names_both_columns() -> None:
    problem = refused(sheet(("Nimi", "Kunta", "nimi "), ("a", "b", "c")))
    assert "A and C" in problem.message.en
    assert (problem.line, problem.column) == (1, "C")


def test_values_without_a_header_name_their_column_and_row() -> None:
    problem = refused(sheet(("Nimi", None, "Kunta"), ("a", None, "b"), ("c", "d", "e")))
    assert (problem.line, problem.column, problem.value) == (1, "B", "d")
    assert "row 3" in problem.message.en


def test_an_empty_column_without_a_header_is_no_fault() -> None:
    assert values(find_table(sheet(("Nimi", None, "Kunta"), ("a", None, "b"))))[0][1] == {"Nimi": "a", "Kunta": "b"}


def test_merged_cells_are_a_problem_of_their_rows_only() -> None:
    merged = (MergedRange(3, 4, 0, 0),)
    found = find_table(sheet(HEADER, ("A", "x", "y"), ("B", "x", "y"), (None, "x", "y"), merged=merged))
    assert [(row.line, bool(row.problems)) for row in found.rows] == [(2, False), (3, True), (4, True)]
    assert "A3:A4" in found.rows[1].problems[0].message.fi


def test_merged_header_cells_are_refused() -> None:
    assert "A1:B1" in refused(sheet(HEADER, ("a", "b", "c"), merged=(MergedRange(1, 1, 0, 1),))).message.sv


@pytest.mark.parametrize(
    ("row", "problem"), [(("a", "b"), True), (("a", "b", "c"), False), (("a", "b", "c", None), False)]
)
def test_a_short_csv_row_is_told_not_padded_in_silence(row: tuple[CellValue, ...], problem: bool) -> None:  # noqa: FBT001
    assert bool(find_table(sheet(HEADER, row, ragged=True)).rows[0].problems) is problem


def test_a_long_csv_row_is_refused_with_its_place() -> None:
    assert refused(sheet(HEADER, ("a", "b", "c", "d"), ragged=True)).column == "D"


def test_problems_of_cells_go_along() -> None:
    problem = Problem(Text.same("x"))
    table = TableSheet("Taulu", (TableRow(1, HEADER), TableRow(2, ("a",), hidden=True, problems=(problem,))))
    row = find_table(table).rows[0]
    assert row.problems == (problem,)
    assert row.hidden


def test_a_long_run_of_figures_does_not_run_away() -> None:
    long = "1.1" * 33_000 + "!"
    assert find_table(sheet(("Nimi", long), ("A", "B"))).header[1].text == long
    assert refused(sheet((" . ", "1 2 (3)"), ("4", "5")))
