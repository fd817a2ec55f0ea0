"""What assessors changed of their points after others' had been opened to them, told from everything that was done.

Others' points on a criterion open to an assessor when she has scored every criterion that stands then. What she had
given by that act is her first word on it. Not for who sees what now, or for reading the log.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Event:
    """What an act left of a criterion (no assessor) or of an assessor's points on it: None where it stands no more."""

    sequence: int
    criterion: str
    assessor: str = ""
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Points that an assessor gave first and what they are now; None where she has none."""

    first: Decimal
    now: Decimal | None


@dataclass(slots=True)
class _Scores:
    """How the scoring stands after an act, and what each had given when others' points opened to her."""

    criteria: set[str] = field(default_factory=set)
    given: dict[str, dict[str, Decimal]] = field(default_factory=dict)
    first: dict[tuple[str, str], Decimal] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        if not event.assessor:
            self.criteria.discard(event.criterion)
            if event.points is not None:
                self.criteria.add(event.criterion)
            return
        own = self.given.setdefault(event.assessor, {})
        own.pop(event.criterion, None)
        if event.points is not None:
            own[event.criterion] = event.points

    def open(self) -> None:
        for assessor, own in self.given.items():
            if not self.criteria or not self.criteria <= own.keys():
                continue
            others = [given for other, given in self.given.items() if other != assessor]
            for criterion, points in own.items():
                if any(criterion in given for given in others):
                    self.first.setdefault((assessor, criterion), points)


def corrections(events: Iterable[Event]) -> Mapping[tuple[str, str], Correction]:
    """Return by assessor and criterion the points that are not what she had given when others' opened to her.

    Events come in the order of their acts; an act's own take effect together.
    """
    scores = _Scores()
    for _, act in groupby(events, key=lambda event: event.sequence):
        for event in act:
            scores.take(event)
        scores.open()
    found = {}
    for (assessor, criterion), first in scores.first.items():
        now = scores.given.get(assessor, {}).get(criterion)
        if now != first:
            found[assessor, criterion] = Correction(first, now)
    return found
