"""The competence map: needs of one competence, occupational group and target year added up where they may be.

Not for the words of the map (``sentences``).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from seutu.core.names import core_words, fold_name

View = tuple[str, str, str]
EXACT: Final = frozenset({"", "exact"})
"""The qualifiers of a figure that is not rounded; one without a qualifier is taken as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedNeed:
    """What one organisation states: people who have the competence, needed now and in the target year; None unknown.

    ``area`` is a municipality's code, empty for an area that is not said. ``actor`` is whose people they are, empty
    for a view of the whole area. ``owner`` is the key of the workspace that holds the need and ``owner_name`` its
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
    def shortage_now(self) -> int | None:
        """Return needed now − have now in people; None unless both are stated. Below zero is a surplus."""
        return _difference(self.needed_now, self.have_now)

    @property
    def shortage_then(self) -> int | None:
        """Return needed in the target year − have now in people; None unless both are stated.

        Nobody is taken to leave or to be trained meanwhile.
        """
        return _difference(self.needed_then, self.have_now)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a figure in people over the needs that state it, None where none does; how many do not."""

    value: int | None
    missing: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the map: needs that are added up, or one that is not added to the others (``beside``).

    ``older`` are needs that a newer one of the same organisation and area replaces; they are in no sum.
    """

    needs: tuple[StatedNeed, ...]
    beside: bool = False
    older: tuple[StatedNeed, ...] = ()

    @property
    def competence(self) -> str:
        """Return the competence as its first need writes it."""
        return self.needs[0].competence

    @property
    def group(self) -> str:
        """Return the occupational group."""
        return self.needs[0].group

    @property
    def target_year(self) -> int | None:
        """Return the target year, None where the needs tell nothing of the time to come."""
        return self.needs[0].target_year

    @property
    def organisations(self) -> int:
        """Return how many organisations speak."""
        return speakers(self.needs)

    @property
    def inexact(self) -> int:
        """Return how many of the needs are about, under or over what they say."""
        return sum(each.qualifier not in EXACT for each in self.needs)

    @property
    def lacks_figures(self) -> bool:
        """Tell whether a need leaves a figure out; that of the target year is not asked without a year."""
        then = self.needed_then.missing if self.target_year else 0
        return bool(self.have_now.missing or self.needed_now.missing or then)

    @property
    def have_now(self) -> Total:
        """Return Σ have now."""
        return _total(each.have_now for each in self.needs)

    @property
    def needed_now(self) -> Total:
        """Return Σ needed now."""
        return _total(each.needed_now for each in self.needs)

    @property
    def needed_then(self) -> Total:
        """Return Σ needed in the target year."""
        return _total(each.needed_then for each in self.needs)

    @property
    def shortage_now(self) -> Total:
        """Return Σ (needed now − have now), over the needs that state both; a surplus lessens the sum."""
        return _total(each.shortage_now for each in self.needs)

    @property
    def shortage_then(self) -> Total:
        """Return Σ (needed in the target year − have now), over the needs that state both."""
        return _total(each.shortage_then for each in self.needs)

    @property
    def shortage(self) -> int | None:
        """Return the shortage of the target year, else that of now, else None."""
        return self.shortage_now.value if self.shortage_then.value is None else self.shortage_then.value


def competence_map(stated: Iterable[StatedNeed]) -> list[Line]:
    """Return the map's lines by competence, occupational group and target year; the added up line comes first.

    Competences are one when their names fold alike (``core.names.fold_name``). Within one:

    1. A need is replaced by one of a later year of the same organisation and area, and is in no sum.
    2. Two of the rest may count the same people when their areas are the same or one of them is not said, unless each
       names an actor and the actors differ. Actors differ when the words of their names do, legal forms left out.
    3. Needs that name an actor and cannot count the same people as another one that does are added up, with
       those without an actor that overlap with nothing. Every other need is a line of its own (``beside``).

    Missing figures: a sum is over those that state the figure and tells how many do not; none is taken as zero.
    Figures are whole people. Needs of different years may be in one sum: each is its organisation's newest.
    """
    ordered = sorted(stated, key=lambda each: (*_key(each), fold_name(each.organisation), each.area, each.id))
    return [line for _, same in groupby(ordered, key=_key) for line in _lines(list(same))]


def speakers(stated: Iterable[StatedNeed]) -> int:
    """Return how many organisations speak: actors by their folded names, and workspaces that tell of a whole area."""
    return len({(fold_name(each.actor), "" if each.actor else each.owner) for each in stated})


def shortages_first(lines: Iterable[Line]) -> list[Line]:
    """Return the lines by ``shortage``, the largest first, those without one last; equal ones keep their order."""
    return sorted(lines, key=lambda line: (line.shortage is None, -(line.shortage or 0)))


def _key(each: StatedNeed) -> tuple[str, str, int]:
    return fold_name(each.competence), each.group, each.target_year or 0


def _lines(same: Sequence[StatedNeed]) -> list[Line]:
    views: dict[View, list[StatedNeed]] = {}
    for each in same:
        views.setdefault(_view(each), []).append(each)
    newest = {view: max(each.year for each in held) for view, held in views.items()}
    current = [each for each in same if each.year == newest[_view(each)]]
    older = {view: tuple(each for each in held if each.year < newest[view]) for view, held in views.items()}
    crowded = dict(zip((each.id for each in current), _crowded(current), strict=True))
    added = [each for each in current if not crowded[each.id]]
    held = [(added, False)] if added else []
    held += [([each], True) for each in current if crowded[each.id]]
    return [
        Line(tuple(needs), beside, tuple(old for view in dict.fromkeys(map(_view, needs)) for old in older[view]))
        for needs, beside in held
    ]


def _view(each: StatedNeed) -> View:
    """Return whose view of which area a need is: the same organisation's newer one replaces it."""
    return each.area, fold_name(each.actor), "" if each.actor else each.owner


def _crowded(current: Sequence[StatedNeed]) -> list[bool]:
    """Tell of each need whether it may count the same people as another, by rule 2 of ``competence_map``."""
    everywhere = Counter(each.area for each in current)
    of_actor: dict[str, Counter[str]] = {}
    for each in current:
        if each.actor:
            of_actor.setdefault(core_words(each.actor), Counter())[each.area] += 1
    return [
        _shares_people(each.area, of_actor[core_words(each.actor)] if each.actor else everywhere) for each in current
    ]


def _shares_people(area: str, areas: Counter[str]) -> bool:
    """Tell whether an area, counted in ``areas`` once, meets another: the same one, or one that is not said."""
    return areas[area] > 1 or (areas[""] > 0 if area else areas.total() > 1)


def _difference(needed: int | None, have: int | None) -> int | None:
    return None if needed is None or have is None else needed - have


def _total(values: Iterable[int | None]) -> Total:
    held = list(values)
    stated = [value for value in held if value is not None]
    return Total(sum(stated) if stated else None, len(held) - len(stated))
