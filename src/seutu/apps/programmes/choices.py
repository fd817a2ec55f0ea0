"""Closed lists of programmes, projects, their work, events, meetings, indicators and reviews."""

from typing import Final

from seutu.apps.records.sheets.columns import Choice, choices_of
from seutu.core.text import Text

PARTICIPATION_ROLES: Final = choices_of(
    ("lead", "päätoteuttaja", "huvudgenomförare", "lead partner"),
    ("part", "osatoteuttaja", "delgenomförare", "part partner"),
    ("participant", "osallistuja", "deltagare", "participant"),
    ("funder", "rahoittaja", "finansiär", "funder"),
)
EVENT_TYPES: Final = choices_of(
    ("meeting", "kokous", "möte", "meeting", "sammanträde"),
    ("training", "koulutus", "utbildning", "training"),
    ("visit", "vierailu", "besök", "visit"),
    ("workshop", "työpaja", "workshop", "workshop"),
    ("fair", "messut", "mässa", "fair"),
    ("campaign", "kampanja", "kampanj", "campaign"),
    ("webinar", "webinaari", "webbinarium", "webinar"),
    ("other", "muu tapahtuma", "annat evenemang", "other event"),
)
PROJECT_TYPES: Final = choices_of(
    ("project", "hanke", "projekt", "project", "projekti"),
    ("study", "selvitys", "utredning", "study", "tutkimus"),
    ("pilot", "kokeilu tai pilotti", "försök eller pilot", "trial or pilot", "kokeilu", "pilotti", "pilot"),
    ("measure", "toimenpide", "åtgärd", "measure"),
    ("membership", "jäsenyys", "medlemskap", "membership"),
)
LIFE_CYCLE: Final = choices_of(
    ("idea", "idea", "idé", "idea", "projektiaihio", "hankeidea"),
    ("preparation", "valmistelussa", "under beredning", "in preparation"),
    ("starting", "käynnistymässä", "på väg att starta", "starting"),
    ("running", "käynnissä", "pågår", "running"),
    ("ended", "päättynyt", "avslutat", "ended"),
    ("continued", "jatkuu uutena", "fortsätter som nytt", "continued as another"),
    ("moved", "siirretty muualle", "flyttat annanstans", "moved elsewhere"),
)
COST_MODELS: Final = choices_of(
    ("flat_rate", "flat rate", "flat rate", "flat rate", "prosenttimääräinen"),
    ("lump_sum", "kertakorvaus", "engångsersättning", "lump sum"),
    ("unit_cost", "yksikkökustannus", "enhetskostnad", "unit cost"),
    ("actual", "tosiasialliset kustannukset", "faktiska kostnader", "actual costs"),
)
EFFECTS_ON_GOAL: Final = (
    Choice("none", Text(fi="ei vaikutusta", sv="ingen verkan", en="no effect")),
    Choice("some", Text(fi="jonkin verran", sv="i viss mån", en="some effect")),
    Choice("clear", Text(fi="selvästi", sv="tydligt", en="clear effect")),
    Choice("great", Text(fi="ratkaisevasti", sv="på ett avgörande sätt", en="decisive effect")),
)
WORK_STATES: Final = choices_of(
    ("planned", "suunnitteilla", "planerad", "planned"),
    ("running", "käynnissä", "pågår", "under way"),
    ("done", "valmis", "klar", "done"),
    ("dropped", "jätetty tekemättä", "struken", "dropped"),
)
RISK_STATES: Final = choices_of(
    ("open", "avoin", "öppen", "open"),
    ("happened", "toteutunut", "inträffad", "happened"),
    ("closed", "poistunut", "avvärjd", "closed"),
)
MEETING_TYPES: Final = choices_of(
    ("steering_group", "ohjausryhmä", "styrgrupp", "steering group"),
    ("kick_off", "aloituskokous", "startmöte", "kick-off"),
    ("project_group", "projektiryhmä", "projektgrupp", "project group"),
    ("other", "muu kokous", "annat möte", "other meeting"),
)
DOCUMENT_TYPES: Final = choices_of(
    ("action_plan", "toimintasuunnitelma", "verksamhetsplan", "action plan"),
    ("communication_plan", "viestintäsuunnitelma", "kommunikationsplan", "communication plan"),
    ("marketing_plan", "markkinointisuunnitelma", "marknadsföringsplan", "marketing plan"),
    ("agreement", "sopimus", "avtal", "agreement"),
    ("report", "raportti", "rapport", "report"),
    ("other", "muu asiakirja", "annat dokument", "other document"),
)
DOCUMENT_STATES: Final = choices_of(
    ("draft", "luonnos", "utkast", "draft"),
    ("for_approval", "hyväksyttävänä", "för godkännande", "for approval"),
    ("approved", "hyväksytty", "godkänd", "approved"),
    ("replaced", "korvattu", "ersatt", "replaced"),
)
RESOLUTION_STATES: Final = choices_of(
    ("open", "avoin", "öppet", "open"),
    ("done", "toteutettu", "genomfört", "carried out"),
    ("dropped", "kumottu", "upphävt", "repealed"),
)
INDICATOR_TYPES: Final = choices_of(
    ("number", "määrä", "antal", "number"),
    ("percentage", "prosenttiosuus", "procentandel", "percentage"),
    ("score", "pistemäärä", "poängtal", "score"),
    ("narrative", "laadullinen kuvaus", "kvalitativ beskrivning", "narrative", "laadullinen"),
)
DIRECTIONS: Final = choices_of(
    ("more", "suurempi on parempi", "större är bättre", "more is better"),
    ("less", "pienempi on parempi", "mindre är bättre", "less is better"),
)
GATHERINGS: Final = choices_of(
    ("latest", "viimeisin mittaus", "senaste mätningen", "latest measurement"),
    ("cumulative", "mittausten summa", "mätningarnas summa", "sum of measurements"),
    ("highest", "suurin mittaus", "största mätningen", "highest measurement"),
)
SDG_GOALS: Final = choices_of(
    ("1", "1 Ei köyhyyttä", "1 Ingen fattigdom", "1 No poverty"),
    ("2", "2 Ei nälkää", "2 Ingen hunger", "2 Zero hunger"),
    ("3", "3 Terveyttä ja hyvinvointia", "3 God hälsa och välbefinnande", "3 Good health and well-being"),
    ("4", "4 Hyvä koulutus", "4 God utbildning för alla", "4 Quality education"),
    ("5", "5 Sukupuolten tasa-arvo", "5 Jämställdhet", "5 Gender equality"),
    ("6", "6 Puhdas vesi ja sanitaatio", "6 Rent vatten och sanitet för alla", "6 Clean water and sanitation"),
    ("7", "7 Edullista ja puhdasta energiaa", "7 Hållbar energi för alla", "7 Affordable and clean energy"),
    (
        "8",
        "8 Ihmisarvoista työtä ja talouskasvua",
        "8 Anständiga arbetsvillkor och ekonomisk tillväxt",
        "8 Decent work and economic growth",
    ),
    (
        "9",
        "9 Kestävää teollisuutta, innovaatioita ja infrastruktuureja",
        "9 Hållbar industri, innovationer och infrastruktur",
        "9 Industry, innovation and infrastructure",
    ),
    ("10", "10 Eriarvoisuuden vähentäminen", "10 Minskad ojämlikhet", "10 Reduced inequalities"),
    (
        "11",
        "11 Kestävät kaupungit ja yhteisöt",
        "11 Hållbara städer och samhällen",
        "11 Sustainable cities and communities",
    ),
    (
        "12",
        "12 Vastuullista kuluttamista",
        "12 Hållbar konsumtion och produktion",
        "12 Responsible consumption and production",
    ),
    ("13", "13 Ilmastotekoja", "13 Bekämpa klimatförändringarna", "13 Climate action"),
    ("14", "14 Vedenalainen elämä", "14 Hav och marina resurser", "14 Life below water"),
    ("15", "15 Maanpäällinen elämä", "15 Ekosystem och biologisk mångfald", "15 Life on land"),
    (
        "16",
        "16 Rauhaa, oikeudenmukaisuutta ja hyvää hallintoa",
        "16 Fredliga och inkluderande samhällen",
        "16 Peace, justice and strong institutions",
    ),
    ("17", "17 Yhteistyö ja kumppanuus", "17 Genomförande och globalt partnerskap", "17 Partnerships for the goals"),
)
SDG_EFFECTS: Final = choices_of(
    ("strong_for", "edistää vahvasti", "främjar starkt", "strongly for"),
    ("for", "edistää", "främjar", "for"),
    ("neutral", "ei vaikutusta", "ingen verkan", "neutral"),
    ("against", "heikentää", "försvagar", "against"),
    ("strong_against", "heikentää vahvasti", "försvagar starkt", "strongly against"),
)
