"""Cut the physical lines of a delimited file into records, telling apart sound and damaged quotation marks.

Not for types or columns: a record here is only its fields and the line it begins on.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST_CELL_IN_LINES = 40
_NEW_ROW = re.compile(r'"?[A-ZÅÄÖ]{1,3}\d{3,12}[,;\t]"?(?:EAKR|ESR|JTF)')


@dataclass(frozen=True, slots=True)
class Record:
    """Fields of one record and its first physical line. ``damaged``: quotation marks leave the borders uncertain."""

    line: int
    fields: tuple[str, ...]
    damaged: bool = False
    unwrapped: bool = False


def cut_records(
    lines: Iterable[str], delimiter: str, *, first_line: int, closed_by_semicolon: bool
) -> Iterator[Record]:
    """Yield records. A cell may run over lines only inside sound quotation marks and never swallows the next row."""
    sound = _sound_record(delimiter)
    numbered = enumerate(lines, start=first_line)
    waiting: tuple[int, str] | None = None
    while (current := waiting or next(numbered, None)) is not None:
        waiting = None
        number, text = current[0], _trimmed(current[1], closed=closed_by_semicolon)
        if not text.strip():
            continue
        if '"' not in text:
            yield Record(number, tuple(text.split(delimiter)))
            continue
        parts = [text]
        while not sound.fullmatch("\n".join(parts)) and len(parts) < _LONGEST_CELL_IN_LINES:
            waiting = next(numbered, None)
            if waiting is None or _NEW_ROW.match(waiting[1]):
                break
            parts.append(_trimmed(waiting[1], closed=closed_by_semicolon))
            waiting = None
        yield _quoted_record(number, "\n".join(parts), delimiter, sound)


def _quoted_record(line: int, text: str, delimiter: str, sound: re.Pattern[str]) -> Record:
    if not sound.fullmatch(text):
        return Record(line, tuple(text.split(delimiter)), damaged=True)
    fields = _cells(text, delimiter)
    if len(fields) > 1 or delimiter not in fields[0]:
        return Record(line, fields)
    inner = fields[0]
    if not _sound_record(delimiter, strict=True).fullmatch(inner):
        return Record(line, tuple(inner.split(delimiter)), damaged=True, unwrapped=True)
    return Record(line, _cells(inner, delimiter), unwrapped=True)


def _cells(text: str, delimiter: str) -> tuple[str, ...]:
    """Return the cells of a sound record; text that ``csv`` still refuses (a cell of megabytes) is one cell."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter), [text]))
    except csv.Error:
        return (text,)


def _sound_record(delimiter: str, *, strict: bool = False) -> re.Pattern[str]:
    """Return the pattern of a record with sound quotation marks; not ``strict`` allows them inside unquoted text."""
    mark = re.escape(delimiter)
    bare = rf'[^"{mark}\n]*+' if strict else rf'(?:[^"{mark}\n][^{mark}\n]*+)?+'
    cell = rf'(?:"(?:[^"]|"")*+"|{bare})'
    return re.compile(rf"{cell}(?:{mark}{cell})*+")


def _trimmed(text: str, *, closed: bool) -> str:
    bare = text.rstrip("\r\n")
    return bare.rstrip().removesuffix(";") if closed else bare
