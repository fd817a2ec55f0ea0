"""Reads of the portfolio: every project with its stage, its lead, and money planned, used and left.

Planned is what the project states as its budget, or what its cost lines give when worked out; used is what the accounts
have. A figure that is not known is None and never zero. Not for one project's budget, which has its own page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.funding.kinds.spending import ACTUAL_COSTS
from seutu.apps.funding.plans import FEW, worked_totals
from seutu.apps.programmes.kinds.participations import PARTICIPATIONS
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.programme_queries import LEAD
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.figures.marks import EXACT
from seutu.core.figures.plain_numbers import plain_number


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
    """The projects that pass the filters, by name, with the sums over all of them. ``rows_of`` tells a page of them."""

    projects: QuerySet[Project]
    count: int
    planned: PortfolioSum
    used: PortfolioSum
    left: PortfolioSum


@dataclass(frozen=True, slots=True)
class _Money:
    """What the cost lines and the accounts say, by project."""

    planned: Mapping[UUID, Decimal]
    used: Mapping[UUID, Decimal]

    def of(self, project: UUID, stated: Decimal | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Return what is planned, used and left; the stated budget wins over the lines."""
        plan = self.planned.get(project) if stated is None else plain_number(stated)
        spent = self.used.get(project)
        return plan, spent, None if plan is None or spent is None else EXACT.subtract(plan, spent)


def programmes() -> list[Programme]:
    """Return the workspace's programmes by name."""
    return list(records_of(PROGRAMMES))


def portfolio(*, programme: UUID | None = None, stage: str = "") -> Portfolio:
    """Return the projects of the workspace, of one programme or in one stage when those are given."""
    found = records_of(PROJECTS).order_by("name", "pk")
    if programme is not None:
        found = found.filter(development_programme=programme)
    if stage:
        found = found.filter(life_cycle=stage)
    every = list(found.order_by().select_related(None).defer("description", "search_text"))
    money = _money(every, None)
    figures = [money.of(each.pk, each.budget_total) for each in every]
    planned, used, left = (_sum(each[place] for each in figures) for place in range(3))
    return Portfolio(found, len(figures), planned, used, left)


def rows_of(projects: Iterable[Project], *, by: date | None = None) -> list[PortfolioRow]:
    """Return the rows of projects in their order, in three queries however many they are; costs up to a day."""
    listed = list(projects)
    ids = {each.pk for each in listed}
    leads, money = _leads(ids), _money(listed, by)
    return [_row(each, leads, money) for each in listed]


def _row(project: Project, leads: Mapping[UUID, str], money: _Money) -> PortfolioRow:
    planned, used, left = money.of(project.pk, project.budget_total)
    return PortfolioRow(
        project=project,
        lead=leads.get(project.pk) or (project.owner_unit.title if project.owner_unit else ""),
        planned=planned,
        calculated=project.budget_total is None and planned is not None,
        used=used,
        left=left,
    )


def _of(kind: Kind, ids: set[UUID]) -> QuerySet[Any]:
    """Return the records of projects; those of all when they are more than a query can name."""
    found = kind.model.objects.filter(trashed_at__isnull=True).order_by()
    return found.filter(project__in=ids) if len(ids) <= FEW else found


def _leads(ids: set[UUID]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = {}
    for project, name in _of(PARTICIPATIONS, ids).filter(role=LEAD).values_list("project_id", "actor__name"):
        found.setdefault(project, []).append(name)
    return {key: ", ".join(sorted(names)) for key, names in found.items()}


def _money(projects: Iterable[Project], by: date | None) -> _Money:
    """Return what cost lines come to when worked out, and the sums of costs up to a day."""
    listed = list(projects)
    costs: dict[UUID, list[Decimal]] = {}
    spent = _of(ACTUAL_COSTS, {each.pk for each in listed})
    for project, amount in (spent.filter(day__lte=by) if by else spent).values_list("project_id", "amount"):
        costs.setdefault(project, []).append(amount)
    return _Money(
        planned=worked_totals(each for each in listed if each.budget_total is None),
        used={key: _added(amounts) for key, amounts in costs.items()},
    )


def _sum(figures: Iterable[Decimal | None]) -> PortfolioSum:
    listed = list(figures)
    known = [each for each in listed if each is not None]
    return PortfolioSum(_added(known) if known else None, len(listed) - len(known))


def _added(amounts: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for each in amounts:
        total = EXACT.add(total, each)
    return plain_number(total)
