"""Comparing all actors of a large register as a job, whose result is kept for the review page.

Every pair of names is compared: 15,000 actors take five seconds. Not for the comparing itself: likenesses.py.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.queries import is_ended, jobs
from seutu.apps.jobs.work import Running, work
from seutu.apps.register.likenesses import Likeness, Reason, alike_actors, standing_pairs
from seutu.apps.register.models import Actor

COMPARISON: Final = "likenesses"
AT_ONCE: Final = 4000
"""As many actors are compared in half a second."""
KEPT_PAIRS: Final = 5000


def is_large() -> bool:
    """Return whether the register is too large to be compared while a page waits."""
    return bool(Actor.objects.filter(trashed_at__isnull=True).count() > AT_ONCE)


def start_comparison(*, name: str, by: User | None, at: datetime) -> Job:
    """Queue a comparison of all actors."""
    return start_job(name=name, task=COMPARISON, arguments={}, by=by, at=at)


def comparison_under_way() -> Job | None:
    """Return the comparison that waits or runs."""
    return next((job for job in jobs().filter(task=COMPARISON)[:3] if not is_ended(job)), None)


def last_comparison() -> Job | None:
    """Return the newest comparison that is done."""
    return jobs().filter(task=COMPARISON, state=JobState.DONE).first()


def pairs_of(comparison: Job) -> list[Likeness]:
    """Return the pairs a comparison found that still are to be reviewed."""
    kept = (comparison.outcome or {}).get("pairs", [])
    return standing_pairs(
        Likeness(UUID(first), UUID(second), tuple(Reason(reason) for reason in reasons), degree)
        for first, second, reasons, degree in kept
    )


@work(COMPARISON)
def compare(running: Running) -> None:
    """Compare all actors and keep the surest pairs."""
    running.reached(0)
    found = alike_actors()
    running.reached(0)
    running.outcome["pairs"] = [
        [str(each.first), str(each.second), list(each.reasons), round(each.degree, 4)] for each in found[:KEPT_PAIRS]
    ]
    running.outcome["pair_count"] = len(found)
