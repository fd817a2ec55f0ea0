"""The schedule of a project: its parts with their waits and faults, the line of quarters, and what a shift would mean.

Not for saving a shift (``shift_operations``).
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seutu.apps.programmes.models import Assignment, Project, ProjectTask, Result, WorkPackage
from seutu.apps.programmes.plans.work import ProjectWork
from seutu.apps.records.models import OwnedRecord
from seutu.core.programmes.schedule_reading import Fault, Row, Schedule, faults_of_dates, read_schedule
from seutu.core.programmes.schedules import Move, Part, moved_parts, proposed_moves
from seutu.core.programmes.timelines import Timeline, timeline_of

PlanPart = WorkPackage | ProjectTask
Belonging = Result | Assignment


@dataclass(frozen=True, slots=True)
class ProjectSchedule:
    """The parts of a project's plan by their key, in order, and the schedule that they make.

    ``keys`` has the key of every part by its id, also where two have the same. ``belongings`` are the results and the
    people of packages with days of their own, which move with the package; ``followers`` are those days.

    ``seen`` stands for the project and its parts as they are: it is another one as soon as any is changed, added or
    taken away.
    """

    parts: Mapping[str, PlanPart]
    keys: Mapping[UUID, str]
    belongings: Mapping[str, Belonging]
    followers: tuple[Part, ...]
    schedule: Schedule
    seen: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The moves that a shift would make, and what would be wrong after it that is not wrong now."""

    moves: tuple[Move, ...]
    new_faults: tuple[Fault, ...]


def project_schedule(project: Project, work: ProjectWork) -> ProjectSchedule:
    """Return the schedule of a project's work. Of two parts with one key the first stands; the fault is told."""
    records: list[PlanPart] = []
    rows = []
    for each in work.packages:
        records += [each.package, *each.tasks]
        rows.append(_row(each.package))
        rows += [_row(task, each.package.number) for task in each.tasks]
    schedule = read_schedule(rows, (project.start, project.end))
    parts: dict[str, PlanPart] = {}
    for key, record in zip(schedule.keys, records, strict=True):
        parts.setdefault(key, record)
    named = {record.pk: key for key, record in zip(schedule.keys, records, strict=True)}
    belongings, followers = _belongings(work, named, {part.key for part in schedule.parts})
    seen = _seen([project, *records, *work.results, *work.assignments])
    return ProjectSchedule(parts, named, belongings, followers, schedule, seen)


def _belongings(
    work: ProjectWork, keys: Mapping[UUID, str], dated: Collection[str]
) -> tuple[dict[str, Belonging], tuple[Part, ...]]:
    """Return what moves with packages that have days, by its id, and its days. A due day stands with its month."""
    found: dict[str, Belonging] = {}
    days = []
    for each in work.packages:
        key = keys[each.package.pk]
        if key not in dated:
            continue
        for result in each.results:
            if result.due:
                found[str(result.pk)] = result
                days.append(Part(str(result.pk), result.due.replace(day=1), result.due, within=key))
        for person in each.assignments:
            if person.start and person.end and person.start <= person.end:
                found[str(person.pk)] = person
                days.append(Part(str(person.pk), person.start, person.end, within=key))
    return found, tuple(days)


def _row(record: PlanPart, package: str = "") -> Row:
    return Row(record.number, record.start, record.end, record.after, package)


def _seen(records: Sequence[OwnedRecord]) -> str:
    said = ";".join(sorted(f"{record.pk}:{record.version}" for record in records))
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def project_timeline(project: Project, work: ProjectWork) -> Timeline | None:
    """Return the quarters that the project, its parts and its results touch. Raises ``TooLongError``."""
    days: list[date | None] = [project.start, project.end]
    for each in work.packages:
        days += [each.package.start, each.package.end, *(result.due for result in each.results)]
        days += [day for task in each.tasks for day in (task.start, task.end)]
    return timeline_of(days)


def proposal(found: ProjectSchedule, key: str, *, months: int, days: int) -> Proposal:
    """Return what a shift of one part would move, with what belongs to packages, and what it would break.

    Raises ``ScheduleError`` where the part has no days, or would leave the calendar.
    """
    schedule = found.schedule
    moves = proposed_moves((*schedule.parts, *found.followers), key, months=months, days=days)
    faults = faults_of_dates(moved_parts(schedule.parts, moves), schedule.bounds)
    return Proposal(tuple(moves), tuple(fault for fault in faults if fault not in schedule.faults))
