"""Reading one stream out of a compound file (OLE, [MS-CFB]), which old Excel files and protected new ones are.

Checks every chain against the size of the file, so that no false size is believed. Not for writing.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seutu.sources.tables.archive import damaged

_HEADER: Final = 512
_FREE: Final = 0xFFFFFFFA
_ENTRY: Final = 128
_STREAM: Final = 2
_ROOT: Final = 5
_HEADER_TABLES: Final = 109


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """The names and bytes of the streams of a compound file; raises ``InputProblem`` when it is damaged."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        head = self._bytes[:_HEADER].ljust(_HEADER, b"\0")
        shift, mini_shift = struct.unpack_from("<HH", head, 30)
        if shift not in (9, 12) or mini_shift != 6:  # noqa: PLR2004 - the two versions of the format
            raise damaged()
        self._sector = 1 << shift
        self._most = len(self._bytes) // self._sector + 1
        tables, first, _, self._cutoff, mini, _, more, _ = struct.unpack_from("<IIIIIIII", head, 44)
        self._next = self._read_tables(head, tables, more)
        self._mini_start = mini
        directory = self._chain(first)
        self._entries = [
            _read_entry(directory[at : at + _ENTRY], wide=shift > 9)  # noqa: PLR2004
            for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        ]
        self.names = frozenset(entry.name for entry in self._entries if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream."""
        for entry in self._entries:
            if entry.kind == _STREAM and entry.name == name:
                body = self._mini_chain(entry.start) if entry.size < self._cutoff else self._chain(entry.start)
                if entry.size > len(body):
                    raise damaged()
                return body[: entry.size]
        raise damaged()

    def _read_tables(self, head: bytes, tables: int, more: int) -> tuple[int, ...]:
        numbers = list(struct.unpack_from(f"<{_HEADER_TABLES}I", head, 76))
        seen = 0
        while more < _FREE and seen <= self._most:
            body = self._at(more)
            *found, more = struct.unpack(f"<{len(body) // 4}I", body)
            numbers += found
            seen += 1
        numbers = [number for number in numbers if number < _FREE]
        if tables > self._most or len(numbers) < tables or seen > self._most:
            raise damaged()
        body = b"".join(self._at(number) for number in numbers[:tables])
        return struct.unpack(f"<{len(body) // 4}I", body)

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        body = self._bytes[start : start + self._sector]
        if not body:
            raise damaged()
        return body.ljust(self._sector, b"\0")

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number < _FREE:
            if len(parts) > self._most or number >= len(self._next):
                raise damaged()
            parts.append(self._at(number))
            number = self._next[number]
        return b"".join(parts)

    def _mini_chain(self, start: int) -> bytes:
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        if root is None:
            raise damaged()
        body, table = self._chain(root.start), self._chain(self._mini_start)
        following = struct.unpack(f"<{len(table) // 4}I", table)
        parts: list[bytes] = []
        number = start
        while number < _FREE:
            if len(parts) > len(following) or number >= len(following):
                raise damaged()
            parts.append(body[number * 64 : number * 64 + 64])
            number = following[number]
        return b"".join(parts)


def _read_entry(raw: bytes, *, wide: bool) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    start, size = struct.unpack_from("<IQ" if wide else "<II", raw, 116)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
    return _Entry(name, kind, start, size)
