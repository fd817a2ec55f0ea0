"""Reads of the portfolio: every project with its stage, its lead, and money planned, used and left.

Planned is what the project states as its budget, or its cost lines when all of them have a figure; used is what the
accounts have. A figure that is not known is None and never zero. Not for one project's budget, which has its own page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from seutu.apps.funding.kinds.budgets import COST_LINES
from seutu.apps.funding.kinds.spending import ACTUAL_COSTS
from seutu.apps.programmes.kinds.participations import PARTICIPATIONS
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.programme_queries import LEAD
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.columns import plain
from seutu.core.figures.marks import EXACT


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One project. ``calculated`` when what is planned was added up from its cost lines."""

    project: Project
    lead: str
    planned: Decimal | None
    calculated: bool
    used: Decimal | None
    left: Decimal | None


@dataclass(frozen=True, slots=True)
class PortfolioSum:
    """The sum of the known figures of a column, and how many rows have none."""

    known: Decimal | None
    blanks: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The projects that pass the filters, with the sums over all of them."""

    rows: tuple[PortfolioRow, ...]
    planned: PortfolioSum
    used: PortfolioSum
    left: PortfolioSum


def programmes() -> list[Programme]:
    """Return the workspace's programmes by name."""
    return list(records_of(PROGRAMMES))


def portfolio(*, programme: UUID | None = None, stage: str = "") -> Portfolio:
    """Return the projects by name, of one programme or in one stage when those are given."""
    found = records_of(PROJECTS)
    if programme is not None:
        found = found.filter(development_programme=programme)
    if stage:
        found = found.filter(life_cycle=stage)
    rows = rows_of(list(found.order_by("name", "pk")))
    return Portfolio(
        rows=tuple(rows),
        planned=_sum(each.planned for each in rows),
        used=_sum(each.used for each in rows),
        left=_sum(each.left for each in rows),
    )


def rows_of(projects: Sequence[Project], *, by: date | None = None) -> list[PortfolioRow]:
    """Return the rows of projects in their order, in three queries however many they are; costs up to a day."""
    ids = {each.pk for each in projects}
    leads, planned, used = _leads(ids), _planned(ids), _used(ids, by)
    return [_row(each, leads, planned, used) for each in projects]


def _row(
    project: Project, leads: Mapping[UUID, str], planned: Mapping[UUID, Decimal], used: Mapping[UUID, Decimal]
) -> PortfolioRow:
    stated = None if project.budget_total is None else plain(project.budget_total)
    plan = planned.get(project.pk) if stated is None else stated
    spent = used.get(project.pk)
    return PortfolioRow(
        project=project,
        lead=leads.get(project.pk) or (project.owner_unit.title if project.owner_unit else ""),
        planned=plan,
        calculated=stated is None and plan is not None,
        used=spent,
        left=None if plan is None or spent is None else EXACT.subtract(plan, spent),
    )


def _leads(ids: set[UUID]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = {}
    for each in records_of(PARTICIPATIONS).filter(role=LEAD):
        if each.project_id in ids:
            found.setdefault(each.project_id, []).append(each.actor.title)
    return {key: ", ".join(sorted(names)) for key, names in found.items()}


def _planned(ids: set[UUID]) -> dict[UUID, Decimal]:
    """Return the sums of the cost lines of the projects in which every line has a figure."""
    lines: dict[UUID, list[Decimal | None]] = {}
    found = COST_LINES.model.objects.filter(trashed_at__isnull=True).order_by()
    for project, amount in found.values_list("project_id", "amount"):
        if project in ids:
            lines.setdefault(project, []).append(amount)
    return {
        key: _added([each for each in amounts if each is not None])
        for key, amounts in lines.items()
        if None not in amounts
    }


def _used(ids: set[UUID], by: date | None) -> dict[UUID, Decimal]:
    costs: dict[UUID, list[Decimal]] = {}
    found = ACTUAL_COSTS.model.objects.filter(trashed_at__isnull=True).order_by()
    if by is not None:
        found = found.filter(day__lte=by)
    for project, amount in found.values_list("project_id", "amount"):
        if project in ids:
            costs.setdefault(project, []).append(amount)
    return {key: _added(amounts) for key, amounts in costs.items()}


def _sum(figures: Iterable[Decimal | None]) -> PortfolioSum:
    listed = list(figures)
    known = [each for each in listed if each is not None]
    return PortfolioSum(_added(known) if known else None, len(listed) - len(known))


def _added(amounts: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for each in amounts:
        total = EXACT.add(total, each)
    return plain(total)
