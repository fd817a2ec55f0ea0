"""A project's plan as figures that can be proved, read from its records; each figure keeps its place in the source.

Not for writing (``plan_operations``, ``budget_operations``), or for working figures out (``core.funding``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db.models import Q

from seutu.apps.funding.call_rules import call_rules_of
from seutu.apps.funding.models import CostLine as CostLineRecord
from seutu.apps.funding.models import CostYear
from seutu.apps.funding.models import FundingRow as FundingRowRecord
from seutu.apps.programmes.models import Assignment, Participation, Project
from seutu.apps.programmes.models import WorkPackage as WorkPackageRecord
from seutu.apps.records.ordering import blanks_last
from seutu.core.figures.plain_numbers import plain_money, plain_number
from seutu.core.figures.relations import Place, Relation, Term
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import (
    INPUTS,
    Assigned,
    Calculation,
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    Way,
    WorkPackage,
)
from seutu.core.funding.work_months import IN_MONTHS
from seutu.core.funding.working_out import worked_out
from seutu.core.programmes.numbering import natural_key
from seutu.core.text import Text
from seutu.rules.funding import rule_book

FEW: Final = 500
"""So many projects can be named in a query."""
PARTNER_ROLES: Final = tuple(role.value for role in PartnerRole)
ROW_COLUMNS: Final = ("pk", "label", "amount", "applied", "rejected", "partner__name", "source__name", "source_place")
COST_COLUMNS: Final = (*ROW_COLUMNS, "cost_kind", "calculation", "unit", *INPUTS)
FUNDING_COLUMNS: Final = (*ROW_COLUMNS, "funding_kind", "share", "share_decimals")
_said = lru_cache(maxsize=4096)(Text.same)
"""A year is the label of a thousand cells."""


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """A project's plan with the records behind its rows, in the same order.

    ``stated`` holds what was entered, ``worked`` also what follows from it, and ``relations`` how they stand.
    """

    project: Project
    stated: Plan
    worked: Plan
    relations: tuple[Relation, ...]
    cost_ids: tuple[UUID, ...]
    funding_ids: tuple[UUID, ...]
    years: tuple[str, ...]


def plan_of(project: Project) -> ProjectPlan:
    """Return the plan of a project: six queries however many rows, and one more where pay is worked out by months."""
    cost_records = _rows(CostLineRecord, COST_COLUMNS, {"project": project})
    funding_records = _rows(FundingRowRecord, FUNDING_COLUMNS, {"project": project})
    years = _years({"cost_line__project": project})
    stated = Plan(
        title=project.name,
        legal_basis=project.legal_basis or None,
        fund=project.fund or None,
        cost_model=_model(project),
        period=(project.start, project.end),
        cost_lines=tuple(_cost_line(record, years[record.pk]) for record in cost_records),
        total=_term("", project.budget_total, EUR),
        funding=tuple(_funding_row(record) for record in funding_records),
        funding_total=_term("", project.funding_total, EUR),
        work_packages=_work_packages(project),
        partners=_partners(project),
        call_rules=call_rules_of(project),
        assigned=_assigned(cost_records, {"work_package__project": project}).get(project.pk, ()),
    )
    rules = rule_book()
    worked = worked_out(stated, rules)
    return ProjectPlan(
        project,
        stated,
        worked,
        tuple(plan_relations(worked, rules)),
        tuple(record.pk for record in cost_records),
        tuple(record.pk for record in funding_records),
        tuple(sorted({year for of_line in years.values() for year in of_line})),
    )


def changed_rows(project: Project, *, since: datetime | None) -> set[str]:
    """Return the ids of the cost lines and funding rows that were changed since a moment, also in a year of theirs.

    Every one of them where ``since`` is None.
    """
    changed = {} if since is None else {"changed_at__gte": since}
    lines = CostLineRecord.objects.filter(project=project, **changed).values_list("pk", flat=True)
    years = CostYear.objects.filter(cost_line__project=project, **changed).values_list("cost_line_id", flat=True)
    rows = FundingRowRecord.objects.filter(project=project, **changed).values_list("pk", flat=True)
    return {str(record) for record in (*lines, *years, *rows)}


def planned_projects() -> list[Project]:
    """Return the workspace's projects that have a budget line or a source of funding, by name."""
    lines = CostLineRecord.objects.filter(trashed_at__isnull=True).values("project_id")
    rows = FundingRowRecord.objects.filter(trashed_at__isnull=True).values("project_id")
    held = Project.objects.filter(Q(pk__in=lines) | Q(pk__in=rows), trashed_at__isnull=True)
    return list(held.order_by("name", "pk"))


