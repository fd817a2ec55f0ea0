"""What comes when: dated things in the order of their days, grouped by how near they are to a day.

A day has no clock: two days compare as dates whatever the time of the year. Not for which records have days, nor for
the words around them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from seutu.core.text import Text

MONTH: Final = timedelta(days=30)
SUNDAY: Final = 7


class Standing(StrEnum):
    """How a dated thing stands: it waits to be done, its day only passes, it has been done, or it is gone."""

    WAITS = "waits"
    PASSES = "passes"
    DONE = "done"
    GONE = "gone"


class Nearness(StrEnum):
    """The groups in the order they are read."""

    LATE = "late"
    THIS_WEEK = "this_week"
    MONTH = "month"
    LATER = "later"


class Key(NamedTuple):
    """What a dated thing is told by: the kind of the record, its id, and which of its days this is."""

    kind: str
    record: str
    column: str


class Whole(NamedTuple):
    """A project or a programme that a dated thing belongs to."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedItem:
    """One day of one record: what happens on it, whose it is, and how it stands.

    ``until`` is the last day of what lasts several. ``version`` grows with every change; ``changed`` is its moment.
    """

    day: date
    kind: Text
    what: Text
    title: str
    standing: Standing
    key: Key
    whose: str = ""
    project: Whole | None = None
    programme: Whole | None = None
    until: date | None = None
    version: int = 0
    changed: datetime | None = None

    @property
    def last(self) -> date:
        """Return the last day: of a thing of one day its only one."""
        return max(self.day, self.until or self.day)


@dataclass(frozen=True, slots=True)
class Coming:
    """Dated things by nearness, each group in the order of days."""

    late: tuple[DatedItem, ...] = ()
    this_week: tuple[DatedItem, ...] = ()
    month: tuple[DatedItem, ...] = ()
    later: tuple[DatedItem, ...] = ()

    @property
    def groups(self) -> tuple[tuple[Nearness, tuple[DatedItem, ...]], ...]:
        """Return the groups that hold something, the nearest first."""
        every = zip(Nearness, (self.late, self.this_week, self.month, self.later), strict=True)
        return tuple((nearness, items) for nearness, items in every if items)

    @property
    def items(self) -> tuple[DatedItem, ...]:
        """Return everything in the order it is read."""
        return (*self.late, *self.this_week, *self.month, *self.later)

    @property
    def soon(self) -> int:
        """Return how many come within thirty days, this week included."""
        return len(self.this_week) + len(self.month)


def nearness(item: DatedItem, today: date) -> Nearness | None:
    """Return the group of an item on ``today``; None when it is done, gone or past without anything to do.

    Late is what waits and whose day was before today. This week ends on Sunday; the month is thirty days from today.
    What lasts several days is here until its last day.
    """
    if item.standing in {Standing.DONE, Standing.GONE}:
        return None
    if item.last < today:
        return Nearness.LATE if item.standing == Standing.WAITS else None
    if item.day <= today + timedelta(days=SUNDAY - today.isoweekday()):
        return Nearness.THIS_WEEK
    return Nearness.MONTH if item.day <= today + MONTH else Nearness.LATER


def coming(items: Iterable[DatedItem], today: date) -> Coming:
    """Return what is late and what comes; the items of one day stand by kind and title."""
    groups: dict[Nearness, list[DatedItem]] = {each: [] for each in Nearness}
    for item in sorted(items, key=_order):
        found = nearness(item, today)
        if found is not None:
            groups[found].append(item)
    return Coming(*(tuple(groups[each]) for each in Nearness))


def _order(item: DatedItem) -> tuple[date, str, str, Key]:
    return item.day, item.key.kind, item.title, item.key


def narrowed(items: Iterable[DatedItem], *, project: str = "", whose: str = "") -> list[DatedItem]:
    """Return the items of one project and of one responsible; an empty text leaves nothing out."""
    return [
        each
        for each in items
        if (not project or (each.project is not None and each.project.id == project))
        and (not whose or each.whose.casefold() == whose.casefold())
    ]
