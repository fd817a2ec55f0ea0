"""The reports of many towns as a job: written one by one into a zip in the data folder, with progress.

The zip is kept for two weeks. Not for what is in a report (``seutu.reporting.towns``).
"""

import os
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from seutu.apps.accounts.models import User
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.work import Running, work
from seutu.apps.statistics.index_queries import standings_by_place
from seutu.apps.statistics.profiles import town_profile
from seutu.apps.statistics.surveys.town_results import surveys_by_place
from seutu.core.statistics.profile import PeerGroup
from seutu.core.text import Language, Text
from seutu.reporting.documents.archives import write_archive
from seutu.reporting.towns.files import report_files

TOWN_REPORTS: Final = "town-reports"
FOLDER: Final = "town-reports"
KEPT: Final = timedelta(days=14)


def start_town_reports(
    *,
    name: str,
    group: PeerGroup,
    forms: Sequence[str],
    joint: bool,
    language: Language,
    by: User | None,
    at: datetime,
    day: date,
) -> Job:
    """Queue the reports of every town of the group in the forms ("docx", "pdf"), of the day ``day``."""
    arguments = {
        "group": {
            "code": group.code,
            "name": group.name.as_dict(),
            "members": list(group.members),
            "counted": group.counted.as_dict(),
        },
        "forms": list(forms),
        "joint": joint,
        "language": language,
        "day": day.isoformat(),
    }
    return start_job(name=name, task=TOWN_REPORTS, arguments=arguments, by=by, at=at)


@work(TOWN_REPORTS)
def make_town_reports(running: Running) -> None:
    """Make the reports of the job; a job that is run anew writes them anew."""
    told: dict[str, Any] = running.job.arguments
    group = PeerGroup(
        told["group"]["code"],
        Text(**told["group"]["name"]),
        tuple(told["group"]["members"]),
        Text(**told["group"]["counted"]),
    )
    day, total = date.fromisoformat(told["day"]), len(group.members)
    running.reached(0, total)
    _clear_old(running.clock())
    standings = standings_by_place(group.members, told["language"], at=day)
    surveys = surveys_by_place(group.members, told["language"], on=day)
    profiles = [
        town_profile(code, group, at=day, indices=standings[code], surveys=surveys[code]) for code in group.members
    ]
    files = report_files(
        profiles,
        group,
        told["language"],
        told["forms"],
        joint=told["joint"],
        told=lambda done: running.reached(done, total),
    )
    target = _archive(running.job)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        with draft.open("wb") as stream:
            write_archive(files, stream)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    running.outcome["towns"] = total


def _archive(job: Job) -> Path:
    return Path(settings.DATA_FOLDER) / FOLDER / str(job.workspace_id) / f"{job.pk}.zip"


def kept_archive(job: Job) -> Path | None:
    """Return the zip that a job has made, while it is kept."""
    path = _archive(job)
    return path if job.task == TOWN_REPORTS and path.is_file() else None


def _clear_old(at: datetime) -> None:
    """Delete the zips of all workspaces that are older than two weeks, and what a killed job has left."""
    oldest = (at - KEPT).timestamp()
    for path in (Path(settings.DATA_FOLDER) / FOLDER).glob("*/*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
