"""CORDIS: Finnish participants as actors with their places, their projects, and the links that shared projects make.

An organisation id is its own actor, unless the register knows several of them as one (by a business id, or because
people have merged them); ids that only seem to be one organisation are offered for merging, never merged. Each id keeps
its own participations; links are between actors. An id that no record can hold is rejected; any other value that its
column does not take is left out, with a note.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.rehearsing import importing
from seutu.apps.records.files.report import ImportReport, Likeness, Rejected, Told, untold
from seutu.apps.records.files.upserts import Upserts, parts_of, read_by_column
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.reading import MOST_DIGITS
from seutu.apps.register.models import Actor, Link
from seutu.apps.register.origins import source_of
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.networks.projection import project_participations
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources import cordis
from seutu.sources.tables import join_list

CLASSES: Final = {
    "HES": ("higher_education",),
    "REC": ("research_organisation",),
    "PRC": ("company",),
    "PUB": ("public_body",),
    "OTH": ("other",),
}
ROLES: Final = {"coordinator": "lead"}
SHOWN_PROJECTS: Final = 40
STEPS: Final = 4
ROUNDED: Final = Text(
    fi="Summassa on sentin osia. Se on pyöristetty lähimpään senttiin.",
    sv="Beloppet har delar av en cent. Det är avrundat till närmaste cent.",
    en="The sum has parts of a cent. It has been rounded to the nearest cent.",
)


def _actor_keys(record: OwnedRecord) -> list[object]:
    keys: list[object] = [("id", each) for each in record.terms.get("id", ())]
    if isinstance(record, Actor):
        keys += [("business", record.business_id)] if record.business_id else []
    return keys


def _project_keys(record: OwnedRecord) -> list[object]:
    return [(record.programme, record.code)] if isinstance(record, Project) and record.code else []


def _part_keys(record: OwnedRecord) -> list[object]:
    if not isinstance(record, Participation):
        return []
    return [(record.project_id, record.source_place or record.actor_id)]


def _link_keys(record: OwnedRecord) -> list[object]:
    if isinstance(record, Link) and record.link_type == "shared_project":
        return [(frozenset((record.from_actor_id, record.to_actor_id)), record.source_place)]
    return []


def import_framework_programmes(
    path: Path,
    *,
    accept_good: bool,
    preview: bool,
    by: User | None,
    at: datetime,
    told: Told = untold,
    name: str = "",
) -> ImportReport:
    """Read the Finnish part of a CORDIS folder, file or zip into the workspace as one act.

    ``rows`` of the report counts Finnish organisations. Links: w = Σ 1/(n−1), n all partners of a project, foreign too;
    FP7 states no project dates, so its links carry the programme's 2007–2013. Raises InputProblem, RejectedRowsError.
    """
    told(0, None)
    data = cordis.read_cordis(path)
    unheld: list[Problem] = []
    part = _held(cordis.finnish_part(data), unheld)
    report = ImportReport(rejected=[Rejected((each,)) for each in (*data.rejected, *unheld)], notes=list(data.notes))
    if report.rejected and not accept_good and not preview:
        report.counts["skipped"] = len(part.organisations)
        raise RejectedRowsError(report)
    with importing(preview=preview, by=by, at=at, note=name or path.name) as act:
        source = source_of(
            act,
            name="CORDIS",
            publisher="European Commission",
            licence="CC BY 4.0",
            url="https://cordis.europa.eu/",
        )
        told(0, STEPS)
        actors = _put_actors(act, part, source, report)
        told(1, STEPS)
        projects = _put_projects(act, part, source, report)
        told(2, STEPS)
        _put_participations(act, part, (actors, projects), source, report)
        told(3, STEPS)
        _put_links(act, _by_actor(part, actors), actors, source, report)
        report.sequence = act.sequence if act.count and not preview else None
    names = {key: each.name or each.id for key, each in part.organisations.items()}
    report.review = [
        Likeness(
            " + ".join(names[i] for i in each.organisation_ids[:-1]),
            names[each.organisation_ids[-1]],
            each.likeness,
            each.reason,
        )
        for each in cordis.merge_candidates(part.organisations.values())
    ]
    return report


def _held(part: cordis.FinnishPart, problems: list[Problem]) -> cordis.FinnishPart:
    """Return the part without the organisations and projects whose ids no record can hold; those are told."""

    def held(kind: str, column: str, cell: str, line: int | None) -> bool:
        before = len(problems)
        read_by_column(kind_named(kind), column, cell, problems, line)
        return len(problems) == before

    organisations = {
        key: each
        for key, each in part.organisations.items()
        if held("actors", "identifiers", join_list((_identifier(each),)), each.line)
    }
    projects = {key: each for key, each in part.projects.items() if held("projects", "code", each.id, each.line)}
    if not problems:
        return part
    taking = tuple(
        each for each in part.participations if each.organisation_id in organisations and each.project_id in projects
    )
    return replace(part, organisations=organisations, projects=projects, participations=taking)


def _put_actors(act: Act, part: cordis.FinnishPart, source: UUID, report: ImportReport) -> dict[str, UUID]:
    actors = Upserts(act, kind_named("actors"), _actor_keys, looked_at=True)
    ids = {}
    for some in parts_of([(each, *_identified(each)) for each in part.organisations.values()]):
        actors.warm(key for _, _, keys in some for key in keys)
        for each, identifier, keys in some:
            ids[each.id] = actors.put(keys, _actor_values(actors, keys, each, identifier, source, report.notes))
    report.counts.update(actors.counts)
    report.counts["skipped"] += len(ids) - sum(actors.counts.values())
    return ids


def _identifier(each: cordis.Organisation) -> str:
    return f"PIC:{each.id}" if each.id.isdigit() else f"CORDIS:{each.id}"


def _identified(each: cordis.Organisation) -> tuple[str, list[object]]:
    identifier = _identifier(each)
    keys: list[object] = [("id", identifier)]
    return identifier, [*keys, ("business", each.business_id)] if each.business_id else keys


def _actor_values(
    actors: Upserts,
    keys: list[object],
    each: cordis.Organisation,
    identifier: str,
    source: UUID,
    notes: list[Problem],
) -> Mapping[str, Value]:
    def read(column: str, cell: str | None) -> Value:
        return read_by_column(actors.kind, column, cell, notes, each.line)

    known = actors.find(*keys)
    held = actors.record(known).terms.get("id", ()) if known else ()
    values: dict[str, Value] = {
        "identifiers": tuple(dict.fromkeys((*held, identifier))),
        "municipality": read("municipality", each.municipality_code),
        "post_code": read("post_code", each.post_code),
        "website": read("website", each.url),
        "business_id": each.business_id,
    }
    if known is None:
        values |= {
            "name": read("name", each.name) or f"CORDIS {each.id}",
            "other_names": read("other_names", join_list((each.short_name,)) if each.short_name else None),
            "classes": CLASSES.get(each.activity_type or ""),
            "country": "FI",
            "source": source,
            "source_place": identifier,
        }
    return values


def _put_projects(act: Act, part: cordis.FinnishPart, source: UUID, report: ImportReport) -> dict[str, UUID]:
    projects = Upserts(act, kind_named("projects"), _project_keys)
    items: list[tuple[list[object], Mapping[str, Value]]] = []
    for each in part.projects.values():
        name = read_by_column(projects.kind, "name", each.title, report.notes, each.line)
        acronym = read_by_column(projects.kind, "acronym", each.acronym, report.notes, each.line)
        values: dict[str, Value] = {
            "name": name or acronym or f"{each.programme} {each.id}",
            "code": each.id,
            "acronym": acronym,
            "programme": each.programme,
            "start": each.start,
            "end": each.end,
            "partner_count": Decimal(each.partner_count),
            "source": source,
        }
        items.append(([(each.programme, each.id)], values))
    report.related["projects"] = len(items)
    return dict(zip((each.id for each in part.projects.values()), projects.put_all(items), strict=True))


def _by_actor(part: cordis.FinnishPart, actors: Mapping[str, UUID]) -> cordis.FinnishPart:
    """Return the part with the ids of one actor as one, the first of them; a project has so many partners fewer."""
    own: dict[UUID, str] = {}
    for organisation in sorted(actors):
        own.setdefault(actors[organisation], organisation)
    taking = tuple(replace(each, organisation_id=own[actors[each.organisation_id]]) for each in part.participations)
    ids = Counter(each.project_id for each in taking)
    partners = Counter(project for project, _ in {(each.project_id, each.organisation_id) for each in taking})
    projects = {
        key: replace(each, partner_count=each.partner_count - ids[key] + partners[key])
        for key, each in part.projects.items()
    }
    return replace(part, participations=taking, projects=projects)


def _put_participations(
    act: Act,
    part: cordis.FinnishPart,
    ids: tuple[dict[str, UUID], dict[str, UUID]],
    source: UUID,
    report: ImportReport,
) -> None:
    actors, projects = ids
    parts = Upserts(act, kind_named("participations"), _part_keys)
    items: list[tuple[list[object], Mapping[str, Value]]] = []
    told: set[object] = set()
    for each in part.participations:
        project, actor = projects[each.project_id], actors[each.organisation_id]
        if (project, actor, each.role, each.contribution) in told:  # another id of the actor, saying the same
            continue
        identifier, _ = _identified(part.organisations[each.organisation_id])
        keys: list[object] = [(project, identifier), *(() if (project, actor) in told else ((project, actor),))]
        told |= {(project, actor), (project, actor, each.role, each.contribution)}
        values: dict[str, Value] = {
            "project": project,
            "actor": actor,
            "role": ROLES.get(each.role or "", "participant"),
            "date_from": each.start,
            "date_to": each.end,
            "funding": _funding(parts, each, report.notes),
            "source": source,
            "source_place": identifier,
        }
        items.append((keys, values))
    parts.put_all(items)
    report.related["participations"] = len(items)


def _funding(parts: Upserts, each: cordis.Participation, notes: list[Problem]) -> Value:
    """Return the contribution in euros and cents; parts of a cent, which the source's own sums leave, are told."""
    euros = each.contribution
    if euros is not None and euros.adjusted() < MOST_DIGITS and euros != (cents := euros.quantize(Decimal("0.01"))):
        notes.append(Problem(ROUNDED, line=each.line, column="funding", value=format(euros, "f")[:200]))
        euros = cents
    return read_by_column(parts.kind, "funding", euros, notes, each.line)


