"""What of calls is hidden from whom: others' scores until one's own are done, and drafts from a funder.

The managers narrow every query: lists, files, search, the interface, the log. Not for writing, which kinds guard.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KeyTransform

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.models.sealing import handed_in, last_kept
from seutu.apps.records.enums import Change
from seutu.apps.records.models import OwnedRecord, ScopedManager
from seutu.apps.records.scope import Scope, current_scope
from seutu.apps.records.sealed import STAMPED, SealedQuerySet, put_kept

if TYPE_CHECKING:
    from seutu.apps.funding.models.calls import Application, Score

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

    def told(self) -> Q | None:
        """Return which of the log's rows on scores the person at work may see: those of the scores she sees."""
        scope = current_scope()
        if scope.person is None and scope.role == Role.OWNER:
            return None
        return Q(record_id__in=self.values("pk"))


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


class SubmittedApplicationSet(SealedQuerySet["Application"]):
    """Applications whose applicant's part is read from the last version that was submitted."""

    def seal(self, records: "Sequence[Application]") -> None:
        """Give the applications their last submitted values."""
        ids = {str(each.pk) for each in records}
        versions = handed_in().filter(record_id__in=ids).order_by("number")
        kept = last_kept(versions, "record_id", ids, KeyTransform("application", "content"))
        for each in records:
            put_kept(each, kept[str(each.pk)], AS_SUBMITTED)


class SubmittedApplications(ScopedManager["Application"]):
    """Shows a funder submitted applications only, as they were submitted; everybody else all as they stand."""

    def get_queryset(self) -> "models.QuerySet[Application]":
        """Return the applications that the person at work may see."""
        scope, every = current_scope(), super().get_queryset()
        if scope.may(Act.READ_PLANS):
            return every
        kept = handed_in().filter(record_id=OuterRef("pk"))
        narrowed = SubmittedApplicationSet(self.model, using=self._db)
        return narrowed.filter(Exists(kept), workspace_id=scope.workspace.pk)

    def kept_columns(self) -> frozenset[str]:
        """Return what a funder reads of the submitted version: the applicant's part."""
        return frozenset() if current_scope().may(Act.READ_PLANS) else STAMPED.union(AS_SUBMITTED)

    def told(self) -> Q | None:
        """Return which of the log's rows on applications a funder may see: that a version was kept; None: all."""
        if current_scope().may(Act.READ_PLANS):
            return None
        return Q(record_id__in=self.values("pk"), change=Change.FROZEN)


class CaseRecords(ScopedManager[OwnedRecord]):
    """Shows a funder what is said and decided of submitted applications, and everybody else all.

    ``of`` is the way from a record to its own project, where it may have one.
    """

    def __init__(self, *, of: str = "") -> None:
        super().__init__()
        self.of = of

    def get_queryset(self) -> "models.QuerySet[OwnedRecord]":
        """Return the records that the person at work may see."""
        from seutu.apps.funding.models.calls import Application

        every: models.QuerySet[Any] = super().get_queryset()
        if current_scope().may(Act.READ_PLANS):
            return every
        every = every.filter(application__in=Application.objects.all())
        if not self.of:
            return every
        return every.filter(Q((f"{self.of}__isnull", True)) | Q((f"{self.of}__in", Project.objects.all())))

    def told(self) -> Q | None:
        """Return which of the log's rows on them the person at work may see: those of the records she sees."""
        return None if current_scope().may(Act.READ_PLANS) else Q(record_id__in=self.values("pk"))
