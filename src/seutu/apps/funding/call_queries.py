"""A call with its applications: how much is asked for in all against what is to be granted.

Reads only. Not for one application (application_queries.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.models import Application, Call, Criterion, FundingRow
from seutu.apps.funding.plans import worked_totals
from seutu.apps.funding.scoring_queries import in_order
from seutu.apps.funding.versions import WORKED_TOTAL
from seutu.apps.programmes.models.sealing import handed_in, last_kept
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations import Relation, Term, added, check_ceiling
from seutu.core.figures.units import EUR
from seutu.core.funding.plans import CostKind, CostLine, FundingKind, Plan
from seutu.core.funding.plans import FundingRow as Row
from seutu.core.funding.wholes import lines_of_whole, rows_of_whole
from seutu.core.text import Text

ASKED: Final = Text(
    fi="Hakemuksissa haettu yhteensä", sv="Sökt i ansökningarna sammanlagt", en="Applied for in the applications"
)
TO_GRANT: Final = Text(fi="jaettavana", sv="att fördela", en="to be granted")
UNNAMED: Final = Text.same("")
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
        asked = Term(ASKED, plain_number(sum(self.known, Decimal(0))), "EUR")
        limit = Term(TO_GRANT, plain_number(self.call.amount), "EUR", Qualifier(self.call.qualifier or Qualifier.EXACT))
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
    ids = {each.project_id for each in applications}
    rows: dict[UUID, list[FundingRow]] = defaultdict(list)
    for row in FundingRow.objects.filter(project__in=ids, trashed_at__isnull=True).select_related("project"):
        rows[row.project_id].append(row)
    totals = _totals([of_project for of_project in rows.values() if _is_mixed(of_project)])
    asked = {
        key: _asked([_row(each.funding_kind, each.amount, each.applied, each.partner_id) for each in of_project],
                    totals.get(key))
        for key, of_project in rows.items()
    }  # fmt: skip
    return {each.pk: asked.get(each.project_id) for each in applications}


def _is_mixed(rows: Sequence[FundingRow]) -> bool:
    """Return whether rows of the whole and rows of partners stand beside each other."""
    return len({row.partner_id is None for row in rows}) > 1


def _totals(funded: Iterable[Sequence[FundingRow]]) -> dict[UUID, Decimal]:
    """Return what the funding of each project ought to add up to: its stated total, or what its costs come to."""
    projects = {rows[0].project_id: rows[0].project for rows in funded}
    stated = {key: _first_known(each.funding_total, each.budget_total) for key, each in projects.items()}
    worked = worked_totals(each for key, each in projects.items() if stated[key] is None)
    return {**worked, **{key: total for key, total in stated.items() if total is not None}}


def _first_known(*figures: Decimal | None) -> Decimal | None:
    return next((each for each in figures if each is not None), None)


def _as_handed_in(applications: Sequence[Application]) -> dict[UUID, Decimal | None]:
    ids = {str(each.pk) for each in applications}
    kept = last_kept(handed_in().filter(record_id__in=ids).order_by("number"), "record_id", ids, "content")
    return {each.pk: requested_in(kept[str(each.pk)].values) for each in applications}


def requested_in(content: Mapping[str, Any]) -> Decimal | None:
    """Return the EU and state money that a version asks for: of the rows that fund the whole, each once."""
    project = content.get("project", {})
    costs = Plan(
        cost_lines=tuple(
            CostLine(
                UNNAMED, CostKind(line["cost_kind"]), _euros(_number(line.get("amount"))), partner=line.get("partner")
            )
            for line in content.get("cost-lines", {}).values()
        )
    )
    stated = [_number(project.get(name)) for name in ("funding_total", "budget_total")]
    rows = [
        _row(row["funding_kind"], _number(row.get("amount")), _number(row.get("applied")), row.get("partner"))
        for row in content.get("funding-rows", {}).values()
    ]
    return _asked(rows, _first_known(*stated, _number(content.get(WORKED_TOTAL)), _sum_of(costs)))


def _sum_of(costs: Plan) -> Decimal | None:
    amounts = [line.amount for line in lines_of_whole(costs)]
    return None if any(amount.is_blank for amount in amounts) else added(amounts)


def _row(kind: str, amount: Decimal | None, applied: Decimal | None, partner: object) -> Row:
    """Return a funding row that asks for what is applied, and stands beside others by its amount."""
    return Row(
        UNNAMED,
        FundingKind(kind),
        _euros(_first_known(amount, applied)),
        applied=None if applied is None else _euros(applied),
        partner=None if partner is None else str(partner),
    )


def _euros(value: Decimal | None) -> Term:
    return Term(UNNAMED, value, EUR)


def _number(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept)


def _asked(rows: Sequence[Row], total: Decimal | None) -> Decimal | None:
    """Return what the whole's rows of EU and state money apply for, or their amounts where that is not told.

    None without any, or when one is missing.
    """
    plan = Plan(funding=tuple(rows), total=None if total is None else _euros(total))
    figures = [row.applied or row.amount for row in rows_of_whole(plan) if row.kind is FundingKind.EU_STATE]
    return added(figures) if figures and not any(term.is_blank for term in figures) else None
