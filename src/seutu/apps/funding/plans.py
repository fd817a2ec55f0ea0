"""A project's plan as figures that can be proved, read from its records; each figure keeps its place in the source.

Not for writing (``plan_operations``, ``budget_operations``), or for working figures out (``core.funding``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final
from uuid import UUID

from django.db.models import Q

from seutu.apps.funding.call_terms import call_of
from seutu.apps.funding.models import CostLine as CostLineRecord
from seutu.apps.funding.models import CostYear
from seutu.apps.funding.models import FundingRow as FundingRowRecord
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.programmes.models import WorkPackage as WorkPackageRecord
from seutu.apps.records.sheets.columns import plain
from seutu.core.figures.relations import Place, Relation, Term
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH
from seutu.core.funding.call_rules import call_relations, call_rules
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import (
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    WorkPackage,
)
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.working_out import worked_out
from seutu.core.programmes.numbering import natural_key
from seutu.core.text import Text
from seutu.rules.funding import rule_book

FEW: Final = 500
"""So many projects can be named in a query."""
PARTNER_ROLES: Final = tuple(role.value for role in PartnerRole)


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
    rules: RuleBook = field(default_factory=rule_book)


def plan_of(project: Project) -> ProjectPlan:
    """Return the plan of a project: six queries, however many rows."""
    lines = _standing(CostLineRecord, project).order_by("position", "label", "pk")
    rows = _standing(FundingRowRecord, project).order_by("position", "label", "pk")
    cost_records, funding_records = list(lines), list(rows)
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
    )
    call = call_of(project)
    rules = rule_book().of_call(call_rules(call)) if call is not None else rule_book()
    worked = worked_out(stated, rules)
    return ProjectPlan(
        project,
        stated,
        worked,
        (*plan_relations(worked, rules), *call_relations(worked, call)),
        tuple(record.pk for record in cost_records),
        tuple(record.pk for record in funding_records),
        tuple(sorted({year for of_line in years.values() for year in of_line})),
        rules,
    )


def planned_projects() -> list[Project]:
    """Return the workspace's projects that have a budget line or a source of funding, by name."""
    lines = CostLineRecord.objects.filter(trashed_at__isnull=True).values("project_id")
    rows = FundingRowRecord.objects.filter(trashed_at__isnull=True).values("project_id")
    held = Project.objects.filter(Q(pk__in=lines) | Q(pk__in=rows), trashed_at__isnull=True)
    return list(held.order_by("name", "pk"))


def _standing(model: Any, project: Project) -> Any:
    return model.objects.filter(project=project, trashed_at__isnull=True).select_related("partner", "source")


def worked_totals(projects: Iterable[Project]) -> dict[UUID, Decimal]:
    """Return what each project costs as its lines and years give it, worked out; nothing where it does not follow.

    Three queries however many projects there are. What a project states as its total is not looked at.
    """
    by_id = {project.pk: project for project in projects}
    few = {"project__in": by_id} if len(by_id) <= FEW else {}
    records = CostLineRecord.objects.filter(trashed_at__isnull=True, **few).select_related("partner", "source")
    lines: dict[UUID, list[CostLineRecord]] = defaultdict(list)
    for record in records.order_by("position", "label", "pk"):
        lines[record.project_id].append(record)
    years = _years({f"cost_line__{name}": value for name, value in few.items()})
    bearing = _bearing(few)
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
    return CostModel(project.cost_model, _plain(project.flat_rate) if is_flat else None)


def _plain(number: Decimal | None) -> Decimal | None:
    """Return a number without the zeros that its column adds."""
    return None if number is None else plain(number)


def _money(number: Decimal | None) -> Decimal | None:
    """Return an amount in whole euros, or with both decimals of its cents."""
    if number is None or number != number.to_integral_value():
        return number
    return number.to_integral_value()


def _term(label: str, value: Decimal | None, unit: str, place: Place | None = None) -> Term | None:
    if value is None:
        return None
    return Term(Text.same(label), _money(value) if unit == EUR else _plain(value), unit, place=place or Place())


def _cell(label: str, value: Decimal | None, place: Place) -> Term:
    return Term(Text.same(label), _money(value), EUR, place=place)


def _place(record: Any) -> Place:
    source = record.source.title if record.source_id else None
    return Place(document=source, text=record.source_place or None)


def _cost_line(record: CostLineRecord, years: dict[str, Decimal | None]) -> CostLine:
    label, place = record.label, _place(record)
    return CostLine(
        Text.same(label),
        CostKind(record.cost_kind),
        _cell(label, record.amount, place),
        applied=_term(label, record.applied, EUR, place),
        rejected=_term(label, record.rejected, EUR, place),
        years={year: _cell(year, amount, place) for year, amount in years.items()},
        partner=record.partner.name if record.partner else None,
    )


def _funding_row(record: FundingRowRecord) -> FundingRow:
    label, place = record.label, _place(record)
    return FundingRow(
        Text.same(label),
        FundingKind(record.funding_kind),
        _cell(label, record.amount, place),
        share=_share(record, label, place),
        applied=_term(label, record.applied, EUR, place),
        rejected=_term(label, record.rejected, EUR, place),
        partner=record.partner.name if record.partner else None,
    )


def _share(record: FundingRowRecord, label: str, place: Place) -> Term | None:
    """Return the printed share with the decimals it is printed with: 80.00 is known to a hundredth."""
    share = _plain(record.share)
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
