from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.kohesio import is_kohesio, read_cohesion_projects
from tests.unit.sources.kohesio.example import HEADER, kohesio_file, kohesio_row


def test_rows_with_line_breaks_keep_their_physical_lines(tmp_path: Path) -> None:
    first = kohesio_row(Operation_Summary_Programme_Language="Yksi\r\nkaksi,  kolme")
    read = read_cohesion_projects(kohesio_file(tmp_path, first, kohesio_row(code="A2", Postal_Code="74100")))
    one, two = read.rows
    assert (one.line, two.line, two.code, two.post_code) == (2, 4, "A2", "74100")
    assert one.summary == "Yksi kaksi, kolme"
    assert (one.start, one.end) == (date(2018, 3, 1), date(2020, 12, 31))
    assert (one.total, one.eu_budget) == (Decimal("100000.50"), Decimal("60000.00"))
    assert (one.fund, one.programme, one.name) == ("EAKR", "Kestävää kasvua", "Kone käyntiin")
    assert read.notes == []


@pytest.mark.parametrize(
    ("given", "read"),
    [("0112038-9", "0112038-9"), ("FI01120389", "0112038-9"), ("0112038-8", None), ("12345678901", None), ("", None)],
)
def test_a_local_identifier_is_a_business_id_only_with_its_check_digit(
    given: str, read: str | None, tmp_path: Path
) -> None:
    row = kohesio_row(Beneficiary_Local_Identifier=given)
    assert read_cohesion_projects(kohesio_file(tmp_path, row)).rows[0].business_id == read


@pytest.mark.parametrize(
    ("column", "value", "part"),
    [
        ("Operation_Start_Date", "2018-03-01", "start"),
        ("Operation_End_Date", "31/02/2020", "end"),
        ("Project_EU_Budget", "60 000 €", "eu_budget"),
        ("Total_Eligible_Expenditure_Currency", "SEK", "total"),
    ],
)
def test_a_cell_that_cannot_be_read_is_empty_with_a_note(column: str, value: str, part: str, tmp_path: Path) -> None:
    read = read_cohesion_projects(kohesio_file(tmp_path, kohesio_row(**{column: value})))
    assert getattr(read.rows[0], part) is None
    (note,) = read.notes
    assert note.line == 2


def test_parts_of_a_cent_are_rounded_and_told(tmp_path: Path) -> None:
    read = read_cohesion_projects(kohesio_file(tmp_path, kohesio_row(Project_EU_Budget="10.006")))
    assert read.rows[0].eu_budget == Decimal("10.01")
    assert [note.column for note in read.notes] == ["Project_EU_Budget"]


def test_a_ragged_row_and_one_without_a_name_are_rejected(tmp_path: Path) -> None:
    path = kohesio_file(tmp_path, kohesio_row(Operation_Name_Programme_Language="", Operation_Name_English=""))
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("Q9,A9\r\n")
    read = read_cohesion_projects(path)
    assert (read.rows, [problem.line for problem in read.rejected]) == ([], [2, 3])


def test_projects_of_other_countries_are_counted_apart(tmp_path: Path) -> None:
    read = read_cohesion_projects(kohesio_file(tmp_path, kohesio_row(Country="Estonia"), kohesio_row()))
    assert (len(read.rows), read.abroad) == (1, 1)


def test_changed_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(",".join(HEADER).replace("Fund_Code", "Fund"), encoding="utf-8")
    assert is_kohesio(path)
    with pytest.raises(InputProblem, match="Fund_Code is missing"):
        read_cohesion_projects(path)


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"\xff\xfe\x00", b'Operation_Unique_Identifier,"x\n'])
def test_what_is_no_project_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(InputProblem):
        read_cohesion_projects(path)
    assert not is_kohesio(path)
