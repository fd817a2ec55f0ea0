"""Reading delimited text (csv): its encoding, its delimiter, its rows with their physical lines.

Values stay texts; what they mean is for the importer. Not for spreadsheets.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.limits import DEFAULT_LIMITS, Limits

DELIMITERS: Final = (";", "\t", ",")
_SAMPLE_BYTES: Final = 65_536
_SAMPLE_ROWS: Final = 200
_CHUNK: Final = 1 << 16
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_CP1252: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_TABLE_LIKE: Final = 0.6
# Figures at the end of a line as documents print amounts: grouped by thousands, with a decimal comma or a unit, or
# three in a row. A name that ends in a plain number ("Linja 2", "Hanke 2024") is none.
_GROUPED: Final = r"[1-9]\d{0,2}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?"
_AMOUNT_AT_END: Final = re.compile(rf"(?:\s{_GROUPED}|\s\d+,\d+|\s\d[\d\s.,]*[%€]|(?:\s\d[\d.,]*){{3,}})\s*[%€]?\s*\Z")
_TELEPHONE: Final = re.compile(r"(?:\+\d|(?<!\d)0\d)[\d ()-]{5,}\s*\Z")
_FIGURE_AT_END: Final = re.compile(r"\S\s+\d[\d\s.,]*[%€]?\s*\Z")
_TOTAL: Final = re.compile(r"(?:yhteensä|summa|sammanlagt|totalt|total|sum)\b", re.IGNORECASE)
_SET_IN_COLUMNS: Final = re.compile(r"\S {3,}\S")
_SENTENCE: Final = re.compile(r"[.:;,\-]\s*\Z|[.!?] +[A-ZÅÄÖ]")
_PROSE_LENGTH: Final = 60
_PASTED_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding, and whether the file states it (or it is provably UTF-8) or it was concluded."""

    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class DelimitedRow:
    """The raw fields of one record and the physical line where it starts (the first line is 1)."""

    line: int
    fields: tuple[str, ...]


def detect_encoding(path: Path) -> Encoding:
    """Conclude the encoding: a byte order mark, else UTF-16 by its zero bytes, else UTF-8 if it fits, else cp1252.

    Only cp1252 and latin-1 (where bytes occur that cp1252 lacks) and unmarked UTF-16 are doubtful.
    """
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE_BYTES)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return Encoding(name, sure=True)
        if b"\0" in head and len(head) > 1:
            zeros = head[::2].count(0), head[1::2].count(0)
            if max(zeros) > len(head) // 8 and min(zeros) * 4 < max(zeros):
                return Encoding("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le", sure=False)
        stream.seek(0)
        if _is_utf8(stream):
            return Encoding("utf-8", sure=True)
        stream.seek(0)
        lacking = any(_NOT_CP1252.search(chunk) for chunk in iter(lambda: stream.read(_CHUNK), b""))
    return Encoding("latin-1" if lacking else "cp1252", sure=False)


