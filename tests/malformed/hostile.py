"""Packed and compound files made to exhaust or to escape: each must be refused at once, or read without harm."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.malformed.building import (
    HEAD,
    MAIN,
    cell,
    compound_file,
    ods_cell,
    ods_members,
    ods_rows,
    put,
    record,
    rows_xml,
    sheet_xml,
    write_zip,
    xls_file,
    xls_label,
    xls_rows,
    xlsx_members,
)
from tests.malformed.cases import Expectation, Recipe

_ROWS: list[list[object]] = [["Nimi", "Summa"], ["Yksi", 1]]
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1_000_000
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))


def _members(sheet: bytes | str | None = None, texts: str | None = None) -> dict[str, bytes | str]:
    members = dict(xlsx_members({"Taulu": sheet_xml(rows_xml(_ROWS))}, texts=texts))
    if sheet is not None:
        members[_SHEET] = sheet
    return members


def _workbook(sheet: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_zip(path, _members(sheet).items())

    return write


def _streamed(
    name: str, pieces: Callable[[], Iterator[bytes]], members: Callable[[], dict[str, bytes | str]]
) -> Callable[[Path], None]:
    """A package whose member ``name`` is written piece by piece, so that the generator itself stays small."""

    def write(path: Path) -> None:
        write_zip(path, [(other, body) for other, body in members().items() if other != name])
        with (
            zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open(name, "w", force_zip64=True) as stream,
        ):
            for piece in pieces():
                stream.write(piece)

    return write


def _zeros(size: int) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        for _ in range(size // _MEGABYTE):
            yield bytes(_MEGABYTE)

    return pieces


def _names(*extra: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_zip(path, [*_members().items(), *[(name, "x") for name in extra]])

    return write


def _repeated(name: str, second: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            write_zip(path, [*_members().items(), (name, second)])

    return write


def _patched(change: Callable[[bytearray, int], None]) -> Callable[[Path], None]:
    """Change the central directory entry of the sheet; ``change`` gets the archive and the entry's place."""

    def write(path: Path) -> None:
        write_zip(path, _members().items())
        body = bytearray(path.read_bytes())
        at = body.find(b"PK\x01\x02")
        while body[at + 46 : at + 46 + len(_SHEET)] != _SHEET.encode():
            at = body.find(b"PK\x01\x02", at + 4)
        change(body, at)
        path.write_bytes(bytes(body))

    return write


def _small_size(body: bytearray, at: int) -> None:
    body[at + 24 : at + 28] = struct.pack("<I", 10)


def _large_size(body: bytearray, at: int) -> None:
    body[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)


def _large_packed(body: bytearray, at: int) -> None:
    body[at + 20 : at + 24] = struct.pack("<I", 0x7FFFFFFF)


def _same_place(body: bytearray, at: int) -> None:
    body[at + 42 : at + 46] = bytes(4)


def _packing(body: bytearray, at: int) -> None:
    body[at + 10 : at + 12] = struct.pack("<H", 14)


