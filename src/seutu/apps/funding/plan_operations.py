"""Makes a project of a plan that was read: from a checked document, a plan file, or another system. One act.

Each record keeps the source and the place its figure came from. Not for changing a project that stands
(``budget_operations``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, cast
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.choices import COST_KINDS, FUNDING_KINDS
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Choice, TextColumn, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.register.models import Actor
from seutu.core.figures.relations import Place, Term
from seutu.core.figures.relations.places import place_told
from seutu.core.funding.plans import CostLine, FundingRow, Plan
from seutu.core.names import fold_name
from seutu.core.programmes.work_plans import WorkPlan
from seutu.core.text import Text

LONGEST_PLACE: Final = 300
NO_TITLE: Final = Text(
    fi="Hankkeella ei ole nimeä. Kirjoita nimi, jolla hanke lisätään.",
    sv="Projektet har inget namn. Skriv namnet som projektet läggs till med.",
    en="The project has no name. Write the name it is added by.",
)

TOO_LONG: Final = Text(
    fi="{kind}, {column}: teksti ”{start}…” on liian pitkä ({length} merkkiä, enintään {most}). Lyhennä sitä "
    "lähteessä.",
    sv="{kind}, {column}: texten ”{start}…” är för lång ({length} tecken, högst {most}). Förkorta den i källan.",
    en="{kind}, {column}: the text “{start}…” is too long ({length} characters, at most {most}). Shorten it in the "
    "source.",
)


@dataclass(frozen=True, slots=True)
class MadeProject:
    """The project that was made, and the actors that were added for its partners."""

    project: Project
    new_actors: tuple[str, ...]


def unknown_partners(plan: Plan) -> list[str]:
    """Return the partners of a plan that are no actors of the workspace yet, each once."""
    known = actors_named(partner_names(plan))
    return [name for name in partner_names(plan) if fold_name(name) not in known]


def make_project(
    plan: Plan, *, title: str, source: str, work: WorkPlan | None = None, by: User | None, at: datetime
) -> MadeProject:
    """Save a plan as a new project with its lines, rows, packages, tasks, results and partners, in one act.

    ``source`` names the document. Partners that are no actors yet are added as actors. Raises InvalidValuesError when
    there is no name, or when a record would not pass its kind's own check; then nothing is saved.
    """
    if not title.strip():
        raise InvalidValuesError({"name": NO_TITLE})
    with recording(Operation.CREATE, by=by, at=at, note=source) as act:
        writer = _Writer(act, source)
        project = writer.project(plan, title.strip())
        added = writer.partners(plan, project)
        writer.costs(plan, project)
        writer.funding(plan, project)
        writer.work(plan, work, project)
    return MadeProject(project, added)


def partner_names(plan: Plan) -> list[str]:
    """Return the partners that a plan names, each once."""
    named = [
        *(partner.name for partner in plan.partners),
        *(line.partner for line in plan.cost_lines),
        *(row.partner for row in plan.funding),
    ]
    return list(dict.fromkeys(name for name in named if name))


def actors_named(names: Iterable[str]) -> dict[str, UUID]:
    """Return the actors with these names, by folded name; one that several have is no answer."""
    keys = {fold_name(name) for name in names}
    found: dict[str, list[UUID]] = {}
    for key, pk in Actor.objects.filter(title_key__in=keys, trashed_at__isnull=True).values_list("title_key", "pk"):
        found.setdefault(key, []).append(pk)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


class _Writer:
    """Gathers the records of one plan into one act."""

    def __init__(self, act: Act, source: str) -> None:
        self.act = act
        self.source = self._source(source)
        self.actors: dict[str, UUID] = {}

    def _source(self, name: str) -> UUID:
        kind = kind_named("sources")
        known = kind.model.objects.filter(title_key=fold_name(name), trashed_at__isnull=True).first()
        return (known or self.act.create(kind, {"name": name})).pk

    def add(self, kind_name: str, values: Mapping[str, Value], place: Place | None = None) -> OwnedRecord:
        kind = kind_named(kind_name)
        filled = {**values, "source": self.source, "source_place": place_said(place) or None}
        check_values(kind, filled)
        _check_lengths(kind, filled)
        return self.act.create(kind, filled)

    def project(self, plan: Plan, title: str) -> Project:
        model, (start, end) = plan.cost_model, plan.period
        made = self.add(
            "projects",
            {
                "name": title,
                "fund": plan.fund,
                "legal_basis": plan.legal_basis,
                "cost_model": model.name if model else None,
                "flat_rate": model.rate if model else None,
                "start": start,
                "end": end,
                "budget_total": value_of(plan.total),
                "funding_total": value_of(plan.funding_total),
                "life_cycle": "preparation",
            },
        )
        return cast("Project", made)

    def partners(self, plan: Plan, project: Project) -> tuple[str, ...]:
        names = partner_names(plan)
        known, added = actors_named(names), []
        for name in names:
            key = fold_name(name)
            if key not in known:
                known[key] = self.add("actors", {"name": name}).pk
                added.append(name)
        self.actors = known
        for partner in plan.partners:
            self.add(
                "participations",
                {
                    "project": project.pk,
                    "actor": known[fold_name(partner.name)],
                    "role": partner.role.value,
                    "budget": value_of(partner.total),
                },
                partner.total.place if partner.total else None,
            )
        return tuple(added)

    def _partner(self, name: str | None) -> UUID | None:
        return self.actors[fold_name(name)] if name else None

    def costs(self, plan: Plan, project: Project) -> None:
        for position, line in enumerate(plan.cost_lines, start=1):
            made = self.add("cost-lines", self._line(line, project, position), line.amount.place)
            for year, term in line.years.items():
                self.add("cost-years", {"cost_line": made.pk, "year": year, "amount": value_of(term)}, term.place)

    def _line(self, line: CostLine, project: Project, position: int) -> dict[str, Value]:
        return {
            "project": project.pk,
            "position": Decimal(position),
            "label": line.label.fi or _named(COST_KINDS, line.kind.value),
            "cost_kind": line.kind.value,
            "partner": self._partner(line.partner),
            "amount": value_of(line.amount),
            "applied": value_of(line.applied),
            "rejected": value_of(line.rejected),
        }

    def funding(self, plan: Plan, project: Project) -> None:
        for position, row in enumerate(plan.funding, start=1):
            self.add("funding-rows", self._row(row, project, position), row.amount.place)

    def _row(self, row: FundingRow, project: Project, position: int) -> dict[str, Value]:
        share = value_of(row.share)
        exponent = 0 if share is None else share.as_tuple().exponent
        return {
            "project": project.pk,
            "position": Decimal(position),
            "label": row.label.fi or _named(FUNDING_KINDS, row.kind.value),
            "funding_kind": row.kind.value,
            "partner": self._partner(row.partner),
            "amount": value_of(row.amount),
            "share": share,
            "share_decimals": None if share is None else Decimal(max(0, -int(exponent))),
            "applied": value_of(row.applied),
            "rejected": value_of(row.rejected),
        }

    def work(self, plan: Plan, work: WorkPlan | None, project: Project) -> None:
        read = {package.number: package for package in work.packages} if work else {}
        for position, package in enumerate(plan.work_packages, start=1):
            place = package.person_months.place if package.person_months else None
            made = self.add(
                "work-packages",
                {
                    "project": project.pk,
                    "number": package.number or str(position),
                    "name": package.name or package.number or str(position),
                    "person_months": value_of(package.person_months),
                    "purchases": value_of(package.purchases),
                },
                place,
            )
            of_document = read.get(package.number)
            if of_document is not None:
                self._parts("project-tasks", made.pk, package.number, of_document.tasks)
                self._parts("results", made.pk, package.number, of_document.results)

    def _parts(self, kind: str, package: UUID, number: str, names: Iterable[str]) -> None:
        for position, name in enumerate(names, start=1):
            own = (
                f"{number}.{position}"
                if kind == "project-tasks"
                else (number if position == 1 else f"{number}.{position}")
            )
            self.add(kind, {"work_package": package, "number": own, "name": name})


def _named(choices: tuple[Choice, ...], code: str) -> str:
    return next(choice.label.fi for choice in choices if choice.code == code)


def _check_lengths(kind: Kind, values: Mapping[str, Value]) -> None:
    """Raise InvalidValuesError for a text that is longer than its column: nothing is cut."""
    for column in kind.columns:
        value = values.get(column.name)
        if isinstance(column, TextColumn) and isinstance(value, str) and len(value) > column.max_length:
            told = TOO_LONG.filled(
                kind=kind.singular, column=column.label, length=len(value), most=column.max_length, start=value[:60]
            )
            raise InvalidValuesError({column.name: told})


def value_of(term: Term | None) -> Decimal | None:
    """Return the figure of a term; None of a blank one, or of none."""
    return None if term is None or term.is_blank else term.number


def place_said(place: Place | None) -> str:
    """Return where in its source a figure stands, as records say it: its place in Finnish, or the text of its place."""
    if place is None:
        return ""
    return (place_told(place).fi or place.text or "")[:LONGEST_PLACE]
