"""Documents of every form: the same budget read alike, each fault of a file one clear refusal."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
import typst
import xlsxwriter

from seutu.core.figures.relations import Relation, Severity, Status
from seutu.core.problems import InputProblem
from seutu.sources.documents import check_file
from seutu.sources.documents.opening import open_document
from tests.unit.sources.documents.texts import DECISION, PROPOSAL

BUDGET = (
    ("Kululaji", "2026", "2027", "2028", "YHT."),
    ("Henkilöstökulut", "40 000", "81 600", "62 424", "184 024"),
    ("Ostopalvelut", "10 000", "25 000", "15 000", "50 000"),
    ("Yhteensä", "50 000", "106 600", "77 424", "234 024"),
)
Rows = tuple[tuple[str, ...], ...]


def as_word(path: Path, rows: Rows) -> Path:
    document = docx.Document()
    document.add_paragraph("Budjetti")
    outer = document.add_table(rows=1, cols=1)
    table = outer.rows[0].cells[0].add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    document.save(str(path / "budjetti.docx"))
    return path / "budjetti.docx"


def as_sheet(path: Path, rows: Rows) -> Path:
    file = path / "budjetti.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Budjetti")
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                if line and column:
                    sheet.write_number(line, column, int(value.replace(" ", "")))
                else:
                    sheet.write_string(line, column, value)
    return file


def as_csv(path: Path, rows: Rows) -> Path:
    file = path / "budjetti.csv"
    file.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8-sig")
    return file


def as_text(path: Path, rows: Rows) -> Path:
    file = path / "budjetti.txt"
    file.write_text("".join(" ".join(row) + "\n" for row in rows), encoding="cp1252")
    return file


def as_pdf(path: Path, text: str) -> Path:
    source, file = path / "a.typ", path / "a.pdf"
    lines = "\\\n".join(line.replace("§", "") for line in text.splitlines() if line.strip())
    source.write_text(f"#set page(height: 16cm)\n{lines}", encoding="utf-8")
    file.write_bytes(typst.compile(str(source)))
    return file


def failing(file: Path) -> list[Relation]:
    return [each for each in check_file(file).relations if each.status is Status.FAILS]


@pytest.mark.parametrize("write", [as_word, as_sheet, as_csv, as_text])
def test_a_budget_is_proved_alike_in_every_form(tmp_path: Path, write: Callable[[Path, Rows], Path]) -> None:
    relations = check_file(write(tmp_path, BUDGET)).relations
    assert len(relations) == 7
    assert {each.status for each in relations} == {Status.HOLDS}
    wrong = tuple(tuple("86 100" if value == "81 600" else value for value in row) for row in BUDGET)
    (by_year,) = failing(write(tmp_path, wrong))
    assert by_year.difference == Decimal(-4500)
    assert by_year.severity is Severity.ERROR
    assert "81 600" in by_year.message.fi.replace("\u00a0", " ")


def test_a_cell_of_a_sheet_is_named(tmp_path: Path) -> None:
    wrong = (*BUDGET[:3], ("Yhteensä", "50 000", "106 600", "77 424", "234 042"))
    found = failing(as_sheet(tmp_path, wrong))
    assert {(term.place.sheet, term.place.cell) for term in found[0].terms} == {
        ("Budjetti", "E2"),
        ("Budjetti", "E3"),
        ("Budjetti", "E4"),
    }


def test_a_formula_without_a_value_is_blank_and_not_zero(tmp_path: Path) -> None:
    file = tmp_path / "kaava.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Budjetti")
        for line, (label, value) in enumerate((("Palkat", 100), ("Ostot", None), ("Yhteensä", 350))):
            sheet.write_string(line, 0, label)
            if value is None:
                sheet.write_formula(line, 1, "=C1*2", value="")
                sheet.write_number(line, 2, 1)
            else:
                sheet.write_number(line, 1, value)
                sheet.write_number(line, 2, value)
    statuses = [each.status for each in check_file(file).relations]
    assert statuses[0] is Status.NOT_CHECKABLE


def test_a_pdf_keeps_its_pages(tmp_path: Path) -> None:
    found = failing(as_pdf(tmp_path, PROPOSAL.replace("88 542 88 542", "88 542 88 452")))
    assert found
    assert all(
        term.place.page for each in found for term in each.terms if term.origin.value == "stated" and term.place.line
    )


def test_a_long_pdf_is_read_with_its_progress(tmp_path: Path) -> None:
    source, file = tmp_path / "pitka.typ", tmp_path / "pitka.pdf"
    pages = "\n#pagebreak()\n".join(f"Sivu {number}" for number in range(1, 320))
    source.write_text(
        f"{pages}\n#pagebreak()\n{DECISION.replace('§', '').replace('34.104', '34.140')}", encoding="utf-8"
    )
    file.write_bytes(typst.compile(str(source)))
    told: list[tuple[int, int]] = []
    found = check_file(file, lambda done, total: told.append((done, total))).relations
    assert told[-1] == (320, 320)
    assert [each.terms[0].place.page for each in found if each.severity is Severity.ERROR] == [320]


def picture_pdf(path: Path) -> bytes:
    width, raw = 8, zlib.compress(b"".join(b"\0" + bytes(24) for _ in range(8)))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    (path / "kuva.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", raw) + chunk(b"IEND", b"")
    )
    source = path / "kuva.typ"
    source.write_text('#image("kuva.png")', encoding="utf-8")
    return bytes(typst.compile(str(source)))


def test_a_scanned_pdf_is_said_to_be_pictures(tmp_path: Path) -> None:
    file = tmp_path / "skannattu.pdf"
    file.write_bytes(picture_pdf(tmp_path))
    with pytest.raises(InputProblem, match="holds no text"):
        check_file(file)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_pdf_that_was_cut_is_refused_or_read_whole(tmp_path: Path, share: float) -> None:
    file = as_pdf(tmp_path, PROPOSAL)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(InputProblem, match=r"damaged or cut short|holds no text"):
        check_file(file)


@pytest.mark.parametrize("name", ["tyhja.docx", "tyhja.xlsx"])
def test_a_broken_office_file_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "y")
    with pytest.raises(InputProblem):
        check_file(file)


def locked_pdf() -> bytes:
    """Return a PDF of one page whose password nobody knows."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"4b" * 32 + b"> /U <" + b"7e" * 32 + b"> >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<0102> <0102>] >>"
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        trailer,
        len(body),
    )


