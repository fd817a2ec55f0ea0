"""Jobs: queued, done once, cancelled, and taken up again when their worker died."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs import imports, work
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.exceptions import JobLostError, UnknownWorkError
from seutu.apps.jobs.imports import start_import_job
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import (
    DEAD_AFTER,
    MOST_ATTEMPTS,
    cancel_job,
    claim_job,
    end_job,
    move_job,
    start_job,
    sweep_jobs,
)
from seutu.apps.jobs.queries import job_of, jobs
from seutu.apps.jobs.worker import Worker
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import OutsideScopeError
from seutu.apps.records.files.importing import plan_import
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.queries import last_sequence, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import make_record, make_workspace

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    made = make_workspace()
    with in_scope(made):
        yield made


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Callable[[work.Work], str]:
    def declare(function: work.Work) -> str:
        monkeypatch.setitem(work._works, "trial", function)
        return "trial"

    return declare


def _started(name: str = "trial", **arguments: Any) -> Job:
    return start_job(name="Trial", task=name, arguments=arguments, by=None, at=timezone.now())


def _turn() -> None:
    Worker().turn_once()


def _die(job: Job) -> None:
    """Leave the job and its library task as a killed worker leaves them, its last beat long ago."""
    task = DBTaskResult.objects.get(args_kwargs__kwargs__job=str(job.pk), status=TaskResultStatus.READY)
    task.claim("killed")
    claim_job(job.pk, at=timezone.now() - DEAD_AFTER - timedelta(seconds=1))


def _file(rows: int, *, spoiled: int = 0) -> Path:
    folder = Path(settings.DATA_FOLDER) / "uploads"
    folder.mkdir(exist_ok=True)
    path = folder / f"{uuid4()}.upload"
    lines = ["name,founded", *(f"Verstas {number},2001-05-04" for number in range(rows))]
    lines += [f"Talli {number},ei tiedossa" for number in range(spoiled)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _import(path: Path, *, accept_good: bool = False) -> Job:
    return start_import_job(
        kind=kind_named("actors"),
        file=path,
        name="verstaat.csv",
        mappings=[{"name": "name", "founded": "founded"}],
        accept_good=accept_good,
        head=last_sequence(),
        language="fi",
        by=None,
        at=timezone.now(),
    )


def test_a_job_is_done_and_tells_its_outcome(workspace: Workspace, declared: Callable[[work.Work], str]) -> None:
    def count(running: work.Running) -> None:
        running.reached(3, 4)
        running.outcome["counted"] = running.job.arguments["number"]

    job = _started(declared(count), number=4)
    assert job_of(job.pk).state == JobState.WAITING
    _turn()
    done = job_of(job.pk)
    assert (done.state, done.outcome, done.attempts, done.done, done.total) == (JobState.DONE, {"counted": 4}, 1, 3, 4)
    assert done.ended_at


def test_a_fault_ends_its_job_and_not_the_worker(workspace: Workspace, declared: Callable[[work.Work], str]) -> None:
    def stumble(running: work.Running) -> None:
        if running.job.arguments.get("bad"):
            raise ZeroDivisionError

    bad, good = _started(declared(stumble), bad=True), _started("trial")
    _turn()
    assert job_of(bad.pk).state == JobState.FAILED
    assert job_of(bad.pk).outcome == {"fault": "ZeroDivisionError"}
    assert job_of(good.pk).state == JobState.DONE


def test_the_thread_survives_a_database_fault(
    workspace: Workspace, declared: Callable[[work.Work], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()
    job = _started(declared(lambda _: done.set()))
    faults = iter([OSError("first turn")])
    turn_once = Worker.turn_once

    def turn(self: Worker) -> None:
        for fault in faults:
            raise fault
        turn_once(self)

    monkeypatch.setattr(Worker, "turn_once", turn)
    worker = Worker(interval=0.01)
    worker.start()
    assert done.wait(20)
    assert worker.stop(seconds=20)
    assert job_of(job.pk).state == JobState.DONE


def test_a_waiting_job_is_cancelled_at_once(workspace: Workspace, declared: Callable[[work.Work], str]) -> None:
    ran: list[Job] = []
    job = _started(declared(lambda running: ran.append(running.job)))
    assert cancel_job(job, at=timezone.now())
    _turn()
    assert job_of(job.pk).state == JobState.CANCELLED
    assert not ran
    assert not cancel_job(job_of(job.pk), at=timezone.now())


def test_a_running_job_ends_at_its_next_step(workspace: Workspace, declared: Callable[[work.Work], str]) -> None:
    def long(running: work.Running) -> None:
        running.reached(1, 3)
        cancel_job(running.job, at=timezone.now())
        running.reached(2, 3)
        pytest.fail("a cancelled job went on")

    job = _started(declared(long))
    _turn()
    assert job_of(job.pk).state == JobState.CANCELLED


def test_a_dead_workers_job_is_done_by_another(workspace: Workspace, declared: Callable[[work.Work], str]) -> None:
    job = _started(declared(lambda _: None))
    _die(job)
    assert sweep_jobs(at=timezone.now()) == 1
    assert job_of(job.pk).state == JobState.WAITING
    assert not DBTaskResult.objects.running().exists()
    _turn()
    assert (job_of(job.pk).state, job_of(job.pk).attempts) == (JobState.DONE, 2)
    assert sweep_jobs(at=timezone.now()) == 0


def test_a_job_that_kills_its_workers_is_given_up(workspace: Workspace) -> None:
    job = _started()
    for _ in range(MOST_ATTEMPTS):
        _die(job)
        sweep_jobs(at=timezone.now())
    failed = job_of(job.pk)
    assert failed.state == JobState.FAILED
    assert failed.outcome == {"fault": "worker_died", "attempts": MOST_ATTEMPTS}
    assert not DBTaskResult.objects.ready().exists()


def test_a_living_worker_is_left_alone(workspace: Workspace) -> None:
    job = _started()
    DBTaskResult.objects.get().claim("living")
    claim_job(job.pk, at=timezone.now())
    assert sweep_jobs(at=timezone.now()) == 0
    assert job_of(job.pk).state == JobState.RUNNING


def test_a_worker_killed_before_it_took_the_job(workspace: Workspace) -> None:
    job = _started()
    DBTaskResult.objects.get().claim("killed")
    assert sweep_jobs(at=timezone.now()) == 0
    assert sweep_jobs(at=timezone.now() + DEAD_AFTER * 2) == 1
    assert DBTaskResult.objects.ready().count() == 1
    assert claim_job(job.pk, at=timezone.now())


def test_a_job_whose_library_task_failed_is_taken_up(
    workspace: Workspace, declared: Callable[[work.Work], str]
) -> None:
    """A worker that met a locked database leaves a running job behind, and the library takes its task for done."""
    job = _started(declared(lambda _: None))
    _die(job)
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    assert sweep_jobs(at=timezone.now()) == 1
    assert job_of(job.pk).state == JobState.WAITING
    _turn()
    assert job_of(job.pk).state == JobState.DONE
    assert sweep_jobs(at=timezone.now()) == 0


def test_a_job_that_was_never_taken_is_queued_anew(workspace: Workspace) -> None:
    job = _started()
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    assert sweep_jobs(at=timezone.now()) == 1
    assert DBTaskResult.objects.ready().count() == 1
    assert sweep_jobs(at=timezone.now()) == 0
    assert claim_job(job.pk, at=timezone.now())


@pytest.mark.parametrize("name", ["requeue_job", "end_job"])
def test_a_database_that_stays_locked_does_not_lose_the_job(
    workspace: Workspace, declared: Callable[[work.Work], str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError

    def meet_it(_: work.Running) -> None:
        raise OperationalError if name == "requeue_job" else ZeroDivisionError

    job = _started(declared(meet_it))
    with monkeypatch.context() as patch:
        patch.setattr(work, name, locked)
        _turn()
    assert job_of(job.pk).state == JobState.RUNNING
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    monkeypatch.setitem(work._works, "trial", lambda _: None)
    assert sweep_jobs(at=timezone.now() + DEAD_AFTER * 2) == 1
    _turn()
    assert (job_of(job.pk).state, job_of(job.pk).attempts) == (JobState.DONE, 2)


def test_left_jobs_of_every_workspace_are_taken_up(workspace: Workspace) -> None:
    left = []
    for owner in (workspace, make_workspace()):
        with in_scope(owner):
            _die(_started())
            left.append(owner)
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    assert sweep_jobs(at=timezone.now()) == 2
    for owner in left:
        with in_scope(owner):
            assert jobs().get().state == JobState.WAITING


def test_a_late_worker_can_neither_move_nor_end_the_job(workspace: Workspace) -> None:
    job = _started()
    late = claim_job(job.pk, at=timezone.now() - DEAD_AFTER * 2)
    assert late
    DBTaskResult.objects.get().claim("late")
    sweep_jobs(at=timezone.now())
    assert claim_job(job.pk, at=timezone.now())
    with pytest.raises(JobLostError):
        move_job(late, done=1, total=2, at=timezone.now())
    with pytest.raises(JobLostError):
        end_job(late, JobState.DONE, outcome=None, at=timezone.now())
    assert job_of(job.pk).state == JobState.RUNNING


def test_jobs_are_seen_in_their_workspace_only(workspace: Workspace) -> None:
    job = _started()
    with in_scope(make_workspace()):
        assert not jobs().exists()
        with pytest.raises(Job.DoesNotExist):
            job_of(job.pk)


def test_jobs_outside_a_scope_raise() -> None:
    with pytest.raises(OutsideScopeError):
        jobs()


def test_an_import_is_done_in_the_background(workspace: Workspace) -> None:
    path = _file(40)
    job = _import(path)
    _turn()
    done = job_of(job.pk)
    assert done.outcome is not None
    assert (done.state, done.outcome["created"], done.outcome["rows"]) == (JobState.DONE, 40, 40)
    assert records_of(kind_named("actors")).count() == 40
    assert not path.exists()
    workspace.refresh_from_db()
    assert breaks(workspace) == []


@pytest.mark.parametrize("accept_good", [False, True])
def test_rejected_rows_stand_in_the_outcome(workspace: Workspace, *, accept_good: bool) -> None:
    job = _import(_file(5, spoiled=2), accept_good=accept_good)
    _turn()
    done = job_of(job.pk)
    assert done.outcome is not None
    assert done.state == (JobState.DONE if accept_good else JobState.FAILED)
    assert done.outcome["rejected_count"] == 2
    assert done.outcome["rows"] == 7
    assert records_of(kind_named("actors")).count() == (5 if accept_good else 0)


@pytest.mark.parametrize("when", ["before", "while"])
def test_an_import_of_a_workspace_changed_since_writes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """What a person saw is no longer what would be written, be it changed before the worker began or as it read."""

    def planned(*args: Any, **kwargs: Any) -> Plan:
        plan = plan_import(*args, **kwargs)
        make_record("actors", name="Verstas 3")
        return plan

    path = _file(5)
    job = _import(path)
    if when == "before":
        make_record("actors", name="Verstas 3")
    else:
        monkeypatch.setattr(imports, "plan_import", planned)
    _turn()
    ended = job_of(job.pk)
    assert (ended.state, ended.outcome) == (JobState.FAILED, {"stale": True})
    assert [record.title for record in records_of(kind_named("actors"))] == ["Verstas 3"]
    assert path.exists()


def test_a_lost_import_writes_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its worker slept so long that the job was given to another; the act and the job's end stand or fall together."""

    def slow(*args: Any, **kwargs: Any) -> None:
        raise JobLostError

    monkeypatch.setattr(work, "end_job", slow)
    _import(_file(5))
    _turn()
    assert records_of(kind_named("actors")).count() == 0


