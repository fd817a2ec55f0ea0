"""Hours worked in a project beside its planned person-months: of the whole, of each package and of each assignment.

Not for loads of planned work (``loads``), or for what the hours cost.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from seutu.apps.programmes.models import Assignment, Project, WorkedHours, WorkPackage
from seutu.apps.programmes.plans.work import PlannedPackage, ProjectWork, stated_sum, work_of
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.funding.applied_rules import PERIOD_BEGINS, basis_of
from seutu.core.funding.rulebook import Rule
from seutu.core.funding.staff_costs import NoRuleError, hours_of_year
from seutu.core.programmes.worked_hours import HoursStanding, Month, planned_hours, untold_months
from seutu.rules.funding import rule_book


@dataclass(frozen=True, slots=True)
class HoursRow:
    """What one package or assignment was given and has used; both None for hours of the project as a whole.

    ``told`` is of how many months hours are known, ``untold`` which whole months of its time they are not.
    """

    package: WorkPackage | None
    assignment: Assignment | None
    person_months: Decimal | None
    standing: HoursStanding
    told: int
    untold: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class ProjectHours:
    """The hours of a project. ``rule`` is None where no rule of its legal basis tells the hours of a year."""

    rule: Rule | None
    is_assumed: bool
    whole: HoursRow
    packages: tuple[HoursRow, ...]
    people: tuple[HoursRow, ...]

    @property
    def overs(self) -> list[HoursRow]:
        """Return packages and assignments in which more has been worked than was planned."""
        return [each for each in (*self.packages, *self.people) if each.standing.is_over]


def hours_rule(project: Project) -> tuple[Rule | None, bool]:
    """Return the rule of the hours of a year, and whether the project's legal basis was assumed for it."""
    rules = rule_book()
    basis = basis_of(project.legal_basis, rules) or ""
    try:
        return hours_of_year(rules, basis=basis, on=project.start or PERIOD_BEGINS), not project.legal_basis
    except NoRuleError:
        return None, False


def project_hours(project: Project, work: ProjectWork, *, today: date) -> ProjectHours:
    """Return the hours of a project: one query."""
    rule, is_assumed = hours_rule(project)
    rows = list(WorkedHours.objects.filter(project=project, trashed_at__isnull=True).order_by("month", "pk"))
    package_of = {each.pk: each.work_package_id for each in work.assignments}
    by_package: dict[UUID | None, list[WorkedHours]] = defaultdict(list)
    by_person: dict[UUID | None, list[WorkedHours]] = defaultdict(list)
    known = {each.package.pk for each in work.packages}
    for row in rows:
        package = package_of.get(row.assignment_id) or row.work_package_id
        by_package[package if package in known else None].append(row)
        by_person[row.assignment_id].append(row)
    counting = _Counting(rule, today)
    days = (project.start, project.end)
    packages = [
        counting.row(by_package[each.package.pk], work_of(each.package), _days(each, days), package=each.package)
        for each in work.packages
    ]
    if by_package[None]:
        packages.append(counting.row(by_package[None], None, None))
    people = [
        counting.row(
            by_person[person.pk], work_of(person), _days(each, days, person), package=each.package, assignment=person
        )
        for each in work.packages
        for person in each.assignments
    ]
    given = work.person_months if work.person_months is not None else stated_sum(work.assignments)
    return ProjectHours(rule, is_assumed, counting.row(rows, given, _both(*days)), tuple(packages), tuple(people))


@dataclass(frozen=True, slots=True)
class _Counting:
    """How rows of hours are counted: by which rule, and by which day a month is over."""

    rule: Rule | None
    today: date

    def row(
        self,
        rows: Sequence[WorkedHours],
        person_months: Decimal | None,
        days: tuple[date, date] | None,
        *,
        package: WorkPackage | None = None,
        assignment: Assignment | None = None,
    ) -> HoursRow:
        """Return what stands of some hours."""
        told = _months(rows)
        untold = untold_months(*days, told=told, until=self.today) if days else []
        yearly = self.rule.value if self.rule is not None else None
        planned = None if person_months is None or yearly is None else planned_hours(person_months, yearly)
        worked = plain_number(sum((each.hours for each in rows), Decimal(0))) if rows else None
        return HoursRow(package, assignment, person_months, HoursStanding(planned, worked), len(told), tuple(untold))


def _months(rows: Iterable[WorkedHours]) -> set[Month]:
    return {(each.month.year, each.month.month) for each in rows}


def _days(
    planned: PlannedPackage, project: tuple[date | None, date | None], person: Assignment | None = None
) -> tuple[date, date] | None:
    """Return the time of the work: that of the assignment, else of its package, else of the project."""
    own = _both(person.start, person.end) if person is not None else None
    return own or _both(planned.package.start, planned.package.end) or _both(*project)


def _both(start: date | None, end: date | None) -> tuple[date, date] | None:
    return (start, end) if start and end and start <= end else None
