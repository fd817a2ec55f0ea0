"""Writes of jobs: started, claimed by a worker, moved on, ended, cancelled, and swept when their worker died.

A job carries its attempt as a fence: a worker whose job was given to another can neither move it on nor end it. Not for
what a job does: work.py says that.
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.jobs import beacons
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.exceptions import JobCancelledError, JobLostError
from seutu.apps.jobs.models import Job
from seutu.apps.records.models import everywhere
from seutu.apps.records.scope import current_scope, in_scope

DEAD_AFTER: Final = timedelta(seconds=60)
MOST_ATTEMPTS: Final = 3
RESULTS_KEPT: Final = timedelta(days=14)


def start_job(*, name: str, task: str, arguments: dict[str, Any], by: User | None, at: datetime) -> Job:
    """Save a job and put it in the queue, both or neither."""
    with transaction.atomic():
        job: Job = Job.objects.create(
            workspace=current_scope().workspace, name=name[:200], task=task, arguments=arguments, by=by, created_at=at
        )
        _enqueue(job)
    return job


def _enqueue(job: Job) -> None:
    from seutu.apps.jobs.tasks import run_job

    run_job.enqueue(workspace=str(job.workspace_id), job=str(job.pk))


def claim_job(job_id: UUID, *, at: datetime) -> Job | None:
    """Take a waiting job for this worker; None when it is not waiting (cancelled, ended, or another worker's)."""
    with transaction.atomic():
        job: Job | None = Job.objects.select_for_update().filter(pk=job_id, state=JobState.WAITING).first()
        if job is None:
            return None
        job.state, job.attempts, job.heartbeat_at = JobState.RUNNING, job.attempts + 1, at
        job.save(update_fields=["state", "attempts", "heartbeat_at"])
        return job


def beat(job: Job, *, at: datetime) -> None:
    """Say that the job's worker lives."""
    Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts).update(heartbeat_at=at)


def move_job(job: Job, *, done: int, total: int | None, at: datetime) -> None:
    """Say how far the job is; raises JobCancelledError when a person asked, JobLostError when it is no longer ours."""
    standing = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if not standing.update(done=done, total=total, heartbeat_at=at):
        raise JobLostError
    if standing.filter(cancel_asked=True).exists():
        raise JobCancelledError


def end_job(job: Job, state: JobState, *, outcome: dict[str, Any] | None, at: datetime) -> None:
    """End a running job. Called in the transaction of the job's own writes, both are kept or neither.

    Raises JobLostError when the job is no longer this worker's.
    """
    ended = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if not ended.update(state=state, outcome=outcome, ended_at=at, heartbeat_at=at):
        raise JobLostError
    job.state, job.outcome, job.ended_at = state, outcome, at


def cancel_job(job: Job, *, at: datetime) -> bool:
    """End a waiting job, or ask a running one to end; returns False when it had ended already.

    One that is writing holds the database: it is asked through its beacon, and lets go.
    """
    writing = beacons.seen(job.pk) is not None
    if writing:
        beacons.ask_to_end(job.pk)
    with transaction.atomic():
        waiting = Job.objects.filter(pk=job.pk, state=JobState.WAITING)
        if waiting.update(state=JobState.CANCELLED, cancel_asked=True, ended_at=at):
            return True
        running = Job.objects.filter(pk=job.pk, state=JobState.RUNNING)
        asked = bool(running.update(cancel_asked=True))
    if writing and not asked:
        beacons.put_out(job.pk)
        return Job.objects.filter(pk=job.pk, state=JobState.CANCELLED).exists()
    return asked


def requeue_job(job: Job, *, at: datetime) -> bool:
    """Let a running job wait for a worker anew, or fail it when it has been tried enough; True when it waits."""
    with transaction.atomic():
        standing: Job | None = (
            Job.objects.select_for_update()
            .filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts, heartbeat_at=job.heartbeat_at)
            .first()
        )
        if standing is None:
            return False
        if standing.cancel_asked:
            standing.state, standing.ended_at = JobState.CANCELLED, at
        elif standing.attempts >= MOST_ATTEMPTS:
            standing.state, standing.ended_at = JobState.FAILED, at
            standing.outcome = {"fault": "worker_died", "attempts": standing.attempts}
        else:
            standing.state = JobState.WAITING
            standing.done = 0
            _enqueue(standing)
        standing.save(update_fields=["state", "ended_at", "outcome", "done"])
        return bool(standing.state == JobState.WAITING)


def sweep_jobs(*, at: datetime) -> int:
    """Queue anew the jobs that nobody is at any more, and return how many there were.

    The library keeps the task of a killed worker as running for ever, and ends that of a worker that met a locked
    database although its job stands as it was: so dead tasks are ended first, and then the jobs themselves are asked.
    Old tasks are cleared.
    """
    old = DBTaskResult.objects.finished().filter(finished_at__lt=at - RESULTS_KEPT)
    if old.exists():
        old.delete()
    for result in DBTaskResult.objects.running().iterator():
        if not _is_alive(result, at):
            _end_task(result, at)
    left = everywhere(Job).filter(_silent(at) | Q(state=JobState.WAITING))
    owners = set(left.order_by().values_list("workspace_id", flat=True))
    return sum(_take_up_left_jobs(workspace, at) for workspace in Workspace.objects.filter(pk__in=owners))


def _silent(at: datetime) -> Q:
    return Q(state=JobState.RUNNING, heartbeat_at__lte=at - DEAD_AFTER)


def _is_alive(result: "DBTaskResult[Any, Any]", at: datetime) -> bool:
    """Return whether a worker may still be at a task: its job beats, or the worker is about to take it."""
    named = result.args_kwargs.get("kwargs", {})
    job = everywhere(Job).filter(pk=named.get("job"), workspace=named.get("workspace")).first()
    if job is None or job.state not in {JobState.RUNNING, JobState.WAITING}:
        return False
    beat_at = job.heartbeat_at if job.state == JobState.RUNNING else result.started_at
    return beat_at is not None and beat_at > at - DEAD_AFTER


def _take_up_left_jobs(workspace: Workspace, at: datetime) -> int:
    with in_scope(workspace), transaction.atomic():
        silent = list(Job.objects.filter(_silent(at)))
        forgotten = [job for job in Job.objects.filter(state=JobState.WAITING) if not _is_queued(job)]
        for job in silent:
            requeue_job(job, at=at)
        for job in forgotten:
            _enqueue(job)
        return len(silent) + len(forgotten)


def _is_queued(job: Job) -> bool:
    coming = DBTaskResult.objects.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING))
    return coming.filter(args_kwargs__kwargs__job=str(job.pk)).exists()


def _end_task(result: "DBTaskResult[Any, Any]", at: datetime) -> None:
    running = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING)
    running.update(status=TaskResultStatus.FAILED, finished_at=at, exception_class_path="", traceback="")
