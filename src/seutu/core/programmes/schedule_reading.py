"""Reads a plan's rows into a schedule, and tells what is wrong with them: one fault for each thing to mend.

Not for moving anything (``schedules``), or for the words in which a fault is told.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from seutu.core.programmes.numbering import folded, keys_of, numbers_in
from seutu.core.programmes.schedules import CircularError, Part, broken_waits, in_order, outside_wholes


@dataclass(frozen=True, slots=True)
class Row:
    """A work package or a task as it was written down; ``package`` is the number of a task's package."""

    number: str
    start: date | None
    end: date | None
    after: str = ""
    package: str = ""


class FaultKind(StrEnum):
    """What can be wrong with a schedule."""

    NUMBER_TWICE = "number_twice"
    BACKWARDS = "backwards"
    UNKNOWN = "unknown"
    CIRCULAR = "circular"
    UNDATED = "undated"
    BROKEN = "broken"
    OUTSIDE = "outside"
    OUTSIDE_PROJECT = "outside_project"


Bounds = tuple[date | None, date | None]
UNSHIFTABLE: Final = frozenset({FaultKind.NUMBER_TWICE, FaultKind.CIRCULAR})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``keys`` are the part at fault and what it waits for, lies outside of, or the circle."""

    kind: FaultKind
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """``keys`` are those of the rows in their order, ``parts`` the rows with days, ``undated`` the keys of the rest.

    ``bounds`` are the days of the whole project, as far as they are known.
    """

    keys: tuple[str, ...]
    parts: tuple[Part, ...]
    undated: tuple[str, ...]
    faults: tuple[Fault, ...]
    bounds: Bounds = (None, None)

    @property
    def can_shift(self) -> bool:
        """Return whether a shift of a part could be followed through."""
        return bool(self.parts) and not any(fault.kind in UNSHIFTABLE for fault in self.faults)


def read_schedule(rows: Sequence[Row], bounds: Bounds = (None, None)) -> Schedule:
    """Return the schedule of a plan's rows. Waits that cannot be followed are told and left out of the parts."""
    keys = keys_of([(row.number, row.package) for row in rows])
    faults = [*_twice(keys), *(Fault(FaultKind.BACKWARDS, (key,)) for key, row in _paired(keys, rows) if _ends(row))]
    known = dict(zip(map(folded, keys), keys, strict=True))
    dated = {key for key, row in _paired(keys, rows) if row.start and row.end and not _ends(row)}
    every: dict[str, Part] = {}
    for key, row in _paired(keys, rows):
        waits, found = _waits(key, row, known)
        faults += found
        within = known.get(folded(row.package), "") if row.package else ""
        start, end = (row.start, row.end) if key in dated else (None, None)
        every.setdefault(key, Part(key, start or date.min, end or date.min, waits, within))
    straight, circles = _without_circles(list(every.values()))
    faults += [
        *(Fault(FaultKind.UNDATED, (part.key, key)) for part in straight for key in part.after if key not in dated),
        *circles,
    ]
    parts = tuple(_of_dated(part, dated) for part in straight if part.key in dated)
    faults += faults_of_dates(parts, bounds)
    undated = tuple(key for key in keys if key not in dated)
    return Schedule(tuple(keys), parts, undated, tuple(faults), bounds)


def _of_dated(part: Part, dated: Container[str]) -> Part:
    """Return a part without what has no days: it cannot be waited for, nor be moved with."""
    waits = tuple(key for key in part.after if key in dated)
    return replace(part, after=waits, within=part.within if part.within in dated else "")


def faults_of_dates(parts: Sequence[Part], bounds: Bounds) -> list[Fault]:
    """Return what is wrong with the days of parts: overtaken waits, tasks outside their package, parts outside bounds.

    A task that lies outside the bounds with its package is not told of again.
    """
    start, end = bounds
    beyond = {part.key for part in parts if (start and part.start < start) or (end and part.end > end)}
    return [
        *(Fault(FaultKind.BROKEN, (part.key, late.key)) for part, late in broken_waits(parts)),
        *(Fault(FaultKind.OUTSIDE, (part.key, whole.key)) for part, whole in outside_wholes(parts)),
        *(
            Fault(FaultKind.OUTSIDE_PROJECT, (part.key,))
            for part in parts
            if part.key in beyond and part.within not in beyond
        ),
    ]


def _paired(keys: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    return zip(keys, rows, strict=True)


def _ends(row: Row) -> bool:
    """Return whether a row ends before it starts."""
    return bool(row.start and row.end and row.end < row.start)


def _twice(keys: Sequence[str]) -> list[Fault]:
    seen: dict[str, int] = {}
    for key in keys:
        seen[folded(key)] = seen.get(folded(key), 0) + 1
    first = {folded(key): key for key in reversed(keys)}
    return [Fault(FaultKind.NUMBER_TWICE, (first[key],)) for key, count in seen.items() if count > 1]


def _waits(key: str, row: Row, known: dict[str, str]) -> tuple[tuple[str, ...], list[Fault]]:
    waits: list[str] = []
    faults = []
    for number in numbers_in(row.after):
        named = known.get(folded(number))
        if named is None:
            faults.append(Fault(FaultKind.UNKNOWN, (key, number)))
        else:
            waits.append(named)
    return tuple(waits), faults


def _without_circles(parts: list[Part]) -> tuple[list[Part], list[Fault]]:
    """Return the parts without the waits that close a circle, and a fault for each circle."""
    faults = []
    while True:
        try:
            in_order(parts)
        except CircularError as circle:
            faults.append(Fault(FaultKind.CIRCULAR, circle.keys))
            parts = [_cut(part, circle.keys) for part in parts]
        else:
            return parts, faults


def _cut(part: Part, circle: tuple[str, ...]) -> Part:
    if part.key not in circle:
        return part
    following = circle[circle.index(part.key) + 1]
    return replace(part, after=tuple(key for key in part.after if key != following))
