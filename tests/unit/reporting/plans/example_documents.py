"""An application, a page and a decision item of the kind of the source documents, for tests. No test."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from seutu.core.funding.applications import Action, Application, Assessment, Principle, Step, Supplement, Target
from seutu.core.funding.decisions import Attachment, DecisionItem
from seutu.core.funding.plans import Partner, PartnerRole
from seutu.core.funding.project_pages import ProjectPage, Stage
from seutu.core.programmes.work_plans import Package
from tests.unit.reporting.plans.example_plans import GLOW, KUOPIO, term

AT = date(2026, 11, 28)


def package(number: str, name: str, months: str, tasks: int, result: str) -> Package:
    return Package(
        number,
        name,
        term(months, "person_month"),
        tuple(f"{number}.{task} Tehtävän {task} nimi" for task in range(1, tasks + 1)),
        (result,),
    )


PACKAGES = (
    package("1", "Käynnistys ja nykytila-analyysi", "10", 4, "Nykytila-analyysin raportti"),
    package("2", "Vertailuselvitykset", "15", 4, "Raportti vertailuselvityksistä"),
    package("3", "Kokonaiskonsepti", "20", 3, "Palvelutarjotin ja toimintamalli"),
    package("4", "Kansainvälistymisverkosto", "6", 2, "Verkosto"),
    package("5", "Tulosten kokoaminen", "6", 2, "Hankeraportti"),
)

APPLICATION = Application(
    plan=GLOW,
    number="600583",
    case_number="EURA 2021/600583/09 02 01 01/2024/ESAELY",
    grant="Toimintaympäristön kehittämisavustus, kehittämistoimenpiteet",
    implementation="Yhden toteuttajan hankkeena",
    applicant="Ammattikorkeakoulun TKI-yksikkö",
    content="Hanke vahvistaa alueen yritysten valmiuksia.\n\nTyö etenee vaiheittain:\n- kartoitus\n- kokeilut",
    need="Yritykset tarvitsevat testialustoja.",
    goals="Kolme tavoitetta.",
    actions_text="Työ jakautuu viiteen työpakettiin.",
    actions=tuple(Action(each, f"Teksti työpaketista {each.number}.") for each in PACKAGES),
    outcomes="Verkosto, malli ja raportti.",
    steps=(Step("Saapunut", date(2024, 3, 15)), Step("Rahoituskokous", date(2025, 5, 26))),
    is_nationwide=False,
    regions=("Etelä-Savo",),
    municipalities=("Mikkeli",),
    staff_cost_mode="Tosiasiallisesti aiheutuneet palkkakustannukset",
    indicators=(Target("Verkostoon liittyneet yritykset", "kpl", Decimal(0), Decimal(25)),),
    principles=(Principle("Kestävä kehitys", "Matkat tehdään junalla."), Principle("Yhdenvertaisuus")),
    assessment=Assessment("Hanke sopii hakuun.", (Decimal(20), Decimal(27)), "Hyväksytään täydennysten jälkeen.", True),
    supplements=(Supplement("Aikataulun päivitys", True), Supplement("Yrityssopimukset")),
)

ITEM = DecisionItem(
    subject="Osallistuminen mikroyritysten kasvuhankkeeseen",
    case_number="4834/02.05.02.01/2017",
    section="§ 13",
    organ="Kaupunginhallitus",
    day=date(2017, 6, 12),
    presenter="Elinkeinojohtaja",
    unit="Yrityspalvelu",
    background="Kaupunki osallistuisi hankkeeseen osatoteuttajana vuosina 2017–2019.\n\nRyhmässä on 30 yritystä.",
    plan=KUOPIO,
    impact="Hankkeella on myönteisiä yritysvaikutuksia.",
    proposal="Kaupunki varaa hankkeeseen enintään omarahoitusosuutensa.",
    commitment=term("2991"),
    appropriation="Elinkeinopoliittisten hankkeiden määräraha",
    responsible="Yrityspalvelun asiantuntija",
    invoice_approver="Elinkeinojohtaja",
    right_to_withdraw="Kaupunki voi vetäytyä, jos hanke ei etene suunnitelman mukaan.",
    attachments=(
        Attachment("2", "Hakemus", "4834/2017"),
        Attachment("3", "Budjetti", "4834/2017"),
        Attachment("4", "Rahoituspäätös", "4834/2017"),
        Attachment("5", "Hankepäätös", "4834/2017"),
    ),
    preparer="Yrityspalvelun asiantuntija",
    proposer="Vs. kaupunginjohtaja",
    draft="Kaupunginhallitus hyväksyy esityksen.",
    decision="Ehdotus hyväksyttiin yksimielisesti.",
    reasons="Hanke tukee kaupungin elinkeino-ohjelmaa.",
    appeal="Päätökseen haetaan muutosta oikaisuvaatimuksella.",
)

PAGE = ProjectPage(
    plan=replace(
        GLOW,
        period=(date(2026, 1, 1), date(2027, 12, 31)),
        fund="EAKR",
        partners=(
            Partner("Ammattikorkeakoulun TKI-yksikkö", PartnerRole.LEAD),
            Partner("Kehittämisyhtiö", PartnerRole.PART),
            Partner("Kaupunki", PartnerRole.PARTICIPANT),
            Partner("Hyvinvointialue", PartnerRole.PARTICIPANT),
        ),
    ),
    goal="Hyvinvointialan pk-yritykset saavat testialustat ja verkoston, joilla ne pääsevät uusille markkinoille.",
    stages=(
        Stage("1", "Käynnistys ja nykytila-analyysi", date(2026, 1, 1), date(2026, 6, 30)),
        Stage("2", "Testialustaverkostojen ja klustereiden vertailuselvitykset", date(2026, 4, 1), date(2026, 12, 31)),
        Stage("3", "Kokonaiskonseptin kehittäminen", date(2026, 10, 1), date(2027, 6, 30)),
        Stage("4", "Kansainvälistymisverkoston järjestäytyminen", date(2027, 1, 1), date(2027, 9, 30)),
        Stage("5", "Tulosten kokoaminen ja raportointi", date(2027, 10, 1), date(2027, 12, 31)),
    ),
    results=tuple(result for each in PACKAGES for result in each.results),
    contact_role="Projektipäällikkö",
)
