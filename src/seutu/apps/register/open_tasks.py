"""What waits to be done: open tasks, the reader's own first. Not for the list of all tasks, which is a collection."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from seutu.apps.accounts.models import User
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Task


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """The reader's open tasks, and how many others the workspace has; ``late`` counts the reader's that are overdue."""

    mine: list[Task]
    mine_total: int
    late: int
    others: list[Task]
    others_total: int


def open_tasks(person: User | None, *, today: date, limit: int = 8) -> OpenTasks:
    """Return the open tasks of the workspace by due day, split by whether ``person`` owns them."""
    waiting: QuerySet[Task] = records_of(kind_named("tasks")).filter(state="open")
    if person is None:
        return OpenTasks([], 0, 0, list(waiting[:limit]), waiting.count())
    own = Q(member__iexact=person.email) | Q(owner__email__iexact=person.email)
    mine, others = waiting.filter(own), waiting.exclude(pk__in=waiting.filter(own).values("pk"))
    return OpenTasks(
        mine=list(mine[:limit]),
        mine_total=mine.count(),
        late=mine.filter(due__lt=today).count(),
        others=list(others[:limit]),
        others_total=others.count(),
    )
