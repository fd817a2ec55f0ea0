"""Who takes part in which project, with the filters that this gives to actors."""

from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.programmes.choices import PARTICIPATION_ROLES
from seutu.apps.programmes.kinds.projects import programmes_of_projects
from seutu.apps.programmes.kinds.shared_columns import EUR, PROJECTS_GROUP, money
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import Filter, Kind, add_filters
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text


def _projects() -> list[tuple[str, Text]]:
    found = Project.objects.filter(trashed_at__isnull=True).order_by("name")[:500]
    return [(str(project.pk), Text.same(project.title)) for project in found]


def _name_project(value: str) -> Text:
    project = Project.objects.filter(pk=_uuid(value)).first()
    return Text.same(project.title if project else value)


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _in_project(records: QuerySet[Any], value: str) -> QuerySet[Any]:
    held = Participation.objects.filter(project_id=_uuid(value), trashed_at__isnull=True)
    return records.filter(pk__in=held.values("actor_id"))


def _in_programme(records: QuerySet[Any], value: str) -> QuerySet[Any]:
    held = Participation.objects.filter(project__programme=value, trashed_at__isnull=True)
    return records.filter(pk__in=held.values("actor_id"))


def _leads_in(records: QuerySet[Any], value: str) -> QuerySet[Any]:
    held = Participation.objects.filter(project__programme=value, role="lead", trashed_at__isnull=True)
    return records.filter(pk__in=held.values("actor_id"))


PARTICIPATIONS: Final = Kind(
    name="participations",
    model=Participation,
    singular=Text(fi="osallistuminen", sv="deltagande", en="participation"),
    plural=Text(fi="Osallistumiset", sv="Deltaganden", en="Participations"),
    purpose=Text(
        fi="Kuka on mukana missäkin hankkeessa ja missä roolissa.",
        sv="Vem som deltar i vilket projekt och i vilken roll.",
        en="Who takes part in which project and in what role.",
    ),
    columns=(
        ReferenceColumn(
            name="project",
            kind="projects",
            label=Text(fi="hanke", sv="projekt", en="project"),
            synonyms=("hankkeen nimi", "projekti", "projektin nimi"),
            required=True,
            listed=True,
        ),
        ReferenceColumn(
            name="actor",
            kind="actors",
            label=Text(fi="toimija", sv="aktör", en="actor"),
            synonyms=("osallistuja", "organisaatio", "toteuttaja", "kumppani", "partneri", "deltagare", "partner"),
            required=True,
            listed=True,
        ),
        ChoiceColumn(
            name="role",
            choices=PARTICIPATION_ROLES,
            label=Text(fi="rooli", sv="roll", en="role"),
            required=True,
            listed=True,
        ),
        DateColumn(name="date_from", label=Text(fi="alkaen", sv="från", en="from")),
        DateColumn(name="date_to", label=Text(fi="saakka", sv="till", en="until")),
        NumberColumn(
            name="funding",
            label=Text(fi="rahoitusosuus", sv="finansieringsandel", en="funding share"),
            unit=EUR,
            decimals=2,
            listed=True,
        ),
        money("budget", Text(fi="osahankkeen budjetti", sv="delprojektets budget", en="part budget")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "actor", "role"),),
    order=("project__name", "role", "actor__name"),
    filters=(
        Filter(
            name="role",
            label=Text(fi="rooli", sv="roll", en="role"),
            narrow=lambda records, value: records.filter(role=value),
            options=lambda: [(choice.code, choice.label) for choice in PARTICIPATION_ROLES],
        ),
    ),
    area="plans",
    group=PROJECTS_GROUP,
)
add_filters(
    "actors",
    Filter(
        name="project",
        label=Text(fi="mukana hankkeessa", sv="med i projektet", en="takes part in"),
        narrow=_in_project,
        options=_projects,
        describe=_name_project,
    ),
    Filter(
        name="programme",
        label=Text(fi="mukana ohjelmassa", sv="med i programmet", en="takes part in programme"),
        narrow=_in_programme,
        options=programmes_of_projects,
        describe=Text.same,
    ),
    Filter(
        name="leads",
        label=Text(fi="johtaa hanketta ohjelmassa", sv="leder projekt i programmet", en="leads a project in programme"),
        narrow=_leads_in,
        options=programmes_of_projects,
        describe=Text.same,
    ),
)
