"""A schedule whose parts wait for one another: what is wrong with it, and what a move would mean for the rest.

A shift is proposed and never made: nothing moves unless a person says so. Not for drawing a schedule.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

QUARTER_MONTHS = 3
YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A work package, a task or a milestone. ``after`` are the keys of the parts that must end before it starts.

    ``within`` is the part that it belongs to and moves with: a task's package.
    """

    key: str
    start: date
    end: date
    after: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A proposed move of a part, and the part whose end makes it necessary (its own key where a person moved it)."""

    key: str
    start: date
    end: date
    new_start: date
    new_end: date
    because: str


class ScheduleError(ValueError):
    """The schedule cannot be followed. ``keys`` are the parts that are at fault."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message)
        self.keys = keys


class EndsBeforeStartError(ScheduleError):
    """A part ends before it starts."""


class CircularError(ScheduleError):
    """Parts wait for one another in a circle; ``keys`` are those of the circle, in order."""


class UnknownPartError(ScheduleError):
    """A part waits for one that the schedule does not have."""


class OutOfCalendarError(ScheduleError):
    """A move leads to a day that no calendar has."""


def in_order(parts: Sequence[Part]) -> list[Part]:
    """Return the parts so that each comes after those it waits for and the one it belongs to; otherwise as given.

    Raises ``EndsBeforeStartError``, ``UnknownPartError``, ``CircularError``.
    """
    known = {part.key: part for part in parts}
    for part in parts:
        if part.end < part.start:
            raise EndsBeforeStartError(f"{part.key} ends before it starts", part.key)
        missing = [key for key in _before(part) if key not in known]
        if missing:
            raise UnknownPartError(f"{part.key} waits for {missing[0]}, which is not there", part.key, missing[0])
    ordered: dict[str, Part] = {}
    for part in parts:
        _place(part, known, ordered)
    return list(ordered.values())


def _place(part: Part, known: Mapping[str, Part], ordered: dict[str, Part]) -> None:
    """Place a part after all that it waits for; without recursion, for a plan may be a chain of thousands."""
    path = {part.key: iter(_before(part))}
    while path:
        key = next(reversed(path))
        waited = next((each for each in path[key] if each not in ordered), None)
        if waited is None:
            ordered.setdefault(key, known[key])
            del path[key]
        elif waited in path:
            circle = (*list(path)[list(path).index(waited) :], waited)
            raise CircularError(" → ".join(circle), *circle)
        else:
            path[waited] = iter(_before(known[waited]))


def _before(part: Part) -> tuple[str, ...]:
    return (*part.after, part.within) if part.within else part.after


def broken_waits(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield each part that starts before one it waits for has ended, with that one."""
    known = {part.key: part for part in parts}
    for part in in_order(parts):
        for key in part.after:
            if known[key].end >= part.start:
                yield part, known[key]


def proposed_moves(parts: Sequence[Part], key: str, *, months: int = 0, days: int = 0) -> list[Move]:
    """Return what a shift of one part would move: itself, what belongs to it, and those that it would overtake.

    A part that would start before what it waits for ends must move: it keeps its length and starts the day after the
    latest end it waits for; one that stands on whole months keeps to whole months. A part with slack stays. What
    belongs to a part moves as far as that does. Raises as ``in_order``, ``UnknownPartError`` and
    ``OutOfCalendarError``.
    """
    ordered = in_order(parts)
    known = {part.key: part for part in ordered}
    if key not in known:
        raise UnknownPartError(f"{key} is not there", key)
    placed: dict[str, Part] = {}
    steps: dict[str, tuple[int, int]] = {}
    moves = []
    for part in ordered:
        step, because = steps.get(part.within, (0, 0)), part.within
        if part.key == key:
            step, because = (months, days), key
        moved = shifted(part, months=step[0], days=step[1])
        late = max((placed[each] for each in part.after), key=lambda each: each.end, default=None)
        if late is not None and late.end >= moved.start and late != known[late.key]:
            further, because = _steps_after(moved, late.end), late.key
            moved = shifted(moved, months=further[0], days=further[1])
            step = (step[0] + further[0], step[1] + further[1])
        placed[part.key] = moved
        if moved != part:
            steps[part.key] = step
            moves.append(Move(part.key, part.start, part.end, moved.start, moved.end, because))
    return moves


def _steps_after(part: Part, end: date) -> tuple[int, int]:
    """Return by how many months or days a part moves to start after a day."""
    first = end + timedelta(days=1)
    if not _on_whole_months(part):
        return 0, (first - part.start).days
    months = (first.year - part.start.year) * YEAR_MONTHS + first.month - part.start.month
    return months + (first.day > 1), 0


def moved_parts(parts: Sequence[Part], moves: Sequence[Move]) -> list[Part]:
    """Return the parts as they would stand after the moves."""
    made = {move.key: move for move in moves}
    return [
        replace(part, start=made[part.key].new_start, end=made[part.key].new_end) if part.key in made else part
        for part in parts
    ]


def outside_wholes(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield each part that starts before or ends after the one that it belongs to, with that one."""
    known = {part.key: part for part in parts}
    for part in parts:
        whole = known.get(part.within)
        if whole is not None and (part.start < whole.start or part.end > whole.end):
            yield part, whole


def distance(old: date, new: date) -> tuple[int, int]:
    """Return how far a day is from another: in whole months where both are the same day of their month, else in days.

    >>> distance(date(2021, 9, 1), date(2026, 1, 1)), distance(date(2021, 9, 1), date(2021, 9, 15))
    ((52, 0), (0, 14))
    """
    if old.day == new.day:
        return (new.year - old.year) * YEAR_MONTHS + new.month - old.month, 0
    return 0, (new - old).days


def shifted(part: Part, *, months: int = 0, days: int = 0) -> Part:
    """Return the part moved by months and days. A last day of a month stays one; a day the month lacks is its last.

    Raises ``OutOfCalendarError``.
    """
    keep_last = _is_last(part.end) and part.start.day == 1
    try:
        start = _moved(part.start, months, keep_last=False) + timedelta(days=days)
        end = _moved(part.end, months, keep_last=keep_last) + timedelta(days=days)
    except (ValueError, OverflowError) as error:
        raise OutOfCalendarError(f"{part.key} would leave the calendar", part.key) from error
    return replace(part, start=start, end=end)


def _moved(day: date, months: int, *, keep_last: bool) -> date:
    year, month = divmod(day.year * YEAR_MONTHS + day.month - 1 + months, YEAR_MONTHS)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, last if keep_last else min(day.day, last))


def _on_whole_months(part: Part) -> bool:
    return part.start.day == 1 and _is_last(part.end)


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def quarters(start: date, end: date) -> list[tuple[int, int]]:
    """Return the quarters that a period touches: (2021, 3) … (2023, 4); none when it ends before it starts."""
    first = start.year * 4 + (start.month - 1) // QUARTER_MONTHS
    last = end.year * 4 + (end.month - 1) // QUARTER_MONTHS
    return [(number // 4, number % 4 + 1) for number in range(first, last + 1)] if start <= end else []
