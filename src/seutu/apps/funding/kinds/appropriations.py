"""Appropriations, their use, and money that is looked for."""

from typing import Final

from seutu.apps.funding.choices import PROSPECT_STATES, USE_KINDS, USE_STATES
from seutu.apps.funding.models import Appropriation, AppropriationUse, Prospect
from seutu.apps.programmes.kinds.shared_columns import (
    MONEY_GROUP,
    OPTIONAL_PROJECT,
    PROGRAMME,
    actor,
    by_choice,
    choice,
    long_text,
    money,
)
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.choices import QUALIFIERS
from seutu.apps.register.kinds.shared_columns import NAME, NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

QUALIFIER: Final = choice("qualifier", Text(fi="tarkkuus", sv="precision", en="qualifier"), QUALIFIERS)
_USE_KIND: Final = choice("use_kind", Text(fi="käyttökohde", sv="ändamål", en="purpose"), USE_KINDS, required=True)
_USE_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), USE_STATES, required=True)
_PROSPECT_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), PROSPECT_STATES, required=True)
_AMOUNT: Final = money("amount", Text(fi="määrä", sv="belopp", en="amount"), listed=True)

APPROPRIATIONS: Final = Kind(
    name="appropriations",
    model=Appropriation,
    singular=Text(fi="määräraha", sv="anslag", en="appropriation"),
    plural=Text(fi="Määrärahat", sv="Anslag", en="Appropriations"),
    purpose=Text(
        fi="Ohjelmaan tai hakuun varattu raha vuosittain.",
        sv="Pengar som reserverats för ett program eller en utlysning per år.",
        en="Money set aside for a programme or a call, by year.",
    ),
    columns=(
        NAME,
        PROGRAMME,
        actor("granter", Text(fi="myöntäjä", sv="beviljare", en="granter"), listed=True),
        TextColumn(name="year", label=Text(fi="vuosi", sv="år", en="year"), required=True, listed=True, max_length=9),
        QUALIFIER,
        money("amount", Text(fi="määrä", sv="belopp", en="amount"), required=True, listed=True),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "year"),),
    order=("-year", "name"),
    area="plans",
    group=MONEY_GROUP,
)
APPROPRIATION_USES: Final = Kind(
    name="appropriation-uses",
    model=AppropriationUse,
    singular=Text(fi="määrärahan käyttö", sv="användning av anslag", en="use of an appropriation"),
    plural=Text(fi="Määrärahojen käyttö", sv="Användning av anslag", en="Uses of appropriations"),
    purpose=Text(
        fi="Mihin määräraha käytetään: suunniteltu, sidottu, käytetty ja ennuste.",
        sv="Vad anslaget används till: planerat, bundet, använt och prognos.",
        en="What an appropriation is used for: planned, committed, used, forecast.",
    ),
    columns=(
        ReferenceColumn(
            name="appropriation",
            kind="appropriations",
            label=Text(fi="määräraha", sv="anslag", en="appropriation"),
            required=True,
            listed=True,
        ),
        NAME,
        _USE_KIND,
        _USE_STATE,
        QUALIFIER,
        _AMOUNT,
        OPTIONAL_PROJECT,
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("appropriation", "name", "state"),),
    order=("appropriation__name", "state", "name"),
    filters=(by_choice(_USE_KIND), by_choice(_USE_STATE)),
    area="plans",
    group=MONEY_GROUP,
)
PROSPECTS: Final = Kind(
    name="prospects",
    model=Prospect,
    singular=Text(fi="rahoitusmahdollisuus", sv="finansieringsmöjlighet", en="funding prospect"),
    plural=Text(fi="Rahoitusmahdollisuudet", sv="Finansieringsmöjligheter", en="Funding pipeline"),
    purpose=Text(
        fi="Mistä rahaa haetaan, mihin mennessä ja missä vaiheessa haku on.",
        sv="Varifrån pengar söks, till när och hur långt ansökan har kommit.",
        en="Where money is looked for, by when, and how far it is.",
    ),
    columns=(
        NAME,
        OPTIONAL_PROJECT,
        ReferenceColumn(
            name="appropriation",
            kind="appropriations",
            label=Text(fi="määräraha", sv="anslag", en="appropriation"),
        ),
        actor("funder", Text(fi="rahoittaja", sv="finansiär", en="funder"), listed=True),
        _PROSPECT_STATE,
        DateColumn(name="deadline", label=Text(fi="määräaika", sv="tidsfrist", en="deadline"), listed=True),
        QUALIFIER,
        _AMOUNT,
        long_text("note", Text(fi="muistiinpano", sv="anteckning", en="note")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "funder"),),
    order=("deadline", "name"),
    filters=(by_choice(_PROSPECT_STATE),),
    area="plans",
    group=MONEY_GROUP,
)
