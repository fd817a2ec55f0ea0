"""Brings a plan's workbook back to the project it came from: what would change, and the change itself as one act.

Only what the workbook speaks of is compared: a column that it lacks changes nothing, an emptied cell empties. Rows that
it lacks stay and are told. Not for making a new project (``plan_operations``), or for which row is which
(``plan_matching``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.choices import COST_KINDS, FUNDING_KINDS
from seutu.apps.funding.models import CostYear
from seutu.apps.funding.plan_figures import (
    calculation_values,
    check_rate,
    check_texts,
    faults_in,
    refuse_faults,
    value_of,
)
from seutu.apps.funding.plan_matching import Pair, package_pairs, partner_pairs, row_pairs
from seutu.apps.funding.plan_operations import MONEY, named_kind, share_values
from seutu.apps.funding.plan_partners import Partners, check_partners, partners_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import InvalidValuesError, StalePlanError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values, values_of
from seutu.apps.records.queries import last_sequence
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Column, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.funding.plans import CostLine, FundingRow, Partner, Plan
from seutu.core.names import fold_name
from seutu.core.text import Text
from seutu.sources.plans import Spoken
from seutu.sources.plans.speaking import YEAR

UNKNOWN_PARTNER: Final = Text(
    fi="Toteuttajaa ”{name}” ei ole toimijoissa. Lisää toimija tai korjaa nimi työkirjassa.",
    sv="Genomföraren ”{name}” finns inte bland aktörerna. Lägg till aktören eller rätta namnet i arbetsboken.",
    en="The partner “{name}” is not among the actors. Add the actor, or correct the name in the workbook.",
)
ANOTHER_PROJECT: Final = Text(
    fi="Työkirjassa on hanke ”{named}”, mutta tämä hanke on ”{here}”. Tarkista, että tiedosto on oikea. Jos on, "
    "kirjoita työkirjaan tämän hankkeen nimi ja tuo se uudelleen.",
    sv="Arbetsboken gäller projektet ”{named}”, men detta projekt är ”{here}”. Kontrollera att filen är den rätta. Om "
    "den är det, skriv detta projekts namn i arbetsboken och importera den på nytt.",
    en="The workbook is of the project “{named}”, but this project is “{here}”. Check that it is the right file. If it "
    "is, write the name of this project into the workbook and bring it in again.",
)
WRONG_VALUE: Final = Text.same("{record}, {column}: {why}")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that the workbook has otherwise: of which record, from what to what. A new record has no ``record``."""

    kind: Kind
    title: str
    column: Column
    before: Value
    after: Value
    record: OwnedRecord | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """A record that the workbook has and the project has not; a cost line comes with its years."""

    kind: Kind
    title: str
    values: dict[str, Value]
    years: dict[str, Decimal | None] = field(default_factory=dict)