def test_an_outcome_does_not_tell_of_what_was_not_written(
    workspace: Workspace, declared: Callable[[work.Work], str]
) -> None:
    def stumble(running: work.Running) -> None:
        running.outcome["read"] = 3
        with running.ending():
            running.outcome["sequence"] = 1
            raise ZeroDivisionError

    job = _started(declared(stumble))
    _turn()
    assert job_of(job.pk).outcome == {"read": 3, "fault": "ZeroDivisionError"}


def test_a_file_that_is_gone_says_so(workspace: Workspace) -> None:
    path = _file(2)
    job = _import(path)
    path.unlink()
    _turn()
    failed = job_of(job.pk)
    assert failed.outcome is not None
    assert failed.state == JobState.FAILED
    assert "Lähetä se uudelleen" in failed.outcome["problems"][0]["message"]["fi"]


def test_a_path_outside_the_data_folder_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not in the subpath"):
        _import(tmp_path / "secret.csv")


def test_a_work_of_heavy_parts_is_imported_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = 'from seutu.apps.jobs.work import work\n\n\n@work("heavy")\ndef carry(_running: object) -> None: ...\n'
    (tmp_path / "heavy_trial.py").write_text(declared, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with patch.dict("seutu.apps.jobs.work._works"), patch.dict("seutu.apps.jobs.work._modules"):
        work.declare_work_in("heavy_trial", "heavy")
        assert work.work_named("heavy").__name__ == "carry"
        with pytest.raises(UnknownWorkError):
            work.work_named("heavier")


def test_every_work_is_declared_where_it_is_said_to_be() -> None:
    told = work._modules
    assert {name: work.work_named(name).__module__ for name in told} == told
    assert told
