"""What of calls is hidden from whom: others' scores until one's own are done, and drafts from a funder.

The managers narrow every query: lists, files, search, the interface, the log. Not for writing, which kinds guard.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from seutu.apps.accounts.enums import Role
from seutu.apps.records.models import ScopedManager, Snapshot
from seutu.apps.records.scope import Scope, current_scope
from seutu.apps.records.sheets.kinds import kind_named

if TYPE_CHECKING:
    from seutu.apps.funding.models.calls import Application, Score
    from seutu.apps.funding.models.chapters import ApplicationChapter

FORM: Final = "application"
SCORED_STATES: Final = (
    "scored",
    "proposed",
    "approved",
    "approved_with_conditions",
    "rejected",
    "contracted",
    "closed",
)
"""States in which scoring is over: no score is changed any more, and the owner sees them all."""
AS_SUBMITTED: Final = ("name", "call", "project", "applicant", "code", "summary")
"""What the applicant writes. A funder sees these of the last version; states, days and points are the case's own."""


class SealedScores(ScopedManager["Score"]):
    """Shows an assessor another's score of an application when she has given all of her own, and not before.

    The system sees everything. The owner of the workspace sees every score once scoring is over, when none can be
    changed any more. Guests and funders see none.
    """

    def get_queryset(self) -> "models.QuerySet[Score]":
        """Return the scores that the person at work may see."""
        scope, every = current_scope(), super().get_queryset()
        if scope.person is None:
            return every if scope.role == Role.OWNER else every.none()
        if scope.role in {Role.GUEST, Role.FUNDER}:
            return every.none()
        return every.filter(_opened(every, scope))


def _opened(every: "models.QuerySet[Score]", scope: Scope) -> Q:
    email = scope.person.email if scope.person else ""
    mine = every.filter(assessor__iexact=email, trashed_at__isnull=True)
    beside = mine.filter(application=OuterRef("application"), criterion=OuterRef("criterion"))
    done = Exists(beside) & ~Exists(_criteria_left(mine))
    opened = Q(assessor__iexact=email) | Q(done, application__call__isnull=False)
    if scope.role == Role.OWNER:
        opened |= Q(application__state__in=SCORED_STATES)
    return opened


def _criteria_left(mine: "models.QuerySet[Score]") -> "models.QuerySet[Any]":
    """Return the criteria of the score's call that the person has not scored in its application."""
    criteria: Any = apps.get_model("funding", "Criterion")
    given = mine.filter(criterion=OuterRef("pk"), application=OuterRef(OuterRef("application")))
    standing: models.QuerySet[Any] = criteria.objects.filter(
        call=OuterRef("application__call"), trashed_at__isnull=True
    )
    return standing.filter(~Exists(given))


class SubmittedQuerySet(models.QuerySet["Application"]):
    """Applications whose applicant's part is read from the last version that was submitted."""

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        if fresh:
            fetched: list[Any] = list(self._result_cache or [])  # dictionaries and tuples when values are asked for
            _as_submitted([each for each in fetched if isinstance(each, models.Model)])

    def iterator(self, chunk_size: int | None = None) -> Iterator["Application"]:
        """Yield the applications as they were submitted."""
        chunk: list[Any] = []
        for each in super().iterator(chunk_size=chunk_size or 500):
            chunk.append(each)
            if len(chunk) == (chunk_size or 500):
                yield from _as_submitted(chunk)
                chunk = []
        yield from _as_submitted(chunk)


class SubmittedApplications(ScopedManager["Application"]):
    """Shows a funder submitted applications only, as they were submitted; everybody else all as they stand."""

    def get_queryset(self) -> "models.QuerySet[Application]":
        """Return the applications that the person at work may see."""
        scope, every = current_scope(), super().get_queryset()
        if scope.role != Role.FUNDER:
            return every
        kept = Snapshot.objects.filter(kind="applications", record_id=OuterRef("pk"), form=FORM)
        narrowed: SubmittedQuerySet = SubmittedQuerySet(self.model, using=self._db).filter(
            Exists(kept), workspace_id=scope.workspace.pk
        )
        return narrowed


class WithheldDrafts(ScopedManager["ApplicationChapter"]):
    """Shows the texts of applications to everybody but a funder, who reads the submitted versions."""

    def get_queryset(self) -> "models.QuerySet[ApplicationChapter]":
        """Return the chapters that the person at work may see."""
        every = super().get_queryset()
        return every.none() if current_scope().role == Role.FUNDER else every


def _as_submitted(applications: list[Any]) -> list[Any]:
    """Give the applications their last submitted values; whoever reads them does not save them."""
    ids = [each.pk for each in applications]
    kept = Snapshot.objects.filter(kind="applications", record_id__in=ids, form=FORM).order_by("number")
    last = {each.record_id: each.content.get("application", {}) for each in kept} if ids else {}
    for each in applications:
        for name in AS_SUBMITTED:
            if name in last.get(each.pk, {}):
                column = kind_named("applications").column(name)
                column.put(each, column.recall(last[each.pk][name]))
    return applications
