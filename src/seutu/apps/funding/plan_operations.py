"""Makes a project of a plan that was read: from a checked document, a plan file, or another system. One act.

Each record keeps the source and the place its figure came from. Not for changing a project that stands
(``budget_operations``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest
from typing import Final, cast
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.budget_operations import MOST_SHARE_DECIMALS
from seutu.apps.funding.choices import COST_KINDS, FUNDING_KINDS
from seutu.apps.funding.plan_figures import (
    Fault,
    calculation_values,
    check_rate,
    check_texts,
    faults_in,
    refuse_faults,
    value_of,
)
from seutu.apps.funding.plan_partners import Partners, check_partners, partners_of
from seutu.apps.programmes.kinds.shared_columns import LONG_TEXT
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.making import made_or_new
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Choice, Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.kinds.shared_columns import SOURCE_PLACE
from seutu.core.figures.relations import Place, Term
from seutu.core.figures.relations.places import place_told
from seutu.core.funding.plans import CostLine, FundingRow, Plan
from seutu.core.names import fold_name
from seutu.core.programmes.work_plans import Passage, WorkPlan
from seutu.core.text import Text

MONEY: Final = ("amount", "applied", "rejected")
NO_TITLE: Final = Text(
    fi="Hankkeella ei ole nimeä. Kirjoita nimi, jolla hanke lisätään.",
    sv="Projektet har inget namn. Skriv namnet som projektet läggs till med.",
    en="The project has no name. Write the name it is added by.",
)
PLACE_CUT: Final = Text(
    fi="Paikka lähteessä oli liian pitkä tallennettavaksi kokonaan, joten sen loppu on merkitty kolmella pisteellä: "
    "{place}",
    sv="Platsen i källan var för lång för att sparas i sin helhet, och slutet är markerat med tre punkter: {place}",
    en="The place in the source was too long to be kept whole, and its end is marked with an ellipsis: {place}",
)
TEXT_LEFT_OUT: Final = Text(
    fi="Asiakirjan teksti ({place}) on pidempi kuin kenttään mahtuu, joten kenttä jätettiin tyhjäksi.",
    sv="Dokumentets text ({place}) är längre än vad som ryms i fältet, som därför lämnades tomt.",
    en="The document's text ({place}) is longer than its field holds, and the field was left blank.",
)


@dataclass(frozen=True, slots=True)
class MadeProject:
    """The project that was made, the actors that were added for its partners, and what of the plan it does not hold."""

    project: Project
    new_actors: tuple[str, ...]
    notes: tuple[Text, ...] = ()


def figures_left_blank(plan: Plan) -> list[Text]:
    """Say which figures of a plan a project made of it would leave blank, and why."""
    return [fault.left_blank for fault in faults_in(plan) if not _is_refused(fault)]


def _is_refused(fault: Fault) -> bool:
    """Return whether nothing is made before the figure is mended: in a cell one can, in a document one cannot."""
    return fault.term.is_exact and fault.can_be_mended


def make_project(
    plan: Plan,
    *,
    title: str,
    source: str,
    work: WorkPlan | None = None,
    by: User | None,
    at: datetime,
    mark: UUID | None = None,
) -> MadeProject:
    """Save a plan as a new project with its lines, rows, packages, tasks, results and partners, in one act.

    One form makes one, by its ``mark``. ``source`` names the document. Partners that are no actors yet are added as
    actors. A figure that is not exact is left blank and told in the notes. Raises InvalidValuesError when there is no
    name, when a name is several actors', or when a record would not pass its kind's own check; then nothing is saved.
    """
    if not title.strip():
        raise InvalidValuesError({"name": NO_TITLE})
    refuse_faults([fault for fault in faults_in(plan) if _is_refused(fault)])
    check_rate(plan)
    partners = partners_of(plan)
    check_partners(plan, partners)
    with recording(Operation.CREATE, by=by, at=at, note=source) as act:
        made, project_id = made_or_new(Project, mark, {"source": source, "title": title.strip()})
        if made is not None:
            return MadeProject(made, (), tuple(figures_left_blank(plan)))
        writer = _Writer(act, source)
        project = writer.project(plan, title.strip(), work.summary if work else None, project_id)
        writer.partners(plan, partners, project)
        writer.costs(plan, project)
        writer.funding(plan, project)
        writer.work(plan, work, project)
    cut = (PLACE_CUT.filled(place=place) for place in dict.fromkeys(writer.cut))
    notes = (*figures_left_blank(plan), *cut, *writer.unheld)
    return MadeProject(project, partners.unknown, notes)


class _Writer:
    """Gathers the records of one plan into one act."""

    def __init__(self, act: Act, source: str) -> None:
        self.act = act
        self.source = self._source(source)
        self.actors: dict[str, UUID] = {}
        self.cut: list[str] = []
        self.unheld: list[Text] = []

    def _source(self, name: str) -> UUID:
        kind = kind_named("sources")
        known = kind.model.objects.filter(title_key=fold_name(name), trashed_at__isnull=True).first()
        return (known or self.act.create(kind, {"name": name})).pk

    def add(
        self,
        kind_name: str,
        values: Mapping[str, Value],
        place: Place | None = None,
        record_id: UUID | None = None,
    ) -> OwnedRecord:
        kind = kind_named(kind_name)
        filled = {**values, "source": self.source, "source_place": self._place(place)}
        check_values(kind, filled)
        check_texts(kind, filled)
        return self.act.create(kind, filled, record_id=record_id)

    def _place(self, place: Place | None) -> str | None:
        """Return the place as its column holds it: one that is too long ends in an ellipsis, and is noted."""
        said = place_said(place)
        if len(said) > SOURCE_PLACE.max_length:
            said = f"{said[: SOURCE_PLACE.max_length - 1]}…"
            self.cut.append(said)
        return said or None

    def _text(self, passage: Passage | None) -> str | None:
        """Return a text of the document; one that is longer than a record holds is left out, and that is noted."""
        if passage is None or len(passage.text) > LONG_TEXT:
            self.unheld += [] if passage is None else [TEXT_LEFT_OUT.filled(place=place_told(passage.place))]
            return None
        return passage.text or None

    def project(self, plan: Plan, title: str, summary: Passage | None, project_id: UUID) -> Project:
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
                "budget_total": value_of("projects", "budget_total", plan.total),
                "funding_total": value_of("projects", "funding_total", plan.funding_total),
                "life_cycle": "preparation",
                "description": self._text(summary),
            },
            summary.place if summary else None,
            record_id=project_id,
        )
        return cast("Project", made)

    def partners(self, plan: Plan, partners: Partners, project: Project) -> None:
        self.actors = dict(partners.known)
        for name in partners.unknown:
            self.actors[fold_name(name)] = self.add("actors", {"name": name}).pk
        for partner in plan.partners:
            self.add(
                "participations",
                {
                    "project": project.pk,
                    "actor": self.actors[fold_name(partner.name)],
                    "role": partner.role.value,
                    "budget": value_of("participations", "budget", partner.total),
                },
                partner.total.place if partner.total else None,
            )

    def _partner(self, name: str | None) -> UUID | None:
        return self.actors[fold_name(name)] if name else None

    def costs(self, plan: Plan, project: Project) -> None:
        for position, line in enumerate(plan.cost_lines, start=1):
            made = self.add("cost-lines", self._line(line, project, position), line.amount.place)
            for year, term in line.years.items():
                amount = value_of("cost-years", "amount", term)
                self.add("cost-years", {"cost_line": made.pk, "year": year, "amount": amount}, term.place)

    def _line(self, line: CostLine, project: Project, position: int) -> dict[str, Value]:
        return {
            "project": project.pk,
            "position": Decimal(position),
            "label": line.label.fi or named_kind(COST_KINDS, line.kind.value),
            "cost_kind": line.kind.value,
            "partner": self._partner(line.partner),
            **{name: value_of("cost-lines", name, getattr(line, name)) for name in MONEY},
            **calculation_values(line.calculation),
        }

    def funding(self, plan: Plan, project: Project) -> None:
        for position, row in enumerate(plan.funding, start=1):
            self.add("funding-rows", self._row(row, project, position), row.amount.place)

    def _row(self, row: FundingRow, project: Project, position: int) -> dict[str, Value]:
        return {
            "project": project.pk,
            "position": Decimal(position),
            "label": row.label.fi or named_kind(FUNDING_KINDS, row.kind.value),
            "funding_kind": row.kind.value,
            "partner": self._partner(row.partner),
            **{name: value_of("funding-rows", name, getattr(row, name)) for name in MONEY},
            **share_values(row.share),
        }

    def work(self, plan: Plan, work: WorkPlan | None, project: Project) -> None:
        read = {package.number: package for package in work.packages} if work else {}
        for position, package in enumerate(plan.work_packages, start=1):
            of_document = read.get(package.number)
            place = package.person_months.place if package.person_months else None
            if place is None and of_document is not None:
                place = of_document.place
            made = self.add(
                "work-packages",
                {
                    "project": project.pk,
                    "number": package.number or str(position),
                    "name": package.name or package.number or str(position),
                    "person_months": value_of("work-packages", "person_months", package.person_months),
                    "purchases": value_of("work-packages", "purchases", package.purchases),
                    "after": "; ".join(package.after) or None,
                    "objective": self._text(Passage(of_document.objective, of_document.place)) if of_document else None,
                },
                place,
            )
            if of_document is not None:
                tasks = zip_longest(of_document.tasks, of_document.task_places)
                self._parts("project-tasks", made.pk, package.number, tasks)
                results = zip_longest(of_document.results, of_document.result_places)
                self._parts("results", made.pk, package.number, results)

    def _parts(self, kind: str, package: UUID, number: str, parts: Iterable[tuple[str, Place | None]]) -> None:
        for position, (name, place) in enumerate(parts, start=1):
            own = (
                f"{number}.{position}"
                if kind == "project-tasks"
                else (number if position == 1 else f"{number}.{position}")
            )
            self.add(kind, {"work_package": package, "number": own, "name": name}, place)


def named_kind(choices: tuple[Choice, ...], code: str) -> str:
    """Return the name that a line without one gets: that of its kind."""
    return next(choice.label.fi for choice in choices if choice.code == code)


def share_values(share: Term | None) -> dict[str, Value]:
    """Return a printed share with the decimals it is printed with, as a funding row holds them."""
    value = value_of("funding-rows", "share", share)
    if share is None or value is None:
        return {"share": None, "share_decimals": None}
    printed = -int(share.number.as_tuple().exponent)
    return {"share": value, "share_decimals": Decimal(min(max(0, printed), MOST_SHARE_DECIMALS))}


def place_said(place: Place | None) -> str:
    """Return where in its source a figure stands, as records say it: its place in Finnish, or the text of its place."""
    return "" if place is None else place_told(place).fi or place.text or ""
