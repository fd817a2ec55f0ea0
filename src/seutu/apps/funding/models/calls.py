"""Calls, applications, and how they are judged: criteria, scores, statements, supplement requests."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.funding.models.sealing import SealedScores, SubmittedApplications
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class Call(SourcedRecord):
    """A call for applications of a funder. Its own rules go before those of its legal basis where it has some."""

    name = models.CharField(max_length=300)
    funder = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fund = models.CharField(max_length=60, blank=True)
    legal_basis = models.CharField(max_length=60, blank=True)
    opens = models.DateField(null=True, blank=True)
    closes = models.DateField(null=True, blank=True)
    qualifier = models.CharField(max_length=20, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    max_points = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    aid_ceiling = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    lowest_aid = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    highest_aid = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    cost_model = models.CharField(max_length=20, blank=True)
    flat_rate = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    objective = models.TextField(blank=True)

    title_field = "name"


class Criterion(SourcedRecord):
    """What an application of a call is scored on, and how many points it can give."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="criteria")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    max_points = models.DecimalField(max_digits=7, decimal_places=2)
    guidance = models.TextField(blank=True)

    title_field = "name"


class Application(SourcedRecord):
    """A project's application, from draft to the closed case. A funder sees it as it was submitted, if it was."""

    name = models.CharField(max_length=300)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, null=True, blank=True, related_name="applications")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="applications")
    applicant = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=30)
    submitted_on = models.DateField(null=True, blank=True)
    handled_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    points = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    max_points = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    summary = models.TextField(blank=True)
    assessment = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = SubmittedApplications()
    whole: ClassVar[ScopedManager[Any]] = ScopedManager()
    title_field = "name"

    class Meta(SourcedRecord.Meta):
        base_manager_name = "whole"


class Score(SourcedRecord):
    """The points one assessor gives an application on one criterion. Others' are hidden until one's own are done."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="scores")
    assessor = models.CharField(max_length=254)
    points = models.DecimalField(max_digits=7, decimal_places=2)
    comment = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = SealedScores()
    whole: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta(SourcedRecord.Meta):
        base_manager_name = "whole"

    @property
    def title(self) -> str:
        """Return the application and the criterion."""
        return f"{self.application.title} – {self.criterion.title}"


class Statement(SourcedRecord):
    """What somebody was asked to say of an application."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="statements")
    giver = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=300)
    position = models.CharField(max_length=30, blank=True)
    day = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)

    title_field = "name"


class SupplementRequest(SourcedRecord):
    """Something an applicant is asked to add or correct, each marked done by itself."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="supplement_requests")
    number = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=500)
    requested_on = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20)
    done_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)

    title_field = "name"
