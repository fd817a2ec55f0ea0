"""A call with its applications: how much is asked for in all against what is to be granted.

Reads only. Not for one application (application_queries.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.models import Application, Call, Criterion, FundingRow
from seutu.apps.funding.scoring_queries import in_order
from seutu.apps.programmes.models.sealing import handed_in
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import plain
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations import Relation, Term, check_ceiling
from seutu.core.text import Text

ASKED: Final = Text(
    fi="Hakemuksissa haettu yhteensä", sv="Sökt i ansökningarna sammanlagt", en="Applied for in the applications"
)
TO_GRANT: Final = Text(fi="jaettavana", sv="att fördela", en="to be granted")
NOT_COUNTED: Final = ("draft", "withdrawn")
"""Applications that ask for nothing: not handed in, or taken back."""


@dataclass(frozen=True, slots=True)
class CallState:
    """A call, its criteria and applications in order, and the money asked for by application (None: not known)."""

    call: Call
    criteria: tuple[Criterion, ...]
    applications: tuple[Application, ...]
    requested: dict[UUID, Decimal | None]

    @property
    def counted(self) -> list[Application]:
        """Return the applications whose money counts."""
        return [each for each in self.applications if each.state not in NOT_COUNTED]

    @property
    def most(self) -> Decimal | None:
        """Return the most points an application can get: the call's own figure, or what its criteria add up to."""
        if self.call.max_points is not None or not self.criteria:
            return self.call.max_points
        return sum((each.max_points for each in self.criteria), Decimal(0))

    @property
    def known(self) -> list[Decimal]:
        """Return what each counted application asks for, where it is known."""
        amounts = (self.requested[each.pk] for each in self.counted)
        return [each for each in amounts if each is not None]

    @property
    def money(self) -> Relation | None:
        """Return the sum asked for against the money to be granted; None where one of them is not known."""
        if self.call.amount is None or not self.known:
            return None
        asked = Term(ASKED, plain(sum(self.known, Decimal(0))), "EUR")
        limit = Term(TO_GRANT, plain(self.call.amount), "EUR", Qualifier(self.call.qualifier or Qualifier.EXACT))
        return check_ceiling(ASKED, asked, limit)


def call_state(call: Call) -> CallState:
    """Return a call with what is asked of it."""
    applications = tuple(records_of(kind_named("applications")).filter(call=call.pk))
    criteria = in_order(Criterion.objects.filter(call=call.pk, trashed_at__isnull=True))
    return CallState(call, tuple(criteria), applications, requested_of(applications))


def requested_of(applications: Sequence[Application]) -> dict[UUID, Decimal | None]:
    """Return the EU and state money each application asks for; to a funder, as it was when handed in."""
    if not current_scope().may(Act.READ_PLANS):
        return _as_handed_in(applications)
    rows = FundingRow.objects.filter(
        project__in={each.project_id for each in applications}, funding_kind="eu_state", trashed_at__isnull=True
    )
    by_project: dict[UUID, list[tuple[Decimal | None, Decimal | None]]] = {}
    for row in rows:
        by_project.setdefault(row.project_id, []).append((row.applied, row.amount))
    return {each.pk: _added(by_project.get(each.project_id, ())) for each in applications}


def _as_handed_in(applications: Sequence[Application]) -> dict[UUID, Decimal | None]:
    kept = handed_in().filter(record_id__in=[each.pk for each in applications])
    content: dict[UUID, dict[str, Any]] = {each.record_id: each.content for each in kept.order_by("number")}
    return {each.pk: requested_in(content.get(each.pk, {})) for each in applications}


def requested_in(content: dict[str, Any]) -> Decimal | None:
    """Return the EU and state money that a version asks for."""
    rows = [row for row in content.get("funding-rows", {}).values() if row.get("funding_kind") == "eu_state"]
    return _added([(_number(row.get("applied")), _number(row.get("amount"))) for row in rows])


def _number(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept)


def _added(rows: Iterable[tuple[Decimal | None, Decimal | None]]) -> Decimal | None:
    """Return the sum of what is applied for, or the amounts where that is not told; None when one is missing."""
    figures = [amount if applied is None else applied for applied, amount in rows]
    known = [each for each in figures if each is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(figures) else None
