"""The own rules of the call that a project is applied to. Reads only; ``core.funding.call_rules`` judges."""

from decimal import Decimal

from django.db.models import F

from seutu.apps.funding.models import Application
from seutu.apps.programmes.models import Project
from seutu.apps.records.sheets.columns import plain
from seutu.core.funding.call_rules import CallTerms
from seutu.core.funding.plans import CostModel

NOT_APPLIED: tuple[str, ...] = ("withdrawn", "rejected")


def call_of(project: Project) -> CallTerms | None:
    """Return what the call of the project's newest application says; None without an application to a call."""
    held = Application.objects.filter(
        project=project, trashed_at__isnull=True, call__isnull=False, call__trashed_at__isnull=True
    ).exclude(state__in=NOT_APPLIED)
    application = held.select_related("call").order_by(F("submitted_on").desc(nulls_last=True), "-created_at").first()
    if application is None or application.call is None:
        return None
    call = application.call
    rate = _plain(call.flat_rate) if call.cost_model == "flat_rate" else None
    return CallTerms(
        call.name,
        _plain(call.aid_ceiling),
        _plain(call.lowest_aid),
        _plain(call.highest_aid),
        CostModel(call.cost_model, rate) if call.cost_model else None,
    )


def _plain(number: Decimal | None) -> Decimal | None:
    return None if number is None else plain(number)
