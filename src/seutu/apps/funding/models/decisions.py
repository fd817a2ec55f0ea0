"""Decisions: of a funder on an application, and of a municipality to take part in a project."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.funding.models.calls import Application
from seutu.apps.funding.models.sealing import CaseRecords
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class Decision(SourcedRecord):
    """A decision with what it was made on. ``ceiling`` is the most that is committed."""

    name = models.CharField(max_length=300)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    decider = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organ = models.CharField(max_length=200, blank=True)
    case_number = models.CharField(max_length=80, blank=True)
    section = models.CharField(max_length=20, blank=True)
    day = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=30, blank=True)
    granted = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    ceiling = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    presenter = models.CharField(max_length=200, blank=True)
    preparer = models.CharField(max_length=200, blank=True)
    background = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    attachments = models.TextField(blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    invoice_approver = models.CharField(max_length=200, blank=True)
    withdrawal = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = CaseRecords(of="project")

    title_field = "name"

    @property
    def project_of(self) -> Project | None:
        """Return the project decided on: its own, or its application's; None where that is in the trash."""
        application = self.application
        found: Project | None = self.project or (application.project if application is not None else None)
        return found if found is not None and found.trashed_at is None else None
