"""EU structural-fund project lists: projects, their implementers as actors, and each implementer's lead role.

Spellings equal after case and spacing are one actor; weaker likeness only goes to the review list. A row with a value
that its column does not take is rejected, as one that cannot be read.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.rehearsing import importing
from seutu.apps.records.files.report import ImportReport, Likeness, Rejected, Told, untold
from seutu.apps.records.files.upserts import PART, Upserts, parts_of, read_by_column
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.origins import source_of
from seutu.core.names import fold_name, similar_pairs
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources.eu_projects import ProjectRow, RejectedRow, read_eu_projects
from seutu.sources.tables import join_list

READ: Final = {
    "code": "code",
    "name": "name",
    "programme": "programme",
    "status": "status",
    "authority": "authority",
    "granted": "granted",
    "actual": "paid",
    "planned_public": "planned_public",
    "actual_public": "actual_public",
}
"""The texts and sums of a row, each with the project's column that it goes to."""
LICENCE: Final = "(EU) 1303/2013, 115"
PUBLISHER: Final = "Työ- ja elinkeinoministeriö"
REVIEW_LIMIT: Final = 2000
LIKENESS: Final = 0.93
TOLD_EVERY: Final = 500


def _project_keys(record: OwnedRecord) -> list[object]:
    return [(record.code, record.fund)] if isinstance(record, Project) and record.code else []


def _actor_keys(record: OwnedRecord) -> list[object]:
    return [record.title_key, *(fold_name(name) for name in record.terms.get("name", ()))]


def _participation_keys(record: OwnedRecord) -> list[object]:
    return [(record.project_id, record.actor_id, record.role)] if isinstance(record, Participation) else []


def import_structural_funds(
    path: Path,
    *,
    accept_good: bool,
    preview: bool,
    by: User | None,
    at: datetime,
    told: Told = untold,
    name: str = "",
) -> ImportReport:
    """Read a project list into the workspace as one act.

    Raises InputProblem for a file of another form, RejectedRowsError when rows cannot be read surely and they were not
    accepted; then nothing is written.
    """
    rows, rejected = _split(read_eu_projects(path), told)
    report = ImportReport(rejected=rejected)
    if rejected and not accept_good and not preview:
        report.counts["skipped"] = len(rows)
        raise RejectedRowsError(report)
    with importing(preview=preview, by=by, at=at, note=name or path.name) as act:
        source = source_of(act, name=f"EURA: {path.name}", publisher=PUBLISHER, licence=LICENCE)
        names = _put_rows(act, rows, source, report, told)
        report.sequence = act.sequence if act.count and not preview else None
    report.review = _alike(names)
    report.notes += [Problem(row.repaired, line=row.line, value=row.code) for row in rows if row.repaired is not None]
    return report


def _split(read: Iterable[ProjectRow | RejectedRow], told: Told) -> tuple[list[ProjectRow], list[Rejected]]:
    rows: list[ProjectRow] = []
    rejected: list[Rejected] = []
    for number, row in enumerate(read):
        if number % TOLD_EVERY == 0:
            told(number, None)
        if isinstance(row, RejectedRow):
            rejected.append(Rejected((row.problem,)))
            continue
        fitting, problems = _fitted(row)
        if problems:
            rejected.append(Rejected(tuple(problems)))
        else:
            rows.append(fitting)
    return rows, rejected


def _fitted(row: ProjectRow) -> tuple[ProjectRow, list[Problem]]:
    """Return the row with its values as the columns of the records read them, and what they do not take."""
    projects, actors = kind_named("projects"), kind_named("actors")
    problems: list[Problem] = []
    changed: dict[str, Any] = {}
    for name, column in READ.items():
        written = getattr(row, name)
        value = read_by_column(projects, column, written, problems, row.line)
        if value is not written:
            changed[name] = value
    implementer = read_by_column(actors, "name", row.implementer, problems, row.line)
    if implementer != row.implementer:
        changed["implementer"] = implementer
    return replace(row, **changed) if changed else row, problems


