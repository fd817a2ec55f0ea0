"""The one task the queue knows: do a job. What the job is stands in its row."""

from uuid import UUID

from django_tasks import task


@task()  # type: ignore[untyped-decorator, unused-ignore]
def run_job(*, workspace: str, job: str) -> None:
    """Do a job of a workspace."""
    from seutu.apps.jobs.work import perform

    perform(UUID(workspace), UUID(job))
