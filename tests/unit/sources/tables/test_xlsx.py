from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from seutu.core.problems import InputProblem
from seutu.sources.tables import CellValue, Limits, TableFile, TableRow, open_tables
from tests.malformed.building import MAIN, cell, rows_xml, sheet_xml, write_zip, xlsx_members


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "taulu.xlsx"


def read(file: Path, data: str, **kwargs: object) -> tuple[TableRow, ...]:
    write_zip(file, xlsx_members({"Taulu": sheet_xml(data)}, **kwargs))  # type: ignore[arg-type]
    return open_tables(file).sheets[0].rows


def value(file: Path, written: str, **kwargs: object) -> CellValue:
    (row,) = read(file, f'<row r="1"><c r="A1" s="1"><v>{written}</v></c></row>', **kwargs)
    return row.values[0]


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("1234567.89", "1234567.89"),
        ("352735.99999999994", "352735.99999999994"),
        ("1E-3", "0.001"),
        ("-0", "-0"),
        ("123456789012345678901234.5", "123456789012345678901234.5"),
        ("651.200", "651.200"),
    ],
)
def test_a_number_is_the_shortest_that_was_meant(written: str, figure: str, file: Path) -> None:
    read_value = value(file, written)
    assert isinstance(read_value, Decimal)
    assert read_value == Decimal(figure)


@pytest.mark.parametrize("written", ["1,5", "nan", "inf", "1_000", "0x10", "12 €"])
def test_what_is_no_number_is_a_problem_with_its_place(written: str, file: Path) -> None:
    (row,) = read(file, f'<row r="7"><c r="C7"><v>{written}</v></c></row>')
    assert [(p.sheet, p.line, p.column, p.value) for p in row.problems] == [("Taulu", 7, "C", written)]


@pytest.mark.parametrize(
    ("code", "written", "expected"),
    [
        ("d.m.yyyy", "45292", date(2024, 1, 1)),
        ("d.m.yyyy", "45292.5", datetime(2024, 1, 1, 12)),  # noqa: DTZ001
        ("d.m.yyyy h:mm", "45292", datetime(2024, 1, 1)),  # noqa: DTZ001
        ("d.m.yyyy h:mm", "45292.378472222219", datetime(2024, 1, 1, 9, 5)),  # noqa: DTZ001
        ("d.m.yyyy h:mm", "45292.3784722222", datetime(2024, 1, 1, 9, 5)),  # noqa: DTZ001
        ("[$-40B]d. mmmm yyyy", "59", date(1900, 2, 28)),
        ("yyyy-mm-dd", "1", date(1900, 1, 1)),
        ("mmm yy", "61", date(1900, 3, 1)),
        ("h:mm", "0.378472222222222", "9:05:00"),
        ("[h]:mm", "1.5625", "37:30:00"),
        ('0.0 "htkk/d"', "12.5", Decimal("12.5")),
        ("#,##0 [$€-40B]", "12.5", Decimal("12.5")),
        ("0.00E+00", "12.5", Decimal("12.5")),
        ("[Red]0", "3", Decimal(3)),
    ],
)
def test_a_cell_is_a_date_by_its_format(code: str, written: str, expected: CellValue, file: Path) -> None:
    got = value(file, written, formats=[code])
    assert got == expected
    assert type(got) is type(expected)


def test_the_1904_system_begins_later(file: Path) -> None:
    assert value(file, "0", formats=["d.m.yyyy"], from_1904=True) == date(1904, 1, 1)
    assert value(file, "43830", formats=["d.m.yyyy"], from_1904=True) == date(2024, 1, 1)


@pytest.mark.parametrize("written", ["60", "-1", "9999999", "0"])
def test_a_day_that_never_was_is_a_problem(written: str, file: Path) -> None:
    (row,) = read(file, f'<row r="1"><c r="A1" s="1"><v>{written}</v></c></row>', formats=["d.m.yyyy"])
    assert row.values == ()
    assert row.problems[0].value == written


def test_percents_are_told(file: Path) -> None:
    write_zip(
        file, xlsx_members({"Taulu": sheet_xml('<row r="1"><c r="B1" s="1"><v>0.12</v></c></row>')}, formats=["0 %"])
    )
    sheet = open_tables(file).sheets[0]
    assert sheet.rows[0].values == (None, Decimal("0.12"))
    assert sheet.percent_columns == (1,)
    assert "B" in sheet.notes[0].message.fi


