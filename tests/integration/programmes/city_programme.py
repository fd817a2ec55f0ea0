"""A city's development programme as its yearly report tells it, for tests: goals, projects, money, reviews.

Four goals, thirteen projects in 2023 of which six continue, two new ones and four in preparation; an appropriation of
200 000 € of which under 180 000 was used. Names are inventions. Not a test itself.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import BenefitGoal, Programme, Project, Reflection
from seutu.apps.records.models import OwnedRecord
from tests.integration.factories import make_record

DAY: Final = date(2023, 12, 31)
GOALS: Final = (
    "Osaajat viihtyvät ja jäävät",
    "Yritykset kasvavat täällä",
    "Työ ja tekijät kohtaavat",
    "Yrityspalvelut paranevat",
)
CONTINUING: Final = (
    "Kielitukipilotti",
    "Kohtaamispaikka tyhjässä liiketilassa",
    "Ulkomaisten yritysten vastaanottopalvelu",
    "Yhteisömanageri",
    "Pelialan keskittymä",
    "Asiakkaan ääni",
)
ENDING: Final = (
    "Lupapalvelujen kartoitus",
    "Yritysten tilatarveselvitys",
    "Työllisyyden painopisteet",
    "Kasvuyritysten mentorointi",
    "Tapahtumakalenterin kokeilu",
    "Rekrytointitapahtumat",
    "Opiskelijoiden harjoittelupaikat",
)
NEW: Final = ("Innovaatioekosysteemien selvitys", "Naisyrittäjien verkoston jäsenyys")
PREPARED: Final = (
    "Muotoiluviikon yhteistyö",
    "Luvat yhdelle alustalle",
    "Aluetieto yrityksille",
    "Englanninkieliset palvelut tutuiksi",
)


@dataclass(slots=True)
class City:
    """What has been made."""

    programme: Programme
    goals: list[BenefitGoal]
    projects: dict[str, Project]
    appropriation: OwnedRecord
    reflection: Reflection
    others: dict[str, OwnedRecord] = field(default_factory=dict)

    @property
    def in_2023(self) -> list[Project]:
        """Return the thirteen."""
        return [self.projects[name] for name in (*CONTINUING, *ENDING)]


def make_city(*, by: User | None = None, granted: Decimal = Decimal(200000)) -> City:
    """Save the programme in the scope one is in."""
    unit = make_record("actors", by=by, name="Elinkeinopalvelut")
    other = make_record("actors", by=by, name="Työllisyyspalvelut")
    programme = make_record(
        "programmes",
        by=by,
        name="Elinvoimaohjelma",
        owner_unit=unit,
        start=date(2021, 9, 1),
        end=date(2025, 2, 28),
        steering="Elinvoimaohjelman ohjausryhmä",
    )
    goals = [
        make_record("benefit-goals", by=by, programme=programme, number=str(number), name=name)
        for number, name in enumerate(GOALS, start=1)
    ]
    projects = _projects(programme, unit, by)
    for number, name in enumerate((*CONTINUING, *ENDING)):
        effect = ("clear", "some", "great")[number % 3]
        goal = goals[number % 3]
        make_record("goal-contributions", by=by, project=projects[name], benefit_goal=goal, effect=effect)
    make_record("participations", by=by, project=projects["Asiakkaan ääni"], actor=other, role="part")
    make_record("participations", by=by, project=projects["Asiakkaan ääni"], actor=unit, role="lead")
    appropriation = _money(programme, by, granted)
    reflection = _steering(programme, projects, by)
    city = City(programme, goals, projects, appropriation, reflection)  # type: ignore[arg-type]
    _measures(city, by)
    return city


def _projects(programme: OwnedRecord, unit: OwnedRecord, by: User | None) -> dict[str, OwnedRecord]:
    lives: dict[str, dict[str, object]] = {}
    for name in CONTINUING:
        lives[name] = {"start": date(2023, 3, 1), "end": date(2024, 12, 31), "life_cycle": "running"}
    for name in ENDING:
        lives[name] = {"start": date(2022, 5, 1), "end": date(2023, 11, 30), "life_cycle": "ended"}
    for name in NEW:
        lives[name] = {"start": date(2024, 2, 1), "life_cycle": "starting"}
    for name in PREPARED:
        lives[name] = {"life_cycle": "preparation"}
    return {
        name: make_record(
            "projects",
            by=by,
            name=name,
            development_programme=programme,
            owner_unit=unit,
            project_type="pilot",
            description=f"{name}: kokeillaan, mikä auttaa.",
            is_lead=name == "Kielitukipilotti",
            **life,
        )
        for name, life in lives.items()
    }


def _money(programme: OwnedRecord, by: User | None, granted: Decimal) -> OwnedRecord:
    appropriation = make_record(
        "appropriations", by=by, name="Elinvoimaohjelman määräraha", programme=programme, year="2023", amount=granted
    )
    for name, kind, qualifier, amount in (
        ("Käyttö yhteensä", "total", "under", Decimal(180000)),
        ("Palveluostot ja avustukset", "purchases_and_grants", "about", Decimal(100000)),
        ("Omarahoitusosuudet", "own_shares", "about", Decimal(50000)),
        ("Henkilöstö ja hallinto", "staff_and_admin", None, None),
    ):
        make_record(
            "appropriation-uses",
            by=by,
            appropriation=appropriation,
            name=name,
            use_kind=kind,
            state="used",
            qualifier=qualifier,
            amount=amount,
        )
    return appropriation


def _steering(programme: OwnedRecord, projects: dict[str, OwnedRecord], by: User | None) -> OwnedRecord:
    council = make_record(
        "project-meetings", by=by, name="Puolivälitarkastelu valtuustossa", programme=programme, day=date(2023, 9, 11)
    )
    make_record("project-meetings", by=by, name="Arvioinnin käynnistys", programme=programme, day=date(2024, 2, 1))
    reflection = make_record(
        "reflections",
        by=by,
        programme=programme,
        name="Itsearviointi",
        day=date(2023, 11, 20),
        serves_goals="Käynnissä olevat edistävät tavoitteita 1–3.",
        missing="Tavoitteella 4 ei ole projektia.\nPoikkihallinnollista yhteistyötä on vähän.",
        lead_projects="Kielitukipilotti",
        successes="Nopeat käynnistykset",
        improvements="Toimialat mukaan",
        solutions="Kutsutaan jokainen toimiala suunnittelemaan uutta projektia.",
    )
    make_record(
        "resolutions", by=by, reflection=reflection, name="Toimialat mukaan uusiin projekteihin", state="open",
        due=date(2024, 3, 31), responsible="ohjelmapäällikkö",
    )  # fmt: skip
    make_record("resolutions", by=by, meeting=council, name="Merkittiin tiedoksi", state="done")
    del projects
    return reflection


def _measures(city: City, by: User | None) -> None:
    placed = make_record(
        "indicators", by=by, name="Työllistyneet", programme=city.programme, indicator_type="number", unit="henkilöä",
        direction="more", gathering="cumulative", baseline=Decimal(0), target=Decimal(40),
    )  # fmt: skip
    for day, value in ((date(2023, 6, 30), 8), (date(2023, 12, 15), 12)):
        make_record("measurements", by=by, indicator=placed, day=day, value=Decimal(value), measured_by="rekisteri")
    for category, value in (("naisia", 9), ("miehiä", 7)):
        make_record(
            "measurements", by=by, indicator=placed, day=date(2023, 12, 15), value=Decimal(value),
            breakdown="sukupuoli", category=category,
        )  # fmt: skip
    project = city.projects["Kielitukipilotti"]
    told = make_record("indicators", by=by, name="Yritysten kokemus", project=project, indicator_type="narrative")
    make_record("measurements", by=by, indicator=told, day=date(2023, 12, 1), value=None, told="Kynnys palkata laski.")
    make_record("actual-costs", by=by, project=project, day=date(2023, 10, 1), amount=Decimal("12500.50"))
    make_record("cost-lines", by=by, project=project, label="Palkat", amount=Decimal(30000))
