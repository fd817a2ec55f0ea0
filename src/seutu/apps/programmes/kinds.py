"""Kinds of records: projects and participations with the filters they give to actors, and events."""

from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.programmes.choices import PARTICIPATION_ROLES
from seutu.apps.programmes.events import EVENTS
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Filter, Kind, add_filters
from seutu.apps.records.sheets.periods import DayOfPeriodColumn, days_of
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

EUR: Final = Text.same("€")
STARTS: Final = Text(fi="alkaa", sv="börjar", en="starts")
ENDS: Final = Text(fi="päättyy", sv="slutar", en="ends")
START: Final = DayOfPeriodColumn(
    name="start",
    label=STARTS,
    variants=days_of(STARTS, first=("alkuvuosi", "aloitusvuosi", "alkamisvuosi", "startår", "start year")),
    synonyms=("alku", "aloitus", "alkupvm", "alkupäivä", "aloituspäivä", "alkamispäivä", "startdatum", "start date"),
    listed=True,
)
END: Final = DayOfPeriodColumn(
    name="end",
    label=ENDS,
    variants=days_of(ENDS, last=("loppuvuosi", "päättymisvuosi", "lopetusvuosi", "slutår", "end year")),
    synonyms=("loppu", "lopetus", "loppupvm", "loppupäivä", "päättymispäivä", "slutdatum", "end date"),
    listed=True,
)


def _money(name: str, fi: str, sv: str, en: str, *, listed: bool = False) -> NumberColumn:
    return NumberColumn(name=name, label=Text(fi=fi, sv=sv, en=en), unit=EUR, decimals=2, listed=listed)


def _programmes() -> list[tuple[str, Text]]:
    found = Project.objects.exclude(programme="").order_by("programme").values_list("programme", flat=True).distinct()
    return [(name, Text.same(name)) for name in found]


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


PROJECTS: Final = Kind(
    name="projects",
    model=Project,
    singular=Text(fi="hanke", sv="projekt", en="project"),
    plural=Text(fi="Hankkeet", sv="Projekt", en="Projects"),
    purpose=Text(
        fi="Hankkeet ohjelmineen, aikoineen ja rahoituksineen.",
        sv="Projekt med program, tider och finansiering.",
        en="Projects with their programmes, times and funding.",
    ),
    columns=(
        TextColumn(
            name="name",
            label=Text(fi="nimi", sv="namn", en="name"),
            synonyms=(
                "hanke",
                "hankkeen nimi",
                "hankenimi",
                "projekti",
                "projektin nimi",
                "projekt",
                "projektets namn",
                "project",
                "project name",
                "project title",
            ),
            required=True,
            searchable=True,
            listed=True,
            max_length=500,
        ),
        TextColumn(
            name="code",
            label=Text(fi="koodi", sv="kod", en="code"),
            synonyms=("hankekoodi", "hanketunnus", "hankenumero", "projektikoodi", "projektkod", "project code"),
            searchable=True,
            listed=True,
            max_length=60,
        ),
        TextColumn(
            name="acronym", label=Text(fi="lyhenne", sv="akronym", en="acronym"), searchable=True, max_length=120
        ),
        TextColumn(
            name="programme",
            label=Text(fi="ohjelma", sv="program", en="programme"),
            synonyms=("rahoitusohjelma", "ohjelman nimi", "finansieringsprogram"),
            listed=True,
            max_length=200,
        ),
        TextColumn(name="fund", label=Text(fi="rahasto", sv="fond", en="fund"), max_length=60),
        TextColumn(
            name="status",
            label=Text(fi="tila", sv="läge", en="status"),
            synonyms=("hankkeen tila", "vaihe"),
            max_length=60,
        ),
        TextColumn(
            name="authority",
            label=Text(fi="viranomainen", sv="myndighet", en="authority"),
            synonyms=("rahoittaja", "rahoittava viranomainen", "finansiär", "funder"),
            max_length=200,
        ),
        START,
        END,
        NumberColumn(
            name="partner_count",
            decimals=0,
            minimum=Decimal(0),
            maximum=Decimal(999_999),
            label=Text(fi="osallistujia kaikkiaan", sv="deltagare totalt", en="participants in total"),
            synonyms=("participants in all",),
            help=Text(
                fi="Kaikki osallistujat, myös ulkomaiset.",
                sv="Alla deltagare, även utländska.",
                en="All participants, foreign ones too.",
            ),
        ),
        _money(
            "granted",
            "myönnetty EU- ja valtion rahoitus",
            "beviljad EU- och statlig finansiering",
            "granted EU and state funding",
            listed=True,
        ),
        _money(
            "paid",
            "toteutunut EU- ja valtion rahoitus",
            "utfallen EU- och statlig finansiering",
            "actual EU and state funding",
        ),
        _money(
            "planned_public",
            "suunniteltu julkinen rahoitus",
            "planerad offentlig finansiering",
            "planned public funding",
        ),
        _money(
            "actual_public", "toteutunut julkinen rahoitus", "utfallen offentlig finansiering", "actual public funding"
        ),
        TextColumn(
            name="description",
            label=Text(fi="kuvaus", sv="beskrivning", en="description"),
            synonyms=("hankkeen kuvaus", "tiivistelmä", "lisätiedot", "huom"),
            wide=True,
            searchable=True,
            max_length=20000,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("code", "programme"), ("name", "programme")),
    order=("name",),
    filters=(
        Filter(
            name="programme",
            label=Text(fi="ohjelma", sv="program", en="programme"),
            narrow=lambda records, value: records.filter(programme=value),
            options=_programmes,
            describe=Text.same,
        ),
    ),
    area="plans",
)
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
        _money("funding", "rahoitusosuus", "finansieringsandel", "funding share", listed=True),
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
)
KINDS: Final = (PROJECTS, PARTICIPATIONS, EVENTS)
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
        options=_programmes,
        describe=Text.same,
    ),
    Filter(
        name="leads",
        label=Text(fi="johtaa hanketta ohjelmassa", sv="leder projekt i programmet", en="leads a project in programme"),
        narrow=_leads_in,
        options=_programmes,
        describe=Text.same,
    ),
)