def _put_links(
    act: Act, part: cordis.FinnishPart, actors: Mapping[str, UUID], source: UUID, report: ImportReport
) -> None:
    items: list[tuple[list[object], Mapping[str, Value]]] = []
    counts = part.partner_counts()
    for programme in sorted({each.programme for each in part.participations}):
        taking = [each for each in part.participations if each.programme == programme]
        for link in project_participations(taking, counts):
            ends = (actors[link.source], actors[link.target])
            if ends[0] == ends[1]:
                continue
            first, last = _span(part.projects[each] for each in link.shared_projects)
            values: dict[str, Value] = {
                "from_actor": ends[0],
                "to_actor": ends[1],
                "link_type": "shared_project",
                "date_from": first,
                "date_to": last,
                "weight": plain_number(Decimal(repr(link.weight)).quantize(Decimal("1e-12"))),
                "evidence": _evidence(programme, link.shared_projects),
                "source": source,
                "source_place": programme,
            }
            items.append(([(frozenset(ends), programme)], values))
    links = Upserts(act, kind_named("links"), _link_keys)
    links.put_all(items)
    report.related["links"] = sum(links.counts.values())


def _span(projects: Iterable[cordis.Project]) -> tuple[date | None, date | None]:
    known = list(projects)
    starts = [each.start for each in known if each.start]
    ends = [each.end for each in known if each.end]
    return min(starts, default=None), max(ends, default=None)


def _evidence(programme: str, projects: tuple[str, ...]) -> str:
    listed = ", ".join(projects[:SHOWN_PROJECTS])
    more = f" … (+{len(projects) - SHOWN_PROJECTS})" if len(projects) > SHOWN_PROJECTS else ""
    return f"{programme}, n = {len(projects)}: {listed}{more}"
