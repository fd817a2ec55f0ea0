"""A new project in the shape of an earlier one: packages, tasks, results, risks and indicators, with shifted days.

Not copied is what belongs to the earlier project alone: partners and people, person-months, money, targets,
measurements, meetings. The act is opened by the app that adds what lies above this one (``funding``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from seutu.apps.programmes.models import Indicator, Project
from seutu.apps.programmes.plans.steering import project_steering
from seutu.apps.programmes.plans.work import PlannedPackage, ProjectWork, project_work
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.programmes.schedules import Part, distance, shifted

KEPT_OF_PROJECT: Final = (
    "programme",
    "fund",
    "authority",
    "description",
    "project_type",
    "strategy_link",
    "legal_basis",
    "cost_model",
    "flat_rate",
)
KEPT_OF_PACKAGE: Final = ("number", "name", "after", "objective")
KEPT_OF_TASK: Final = ("number", "name", "after", "description")
KEPT_OF_RESULT: Final = ("number", "name", "description")
KEPT_OF_RISK: Final = ("name", "probability", "impact", "response")
KEPT_OF_INDICATOR: Final = ("name", "indicator_type", "unit", "direction", "gathering", "method")


@dataclass(frozen=True, slots=True)
class _Shift:
    """How far all days move; None where there is no day to count from, and then no day is copied."""

    steps: tuple[int, int] | None

    def period(self, start: date | None, end: date | None) -> dict[str, date | None]:
        """Return a period's days moved; one without either day loses none of what it has."""
        if self.steps is None:
            return {}
        first, last = start or end, end or start
        if first is None or last is None:
            return {}
        moved = shifted(Part("", first, last), months=self.steps[0], days=self.steps[1])
        return {"start": moved.start if start else None, "end": moved.end if end else None}

    def day(self, day: date | None) -> date | None:
        """Return one day moved."""
        return self.period(None, day).get("end")


def first_day(project: Project, work: ProjectWork) -> date | None:
    """Return the day that the days of a plan are counted from: the project's start, or the first of its parts."""
    packages = [each.package.start for each in work.packages]
    starts = [start for start in (*packages, *(task.start for task in work.tasks)) if start]
    return project.start or min(starts, default=None)


def copy_structure(act: Act, project: Project, made_id: UUID, *, name: str, start: date) -> OwnedRecord:
    """Gather a new project of this id with the structure of an earlier one; returns it.

    Raises ``ScheduleError`` by bad days.
    """
    work = project_work(project.pk)
    first = first_day(project, work)
    shift = _Shift(None if first is None else distance(first, start))
    kind = kind_named("projects")
    values = {column: kind.column(column).take(project) for column in KEPT_OF_PROJECT}
    values |= {"name": name, "life_cycle": "preparation", "development_programme": project.development_programme_id}
    values |= {"start": start, **{key: day for key, day in shift.period(project.start, project.end).items() if day}}
    made = act.create(kind, values, record_id=made_id)
    for planned in work.packages:
        _copy_package(act, planned, made.pk, shift)
    for risk in project_steering(project.pk).risks:
        _copy(act, "risks", risk, KEPT_OF_RISK, {"project": made.pk, "state": "open"})
    for indicator in Indicator.objects.filter(project=project, trashed_at__isnull=True).order_by("name", "pk"):
        _copy(act, "indicators", indicator, KEPT_OF_INDICATOR, {"project": made.pk})
    return made


def _copy_package(act: Act, planned: PlannedPackage, project_id: UUID, shift: _Shift) -> None:
    package = planned.package
    days = shift.period(package.start, package.end)
    made = _copy(act, "work-packages", package, KEPT_OF_PACKAGE, {"project": project_id, **days})
    inside = {"work_package": made.pk, "state": "planned"}
    for task in planned.tasks:
        _copy(act, "project-tasks", task, KEPT_OF_TASK, {**inside, **shift.period(task.start, task.end)})
    for result in planned.results:
        _copy(act, "results", result, KEPT_OF_RESULT, {**inside, "due": shift.day(result.due)})


def _copy(
    act: Act, kind_name: str, record: OwnedRecord, kept: tuple[str, ...], others: Mapping[str, Any]
) -> OwnedRecord:
    kind = kind_named(kind_name)
    return act.create(kind, {**{name: kind.column(name).take(record) for name in kept}, **others})