def _rows(model: Any, columns: Sequence[str], of: Mapping[str, Any]) -> list[Any]:
    """Return standing rows in their order as named tuples: a plan of a thousand rows is read at every edit."""
    held = model.objects.filter(trashed_at__isnull=True, **of).order_by(*blanks_last(model, "position"), "label", "pk")
    return list(held.values_list(*columns, named=True))


def worked_totals(projects: Iterable[Project]) -> dict[UUID, Decimal]:
    """Return what each project costs as its lines and years give it, worked out; nothing where it does not follow.

    Three queries however many projects there are, four where pay is worked out by months. What a project states as its
    total is not looked at.
    """
    by_id = {project.pk: project for project in projects}
    few = {"project__in": by_id} if len(by_id) <= FEW else {}
    lines: dict[UUID, list[Any]] = defaultdict(list)
    for record in _rows(CostLineRecord, ("project_id", *COST_COLUMNS), few):
        lines[record.project_id].append(record)
    years = _years({f"cost_line__{name}": value for name, value in few.items()})
    bearing = _bearing(few)
    records = [record for of_project in lines.values() for record in of_project]
    assigned = _assigned(records, {f"work_package__{name}": value for name, value in few.items()})
    rules = rule_book()
    found = {}
    for project_id, of_project in lines.items():
        project = by_id.get(project_id)
        if project is None:
            continue
        plan = Plan(
            legal_basis=project.legal_basis or None,
            cost_model=_model(project),
            period=(project.start, project.end),
            cost_lines=tuple(_cost_line(record, years[record.pk]) for record in of_project),
            partners=bearing.get(project_id, ()),
            assigned=assigned.get(project_id, ()),
        )
        total = worked_out(plan, rules).total
        if total is not None and not total.is_blank:
            found[project_id] = total.number
    return found


def _bearing(few: Mapping[str, Any]) -> dict[UUID, tuple[Partner, ...]]:
    """Return the partners of projects, without their budgets."""
    held = Participation.objects.filter(trashed_at__isnull=True, role__in=PARTNER_ROLES, **few)
    found: dict[UUID, list[Partner]] = defaultdict(list)
    for project, name, role in held.values_list("project_id", "actor__name", "role"):
        found[project].append(Partner(name, PartnerRole(role)))
    return {project: tuple(partners) for project, partners in found.items()}


def _assigned(records: Iterable[Any], of: Mapping[str, Any]) -> dict[UUID, tuple[Assigned, ...]]:
    """Return who works how many person-months in each project; asked only where a line of pay is of months."""
    if not any(record.calculation in IN_MONTHS for record in records):
        return {}
    held = Assignment.objects.filter(trashed_at__isnull=True, work_package__trashed_at__isnull=True, **of)
    found: dict[UUID, list[Assigned]] = defaultdict(list)
    columns = ("work_package__project_id", "role", "partner__name", "person_months")
    for project, role, partner, months in held.order_by("pk").values_list(*columns):
        found[project].append(Assigned(role, partner, plain_number(months)))
    return {project: tuple(each) for project, each in found.items()}


def _years(of: Mapping[str, Any]) -> dict[UUID, dict[str, Decimal | None]]:
    held = CostYear.objects.filter(trashed_at__isnull=True, cost_line__trashed_at__isnull=True, **of)
    found: dict[UUID, dict[str, Decimal | None]] = defaultdict(dict)
    for line, year, amount in held.order_by("year", "pk").values_list("cost_line_id", "year", "amount"):
        found[line][year] = amount
    return found


