"""On which line of a recipe (TOML) each of its tables and keys stands, so that a fault can be pointed at.

Not for reading values: that is ``tomllib``'s. A key that is not found has the line of the nearest table above it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

CHOICE: Final = "uncertainty.choice"
TABLE: Final = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
KEY: Final = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
LONG: Final = ('"""', "'''")


def lines_of(text: str) -> dict[str, int]:
    """Return the line of each table and key by its path, ``normalise.own.jobs``; the nth choice is ``… n``."""
    found: dict[str, int] = {}
    table, counts = "", Counter[str]()
    for number, line in _outside_long_texts(text):
        header, key = TABLE.match(line), KEY.match(line)
        if header:
            table = _path(header[2])
            if header[1] == "[[":
                counts[table] += 1
                table = f"{table} {counts[table]}"
            found.setdefault(table, number)
        elif key:
            found.setdefault(".".join(filter(None, (table, _path(key[1])))), number)
    return found


def line_of(path: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of a path, else of the nearest table above it."""
    while path:
        if path in lines:
            return lines[path]
        path = path.rpartition(".")[0]
    return None


def _path(written: str) -> str:
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[\w-]+", written)
    return ".".join(part.strip("\"'") for part in parts)


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without those inside a text of several lines."""
    open_by = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if open_by:
            if open_by in line:
                open_by = ""
            continue
        yield number, line
        open_by = next((mark for mark in LONG if line.count(mark) % 2), "")
