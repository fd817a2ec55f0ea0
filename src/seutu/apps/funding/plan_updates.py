"""Brings a plan's workbook back to the project it came from: what would change, and the change itself as one act.

Lines and rows are known by their name and partner, work packages by their number. What the workbook lacks stays as it
is and is told; nothing is removed. Not for making a new project (``plan_operations``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.models import CostLine, CostYear, FundingRow
from seutu.apps.funding.plan_operations import actors_named, partner_names, value_of
from seutu.apps.programmes.models import Participation, Project, WorkPackage
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import InvalidValuesError, StalePlanError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values, values_of
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import last_sequence
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Column, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.figures.relations import Term
from seutu.core.funding.plans import Plan
from seutu.core.names import fold_name
from seutu.core.text import Text

UNKNOWN_PARTNER: Final = Text(
    fi="Toteuttajaa ”{name}” ei ole toimijoissa. Lisää toimija tai korjaa nimi työkirjassa.",
    sv="Genomföraren ”{name}” finns inte bland aktörerna. Lägg till aktören eller rätta namnet i arbetsboken.",
    en="The partner “{name}” is not among the actors. Add the actor, or correct the name in the workbook.",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that the workbook has otherwise: of which record, from what to what. A new record has no ``record``."""

    kind: Kind
    title: str
    column: Column
    before: Value
    after: Value
    record: OwnedRecord | None = None


