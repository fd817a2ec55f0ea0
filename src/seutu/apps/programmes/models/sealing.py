"""What of plans is hidden from a funder: everything but what a submitted version of an application holds.

The managers narrow every query: lists, files, search, the interface, the log. Others see plans as they stand. Not for
the applications themselves (``funding``).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from django.db import models
from django.db.models import Q, UUIDField, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Replace

from seutu.apps.accounts.rules import Act
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord, ScopedManager, Snapshot
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sealed import Kept, SealedQuerySet, put_kept

if TYPE_CHECKING:
    from seutu.apps.programmes.models.projects import Project

FORM: Final = "application"
NOTHING: Final = Q(pk__in=())
OF_PROJECT: Final = KeyTextTransform("project", KeyTransform("application", "content"))
STANDING: Final = frozenset({"id", "workspace", "created_at", "trashed_at", "audience"})
"""What of a project no version keeps: whose it is, that it is there, and with whom it is shared."""


def handed_in() -> "models.QuerySet[Snapshot]":
    """Return the versions of applications that were handed in."""
    return Snapshot.objects.filter(kind="applications", form=FORM)


def last_kept(
    versions: "models.QuerySet[Snapshot]", of: str | KeyTextTransform, wanted: set[str], told: str | KeyTransform
) -> dict[str, Kept]:
    """Return what the last version tells, by whose it is; ``versions`` come oldest first.

    Which is the last is read first, so that nothing is read of what the earlier ones tell.
    """
    last = {str(key): pk for key, pk in versions.values_list(of, "pk") if str(key) in wanted}
    read = Snapshot.objects.filter(pk__in=last.values()).values_list("pk", "number", "at", told)
    kept = {pk: Kept(number, at, values or {}) for pk, number, at, values in read}
    return {key: kept[pk] for key, pk in last.items()}


class SubmittedProjectSet(SealedQuerySet["Project"]):
    """Projects as they stood in the last version that was handed in; public ones as they stand."""

    def seal(self, records: "Sequence[Project]") -> None:
        """Give the projects what the last version holds of them."""
        sealed = {str(each.pk): each for each in records if each.audience != Audience.PUBLIC}
        if not sealed:
            return
        versions = handed_in().order_by("at", "number", "pk")
        kept = last_kept(versions, OF_PROJECT, set(sealed), KeyTransform("project", "content"))
        for key, each in sealed.items():
            put_kept(each, kept[key])


class SubmittedProjects(ScopedManager["Project"]):
    """Shows a funder the projects of submitted applications as they were handed in, and public ones."""

    def get_queryset(self) -> "models.QuerySet[Project]":
        """Return the projects that the person at work may see."""
        scope = current_scope()
        if scope.may(Act.READ_PLANS):
            return super().get_queryset()
        bare = Replace(OF_PROJECT, Value("-"), Value(""))
        named = handed_in().annotate(named=Cast(bare, UUIDField())).filter(named__isnull=False).values("named")
        chosen = Q(audience=Audience.PUBLIC) | Q(pk__in=named)
        return SubmittedProjectSet(self.model, using=self._db).filter(chosen, workspace_id=scope.workspace.pk)

    def kept_columns(self) -> frozenset[str]:
        """Return what a funder reads of a kept version: all that the project itself tells."""
        if current_scope().may(Act.READ_PLANS):
            return frozenset()
        return frozenset(field.name for field in self.model._meta.concrete_fields) - STANDING  # noqa: SLF001

    def told(self) -> Q | None:
        """Return which of the log's rows on projects the person at work may see: a funder none."""
        return told_of_plans()


class WithheldPlans(ScopedManager[OwnedRecord]):
    """Shows a funder nothing of plans as they stand, or only what belongs to no project.

    ``of`` is the way from a record to its project, for kinds whose records need not belong to one.
    """

    def __init__(self, *, of: str = "") -> None:
        super().__init__()
        self.of = of

    def get_queryset(self) -> "models.QuerySet[OwnedRecord]":
        """Return the records that the person at work may see."""
        every = super().get_queryset()
        if current_scope().may(Act.READ_PLANS):
            return every
        return every.filter(**{f"{self.of}__isnull": True}) if self.of else every.none()

    def shows_any(self) -> bool:
        """Return whether the person at work could see any of them."""
        return bool(self.of) or current_scope().may(Act.READ_PLANS)

    def told(self) -> Q | None:
        """Return which of the log's rows on plans the person at work may see: a funder none."""
        return told_of_plans()


def told_of_plans() -> Q | None:
    """Return the log's rows on plans: all to those who see plans as they stand, none to others."""
    return None if current_scope().may(Act.READ_PLANS) else NOTHING
