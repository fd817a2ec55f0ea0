"""The work of a project: packages, tasks, results, who does how much, hours worked, and what may go wrong."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.projects import Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class WorkPackage(SourcedRecord):
    """A part of a project's work, with its time, its person-months and its purchases.

    ``after`` holds the numbers of the packages and tasks of the same project that must end before it starts.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="work_packages")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=500)
    responsible = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    after = models.CharField(max_length=300, blank=True)
    person_months = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    purchases = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    objective = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class ProjectTask(SourcedRecord):
    """A task of a work package."""

    work_package = models.ForeignKey(WorkPackage, on_delete=models.PROTECT, related_name="tasks")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=500)
    responsible = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    after = models.CharField(max_length=300, blank=True)
    person_months = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    state = models.CharField(max_length=20, blank=True)
    description = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class Result(SourcedRecord):
    """What a work package leaves behind."""

    work_package = models.ForeignKey(WorkPackage, on_delete=models.PROTECT, related_name="results")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=500)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, blank=True)
    description = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class Assignment(SourcedRecord):
    """Work in a package given to a role of a partner, spread evenly over its time."""

    work_package = models.ForeignKey(WorkPackage, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=200)
    partner = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person_months = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    responsibility = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the role and the package."""
        return f"{self.role} – {self.work_package.title}"


class WorkedHours(SourcedRecord):
    """Hours worked for a project in a calendar month, of one assignment or one package where that is known.

    ``month`` is the first day of the month.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="worked_hours")
    work_package = models.ForeignKey(
        WorkPackage, on_delete=models.PROTECT, null=True, blank=True, related_name="worked_hours"
    )
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, null=True, blank=True, related_name="worked_hours"
    )
    month = models.DateField()
    hours = models.DecimalField(max_digits=9, decimal_places=2)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the month and whose hours they are."""
        whose = self.assignment or self.work_package or self.project
        return f"{self.month.month}/{self.month.year} {whose.title}"


class Risk(SourcedRecord):
    """What may go wrong in a project, how likely and how bad it is (1–5), and what is done about it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="risks")
    name = models.CharField(max_length=300)
    probability = models.DecimalField(max_digits=1, decimal_places=0, null=True, blank=True)
    impact = models.DecimalField(max_digits=1, decimal_places=0, null=True, blank=True)
    response = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, blank=True)
    reviewed = models.DateField(null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"
