"""Programmes with their goals, projects, and who takes part in them. Budgets come on top of these (``funding``)."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.sealing import SubmittedProjects, WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class Programme(SourcedRecord):
    """A development programme: goals, projects and money under one steering."""

    name = models.CharField(max_length=300)
    owner_unit = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    steering = models.CharField(max_length=300, blank=True)
    description = models.TextField(blank=True)

    title_field = "name"


class BenefitGoal(SourcedRecord):
    """What a programme is for, told as a benefit."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="benefit_goals")
    number = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=300)
    description = models.TextField(blank=True)

    title_field = "name"


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
    development_programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="projects"
    )
    project_type = models.CharField(max_length=20, blank=True)
    life_cycle = models.CharField(max_length=20, blank=True)
    is_lead = models.BooleanField(null=True, blank=True)
    owner_unit = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    strategy_link = models.CharField(max_length=500, blank=True)
    legal_basis = models.CharField(max_length=60, blank=True)
    cost_model = models.CharField(max_length=30, blank=True)
    flat_rate = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    budget_total = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    funding_total = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    person_years = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = SubmittedProjects()

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
    budget = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the actor and the project."""
        return f"{self.actor.name} – {self.project.title}"


class GoalContribution(SourcedRecord):
    """How much a project serves a benefit goal, and why that is thought."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="goal_contributions")
    benefit_goal = models.ForeignKey(BenefitGoal, on_delete=models.PROTECT, related_name="goal_contributions")
    effect = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the project and the goal."""
        return f"{self.project.title} – {self.benefit_goal.title}"
