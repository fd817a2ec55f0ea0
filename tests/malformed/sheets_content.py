"""Tables whose content is at fault: headers, merged and hidden cells, formulas, errors, texts for numbers, dates."""

import struct
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import xlsxwriter

from tests.malformed.building import (
    cell,
    ods_cell,
    ods_members,
    ods_rows,
    put,
    record,
    rows_xml,
    sheet_xml,
    write_zip,
    xls_file,
    xls_number,
    xls_rows,
    xlsx_members,
)
from tests.malformed.cases import Recipe

Rows = list[list[object]]
HEADER: list[object] = ["Toimija", "Kunta", "Henkilöstö"]
BODY: Rows = [["Yrityspalvelut", "Salo", 12], ["Kehitysyhtiö", "Forssa", 25], ["Ammattikorkeakoulu", "Rauma", 250]]
_SIZES = (1, 2, 3, 5, 8)


def _body(count: int) -> Rows:
    return [[f"Toimija {at}", f"Kunta {at % 7}", at * 3 + 1] for at in range(1, count + 1)]


def write_xlsx(rows: Rows, *, before: str = "", after: str = "") -> Callable[[Path], None]:
    return lambda path: write_zip(path, xlsx_members({"Taulu": sheet_xml(rows_xml(rows), before=before, after=after)}))


def write_csv(rows: Rows, delimiter: str = ";") -> Callable[[Path], None]:
    text = "".join(delimiter.join("" if v is None else str(v) for v in row) + "\n" for row in rows)
    return put(text.encode())


def _sheet(data: str, *, formats: tuple[str, ...] = (), from_1904: bool = False) -> Callable[[Path], None]:
    return lambda path: write_zip(path, xlsx_members({"Taulu": sheet_xml(data)}, formats=formats, from_1904=from_1904))


def _no_header() -> list[Recipe]:
    made = [Recipe(f"no_header_{n}.xlsx", "no header", write_xlsx(_body(n)), "refused", line=1) for n in (2, 5, 9)]
    made += [Recipe(f"no_header_{n}.csv", "no header", write_csv(_body(n)), "refused", line=1) for n in (3, 7)]
    numbers: Rows = [[1, 2, 3], [4, 5, 6]]
    return [*made, Recipe("no_header_numbers.xlsx", "no header", write_xlsx(numbers), "refused", line=1)]


def _two_headers() -> list[Recipe]:
    made = []
    for n in _SIZES:
        again: Rows = [HEADER, *_body(n), HEADER, *_body(2)]
        made.append(Recipe(f"two_headers_{n}.xlsx", "two headers", write_xlsx(again), "refused", line=n + 2))
    layered: Rows = [["Perustiedot", "Sijainti", "Koko"], HEADER, *_body(4)]
    made.append(Recipe("two_headers_layers.xlsx", "two headers", write_xlsx(layered), "refused", line=2))
    made.append(Recipe("two_headers_layers.csv", "two headers", write_csv(layered), "refused", line=2))
    return made


def _merged() -> list[Recipe]:
    made = []
    for at, (block, line) in enumerate((("A3:A4", 3), ("B2:C2", 2), ("A2:C2", 2), ("C3:C4", 4)), start=1):
        after = f'<mergeCells count="1"><mergeCell ref="{block}"/></mergeCells>'
        writer = write_xlsx([HEADER, *BODY], after=after)
        made.append(Recipe(f"merged_{at}.xlsx", "merged cells", writer, "row_problem", line=line))
    top = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    made.append(Recipe("merged_header.xlsx", "merged cells", write_xlsx([HEADER, *BODY], after=top), "refused", line=1))
    banner: Rows = [["Seudun toimijat", None, None], [None], HEADER, *BODY]
    told = (4, "Kunta", "Salo")
    made.append(Recipe("merged_banner.xlsx", "merged cells", write_xlsx(banner, after=top), "note", cells=(told,)))
    spanned = "<table:table-row>" + ods_cell("Yhdistetty", 'table:number-columns-spanned="2"') + "</table:table-row>"
    body = ods_rows([HEADER, *BODY]) + spanned
    ods = Recipe(
        "merged_5.ods",
        "merged cells",
        lambda path: write_zip(path, ods_members(body)),
        "row_problem",
        line=5,
        column="A",
    )
    block = record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 0, 0))
    xls = xls_file(xls_rows([HEADER, *BODY]), after=block)
    made += [ods, Recipe("merged_6.xls", "merged cells", put(xls), "row_problem", line=3)]
    return made


