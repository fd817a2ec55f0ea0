"""What programmes and projects are measured by: indicators, measurements, and reviews against the UN's goals."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.projects import BenefitGoal, Programme, Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import SourcedRecord


class Indicator(SourcedRecord):
    """What is measured in a programme or a project, from which baseline to which target."""

    name = models.CharField(max_length=300)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators")
    indicator_type = models.CharField(max_length=20)
    unit = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=10, blank=True)
    gathering = models.CharField(max_length=20, blank=True)
    baseline = models.DecimalField(max_digits=21, decimal_places=6, null=True, blank=True)
    baseline_day = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=21, decimal_places=6, null=True, blank=True)
    target_day = models.DateField(null=True, blank=True)
    method = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans(of="project")

    title_field = "name"


class Measurement(SourcedRecord):
    """One measured value of an indicator on its day; with ``category``, that of one part of a breakdown."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measurements")
    day = models.DateField()
    value = models.DecimalField(max_digits=21, decimal_places=6, null=True, blank=True)
    told = models.TextField(blank=True)
    breakdown = models.CharField(max_length=100, blank=True)
    category = models.CharField(max_length=100, blank=True)
    measured_by = models.CharField(max_length=200, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans(of="indicator__project")

    @property
    def title(self) -> str:
        """Return the indicator, the part of its breakdown and the day."""
        part = f", {self.category}" if self.category else ""
        return f"{self.indicator.title}{part} {self.day.isoformat()}"


class SdgReview(SourcedRecord):
    """How a project or a benefit goal stands to one of the UN's 17 goals of sustainable development."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="sdg_reviews")
    benefit_goal = models.ForeignKey(
        BenefitGoal, on_delete=models.PROTECT, null=True, blank=True, related_name="sdg_reviews"
    )
    sdg = models.CharField(max_length=2)
    effect = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    reviewed = models.DateField(null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return what was reviewed and the number of the UN's goal."""
        subject = self.project or self.benefit_goal
        return f"{subject.title if subject else '–'} – {self.sdg}"
