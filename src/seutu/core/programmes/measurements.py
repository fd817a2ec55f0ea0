"""Indicators and their measurements: target against actual, breakdowns that add up, nobody counted twice.

A figure keeps its day, source and who entered it elsewhere; here are the numbers alone. Not for surveys or composite
indices.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


class Gathering(StrEnum):
    """How measurements make a value: the last one stands, they add up, or the greatest stands."""

    LATEST = "latest"
    CUMULATIVE = "cumulative"
    HIGHEST = "highest"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value on its day."""

    day: date
    value: Decimal


class BreakdownError(ValueError):
    """The parts of a breakdown come to more than the total. ``excess`` is by how much."""

    def __init__(self, excess: Decimal) -> None:
        super().__init__(f"the parts exceed the total by {excess}")
        self.excess = excess


def value_on(measurements: Iterable[Measurement], day: date, gathering: Gathering) -> Decimal | None:
    """Return the value on a day from the measurements up to it; None where there is none yet, which is not zero."""
    known = sorted((each for each in measurements if each.day <= day), key=lambda each: each.day)
    if not known:
        return None
    if gathering is Gathering.CUMULATIVE:
        return sum((each.value for each in known), Decimal(0))
    return known[-1].value if gathering is Gathering.LATEST else max(each.value for each in known)


def progress(baseline: Decimal, target: Decimal, actual: Decimal, direction: Direction) -> Fraction | None:
    """Return how much of the way from baseline to target is done: (actual − baseline) / (target − baseline).

    More than 1 when the target is passed, negative when the way is lost. None where the target is the baseline, or lies
    the other way than is better: there is no way to measure.
    """
    way = Fraction(target) - Fraction(baseline)
    if way == 0 or (way > 0) != (direction is Direction.MORE):
        return None
    return (Fraction(actual) - Fraction(baseline)) / way


def unknown_rest(total: Decimal, parts: Mapping[str, Decimal | None]) -> Decimal:
    """Return what a breakdown leaves unknown: the total less the known parts; zero where it adds up.

    Raises ``BreakdownError`` when the known parts exceed the total.
    """
    rest = total - sum((part for part in parts.values() if part is not None), Decimal(0))
    if rest < 0:
        raise BreakdownError(-rest)
    return rest


def counted_once(groups: Iterable[Collection[Hashable]]) -> int:
    """Return how many different ones there are in all groups together: a person at two events is one."""
    seen: set[Hashable] = set()
    for group in groups:
        seen.update(group)
    return len(seen)


def review_gaps(
    subjects: Sequence[str], goals: Sequence[int], judged: Collection[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Return the pairs of subject and goal that a review has not judged yet, in order.

    A review of a programme is whole when every project is judged against each of the goals, new projects too.
    """
    return [(subject, goal) for subject in subjects for goal in goals if (subject, goal) not in judged]
