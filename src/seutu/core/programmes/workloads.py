"""Work in person-months: what a plan gives to whom, when, and who has more than there is of a person.

Person-years are of a year or of the whole project, and documents seldom say which: the reading is chosen, never
guessed. Not for hours that were worked, or for their cost.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from seutu.core.programmes.schedules import EndsBeforeStartError

MONTHS_OF_YEAR = 12


class PersonYears(StrEnum):
    """What a figure in person-years is of."""

    EACH_YEAR = "each_year"
    WHOLE_PROJECT = "whole_project"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Work in a package, spread evenly over its months. ``person`` is a role, ``partner`` who employs it."""

    person: str
    partner: str
    package: str
    person_months: Decimal
    start: date
    end: date


class NegativeWorkError(ValueError):
    """Work is zero or more."""


def person_months(person_years: Decimal, months: int, reading: PersonYears) -> Decimal:
    """Return person-years in person-months: of each year × the project's months, or of the whole project × 12.

    3.2 person-years over 28 months are 89.6 person-months, or 38.4. Raises ``NegativeWorkError``.
    """
    if person_years < 0 or months < 0:
        raise NegativeWorkError("work is zero or more")
    return person_years * (months if reading is PersonYears.EACH_YEAR else MONTHS_OF_YEAR)


def months_of(start: date, end: date) -> list[tuple[int, int]]:
    """Return the calendar months that a period touches. Raises ``EndsBeforeStartError``."""
    if end < start:
        raise EndsBeforeStartError("the period ends before it starts")
    first, last = start.year * MONTHS_OF_YEAR + start.month - 1, end.year * MONTHS_OF_YEAR + end.month - 1
    return [(number // MONTHS_OF_YEAR, number % MONTHS_OF_YEAR + 1) for number in range(first, last + 1)]


def load_by_month(assignments: Iterable[Assignment]) -> Mapping[str, Mapping[tuple[int, int], Fraction]]:
    """Return each person's load by calendar month, exact: 1 is the whole of a person.

    Raises ``NegativeWorkError``, ``EndsBeforeStartError``.
    """
    loads: dict[str, dict[tuple[int, int], Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for each in assignments:
        if each.person_months < 0:
            raise NegativeWorkError(f"{each.package}: work is zero or more")
        months = months_of(each.start, each.end)
        for month in months:
            loads[each.person][month] += Fraction(each.person_months) / len(months)
    return loads


def overloads(
    assignments: Iterable[Assignment], *, whole: Fraction = Fraction(1)
) -> list[tuple[str, tuple[int, int], Fraction]]:
    """Return person, month and load wherever somebody has more than ``whole`` of a person, by person and month."""
    loads = load_by_month(assignments)
    return sorted(
        (person, month, load) for person, months in loads.items() for month, load in months.items() if load > whole
    )


def totals(assignments: Iterable[Assignment], *, by: str) -> Mapping[str, Decimal]:
    """Return person-months by ``person``, ``partner`` or ``package``, in the order they appear."""
    if by not in {"person", "partner", "package"}:
        raise ValueError(f"totals by {by} are not known")
    found: dict[str, Decimal] = {}
    for each in assignments:
        found[getattr(each, by)] = found.get(getattr(each, by), Decimal(0)) + each.person_months
    return found


def load_by_quarter(months: Mapping[tuple[int, int], Fraction]) -> Mapping[tuple[int, int], Fraction]:
    """Return loads by calendar month as person-months by quarter: the months of a quarter added up."""
    loads: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for (year, month), load in months.items():
        loads[year, (month + 2) // 3] += load
    return loads


@dataclass(frozen=True, slots=True)
class Spell:
    """Months on end in which somebody has too much, and the most that they have in one of them."""

    person: str
    first: tuple[int, int]
    last: tuple[int, int]
    most: Fraction


def spells(found: Iterable[tuple[str, tuple[int, int], Fraction]]) -> list[Spell]:
    """Return overloads, given by person and month, as spells of months that follow one another."""
    told: list[Spell] = []
    for person, month, load in found:
        before = told[-1] if told else None
        if before is not None and before.person == person and _following(before.last) == month:
            told[-1] = Spell(person, before.first, month, max(before.most, load))
        else:
            told.append(Spell(person, month, month, load))
    return told


def _following(month: tuple[int, int]) -> tuple[int, int]:
    return (month[0] + 1, 1) if month[1] == MONTHS_OF_YEAR else (month[0], month[1] + 1)
