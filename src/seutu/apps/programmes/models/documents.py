"""Documents that live with a project or a programme: plans, agreements and reports, with their text and state.

Their approved versions are kept as snapshots (``records.snapshots``). Not for files, or for monitoring reports.
"""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.projects import Programme, Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import SourcedRecord


class PlanDocument(SourcedRecord):
    """A living document of one project or one programme. ``responsible`` is a role."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_documents")
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_documents"
    )
    document_type = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20)
    approved_on = models.DateField(null=True, blank=True)
    next_review = models.DateField(null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"