@dataclass(slots=True)
class PlanUpdate:
    """What bringing a workbook back would do. ``head`` is the workspace's last act when it was worked out."""

    project: Project
    head: int
    changes: list[tuple[Kind, OwnedRecord, dict[str, Value]]] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    new_years: list[tuple[OwnedRecord, str, Decimal | None]] = field(default_factory=list)
    absent: list[tuple[Kind, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether the workbook says what stands already."""
        return not (self.changes or self.additions or self.new_years)

    def differences(self) -> Iterator[Difference]:
        """Yield every value that would change or be added, record by record."""
        years = kind_named("cost-years")
        for kind, record, values in self.changes:
            for name, after in values.items():
                column = kind.column(name)
                yield Difference(kind, record.title, column, column.take(record), after, record)
        for added in self.additions:
            for column in added.kind.columns:
                value = added.values.get(column.name)
                if value is not None and column.name not in {"project", "position"}:
                    yield Difference(added.kind, added.title, column, None, value)
            for year, amount in added.years.items():
                yield Difference(years, f"{added.title} {year}", years.column("amount"), None, amount)
        for line, year, amount in self.new_years:
            yield Difference(years, f"{line.title} {year}", years.column("amount"), None, amount)


def planned_update(project: Project, plan: Plan, spoken: Spoken) -> PlanUpdate:
    """Return what a read plan would change in a project, of what its file speaks of.

    Raises InvalidValuesError for the plan of another project, for a partner that is no actor or several, for a row that
    could be several, and for a value that its column cannot hold.
    """
    if plan.title and fold_name(plan.title) != fold_name(project.name):
        raise InvalidValuesError({"name": ANOTHER_PROJECT.filled(named=plan.title, here=project.name)})
    refuse_faults(faults_in(plan))
    check_rate(plan)
    partners = partners_of(plan, project)
    check_partners(plan, partners)
    if partners.unknown:
        raise InvalidValuesError({name: UNKNOWN_PARTNER.filled(name=name) for name in partners.unknown})
    update = PlanUpdate(project, last_sequence())
    _project(update, plan, spoken)
    _lines(update, plan, spoken, partners)
    _rows(update, plan, spoken, partners)
    _packages(update, plan, spoken)
    _partners(update, plan, spoken, partners)
    _check(update)
    return update


def apply_update(update: PlanUpdate, *, by: User | None, at: datetime, note: str = "") -> int:
    """Save an update as one act and return its sequence. Raises StalePlanError when the workspace has changed since."""
    with recording(Operation.IMPORT, by=by, at=at, note=note) as act:
        if act.sequence != update.head + 1:
            raise StalePlanError
        for kind, record, values in update.changes:
            act.change(kind, record, values)
        for added in update.additions:
            made = act.create(added.kind, added.values)
            _add_years(act, made.pk, added.years.items())
        for line, year, amount in update.new_years:
            _add_years(act, line.pk, [(year, amount)])
        return act.sequence


def _add_years(act: Act, line: UUID, years: Iterable[tuple[str, Decimal | None]]) -> None:
    for year, amount in years:
        act.create(kind_named("cost-years"), {"cost_line": line, "year": year, "amount": amount})


def _check(update: PlanUpdate) -> None:
    """Raise InvalidValuesError for what the form of a record would refuse, named by its record and column."""
    wholes = [(kind, record.title, {**values_of(kind, record), **values}) for kind, record, values in update.changes]
    years = kind_named("cost-years")
    named = [year for added in update.additions for year in added.years]
    wholes += [(added.kind, added.title, added.values) for added in update.additions]
    wholes += [(years, year, {"cost_line": update.project.pk, "year": year}) for year in named]
    wholes += [(years, year, {"cost_line": line.pk, "year": year}) for line, year, _amount in update.new_years]
    for kind, title, values in wholes:
        check_texts(kind, values)
        try:
            check_values(kind, values)
        except InvalidValuesError as error:
            record = title or kind.singular
            told = {
                name: WRONG_VALUE.filled(record=record, column=kind.column(name).label, why=why)
                for name, why in error.problems.items()
            }
            raise InvalidValuesError(told) from None


def _changed(update: PlanUpdate, kind: Kind, record: OwnedRecord, values: Mapping[str, Value]) -> None:
    """Note the values of a record that differ from what stands."""
    differing = {}
    for name, value in values.items():
        column = kind.column(name)
        if column.keep(column.take(record)) != column.keep(value):
            differing[name] = value
    if differing:
        update.changes.append((kind, record, differing))


def _project(update: PlanUpdate, plan: Plan, spoken: Spoken) -> None:
    kind, model, (start, end) = kind_named("projects"), plan.cost_model, plan.period
    facts: dict[str, tuple[str, Value]] = {
        "legal_basis": ("legal_basis", plan.legal_basis),
        "fund": ("fund", plan.fund),
        "cost_model": ("cost_model", model.name if model else None),
        "start": ("start", start),
        "end": ("end", end),
        "total": ("budget_total", value_of("projects", "budget_total", plan.total)),
        "funding_total": ("funding_total", value_of("projects", "funding_total", plan.funding_total)),
    }
    values = dict(told for fact, told in facts.items() if fact in spoken.facts)
    if model is not None and model.rate is not None:
        values["flat_rate"] = model.rate
    _changed(update, kind, update.project, values)


def _spoken_values(values: Mapping[str, Value], named: frozenset[str]) -> dict[str, Value]:
    """Return the values of a row whose columns its file has."""
    return {name: value for name, value in values.items() if name in named}


def _lines(update: PlanUpdate, plan: Plan, spoken: Spoken, partners: Partners) -> None:
    kind, years = kind_named("cost-lines"), _years(update.project)
    pairs, left = row_pairs("cost-lines", update.project, plan.cost_lines, spoken.of("cost_lines"), partners)
    for position, pair in enumerate(pairs, start=1):
        line: CostLine = pair.read
        figures = {n: value_of("cost-lines", n, getattr(line, n)) for n in MONEY}
        values = _spoken_values({**figures, **calculation_values(line.calculation)}, pair.named)
        values = {"cost_kind": line.kind.value, **values}
        by_year = {year: value_of("cost-years", "amount", term) for year, term in line.years.items()}
        if pair.record is None:
            label = line.label.fi or named_kind(COST_KINDS, line.kind.value)
            values |= _new_row(update.project, label, position, line, partners)
            update.additions.append(Addition(kind, label, values, by_year))
        else:
            _changed(update, kind, pair.record, values)
            _line_years(update, pair.record, years.get(pair.record.pk, {}), by_year, pair.named)
    update.absent += [(kind, record.title) for record in left]


def _new_row(
    project: Project, label: str, position: int, row: CostLine | FundingRow, partners: Partners
) -> dict[str, Value]:
    partner = partners.known[fold_name(row.partner)] if row.partner else None
    return {"project": project.pk, "label": label, "position": Decimal(position), "partner": partner}


def _years(project: Project) -> dict[UUID, dict[str, CostYear]]:
    found: dict[UUID, dict[str, CostYear]] = defaultdict(dict)
    for each in CostYear.objects.filter(cost_line__project=project, trashed_at__isnull=True).select_related(
        "cost_line"
    ):
        found[each.cost_line_id][each.year] = each
    return found


def _line_years(
    update: PlanUpdate,
    line: OwnedRecord,
    standing: Mapping[str, CostYear],
    read: Mapping[str, Decimal | None],
    named: frozenset[str],
) -> None:
    """Compare the years of a line; where all its cells are empty, its years are emptied too."""
    kind = kind_named("cost-years")
    for year, amount in read.items():
        if year in standing:
            _changed(update, kind, standing[year], {"amount": amount})
        else:
            update.new_years.append((line, year, amount))
    for year, each in standing.items():
        if year in read:
            continue
        if YEAR.format(year=year) in named:
            _changed(update, kind, each, {"amount": None})
        else:
            update.absent.append((kind, each.title))


def _rows(update: PlanUpdate, plan: Plan, spoken: Spoken, partners: Partners) -> None:
    kind = kind_named("funding-rows")
    pairs, left = row_pairs("funding-rows", update.project, plan.funding, spoken.of("funding"), partners)
    for position, pair in enumerate(pairs, start=1):
        row: FundingRow = pair.read
        values = _spoken_values({n: value_of("funding-rows", n, getattr(row, n)) for n in MONEY}, pair.named)
        values = {"funding_kind": row.kind.value, **values, **_share(pair)}
        if pair.record is None:
            label = row.label.fi or named_kind(FUNDING_KINDS, row.kind.value)
            values |= _new_row(update.project, label, position, row, partners)
            update.additions.append(Addition(kind, label, values))
        else:
            _changed(update, kind, pair.record, values)
    update.absent += [(kind, record.title) for record in left]


def _share(pair: Pair) -> dict[str, Value]:
    """Return the share of a row that differs from what stands; a spreadsheet does not keep the zeros at its end."""
    if "share" not in pair.named:
        return {}
    told = share_values(pair.read.share)
    return {} if pair.record is not None and pair.record.share == told["share"] else told


def _packages(update: PlanUpdate, plan: Plan, spoken: Spoken) -> None:
    kind = kind_named("work-packages")
    pairs, left = package_pairs(update.project, plan.work_packages, spoken.of("work_packages"))
    for pair in pairs:
        package = pair.read
        values: dict[str, Value] = {
            "name": package.name,
            "after": "; ".join(package.after) or None,
            **{
                name: value_of("work-packages", name, getattr(package, name)) for name in ("person_months", "purchases")
            },
        }
        values = _spoken_values(values, pair.named)
        if pair.record is None:
            values |= {"project": update.project.pk, "number": package.number, "name": package.name or package.number}
            update.additions.append(Addition(kind, f"{package.number} {package.name}".strip(), values))
        else:
            _changed(update, kind, pair.record, values)
    update.absent += [(kind, record.title) for record in left]


def _partners(update: PlanUpdate, plan: Plan, spoken: Spoken, partners: Partners) -> None:
    kind = kind_named("participations")
    pairs, left = partner_pairs(update.project, plan.partners, spoken.of("partners"), partners)
    for pair in pairs:
        partner: Partner = pair.read
        values: dict[str, Value] = {}
        if "total" in pair.named:
            values["budget"] = value_of("participations", "budget", partner.total)
        if pair.record is None:
            actor, role = partners.known[fold_name(partner.name)], partner.role.value
            values |= {"project": update.project.pk, "actor": actor, "role": role}
            update.additions.append(Addition(kind, partner.name, values))
        else:
            _changed(update, kind, pair.record, values)
    update.absent += [(kind, record.title) for record in left]
