"""The words of a printed application: the headings of its chapters in the form's own order, and what stands in them.

Finnish headings are those of the EURA 2021 form where it has them. Not for what is printed under them.
"""

from collections.abc import Mapping
from typing import Final

from seutu.core.funding.applications import Chapter
from seutu.core.text import Text

APPLICATION: Final = Text(fi="Hakemus", sv="Ansökan", en="Application")
HEADINGS: Final[Mapping[Chapter, Text]] = {
    Chapter.BASICS: Text(fi="Perustiedot", sv="Grunduppgifter", en="Basics"),
    Chapter.CONTENT: Text(
        fi="Kuvaus hankkeen sisällöstä", sv="Beskrivning av projektets innehåll", en="What the project is about"
    ),
    Chapter.NEED: Text(fi="Hankkeen tarve", sv="Behovet av projektet", en="The need"),
    Chapter.GOALS: Text(fi="Hankkeen tavoitteet", sv="Projektets mål", en="The goals"),
    Chapter.TARGET_GROUPS: Text(fi="Kohderyhmät", sv="Målgrupper", en="Target groups"),
    Chapter.ACTIONS: Text(fi="Hankkeen toimenpiteet", sv="Projektets åtgärder", en="Actions"),
    Chapter.OUTCOMES: Text(
        fi="Mikä tai mitkä ovat hankkeen konkreettiset tulokset? Mitä hankkeella saadaan aikaan? Miten tulokset "
        "voidaan laadullisesti todentaa ja määrällisesti mitata?",
        sv="Vilka är projektets konkreta resultat? Vad uppnår projektet? Hur kan resultaten påvisas kvalitativt och "
        "mätas kvantitativt?",
        en="What are the concrete results of the project? What does it achieve? How can the results be shown in "
        "quality and measured in quantity?",
    ),
    Chapter.AREA: Text(fi="Hankkeen toteutusalue", sv="Område där projektet genomförs", en="Area of the project"),
    Chapter.COSTS: Text(
        fi="Kustannusarvion tiivistelmä", sv="Sammandrag av kostnadskalkylen", en="Summary of the budget"
    ),
    Chapter.FUNDING: Text(
        fi="Rahoitussuunnitelman tiivistelmä",
        sv="Sammandrag av finansieringsplanen",
        en="Summary of the funding plan",
    ),
    Chapter.INDICATORS: Text(fi="Mittarit", sv="Indikatorer", en="Indicators"),
    Chapter.PRINCIPLES: Text(fi="Horisontaaliset periaatteet", sv="Övergripande principer", en="Horizontal principles"),
}
SHORT: Final[Mapping[Chapter, Text]] = {
    **HEADINGS,
    Chapter.OUTCOMES: Text(fi="Hankkeen tulokset", sv="Projektets resultat", en="The results"),
}
"""The names of chapters in a sentence, where the form's own heading is too long."""

EMPTY: Final = Text(
    fi="{count}/{all} luvusta on vielä täyttämättä: {names}.",
    sv="{count}/{all} kapitel är ännu inte ifyllda: {names}.",
    en="{count} of {all} chapters are not filled in yet: {names}.",
)
FULL: Final = Text(
    fi="Kaikki {all} lukua on täytetty.", sv="Alla {all} kapitel är ifyllda.", en="All {all} chapters are filled in."
)

BASICS_LACKING: Final = Text(
    fi="Vielä täyttämättä: {what}.", sv="Ännu inte ifyllt: {what}.", en="Not filled in yet: {what}."
)
NUMBER: Final = Text(fi="Hakemusnumero", sv="Ansökningsnummer", en="Application number")
CASE_NUMBER: Final = Text(fi="Diaarinumero", sv="Diarienummer", en="Case number")
TITLE: Final = Text(fi="Hankkeen nimi", sv="Projektets namn", en="Project title")
GRANT: Final = Text(fi="Tukimuoto", sv="Stödform", en="Kind of grant")
IMPLEMENTATION: Final = Text(fi="Hanke toteutetaan", sv="Projektet genomförs", en="The project is carried out")
APPLICANT: Final = Text(fi="Hakija", sv="Sökande", en="Applicant")
CONTACT: Final = Text(fi="Yhteyshenkilön rooli", sv="Kontaktpersonens roll", en="Role of the contact person")
PERIOD: Final = Text(fi="Toteutusaika", sv="Projekttid", en="Project period")
FUND: Final = Text(fi="Rahasto", sv="Fond", en="Fund")
LEGAL_BASIS: Final = Text(fi="Säädösperusta", sv="Rättslig grund", en="Legal basis")

