"""Files of registers as jobs: first a rehearsal that says what would happen, then the import, if a person wants it.

The files wait in a folder of the data folder. The act and the job's end are one transaction. What is written is what a
person saw: a workspace that was changed since the rehearsal ends the import, and the files wait to be looked at again.
"""

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from seutu.apps.accounts.models import User
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.imports import FILE_GONE, STALE, outcome_of
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.work import Running, work
from seutu.apps.records.exceptions import RejectedRowsError, StalePlanError
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.queries import last_sequence
from seutu.core.problems import InputProblem

if TYPE_CHECKING:  # its readers are heavy, and every command would load them
    from seutu.apps.programmes.imports.register_files import RegisterFile

REHEARSAL: Final = "register-preview"
IMPORT: Final = "register-import"


def start_rehearsal(*, what: "RegisterFile", folder: Path, name: str, by: User | None, at: datetime) -> Job:
    """Queue the rehearsal of files that are kept in a folder of the data folder."""
    inside = folder.resolve().relative_to(Path(settings.DATA_FOLDER).resolve())
    arguments = {"what": what.name, "folder": inside.as_posix(), "name": name}
    return start_job(name=name, task=REHEARSAL, arguments=arguments, by=by, at=at)


def start_register_import(rehearsal: Job, *, accept_good: bool, by: User | None, at: datetime) -> Job:
    """Queue the import of the files that were rehearsed."""
    arguments = {**_told(rehearsal), "accept_good": accept_good, "head": (rehearsal.outcome or {}).get("head")}
    return start_job(name=rehearsal.name, task=IMPORT, arguments=arguments, by=by, at=at)


def rehearse_again(job: Job, *, by: User | None, at: datetime) -> Job:
    """Queue the rehearsal of a job's files anew, when something was changed since."""
    return start_job(name=job.name, task=REHEARSAL, arguments=_told(job), by=by, at=at)


def _told(job: Job) -> dict[str, Any]:
    """Return what a rehearsal is told of its files."""
    return {name: job.arguments[name] for name in ("what", "folder", "name")}


def is_kept(job: Job) -> bool:
    """Return whether the files of a job are still kept."""
    return _folder(job).is_dir()


def is_changed_since(rehearsal: Job) -> bool:
    """Return whether the workspace was changed after the rehearsal began."""
    return bool((rehearsal.outcome or {}).get("head") != last_sequence())


def waits_to_be_looked_at(job: Job) -> bool:
    """Return whether a job's files may be brought in or rehearsed anew: a rehearsal, or an import too late."""
    rehearsed = job.task == REHEARSAL and job.state == JobState.DONE
    return rehearsed or (job.task == IMPORT and bool((job.outcome or {}).get(STALE)))


def _folder(job: Job) -> Path:
    return Path(settings.DATA_FOLDER) / str(job.arguments.get("folder", ""))


def _what(job: Job) -> "RegisterFile":
    from seutu.apps.programmes.imports.register_files import REGISTER_FILES

    return REGISTER_FILES[job.arguments["what"]]


def _read(running: Running, *, accept_good: bool, preview: bool) -> ImportReport:
    job = running.job
    folder = _folder(job)
    if not job.arguments.get("folder") or not folder.is_dir():
        raise InputProblem.because(FILE_GONE)
    files = sorted(folder.iterdir())
    what = _what(job)
    path = files[0] if len(files) == 1 else folder
    return what.read(
        path,
        accept_good=accept_good,
        preview=preview,
        by=job.by,
        at=running.clock(),
        told=running.reached,
        name=job.arguments["name"],
    )


def _counted(job: Job, report: ImportReport) -> dict[str, Any]:
    return {**outcome_of(report), "kind": _what(job).kind}


@work(REHEARSAL)
def rehearse(running: Running) -> None:
    """Say what the files would do; nothing is written."""
    running.reached(0)
    head = last_sequence()
    report = _read(running, accept_good=True, preview=True)
    running.outcome.update(_counted(running.job, report), head=head)


@work(IMPORT)
def bring_in(running: Running) -> None:
    """Write what the files hold as one act, and forget the files; keep them when the workspace was changed since."""
    job = running.job
    running.reached(0)
    try:
        with running.ending():
            running.outcome.update(_counted(job, _written(running)))
    except StalePlanError:
        running.refuse({STALE: True})
        return
    except RejectedRowsError as error:
        running.refuse(_counted(job, error.report))
    shutil.rmtree(_folder(job), ignore_errors=True)


def _written(running: Running) -> ImportReport:
    """Write the files; raises StalePlanError when anything was written between their rehearsal and this."""
    head = running.job.arguments.get("head")
    if last_sequence() != head:
        raise StalePlanError
    report = _read(running, accept_good=bool(running.job.arguments.get("accept_good")), preview=False)
    if report.sequence not in {None, head + 1}:
        raise StalePlanError
    return report
