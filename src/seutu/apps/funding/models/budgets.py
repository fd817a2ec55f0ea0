"""A project's budget and funding plan as its documents state them: lines, their years, sources of money, shared costs.

A stated figure is kept as stated; what can be computed is computed when it is shown and never stored.
"""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.programmes.models import Project
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord


class CostLine(SourcedRecord):
    """A line of the budget. ``amount`` is what is approved or planned, of which ``applied`` and ``rejected`` tell.

    ``calculation`` says how it is worked out of the five columns after it; an amount that follows is never stored.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="cost_lines")
    position = models.DecimalField(max_digits=6, decimal_places=0, null=True, blank=True)
    label = models.CharField(max_length=300)
    cost_kind = models.CharField(max_length=20)
    partner = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    calculation = models.CharField(max_length=20, blank=True)
    quantity = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    unit_price = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    work_share = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    side_costs = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    applied = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    rejected = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "label"


class CostYear(SourcedRecord):
    """What a budget line costs in one year."""

    cost_line = models.ForeignKey(CostLine, on_delete=models.PROTECT, related_name="years")
    year = models.CharField(max_length=9)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    class Meta(SourcedRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["cost_line", "year"],
                condition=models.Q(trashed_at__isnull=True),
                name="one_standing_cost_of_a_year",
            ),
        ]

    @property
    def title(self) -> str:
        """Return the line and the year."""
        return f"{self.cost_line.title} {self.year}"


class FundingRow(SourcedRecord):
    """A source of money in the funding plan, with the percentage printed beside it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="funding_rows")
    position = models.DecimalField(max_digits=6, decimal_places=0, null=True, blank=True)
    label = models.CharField(max_length=300)
    funding_kind = models.CharField(max_length=20)
    payer = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    partner = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    share = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    share_decimals = models.DecimalField(max_digits=1, decimal_places=0, null=True, blank=True)
    applied = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    rejected = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "label"


class SharedCost(SourcedRecord):
    """A joint cost that one partner invoices from another, and where in the other's budget it belongs."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="shared_costs")
    label = models.CharField(max_length=300)
    invoicer = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    payer = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    placement = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "label"
