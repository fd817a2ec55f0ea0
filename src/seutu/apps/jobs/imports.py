"""Large imports as jobs: the file waits in the data folder, the worker plans it again and writes it as one act.

The act and the job's end are one transaction: a killed worker leaves all of the import or none, never two. What is
written is what a person saw: a workspace that was changed since ends the job, and the file waits to be looked at again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from seutu.apps.accounts.models import User
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.work import Running, work
from seutu.apps.records.exceptions import RejectedRowsError, StalePlanError
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.files.rejected import keep_rejected
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.files.told_rows import telling_rows
from seutu.apps.records.queries import last_sequence
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.problems import InputProblem
from seutu.core.text import Language, Text
from seutu.sources.tables import Limits

BACKGROUND_ROWS: Final = 2000
KEPT_REJECTED: Final = 5000
KEPT_REVIEW: Final = 200
STALE: Final = "stale"
"""In the outcome of a job that wrote nothing because the workspace was changed after its file was looked at."""
FILE_GONE: Final = Text(
    fi="Lähetetty tiedosto ei ole enää tallessa. Lähetä se uudelleen.",
    sv="Den skickade filen finns inte längre kvar. Skicka den på nytt.",
    en="The file that was sent is no longer kept. Send it again.",
)


def start_import_job(
    *,
    kind: Kind,
    file: Path,
    name: str,
    mappings: Sequence[Mapping[str, str]],
    same: Mapping[str, str] | None = None,
    accept_good: bool,
    head: int,
    language: Language,
    by: User | None,
    at: datetime,
) -> Job:
    """Queue the import of a file that is kept in the data folder; the job deletes the file when it is done.

    ``head`` is the workspace's last entry when the person saw what the file would do.
    """
    inside = file.resolve().relative_to(Path(settings.DATA_FOLDER).resolve())
    arguments = {
        "kind": kind.name,
        "file": inside.as_posix(),
        "name": name,
        "mappings": [dict(mapping) for mapping in mappings],
        "same": dict(same or {}),
        "accept_good": accept_good,
        "head": head,
        "language": language,
    }
    return start_job(name=name, task="import", arguments=arguments, by=by, at=at)


@work("import")
def run_import(running: Running) -> None:
    """Read, plan and write the file as a person saw it; nothing is written when the workspace was changed since."""
    told: dict[str, Any] = running.job.arguments
    path = Path(settings.DATA_FOLDER) / told["file"]
    if not path.is_file():
        raise InputProblem.because(FILE_GONE)
    running.reached(0)
    try:
        _write(running, _planned(running, path), path)
    except StalePlanError:
        running.refuse({STALE: True})
        return
    path.unlink(missing_ok=True)
    path.with_suffix(".json").unlink(missing_ok=True)


def _planned(running: Running, path: Path) -> Plan:
    """Return the plan of the file for the workspace as it stood when the person looked; raises StalePlanError."""
    told: dict[str, Any] = running.job.arguments
    if last_sequence() != told["head"]:
        raise StalePlanError
    kind = kind_named(told["kind"])
    opened = open_file(kind, path, limits=Limits(file_bytes=settings.UPLOAD_LIMIT_MB * 1024 * 1024))
    counted = telling_rows(opened, lambda done, total: running.reached(done // 2, total))
    same = told.get("same")
    plan = plan_import(kind, counted, language=told["language"], mappings=told["mappings"], same=same)
    plan.head = told["head"]
    running.reached(len(plan.rows) // 2, len(plan.rows))
    return plan


def _write(running: Running, plan: Plan, file: Path) -> None:
    """Write the plan and end the job; raises StalePlanError, with nothing written, when the workspace was changed."""
    job, told = running.job, running.job.arguments
    try:
        with running.ending():
            report = apply_plan(
                plan,
                accept_good=told["accept_good"],
                note=told["name"],
                by=job.by,
                at=running.clock(),
                told=lambda done, total: running.reached((len(plan.rows) + done) // 2, total),
            )
            job.done = report.rows
            job.save(update_fields=["done"])
            running.outcome.update(_outcome(report, plan, file, told["language"]))
    except RejectedRowsError as error:
        running.refuse(_outcome(error.report, plan, file, told["language"]))


def _outcome(report: ImportReport, plan: Plan, file: Path, language: Language) -> dict[str, Any]:
    """Return the report with where the rejected rows are kept; the file lives as long as what people send does."""
    kept = keep_rejected(report.rejected, file, kind=plan.kind, language=language)
    inside = kept.resolve().relative_to(Path(settings.DATA_FOLDER).resolve()).as_posix() if kept else None
    return outcome_of(report) | {"rejected_file": inside}


def kept_rejected_rows(job: Job) -> Path | None:
    """Return the file of the rows a job's import rejected, while it is kept."""
    inside = (job.outcome or {}).get("rejected_file")
    path = Path(settings.DATA_FOLDER) / inside if inside else None
    return path if path is not None and path.is_file() else None


def outcome_of(report: ImportReport) -> dict[str, Any]:
    """Return a report as a job's outcome keeps it: counts, and the first of its rejected rows, pairs and notes."""
    told = dict(report.as_dict())
    kept = {
        "rejected": [row.as_dict() for row in report.rejected[:KEPT_REJECTED]],
        "review": [each.as_dict() for each in report.review[:KEPT_REVIEW]],
        "notes": [note.as_dict() for note in report.notes[:KEPT_REVIEW]],
    }
    counts = {f"{name}_count": len(getattr(report, name)) for name in kept}
    return {**told, **kept, **counts, "sequence": report.sequence}