def _put_rows(act: Act, rows: list[ProjectRow], source: UUID, report: ImportReport, told: Told) -> list[str]:
    projects = Upserts(act, kind_named("projects"), _project_keys)
    actors = Upserts(act, kind_named("actors"), _actor_keys, looked_at=True)
    parts = Upserts(act, kind_named("participations"), _participation_keys)
    spellings = _spellings(rows)
    actor_ids: dict[str, UUID] = {}
    total = len(spellings) + 2 * len(rows)
    for part in parts_of(list(spellings.items())):
        told(len(actor_ids), total)
        actors.warm(key for key, _ in part)
        for key, spelled in part:
            actor_ids[key] = actors.put([key], _actor_values(actors, key, spelled, source, report.notes))
    for number, some in enumerate(parts_of(rows)):
        told(len(spellings) + number * PART, total)
        projects.warm((row.code, row.fund) for row in some)
        for row in some:
            projects.put([(row.code, row.fund)], _project_values(row, source))
    left = len(spellings) + len(rows)
    _put_roles(rows, (projects, parts), actor_ids, source, lambda done, _: told(left + done, total))
    report.counts.update(projects.counts)
    report.counts["skipped"] += len(rows) - sum(projects.counts.values())
    report.related["actors"] = len(actor_ids)
    report.related["participations"] = sum(parts.counts.values())
    return [next(iter(names)) for names in spellings.values()]


def _put_roles(
    rows: list[ProjectRow], into: tuple[Upserts, Upserts], actor_ids: dict[str, UUID], source: UUID, told: Told
) -> None:
    projects, roles = into
    for number, part in enumerate(parts_of(rows)):
        told(number * PART, None)
        keyed = []
        for row in part:
            project_id = projects.find((row.code, row.fund))
            if row.implementer and project_id:
                keyed.append((row, project_id, actor_ids[fold_name(row.implementer)]))
        roles.warm((project_id, actor_id, "lead") for _, project_id, actor_id in keyed)
        for row, project_id, actor_id in keyed:
            values: dict[str, Value] = {
                "project": project_id,
                "actor": actor_id,
                "role": "lead",
                "source": source,
                "source_place": str(row.line),
            }
            roles.put([(project_id, actor_id, "lead")], values)


def _spellings(rows: list[ProjectRow]) -> dict[str, dict[str, int]]:
    """Return by folded name the spellings of each implementer, with the line on which each stands first."""
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        if row.implementer:
            found.setdefault(fold_name(row.implementer), {}).setdefault(row.implementer, row.line)
    return found


def _actor_values(
    actors: Upserts, key: str, spelled: dict[str, int], source: UUID, notes: list[Problem]
) -> dict[str, Value]:
    known = actors.find(key)
    record = actors.record(known) if known else None
    name = record.title if record else next(iter(spelled))
    held = record.terms.get("name", ()) if record else ()
    values: dict[str, Value] = {} if record else {"name": name, "source": source}
    others = list(held)
    for each, line in spelled.items():
        if each != name and each not in held:
            read = read_by_column(actors.kind, "other_names", join_list((each,)), notes, line)
            others += read if isinstance(read, tuple) else ()
    return values | {"other_names": tuple(others) or None}


def _project_values(row: ProjectRow, source: UUID) -> dict[str, Value]:
    return {
        "name": row.name,
        "code": row.code,
        "fund": row.fund,
        "programme": row.programme,
        "status": row.status,
        "authority": row.authority,
        "start": row.start,
        "end": row.end,
        "granted": row.granted,
        "paid": row.actual,
        "planned_public": row.planned_public,
        "actual_public": row.actual_public,
        "source": source,
        "source_place": f"{row.line}",
    }


def _alike(names: list[str]) -> list[Likeness]:
    reason = Text(fi="nimet muistuttavat toisiaan", sv="namnen liknar varandra", en="the names are alike")
    pairs = similar_pairs(names, LIKENESS)[:REVIEW_LIMIT]
    return [Likeness(pair.first, pair.second, pair.likeness, reason) for pair in pairs]
