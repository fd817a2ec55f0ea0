"""Columns that several kinds have: name, place, actor, note, and where a record comes from."""

from typing import Final

from seutu.apps.records.sheets.columns import TextColumn
from seutu.apps.records.sheets.references import MunicipalityColumn, ReferenceColumn
from seutu.core.text import Text

NAME: Final = TextColumn(
    name="name", label=Text(fi="nimi", sv="namn", en="name"), required=True, searchable=True, listed=True
)
MUNICIPALITY: Final = MunicipalityColumn(
    name="municipality",
    label=Text(fi="kunta", sv="kommun", en="municipality"),
    help=Text(
        fi="Kunnan nimi tai kolminumeroinen kuntanumero.",
        sv="Kommunens namn eller tresiffriga nummer.",
        en="The municipality's name or three-digit code.",
    ),
    synonyms=(
        "kotikunta",
        "kotipaikka",
        "kaupunki",
        "paikkakunta",
        "sijaintikunta",
        "kunnan nimi",
        "kunta/kaupunki",
        "kunta / kaupunki",
        "kuntanumero",
        "hemort",
        "stad",
        "ort",
        "city",
        "town",
    ),
    listed=True,
)
ACTOR: Final = ReferenceColumn(
    name="actor",
    kind="actors",
    label=Text(fi="toimija", sv="aktör", en="actor"),
    synonyms=(
        "toimijan nimi",
        "organisaatio",
        "organisaation nimi",
        "yritys",
        "yrityksen nimi",
        "yritys/organisaatio",
        "työnantaja",
        "organisation",
        "företag",
        "arbetsgivare",
        "company",
        "employer",
    ),
    required=True,
    listed=True,
)
NOTE: Final = TextColumn(
    name="note",
    label=Text(fi="muistiinpano", sv="anteckning", en="note"),
    synonyms=("muistiinpanot", "huom", "huomautus", "huomioita", "lisätiedot", "lisätieto", "kommentti", "notes"),
    wide=True,
    max_length=5000,
)
SOURCE: Final = ReferenceColumn(
    name="source",
    kind="sources",
    label=Text(fi="lähde", sv="källa", en="source"),
    help=Text(
        fi="Asiakirja, rekisteri tai tilasto, josta tieto on.",
        sv="Dokumentet, registret eller statistiken som uppgiften kommer från.",
        en="The document, register or statistic the statement comes from.",
    ),
)
SOURCE_PLACE: Final = TextColumn(
    name="source_place",
    label=Text(fi="kohta lähteessä", sv="ställe i källan", en="place in the source"),
    help=Text(fi="Sivu, rivi tai solu.", sv="Sida, rad eller cell.", en="Page, line or cell."),
)