def _lying_bomb(path: Path) -> None:
    """A member that unpacks to 100 MB and claims to be 1 kB in both of its headers."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(bytes(_MEGABYTE)) for _ in range(100)) + packer.flush()
    write_zip(path, [(_SHEET, packed)], zipfile.ZIP_STORED)
    body = bytearray(path.read_bytes())
    for mark, kind, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = body.find(mark)
        body[at + kind : at + kind + 2] = struct.pack("<H", 8)
        body[at + size : at + size + 4] = struct.pack("<I", 1_000)
    bomb = io.BytesIO(bytes(body))
    with zipfile.ZipFile(bomb, "a") as archive:
        for name, other in _members().items():
            if name != _SHEET:
                archive.writestr(name, other)
    path.write_bytes(bomb.getvalue())


def _many_members(path: Path) -> None:
    write_zip(path, [*_members().items(), *[(f"xl/media/{at}.bin", b"") for at in range(30_000)]], zipfile.ZIP_STORED)


def _nested(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(50 * _MEGABYTE))
    for depth in range(4):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
            for at in range(10):
                archive.writestr(f"level{depth}_{at}.zip", inner.getvalue())
        inner = outer
    path.write_bytes(inner.getvalue())


def _nested_workbook(path: Path) -> None:
    _nested(path)
    write_zip(path, [*_members().items(), ("xl/embeddings/inside.xlsx", path.read_bytes())])


def _with_doctype(doctype: str, use: str) -> str:
    return f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><sheetData>{use}</sheetData></worksheet>'


def _text_cell(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _strings(count: int, body: Callable[[int], str]) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        yield f'{HEAD}<sst xmlns="{MAIN}">'.encode()
        for start in range(0, count, 10_000):
            yield "".join(f"<si><t>{body(at)}</t></si>" for at in range(start, min(count, start + 10_000))).encode()
        yield b"</sst>"

    return pieces


def _cells(count: int) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode()
        for start in range(1, count + 1, 10_000):
            yield "".join(f'<row r="{at}"><c><v>{at * 7}</v></c></row>' for at in range(start, start + 10_000)).encode()
        yield b"</sheetData></worksheet>"

    return pieces


def _padding(fill: bytes, before: bytes, after: bytes, megabytes: int) -> Callable[[], Iterator[bytes]]:
    noise = b"".join(struct.pack("<I", at * 2_654_435_761 & 0xFFFFFFFF).hex().encode() for at in range(1_250))

    def pieces() -> Iterator[bytes]:
        yield f'{HEAD}<worksheet xmlns="{MAIN}">'.encode() + before
        for _ in range(megabytes):
            yield (noise + fill * 40) * (_MEGABYTE // (len(noise) + len(fill) * 40))
        yield after + b"</worksheet>"

    return pieces


def _deep(path: Path) -> None:
    write_zip(path, _members(f'{HEAD}<worksheet xmlns="{MAIN}">' + "<a>" * 500_000).items())


_PLAIN = _members
_TEXTS = "xl/sharedStrings.xml"


def _with_texts() -> dict[str, bytes | str]:
    return _members(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), texts="x")


def _far(reference: str) -> str:
    line = "".join(character for character in reference if character.isdigit())
    return sheet_xml(rows_xml(_ROWS) + f'<row r="{line}">{cell(reference, 1)}</row>')


_PASSWD = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_ODS_FAR = ods_rows(_ROWS) + (
    '<table:table-row table:number-rows-repeated="1048570">'
    + ods_cell(1, 'table:number-columns-repeated="16384"')
    + "</table:table-row>"
)
_ODS_WIDE = (
    ods_rows(_ROWS)
    + "<table:table-row>"
    + ods_cell(1, 'table:number-columns-repeated="999999999"')
    + ("</table:table-row>")
)
_XLS_LIE = record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF))


def _xls_chain(path: Path) -> None:
    """A compound file whose sector chain runs in a circle."""
    body = bytearray(compound_file({"Workbook": bytes(9_000)}))
    body[512 + 4 * 2 : 512 + 4 * 3] = struct.pack("<I", 2)
    path.write_bytes(bytes(body))


def _xls_tables(path: Path) -> None:
    body = bytearray(compound_file({"Workbook": bytes(9_000)}))
    body[44:48] = struct.pack("<I", 0x00FFFFFF)
    path.write_bytes(bytes(body))


def _recipe(name: str, kind: str, write: Callable[[Path], None], expectation: Expectation = "refused") -> Recipe:
    return Recipe(name, kind, write, expectation)


HOSTILE: tuple[Recipe, ...] = (
    _recipe("bomb_sheet.xlsx", "bomb", _streamed(_SHEET, _zeros(300 * _MEGABYTE), _PLAIN)),
    _recipe("bomb_texts.xlsx", "bomb", _streamed(_TEXTS, _zeros(100 * _MEGABYTE), _with_texts)),
    _recipe("bomb_styles.xlsx", "bomb", _streamed("xl/styles.xml", _zeros(50 * _MEGABYTE), _PLAIN)),
    _recipe("bomb_other.xlsx", "bomb", _streamed("xl/media/a.bin", _zeros(210 * _MEGABYTE), _PLAIN)),
    _recipe("bomb_content.ods", "bomb", _streamed("content.xml", _zeros(250 * _MEGABYTE), dict)),
    _recipe("bomb_comment.xlsx", "bomb", _streamed(_SHEET, _padding(b" ", b"<!--", b"-->", 60), _PLAIN)),
    _recipe("bomb_attribute.xlsx", "bomb", _streamed(_SHEET, _padding(b"x", b'<a b="', b'"/>', 60), _PLAIN)),
    _recipe("bomb_text.xlsx", "bomb", _streamed(_SHEET, _padding(b"x", b"<a>", b"</a>", 60), _PLAIN)),
    _recipe("bomb_deep.xlsx", "bomb", _deep),
    _recipe("nested.zip.xlsx", "nested", _nested),
    _recipe("nested_workbook.xlsx", "nested", _nested_workbook, "reads"),
    _recipe("lying_small.xlsx", "lying sizes", _patched(_small_size)),
    _recipe("lying_large.xlsx", "lying sizes", _patched(_large_size)),
    _recipe("lying_packed.xlsx", "lying sizes", _patched(_large_packed)),
    _recipe("lying_place.xlsx", "lying sizes", _patched(_same_place)),
    _recipe("lying_packing.xlsx", "lying sizes", _patched(_packing)),
    _recipe("lying_bomb.xlsx", "lying sizes", _lying_bomb),
    _recipe(
        "entity_laughs.xlsx", "entities", _workbook(_with_doctype(f"<!DOCTYPE w [{_LAUGHS}]>", _text_cell("&l9;")))
    ),
    _recipe("entity_file.xlsx", "entities", _workbook(_with_doctype(_PASSWD, _text_cell("&x;")))),
    _recipe("entity_unused.xlsx", "entities", _workbook(_with_doctype(_PASSWD, _text_cell("ei")))),
    _recipe(
        "entity_remote.xlsx",
        "entities",
        _workbook(_with_doctype('<!DOCTYPE w SYSTEM "http://example.invalid/a.dtd">', _text_cell("ei"))),
    ),
    _recipe(
        "entity_quadratic.xlsx",
        "entities",
        _workbook(_with_doctype(f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]>', _text_cell("&a;" * 5_000))),
    ),
    _recipe("traversal_up.xlsx", "traversal names", _names("../../etc/cron.d/x")),
    _recipe("traversal_root.xlsx", "traversal names", _names("/etc/x")),
    _recipe("traversal_back.xlsx", "traversal names", _names("xl\\..\\..\\x")),
    _recipe("traversal_drive.xlsx", "traversal names", _names("C:/x")),
    _recipe("far_cell.xlsx", "far cell", _workbook(_far("XFD1048576"))),
    _recipe("far_column.xlsx", "far cell", _workbook(_far("XFD5"))),
    _recipe("far_beyond.xlsx", "far cell", _workbook(_far("ZZZ9999999"))),
    _recipe("far_repeat.ods", "far cell", lambda path: write_zip(path, ods_members(_ODS_FAR))),
    _recipe("far_wide.ods", "far cell", lambda path: write_zip(path, ods_members(_ODS_WIDE))),
    _recipe("far_cell.xls", "far cell", put(xls_file(xls_rows(_ROWS) + xls_label(65_536, 255, "x")))),
    _recipe(
        "texts_many.xlsx",
        "huge shared strings",
        _streamed(_TEXTS, _strings(1_200_000, lambda at: f"t{at}"), _with_texts),
    ),
    _recipe(
        "texts_long.xlsx",
        "huge shared strings",
        _streamed(_TEXTS, _strings(2_000, lambda at: f"{at} " + "ab" * 24_000), _with_texts),
    ),
    _recipe(
        "texts_one.xlsx",
        "huge shared strings",
        _streamed(_TEXTS, _strings(1, lambda _: "a b" * 1_200_000), _with_texts),
    ),
    _recipe("texts_lie.xls", "huge shared strings", put(xls_file(xls_rows(_ROWS), settings=_XLS_LIE))),
    _recipe("rows_many.xlsx", "too many rows", _streamed(_SHEET, _cells(300_000), _PLAIN)),
    _recipe("twice_sheet.xlsx", "duplicate members", _repeated(_SHEET, "<x/>")),
    _recipe("twice_case.xlsx", "duplicate members", _repeated(_SHEET.upper(), "<x/>")),
    _recipe("members_many.xlsx", "duplicate members", _many_members),
    _recipe("chain_circle.xls", "lying sizes", _xls_chain),
    _recipe("chain_tables.xls", "lying sizes", _xls_tables),
)
