"""Files sent for import that nobody came back to: cleared from every workspace when they are older than a day.

What an unfinished job still reads stays. Not for keeping files (web/uploads.py).
"""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.models import Job
from seutu.apps.records.scope import in_scope

KEPT: Final = timedelta(days=1)


def clear_sent_files(*, at: datetime) -> int:
    """Delete the sent files of all workspaces that are older than a day, and return how many there were."""
    folders = Path(settings.DATA_FOLDER) / "uploads"
    if not folders.is_dir():
        return 0
    oldest, cleared = (at - KEPT).timestamp(), 0
    for folder in (each for each in folders.iterdir() if each.is_dir()):
        old = [path for path in folder.iterdir() if path.stat().st_mtime < oldest]
        awaited = _awaited(folder.name) if old else ""
        for path in old:
            if path.name.split(".")[0] not in awaited:
                _delete(path)
                cleared += 1
    return cleared


def _awaited(name: str) -> str:
    """Return what the unfinished jobs of the workspace are about, as one text; empty for no workspace."""
    try:
        workspace = Workspace.objects.filter(pk=UUID(name)).first()
    except ValueError:
        return ""
    if workspace is None:
        return ""
    with in_scope(workspace):
        unfinished = Job.objects.filter(state__in=(JobState.WAITING, JobState.RUNNING))
        return json.dumps(list(unfinished.values_list("arguments", flat=True)))


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
