"""A first walk through the records of an old Excel file ([MS-XLS], BIFF8): extent, errors, hidden parts, merged cells.

It guards and completes the library that reads the values, which takes the whole extent of a sheet into memory and
leaves errors out. Not for values.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import damaged
from seutu.sources.tables.cells import MergedRange

_BOF, _EOF, _PASSWORD, _SHEET_LIST, _TEXTS = 0x0809, 0x000A, 0x002F, 0x0085, 0x00FC
_FORMULA, _ERROR, _ROW, _COLUMNS, _MERGED = 0x0006, 0x0205, 0x0208, 0x007D, 0x00E5
_CELLS: Final = frozenset({0x0203, 0x027E, 0x00BD, 0x0204, 0x00FD, 0x0205, 0x0006, 0x0201, 0x00BE})
_SEVERAL: Final = frozenset({0x00BD, 0x00BE})
_CODES: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_BIFF8: Final = 0x0600
_LEAST_TEXT: Final = 3
_ERROR_RESULT: Final = 2
_NOT_NUMBER: Final = 0xFFFF


@dataclass(slots=True)
class SheetRecords:
    """What the records of one sheet say; lines from 1, columns from 0."""

    name: str
    hidden: bool
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[MergedRange] = field(default_factory=list)
    first: tuple[int, int] = (1 << 20, 1 << 20)
    last: tuple[int, int] = (0, -1)

    @property
    def extent(self) -> int:
        """How many cells the rectangle from the first to the last cell has."""
        return max(0, self.last[0] - self.first[0] + 1) * max(0, self.last[1] - self.first[1] + 1)


def read_records(stream: bytes) -> list[SheetRecords]:
    """Return the worksheets in the workbook's order; raises ``InputProblem`` when damaged or protected."""
    sheets: list[SheetRecords] = []
    try:
        for kind, body in _records(stream, 0):
            if kind == _PASSWORD:
                raise InputProblem(Problem(say.encrypted()))
            if kind == _TEXTS and struct.unpack_from("<I", body, 4)[0] > len(stream) // _LEAST_TEXT:
                raise damaged()
            if kind == _SHEET_LIST and body[5] == 0:
                sheets.append(_read_sheet(stream, body))
    except (struct.error, IndexError) as error:
        raise damaged() from error
    if not sheets:
        raise damaged()
    return sheets


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the part that begins at ``at``, those of parts inside it left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if len(body) < length or (depth == 0 and kind != _BOF):
            raise damaged()
        if kind == _BOF:
            depth += 1
            if struct.unpack_from("<H", body)[0] != _BIFF8:
                raise damaged()
        elif kind == _EOF:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield kind, body
    raise damaged()


def _read_sheet(stream: bytes, listed: bytes) -> SheetRecords:
    at, state, _, length, wide = struct.unpack_from("<IBBBB", listed)
    name = listed[8 : 8 + length * 2].decode("utf-16-le") if wide & 1 else listed[8 : 8 + length].decode("latin-1")
    sheet = SheetRecords(name, hidden=bool(state & 3))
    for kind, body in _records(stream, at):
        if kind in _CELLS:
            _extend(sheet, kind, body)
        elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            sheet.hidden_lines.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            sheet.hidden_columns.append((first, last))
        elif kind == _MERGED:
            for index in range(struct.unpack_from("<H", body)[0]):
                top, bottom, left, right = struct.unpack_from("<HHHH", body, 2 + 8 * index)
                sheet.merged.append(MergedRange(top + 1, bottom + 1, left, right))
    return sheet


def _extend(sheet: SheetRecords, kind: int, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind in _SEVERAL else column
    sheet.first = min(sheet.first[0], row + 1), min(sheet.first[1], column)
    sheet.last = max(sheet.last[0], row + 1), max(sheet.last[1], last)
    code: int | None = None
    if kind == _ERROR and body[7]:
        code = body[6]
    elif kind == _FORMULA and struct.unpack_from("<H", body, 12)[0] == _NOT_NUMBER and body[6] == _ERROR_RESULT:
        code = body[8]
    if code is not None:
        sheet.errors[row + 1, column] = _CODES.get(code, "#?")
