"""Kohesio: projects of EU cohesion policy, their beneficiaries as actors, and the part each has in a project.

A project is the one that the EURA lists call by the same code and fund. The share of the Union is the project's: it is
entered with its only beneficiary, and nowhere when there are several. What people have written of a standing actor
stands. Not for reading the file (``sources.kohesio``).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.rehearsing import importing
from seutu.apps.records.files.report import ImportReport, Rejected, Told, untold
from seutu.apps.records.files.upserts import PART, Key, Upserts, parts_of, read_by_column
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from seutu.apps.register.origins import source_of
from seutu.core.names import fold_name
from seutu.core.problems import Problem
from seutu.sources.kohesio import CohesionProject, read_cohesion_projects
from seutu.sources.kohesio.messages import CONTRADICTION

NAME: Final = "Kohesio"
PUBLISHER: Final = "Euroopan komissio"
LICENCE: Final = "CC BY 4.0"
URL: Final = "https://kohesio.ec.europa.eu/"
TEXTS: Final = {
    "name": "name",
    "code": "code",
    "fund": "fund",
    "programme": "programme",
    "authority": "authority",
    "description": "summary",
    "budget_total": "total",
}
"""The columns of a project, each with the part of a row that it takes."""
NEEDED: Final = frozenset({"name", "code"})
Rows = Sequence[CohesionProject]


def _project_keys(record: OwnedRecord) -> list[Key]:
    return [(record.code, record.fund)] if isinstance(record, Project) and record.code else []


def _actor_keys(record: OwnedRecord) -> list[Key]:
    names: list[Key] = [record.title_key, *(fold_name(name) for name in record.terms.get("name", ()))]
    if isinstance(record, Actor) and record.business_id:
        names.insert(0, ("business", record.business_id))
    return names


def _part_keys(record: OwnedRecord) -> list[Key]:
    return [(record.project_id, record.actor_id, record.role)] if isinstance(record, Participation) else []


def import_cohesion_policy(
    path: Path,
    *,
    accept_good: bool,
    preview: bool,
    by: User | None,
    at: datetime,
    told: Told = untold,
    name: str = "",
) -> ImportReport:
    """Read a project file of Kohesio into the workspace as one act.

    Raises InputProblem for a file of another form, RejectedRowsError when rows cannot be read and they were not
    accepted; then nothing is written.
    """
    told(0, None)
    read = read_cohesion_projects(path)
    projects, odd = _by_project(read.rows)
    report = ImportReport(rejected=[Rejected((problem,)) for problem in read.rejected])
    report.notes += [*read.notes, *odd]
    if report.rejected and not accept_good and not preview:
        report.counts["skipped"] = len(read.rows) + read.abroad
        raise RejectedRowsError(report)
    with importing(preview=preview, by=by, at=at, note=name or path.name) as act:
        source = source_of(act, name=NAME, publisher=PUBLISHER, licence=LICENCE, url=URL)
        _put(act, list(projects.values()), source, report, told)
        done = sum(report.counts.values()) + len(report.rejected) - len(read.rejected)
        report.counts["skipped"] += read.abroad + len(read.rows) - done
        if report.rejected and not accept_good and not preview:
            raise RejectedRowsError(report)
        report.sequence = act.sequence if act.count and not preview else None
    return report


def _by_project(rows: Rows) -> tuple[Mapping[str, list[CohesionProject]], list[Problem]]:
    """Return the rows of each project, and where a later row says something else of the project than the first."""
    found: dict[str, list[CohesionProject]] = defaultdict(list)
    odd: list[Problem] = []
    for row in rows:
        own = found[row.operation]
        if own and _facts(own[0]) != _facts(row):
            odd.append(Problem(CONTRADICTION, line=row.line, value=row.code))
        own.append(row)
    return found, odd


def _facts(row: CohesionProject) -> tuple[object, ...]:
    return row.code, row.name, row.fund, row.programme, row.start, row.end, row.total, row.eu_budget


def _put(act: Act, projects: list[list[CohesionProject]], source: UUID, report: ImportReport, told: Told) -> None:
    records = Upserts(act, kind_named("projects"), _project_keys)
    actors = Upserts(act, kind_named("actors"), _actor_keys)
    parts = Upserts(act, kind_named("participations"), _part_keys)
    items: list[tuple[list[Key], Mapping[str, Value]]] = []
    for number, some in enumerate(parts_of(projects)):
        told(number * PART, len(projects))
        records.warm((rows[0].code, rows[0].fund) for rows in some)
        actors.warm(key for rows in some for row in rows for key in _keys_of(row))
        for rows in some:
            project = _put_project(records, rows[0], source, report)
            if project is not None:
                items += _roles(project, rows, actors, source, report)
    parts.put_all(items)
    report.counts.update(records.counts)
    report.related["actors"] = sum(actors.counts.values())
    report.related["participations"] = sum(parts.counts.values())


def _put_project(records: Upserts, row: CohesionProject, source: UUID, report: ImportReport) -> UUID | None:
    """Put the project; one whose name or code no column takes is rejected."""
    problems: list[Problem] = []
    values: dict[str, Value] = {
        column: read_by_column(records.kind, column, getattr(row, part), problems, row.line)
        for column, part in TEXTS.items()
    }
    if any(values[column] is None for column in NEEDED):
        report.rejected.append(Rejected(tuple(problems)))
        return None
    report.notes += problems
    values |= {"start": row.start, "end": row.end}
    keys: list[Key] = [(row.code, row.fund)]
    if records.find(*keys) is None:
        values |= {"source": source, "source_place": row.operation}
    return records.put(keys, values)


def _keys_of(row: CohesionProject) -> list[Key]:
    keys: list[Key] = [("business", row.business_id)] if row.business_id else []
    return [*keys, fold_name(row.beneficiary)] if row.beneficiary else keys


def _roles(
    project: UUID, rows: Rows, actors: Upserts, source: UUID, report: ImportReport
) -> list[tuple[list[Key], Mapping[str, Value]]]:
    named = {fold_name(row.beneficiary): row for row in rows if row.beneficiary}
    role = "lead" if len(named) == 1 else "participant"
    found: list[tuple[list[Key], Mapping[str, Value]]] = []
    for row in named.values():
        actor = _put_actor(actors, row, source, report)
        if actor is None:
            continue
        values: dict[str, Value] = {
            "project": project,
            "actor": actor,
            "role": role,
            "funding": _share(row, report) if len(named) == 1 else None,
            "source": source,
            "source_place": row.operation,
        }
        found.append(([(project, actor, role)], values))
    return found


def _share(row: CohesionProject, report: ImportReport) -> Value:
    return read_by_column(kind_named("participations"), "funding", row.eu_budget, report.notes, row.line)


def _put_actor(actors: Upserts, row: CohesionProject, source: UUID, report: ImportReport) -> UUID | None:
    """Return the standing actor as it is, else make one; a name that no column takes leaves the project without."""
    known = actors.find(*_keys_of(row))
    if known is not None:
        return known
    name = read_by_column(actors.kind, "name", row.beneficiary, report.notes, row.line)
    if name is None:
        return None
    values: dict[str, Value] = {
        "name": name,
        "business_id": row.business_id,
        "source": source,
        "source_place": row.operation,
    }
    return actors.put(_keys_of(row), values)
