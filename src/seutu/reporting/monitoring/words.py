"""Headings and table words of the monitoring report. Sentences with figures are in core."""

from typing import Final

from seutu.core.text import Text

REPORT: Final = Text(fi="Seurantaraportti", sv="Uppföljningsrapport", en="Monitoring report")
STATE_ON: Final = Text(fi="Tilanne {day}", sv="Läget {day}", en="State on {day}")
OWNER: Final = Text(fi="omistaja {owner}", sv="ägare {owner}", en="owner {owner}")
STEERING: Final = Text(fi="ohjaus {steering}", sv="styrning {steering}", en="steering {steering}")
CHAPTERS: Final = (
    Text(
        fi="1. Kokonaistilanne ja keskeiset tulokset vuonna {year}",
        sv="1. Helhetsläge och centrala resultat år {year}",
        en="1. State and main results in {year}",
    ),
    Text(
        fi="2. Kustannukset, rahoitus ja resurssit",
        sv="2. Kostnader, finansiering och resurser",
        en="2. Costs, funding and resources",
    ),
    Text(fi="3. Toiminta vuonna {year}", sv="3. Verksamheten år {year}", en="3. What comes in {year}"),
)
GOALS: Final = Text(fi="Hyötytavoitteet", sv="Nyttomål", en="Benefit goals")
PROJECTS: Final = Text(
    fi="Hankkeet ja toimenpiteet {year}", sv="Projekt och åtgärder {year}", en="Projects and measures in {year}"
)
LEADS: Final = Text(fi="Kärkiprojektit: {names}.", sv="Spetsprojekt: {names}.", en="Lead projects: {names}.")
UNPLACED: Final = Text(
    fi="Päivät ja vaihe eivät kerro, mihin nämä kuuluvat: {names}.",
    sv="Datum och skede säger inte vart dessa hör: {names}.",
    en="Days and stage do not tell where these belong: {names}.",
)
INDICATORS: Final = Text(fi="Mittarit", sv="Indikatorer", en="Indicators")
IN_WORDS: Final = Text(fi="Laadullinen näyttö", sv="Kvalitativa belägg", en="Qualitative evidence")
UNMEASURED: Final = Text(
    fi="Omaa mittaria ei ole näillä: {names}.",
    sv="Dessa har ingen egen indikator: {names}.",
    en="These have no indicator of their own: {names}.",
)
REVIEW: Final = Text(
    fi="Arviointi YK:n kestävän kehityksen tavoitteiden kannalta",
    sv="Bedömning mot FN:s mål för hållbar utveckling",
    en="Review against the UN's goals of sustainable development",
)
TIMELINE: Final = Text(fi="Ohjelman vaiheet", sv="Programmets skeden", en="The programme's timeline")
MONEY: Final = Text(
    fi="Määrärahan käyttö {year}", sv="Användning av anslag {year}", en="Use of the appropriation {year}"
)
NO_MONEY: Final = Text(
    fi="Vuoden määrärahaa ei ole kirjattu.",
    sv="Årets anslag har inte antecknats.",
    en="No appropriation of the year has been recorded.",
)
COSTS: Final = Text(fi="Hankkeiden rahat", sv="Projektens pengar", en="Money of the projects")
CONTINUING: Final = Text(
    fi="Vuodelta {year} jatkuvat hankkeet ja toimenpiteet",
    sv="Projekt och åtgärder som fortsätter från {year}",
    en="Projects and measures that continue from {year}",
)
NEW: Final = Text(
    fi="Uudet, vuonna {year} alkavat hankkeet ja toimenpiteet",
    sv="Nya projekt och åtgärder som börjar år {year}",
    en="New projects and measures that start in {year}",
)
NEW_AFTER: Final = Text(
    fi="Uudet, {day} jälkeen ja viimeistään vuonna {year} alkavat hankkeet ja toimenpiteet",
    sv="Nya projekt och åtgärder som börjar efter {day} och senast år {year}",
    en="New projects and measures that start after {day} and by the end of {year}",
)
IN_PREPARATION: Final = Text(
    fi="Valmistelussa tai selvityksessä", sv="Under beredning eller utredning", en="In preparation or being looked into"
)
RESOLUTIONS: Final = Text(fi="Avoimet päätökset", sv="Öppna beslut", en="Open resolutions")
NONE: Final = Text(fi="Ei yhtään.", sv="Inga.", en="None.")
NO_GOALS: Final = Text(
    fi="Hyötytavoitteita ei ole kirjattu.",
    sv="Inga nyttomål har antecknats.",
    en="No benefit goals have been recorded.",
)
UNSERVED: Final = Text(
    fi="mikään hanke ei vielä edistä tätä", sv="inget projekt främjar detta ännu", en="no project serves this yet"
)
NO_EFFECT: Final = Text(fi="vaikutus arvioimatta", sv="verkan inte bedömd", en="effect not judged")
KEPT: Final = Text(fi="Versio {number}", sv="Version {number}", en="Version {number}")
FOOT: Final = Text(fi="{programme} · seurantaraportti {day}", sv="{programme} · uppföljningsrapport {day}",
                   en="{programme} · monitoring report {day}")  # fmt: skip

