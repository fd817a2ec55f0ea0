"""The competence map: statements of one competence, occupational group and target year added up where they may be.

Not for the words of the map (``sentences``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from seutu.core.names import core_words, fold_name

EXACT: Final = frozenset({"", "exact"})
"""The qualifiers of a figure that is not rounded; one without a qualifier is taken as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one organisation states: people who have the competence, needed now and in the target year; None unknown.

    ``area`` is a municipality's code, empty for an area that is not said. ``actor`` is whose people they are, empty
    for a view of the whole area. ``owner`` is the key of the workspace that holds the statement and ``owner_name`` its
    name. ``year`` is of the figures of now; ``target_year`` is None where nothing is told of the time to come.
    """

    id: str
    competence: str
    group: str
    area: str
    actor: str
    owner: str
    owner_name: str
    year: int
    target_year: int | None
    have_now: int | None = None
    needed_now: int | None = None
    needed_then: int | None = None
    qualifier: str = ""

    @property
    def organisation(self) -> str:
        """Return who speaks: the actor, else the workspace."""
        return self.actor or self.owner_name

    @property
    def gap_now(self) -> int | None:
        """Return needed now − have now in people; None unless both are stated. Below zero is a surplus."""
        return _difference(self.needed_now, self.have_now)

    @property
    def gap_then(self) -> int | None:
        """Return needed in the target year − have now in people; None unless both are stated.

        Nobody is taken to leave or to be trained meanwhile.
        """
        return _difference(self.needed_then, self.have_now)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a figure in people over the statements that state it, None where none does; how many do not."""

    value: int | None
    missing: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the map: statements that are added up, or one that is not added to the others (``beside``).

    ``older`` are statements that a newer one of the same organisation and area replaces; they are in no sum.
    """

    statements: tuple[Statement, ...]
    beside: bool = False
    older: tuple[Statement, ...] = ()

    @property
    def competence(self) -> str:
        """Return the competence as its first statement writes it."""
        return self.statements[0].competence

    @property
    def group(self) -> str:
        """Return the occupational group."""
        return self.statements[0].group

    @property
    def target_year(self) -> int | None:
        """Return the target year, None where the statements tell nothing of the time to come."""
        return self.statements[0].target_year

    @property
    def organisations(self) -> int:
        """Return how many organisations speak."""
        return speakers(self.statements)

    @property
    def inexact(self) -> int:
        """Return how many of the statements are about, under or over what they say."""
        return sum(each.qualifier not in EXACT for each in self.statements)

    @property
    def have_now(self) -> Total:
        """Return Σ have now."""
        return _total(each.have_now for each in self.statements)

    @property
    def needed_now(self) -> Total:
        """Return Σ needed now."""
        return _total(each.needed_now for each in self.statements)

    @property
    def needed_then(self) -> Total:
        """Return Σ needed in the target year."""
        return _total(each.needed_then for each in self.statements)

    @property
    def gap_now(self) -> Total:
        """Return Σ (needed now − have now), over the statements that state both; a surplus lessens the sum."""
        return _total(each.gap_now for each in self.statements)

    @property
    def gap_then(self) -> Total:
        """Return Σ (needed in the target year − have now), over the statements that state both."""
        return _total(each.gap_then for each in self.statements)

    @property
    def gap(self) -> int | None:
        """Return the gap of the target year, else that of now, else None."""
        return self.gap_now.value if self.gap_then.value is None else self.gap_then.value


def competence_map(statements: Iterable[Statement]) -> list[Line]:
    """Return the map's lines by competence, occupational group and target year; the added up line comes first.

    Competences are one when their names fold alike (``core.names.fold_name``). Within one:

    1. A statement is replaced by one of a later year of the same organisation and area, and is in no sum.
    2. Two of the rest may count the same people when their areas are the same or one of them is not said, unless each
       names an actor and the actors differ. Actors differ when the words of their names do, legal forms left out.
    3. Statements that name an actor and cannot count the same people as another one that does are added up, with
       those without an actor that overlap with nothing. Every other statement is a line of its own (``beside``).

    Missing figures: a sum is over those that state the figure and tells how many do not; none is taken as zero.
    Figures are whole people. Statements of different years may be in one sum: each is its organisation's newest.
    """
    ordered = sorted(statements, key=lambda each: (*_key(each), fold_name(each.organisation), each.area, each.id))
    return [line for _, same in groupby(ordered, key=_key) for line in _lines(list(same))]


def speakers(statements: Iterable[Statement]) -> int:
    """Return how many organisations speak: actors by their folded names, and workspaces that tell of a whole area."""
    return len({(fold_name(each.actor), "" if each.actor else each.owner) for each in statements})


def shortages_first(lines: Iterable[Line]) -> list[Line]:
    """Return the lines by their ``gap``, the largest first, and those without one last; equal ones keep their order."""
    return sorted(lines, key=lambda line: (line.gap is None, -(line.gap or 0)))


def _key(each: Statement) -> tuple[str, str, int]:
    return fold_name(each.competence), each.group, each.target_year or 0


def _lines(same: Sequence[Statement]) -> list[Line]:
    older = [each for each in same if any(_replaces(other, each) for other in same)]
    current = [each for each in same if each not in older]
    named = [each for each in current if each.actor]
    added = [each for each in current if not _overlaps_any(each, named if each.actor else current)]
    sums = [(added, False)] if added else []
    alone = [([each], True) for each in current if each not in added]
    return [
        Line(tuple(held), beside, tuple(old for old in older if any(_same_view(old, each) for each in held)))
        for held, beside in [*sums, *alone]
    ]


def _overlaps_any(one: Statement, others: Sequence[Statement]) -> bool:
    return any(_overlaps(one, other) for other in others if other is not one)


def _overlaps(one: Statement, other: Statement) -> bool:
    """Tell whether two statements may count the same people."""
    apart = bool(one.area and other.area and one.area != other.area)
    differ = bool(one.actor and other.actor and core_words(one.actor) != core_words(other.actor))
    return not (apart or differ)


def _same_view(one: Statement, other: Statement) -> bool:
    """Tell whether two statements are of one organisation and one area; a view of all is its workspace's own."""
    if one.area != other.area or bool(one.actor) != bool(other.actor):
        return False
    return fold_name(one.actor) == fold_name(other.actor) if one.actor else one.owner == other.owner


def _replaces(newer: Statement, older: Statement) -> bool:
    return newer.year > older.year and _same_view(newer, older)


def _difference(needed: int | None, have: int | None) -> int | None:
    return None if needed is None or have is None else needed - have


def _total(values: Iterable[int | None]) -> Total:
    held = list(values)
    stated = [value for value in held if value is not None]
    return Total(sum(stated) if stated else None, len(held) - len(stated))
