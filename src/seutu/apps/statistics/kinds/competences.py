"""The kind of a competence need: what one organisation states of one competence in one area. Not for the map of them.

Occupational groups are the major groups of ISCO-08, with the names of the Finnish classification of occupations.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from django.db.models import QuerySet

from seutu.apps.records.sheets.columns import ChoiceColumn, NumberColumn, TextColumn, choices_of
from seutu.apps.records.sheets.kinds import Filter, Kind
from seutu.apps.register.choices import ORIGINS, QUALIFIERS
from seutu.apps.register.kinds.industries import VARIANTS, IndustriesColumn
from seutu.apps.register.kinds.shared_columns import ACTOR, MUNICIPALITY, NOTE, SOURCE, SOURCE_PLACE
from seutu.apps.statistics.kinds.years import NOT_A_YEAR, YearColumn, year_of
from seutu.apps.statistics.models import CompetenceNeed
from seutu.core.text import Text

MOST_PEOPLE: Final = Decimal(999_999_999)
OCCUPATIONAL_GROUPS: Final = choices_of(
    ("1", "johtajat", "chefer", "managers"),
    ("2", "erityisasiantuntijat", "specialister", "professionals"),
    ("3", "asiantuntijat", "experter", "technicians and associate professionals"),
    (
        "4",
        "toimisto- ja asiakaspalvelutyöntekijät",
        "kontors- och kundtjänstpersonal",
        "clerical support workers",
    ),
    ("5", "palvelu- ja myyntityöntekijät", "service- och försäljningspersonal", "service and sales workers"),
    (
        "6",
        "maanviljelijät, metsätyöntekijät ym.",
        "jordbrukare, skogsarbetare m.fl.",
        "skilled agricultural, forestry and fishery workers",
    ),
    (
        "7",
        "rakennus-, korjaus- ja valmistustyöntekijät",
        "byggnads-, reparations- och tillverkningsarbetare",
        "craft and related trades workers",
    ),
    (
        "8",
        "prosessi- ja kuljetustyöntekijät",
        "process- och transportarbetare",
        "plant and machine operators, and assemblers",
    ),
    ("9", "muut työntekijät", "övriga arbetstagare", "elementary occupations"),
    ("0", "sotilaat", "militärer", "armed forces occupations"),
)
MEANS: Final = choices_of(
    ("train", "koulutetaan lisää", "utbilda", "train", "koulutus"),
    ("recruit", "rekrytoidaan", "rekrytera", "recruit", "rekrytointi"),
    ("retrain", "muuntokoulutetaan", "omskola", "retrain", "muuntokoulutus"),
    ("buy", "ostetaan muualta", "köpa", "buy", "ostopalvelu"),
    ("undecided", "ei päätetty", "inte avgjort", "not decided"),
)
PEOPLE: Final = Text(fi="henkilöä", sv="personer", en="people")
TARGET_YEAR_NEEDED: Final = Text(
    fi="Kirjoita myös vuosi, jota tarve koskee.",
    sv="Skriv också året som behovet gäller.",
    en="Write also the year that the need is of.",
)
NOT_LATER: Final = Text(
    fi="Tavoitevuosi on sama tai aiempi kuin vuosi, jonka tilannetta luvut kuvaavat. Kirjoita myöhempi vuosi.",
    sv="Målåret är detsamma som eller tidigare än året som siffrorna beskriver. Skriv ett senare år.",
    en="The target year is the same as or before the year that the figures describe. Write a later year.",
)


def _people(name: str, label: Text, told: Text | None = None, *, synonyms: tuple[str, ...] = ()) -> NumberColumn:
    return NumberColumn(
        name=name,
        label=label,
        help=told,
        unit=PEOPLE,
        decimals=0,
        minimum=Decimal(0),
        maximum=MOST_PEOPLE,
        synonyms=synonyms,
        listed=True,
    )


def _check(values: dict[str, Any]) -> dict[str, Text]:
    """Tell what is wrong with the years: no years, none for a need to come, or in the wrong order."""
    found = {name: NOT_A_YEAR for name in ("year", "target_year") if values.get(name) and year_of(values[name]) is None}
    if values.get("needed_then") is not None and not values.get("target_year"):
        found["target_year"] = TARGET_YEAR_NEEDED
    now, then = year_of(values.get("year")), year_of(values.get("target_year"))
    if now is not None and then is not None and then <= now:
        found["target_year"] = NOT_LATER
    return found


def _equal_to(name: str) -> Callable[[QuerySet[Any], str], QuerySet[Any]]:
    return lambda records, value: records.filter(**{name: value})


COMPETENCE_NEEDS: Final = Kind(
    name="competence-needs",
    model=CompetenceNeed,
    singular=Text(fi="osaamistarve", sv="kompetensbehov", en="competence need"),
    plural=Text(fi="Osaamistarpeet", sv="Kompetensbehov", en="Competence needs"),
    purpose=Text(
        fi="Montako osaajaa on nyt ja montako tarvitaan nyt ja tavoitevuonna: yhden toimijan näkemys yhdestä "
        "osaamisesta. Vain määriä, ei tietoja ihmisistä.",
        sv="Hur många som kan i dag, hur många som behövs nu och målåret: en aktörs bedömning av en kompetens. "
        "Bara antal, inga uppgifter om personer.",
        en="How many have a competence now, how many are needed now and in a target year: one actor's view. "
        "Only counts, nothing of single people.",
    ),
    columns=(
        TextColumn(
            name="competence",
            label=Text(fi="osaaminen", sv="kompetens", en="competence"),
            help=Text(
                fi="Yksi osaaminen, esimerkiksi hitsaus. Älä kirjoita tähän tai muihin kenttiin tietoja ihmisistä.",
                sv="En kompetens, till exempel svetsning. Skriv inte uppgifter om enskilda personer här eller i andra "
                "fält.",
                en="One competence, for example welding. Write nothing of single people here or in other fields.",
            ),
            synonyms=("osaamisala", "taito", "ammattitaito", "kompetensområde", "färdighet", "skill"),
            required=True,
            searchable=True,
            listed=True,
        ),
        ChoiceColumn(
            name="occupational_group",
            choices=OCCUPATIONAL_GROUPS,
            label=Text(fi="ammattiryhmä", sv="yrkesgrupp", en="occupational group"),
            help=Text(
                fi="Ammattiluokituksen pääluokka (ISCO-08). Tiedostossa kelpaa myös luokan numero 0–9.",
                sv="Huvudgrupp i yrkesklassificeringen (ISCO-08). I en fil duger också gruppens nummer 0–9.",
                en="Major group of the classification of occupations (ISCO-08). A file may have its number 0–9.",
            ),
            synonyms=("ammattiluokka", "isco", "isco-08", "pääluokka", "yrkesklass", "occupation group"),
            listed=True,
        ),
        IndustriesColumn(
            name="industries",
            scheme="industry",
            label=Text(fi="toimialat", sv="näringsgrenar", en="industries"),
            help=Text(
                fi="Koodi luokituksineen, esimerkiksi TOL 2008:25620. Erota toimialat puolipisteellä.",
                sv="Kod med klassificering, till exempel TOL 2008:25620. Skilj näringsgrenar åt med semikolon.",
                en="A code with its classification, for example TOL 2008:25620. Separate industries with a semicolon.",
            ),
            synonyms=("toimiala", "toimialakoodi", "näringsgren", "bransch", "industry"),
            variants=VARIANTS,
        ),
        MUNICIPALITY,
        replace(
            ACTOR,
            required=False,
            help=Text(
                fi="Organisaatio, joka kertoo omasta väestään. Jätä tyhjäksi, jos luvut ovat arvio koko alueesta. "
                "Eri toimijoiden luvut lasketaan yhteen, muut näytetään rinnakkain.",
                sv="Organisationen som berättar om sin egen personal. Lämna tomt om siffrorna är en bedömning av hela "
                "området. Olika aktörers siffror räknas ihop, andra visas sida vid sida.",
                en="The organisation that tells of its own people. Leave blank if the figures are a view of the whole "
                "area. Figures of different actors are added up, others are shown side by side.",
            ),
        ),
        YearColumn(
            name="year",
            label=Text(fi="vuosi", sv="år", en="year"),
            help=Text(
                fi="Vuosi, jonka tilannetta luvut kuvaavat.",
                sv="Året som siffrorna beskriver.",
                en="The year that the figures describe.",
            ),
            required=True,
            listed=True,
        ),
        _people(
            "have_now",
            Text(fi="osaajia nyt", sv="kan i dag", en="have it now"),
            Text(
                fi="Montako ihmistä osaa nyt. Tyhjä: ei tiedossa. Nolla: ei yhtään.",
                sv="Hur många som kan i dag. Tomt: okänt. Noll: ingen.",
                en="How many people have the competence now. Blank: not known. Zero: nobody.",
            ),
            synonyms=("osaajat nyt", "osaajia"),
        ),
        _people(
            "needed_now",
            Text(fi="tarvitaan nyt", sv="behövs nu", en="needed now"),
            synonyms=("tarve nyt",),
        ),
        _people(
            "needed_then",
            Text(fi="tarvitaan tavoitevuonna", sv="behövs målåret", en="needed in the target year"),
            synonyms=("tarve tavoitevuonna", "ennakoitu tarve", "ennuste"),
        ),
        YearColumn(
            name="target_year",
            label=Text(fi="tavoitevuosi", sv="målår", en="target year"),
            listed=True,
            synonyms=("ennustevuosi",),
        ),
        ChoiceColumn(
            name="means",
            choices=MEANS,
            label=Text(fi="miten vaje katetaan", sv="hur bristen åtgärdas", en="how the shortage is met"),
            listed=True,
        ),
        ChoiceColumn(
            name="qualifier",
            choices=QUALIFIERS,
            label=Text(fi="tarkkuus", sv="precision", en="qualifier"),
            help=Text(
                fi="Koskee kaikkia rivin lukuja.",
                sv="Gäller alla siffror på raden.",
                en="Of all figures of the row.",
            ),
        ),
        ChoiceColumn(name="origin", choices=ORIGINS, label=Text(fi="alkuperä", sv="ursprung", en="origin")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(
        ("competence", "occupational_group", "municipality", "actor", "year", "target_year", "source", "source_place"),
    ),
    order=("competence", "-year"),
    filters=(
        Filter(
            name="group",
            label=Text(fi="ammattiryhmä", sv="yrkesgrupp", en="occupational group"),
            narrow=_equal_to("occupational_group"),
            options=lambda: [(choice.code, choice.label) for choice in OCCUPATIONAL_GROUPS],
        ),
        Filter(
            name="means",
            label=Text(fi="miten vaje katetaan", sv="hur bristen åtgärdas", en="how the shortage is met"),
            narrow=_equal_to("means"),
            options=lambda: [(choice.code, choice.label) for choice in MEANS],
        ),
    ),
    area="material",
    check=_check,
)