NAME: Final = Text(fi="Nimi", sv="Namn", en="Name")
KIND: Final = Text(fi="Laji", sv="Slag", en="Type")
STAGE: Final = Text(fi="Vaihe nyt", sv="Skede nu", en="Stage now")
UNIT: Final = Text(fi="Omistaja", sv="Ägare", en="Owner")
SERVES: Final = Text(fi="Tavoitteet", sv="Mål", en="Goals")
PERIOD: Final = Text(fi="Aika", sv="Tid", en="Time")
STARTS: Final = Text(fi="Alkaa", sv="Börjar", en="Starts")
ENDS: Final = Text(fi="Päättyy", sv="Slutar", en="Ends")
LEAD: Final = Text(fi="Kärkiprojekti", sv="Spetsprojekt", en="Lead project")
DESCRIPTION: Final = Text(fi="Kuvaus", sv="Beskrivning", en="Description")
NUMBER: Final = Text(fi="Nro", sv="Nr", en="No.")
GOAL: Final = Text(fi="Hyötytavoite", sv="Nyttomål", en="Benefit goal")
EFFECT: Final = Text(fi="Vaikutus", sv="Verkan", en="Effect")
INDICATOR: Final = Text(fi="Mittari", sv="Indikator", en="Indicator")
MEASURE_UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
BASELINE: Final = Text(fi="Lähtöarvo", sv="Utgångsvärde", en="Baseline")
TARGET: Final = Text(fi="Tavoite", sv="Målvärde", en="Target")
VALUE: Final = Text(fi="Arvo", sv="Värde", en="Value")
MEASURED: Final = Text(fi="Mitattu", sv="Mätt", en="Measured")
SOURCE: Final = Text(fi="Lähde", sv="Källa", en="Source")
DONE: Final = Text(fi="Tavoitteesta", sv="Av målet", en="Of the target")
TOLD: Final = Text(fi="Kuvaus", sv="Beskrivning", en="Narrative")
PART: Final = Text(fi="Osa", sv="Del", en="Part")
UNKNOWN: Final = Text(fi="ei tiedossa", sv="inte känt", en="not known")
USE: Final = Text(fi="Käyttö", sv="Användning", en="Use")
AMOUNT: Final = Text(fi="Määrä", sv="Belopp", en="Amount")
PRECISION: Final = Text(fi="Tarkkuus", sv="Precision", en="Qualifier")
ORIGIN: Final = Text(fi="Peruste", sv="Grund", en="Origin")
APPROPRIATION: Final = Text(fi="Määräraha", sv="Anslag", en="Appropriation")
YEAR: Final = Text(fi="Vuosi", sv="År", en="Year")
LEFT: Final = Text(fi="Jäljellä", sv="Kvar", en="Left")
LEFT_AFTER: Final = Text(fi="Jää: {state}", sv="Kvar: {state}", en="Left: {state}")
REST: Final = Text(fi="Loppuosa", sv="Återstoden", en="The rest")
REST_OF: Final = Text(fi="Loppuosa: {names}", sv="Återstoden: {names}", en="The rest: {names}")
TOTAL: Final = Text(fi="Yhteensä", sv="Totalt", en="Total")
PROJECT: Final = Text(fi="Hanke", sv="Projekt", en="Project")
PLANNED: Final = Text(fi="Suunniteltu", sv="Planerat", en="Planned")
USED: Final = Text(fi="Käytetty", sv="Använt", en="Used")
DAY: Final = Text(fi="Päivä", sv="Dag", en="Day")
WHAT: Final = Text(fi="Mitä", sv="Vad", en="What")
RESOLUTION: Final = Text(fi="Päätös", sv="Beslut", en="Resolution")
RESPONSIBLE: Final = Text(fi="Vastuu", sv="Ansvar", en="Responsible")
DUE: Final = Text(fi="Määräaika", sv="Tidsfrist", en="Due")
LIST: Final = Text(fi="Luettelo", sv="Lista", en="List")
SUMMARY: Final = Text(fi="Yhteenveto", sv="Sammanfattning", en="Summary")
UNDER_WAY: Final = Text(fi="käynnissä vuoden aikana", sv="pågick under året", en="under way in the year")
GOES_ON: Final = Text(fi="jatkuu", sv="fortsätter", en="continues")
IS_NEW: Final = Text(fi="uusi", sv="nytt", en="new")
PREPARED: Final = Text(fi="valmistelussa", sv="under beredning", en="in preparation")
NOT_TOLD: Final = Text(fi="ei tiedossa", sv="framgår inte", en="not told")
EURO: Final = Text.same("€")
PROJECTS_OF: Final = Text(
    fi="Hankkeet ja niiden vaikutus", sv="Projekt och deras verkan", en="Projects and their effect"
)
BREAKDOWN: Final = Text(fi="Luokitus", sv="Indelning", en="Breakdown")
