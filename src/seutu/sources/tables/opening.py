"""Opening a table file of any kind: looks at the first bytes, not at the name, and calls the right reader.

Not for finding headers (``headers``) nor for documents.
"""

from pathlib import Path

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.cells import TableFile, TableRow, TableSheet
from seutu.sources.tables.delimited import (
    check_size,
    detect_delimiter,
    detect_encoding,
    filled_records,
    looks_pasted,
    read_sample,
)
from seutu.sources.tables.limits import DEFAULT_LIMITS, Limits
from seutu.sources.tables.text_marks import unmark_text

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (b"%PDF", Text(fi="PDF-asiakirja", sv="ett PDF-dokument", en="a PDF document")),
    (b"{\\rtf", Text(fi="RTF-asiakirja", sv="ett RTF-dokument", en="an RTF document")),
    (b"\x89PNG", Text(fi="kuva", sv="en bild", en="a picture")),
    (b"\xff\xd8\xff", Text(fi="kuva", sv="en bild", en="a picture")),
    (b"GIF8", Text(fi="kuva", sv="en bild", en="a picture")),
    (b"$FL2", Text(fi="SPSS-tiedosto", sv="en SPSS-fil", en="an SPSS file")),
    (b"$FL3", Text(fi="SPSS-tiedosto", sv="en SPSS-fil", en="an SPSS file")),
    (b"\x1f\x8b", Text(fi="pakattu tiedosto", sv="en packad fil", en="a compressed file")),
    (b"Rar!", Text(fi="pakattu tiedosto", sv="en packad fil", en="a compressed file")),
    (b"7z\xbc\xaf", Text(fi="pakattu tiedosto", sv="en packad fil", en="a compressed file")),
)
_WEB_PAGE = Text(fi="verkkosivu", sv="en webbsida", en="a web page")
_XML = Text(fi="XML-asiakirja", sv="ett XML-dokument", en="an XML document")
_JSON = Text(fi="JSON-tiedosto", sv="en JSON-fil", en="a JSON file")


def open_tables(path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> TableFile:
    """Read a csv, xlsx, xls or ods file.

    Text cells are exactly what is written, numbers exact ``Decimal`` of what is written in its shortest form, dates
    ``date`` or ``datetime`` by the cell's format, empty cells ``None``. csv values are texts. Raises ``InputProblem``
    with sheet, line and column when the file is of another kind, damaged, protected, unsafe or over the limits.
    """
    file = Path(path)
    check_size(file, limits)
    with file.open("rb") as stream:
        head = stream.read(4_096)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        from seutu.sources.tables.packed import read_packed

        return read_packed(file, limits)
    if head.startswith(_COMPOUND):
        from seutu.sources.tables.xls import read_xls

        return read_xls(file, limits)
    _refuse_other(head)
    return _read_csv(file, limits)


def _refuse_other(head: bytes) -> None:
    for mark, what in _OTHER_KINDS:
        if head.startswith(mark):
            raise InputProblem(Problem(say.not_a_table(what)))
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")[:2_000].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")) or b"<html" in start:
        raise InputProblem(Problem(say.not_a_table(_WEB_PAGE)))
    if start.startswith(b"<?xml"):
        raise InputProblem(Problem(say.not_a_table(_XML)))
    if start.startswith((b'{"', b"[{", b"{\n")):
        raise InputProblem(Problem(say.not_a_table(_JSON)))


def _read_csv(file: Path, limits: Limits) -> TableFile:
    encoding = detect_encoding(file)
    sample = read_sample(file, encoding.name)
    if not encoding.sure and not _is_text(sample):
        raise InputProblem(Problem(say.broken()))
    delimiter = detect_delimiter(sample)
    if delimiter is None and looks_pasted(sample):
        raise InputProblem(Problem(say.pasted_text()))
    rows: list[TableRow] = []
    texts: dict[str, str] = {}
    records = filled_records(
        file, delimiter=delimiter or ";", encoding=encoding.name, strict=True, limits=limits, blank=False
    )
    for line, fields in records:
        values = tuple(texts.setdefault(field, unmark_text(field)) if field else None for field in fields)
        rows.append(TableRow(line, values))
    if not rows:
        raise InputProblem(Problem(say.empty()))
    notes = () if encoding.sure else (Problem(say.doubtful_encoding(encoding.name)),)
    sheet = TableSheet(None, tuple(rows), notes=notes, ragged=True)
    return TableFile(file.name, "csv", (sheet,), encoding.name, delimiter)


def _is_text(sample: str) -> bool:
    """Whether characters that no text holds are rare: a binary file decodes as cp1252 into many control characters."""
    control = sum(character < " " and character not in "\t\r\n" for character in sample)
    return control * 100 <= len(sample)
