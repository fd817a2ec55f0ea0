"""Actors and their sites."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from seutu.apps.records.sheets.columns import NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.periods import DayOfPeriodColumn, days_of
from seutu.apps.records.sheets.references import (
    BusinessIdColumn,
    LinkColumn,
    ReferenceColumn,
    TermsColumn,
)
from seutu.apps.register.choices import ACTOR_CLASSES, INTENTS, SIZES
from seutu.apps.register.filters import ACTOR_FILTERS
from seutu.apps.register.kinds.industries import VARIANTS, IndustriesColumn
from seutu.apps.register.kinds.shared_columns import MUNICIPALITY, NAME, SOURCE, SOURCE_PLACE
from seutu.apps.register.kinds.sizes import COUNTED, SizeColumn
from seutu.apps.register.models import Actor, Site
from seutu.core.text import Text

ACTOR_NAME: Final = replace(
    NAME,
    synonyms=(
        "yritys",
        "yrityksen nimi",
        "toimija",
        "toimijan nimi",
        "organisaatio",
        "organisaation nimi",
        "yhtiö",
        "firma",
        "toiminimi",
        "virallinen nimi",
        "yritys/organisaatio",
        "organisaatio/yritys",
        "yritys / organisaatio",
        "företag",
        "företagets namn",
        "organisation",
        "organisationens namn",
        "aktör",
        "company",
        "company name",
        "organisation name",
        "organization",
        "actor",
    ),
)
ADDRESS: Final = TextColumn(
    name="address",
    label=Text(fi="katuosoite", sv="gatuadress", en="street address"),
    synonyms=("osoite", "käyntiosoite", "lähiosoite", "postiosoite", "besöksadress", "adress", "address"),
)
POST_CODE: Final = TextColumn(
    name="post_code",
    label=Text(fi="postinumero", sv="postnummer", en="postal code"),
    max_length=20,
    synonyms=("postinro", "pnro", "postnr", "zip", "zip code", "postcode"),
)
FOUNDED: Final = Text(fi="perustettu", sv="grundad", en="founded")
ENDED: Final = Text(fi="lopettanut", sv="upphört", en="ended")
ACTORS: Final = Kind(
    name="actors",
    model=Actor,
    singular=Text(fi="toimija", sv="aktör", en="actor"),
    plural=Text(fi="Toimijat", sv="Aktörer", en="Actors"),
    purpose=Text(
        fi="Alueen organisaatiot: yritykset, korkeakoulut, julkiset toimijat ja muut.",
        sv="Områdets organisationer: företag, högskolor, offentliga aktörer och andra.",
        en="The region's organisations: companies, universities, public bodies and others.",
    ),
    columns=(
        ACTOR_NAME,
        TermsColumn(
            name="other_names",
            scheme="name",
            label=Text(fi="muut nimet", sv="andra namn", en="other names"),
            help=Text(
                fi="Muut kirjoitusasut, puolipisteellä erotettuina.",
                sv="Andra skrivsätt, åtskilda med semikolon.",
                en="Other spellings, separated by semicolons.",
            ),
            searchable=True,
        ),
        BusinessIdColumn(
            name="business_id",
            label=Text(fi="Y-tunnus", sv="FO-nummer", en="business ID"),
            synonyms=(
                "y tunnus",
                "ytunnus",
                "yritystunnus",
                "y-tunnus nro",
                "fo nummer",
                "orgnr",
                "business id",
                "vat",
            ),
            searchable=True,
            listed=True,
        ),
        TermsColumn(
            name="classes",
            scheme="class",
            choices=ACTOR_CLASSES,
            label=Text(fi="toimijaluokat", sv="aktörsklasser", en="classes"),
            synonyms=(
                "luokka",
                "toimijaluokka",
                "toimijatyyppi",
                "organisaatiotyyppi",
                "tyyppi",
                "klass",
                "typ",
                "class",
                "type",
            ),
            listed=True,
        ),
        IndustriesColumn(
            name="industries",
            scheme="industry",
            variants=VARIANTS,
            synonyms=(
                "toimiala",
                "toimialakoodi",
                "tol",
                "tol-koodi",
                "tol koodi",
                "toimialaluokka",
                "toimialaluokitus",
                "päätoimiala",
                "industry",
                "bransch",
                "nace",
            ),
            label=Text(fi="toimialat", sv="näringsgrenar", en="industries"),
            help=Text(
                fi="Luokitus, versio ja koodi, esimerkiksi TOL 2008:28110. Erota puolipisteellä.",
                sv="Klassificering, version och kod, till exempel TOL 2008:28110. Skilj åt med semikolon.",
                en="Classification, version and code, for example TOL 2008:28110. Separate with semicolons.",
            ),
            listed=True,
        ),
        SizeColumn(
            name="size",
            choices=SIZES,
            variants=COUNTED,
            synonyms=("kokoluokka", "yrityksen koko", "yrityskoko", "henkilöstön kokoluokka", "size class"),
            label=Text(fi="koko", sv="storlek", en="size"),
            listed=True,
        ),
        TermsColumn(
            name="intents", scheme="intent", choices=INTENTS, label=Text(fi="tavoite", sv="inriktning", en="intent")
        ),
        MUNICIPALITY,
        ADDRESS,
        POST_CODE,
        TextColumn(
            name="country",
            max_length=2,
            label=Text(fi="maa (kaksi kirjainta)", sv="land (två bokstäver)", en="country (two letters)"),
        ),
        LinkColumn(
            name="website",
            label=Text(fi="verkkosivu", sv="webbplats", en="website"),
            synonyms=(
                "www",
                "www-sivu",
                "www-sivut",
                "www-osoite",
                "kotisivu",
                "kotisivut",
                "nettisivu",
                "nettisivut",
                "verkkosivut",
                "verkkosivusto",
                "verkko-osoite",
                "internet",
                "hemsida",
                "homepage",
                "url",
            ),
        ),
        DayOfPeriodColumn(
            name="founded",
            label=FOUNDED,
            variants=days_of(FOUNDED, first=("perustamisvuosi", "perustettu vuonna", "grundat år", "founded in")),
            synonyms=("perustamispäivä", "perustamispvm"),
        ),
        DayOfPeriodColumn(name="ended", label=ENDED, variants=days_of(ENDED)),
        TextColumn(
            name="description",
            label=Text(fi="kuvaus", sv="beskrivning", en="description"),
            synonyms=("lisätiedot", "lisätieto", "huomio", "huomautus", "huomioita", "huom", "esittely", "kommentti"),
            wide=True,
            searchable=True,
            max_length=5000,
        ),
        TermsColumn(
            name="tags",
            scheme="tag",
            label=Text(fi="tunnisteet", sv="taggar", en="tags"),
            help=Text(
                fi="Luettelo:arvo, esimerkiksi teema:robotiikka. Erota puolipisteellä.",
                sv="Lista:värde, till exempel tema:robotik. Skilj åt med semikolon.",
                en="Scheme:value, for example theme:robotics. Separate with semicolons.",
            ),
            searchable=True,
        ),
        TermsColumn(
            name="identifiers",
            scheme="id",
            label=Text(fi="tunnukset muissa rekistereissä", sv="id i andra register", en="ids in other registers"),
            help=Text(
                fi="Rekisteri:tunnus, esimerkiksi PIC:999999999.",
                sv="Register:id, till exempel PIC:999999999.",
                en="Register:id, for example PIC:999999999.",
            ),
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("business_id",), ("name",)),
    order=("name",),
    filters=ACTOR_FILTERS,
    area="network",
    unseen=(
        TermsColumn(
            name="distinct_from",
            scheme="distinct",
            label=Text(fi="eri toimija kuin", sv="annan aktör än", en="not the same as"),
        ),
    ),
)
SITES: Final = Kind(
    name="sites",
    model=Site,
    singular=Text(fi="toimipaikka", sv="verksamhetsställe", en="site"),
    plural=Text(fi="Toimipaikat", sv="Verksamhetsställen", en="Sites"),
    purpose=Text(
        fi="Toimijoiden toimipaikat kunnittain.",
        sv="Aktörernas verksamhetsställen kommunvis.",
        en="The actors' places of business by municipality.",
    ),
    columns=(
        ReferenceColumn(
            name="actor", kind="actors", label=Text(fi="toimija", sv="aktör", en="actor"), required=True, listed=True
        ),
        NAME,
        MUNICIPALITY,
        ADDRESS,
        POST_CODE,
        NumberColumn(
            name="longitude",
            label=Text(fi="pituusaste", sv="longitud", en="longitude"),
            minimum=Decimal(-180),
            maximum=Decimal(180),
        ),
        NumberColumn(
            name="latitude",
            label=Text(fi="leveysaste", sv="latitud", en="latitude"),
            minimum=Decimal(-90),
            maximum=Decimal(90),
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("actor", "name"),),
    order=("name",),
    area="network",
)
