"""The words of a project on one page, in the three languages.

Not for the project's own texts.
"""

from typing import Final

from seutu.core.text import Text

PAGE: Final = Text(fi="Hanke yhdellä sivulla", sv="Projektet på en sida", en="The project on one page")
MONEY: Final = Text(fi="Kustannukset ja rahoitus", sv="Kostnader och finansiering", en="Costs and funding")
PARTNERS: Final = Text(fi="Toteuttajat", sv="Genomförare", en="Partners")
SCHEDULE: Final = Text(
    fi="Työpaketit neljännesvuosittain", sv="Arbetspaketen per kvartal", en="Work packages by quarter"
)
PACKAGE: Final = Text(fi="Työpaketti", sv="Arbetspaket", en="Work package")
DAYS: Final = Text(fi="Aika", sv="Tid", en="Days")
RESULTS: Final = Text(fi="Tulokset", sv="Resultat", en="Results")
CONTACT: Final = Text(fi="Yhteyshenkilö", sv="Kontaktperson", en="Contact")
NO_GOAL: Final = Text(
    fi="Hankkeen tavoitetta ei ole vielä kirjattu.",
    sv="Projektets mål har ännu inte skrivits in.",
    en="The goal of the project has not been written yet.",
)
NO_PARTNERS: Final = Text(
    fi="Toteuttajia ei ole vielä nimetty.", sv="Inga genomförare har nämnts ännu.", en="No partners are named yet."
)
NO_SCHEDULE: Final = Text(
    fi="Työpaketeilla ei ole vielä aikataulua.",
    sv="Arbetspaketen har ännu ingen tidsplan.",
    en="The work packages have no schedule yet.",
)
TOO_LONG: Final = Text(
    fi="Työpakettien päivät ovat niin kaukana toisistaan ({first}–{last}), ettei aikataulua voi piirtää. Tarkista "
    "vuodet.",
    sv="Arbetspaketens dagar ligger så långt från varandra ({first}–{last}) att tidsplanen inte kan ritas. "
    "Kontrollera årtalen.",
    en="The days of the work packages lie so far apart ({first}–{last}) that no schedule can be drawn. Check the "
    "years.",
)
NO_RESULTS: Final = Text(
    fi="Tuloksia ei ole vielä kirjattu.", sv="Inga resultat har skrivits in ännu.", en="No results are written yet."
)
NO_CONTACT: Final = Text(
    fi="Yhteyshenkilön roolia ei ole kirjattu.",
    sv="Kontaktpersonens roll har inte skrivits in.",
    en="The role of the contact person is not written.",
)
COMPUTED: Final = Text(fi="laskettu riveistä", sv="beräknat av raderna", en="computed from the rows")
# Pairs: what is said of one, and of many.
AND_MORE: Final = (
    Text(fi="ja {count} muu", sv="och {count} till", en="and {count} more"),
    Text(fi="ja {count} muuta", sv="och {count} till", en="and {count} more"),
)
