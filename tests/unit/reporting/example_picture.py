"""A situation picture like that of a regional town: published figures, invented organisations, no persons.

Used by the tests of documents and charts. The organisations are not real; the neighbours and the figures are.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import cos, sin

from seutu.core.situation import (
    ActorFact,
    Coded,
    Comparison,
    Evidence,
    FigureSeries,
    MapContent,
    MapPoint,
    Neighbour,
    NetworkContent,
    NetworkLink,
    NetworkNode,
    PlaceHead,
    Point,
    SituationPicture,
    SourceNote,
    age_notice,
    bounds_of,
    compose,
    gap_report,
    lead_sentence,
    network_sentence,
)
from seutu.core.situation.series import Measure
from seutu.core.text import Text

AT = date(2026, 11, 22)
PLACE = PlaceHead(
    name=Text(fi="Iisalmi", sv="Idensalmi", en="Iisalmi"),
    code="140",
    kind="municipality",
    region=Text(fi="Pohjois-Savo", sv="Norra Savolax", en="North Savo"),
    sub_region=Text(fi="Ylä-Savo", sv="Övre Savolax", en="Upper Savo"),
)
COUNTRY = Text(fi="Koko maa", sv="Hela landet", en="Whole country")
GROUP = Text(fi="Seutukaupungit", sv="Regionstäder", en="Regional towns")

CLASSES = [
    Coded("company", Text(fi="Yritys", sv="Företag", en="Company")),
    Coded("public", Text(fi="Julkinen toimija", sv="Offentlig aktör", en="Public body")),
    Coded("association", Text(fi="Yhdistys", sv="Förening", en="Association")),
    Coded("education", Text(fi="Oppilaitos", sv="Läroanstalt", en="Educational institution")),
    Coded("rdi", Text(fi="TKI-yksikkö", sv="FUI-enhet", en="RDI unit")),
]
INDUSTRIES = [
    Coded("C", Text(fi="Teollisuus", sv="Tillverkning", en="Manufacturing")),
    Coded("G", Text(fi="Tukku- ja vähittäiskauppa", sv="Parti- och detaljhandel", en="Wholesale and retail trade")),
    Coded("F", Text(fi="Rakentaminen", sv="Byggverksamhet", en="Construction")),
    Coded(
        "A", Text(fi="Maa-, metsä- ja kalatalous", sv="Jordbruk, skogsbruk och fiske", en="Agriculture and forestry")
    ),
    Coded(
        "M",
        Text(
            fi="Ammatillinen, tieteellinen ja tekninen toiminta",
            sv="Verksamhet inom juridik, ekonomi, vetenskap och teknik",
            en="Professional, scientific and technical activities",
        ),
    ),
    Coded(
        "J", Text(fi="Informaatio ja viestintä", sv="Information och kommunikation", en="Information and communication")
    ),
]
SIZES = [
    Coded("micro", Text(fi="Alle 10 henkeä", sv="Under 10 personer", en="Under 10 people")),
    Coded("small", Text(fi="10–49 henkeä", sv="10–49 personer", en="10–49 people")),
    Coded("medium", Text(fi="50–249 henkeä", sv="50–249 personer", en="50–249 people")),
    Coded("large", Text(fi="Vähintään 250 henkeä", sv="Minst 250 personer", en="250 people or more")),
]
TOWNS = [
    ("140", "Iisalmi", "Idensalmi", 27.1893, 63.5617),
    ("263", "Kiuruvesi", "Kiuruvesi", 26.6225, 63.6514),
    ("402", "Lapinlahti", "Lapinlahti", 27.3930, 63.3656),
    ("762", "Sonkajärvi", "Sonkajärvi", 27.5231, 63.6697),
    ("925", "Vieremä", "Vieremä", 27.0002, 63.7434),
    ("595", "Pielavesi", "Pielavesi", 26.7558, 63.2321),
]
WORDS = ["Kone", "Metalli", "Puu", "Maito", "Data", "Kuljetus", "Sähkö", "Lämpö", "Ruoka", "Hydrauliikka", "Palvelu"]
FORMS = ["Oy", "Tmi", "Oy", "Ky", "Oy"]


def _actor(number: int) -> ActorFact:
    kind = CLASSES[0] if number % 13 else CLASSES[1 + number // 13 % 4]
    code, name, swedish, lon, lat = TOWNS[0] if number % 4 else TOWNS[number // 4 % 6]
    placed = number % 17 != 0
    company = kind.code == "company"
    return ActorFact(
        id=f"a{number:03}",
        name=f"{'Ylä-Savon' if number % 3 else 'Koljonvirran'} {WORDS[number % 11]} {number} {FORMS[number % 5]}",
        classes=() if number % 23 == 0 else (kind, CLASSES[4]) if number % 29 == 0 else (kind,),
        industry=INDUSTRIES[(number * number + number // 3) % 11 % 6] if company and number % 11 else None,
        size=SIZES[min(3, number * 7 % 19 // 12 + number % 31 // 28)] if company and number % 9 else None,
        place=Coded(code, Text(fi=name, sv=swedish, en=name)),
        lon=lon + (number * 37 % 41 - 20) / 400 if placed else None,
        lat=lat + (number * 53 % 43 - 21) / 800 if placed else None,
        sources=() if number % 41 == 0 else ("prh",),
    )


ACTORS = tuple(_actor(number) for number in range(1, 413))

SOURCES = (
    SourceNote(
        id="statfin",
        title=Text(fi="Kuntien avainluvut 2006–2016", sv="Kommunernas nyckeltal 2006–2016", en="Municipal key figures"),
        publisher=Text(fi="Tilastokeskus", sv="Statistikcentralen", en="Statistics Finland"),
        licence="CC BY 4.0",
        retrieved=date(2022, 11, 20),
        url="https://pxdata.stat.fi/PxWeb/pxweb/fi/Kuntien_avainluvut/",
    ),
    SourceNote(
        id="prh",
        title=Text(fi="Avoin yritystieto (YTJ)", sv="Öppna företagsdata (FODS)", en="Open company data (BIS)"),
        publisher=Text(
            fi="Patentti- ja rekisterihallitus", sv="Patent- och registerstyrelsen", en="Patent and Registration Office"
        ),
        licence="CC BY 4.0",
        retrieved=date(2026, 11, 2),
        url="https://avoindata.prh.fi/",
    ),
    SourceNote(
        id="register",
        title=Text(fi="Työtilan oma rekisteri", sv="Arbetsytans eget register", en="The workspace's own register"),
        publisher=Text.same("Example Development"),
    ),
)


def points(values: list[int | str | None], first: int = 2006, source: str = "statfin") -> tuple[Point, ...]:
    """Return yearly points; None is a missing value."""
    return tuple(
        Point(
            period=str(first + step),
            year=float(first + step),
            value=None if value is None else Decimal(value),
            status="missing" if value is None else "final",
            source=source,
        )
        for step, value in enumerate(values)
    )


def _series(
    indicator: str,
    label: Text,
    unit: Text,
    definition: Text,
    *,
    place: list[int | str | None],
    region: list[int | str | None],
    country: list[int | str | None],
    decimals: int = 0,
    measure: Measure = "rate",
    formula: Text | None = None,
) -> FigureSeries:
    assert PLACE.region is not None
    return FigureSeries(
        indicator=indicator,
        label=label,
        unit=unit,
        decimals=decimals,
        definition=definition,
        values=points(place),
        comparisons=(
            Comparison("country", COUNTRY, points(country), "SSS"),
            Comparison("region", PLACE.region, points(region), "MK11"),
        ),
        measure=measure,
        source="statfin",
        formula=formula,
    )


PEOPLE = Text(fi="henkeä", sv="personer", en="people")
PERCENT = Text.same("%")

POPULATION = _series(
    "population",
    Text(fi="Väkiluku", sv="Folkmängd", en="Population"),
    PEOPLE,
    Text(fi="Väestö vuoden lopussa.", sv="Befolkningen vid årets slut.", en="Population at the end of the year."),
    place=[22319, 22298, 22289, 22169, 22095, 22147, 22135, 22171, 22115, 21945, 21767],
    region=[255094, 254367, 253899, 253605, 253337, 253472, 253524, 253643, 253585, 253239, 252815],
    country=[5276955, 5300484, 5326314, 5351427, 5375276, 5401267, 5426674, 5451270, 5471753, 5487308, 5503297],
    measure="count",
)
UNEMPLOYMENT = _series(
    "unemployment",
    Text(
        fi="Työttömien osuus työvoimasta", sv="Andel arbetslösa av arbetskraften", en="Unemployed of the labour force"
    ),
    PERCENT,
    Text(
        fi="Työttömät jaettuna työvoimalla vuoden lopussa.",
        sv="Arbetslösa dividerat med arbetskraften vid årets slut.",
        en="Unemployed divided by the labour force at the end of the year.",
    ),
    place=["14.1", "12.6", "12.9", "17.3", "13.3", "11.9", "13.7", "15.8", "17.2", "17.3", "15.1"],
    region=["12.0", "10.8", "11.7", "14.1", "12.4", "11.5", "12.2", "13.5", "14.8", "15.3", "14.0"],
    country=["9.9", "8.6", "9.1", "11.7", "10.5", "9.9", "10.9", "12.6", "13.9", "14.4", "13.6"],
    decimals=1,
    formula=Text(
        fi="100 × työttömät / työvoima", sv="100 × arbetslösa / arbetskraften", en="100 × unemployed / labour force"
    ),
)
JOBS = _series(
    "jobs",
    Text(fi="Työpaikat", sv="Arbetsplatser", en="Jobs"),
    Text(fi="työpaikkaa", sv="arbetsplatser", en="jobs"),
    Text(fi="Alueella olevat työpaikat.", sv="Arbetsplatser i området.", en="Jobs located in the area."),
    place=[9356, 9753, 9756, 8992, 9374, 9610, None, 9258, 9019, 8839, 8947],
    region=[99696, 101676, 101217, 97562, 99166, 100440, 100478, 98862, 97317, 96075, 96874],
    country=[2313788, 2369066, 2377181, 2289975, 2325679, 2354422, 2339904, 2301751, 2274076, 2256459, 2275679],
    measure="count",
)
AGE = _series(
    "age_over_64",
    Text(fi="Yli 64-vuotiaiden osuus", sv="Andel över 64-åringar", en="Share of people over 64"),
    PERCENT,
    Text(
        fi="65 vuotta täyttäneet jaettuna väestöllä.",
        sv="65 år fyllda dividerat med befolkningen.",
        en="People aged 65 or over divided by the population.",
    ),
    place=["18.4", "18.4", "18.6", "19.0", "19.5", "20.2", "20.9", "21.5", "22.1", "22.8", "23.6"],
    region=["18.6", "18.7", "18.9", "19.1", "19.7", "20.3", "20.9", "21.5", "22.2", "22.7", "23.3"],
    country=["16.5", "16.5", "16.7", "17.0", "17.5", "18.1", "18.8", "19.4", "19.9", "20.5", "20.9"],
    decimals=1,
)
MIGRATION = replace(
    _series(
        "net_migration",
        Text(
            fi="Kuntien välinen nettomuutto",
            sv="Flyttningsnetto mellan kommuner",
            en="Net migration between municipalities",
        ),
        PEOPLE,
        Text(fi="Tulomuutto − lähtömuutto.", sv="Inflyttning − utflyttning.", en="In-migration − out-migration."),
        place=[-154, -6, -24, -129, -79, 26, 30, -38, -79, -159, -142],
        region=[-669, -584, -588, -418, -396, -119, -69, 81, 97, -35, -203],
        country=[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        measure="balance",
    ),
    comparisons=(),
)
TAX = FigureSeries(
    indicator="tax",
    label=Text(fi="Kunnallisveroprosentti", sv="Kommunalskattesats", en="Municipal tax rate"),
    unit=PERCENT,
    decimals=2,
    definition=Text(
        fi="Kunnan tuloveroprosentti.", sv="Kommunens inkomstskattesats.", en="The municipal income tax rate."
    ),
    values=(),
    why_missing=Text(
        fi="Verotietoja ei ole vielä haettu. Hae ne Verohallinnon taulukosta.",
        sv="Skatteuppgifterna har inte hämtats ännu. Hämta dem ur Skatteförvaltningens tabell.",
        en="Tax data have not been fetched yet. Fetch them from the Tax Administration's table.",
    ),
)
FIGURES = (POPULATION, UNEMPLOYMENT, JOBS, AGE, MIGRATION, TAX)


def _network() -> NetworkContent:
    count = 34
    kind = Text(fi="yhteinen hanke", sv="gemensamt projekt", en="shared project")
    links = tuple(
        NetworkLink(
            source=f"a{1 + first:03}",
            target=f"a{1 + second:03}",
            weight=float(1 + first * second % 4),
            kind=kind,
            evidence=(Evidence(Text.same(f"Hanke {first}–{second}"), "register", date(2024, 1 + first % 12, 1)),),
        )
        for first in range(count)
        for second in range(first + 1, count)
        if (second % 4 == first % 4 and (second - first) % 3 == 1) or (first < 3 and second % 5 == first)
    )
    degrees = {actor.id: 0 for actor in ACTORS[:count]}
    for link in links:
        degrees[link.source] += 1
        degrees[link.target] += 1
    nodes = tuple(
        NetworkNode(
            id=actor.id,
            label=actor.name,
            x=(0, 15, 4, 17)[index % 4] + 1.6 * (index // 4) ** 0.5 * cos(2.4 * (index // 4)),
            y=(0, 2, 9, 11)[index % 4] + 1.6 * (index // 4) ** 0.5 * sin(2.4 * (index // 4)),
            community=index % 4,
            class_code=actor.classes[0].code if actor.classes else None,
            class_label=actor.classes[0].label if actor.classes else None,
            degree=degrees[actor.id],
        )
        for index, actor in enumerate(ACTORS[:count])
    )
    said = network_sentence(nodes, links, only_projects=True, unplaced=0, years=(2024, 2024))
    return NetworkContent(nodes=nodes, links=links, sentence=said)


def _map() -> MapContent:
    spots = tuple(
        MapPoint(
            id=actor.id,
            label=actor.name,
            lon=actor.lon,
            lat=actor.lat,
            class_code=actor.classes[0].code if actor.classes else None,
            class_label=actor.classes[0].label if actor.classes else None,
        )
        for actor in ACTORS
        if actor.lon is not None and actor.lat is not None
    )
    neighbours = tuple(
        Neighbour(
            code=code,
            name=Text(fi=name, sv=swedish, en=name),
            lon=lon,
            lat=lat,
            actors=sum(actor.place is not None and actor.place.code == code for actor in ACTORS),
            is_place=code == PLACE.code,
        )
        for code, name, swedish, lon, lat in TOWNS
    )
    return MapContent(points=spots, neighbours=neighbours, bounds=bounds_of(spots, neighbours))


def example_picture() -> SituationPicture:
    """Return the whole picture, the same every time."""
    composition = compose(ACTORS)
    return SituationPicture(
        place=PLACE,
        at=AT,
        lead=lead_sentence(PLACE, composition, FIGURES),
        age_notice=age_notice(FIGURES, AT),
        figures=FIGURES,
        composition=composition,
        map=_map(),
        network=_network(),
        gaps=gap_report(ACTORS),
        sources=SOURCES,
        actors=ACTORS,
    )


def empty_picture() -> SituationPicture:
    """Return the picture of a place of which nothing is known yet."""
    composition = compose(())
    return SituationPicture(
        place=PLACE,
        at=AT,
        lead=lead_sentence(PLACE, composition),
        figures=(TAX,),
        composition=composition,
        map=MapContent(),
        network=NetworkContent(),
        gaps=gap_report(()),
        sources=(),
    )
