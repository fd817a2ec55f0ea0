"""How programmes and projects are steered: meetings, reflection workshops, and what was decided in them."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models.projects import Programme, Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import SourcedRecord


class ProjectMeeting(SourcedRecord):
    """A meeting of a project or a programme, with its agenda and minutes."""

    name = models.CharField(max_length=300)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    meeting_type = models.CharField(max_length=20, blank=True)
    day = models.DateField()
    participants = models.TextField(blank=True)
    agenda = models.TextField(blank=True)
    minutes = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class Reflection(SourcedRecord):
    """A steering group's workshop on the work of one programme or one project: three questions and three lists."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="reflections"
    )
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="reflections")
    name = models.CharField(max_length=300)
    day = models.DateField(null=True, blank=True)
    serves_goals = models.TextField(blank=True)
    missing = models.TextField(blank=True)
    lead_projects = models.TextField(blank=True)
    successes = models.TextField(blank=True)
    improvements = models.TextField(blank=True)
    solutions = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class Resolution(SourcedRecord):
    """What a meeting or a workshop decided, who sees to it and by when."""

    meeting = models.ForeignKey(
        ProjectMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="resolutions"
    )
    reflection = models.ForeignKey(
        Reflection, on_delete=models.PROTECT, null=True, blank=True, related_name="resolutions"
    )
    number = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=500)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="resolutions")
    responsible = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"
