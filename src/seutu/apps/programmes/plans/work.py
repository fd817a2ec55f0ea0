"""The work of a project: packages with their tasks, results and people, in the order of their numbers.

Not for when it is done (``scheduling``) or how much of whom it takes in a month (``loads``).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from seutu.apps.programmes.models import Assignment, ProjectTask, Result, WorkPackage
from seutu.apps.records.ordering import blanks_last
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.relations import Relation, Status
from seutu.core.programmes.numbering import natural_key
from seutu.core.programmes.work_checks import work_checks

Numbered = TypeVar("Numbered", WorkPackage, ProjectTask, Result)


@dataclass(frozen=True, slots=True)
class PlannedPackage:
    """A work package with what belongs to it."""

    package: WorkPackage
    tasks: tuple[ProjectTask, ...]
    results: tuple[Result, ...]
    assignments: tuple[Assignment, ...]

    @property
    def checks(self) -> list[Relation]:
        """Return what is said of the package's person-months beside those of its tasks and people."""
        return work_checks(
            self.package.number,
            work_of(self.package),
            tasks=[(task.number, work_of(task)) for task in self.tasks],
            people=[(each.role, work_of(each)) for each in self.assignments],
        )


@dataclass(frozen=True, slots=True)
class ProjectWork:
    """All work packages of a project."""

    packages: tuple[PlannedPackage, ...]

    @property
    def tasks(self) -> tuple[ProjectTask, ...]:
        """Return the tasks of all packages in order."""
        return tuple(task for each in self.packages for task in each.tasks)

    @property
    def results(self) -> tuple[Result, ...]:
        """Return the results of all packages in order."""
        return tuple(result for each in self.packages for result in each.results)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments of all packages in order."""
        return tuple(assignment for each in self.packages for assignment in each.assignments)

    @property
    def person_months(self) -> Decimal | None:
        """Return what the packages state together; None where none states anything."""
        return stated_sum(each.package for each in self.packages)

    @property
    def faults(self) -> list[Relation]:
        """Return the checks of all packages that do not hold."""
        return [check for each in self.packages for check in each.checks if check.status is Status.FAILS]


def work_of(record: WorkPackage | ProjectTask | Assignment) -> Decimal | None:
    """Return a record's person-months without the zeros its database column adds."""
    return plain_number(record.person_months)


def stated_sum(records: Iterable[WorkPackage | ProjectTask | Assignment]) -> Decimal | None:
    """Return the person-months of records together; None where none states any."""
    stated = [work for work in map(work_of, records) if work is not None]
    return sum(stated, Decimal(0)) if stated else None


def project_work(project_id: UUID) -> ProjectWork:
    """Return the work of a project: four queries."""
    packages = _numbered(_standing(WorkPackage, project_id=project_id).select_related("responsible"))
    of_project = {"work_package__project_id": project_id, "work_package__trashed_at__isnull": True}
    tasks = _by_package(_numbered(_standing(ProjectTask, **of_project).select_related("responsible")))
    results = _by_package(_numbered(_standing(Result, **of_project)))
    people = (
        _standing(Assignment, **of_project)
        .select_related("partner")
        .order_by("role", *blanks_last(Assignment, "partner__name"), "pk")
    )
    assignments = _by_package(list(people))
    return ProjectWork(
        tuple(
            PlannedPackage(
                package,
                tuple(tasks.get(package.pk, ())),
                tuple(results.get(package.pk, ())),
                tuple(assignments.get(package.pk, ())),
            )
            for package in packages
        )
    )


def _standing(model: type[Any], **conditions: Any) -> Any:
    return model.objects.filter(trashed_at__isnull=True, **conditions)


def _numbered(records: Iterable[Numbered]) -> list[Numbered]:
    return sorted(records, key=lambda each: (natural_key(each.number), each.name, str(each.pk)))


def _by_package(records: Sequence[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for record in records:
        found[record.work_package_id].append(record)
    return found