@dataclass(slots=True)
class PlanUpdate:
    """What bringing a workbook back would do. ``head`` is the workspace's last act when it was worked out."""

    project: Project
    head: int
    changes: list[tuple[Kind, OwnedRecord, dict[str, Value]]] = field(default_factory=list)
    additions: list[tuple[Kind, dict[str, Value], dict[str, Decimal | None]]] = field(default_factory=list)
    new_years: list[tuple[OwnedRecord, str, Decimal | None]] = field(default_factory=list)
    absent: list[tuple[Kind, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether the workbook says what stands already."""
        return not (self.changes or self.additions or self.new_years)

    def differences(self) -> Iterator[Difference]:
        """Yield every value that would change, record by record."""
        for kind, record, values in self.changes:
            for name, after in values.items():
                column = kind.column(name)
                yield Difference(kind, record.title, column, column.take(record), after, record)
        for kind, values, _years in self.additions:
            named = kind.model.title_field or "role"
            yield Difference(kind, str(values[named]), kind.column(named), None, values[named])
        for line, year, amount in self.new_years:
            kind = kind_named("cost-years")
            yield Difference(kind, f"{line.title} {year}", kind.column("amount"), None, amount)


def planned_update(project: Project, plan: Plan) -> PlanUpdate:
    """Return what a read plan would change in a project; raises InvalidValuesError for a partner that is no actor."""
    known = actors_named(partner_names(plan))
    for name in partner_names(plan):
        if fold_name(name) not in known:
            raise InvalidValuesError({"partner": UNKNOWN_PARTNER.filled(name=name)})
    update = PlanUpdate(project, last_sequence())
    _project(update, plan)
    _lines(update, plan, known)
    _rows(update, plan, known)
    _packages(update, plan)
    _partners(update, plan, known)
    return update


def apply_update(update: PlanUpdate, *, by: User | None, at: datetime, note: str = "") -> int:
    """Save an update as one act and return its sequence. Raises StalePlanError when the workspace has changed since."""
    with recording(Operation.IMPORT, by=by, at=at, note=note) as act:
        if act.sequence != update.head + 1:
            raise StalePlanError
        for kind, record, values in update.changes:
            check_values(kind, {**values_of(kind, record), **values})
            act.change(kind, record, values)
        for kind, values, years in update.additions:
            check_values(kind, values)
            made = act.create(kind, values)
            _add_years(act, made.pk, years.items())
        for line, year, amount in update.new_years:
            _add_years(act, line.pk, [(year, amount)])
        return act.sequence


def _add_years(act: Act, line: UUID, years: Iterable[tuple[str, Decimal | None]]) -> None:
    for year, amount in years:
        act.create(kind_named("cost-years"), {"cost_line": line, "year": year, "amount": amount})


def _changed(update: PlanUpdate, kind: Kind, record: OwnedRecord, values: Mapping[str, Value]) -> None:
    """Note the values of a record that differ from what stands."""
    differing = {}
    for name, value in values.items():
        column = kind.column(name)
        if column.keep(column.take(record)) != column.keep(value):
            differing[name] = value
    if differing:
        update.changes.append((kind, record, differing))


def _project(update: PlanUpdate, plan: Plan) -> None:
    model, (start, end) = plan.cost_model, plan.period
    values: dict[str, Value] = {
        "legal_basis": plan.legal_basis,
        "fund": plan.fund,
        "cost_model": model.name if model else None,
        "flat_rate": model.rate if model else None,
        "start": start,
        "end": end,
        "budget_total": value_of(plan.total),
        "funding_total": value_of(plan.funding_total),
    }
    _changed(update, kind_named("projects"), update.project, values)


def _standing(model: Any, project: Project) -> dict[tuple[str, str], list[Any]]:
    held = model.objects.filter(project=project, trashed_at__isnull=True).select_related("partner")
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for record in held.order_by(*blanks_last(model, "position"), "label", "pk"):
        found[(record.label, record.partner.name if record.partner else "")].append(record)
    return found


def _lines(update: PlanUpdate, plan: Plan, known: Mapping[str, UUID]) -> None:
    kind, standing = kind_named("cost-lines"), _standing(CostLine, update.project)
    years = _years(update.project)
    for position, line in enumerate(plan.cost_lines, start=1):
        values: dict[str, Value] = {
            "cost_kind": line.kind.value,
            "amount": value_of(line.amount),
            "applied": value_of(line.applied),
            "rejected": value_of(line.rejected),
        }
        by_year = {year: value_of(term) for year, term in line.years.items()}
        waiting = standing.get((line.label.fi, line.partner or ""))
        if waiting:
            record = waiting.pop(0)
            _changed(update, kind, record, values)
            _line_years(update, record, years.get(record.pk, {}), by_year)
        else:
            values |= {"project": update.project.pk, "label": line.label.fi, "position": Decimal(position)}
            values["partner"] = known[fold_name(line.partner)] if line.partner else None
            update.additions.append((kind, values, by_year))
    update.absent += [(kind, record.title) for left in standing.values() for record in left]


def _years(project: Project) -> dict[UUID, dict[str, CostYear]]:
    found: dict[UUID, dict[str, CostYear]] = defaultdict(dict)
    for each in CostYear.objects.filter(cost_line__project=project, trashed_at__isnull=True).select_related(
        "cost_line"
    ):
        found[each.cost_line_id][each.year] = each
    return found


def _line_years(
    update: PlanUpdate, line: OwnedRecord, standing: Mapping[str, CostYear], read: Mapping[str, Decimal | None]
) -> None:
    kind = kind_named("cost-years")
    for year, amount in read.items():
        if year in standing:
            _changed(update, kind, standing[year], {"amount": amount})
        else:
            update.new_years.append((line, year, amount))
    update.absent += [(kind, each.title) for year, each in standing.items() if year not in read]


def _rows(update: PlanUpdate, plan: Plan, known: Mapping[str, UUID]) -> None:
    kind, standing = kind_named("funding-rows"), _standing(FundingRow, update.project)
    for position, row in enumerate(plan.funding, start=1):
        values: dict[str, Value] = {
            "funding_kind": row.kind.value,
            "amount": value_of(row.amount),
            "applied": value_of(row.applied),
            "rejected": value_of(row.rejected),
        }
        waiting = standing.get((row.label.fi, row.partner or ""))
        record = waiting.pop(0) if waiting else None
        if record is None or record.share != value_of(row.share):
            values |= _share(row.share)
        if record is not None:
            _changed(update, kind, record, values)
        else:
            values |= {"project": update.project.pk, "label": row.label.fi, "position": Decimal(position)}
            values["partner"] = known[fold_name(row.partner)] if row.partner else None
            update.additions.append((kind, values, {}))
    update.absent += [(kind, record.title) for left in standing.values() for record in left]


def _share(share: Term | None) -> dict[str, Value]:
    value = value_of(share)
    exponent = 0 if value is None else int(value.as_tuple().exponent)
    return {"share": value, "share_decimals": None if value is None else Decimal(max(0, -exponent))}


def _packages(update: PlanUpdate, plan: Plan) -> None:
    kind = kind_named("work-packages")
    held = WorkPackage.objects.filter(project=update.project, trashed_at__isnull=True)
    standing = {record.number: record for record in held}
    for package in plan.work_packages:
        values: dict[str, Value] = {
            "name": package.name or package.number,
            "person_months": value_of(package.person_months),
            "purchases": value_of(package.purchases),
        }
        record = standing.pop(package.number, None)
        if record is not None:
            _changed(update, kind, record, values)
        elif package.number:
            update.additions.append((kind, {**values, "project": update.project.pk, "number": package.number}, {}))
    update.absent += [(kind, record.title) for record in standing.values()]


def _partners(update: PlanUpdate, plan: Plan, known: Mapping[str, UUID]) -> None:
    kind = kind_named("participations")
    held = Participation.objects.filter(project=update.project, trashed_at__isnull=True).exclude(role="funder")
    standing = {(record.actor_id, record.role): record for record in held.select_related("actor", "project")}
    for partner in plan.partners:
        actor, role = known[fold_name(partner.name)], partner.role.value
        values: dict[str, Value] = {"budget": value_of(partner.total)}
        record = standing.pop((actor, role), None)
        if record is not None:
            _changed(update, kind, record, values)
        else:
            update.additions.append((kind, {**values, "project": update.project.pk, "actor": actor, "role": role}, {}))
    update.absent += [(kind, record.title) for record in standing.values()]
