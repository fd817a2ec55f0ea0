"""Gather what the readers of one programme find, and close it into ``CordisData``.

Not for reading files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources.cordis import messages
from seutu.sources.cordis.oddities import oddities
from seutu.sources.cordis.records import (
    CordisData,
    DateBasis,
    Organisation,
    Participation,
    Programme,
    Project,
)


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What a file says of a project besides who took part."""

    programme: Programme
    start: date | None = None
    end: date | None = None
    date_basis: DateBasis = "project"
    title: str | None = None
    acronym: str | None = None
    line: int | None = None


@dataclass(slots=True)
class Gathering:
    """Collects records; a second participation of one organisation in one project is noted and left out."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    participations: list[Participation] = field(default_factory=list)
    facts: dict[str, ProjectFacts] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
    rejected: list[Problem] = field(default_factory=list)
    assumptions: list[Text] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _partner_counts: dict[str, int] = field(default_factory=dict)

    def add_organisation(self, organisation: Organisation, line: int | None = None) -> None:
        """Add an organisation, or fill the gaps of one already there; a value already there stays."""
        known = self.organisations.get(organisation.id)
        if known is None:
            self.organisations[organisation.id] = organisation
            self.notes.extend(oddities(organisation, line))
        else:
            self.organisations[organisation.id] = filled(known, organisation)

    def add_participation(self, participation: Participation, line: int) -> None:
        """Add a participation once."""
        key = (participation.project_id, participation.organisation_id)
        if key in self._seen:
            self.notes.append(Problem(messages.DOUBLE_ROWS, line=line, value=" ".join(key)))
            return
        self._seen.add(key)
        self.participations.append(participation)
        self._partner_counts[key[0]] = self._partner_counts.get(key[0], 0) + 1

    def closed(self) -> CordisData:
        """Return what was gathered; the partner count of a project is its number of distinct organisations."""
        projects = {
            project_id: Project(
                id=project_id,
                programme=facts.programme,
                start=facts.start,
                end=facts.end,
                date_basis=facts.date_basis,
                partner_count=self._partner_counts.get(project_id, 0),
                title=facts.title,
                acronym=facts.acronym,
                line=facts.line,
            )
            for project_id, facts in self.facts.items()
        }
        return CordisData(
            organisations=self.organisations,
            participations=self.participations,
            projects=projects,
            notes=tuple(self.notes),
            assumptions=tuple(self.assumptions),
            rejected=tuple(self.rejected),
        )


_FILLED_FIELDS = (
    "name",
    "short_name",
    "activity_type",
    "country",
    "city",
    "post_code",
    "municipality_code",
    "lon",
    "lat",
    "business_id",
    "url",
)


def filled(first: Organisation, second: Organisation) -> Organisation:
    """Return ``first`` with its missing values taken from ``second`` and the programmes of both."""
    changes: dict[str, object] = {
        name: getattr(second, name)
        for name in _FILLED_FIELDS
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    programmes = tuple(sorted({*first.programmes, *second.programmes}))
    if programmes != first.programmes:
        changes["programmes"] = programmes
    return replace(first, **changes) if changes else first  # type: ignore[arg-type]


def combine_cordis(parts: Iterable[CordisData]) -> CordisData:
    """Return several programmes as one: organisations with the same id are one, earlier parts take precedence.

    A project id that stands in two parts keeps its first facts and its participations of both.
    """
    organisations: dict[str, Organisation] = {}
    participations: dict[tuple[str, str], Participation] = {}
    projects: dict[str, Project] = {}
    notes: list[Problem] = []
    assumptions: list[Text] = []
    rejected: list[Problem] = []
    for part in parts:
        _take_organisations(organisations, part.organisations)
        for participation in part.participations:
            participations.setdefault((participation.project_id, participation.organisation_id), participation)
        projects = {**part.projects, **projects}
        notes.extend(part.notes)
        assumptions.extend(part.assumptions)
        rejected.extend(part.rejected)
    return CordisData(
        organisations, tuple(participations.values()), projects, tuple(notes), tuple(assumptions), tuple(rejected)
    )


def _take_organisations(into: dict[str, Organisation], more: Mapping[str, Organisation]) -> None:
    for identifier, organisation in more.items():
        known = into.get(identifier)
        into[identifier] = organisation if known is None else filled(known, organisation)
