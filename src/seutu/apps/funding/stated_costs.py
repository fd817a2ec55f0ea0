"""What the lines of a project's budget come to. Not for the budget itself: kinds, years, partners, funding."""

from decimal import Decimal
from uuid import UUID

from seutu.apps.funding.models import CostLine
from seutu.apps.records.sheets.columns import plain


def stated_cost(project_id: UUID) -> Decimal | None:
    """Return the sum of a project's cost lines; None where no line has an amount.

    Lines without a partner are of the whole project: where there are any, those of partners are parts of them.
    """
    lines = CostLine.objects.filter(project_id=project_id, trashed_at__isnull=True, amount__isnull=False)
    found = list(lines.values_list("partner_id", "amount"))
    whole = [amount for partner, amount in found if partner is None]
    amounts = whole or [amount for _partner, amount in found]
    return plain(sum(amounts, Decimal(0))) if amounts else None
