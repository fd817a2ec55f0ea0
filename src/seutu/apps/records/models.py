"""Rows a workspace owns, the trace of their changes, and what can be attached to any record.

OwnedRecord is the base of every kind; the apps above derive their models from it.
"""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from django.db import models

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.rules import Act
from seutu.apps.records.enums import Audience, Change, Operation
from seutu.apps.records.scope import current_scope

M = TypeVar("M", bound=models.Model)
LONGEST_QUERY: Final = 2000


class ScopedManager(models.Manager[M]):
    """Sees the rows of the current workspace only, and raises where there is no scope."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows of the current workspace; to whoever may not see plans as they stand, asked as shown."""
        from seutu.apps.records.shown import ShownQuerySet

        scope = current_scope()
        every: models.QuerySet[M] = super().get_queryset()
        if not scope.may(Act.READ_PLANS):
            every = ShownQuerySet(self.model, using=self._db)
        return every.filter(workspace_id=scope.workspace.pk)

    def kept_columns(self) -> frozenset[str]:
        """Return the columns that are read from a kept version for the person at work, and not from the row."""
        return frozenset()

    def told(self) -> models.Q | None:
        """Return which of the log's rows on the records the person at work may see; None: all, as roles decide."""
        return None

    def shows_any(self) -> bool:
        """Return whether the person at work could see any record at all, if there were some."""
        return True


def everywhere(model: type[M]) -> models.QuerySet[M]:
    """Return the rows of every workspace: the one way past the scope, and a test names who may use it.

    Only to learn whose rows they are or that they are there: what they hold is read in their owner's scope. A backup
    copies them as they are.
    """
    return models.QuerySet(model)


class OwnedRow(models.Model):
    """A row that belongs to a workspace and is reached through a scope only."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"


class OwnedRecord(OwnedRow):
    """A record of some kind: it has a version, a trash, an audience, a text to search and coded terms.

    ``version`` is the sequence of the last activity entry that touched the record. ``title_field`` names the field that
    holds its own name, if it has one; ``title_key`` is that name folded, by which files and people find the record.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveBigIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.WORKSPACE, editable=False)
    title_key = models.CharField(max_length=500, blank=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    title_field: ClassVar[str] = ""

    class Meta(OwnedRow.Meta):
        abstract = True
        indexes = [models.Index(fields=["workspace", "title_key"])]

    if TYPE_CHECKING:
        terms: dict[str, tuple[str, ...]]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Return what the record is called in lists, links and search."""
        return str(getattr(self, self.title_field))


class Term(OwnedRow):
    """A coded value of a scheme on a record: a class, an industry of a classification's version, a tag."""

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    scheme = models.CharField(max_length=60)
    code = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta(OwnedRow.Meta):
        ordering = ("scheme", "position")
        indexes = [
            models.Index(fields=["record_id", "scheme"]),
            models.Index(fields=["workspace", "kind", "scheme", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


class Activity(OwnedRow):
    """One act in a workspace, chained to the one before it. Append-only."""

    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    person = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    person_key = models.CharField(max_length=36, blank=True)
    operation = models.CharField(max_length=20, choices=Operation.choices)
    kind = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)
    record_count = models.PositiveIntegerField(default=0)
    undoes = models.PositiveBigIntegerField(null=True, blank=True)
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta(OwnedRow.Meta):
        ordering = ("-sequence",)
        constraints = [models.UniqueConstraint(fields=["workspace", "sequence"], name="one_entry_per_sequence")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.operation}"


class ActivityRow(OwnedRow):
    """What one act did to one record: {column: [old, new]}. Its values can be erased; its digest stays in the chain."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="rows")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    change = models.CharField(max_length=12, choices=Change.choices)
    values = models.JSONField(null=True)
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    class Meta(OwnedRow.Meta):
        ordering = ("activity_id", "position")
        indexes = [models.Index(fields=["workspace", "kind", "record_id"])]
        constraints = [models.UniqueConstraint(fields=["activity", "position"], name="one_row_per_position")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} {self.change}"


class Share(OwnedRow):
    """A record that is shown to one named workspace."""

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    to = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")

    class Meta(OwnedRow.Meta):
        constraints = [models.UniqueConstraint(fields=["kind", "record_id", "to"], name="one_share_per_workspace")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} → {self.to}"


class Comment(OwnedRow):
    """What a person said about a record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    person = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta(OwnedRow.Meta):
        ordering = ("at",)
        indexes = [models.Index(fields=["workspace", "kind", "record_id"])]

    def __str__(self) -> str:
        return self.text[:60]


class SavedView(OwnedRow):
    """A list with its filters, kept under a name for the whole workspace. ``query`` is the end of its address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=LONGEST_QUERY)

    class Meta(OwnedRow.Meta):
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Snapshot(OwnedRow):
    """A version of what was printed or sent of a record, kept as it was: a plan, a report. Never changed.

    ``form`` says what it is of, ``content`` holds it in that form, ``digest`` proves that nobody changed it since.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    form = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    person = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta(OwnedRow.Meta):
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["kind", "record_id", "form", "number"], name="one_snapshot_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
