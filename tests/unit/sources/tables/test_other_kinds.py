"""ods, xls and what is no table at all."""

import struct
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.tables import Limits, MergedRange, open_tables
from seutu.sources.tables.sheet_builder import SheetBuilder
from tests.malformed.building import (
    compound_file,
    ods_cell,
    ods_members,
    ods_rows,
    record,
    small_compound_file,
    write_zip,
    xls_file,
    xls_label,
    xls_number,
    xls_rows,
    xls_stream,
)


def ods(path: Path, table: str) -> Path:
    write_zip(path, ods_members(table))
    return path


def test_ods_values_are_exact(tmp_path: Path) -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}" office:{key}="{written}"><text:p>x</text:p></table:table-cell>'
        for kind, key, written in (
            ("float", "value", "0.1"),
            ("currency", "value", "1234.50"),
            ("percentage", "value", "0.12"),
            ("date", "date-value", "2026-03-01"),
            ("date", "date-value", "2026-03-01T09:05:00"),
            ("time", "time-value", "PT37H30M00S"),
            ("boolean", "boolean-value", "true"),
        )
    )
    sheet = open_tables(ods(tmp_path / "a.ods", f"<table:table-row>{cells}</table:table-row>")).sheets[0]
    assert sheet.rows[0].values == (
        Decimal("0.1"),
        Decimal("1234.50"),
        Decimal("0.12"),
        date(2026, 3, 1),
        datetime(2026, 3, 1, 9, 5),  # noqa: DTZ001
        "37:30:00",
        True,
    )
    assert sheet.percent_columns == (2,)


def test_ods_repeats_are_counted(tmp_path: Path) -> None:
    table = ods_rows([["Nimi", "Luku"]]) + '<table:table-row table:number-rows-repeated="3">'
    table += "<table:table-cell/>" + ods_cell(5, 'table:number-columns-repeated="2"') + "</table:table-row>"
    table += '<table:table-row table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    table += ods_rows([["Loppu"]])
    rows = open_tables(ods(tmp_path / "a.ods", table)).sheets[0].rows
    assert [(row.line, row.values) for row in rows] == [
        (1, ("Nimi", "Luku")),
        *[(line, (None, Decimal(5), Decimal(5))) for line in (2, 3, 4)],
        (1005, ("Loppu",)),
    ]


def test_ods_comments_are_not_part_of_the_text(tmp_path: Path) -> None:
    table = (
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>huomautus</text:p>'
    )
    table += "</office:annotation><text:p>Nimi</text:p></table:table-cell></table:table-row>"
    assert open_tables(ods(tmp_path / "a.ods", table)).sheets[0].rows[0].values == ("Nimi",)


@pytest.mark.parametrize("count", ["0", "-1", "x", "99999999999999999999"])
def test_ods_false_counts_are_refused(count: str, tmp_path: Path) -> None:
    table = f'<table:table-row table:number-rows-repeated="{count}">{ods_cell(1)}</table:table-row>'
    with pytest.raises(InputProblem, match="damaged"):
        open_tables(ods(tmp_path / "a.ods", table))


def test_an_odt_is_no_table(tmp_path: Path) -> None:
    members = dict(ods_members(""))
    members["content.xml"] = "<document/>"
    write_zip(tmp_path / "a.odt", members.items())
    with pytest.raises(InputProblem, match="another OpenDocument"):
        open_tables(tmp_path / "a.odt")


def test_xls_values_dates_and_hidden_parts(tmp_path: Path) -> None:
    cells = xls_rows([["Nimi", "Luku"], ["Ä", 0.1], ["B", 3]]) + xls_number(4, 1, 45_292.378472222219, 1)
    cells += record(0x0208, struct.pack("<HHHHIIH", 2, 0, 2, 255, 0, 0, 0)[:12] + struct.pack("<HH", 0x20, 0))
    cells += record(0x007D, struct.pack("<HHHHHH", 1, 1, 2_000, 0, 1, 0))
    after = record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 0, 0))
    path = tmp_path / "a.xls"
    path.write_bytes(xls_file(cells, after=after, name="Hankkeet ä"))
    file = open_tables(path)
    (sheet,) = file.sheets
    assert (file.kind, sheet.name) == ("xls", "Hankkeet ä")
    assert [(row.line, row.values, row.hidden) for row in sheet] == [
        (1, ("Nimi", "Luku"), False),
        (2, ("Ä", Decimal("0.1")), False),
        (3, ("B", Decimal(3)), True),
        (4, (None, datetime(2024, 1, 1, 9, 5)), False),  # noqa: DTZ001
    ]
    assert sheet.hidden_columns == (1,)
    assert sheet.merged == (MergedRange(2, 3, 0, 0),)
    assert len(sheet.notes) == 3


