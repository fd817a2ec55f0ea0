import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from seutu.core.problems import Problem
from seutu.core.text import Language
from seutu.reporting.tables import TableColumn, TableContent, write_workbook
from seutu.reporting.tables.sheet_names import sheet_names

COLUMNS = (
    TableColumn("id", "Tunniste", "identifier", hidden=True),
    TableColumn("name", "Nimi"),
    TableColumn("amount", "Kustannukset", "amount", unit="€"),
    TableColumn("stage", "Vaihe", "choice", choices=("Aihio", "Käynnissä, viivästynyt", "Valmis")),
    TableColumn("day", "Alkaa", "date"),
)


def write(
    *contents: TableContent, language: Language = "fi", guide: str | None = None
) -> tuple[openpyxl.Workbook, Sequence[Problem], bytes]:
    stream = io.BytesIO()
    notes = write_workbook(contents, stream, language=language, guide=guide)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue())), notes, stream.getvalue()


def test_the_sheet_is_laid_out_for_people() -> None:
    rows = [("7", "Kasvuhanke", Decimal(352736), "Aihio", date(2026, 6, 1)), ("8", "B", Decimal("0.5"), None, None)]
    book, notes, _ = write(
        TableContent("Hankkeet", COLUMNS, rows), guide="Täytä yksi rivi hanketta kohti.\nÄlä poista."
    )
    sheet = book["Hankkeet"]
    assert notes == ()
    assert [cell.value for cell in sheet[1]] == ["Tunniste", "Nimi", "Kustannukset (€)", "Vaihe", "Alkaa"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.column_dimensions["B"].hidden
    assert [sheet["C2"].number_format, sheet["C3"].number_format] == ["#,##0", "#,##0.00"]
    assert sheet["E2"].number_format == "d.m.yyyy"
    assert sheet["E2"].value == datetime(2026, 6, 1)  # noqa: DTZ001
    assert [sheet["A2"].data_type, sheet["C2"].data_type] == ["s", "n"] or sheet["A2"].data_type == "inlineStr"
    assert [cell.value for (cell,) in book["Ohje"]["A1:A2"]] == ["Täytä yksi rivi hanketta kohti.", "Älä poista."]


def test_choices_become_a_drop_down_on_a_hidden_sheet() -> None:
    book, _, _ = write(TableContent("Hankkeet", COLUMNS, []))
    (rule,) = book["Hankkeet"].data_validations.dataValidation
    assert rule.formula1 == "'Valinnat'!$A$2:$A$4"
    assert str(rule.sqref).startswith("D2:D")
    choices = book["Valinnat"]
    assert choices.sheet_state == "hidden"
    assert [cell.value for (cell,) in choices["A2:A4"]] == ["Aihio", "Käynnissä, viivästynyt", "Valmis"]


@pytest.mark.parametrize(("language", "name"), [("fi", "Ohje"), ("sv", "Anvisning"), ("en", "Guide")])
def test_the_guide_has_its_name_in_each_language(language: Language, name: str) -> None:
    book, _, _ = write(TableContent("T", COLUMNS, []), language=language, guide="x")
    assert book.sheetnames[-2:] == [name, {"fi": "Valinnat", "sv": "Val", "en": "Choices"}[language]]


def test_the_same_content_makes_the_same_bytes() -> None:
    content = TableContent("T", COLUMNS, [("1", "a", 1, None, None)])
    assert write(content)[2] == write(content)[2]


def test_what_excel_cannot_hold_is_told_with_its_place() -> None:
    columns = (TableColumn("a", "A"), TableColumn("b", "B", "number"), TableColumn("c", "C", "date"))
    rows = [
        ("x" * 40_000, float("nan"), date(1850, 1, 1)),
        ("😀" * 20_000, Decimal("12345678901234567.89"), None),
        ("a\ud800", Decimal("Infinity"), None),
    ]
    book, notes, _ = write(TableContent("T", columns, rows))
    assert [(note.line, note.column) for note in notes] == [
        (2, "A"),
        (2, "B"),
        (2, "C"),
        (3, "A"),
        (3, "B"),
        (4, "A"),
        (4, "B"),
    ]
    assert all(note.sheet == "T" for note in notes)
    assert book["T"]["C2"].value == "1850-01-01"
    assert book["T"]["A3"].value == "😀" * 16_383
    assert book["T"]["A4"].value == "a\ufffd"


def test_many_changes_are_listed_in_part_and_counted() -> None:
    content = TableContent("T", (TableColumn("a", "A"), TableColumn("b", "B")), [("\ud800", 1)] * 30)
    notes = write(content)[1]
    assert len(notes) == 21
    assert "30" in notes[-1].message.fi


def test_markup_in_a_text_stays_text() -> None:
    text = "<r><t>x</t></r>"
    book, _, raw = write(TableContent("T", (TableColumn("a", "A"),), [(text,)]))
    assert book["T"]["A2"].value == text
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml")


def test_a_stamp_with_a_zone_is_written_in_finnish_time() -> None:
    content = TableContent("T", (TableColumn("a", "A", "datetime"),), [(datetime(2026, 7, 1, 21, 30, tzinfo=UTC),)])
    assert write(content)[0]["T"]["A2"].value == datetime(2026, 7, 2, 0, 30)  # noqa: DTZ001


def test_a_row_of_another_length_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zip"):
        write(TableContent("T", COLUMNS, [("1",)]))


def test_sheet_names_are_those_that_excel_accepts() -> None:
    titles = [
        "Hankkeet/ideat: [2026]?",
        "",
        "Ohje",
        "hankkeet ideat   2026",
        "x" * 40,
        "x" * 40,
        "'a'",
        "History",
        "😀" * 20,
    ]
    names = sheet_names(titles, "fi")
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)
    assert not any(set(name) & set("[]:*?/\\") or name.startswith("'") or name.endswith("'") for name in names)
    assert names[1:3] == ["Taulukko", "Ohje 2"]
    assert names[7] == "History 2"
