"""Put a row together whose unquoted commas made too many fields, when its types leave exactly one reading.

Not for choosing between readings: with none or several the row is refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from seutu.sources.eu_projects.cells import FUNDS, UnreadableCell, has_letter, read_code, read_date
from seutu.sources.eu_projects.columns import ColumnMap, Layout, is_status

_WHOLE = re.compile(r"[-−]?\d+")
_DECIMAL = re.compile(r"[-−]?\d+\.\d{1,2}")
_CENTS = re.compile(r"\d{2}")
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """One division of the fields: a cell per column, and which columns were joined from several fields."""

    cells: tuple[str, ...]
    joined: tuple[int, ...]


def readings(fields: Sequence[str], layout: Layout, columns: ColumnMap) -> list[Reading]:
    """Return up to two divisions of ``fields`` into the columns of ``layout`` that every type allows.

    Project names may hold anything between commas; authorities, programmes and implementers need a letter in each part;
    a status is a known word; dates are d.m.yyyy; an amount is whole, or has cents after a point, or cents as a field
    of two digits of their own. Nothing but a column that is not used may be empty.
    """
    takers = tuple(_taker(field, columns) for field in layout.fields)
    found: list[Reading] = []
    for lengths in _divisions(tuple(fields), takers, 0, 0):
        found.append(_joined(fields, lengths, layout))
        if len(found) == _ENOUGH:
            break
    return found


Taker = Callable[[Sequence[str]], bool]


def _divisions(fields: tuple[str, ...], takers: tuple[Taker, ...], at: int, column: int) -> Iterator[tuple[int, ...]]:
    """Yield the number of fields each column takes from ``column`` on, for every division the types allow."""
    columns_left = len(takers) - column
    if columns_left == 0:
        if at == len(fields):
            yield ()
        return
    spare = len(fields) - at - columns_left
    for length in range(1, spare + 2):
        if takers[column](fields[at : at + length]):
            for rest in _divisions(fields, takers, at + length, column + 1):
                yield (length, *rest)


def _joined(fields: Sequence[str], lengths: tuple[int, ...], layout: Layout) -> Reading:
    cells: list[str] = []
    at = 0
    for length, field in zip(lengths, layout.fields, strict=True):
        glue = "." if field in _AMOUNTS else layout.delimiter
        cells.append(glue.join(fields[at : at + length]))
        at += length
    return Reading(tuple(cells), tuple(index for index, length in enumerate(lengths) if length > 1))


_AMOUNTS = frozenset({"granted", "actual", "planned_public", "actual_public"})


def _taker(field: str | None, columns: ColumnMap) -> Taker:
    if field in _AMOUNTS:
        return _is_amount
    if field in {"start", "end"}:
        return lambda parts: len(parts) == 1 and _is_date(parts[0])
    if field == "status":
        return lambda parts: len(parts) == 1 and is_status(parts[0], columns)
    simple: dict[str | None, Taker] = {
        "code": lambda parts: len(parts) == 1 and _is_code(parts[0]),
        "fund": lambda parts: len(parts) == 1 and parts[0].strip() in FUNDS,
        "name": lambda parts: bool(parts[0].strip()) and bool(parts[-1].strip()),
        "axis": lambda parts: len(parts) == 1 and parts[0].strip().isdecimal() and len(parts[0].strip()) == 1,
        None: lambda parts: len(parts) == 1,
    }
    return simple.get(field, lambda parts: all(has_letter(part) for part in parts))


def _is_amount(parts: Sequence[str]) -> bool:
    first = parts[0].strip()
    if len(parts) == 1:
        return bool(_WHOLE.fullmatch(first) or _DECIMAL.fullmatch(first))
    return len(parts) == len(("euros", "cents")) and bool(_WHOLE.fullmatch(first) and _CENTS.fullmatch(parts[1]))


def _is_date(text: str) -> bool:
    try:
        return read_date(text.strip()) is not None
    except UnreadableCell:
        return False


def _is_code(text: str) -> bool:
    try:
        return bool(read_code(text.strip()))
    except UnreadableCell:
        return False