def _hidden() -> list[Recipe]:
    def hide(lines: tuple[int, ...], *, columns: bool) -> Callable[[Path], None]:
        data = rows_xml([HEADER, *_body(6)])
        for line in lines:
            data = data.replace(f'<row r="{line}">', f'<row r="{line}" hidden="1">')
        before = '<cols><col min="2" max="2" width="0" hidden="1"/></cols>' if columns else ""
        return lambda path: write_zip(path, xlsx_members({"Taulu": sheet_xml(data, before=before)}))

    told = (3, "Kunta", "Kunta 2")
    cases = (((3,), False), ((3, 4, 5), False), ((2, 7), False), ((), True), ((3,), True))
    return [
        Recipe(f"hidden_{at}.xlsx", "hidden rows", hide(lines, columns=columns), "note", cells=(told,))
        for at, (lines, columns) in enumerate(cases, start=1)
    ]


def _formulas() -> list[Recipe]:
    def openpyxl_file(formula: str) -> Callable[[Path], None]:
        def write(path: Path) -> None:
            book = openpyxl.Workbook()
            sheet = book.active
            assert sheet is not None
            for row in [HEADER, *BODY, ["Yhteensä", None, formula]]:
                sheet.append(row)
            book.save(path)

        return write

    formulas = ("=SUM(C2:C4)", "=C2+C3", "=AVERAGE(C2:C4)", '=IF(A2="x";1;2)', "=VLOOKUP(A2,A:C,3,0)")
    return [
        Recipe(f"formula_{at}.xlsx", "formulas without values", openpyxl_file(one), "row_problem", line=5, column="C")
        for at, one in enumerate(formulas, start=1)
    ]


def _errors() -> list[Recipe]:
    made = []
    for at, code in enumerate(("#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!"), start=1):
        data = rows_xml([HEADER, *BODY]) + f'<row r="5">{cell("A5", "Hanke")}<c r="C5" t="e"><v>{code}</v></c></row>'
        made.append(Recipe(f"error_{at}.xlsx", "#REF!", _sheet(data), "row_problem", line=5, column="C"))
    wrong = record(0x0205, struct.pack("<HHHBB", 4, 2, 0, 0x17, 1))
    body = xls_file(xls_rows([HEADER, *BODY]) + wrong)
    made.append(Recipe("error_6.xls", "#REF!", put(body), "row_problem", line=5, column="C"))
    return made


def _text_numbers() -> list[Recipe]:
    texts = ("1 234", "1\u00a0234,50", "12,5", "651.200", "−30", "n. 5 000 €", "1 000")
    return [
        Recipe(
            f"text_number_{at}.xlsx",
            "text numbers",
            write_xlsx([HEADER, *BODY, ["Hanke", "Salo", text]]),
            "reads",
            cells=((5, "Henkilöstö", text), (2, "Henkilöstö", Decimal(12))),
        )
        for at, text in enumerate(texts, start=1)
    ]


def _dates() -> list[Recipe]:
    made = []
    head: list[object] = ["Hanke", "Alkaa"]
    for at, (serial, from_1904, day) in enumerate(
        (
            (45_292, False, date(2024, 1, 1)),
            (43_830, True, date(2024, 1, 1)),
            (61, False, date(1900, 3, 1)),
            (46_082, False, date(2026, 3, 1)),
            (44_620, True, date(2026, 3, 1)),
        ),
        start=1,
    ):
        data = rows_xml([head]) + f'<row r="2">{cell("A2", "Kokeilu")}{cell("B2", serial, 1)}</row>'
        data += f'<row r="3">{cell("A3", "Selvitys")}{cell("B3", "1.1.2024")}</row>'
        writer = _sheet(data, formats=("d\\.m\\.yyyy",), from_1904=from_1904)
        told = ((2, "Alkaa", day), (3, "Alkaa", "1.1.2024"))
        made.append(Recipe(f"dates_{at}.xlsx", "mixed dates 1900/1904", writer, "reads", cells=told))
    data = rows_xml([head]) + f'<row r="2">{cell("A2", "Väärä")}{cell("B2", 60, 1)}</row>'
    false_day = _sheet(data, formats=("d.m.yyyy",))
    made.append(Recipe("dates_leap.xlsx", "mixed dates 1900/1904", false_day, "row_problem", line=2, column="B"))
    old = xls_file(xls_rows([head, ["Kokeilu"]]) + xls_number(2, 1, 43_830, 1), settings=record(0x0022, b"\1\0"))
    told_old = ((2, "Alkaa", date(2024, 1, 1)),)
    made.append(Recipe("dates_1904.xls", "mixed dates 1900/1904", put(old), "reads", cells=told_old))
    return made


