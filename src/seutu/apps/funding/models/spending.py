"""How a project's money is spent and accounted for: purchases, actual costs, claims, instalments, changes of budget."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.funding.models.budgets import CostLine
from seutu.apps.programmes.models import Project, WorkPackage
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import Actor, SourcedRecord
from seutu.core.funding.instalments import Arrival, arrival


class Purchase(SourcedRecord):
    """A purchase of a work package from plan through tender to acceptance."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="purchases")
    work_package = models.ForeignKey(
        WorkPackage, on_delete=models.PROTECT, null=True, blank=True, related_name="purchase_records"
    )
    name = models.CharField(max_length=300)
    state = models.CharField(max_length=20)
    budgeted = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    supplier = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    price = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    tendered = models.DateField(null=True, blank=True)
    ordered = models.DateField(null=True, blank=True)
    delivered = models.DateField(null=True, blank=True)
    accepted = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"


class PaymentClaim(SourcedRecord):
    """A claim for payment of costs of a period."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="payment_claims")
    number = models.CharField(max_length=20)
    start = models.DateField()
    end = models.DateField()
    state = models.CharField(max_length=20)
    claimed = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    approved = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the project and the claim's number."""
        return f"{self.project.title} – {self.number}"


class ActualCost(SourcedRecord):
    """A cost as the accounts have it. A credit is negative."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="actual_costs")
    partner = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cost_kind = models.CharField(max_length=20)
    cost_line = models.ForeignKey(
        CostLine, on_delete=models.PROTECT, null=True, blank=True, related_name="actual_costs"
    )
    purchase = models.ForeignKey(Purchase, on_delete=models.PROTECT, null=True, blank=True, related_name="actual_costs")
    day = models.DateField()
    voucher = models.CharField(max_length=60, blank=True)
    account = models.CharField(max_length=60, blank=True)
    label = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=18, decimal_places=2)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "label"


class Instalment(SourcedRecord):
    """Money that is to come in from a funder or a partner, and what has come."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="instalments")
    name = models.CharField(max_length=300)
    payer = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    received = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    title_field = "name"

    @property
    def arrival(self) -> Arrival:
        """Return how much of it has come."""
        return arrival(state=self.state, amount=self.amount, received=self.received)


class BudgetChange(SourcedRecord):
    """A request to move money from one line to another. Nothing moves in the budget before it is done there."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="budget_changes")
    number = models.CharField(max_length=20)
    from_line = models.ForeignKey(CostLine, on_delete=models.PROTECT, related_name="+")
    to_line = models.ForeignKey(CostLine, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=20)
    submitted_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()

    @property
    def title(self) -> str:
        """Return the project and the number of the request."""
        return f"{self.project.title} – {self.number}"
