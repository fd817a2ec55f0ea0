"""Writes of jobs: started, claimed by a worker, moved on, ended, cancelled, and swept when their worker died.

A job carries its attempt as a fence: a worker whose job was given to another can neither move it on nor end it. Not for
what a job does: work.py says that.
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.jobs import beacons
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.exceptions import JobCancelledError, JobLostError
from seutu.apps.jobs.models import Job
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
    """Queue anew the jobs whose worker has died, and return how many jobs were dead.

    The library keeps the task of a killed worker as running for ever: such rows are ended here. Old ones are cleared.
    """
    old = DBTaskResult.objects.finished().filter(finished_at__lt=at - RESULTS_KEPT)
    if old.exists():
        old.delete()
    dead = 0
    for result in DBTaskResult.objects.running().iterator():
        named = result.args_kwargs.get("kwargs", {})
        workspace = Workspace.objects.filter(pk=named.get("workspace")).first()
        if workspace is None:
            _end_task(result, at)
            continue
        with in_scope(workspace), transaction.atomic():
            job = Job.objects.filter(pk=named.get("job")).first()
            if job is not None and job.state == JobState.RUNNING:
                if job.heartbeat_at is not None and job.heartbeat_at > at - DEAD_AFTER:
                    continue
                dead += 1
                requeue_job(job, at=at)
            elif job is not None and job.state == JobState.WAITING and result.started_at > at - DEAD_AFTER:
                continue
            elif job is not None and job.state == JobState.WAITING and not _is_queued(job):
                dead += 1
                _enqueue(job)
            _end_task(result, at)
    return dead


def _is_queued(job: Job) -> bool:
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return any(row.args_kwargs.get("kwargs", {}).get("job") == str(job.pk) for row in ready)


def _end_task(result: "DBTaskResult[Any, Any]", at: datetime) -> None:
    running = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING)
    running.update(status=TaskResultStatus.FAILED, finished_at=at, exception_class_path="", traceback="")