def _duplicates() -> list[Recipe]:
    headers: list[list[object]] = [
        ["Nimi", "Nimi", "Summa"],
        ["Nimi", "Summa", "summa"],
        ["Nimi", " Nimi ", "Summa"],
        ["Nimi", "Kunta", "NIMI"],
        ["Summa", "Kunta", "Summa"],
    ]
    writers = (write_xlsx, write_csv)
    return [
        Recipe(
            f"duplicate_{at}.{'csv' if at % 2 else 'xlsx'}",
            "duplicate columns",
            writers[at % 2]([header, *BODY]),
            "refused",
            line=1,
        )
        for at, header in enumerate(headers, start=1)
    ]


def _blanks() -> list[Recipe]:
    made = []
    for at, line in enumerate((2, 3, 4), start=1):
        rows: Rows = [HEADER, *[list(row) for row in BODY]]
        rows[line - 1][2] = None
        told = ((line, "Henkilöstö", None),)
        made.append(Recipe(f"blank_{at}.xlsx", "blank among numbers", write_xlsx(rows), "reads", cells=told))
        made.append(Recipe(f"blank_{at}.csv", "blank among numbers", write_csv(rows), "reads", cells=told))
    cut: Rows = [HEADER, BODY[0], ["Kehitysyhtiö", "Forssa"], BODY[2]]
    made.append(Recipe("blank_cut.csv", "blank among numbers", write_csv(cut), "row_problem", line=3))
    named: Rows = [["Toimija", None, "Henkilöstö"], *BODY]
    made.append(Recipe("blank_header.xlsx", "blank among numbers", write_xlsx(named), "refused", line=1, column="B"))
    return made


def _million_rows() -> list[Recipe]:
    def bare(path: Path) -> None:
        empty = "".join(f'<row r="{line}"/>' for line in range(5, 1_000_001))
        write_zip(path, xlsx_members({"Taulu": sheet_xml(rows_xml([HEADER, *BODY]) + empty)}))

    def far(path: Path) -> None:
        last = f'<row r="1048576">{cell("A1048576", "Viimeinen")}</row>'
        write_zip(path, xlsx_members({"Taulu": sheet_xml(rows_xml([HEADER, *BODY]) + last)}))

    def styled(path: Path) -> None:
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet, look = book.add_worksheet("Taulu"), book.add_format({"bg_color": "yellow"})
            for at, row in enumerate([HEADER, *BODY]):
                sheet.write_row(at, 0, row)
            for at in range(4, 300_000):
                sheet.write_blank(at, 0, None, look)

    repeated = ods_rows([HEADER, *BODY]) + '<table:table-row table:number-rows-repeated="1048572">'
    repeated += '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    told = ((4, "Kunta", "Rauma"),)
    lines = ";".join(map(str, HEADER)) + "\nYksi;Salo;3\n" + ";;\n" * 1_000_000
    kind = "1 M empty rows"
    return [
        Recipe("million_bare.xlsx", kind, bare, "reads", cells=told),
        Recipe("million_far.xlsx", kind, far, "reads", cells=(*told, (1_048_576, "Toimija", "Viimeinen"))),
        Recipe("million_styled.xlsx", kind, styled, "reads", cells=told),
        Recipe("million.ods", kind, lambda path: write_zip(path, ods_members(repeated)), "reads", cells=told),
        Recipe(
            "million.csv",
            kind,
            put(lines.encode()),
            "reads",
            cells=((2, "Kunta", "Salo"),),
        ),
    ]


CONTENT_RECIPES: tuple[Recipe, ...] = (
    *_no_header(),
    *_two_headers(),
    *_merged(),
    *_hidden(),
    *_formulas(),
    *_errors(),
    *_text_numbers(),
    *_dates(),
    *_duplicates(),
    *_blanks(),
    *_million_rows(),
)