def test_an_xls_far_cell_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(xls_file(xls_label(1, 0, "a") + xls_label(1_000, 99, "b")))
    assert open_tables(path).sheets[0].rows[-1].line == 1_000
    with pytest.raises(InputProblem, match="too big") as caught:
        open_tables(path, limits=Limits(cells=99_999))
    assert caught.value.problems[0].line == 1_000


@pytest.mark.parametrize("at", range(0, 2_600, 97))
def test_an_xls_with_a_changed_byte_never_crashes(at: int, tmp_path: Path) -> None:
    body = bytearray(xls_file(xls_rows([["Nimi", "Luku"], ["A", 1.5]])))
    body[at % len(body)] ^= 0xFF
    path = tmp_path / "a.xls"
    path.write_bytes(bytes(body))
    try:
        kind = open_tables(path).kind
    except InputProblem as refusal:
        kind = refusal.problems[0].message.en
    assert kind


@pytest.mark.parametrize("count", [1, 5, 40])
def test_a_small_xls_lies_in_the_mini_stream(count: int, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Nimi", "Luku"], *[[f"Rivi {at}", at] for at in range(count)]]
    path = tmp_path / "a.xls"
    path.write_bytes(small_compound_file("Workbook", xls_stream(xls_rows(rows))))
    assert [row.values for row in open_tables(path).sheets[0]] == [
        ("Nimi", "Luku"),
        *[(f"Rivi {at}", Decimal(at)) for at in range(count)],
    ]


def test_an_old_word_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(compound_file({"WordDocument": b"x"}))
    with pytest.raises(InputProblem, match="Word document"):
        open_tables(path)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"{\\rtf1", "an RTF document"),
        (b"  <!DOCTYPE html><p>", "a web page"),
        ("<html>".encode("utf-16"), "a web page"),
        (b'<?xml version="1.0"?><a/>', "an XML document"),
        (b'{"a": 1}', "a JSON file"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        (b"PK\x03\x04", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    ],
)
def test_what_is_no_table_is_named(body: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "taulu.xls"
    path.write_bytes(body)
    with pytest.raises(InputProblem, match=told) as caught:
        open_tables(path)
    assert len(caught.value.problems) == 1


def test_a_zip_of_other_things_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(InputProblem, match="a compressed file"):
        open_tables(path)


FAULTY = 'office:value-type="float" office:value="x" table:number-columns-repeated="1000"'
EMPTY = 'office:value-type="string" table:number-columns-repeated="1000"'
FORMULA = 'table:formula="of:=1" table:number-columns-repeated="1000"'


@pytest.mark.parametrize("attributes", [FAULTY, EMPTY, FORMULA])
@pytest.mark.parametrize("rows", [150, 2_100])
def test_ods_repeated_cells_without_a_value_are_counted_too(attributes: str, rows: int, tmp_path: Path) -> None:
    table = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell {attributes}/></table:table-row>'
    path = ods(tmp_path / "a.ods", table)
    if attributes == EMPTY and rows == 150:
        assert open_tables(path).sheets[0].rows == ()
        return
    with pytest.raises(InputProblem) as refused:
        open_tables(path)
    assert "at most" in refused.value.problems[0].message.en


def test_ods_too_many_repeated_values_are_refused_before_they_are_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[int] = []
    monkeypatch.setattr(SheetBuilder, "put", lambda _self, line, _column, _value: laid.append(line))
    cell = ods_cell(1, 'table:number-columns-repeated="1000"')
    table = f'<table:table-row table:number-rows-repeated="2001">{cell}</table:table-row>'
    with pytest.raises(InputProblem):
        open_tables(ods(tmp_path / "a.ods", table))
    assert not laid