def test_formulas_whose_values_were_not_saved_are_told(tmp_path: Path) -> None:
    file = tmp_path / "kaavat.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budjetti"
    for row in (("Kulu", 2026), ("Palkat", 100), ("Ostot", 50), ("Yhteensä", "=SUM(B2:B3)"), ("Josta EU", "=B4*0.8")):
        sheet.append(row)
    book.save(file)
    (told,) = check_file(file).relations
    assert (told.status, told.severity) == (Status.NOT_CHECKABLE, Severity.WARNING)
    assert told.message.en.startswith("The sheet Budjetti has 2 unreadable cells, so their sums stay unchecked.")
    assert "The first is B4: The cell has a formula without a calculated value (=SUM(B2:B3))" in told.message.en
    assert [term.place.cell for term in told.terms] == ["B4", "B5"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04cut", "The Word file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old doc kind or protected with a password"),
    ],
)
def test_what_is_no_word_file_is_refused_in_its_words(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "esitys.docx"
    file.write_bytes(content)
    with pytest.raises(InputProblem, match=said):
        check_file(file)


def test_tables_nested_three_deep_are_read_in_word(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    for _ in range(2):
        cell = cell.add_table(rows=1, cols=1).rows[0].cells[0]
    table = cell.add_table(rows=0, cols=2)
    for row in (("Palkat", "100"), ("Ostot", "50"), ("Yhteensä", "160")):
        for inner, value in zip(table.add_row().cells, row, strict=True):
            inner.text = value
    document.save(str(tmp_path / "sisakkain.docx"))
    (wrong,) = failing(tmp_path / "sisakkain.docx")
    assert wrong.difference == Decimal(10)


@pytest.mark.parametrize("name", ["tyhja.txt", "tyhja.docx"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name.endswith(".docx"):
        docx.Document().save(str(file))
    else:
        file.write_text(" \n\n", encoding="utf-8")
    with pytest.raises(InputProblem, match="holds neither text nor figures"):
        check_file(file)


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "suojattu.pdf"
    file.write_bytes(locked_pdf())
    with pytest.raises(InputProblem, match="protected with a password"):
        check_file(file)


def changed_word(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Return the Word file of the budget with one of its parts written otherwise; all of it where ``old`` is empty."""
    whole, other = as_word(path, BUDGET), path / "muutettu.docx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1) if old else new
            target.writestr(name, content)
    return other


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_word_file_with_a_part_of_another_kind_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(InputProblem, match="damaged"):
        check_file(changed_word(tmp_path, part, b"", b"<x/>"))


MERGED = b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1"/><w:vMerge w:val="%s"/></w:tcPr><w:p/></w:tc></w:tr>'


@pytest.mark.parametrize(("rows", "columns"), [(4, b"2000000000"), (20_000, b"1")], ids=["wide", "long"])
def test_merged_cells_of_a_word_file_take_no_more_than_they_say(tmp_path: Path, rows: int, columns: bytes) -> None:
    table = (MERGED % b"restart" + MERGED % b"continue" * (rows - 1)).replace(b'"1"', b'"%s"' % columns)
    table = table.replace(b"<w:p/>", b"<w:p><w:r><w:t>Salo</w:t></w:r></w:p>", 1)
    file = changed_word(tmp_path, "word/document.xml", b"</w:body>", b"<w:tbl>" + table + b"</w:tbl></w:body>")
    last = open_document(file).grids[-1]
    assert [cells for _, cells in last.rows] == [("Salo",)] * rows


def test_a_table_in_a_cell_merged_over_rows_is_read_once(tmp_path: Path) -> None:
    inner = b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    table = (MERGED % b"restart").replace(b"<w:p/>", inner) + MERGED % b"continue" * 5
    file = changed_word(tmp_path, "word/document.xml", b"</w:body>", b"<w:tbl>" + table + b"</w:tbl></w:body>")
    assert [cells for grid in open_document(file).grids for _, cells in grid.rows].count(("7",)) == 1


def test_a_text_of_a_thousand_pages_is_refused_before_it_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "pitkä.txt"
    file.write_text("Palkat 10 €\n" * 300_000, encoding="utf-8")
    with pytest.raises(InputProblem, match="more than three million characters"):
        check_file(file)