PACKAGE: Final = Text(
    fi="Työpaketti {number}: {name}", sv="Arbetspaket {number}: {name}", en="Work package {number}: {name}"
)
PERSON_MONTHS: Final = Text(
    fi="Henkilötyökuukaudet: {amount}", sv="Personmånader: {amount}", en="Person-months: {amount}"
)
PERSON_MONTHS_TOGETHER: Final = Text(
    fi="Työpakettien henkilötyökuukaudet yhteensä: {amount} (laskettu).",
    sv="Arbetspaketens personmånader totalt: {amount} (beräknat).",
    en="Person-months of the work packages in total: {amount} (computed).",
)
TASK: Final = Text(fi="Tehtävä", sv="Uppgift", en="Task")
RESULT: Final = Text(fi="Tulos", sv="Resultat", en="Result")
TASKS: Final = Text(fi="Tehtävät", sv="Uppgifter", en="Tasks")
RESULTS: Final = Text(fi="Tulokset", sv="Resultat", en="Results")
WORK: Final = Text(fi="Henkilötyökuukaudet", sv="Personmånader", en="Person-months")
LACKING: Final = Text(
    fi="Työpaketista puuttuu vielä: {what}.", sv="Arbetspaketet saknar ännu: {what}.", en="Still lacking: {what}."
)

MORE: Final = Text(
    fi="Lisätietoja hakemuksesta", sv="Ytterligare uppgifter om ansökan", en="More about the application"
)
NATIONWIDE: Final = Text(
    fi="Onko hankkeen toiminta valtakunnallista?", sv="Är projektet riksomfattande?", en="Is the project nationwide?"
)
REGIONS: Final = Text(fi="Maakunnat", sv="Landskap", en="Regions")
MUNICIPALITIES: Final = Text(fi="Kunnat", sv="Kommuner", en="Municipalities")
YES: Final = Text(fi="Kyllä", sv="Ja", en="Yes")
NO: Final = Text(fi="Ei", sv="Nej", en="No")
COST_MODEL: Final = Text(fi="Kustannusmalli", sv="Kostnadsmodell", en="Cost model")
STAFF_COSTS: Final = Text(
    fi="Palkkakustannusten ilmoitustapa", sv="Sätt att redovisa lönekostnader", en="How staff costs are shown"
)
NAMELESS: Final = Text(fi="Nimetön", sv="Utan namn", en="Unnamed")
INDICATOR: Final = Text(fi="Mittari", sv="Indikator", en="Indicator")
UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
BASELINE: Final = Text(fi="Lähtötaso", sv="Utgångsläge", en="Baseline")
TARGET: Final = Text(fi="Tavoite", sv="Mål", en="Target")
ASSESSMENT: Final = Text(
    fi="Rahoittajan arvio hankkeesta", sv="Finansiärens bedömning av projektet", en="The funder's view of the project"
)
POINTS: Final = Text(fi="Pisteet {given}/{of}", sv="Poäng {given}/{of}", en="Points {given}/{of}")
REASONS: Final = Text(
    fi="Ratkaisun perustelut ja jatkotoimenpiteet",
    sv="Motivering och fortsatta åtgärder",
    en="Reasons and further steps",
)
SUPPLEMENTS: Final = Text(fi="Täydennykset", sv="Kompletteringar", en="Supplements")
NO_SUPPLEMENTS: Final = Text(
    fi="Täydennyksiä ei ole pyydetty.", sv="Inga kompletteringar har begärts.", en="No supplements have been asked for."
)
DONE: Final = Text(fi="tehty", sv="gjord", en="done")
NOT_DONE: Final = Text(fi="tekemättä", sv="ogjord", en="not done")
SUPPORTED: Final = Text(
    fi="Rahoittaja puoltaa hakemuksen hyväksymistä",
    sv="Finansiären tillstyrker ansökan",
    en="The funder supports the application",
)
