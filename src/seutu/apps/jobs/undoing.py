"""Undoing a large act as a job: the same undo as at once, in one transaction with the job's end.

Not for undoing itself: records/operations.py.
"""

from datetime import datetime
from typing import Final

from django.db import IntegrityError

from seutu.apps.accounts.models import User
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.work import Running, work
from seutu.apps.records.exceptions import CannotUndoError, InUseError, UndoConflictError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import undo

UNDO: Final = "undo"
BACKGROUND_RECORDS: Final = 2000
"""About two seconds of undoing on a small server."""
KEPT_CONFLICTS: Final = 50


def start_undo(entry: Activity, *, name: str, by: User | None, at: datetime) -> Job:
    """Queue the undoing of an act."""
    return start_job(name=name, task=UNDO, arguments={"sequence": entry.sequence}, by=by, at=at)


@work(UNDO)
def run_undo(running: Running) -> None:
    """Undo the act; when that cannot be done nothing is changed, and the outcome says why."""
    job = running.job
    running.reached(0)
    entry = Activity.objects.get(sequence=job.arguments["sequence"])
    try:
        with running.ending():
            running.outcome["sequence"] = undo(entry, by=job.by, at=running.clock())
    except UndoConflictError as error:
        conflicts = [
            {"kind": each.kind, "record": str(each.record_id), "title": each.title}
            for each in error.conflicts[:KEPT_CONFLICTS]
        ]
        running.refuse({"undone": "conflict", "conflicts": conflicts, "conflict_count": len(error.conflicts)})
    except CannotUndoError:
        running.refuse({"undone": "cannot"})
    except (InUseError, IntegrityError):
        running.refuse({"undone": "in_use"})
