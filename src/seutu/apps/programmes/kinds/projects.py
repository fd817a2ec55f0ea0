"""Projects, with their funders' figures and what a plan says of the whole. Not for the parts of a plan (``work``)."""

from decimal import Decimal
from typing import Final

from seutu.apps.programmes.choices import COST_MODELS, LIFE_CYCLE, PROJECT_TYPES
from seutu.apps.programmes.kinds.shared_columns import (
    EUR,
    PROJECTS_GROUP,
    actor,
    by_choice,
    choice,
    money,
    percentage,
    starts_before_end,
)
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.records.sheets.columns import BooleanColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Filter, Kind, Section
from seutu.apps.records.sheets.periods import DayOfPeriodColumn, days_of
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.core.text import Text

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
LIFE_CYCLE_STAGE: Final = choice(
    "life_cycle", Text(fi="elinkaaren vaihe", sv="skede i livscykeln", en="life-cycle stage"), LIFE_CYCLE
)


def _money(name: str, fi: str, sv: str, en: str, *, listed: bool = False) -> NumberColumn:
    return NumberColumn(name=name, label=Text(fi=fi, sv=sv, en=en), unit=EUR, decimals=2, listed=listed)


def programmes_of_projects() -> list[tuple[str, Text]]:
    """Return the funding programmes that projects name."""
    found = Project.objects.exclude(programme="").order_by("programme").values_list("programme", flat=True).distinct()
    return [(name, Text.same(name)) for name in found]


def _development_programmes() -> list[tuple[str, Text]]:
    found = Programme.objects.filter(trashed_at__isnull=True).order_by("name").values_list("name", flat=True)
    return [(name, Text.same(name)) for name in dict.fromkeys(found)]


_SECTIONS: Final = (
    Section(
        Text(fi="Perustiedot", sv="Grunduppgifter", en="Basic facts"),
        ("name", "acronym", "code", "project_type", "life_cycle", "is_lead", "description"),
    ),
    Section(
        Text(fi="Aika ja laajuus", sv="Tid och omfattning", en="Time and size"),
        ("start", "end", "partner_count", "person_years"),
    ),
    Section(
        Text(fi="Rahoittaja ja säännöt", sv="Finansiär och regler", en="Funder and rules"),
        ("programme", "fund", "authority", "status", "legal_basis"),
    ),
    Section(
        Text(fi="Kustannukset ja rahoitus", sv="Kostnader och finansiering", en="Costs and funding"),
        ("cost_model", "flat_rate", "budget_total", "funding_total", "granted", "paid", "planned_public",
         "actual_public"),
    ),
    Section(
        Text(fi="Mihin hanke liittyy", sv="Vad projektet hör ihop med", en="What the project is linked to"),
        ("development_programme", "owner_unit", "follows", "strategy_link"),
    ),
    Section(Text(fi="Mistä tieto on", sv="Varifrån uppgifterna kommer", en="Where it comes from"),
            ("source", "source_place")),
)  # fmt: skip

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
        ReferenceColumn(
            name="development_programme",
            kind="programmes",
            label=Text(fi="kehitysohjelma", sv="utvecklingsprogram", en="development programme"),
            help=Text(
                fi="Oma kehitysohjelma, jota hanke toteuttaa.",
                sv="Det egna utvecklingsprogram som projektet genomför.",
                en="Your own development programme that the project carries out.",
            ),
        ),
        choice("project_type", Text(fi="laji", sv="slag", en="type"), PROJECT_TYPES, listed=False),
        LIFE_CYCLE_STAGE,
        BooleanColumn(
            name="is_lead",
            label=Text(fi="kärkiprojekti", sv="spetsprojekt", en="lead project"),
            synonyms=("kärkihanke",),
        ),
        actor("owner_unit", Text(fi="omistajayksikkö", sv="ägarenhet", en="owner unit")),
        ReferenceColumn(
            name="follows",
            kind="projects",
            label=Text(fi="jatkaa hanketta", sv="fortsätter projektet", en="continues the project"),
        ),
        TextColumn(
            name="strategy_link",
            label=Text(fi="strategiakytkentä", sv="koppling till strategi", en="strategy link"),
            synonyms=("erityistavoite", "toimintalinja", "specifikt mål"),
            help=Text(
                fi="Strategian painopiste, haun tavoite tai ohjelman toimintalinja ja erityistavoite.",
                sv="Strategins tyngdpunkt, utlysningens mål eller programmets insatsområde och specifika mål.",
                en="The strategy's priority, the call's objective, or the programme's line and special objective.",
            ),
            max_length=500,
        ),
        TextColumn(
            name="legal_basis",
            label=Text(fi="säädösperusta", sv="rättslig grund", en="legal basis"),
            help=Text(
                fi="Säädös, jonka mukaan rahoitus myönnetään, esimerkiksi 867/2021.",
                sv="Författningen som finansieringen beviljas enligt, till exempel 867/2021.",
                en="The act under which the funding is granted, for example 867/2021.",
            ),
            max_length=60,
        ),
        choice(
            "cost_model", Text(fi="kustannusmalli", sv="kostnadsmodell", en="cost model"), COST_MODELS, listed=False
        ),
        percentage(
            "flat_rate",
            Text(fi="flat rate -prosentti", sv="flat rate-procent", en="flat rate percentage"),
            decimals=3,
        ),
        money(
            "budget_total",
            Text(fi="kustannusarvio yhteensä", sv="kostnadskalkyl totalt", en="budget total"),
            told=Text(
                fi="Asiakirjaan painettu summa. Laskettu summa näkyy sen rinnalla.",
                sv="Summan som står i dokumentet. Den beräknade summan visas bredvid.",
                en="The total printed in the document. The computed total is shown beside it.",
            ),
        ),
        money(
            "funding_total",
            Text(fi="rahoitussuunnitelma yhteensä", sv="finansieringsplan totalt", en="funding plan total"),
        ),
        NumberColumn(
            name="person_years",
            label=Text(fi="henkilötyövuodet", sv="årsverken", en="person-years"),
            unit=Text(fi="htv", sv="årsv.", en="PY"),
            synonyms=("htv", "årsverke"),
            decimals=2,
            minimum=Decimal(0),
            maximum=Decimal(999_999),
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
            options=programmes_of_projects,
            describe=Text.same,
        ),
        Filter(
            name="development_programme",
            label=Text(fi="kehitysohjelma", sv="utvecklingsprogram", en="development programme"),
            narrow=lambda records, value: records.filter(development_programme__name=value),
            options=_development_programmes,
            describe=Text.same,
        ),
        by_choice(LIFE_CYCLE_STAGE),
    ),
    area="plans",
    group=PROJECTS_GROUP,
    sections=_SECTIONS,
    check=starts_before_end,
)
