"""What can go wrong with jobs, one class per error."""


class JobsError(Exception):
    """Base of the app's errors."""


class UnknownWorkError(JobsError):
    """No kind of long work has that name."""


class JobCancelledError(JobsError):
    """A person asked the job to end; nothing of it is kept."""


class JobLostError(JobsError):
    """The job was given to another worker, or ended, while this one was at it; what this one did is not kept."""
