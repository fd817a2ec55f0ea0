"""Money set aside for a programme, what it is used for, and money that is looked for elsewhere."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class Appropriation(SourcedRecord):
    """Money set aside for a year: of a city's programme, or of the state for several projects."""

    name = models.CharField(max_length=300)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="appropriations"
    )
    granter = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    year = models.CharField(max_length=9)
    qualifier = models.CharField(max_length=20, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class AppropriationUse(SourcedRecord):
    """What an appropriation is used for; with the kind ``total``, what a document says of its use as a whole."""

    appropriation = models.ForeignKey(Appropriation, on_delete=models.PROTECT, related_name="uses")
    name = models.CharField(max_length=300)
    use_kind = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    qualifier = models.CharField(max_length=20, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="appropriation_uses"
    )
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class Prospect(SourcedRecord):
    """Money that is looked for: the source, the deadline, how far it is."""

    name = models.CharField(max_length=300)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="prospects")
    appropriation = models.ForeignKey(
        Appropriation, on_delete=models.PROTECT, null=True, blank=True, related_name="prospects"
    )
    funder = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20)
    deadline = models.DateField(null=True, blank=True)
    qualifier = models.CharField(max_length=20, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"
