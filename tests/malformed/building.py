"""Raw material for malformed files: packages and compound files written byte by byte."""

import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
FIXED = (2026, 1, 1, 0, 0, 0)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


def put(body: bytes) -> Callable[[Path], None]:
    """A writer of exactly these bytes."""

    def write(path: Path) -> None:
        path.write_bytes(body)

    return write


def write_zip(path: Path, members: Iterable[tuple[str, bytes | str]], packing: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in members:
            member = zipfile.ZipInfo(name, FIXED)
            member.compress_type = packing
            archive.writestr(member, body)


def cell(reference: str, value: object, style: int = 0) -> str:
    mark = f' s="{style}"' if style else ""
    if value is None:
        return f'<c r="{reference}"{mark}/>'
    if isinstance(value, str):
        return f'<c r="{reference}"{mark} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{reference}"{mark}><v>{value}</v></c>'


def rows_xml(rows: Iterable[Iterable[object]], first: int = 1) -> str:
    return "".join(
        f'<row r="{line}">' + "".join(cell(f"{chr(65 + at)}{line}", value) for at, value in enumerate(row)) + "</row>"
        for line, row in enumerate(rows, start=first)
    )


def sheet_xml(data: str, *, before: str = "", after: str = "") -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def xlsx_members(
    sheets: Mapping[str, str], *, from_1904: bool = False, formats: Iterable[str] = (), texts: str | None = None
) -> list[tuple[str, bytes | str]]:
    """The members of a workbook; ``sheets`` are name → worksheet XML; style n shows the n-th of ``formats``."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(sheets, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="rId901" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    links += f'<Relationship Id="rId902" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>' if texts else ""
    codes = list(formats)
    own = "".join(f'<numFmt numFmtId="{200 + at}" formatCode={quoteattr(code)}/>' for at, code in enumerate(codes))
    looks = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(codes)))
    system = '<workbookPr date1904="1"/>' if from_1904 else "<workbookPr/>"
    root = f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    members: list[tuple[str, bytes | str]] = [
        ("[Content_Types].xml", f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>'),
        (
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>',
        ),
        (
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{system}<sheets>{listed}</sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        ),
        (
            "xl/styles.xml",
            f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{looks}</cellXfs></styleSheet>',
        ),
    ]
    members += [(f"xl/worksheets/sheet{at}.xml", body) for at, body in enumerate(sheets.values(), start=1)]
    if texts:
        members.append(("xl/sharedStrings.xml", texts))
    return members


def ods_members(table: str) -> list[tuple[str, bytes | str]]:
    """The members of an ods file whose only sheet has the rows ``table``."""
    names = " ".join(f'xmlns:{name}="{OFFICE.format(name)}"' for name in ("office", "table", "text", "style"))
    body = f'<office:body><office:spreadsheet><table:table table:name="Taulu">{table}</table:table>'
    tail = "</office:spreadsheet></office:body></office:document-content>"
    return [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            f"{HEAD}<office:document-content {names}>{body}{tail}",
        ),
        ("META-INF/manifest.xml", f"{HEAD}<manifest/>"),
    ]


def ods_cell(value: object, marks: str = "") -> str:
    if value is None:
        return f"<table:table-cell {marks}/>"
    if isinstance(value, str):
        inner = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string" {marks}>{inner}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {marks}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def ods_rows(rows: Iterable[Iterable[object]]) -> str:
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)


_SECTOR = 512
_FREE, _CHAIN_END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (OLE) version 3; every stream is padded over 4096 bytes so that none is a mini stream."""
    bodies = {name: body.ljust(4_096, b"\0") for name, body in streams.items()}
    lengths = [-(-len(body) // _SECTOR) for body in bodies.values()]
    entries = -(-(1 + len(bodies)) // 4)
    tables = 1
    while tables * 128 < tables + entries + sum(lengths):
        tables += 1
    chain = [_TABLE] * tables + list(range(tables + 1, tables + entries)) + [_CHAIN_END]
    starts = []
    for length in lengths:
        starts.append(len(chain))
        chain += [*range(len(chain) + 1, len(chain) + length), _CHAIN_END]
    chain += [_FREE] * (tables * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4_096, _CHAIN_END, 0, _CHAIN_END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, _CHAIN_END, 0, child=1)
    for at, (name, start) in enumerate(zip(bodies, starts, strict=True), start=1):
        after = at + 1 if at < len(bodies) else _FREE
        directory += _entry(name, 2, start, len(bodies[name]), after=after)
    directory = directory.ljust(entries * _SECTOR, b"\0")
    data = b"".join(body.ljust(-(-len(body) // _SECTOR) * _SECTOR, b"\0") for body in bodies.values())
    return header + struct.pack(f"<{len(chain)}I", *chain) + directory + data


def small_compound_file(name: str, body: bytes) -> bytes:
    """A compound file whose only stream, under 4096 bytes, lies in the mini stream."""
    assert len(body) < 4_096
    minis, sectors = -(-len(body) // 64), -(-len(body) // _SECTOR)
    chain = [_TABLE, _CHAIN_END, _CHAIN_END, *range(4, 3 + sectors), _CHAIN_END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4_096, 2, 1, _CHAIN_END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, 3, minis * 64, child=1) + _entry(name, 2, 0, len(body))
    mini = struct.pack("<128I", *range(1, minis), _CHAIN_END, *[_FREE] * (128 - minis))
    return header + table + directory.ljust(_SECTOR, b"\0") + mini + body.ljust(sectors * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, after: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw) + 2, kind, 1, _FREE, after, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


_WORKBOOK, _SHEET = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0), struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)


def xls_label(line: int, column: int, text: str) -> bytes:
    body = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", line - 1, column, 0, len(body) // 2, 1) + body)


def xls_number(line: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", line - 1, column, style, value))


def xls_rows(rows: Iterable[Iterable[object]]) -> bytes:
    body = b""
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                body += xls_label(line, column, value)
            elif isinstance(value, int | float):
                body += xls_number(line, column, value)
    return body


def xls_file(cells: bytes, *, name: str = "Taulu", settings: bytes = b"", after: bytes = b"") -> bytes:
    """A BIFF8 workbook with one sheet; style 0 is general, style 1 a date; ``settings`` go among the globals."""
    return compound_file({"Workbook": xls_stream(cells, name=name, settings=settings, after=after)})


def xls_stream(cells: bytes, *, name: str = "Taulu", settings: bytes = b"", after: bytes = b"") -> bytes:
    """The records of ``xls_file``, not yet in a compound file."""
    label = name.encode("utf-16-le")
    look = "<HHHHIIIH"
    globals_ = record(0x0809, _WORKBOOK) + settings
    globals_ += record(0x00E0, struct.pack(look, 0, 0, 0, 0, 0, 0, 0, 0)[:20])
    globals_ += record(0x00E0, struct.pack(look, 0, 14, 0, 0, 0, 0, 0, 0)[:20])
    sheet_at = len(globals_) + 4 + 8 + len(label) + 4
    globals_ += record(0x0085, struct.pack("<IBBBB", sheet_at, 0, 0, len(label) // 2, 1) + label) + record(0x000A)
    return globals_ + record(0x0809, _SHEET) + cells + after + record(0x000A)
