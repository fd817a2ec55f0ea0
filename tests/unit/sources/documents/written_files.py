"""Three files as offices send them, built in code: a workbook with formulas, a table from a spreadsheet and a paper.

Every organisation is invented; a planted contradiction is made by replacing a cell's text before the file is built."""

import io
import zipfile
from xml.sax.saxutils import escape

import docx

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)
WORKBOOK = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Budjetti" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>'
    '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="B3:D3"/></mergeCells></worksheet>'
)
BUDGET_CELLS = """\
Saariston energiapiha – hankebudjetti||||
||||
|Vuosittain (€)|||
Kustannuslaji|2026|2027|2028|Yhteensä
Palkat|41200|55300|23500|=SUM(B5:D5)|120000
Henkilösivukulut|10300|13825|5875|=SUM(B6:D6)|30000
Ostopalvelut|15000|22000|8000|=SUM(B7:D7)|45000
Matkat|2400|3100|1500|=SUM(B8:D8)|7000
Kustannukset yhteensä|=SUM(B5:B8)|68900|=SUM(C5:C8)|94225|=SUM(D5:D8)|38875|=SUM(E5:E8)|202000
||||
Rahoitus||||
ELY-keskus (70 %)|48230|65957.5|27212.5|=SUM(B12:D12)|141400
Kunnat (20 %)|13780|18845|7775|=SUM(B13:D13)|40400
Yritykset (10 %)|6890|9422.5|3887.5|=SUM(B14:D14)|20200
Rahoitus yhteensä|=SUM(B12:B14)|68900|=SUM(C12:C14)|94225|=SUM(D12:D14)|38875|=SUM(E12:E14)|202000
"""
SEMICOLON_TABLE = """\
Ahvenlammen yrityspuisto, kustannusarvio;;;
Kustannuslaji;Vuosi 1;Vuosi 2;Yhteensä
Suunnittelu;12_400,50;3_100,00;15_500,50
Rakennustyöt;88_000,00;142_250,75;230_250,75
Laitteet;0,00;36_480,00;36_480,00
Valvonta;4_600,00;6_168,75;10_768,75
Kustannukset yhteensä;105_000,50;187_999,50;293_000,00
;;;
Avustus 60 %;63_000,30;112_799,70;175_800,00
Oma rahoitus 40 %;42_000,20;75_199,80;117_200,00
Rahoitus yhteensä;105_000,50;187_999,50;293_000,00
"""
PAPER = """\
Karhuniemen kunta
Elinvoimalautakunta 4.6.2026 § 31
Hanke-ehdotus: Puurakentamisen oppimisverkosto
Hanke toteutetaan 1.8.2026–31.7.2028. Kokonaiskustannukset ovat 146_800 euroa, ja niihin haetaan 80 % avustus.
|Kustannus|2026|2027|2028|Yhteensä
|Palkkakustannukset|21_000|52_400|31_600|105_000
|Ostopalvelut|6_200|14_800|9_000|30_000
|Muut kustannukset|2_400|5_900|3_500|11_800
|Yhteensä|29_600|73_100|44_100|146_800
Rahoitus jakautuu seuraavasti.
|Rahoittaja|Euroa|Osuus
|Avustus|117_440|80 %
|Karhuniemen kunta|22_020|15 %
|Yritykset|7_340|5 %
|Rahoitus yhteensä|146_800|100 %
Hankkeessa on kolme osatoteuttajaa: Karhuniemen kunta, Järvisalon ammattikorkeakoulu ja Suvantolan kuntayhtymä.
"""


def workbook(cells: str) -> bytes:
    """Return a workbook whose formulas keep the values a spreadsheet calculated; the headers are merged cells."""
    rows = "".join(_sheet_row(number, line) for number, line in enumerate(cells.splitlines(), start=1))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr(
            "xl/_rels/workbook.xml.rels", RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml")
        )
        archive.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows=rows))
    return stored.getvalue()


def paper(lines: str) -> bytes:
    """Return a text document: lines beginning with | are the rows of its tables."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*lines.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line[1:].split("|"))
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if line:
            document.add_paragraph(line)
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def _add_table(document: "docx.document.Document", rows: list[list[str]]) -> None:
    """Write one table of the rows."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(place.cells, row, strict=True):
            cell.text = text


def _sheet_row(number: int, line: str) -> str:
    """Return a row of the sheet: a formula is followed by the value that was calculated from it."""
    cells: list[str] = []
    parts = iter(line.split("|"))
    for part in parts:
        place = f"{'ABCDEFG'[len(cells)]}{number}"
        cells.append(_cell(place, part, next(parts) if part.startswith("=") else ""))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, text: str, calculated: str) -> str:
    """Return one cell: empty, text, a number or a formula with its calculated value."""
    if text.startswith("="):
        return f'<c r="{place}"><f>{escape(text[1:])}</f><v>{calculated}</v></c>'
    if text.replace(".", "", 1).isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else f'<c r="{place}"/>'
