"""Tables whose form is at fault: encodings, delimiters, line breaks, damaged, protected and wrongly named files."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.malformed.building import (
    compound_file,
    ods_members,
    ods_rows,
    put,
    record,
    rows_xml,
    sheet_xml,
    write_zip,
    xls_file,
    xls_rows,
    xlsx_members,
)
from tests.malformed.cases import Recipe

HEADER = ["Nimi", "Paikkakunta", "Määrä"]
BODY = [["Hyvä yritys", "Äänekoski", "12,5"], ["Öljy ja Åke", "Närpiö", "7"], ["Ukko Oy", "Pieksämäki", "1 200"]]
_TOLD = ((2, "Paikkakunta", "Äänekoski"), (3, "Nimi", "Öljy ja Åke"))


def _text(delimiter: str = ";", ending: str = "\r\n", more: str = "") -> str:
    quoted = [[f'"{field}"' if delimiter in field else field for field in row] for row in [HEADER, *BODY]]
    return ending.join(delimiter.join(row) for row in quoted) + ending + more


def _latin() -> list[Recipe]:
    kind = "Latin-1 csv"
    bodies = {
        "semicolon": _text().encode("cp1252"),
        "tab": _text("\t").encode("cp1252"),
        "comma": _text(",").encode("cp1252"),
        "euro": _text(more="Raha €;Salo;3\r\n").encode("cp1252"),
        "true_latin": (_text().encode("latin-1") + b"\x81;Salo;1\r\n"),
    }
    return [Recipe(f"latin_{name}.csv", kind, put(body), "note", cells=_TOLD) for name, body in bodies.items()]


def _wide() -> list[Recipe]:
    kind = "UTF-16"
    sure = {
        "le": _text().encode("utf-16"),
        "be": b"\xfe\xff" + _text().encode("utf-16-be"),
        "tab": _text("\t").encode("utf-16"),
        "utf8_mark": _text().encode("utf-8-sig"),
    }
    made = [Recipe(f"wide_{name}.csv", kind, put(body), "reads", cells=_TOLD) for name, body in sure.items()]
    made += [
        Recipe(f"wide_unmarked_{name}.csv", kind, put(_text().encode(f"utf-16-{name}")), "note", cells=_TOLD)
        for name in ("le", "be")
    ]
    odd = _text().encode("utf-16")[:-1]
    return [*made, Recipe("wide_cut.csv", kind, put(odd), "refused")]


def _delimiters() -> list[Recipe]:
    kind = "delimiters"
    made = [
        Recipe(f"delimiter_{name}_{ending}.csv", kind, put(_text(mark, eol).encode()), "reads", cells=_TOLD)
        for name, mark in (("semicolon", ";"), ("comma", ","), ("tab", "\t"))
        for ending, eol in (("lf", "\n"), ("crlf", "\r\n"))
    ]
    banner = "Seudun yritykset 2026\n\n" + _text(ending="\n")
    told = ((4, "Paikkakunta", "Äänekoski"),)
    return [*made, Recipe("delimiter_banner.csv", kind, put(banner.encode()), "note", cells=told)]


def _newlines() -> list[Recipe]:
    kind = "embedded newlines"
    made = []
    for at, inner in enumerate(("\n", "\r\n", "\n\n", "a\nb\nc"), start=1):
        lines = 2 + inner.count("\n") + 1
        text = f'Nimi;Kunta\n"Yksi{inner}kaksi";Salo\nKolme;Forssa\n'
        told = ((2, "Nimi", f"Yksi{inner}kaksi"), (lines, "Kunta", "Forssa"))
        made.append(Recipe(f"newline_{at}.csv", kind, put(text.encode()), "reads", cells=told))
    loose = 'Nimi;Kunta\nYksi;Salo\n"Kaksi;Forssa\nKolme;Rauma\n'
    made.append(Recipe("newline_unclosed.csv", kind, put(loose.encode()), "refused", line=3))
    middle = 'Nimi;Kunta\n"Yritys" Oy;Salo\n'
    made.append(Recipe("newline_quote_inside.csv", kind, put(middle.encode()), "refused", line=2))
    return made


def _write_good(path: Path) -> None:
    write_zip(path, xlsx_members({"Taulu": sheet_xml(rows_xml([HEADER, *BODY]))}))


def _good_xlsx(path: Path) -> bytes:
    _write_good(path)
    return path.read_bytes()


def _broken() -> list[Recipe]:
    def cut(share: float) -> Callable[[Path], None]:
        def write(path: Path) -> None:
            body = _good_xlsx(path)
            path.write_bytes(body[: int(len(body) * share)])

        return write

    def changed(at: float) -> Callable[[Path], None]:
        def write(path: Path) -> None:
            body = bytearray(_good_xlsx(path))
            start = body.find(b"xl/worksheets/sheet1.xml") + 24
            end = body.find(b"PK", start)
            place = start + int((end - start) * at)
            body[place] ^= 0xFF
            path.write_bytes(bytes(body))

        return write

    def xml_cut(path: Path) -> None:
        sheet = sheet_xml(rows_xml([HEADER, *BODY]))
        write_zip(path, xlsx_members({"Taulu": sheet[: len(sheet) // 2]}))

    def no_sheet(path: Path) -> None:
        members = xlsx_members({"Taulu": sheet_xml("")})
        write_zip(path, [member for member in members if "sheet1" not in member[0]])

    kind = "broken zip"
    made = [Recipe(f"broken_cut_{at}.xlsx", kind, cut(at / 10), "refused") for at in (1, 5, 9)]
    made += [Recipe(f"broken_bit_{at}.xlsx", kind, changed(at / 10), "refused") for at in (2, 5, 8)]
    made += [
        Recipe("broken_xml.xlsx", kind, xml_cut, "refused"),
        Recipe("broken_sheet.xlsx", kind, no_sheet, "refused"),
    ]
    return made


def _encrypted() -> list[Recipe]:
    kind = "encrypted"
    package = compound_file({"EncryptionInfo": bytes(range(200)), "EncryptedPackage": bytes(5_000)})
    small = compound_file({"EncryptedPackage": bytes(5_000), "DataSpaces": bytes(30)})
    old = xls_file(xls_rows([HEADER, *BODY]), settings=record(0x002F, struct.pack("<HHH", 1, 1, 1)))
    secret = '<manifest xmlns:m="x"><m:encryption-data/></manifest>'

    def ods(path: Path) -> None:
        members = dict(ods_members(ods_rows([HEADER, *BODY])))
        members["META-INF/manifest.xml"] = secret
        members["content.xml"] = bytes(100)
        write_zip(path, members.items())

    def zipped(path: Path) -> None:
        body = bytearray(_good_xlsx(path))
        at = body.find(b"PK\x01\x02")
        while at >= 0:
            body[at + 8] |= 1
            at = body.find(b"PK\x01\x02", at + 4)
        path.write_bytes(bytes(body))

    return [
        Recipe("encrypted_1.xlsx", kind, put(package), "refused"),
        Recipe("encrypted_2.xlsx", kind, put(small), "refused"),
        Recipe("encrypted_3.xls", kind, put(old), "refused"),
        Recipe("encrypted_4.ods", kind, ods, "refused"),
        Recipe("encrypted_5.xlsx", kind, zipped, "refused"),
    ]


def _renamed() -> list[Recipe]:
    kind = "renamed"
    rows = [[*HEADER], *BODY]
    page = "<html><body><table><tr><td>Nimi</td></tr></table></body></html>"
    word = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")]
    return [
        Recipe("renamed_1.xlsx", kind, put(xls_file(xls_rows(rows))), "reads", cells=_TOLD),
        Recipe("renamed_2.csv", kind, put(xls_file(xls_rows(rows))), "reads", cells=_TOLD),
        Recipe("renamed_3.xls", kind, _write_good, "reads", cells=_TOLD),
        Recipe("renamed_4.xls", kind, put(page.encode()), "refused"),
        Recipe("renamed_5.xls", kind, put(("\ufeff<!DOCTYPE html>" + page).encode()), "refused"),
        Recipe("renamed_6.xlsx", kind, put(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"), "refused"),
        Recipe("renamed_7.xlsx", kind, lambda path: write_zip(path, word), "refused"),
        Recipe("renamed_8.xlsx", kind, put(compound_file({"WordDocument": bytes(99)})), "refused"),
        Recipe("renamed_9.xlsx", kind, put(_text().encode()), "reads", cells=_TOLD),
        Recipe("renamed_10.csv", kind, put(b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(500))), "refused"),
        Recipe("renamed_11.csv", kind, put(b""), "refused"),
        Recipe("renamed_12.csv", kind, put(bytes(random_bytes(3_000))), "refused"),
    ]


def random_bytes(count: int) -> bytes:
    state, made = 12_345, bytearray()
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) & 0x7FFFFFFF
        made.append(state >> 16 & 0xFF)
    return bytes(made)


def _ods() -> list[Recipe]:
    kind = "ods"

    def ods(table: str) -> Callable[[Path], None]:
        return lambda path: write_zip(path, ods_members(table))

    plain = ods_rows([[*HEADER], *BODY])
    hidden = plain.replace("<table:table-row>", '<table:table-row table:visibility="collapse">', 3).replace(
        '<table:table-row table:visibility="collapse">', "<table:table-row>", 1
    )
    formula = (
        plain + "<table:table-row><table:table-cell/><table:table-cell/>"
        '<table:table-cell table:formula="of:=SUM([.C2:.C4])"/></table:table-row>'
    )
    wrong = (
        plain + "<table:table-row><table:table-cell/><table:table-cell/>"
        '<table:table-cell table:formula="of:=X" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
        "</table:table-row>"
    )
    day = (
        plain + '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p>'
        "<text:p>c</text:p></table:table-cell></table:table-row>"
    )
    return [
        Recipe("ods_1.ods", kind, ods(plain), "reads", cells=_TOLD),
        Recipe("ods_2.xlsx", kind, ods(plain), "reads", cells=_TOLD),
        Recipe("ods_3.ods", kind, ods(hidden), "note", cells=_TOLD),
        Recipe("ods_4.ods", kind, ods(formula), "row_problem", line=5, column="C"),
        Recipe("ods_5.ods", kind, ods(wrong), "row_problem", line=5, column="C"),
        Recipe("ods_6.ods", kind, ods(day), "reads", cells=((5, "Nimi", "a  b\nc"),)),
    ]


def _pasted() -> list[Recipe]:
    kind = "PDF-paste text"
    budget = "Kustannusarvio\nPalkat 221 354 221 354\nFlat rate 40 % 88 542\nKustannukset yhteensä 309 896\n"
    prose = (
        "Hankkeen tavoitteena on vahvistaa seudun yritysten kasvua, uudistumista ja kansainvälistymistä. "
        "Hanke toteutetaan yhdessä kaupunkien, oppilaitosten ja yritysten kanssa kahden vuoden aikana.\n"
    )
    broken = "Vuosi 2026 2027 Yhteensä\nTyöpaketti 1 110 677 110 677 221 354\nTyöpaketti 2 44 271 44 271 88 542\n"
    mixed = "1. Hakijan tiedot\n\nHakija on kehitysyhtiö, joka toimii kolmen kunnan alueella ja palvelee yrityksiä.\n"
    columns = "Nimi                Kunta            Summa €\nYritys A            Salo             12 000 €\n" * 3
    texts = (budget, prose * 4, broken, mixed * 3, columns)
    return [
        Recipe(f"pasted_{at}.csv", kind, put(text.encode()), "refused") for at, text in enumerate(texts, start=1)
    ] + [Recipe("pasted_latin.csv", kind, put((budget * 3).encode("cp1252")), "refused")]


FORM_RECIPES: tuple[Recipe, ...] = (
    *_latin(),
    *_wide(),
    *_delimiters(),
    *_newlines(),
    *_broken(),
    *_encrypted(),
    *_renamed(),
    *_ods(),
    *_pasted(),
)
