"""How much of whom a project's work takes, month by month: loads by person and partner, too much, and totals.

A person is a role of a partner. Not for hours worked, or for money.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from seutu.apps.programmes.models import Assignment, Project
from seutu.apps.programmes.plans.work import ProjectWork, work_of
from seutu.core.programmes import workloads as core
from seutu.core.programmes.timelines import TooLongError, timeline_of

Cut = Literal["quarter", "month"]
Time = tuple[int, int]
MONTHS_OF_QUARTER: Final = 3
MOST_MONTHS: Final = 48


@dataclass(frozen=True, slots=True)
class LoadRow:
    """The load of a person or a partner: person-months by period, and in all.

    ``peaks`` has the greatest load of a month wherever that is more than a whole person.
    """

    role: str
    partner: str
    loads: Mapping[Time, Fraction]
    peaks: Mapping[Time, Fraction]
    total: Decimal


@dataclass(frozen=True, slots=True)
class Overload:
    """Months on end in which a person's work is more than a whole person."""

    role: str
    partner: str
    spell: core.Spell


@dataclass(frozen=True, slots=True)
class Workload:
    """Loads by period, their sums and the total of them all.

    ``unplaced`` are assignments without person-months or days; they are in no load.
    """

    periods: tuple[Time, ...]
    sums: tuple[Fraction, ...]
    total: Decimal
    people: tuple[LoadRow, ...]
    partners: tuple[LoadRow, ...]
    overloads: tuple[Overload, ...]
    unplaced: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class PersonYears:
    """A project's person-years in person-months, read both ways; None where the project has no days."""

    stated: Decimal
    months: int | None
    each_year: Decimal | None
    whole_project: Decimal


def workload(project: Project, work: ProjectWork, *, cut: Cut) -> Workload:
    """Return the loads of a project's assignments; one without days of its own has its package's, or the project's.

    Raises ``TooLongError`` where the days lie so far apart that no table could show them.
    """
    named: dict[str, tuple[str, str]] = {}
    placed: list[core.Assignment] = []
    unplaced: list[Assignment] = []
    for each in work.packages:
        for record in each.assignments:
            days = _days(record, (each.package.start, each.package.end), (project.start, project.end))
            work_given = work_of(record)
            if days is None or work_given is None:
                unplaced.append(record)
                continue
            partner = record.partner.name if record.partner else ""
            person = f"{record.partner_id or ''} {record.role.casefold()}"
            named.setdefault(person, (record.role, partner))
            placed.append(core.Assignment(person, partner, each.package.number, work_given, *days))
    periods = _periods(placed, cut)
    by_partner = [replace(each, person=each.partner) for each in placed]
    people, partners = _rows(placed, named, cut), _rows(by_partner, {}, cut)
    spells = core.spells(core.overloads(placed))
    overloads = tuple(Overload(*named[spell.person], spell) for spell in spells)
    sums = tuple(sum((row.loads.get(period, Fraction(0)) for row in people), Fraction(0)) for period in periods)
    total = sum((row.total for row in people), Decimal(0))
    return Workload(periods, sums, total, people, partners, overloads, tuple(unplaced))


def _days(record: Assignment, *others: tuple[date | None, date | None]) -> tuple[date, date] | None:
    for start, end in ((record.start, record.end), *others):
        if start and end and start <= end:
            return start, end
    return None


def _periods(placed: Sequence[core.Assignment], cut: Cut) -> tuple[Time, ...]:
    days = [day for each in placed for day in (each.start, each.end)]
    timeline = timeline_of(days)
    if timeline is None:
        return ()
    if cut == "quarter":
        return timeline.quarters
    months = tuple(core.months_of(min(days), max(days)))
    if len(months) > MOST_MONTHS:
        raise TooLongError(min(days), max(days))
    return months


def _rows(placed: Sequence[core.Assignment], named: Mapping[str, tuple[str, str]], cut: Cut) -> tuple[LoadRow, ...]:
    loads, totals = core.load_by_month(placed), core.totals(placed, by="person")
    rows = []
    for person, months in loads.items():
        role, partner = named.get(person, ("", person))
        cells = core.load_by_quarter(months) if cut == "quarter" else months
        rows.append(LoadRow(role, partner, dict(cells), _peaks(months, cut), totals[person]))
    return tuple(sorted(rows, key=lambda row: (row.partner, row.role)))


def _peaks(months: Mapping[Time, Fraction], cut: Cut) -> dict[Time, Fraction]:
    peaks: dict[Time, Fraction] = {}
    for (year, month), load in months.items():
        if load > 1:
            period = (year, (month + 2) // MONTHS_OF_QUARTER) if cut == "quarter" else (year, month)
            peaks[period] = max(load, peaks.get(period, load))
    return peaks


def person_years(project: Project) -> PersonYears | None:
    """Return a project's person-years both ways; None where it states none."""
    if project.person_years is None:
        return None
    months = None
    if project.start and project.end and project.start <= project.end:
        months = len(core.months_of(project.start, project.end))
    stated = project.person_years
    each = None if months is None else core.person_months(stated, months, core.PersonYears.EACH_YEAR)
    whole = core.person_months(stated, 0, core.PersonYears.WHOLE_PROJECT)
    return PersonYears(stated, months, each, whole)
