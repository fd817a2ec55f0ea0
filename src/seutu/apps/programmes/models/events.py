"""Events: what is arranged for many."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.projects import Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord
from seutu.apps.statistics.models import Survey


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
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target_group = models.CharField(max_length=300, blank=True)
    participant_count = models.DecimalField(max_digits=9, decimal_places=0, null=True, blank=True)
    programme = models.TextField(blank=True)
    description = models.TextField(blank=True)
    url = models.CharField(max_length=500, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans(of="project")

    class Meta(SourcedRecord.Meta):
        indexes = [*SourcedRecord.Meta.indexes, models.Index(fields=["workspace", "start"])]

    title_field = "name"
