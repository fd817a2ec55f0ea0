"""Kinds of records: place groups, their members, and the roles of towns in industries."""

from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.places.models import IndustryRole, PlaceGroup, PlaceGroupMember
from seutu.apps.records.sheets.columns import Choice, ChoiceColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Filter, Kind, add_filters
from seutu.apps.records.sheets.references import MunicipalityColumn, ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

STANDINGS: Final = (
    Choice("named", Text(fi="nimetty lähteessä", sv="nämnd i källa", en="named in a source")),
    Choice("candidate", Text(fi="ehdokas, ei varmistettu", sv="kandidat, ej bekräftad", en="candidate, not verified")),
    Choice("member", Text(fi="jäsen", sv="medlem", en="member")),
)
TOWN_ROLES: Final = (
    Choice("lead", Text(fi="päätoteuttaja", sv="huvudgenomförare", en="lead partner")),
    Choice("part", Text(fi="osatoteuttaja", sv="delgenomförare", en="part partner")),
    Choice("participant", Text(fi="osallistuja", sv="deltagare", en="participant")),
)
RELATIONS: Final = (
    Choice(
        "presence",
        Text(fi="toimiala paikkakunnalla", sv="bransch på orten", en="industry present"),
        synonyms=("näringsgren på orten",),
    ),
    Choice("responsibility", Text(fi="vastuu verkostossa", sv="ansvar i nätverket", en="responsibility in network")),
)
STRENGTHS: Final = (
    Choice("strong", Text(fi="vahva", sv="stark", en="strong")),
    Choice("present", Text(fi="on", sv="finns", en="present")),
    Choice("emerging", Text(fi="kehittyvä", sv="framväxande", en="emerging"), synonyms=("alkava", "begynnande")),
)
TOWN: Final = MunicipalityColumn(
    name="municipality",
    label=Text(fi="kunta", sv="kommun", en="municipality"),
    required=True,
    searchable=True,
    listed=True,
)


def _group_id(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _groups() -> list[tuple[str, Text]]:
    groups = PlaceGroup.objects.filter(trashed_at__isnull=True).order_by("name")
    return [(str(group.pk), Text.same(group.name)) for group in groups]


def _in_group(records: QuerySet[Any], value: str) -> QuerySet[Any]:
    members = PlaceGroupMember.objects.filter(group_id=_group_id(value), trashed_at__isnull=True)
    return records.filter(municipality__in=members.values("municipality"))


def _group_name(value: str) -> Text:
    group = PlaceGroup.objects.filter(pk=_group_id(value)).first()
    return Text.same(group.name if group else value)


GROUP_FILTER: Final = Filter(
    name="group",
    label=Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
    narrow=_in_group,
    options=_groups,
    describe=_group_name,
)
PLACE_GROUPS: Final = Kind(
    name="place-groups",
    model=PlaceGroup,
    singular=Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
    plural=Text(fi="Alueryhmät", sv="Områdesgrupper", en="Place groups"),
    purpose=Text(
        fi="Omat kuntaryhmät vertailuun: verkostot, hankealueet, seutukaupungit.",
        sv="Egna kommungrupper för jämförelse: nätverk, projektområden, regionstäder.",
        en="Your own groups of municipalities for comparison: networks, project areas, regional towns.",
    ),
    columns=(
        TextColumn(
            name="name",
            label=Text(fi="nimi", sv="namn", en="name"),
            required=True,
            searchable=True,
            listed=True,
            max_length=200,
        ),
        TextColumn(
            name="description",
            label=Text(fi="kuvaus", sv="beskrivning", en="description"),
            wide=True,
            listed=True,
            max_length=5000,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name",),),
    order=("name",),
)
PLACE_GROUP_MEMBERS: Final = Kind(
    name="place-group-members",
    model=PlaceGroupMember,
    singular=Text(fi="ryhmän kunta", sv="kommun i gruppen", en="group member"),
    plural=Text(fi="Alueryhmien kunnat", sv="Områdesgruppernas kommuner", en="Group members"),
    purpose=Text(
        fi="Mitkä kunnat kuuluvat ryhmään, milloin ja millä perusteella.",
        sv="Vilka kommuner som hör till gruppen, när och på vilken grund.",
        en="Which municipalities belong to a group, when and on what grounds.",
    ),
    columns=(
        ReferenceColumn(
            name="group",
            kind="place-groups",
            label=Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
            required=True,
            listed=True,
        ),
        TOWN,
        ChoiceColumn(
            name="standing",
            choices=STANDINGS,
            label=Text(fi="varmuus", sv="tillförlitlighet", en="standing"),
            synonyms=("säkerhet",),
            listed=True,
        ),
        ChoiceColumn(name="role", choices=TOWN_ROLES, label=Text(fi="rooli", sv="roll", en="role"), listed=True),
        DateColumn(name="date_from", label=Text(fi="alkaen", sv="från", en="from"), listed=True),
        DateColumn(name="date_to", label=Text(fi="saakka", sv="till", en="until"), listed=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("group", "municipality", "date_from"),),
    order=("group__name", "municipality"),
    filters=(
        Filter(
            name="group",
            label=Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
            narrow=lambda records, value: records.filter(group_id=_group_id(value)),
            options=_groups,
            describe=_group_name,
        ),
    ),
)
INDUSTRY_ROLES: Final = Kind(
    name="industry-roles",
    model=IndustryRole,
    singular=Text(fi="toimialarooli", sv="branschroll", en="industry role"),
    plural=Text(fi="Toimialat kunnittain", sv="Branscher kommunvis", en="Industries by municipality"),
    purpose=Text(
        fi="Missä kunnassa toimiala on, ja mikä kunta siitä verkostossa vastaa.",
        sv="I vilken kommun branschen finns och vilken kommun som ansvarar för den i nätverket.",
        en="In which municipality an industry is found, and which one is responsible for it in the network.",
    ),
    columns=(
        TextColumn(
            name="industry",
            label=Text(fi="toimiala", sv="bransch", en="industry"),
            required=True,
            searchable=True,
            listed=True,
            max_length=200,
        ),
        TOWN,
        ChoiceColumn(
            name="relation",
            choices=RELATIONS,
            label=Text(fi="suhde", sv="relation", en="relation"),
            required=True,
            listed=True,
        ),
        ChoiceColumn(
            name="strength", choices=STRENGTHS, label=Text(fi="vahvuus", sv="styrka", en="strength"), listed=True
        ),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("industry", "municipality", "relation"),),
    order=("industry", "municipality"),
    filters=(
        Filter(
            name="relation",
            label=Text(fi="suhde", sv="relation", en="relation"),
            narrow=lambda records, value: records.filter(relation=value),
            options=lambda: [(choice.code, choice.label) for choice in RELATIONS],
        ),
    ),
)
KINDS: Final = (PLACE_GROUPS, PLACE_GROUP_MEMBERS, INDUSTRY_ROLES)
add_filters("actors", GROUP_FILTER)
