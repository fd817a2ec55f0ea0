"""An indicator on a day: its value against its target, and its breakdown with the rest that is not known.

Rests on ``measurements``. Not for reading measurements from anywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from seutu.core.programmes.measurements import (
    BreakdownError,
    Direction,
    Gathering,
    Measurement,
    progress,
    unknown_rest,
    value_on,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement as it was entered: a value, or words, or both; of a part when ``category`` is given."""

    day: date
    value: Decimal | None = None
    told: str = ""
    breakdown: str = ""
    category: str = ""
    measured_by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an indicator goes from and to, and how its measurements make a value."""

    baseline: Decimal | None = None
    target: Decimal | None = None
    direction: Direction = Direction.MORE
    gathering: Gathering = Gathering.LATEST
    adds_up: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a breakdown."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The value divided by one thing. ``rest`` is what the parts leave unknown, ``excess`` by how much they exceed it.

    Both are None where parts do not add up by their nature (percentages, scores) or the total is not known.
    """

    name: str
    parts: tuple[Part, ...]
    rest: Decimal | None = None
    excess: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator on a day: ``latest`` is its last measurement by then, ``done`` the part of the way to the target."""

    value: Decimal | None
    done: Fraction | None
    latest: Measured | None
    breakdowns: tuple[Breakdown, ...] = ()


def reading_on(plan: Plan, measured: Sequence[Measured], day: date) -> Reading:
    """Return how an indicator stands on a day from what was measured by then."""
    known = sorted((each for each in measured if each.day <= day), key=lambda each: each.day)
    whole = [each for each in known if not each.category]
    value = _value(whole, day, plan.gathering)
    done = None
    if value is not None and plan.baseline is not None and plan.target is not None:
        done = progress(plan.baseline, plan.target, value, plan.direction)
    names = dict.fromkeys(each.breakdown for each in known if each.category)
    found = (_breakdown(name, plan, known, value, day) for name in names)
    return Reading(value, done, whole[-1] if whole else None, tuple(each for each in found if each is not None))


def _value(measured: Iterable[Measured], day: date, gathering: Gathering) -> Decimal | None:
    return value_on([Measurement(each.day, each.value) for each in measured if each.value is not None], day, gathering)


def _breakdown(name: str, plan: Plan, known: Sequence[Measured], value: Decimal | None, day: date) -> Breakdown | None:
    """Return one breakdown. Where measurements do not add up over days, only parts of the value's own day are taken."""
    own = [each for each in known if each.category and each.breakdown == name and each.value is not None]
    if plan.gathering is not Gathering.CUMULATIVE:
        of_value = [each.day for each in known if not each.category and each.value == value]
        days = of_value or [each.day for each in own]
        own = [each for each in own if days and each.day == days[-1]]
    parts: dict[str, Decimal | None] = {
        category: _value([each for each in own if each.category == category], day, plan.gathering)
        for category in dict.fromkeys(each.category for each in own)
    }
    told = tuple(Part(category, part) for category, part in parts.items() if part is not None)
    if not told:
        return None
    if value is None or not plan.adds_up:
        return Breakdown(name, told)
    try:
        return Breakdown(name, told, rest=unknown_rest(value, parts))
    except BreakdownError as error:
        return Breakdown(name, told, excess=error.excess)