def test_kinds_of_cells(file: Path) -> None:
    cells = '<c r="A1" t="b"><v>1</v></c><c r="B1" t="str"><f>A1&amp;""</f><v>x</v></c>'
    cells += '<c r="C1" t="str"><f>""</f><v></v></c>'
    cells += '<c r="D1" t="d"><v>2026-03-01</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="e"><v>#N/A</v></c>'
    (row,) = read(file, f'<row r="1">{cells}</row>')
    assert row.values == (True, "x", None, date(2026, 3, 1), Decimal(2))
    assert [problem.column for problem in row.problems] == ["F"]


def test_shared_texts_with_runs_phonetics_and_escapes(file: Path) -> None:
    texts = f'<sst xmlns="{MAIN}"><si><r><t>Kau</t></r><r><t xml:space="preserve">punki </t></r>'
    texts += "<rPh><t>lue</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>"
    data = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    (row,) = read(file, data, texts=texts)
    assert row.values == ("Kaupunki ", "a\rb_x0041_")


def test_cells_and_rows_without_references_follow_each_other(file: Path) -> None:
    rows = read(file, "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")
    assert [(row.line, row.values) for row in rows] == [(1, (Decimal(1), Decimal(2))), (3, (Decimal(3),))]


@pytest.mark.parametrize(
    "data",
    [
        '<row r="2"/><row r="1"/>',
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        '<row r="1"><c r="A2"/></row>',
        '<row r="x"/>',
        '<row r="1"><c r="1A"/></row>',
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
        '<row r="1048577"/>',
    ],
)
def test_places_that_contradict_each_other_are_refused(data: str, file: Path) -> None:
    with pytest.raises(InputProblem, match="damaged"):
        read(file, data)


def test_names_with_a_prefix_are_read(file: Path) -> None:
    body = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData>'
    )
    write_zip(file, xlsx_members({"Taulu": body + "</x:worksheet>"}))
    assert open_tables(file).sheets[0].rows[0].values == (Decimal(5),)


def test_a_hidden_sheet_is_flagged_and_told(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Salainen & muu")
    sheet.append(["Nimi"])
    sheet.sheet_state = "hidden"
    book.save(file)
    read_file: TableFile = open_tables(file)
    assert [(one.name, one.hidden, len(one.rows)) for one in read_file.sheets] == [
        ("Sheet", False, 0),
        ("Salainen & muu", True, 1),
    ]
    assert "piilotettu" in read_file.notes[0].message.fi


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(rows=2), ("Taulu", 3, "A")),
        (Limits(columns=1), ("Taulu", 1, "B")),
        (Limits(cells=3), ("Taulu", 2, "B")),
        (Limits(cell_characters=3), ("Taulu", 1, "A")),
    ],
)
def test_going_over_a_limit_is_refused_with_its_place(limits: Limits, told: tuple[str, int, str], file: Path) -> None:
    write_zip(file, xlsx_members({"Taulu": sheet_xml(rows_xml([["Nimi", "B"], ["x", 1], ["y", 2]]))}))
    with pytest.raises(InputProblem) as caught:
        open_tables(file, limits=limits)
    problem = caught.value.problems[0]
    assert (problem.sheet, problem.line, problem.column) == told


def test_an_openpyxl_workbook_is_read(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nimi", 1.5, date(2026, 3, 1), True, None, "ä"])
    book.save(file)
    assert open_tables(file).sheets[0].rows[0].values == (
        "Nimi",
        Decimal("1.5"),
        date(2026, 3, 1),
        True,
        None,
        "ä",
    )


def test_a_styled_empty_cell_is_nothing(file: Path) -> None:
    assert read(file, f'<row r="1">{cell("A1", None, 1)}{cell("B1", 2)}</row>')[0].values == (None, Decimal(2))


def test_cells_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{letter}1" t="e"><v>#REF!</v></c>' for letter in "ABC")
    write_zip(tmp_path / "a.xlsx", xlsx_members({"S": sheet_xml(f"""<row r="1">{cells}</row>""")}))
    assert len(open_tables(tmp_path / "a.xlsx", limits=Limits(faulty_cells=3)).sheets[0].rows[0].problems) == 3
    with pytest.raises(InputProblem, match="at most 2 cells that cannot be read"):
        open_tables(tmp_path / "a.xlsx", limits=Limits(faulty_cells=2))
