"""A piece of long work as a person sees it: what, how far, whether it lives, how it ended."""

import uuid

from django.db import models

from seutu.apps.accounts.models import User
from seutu.apps.jobs.enums import JobState
from seutu.apps.records.models import OwnedRow


class Job(OwnedRow):
    """Long work of a workspace, run by the worker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    cancel_asked = models.BooleanField(default=False)
    outcome = models.JSONField(null=True, blank=True)

    class Meta(OwnedRow.Meta):
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.name