def _model(project: Project) -> CostModel | None:
    if not project.cost_model:
        return None
    is_flat = project.cost_model == "flat_rate"
    return CostModel(project.cost_model, plain_number(project.flat_rate) if is_flat else None)


def _term(label: str, value: Decimal | None, unit: str, place: Place | None = None) -> Term | None:
    if value is None:
        return None
    return Term(
        Text.same(label), plain_money(value) if unit == EUR else plain_number(value), unit, place=place or Place()
    )


def _cell(label: str, value: Decimal | None, place: Place) -> Term:
    return Term(_said(label), plain_money(value), EUR, place=place)


def _place(row: Any) -> Place:
    return Place(document=row.source__name, text=row.source_place or None)


def _cost_line(record: Any, years: Mapping[str, Decimal | None]) -> CostLine:
    """Return the line of a row of COST_COLUMNS."""
    label, place = record.label, _place(record)
    return CostLine(
        _said(label),
        CostKind(record.cost_kind),
        _cell(label, record.amount, place),
        applied=_term(label, record.applied, EUR, place),
        rejected=_term(label, record.rejected, EUR, place),
        years={year: _cell(year, amount, place) for year, amount in years.items()},
        partner=record.partner__name,
        calculation=_calculation(record, place),
    )


def _calculation(record: Any, place: Place) -> Calculation | None:
    """Return what a line is worked out of; None where it says nothing of it."""
    if not record.calculation and not record.unit and all(getattr(record, name) is None for name in INPUTS):
        return None
    return Calculation(
        Way(record.calculation) if record.calculation else None,
        quantity=_term(record.label, record.quantity, "", place),
        unit=record.unit,
        unit_price=_term(record.label, record.unit_price, EUR, place),
        work_share=_term(record.label, record.work_share, PERCENT, place),
        side_costs=_term(record.label, record.side_costs, PERCENT, place),
    )


def _funding_row(record: Any) -> FundingRow:
    """Return the row of a row of FUNDING_COLUMNS."""
    label, place = record.label, _place(record)
    return FundingRow(
        Text.same(label),
        FundingKind(record.funding_kind),
        _cell(label, record.amount, place),
        share=_share(record, label, place),
        applied=_term(label, record.applied, EUR, place),
        rejected=_term(label, record.rejected, EUR, place),
        partner=record.partner__name,
    )


def _share(record: Any, label: str, place: Place) -> Term | None:
    """Return the printed share with the decimals it is printed with: 80.00 is known to a hundredth."""
    share = plain_number(record.share)
    if share is None:
        return None
    if record.share_decimals is not None:
        printed = share.quantize(Decimal(1).scaleb(-int(record.share_decimals)), rounding=ROUND_HALF_UP)
        share = printed if printed == share else share
    return Term(Text.same(label), share, PERCENT, place=place)


def _work_packages(project: Project) -> tuple[WorkPackage, ...]:
    held: Iterable[WorkPackageRecord] = WorkPackageRecord.objects.filter(project=project, trashed_at__isnull=True)
    return tuple(
        WorkPackage(
            record.number,
            record.name,
            person_months=_term(f"{record.number} {record.name}", record.person_months, PERSON_MONTH),
            purchases=_term(f"{record.number} {record.name}", record.purchases, EUR),
        )
        for record in sorted(held, key=lambda each: (natural_key(each.number), each.name))
    )


def _partners(project: Project) -> tuple[Partner, ...]:
    held = Participation.objects.filter(project=project, trashed_at__isnull=True, role__in=PARTNER_ROLES)
    records = sorted(held.select_related("actor"), key=lambda each: (PARTNER_ROLES.index(each.role), each.actor.name))
    return tuple(
        Partner(each.actor.name, PartnerRole(each.role), _term(each.actor.name, each.budget, EUR)) for each in records
    )
