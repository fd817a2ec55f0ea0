"""Projects, participations and events. Plans, budgets and reports come on top of these."""

from django.db import models

from seutu.apps.register.models import Actor, SourcedRecord


class Project(SourcedRecord):
    """A project of a programme, as a register, a document or the workspace itself states it."""

    name = models.CharField(max_length=500)
    code = models.CharField(max_length=60, blank=True)
    acronym = models.CharField(max_length=120, blank=True)
    programme = models.CharField(max_length=200, blank=True)
    fund = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=60, blank=True)
    authority = models.CharField(max_length=200, blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    partner_count = models.DecimalField(max_digits=6, decimal_places=0, null=True, blank=True)
    granted = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    planned_public = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    actual_public = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    description = models.TextField(blank=True)

    class Meta(SourcedRecord.Meta):
        indexes = [
            *SourcedRecord.Meta.indexes,
            models.Index(fields=["workspace", "code"]),
            models.Index(fields=["workspace", "programme"]),
        ]

    title_field = "name"


class Participation(SourcedRecord):
    """An actor's part in a project."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20)
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)
    funding = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    @property
    def title(self) -> str:
        """Return the actor and the project."""
        return f"{self.actor.name} – {self.project.title}"


class Event(SourcedRecord):
    """What is arranged for many: a training, a workshop, a visit, a fair. Times of day are those of its place."""

    name = models.CharField(max_length=300)
    event_type = models.CharField(max_length=20, blank=True)
    start = models.DateField()
    starts_at = models.CharField(max_length=5, blank=True)
    end = models.DateField(null=True, blank=True)
    ends_at = models.CharField(max_length=5, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    organiser = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target_group = models.CharField(max_length=300, blank=True)
    participant_count = models.DecimalField(max_digits=9, decimal_places=0, null=True, blank=True)
    programme = models.TextField(blank=True)
    description = models.TextField(blank=True)
    url = models.CharField(max_length=500, blank=True)

    class Meta(SourcedRecord.Meta):
        indexes = [*SourcedRecord.Meta.indexes, models.Index(fields=["workspace", "start"])]

    title_field = "name"
