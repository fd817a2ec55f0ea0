"""Does a job: takes it, keeps its heart beating, runs its work, and ends it in the transaction of what it wrote.

A work is a function of `Running`, declared with @work("name"). It may be run twice (its worker may be killed), so what
it writes it writes within `running.ending()`. Not for the queue: worker.py turns that.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any, Final
from uuid import UUID

from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs import beacons
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.exceptions import JobCancelledError, JobLostError, UnknownWorkError
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import beat, claim_job, end_job, move_job, requeue_job
from seutu.apps.jobs.queries import job_of
from seutu.apps.records.scope import in_scope
from seutu.core.problems import InputProblem

BEAT_SECONDS: Final = 10.0
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Running:
    """A job at work. ``outcome`` is what its page shows in the end."""

    job: Job
    clock: Callable[[], datetime]
    outcome: dict[str, Any] = field(default_factory=dict)

    def reached(self, done: int, total: int | None = None) -> None:
        """Say how far the work is, also within its transaction; raises JobCancelledError when its end was asked for."""
        if connection.in_atomic_block:
            beacons.light(self.job.pk, done, total)
            if beacons.is_asked_to_end(self.job.pk):
                raise JobCancelledError
            return
        move_job(self.job, done=done, total=total, at=self.clock())

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Open the transaction of the job's writes, which ends the job with its outcome when the block is through.

        When it is not, nothing is written, and what the outcome told of the writes is forgotten.
        """
        told = dict(self.outcome)
        try:
            with transaction.atomic():
                yield
                end_job(self.job, JobState.DONE, outcome=self.outcome, at=self.clock())
        except BaseException:
            self.outcome = told
            raise

    def refuse(self, outcome: dict[str, Any]) -> None:
        """End the job as one that could not be done; the outcome says why."""
        end_job(self.job, JobState.FAILED, outcome=outcome, at=self.clock())


Work = Callable[[Running], None]
_works: dict[str, Work] = {}
_modules: dict[str, str] = {}


def work(name: str) -> Callable[[Work], Work]:
    """Declare a function as the work of jobs of that name."""

    def declare(function: Work) -> Work:
        _works[name] = function
        return function

    return declare


def declare_work_in(module: str, name: str) -> None:
    """Say in which module a work is declared whose parts are heavy: it is imported when a job first asks for it."""
    _modules[name] = module


def work_named(name: str) -> Work:
    """Return a declared work; raises UnknownWorkError."""
    if name not in _works and name in _modules:
        import_module(_modules[name])
    if name not in _works:
        raise UnknownWorkError(name)
    return _works[name]


def perform(workspace_id: UUID, job_id: UUID, *, clock: Callable[[], datetime] = timezone.now) -> None:
    """Do a waiting job to its end. Its faults are entered in it; they do not reach the worker."""
    workspace = Workspace.objects.get(pk=workspace_id)
    with in_scope(workspace):
        job = claim_job(job_id, at=clock())
        if job is None:
            return
        running = Running(job, clock)
        try:
            with _beating(workspace, job, clock):
                _run(running)
        finally:
            beacons.put_out(job.pk)


def _run(running: Running) -> None:
    job, clock = running.job, running.clock
    try:
        work_named(job.task)(running)
        if job.state == JobState.RUNNING:
            end_job(job, JobState.DONE, outcome=running.outcome, at=clock())
    except JobCancelledError:
        _end(running, JobState.CANCELLED, {})
    except JobLostError:
        log.warning("job %s was given to another worker", job.pk)
    except InputProblem as problem:
        _end(running, JobState.FAILED, {"problems": [each.as_dict() for each in problem.problems]})
    except OperationalError:
        log.exception("job %s met a database that did not answer", job.pk)
        _let_wait(running)
    except Exception as fault:
        log.exception("job %s failed", job.pk)
        _end(running, JobState.FAILED, {"fault": type(fault).__name__})


def _let_wait(running: Running) -> None:
    try:
        requeue_job(job_of(running.job.pk), at=running.clock())
    except DatabaseError:
        log.exception("job %s could not be queued anew: it is taken up when it has been silent", running.job.pk)


def _end(running: Running, state: JobState, outcome: dict[str, Any]) -> None:
    try:
        end_job(running.job, state, outcome={**running.outcome, **outcome}, at=running.clock())
    except JobLostError:
        log.warning("job %s had ended already", running.job.pk)
    except DatabaseError:
        log.exception("job %s could not be ended: it is taken up when it has been silent", running.job.pk)


@contextmanager
def _beating(workspace: Workspace, job: Job, clock: Callable[[], datetime]) -> Iterator[None]:
    """Beat from a thread of its own, so that a long step does not look like a death."""
    over = threading.Event()

    def beats() -> None:
        try:
            with in_scope(workspace):
                while not over.wait(BEAT_SECONDS):
                    try:
                        beat(job, at=clock())
                    except DatabaseError:
                        log.debug("a heartbeat could not be written; the job may hold the database")
        finally:
            connection.close()

    thread = threading.Thread(target=beats, name=f"heartbeat-{job.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
