"""Reads of the workspace's jobs. Not for the library's task rows: those are the operations' business."""

from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.models import Job

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def jobs() -> QuerySet[Job]:
    """Return the workspace's jobs, newest first."""
    return Job.objects.select_related("by").order_by("-created_at", "pk")


def job_of(job_id: UUID) -> Job:
    """Return one job; raises Job.DoesNotExist for one of another workspace."""
    found: Job = Job.objects.select_related("by").get(pk=job_id)
    return found


def is_ended(job: Job) -> bool:
    """Return whether nothing more will happen to the job."""
    return job.state in ENDED