def _is_utf8(stream: io.BufferedReader) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _records(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return rows
    return rows


def detect_delimiter(sample: str) -> str | None:
    """Return the delimiter that splits most records into the same number (two or more) of fields, or ``None``.

    A tie goes to the one that makes more columns, then to ``;``, tab, ``,``: a Finnish decimal comma is no delimiter.
    """
    best: tuple[float, int] = (0.0, 0)
    chosen: str | None = None
    for delimiter in DELIMITERS:
        rows = _records(sample, delimiter)
        counts = Counter(len(row) for row in rows if len(row) > 1)
        if not counts:
            continue
        width, times = counts.most_common(1)[0]
        score = (times / len(rows), width)
        if score > best:
            best, chosen = score, delimiter
    return chosen if best[0] >= _TABLE_LIKE or _widths_agree(sample, chosen) else None


def _widths_agree(sample: str, delimiter: str | None) -> bool:
    """Ragged or bannered but real tables: at least two records of the commonest width, and half of all are split."""
    if delimiter is None:
        return False
    rows = _records(sample, delimiter)
    split = [row for row in rows if len(row) > 1]
    return delimiter != "," and len(split) * 2 >= len(rows) > 1


def looks_pasted(sample: str) -> bool:
    """Whether undelimited text is running text or a table pasted from a document rather than one column of values.

    At least three lines of ten are amounts, set in columns by spaces, or sentences. Where one line is a total, every
    line that ends in a figure counts as an amount.
    """
    lines = [line.rstrip()[:400] for line in sample.splitlines()[:_SAMPLE_ROWS] if line.strip()]
    summed = any(_TOTAL.search(line) and _FIGURE_AT_END.search(line) for line in lines)
    amount = _FIGURE_AT_END if summed else _AMOUNT_AT_END
    pasted = sum(
        bool(
            (amount.search(line) and not _TELEPHONE.search(line))
            or _SET_IN_COLUMNS.search(line.strip())
            or _is_sentence(line)
        )
        for line in lines
    )
    return bool(lines) and pasted >= max(1, len(lines) * _PASTED_SHARE)


def _is_sentence(line: str) -> bool:
    """Whether a long line is a sentence or a part of one; a long title neither ends in a mark nor begins small."""
    return len(line) > _PROSE_LENGTH and bool(_SENTENCE.search(line) or line.lstrip()[:1].islower())


def read_sample(path: Path, encoding: str) -> str:
    """Return the beginning of the file as text, without failing on odd bytes."""
    with path.open(encoding=encoding, newline="", errors="replace") as stream:
        return stream.read(_SAMPLE_BYTES)


def check_size(path: Path, limits: Limits) -> None:
    """Raise ``InputProblem`` when the file is missing, empty or over ``limits.file_bytes``."""
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        raise InputProblem(Problem(say.unreadable())) from error
    if size == 0:
        raise InputProblem(Problem(say.empty()))
    if size > limits.file_bytes:
        raise InputProblem(Problem(say.too_many_bytes(limits.file_bytes)))


def read_delimited(
    path: Path,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    strict: bool = True,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[DelimitedRow]:
    """Yield the raw fields of every record that is not an empty line; nothing is trimmed, padded or unmarked.

    ``strict`` refuses quote marks that do not match, otherwise they are read the way Excel does. Raises
    ``InputProblem`` with the line for a cell, row or column count over the limits and for bytes that are not of the
    encoding.
    """
    check_size(path, limits)
    name = encoding or detect_encoding(path).name
    chosen = delimiter or detect_delimiter(read_sample(path, name)) or ";"
    for line, fields in filled_records(path, delimiter=chosen, encoding=name, strict=strict, limits=limits, blank=True):
        yield DelimitedRow(line, tuple(fields))


def filled_records(
    path: Path, *, delimiter: str, encoding: str, strict: bool, limits: Limits, blank: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, fields) of the records that hold something; with ``blank`` also of those of empty fields only."""
    with path.open(encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=strict)
        start, count = 1, 0
        try:
            for fields in reader:
                line, start = start, reader.line_num + 1
                if any(fields):
                    count += 1
                    _check_record(fields, line, count, limits)
                    yield line, fields
                elif blank and fields:
                    yield line, fields
        except csv.Error as error:
            too_long = "limit" in str(error)
            message = say.too_much(say.CHARACTERS, limits.cell_characters) if too_long else say.unclosed_quote()
            raise InputProblem(Problem(message, line=start)) from error
        except UnicodeError as error:
            raise InputProblem(Problem(say.not_decodable(encoding), line=start)) from error


def _check_record(fields: list[str], line: int, count: int, limits: Limits) -> None:
    if count > limits.rows:
        raise InputProblem(Problem(say.too_much(say.ROWS, limits.rows), line=line))
    if len(fields) > limits.columns:
        raise InputProblem(Problem(say.too_much(say.COLUMNS, limits.columns), line=line))
    if max(map(len, fields)) > limits.cell_characters:
        raise InputProblem(Problem(say.too_much(say.CHARACTERS, limits.cell_characters), line=line))
