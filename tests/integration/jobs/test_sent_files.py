"""Files sent for import and forgotten are cleared from every workspace, at the worker's start and from time to time."""

import os
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.imports import start_import_job
from seutu.apps.jobs.sent_files import clear_sent_files
from seutu.apps.jobs.worker import CLEAR_EVERY, Worker
from seutu.apps.records.queries import last_sequence
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import make_workspace

pytestmark = pytest.mark.django_db(transaction=True)
DAY = 24 * 3600


def _sent(workspace: object, *, seconds_ago: float, name: str = "") -> Path:
    folder = Path(settings.DATA_FOLDER) / "uploads" / str(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name or f"{uuid4()}.upload")
    if path.suffix == ".files":
        path.mkdir()
        (path / "h2020.csv").write_text("name\n")
    else:
        path.write_text("name\nVerstas\n")
    os.utime(path, (time.time() - seconds_ago,) * 2)
    return path


def test_the_worker_clears_the_old_files_of_every_workspace_when_it_starts() -> None:
    first, second = make_workspace(), make_workspace()
    old = [_sent(first.pk, seconds_ago=DAY + 60), _sent(second.pk, seconds_ago=DAY + 60)]
    old += [_sent(second.pk, seconds_ago=DAY + 60, name=f"{uuid4()}.files"), _sent(uuid4(), seconds_ago=DAY + 60)]
    young = _sent(first.pk, seconds_ago=DAY - 60)
    Worker().turn_once()
    assert [path for path in old if path.exists()] == []
    assert young.exists()


def test_the_worker_clears_again_from_time_to_time(monkeypatch: pytest.MonkeyPatch) -> None:
    here = make_workspace()
    worker = Worker()
    worker.turn_once()
    path = _sent(here.pk, seconds_ago=DAY + 60)
    worker.turn_once()
    assert path.exists()
    later = timezone.now() + CLEAR_EVERY
    monkeypatch.setattr(timezone, "now", lambda: later)
    worker.turn_once()
    assert not path.exists()


def _queued(here: Workspace, path: Path) -> None:
    with in_scope(here):
        start_import_job(
            kind=kind_named("actors"),
            file=path,
            name=path.name,
            mappings=[],
            accept_good=False,
            head=last_sequence(),
            language="en",
            by=None,
            at=timezone.now(),
        )


def test_what_a_waiting_job_reads_stays() -> None:
    here = make_workspace()
    awaited = _sent(here.pk, seconds_ago=3 * DAY)
    about = _sent(here.pk, seconds_ago=3 * DAY, name=f"{awaited.stem}.json")
    other = _sent(here.pk, seconds_ago=3 * DAY)
    _queued(here, awaited)
    assert clear_sent_files(at=timezone.now()) == 1
    assert (awaited.exists(), about.exists(), other.exists()) == (True, True, False)
    assert clear_sent_files(at=timezone.now() - timedelta(days=30)) == 0
