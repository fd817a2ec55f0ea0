"""Open plain and gzipped tables row by row, and find columns by their names.

Not for the official CORDIS zip, whose quotation marks need a reader of their own (``official``).
"""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from seutu.core.problems import InputProblem
from seutu.sources.cordis import messages


def table_rows(path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (physical line, fields), the header first. Raises InputProblem when the file cannot be read to its end."""
    try:
        with _open(path) as file:
            reader = csv.reader(file, delimiter=delimiter)
            empty = True
            for row in reader:
                empty = False
                yield reader.line_num, row
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error
    if empty:
        raise InputProblem.because(messages.unreadable(path.name))


def positions(path: Path, header: Sequence[str], required: Sequence[str], optional: Sequence[str] = ()) -> list[int]:
    """Return the positions of the columns, −1 for an optional one that is absent. Raises InputProblem otherwise."""
    names = [name.strip().strip('"').casefold() for name in header]
    missing = [name for name in required if name.casefold() not in names]
    if missing:
        raise InputProblem.because(messages.no_columns(path.name, missing), line=1)
    return [names.index(name.casefold()) if name.casefold() in names else -1 for name in (*required, *optional)]


def find(folder: Path, pattern: str) -> Path | None:
    """Return the first file of the folder that matches, None when there is none."""
    return next(iter(sorted(folder.glob(pattern))), None)


def _open(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")
