"""The fixed words of the printed documents of a plan, in the three languages.

Not for the words of the plan itself (``core.funding``), or for the chapters of an application (``chapters``).
"""

from typing import Final

from seutu.core.figures.relations import Status
from seutu.core.text import Text

BUDGET: Final = Text(
    fi="Kustannusarvio ja rahoitussuunnitelma",
    sv="Kostnadskalkyl och finansieringsplan",
    en="Budget and funding plan",
)
FACT: Final = Text(fi="Tieto", sv="Uppgift", en="Fact")
NOT_YET: Final = Text(fi="Ei vielä täytetty.", sv="Inte ifyllt ännu.", en="Not filled in yet.")
SUMMARY: Final = Text(fi="Tiivistelmä", sv="Sammandrag", en="Summary")
PROJECT: Final = Text(fi="Hanke", sv="Projekt", en="Project")
DAY: Final = Text(fi="Tulostettu", sv="Utskriven", en="Printed")
BASICS: Final = Text(fi="Perustiedot", sv="Grunduppgifter", en="Basics")
IN_SHORT: Final = Text(fi="Lyhyesti", sv="I korthet", en="In short")
CHECK: Final = Text(fi="Tarkistus", sv="Kontroll", en="Check")
UNNAMED: Final = Text(fi="Nimetön hanke", sv="Projekt utan namn", en="Untitled project")
MADE: Final = Text(fi="Seutu · {document} {day}", sv="Seutu · {document} {day}", en="Seutu · {document} {day}")
COSTS_ARE: Final = Text(
    fi="Kustannukset ovat yhteensä {total}.", sv="Kostnaderna är totalt {total}.", en="The costs are {total} in total."
)
FUNDING_IS: Final = Text(
    fi="Rahoitus on yhteensä {total}.", sv="Finansieringen är totalt {total}.", en="The funding is {total} in total."
)
NO_MONEY: Final = Text(
    fi="Suunnitelmassa ei ole vielä kustannuksia eikä rahoitusta.",
    sv="Planen har ännu varken kostnader eller finansiering.",
    en="The plan has neither costs nor funding yet.",
)
COMPUTED: Final = Text(fi="{total} (laskettu)", sv="{total} (beräknat)", en="{total} (computed)")
CHECKED: Final = Text(
    fi="Laskelmista täsmää {holds}, pyöristettynä {rounded}, ei täsmää {fails}, ei voi tarkistaa {unknown}.",
    sv="Av beräkningarna stämmer {holds}, avrundat {rounded}, stämmer inte {fails}, kan inte kontrolleras {unknown}.",
    en="Of the calculations {holds} hold, {rounded} hold when rounded, {fails} fail, {unknown} cannot be checked.",
)
SIGNS: Final = Text(
    fi="Viiva – tarkoittaa, että tietoa ei ole suunnitelmassa. Tyhjä solu on jätetty suunnitelmassa tyhjäksi.",
    sv="Strecket – betyder att uppgiften inte finns i planen. En tom cell har lämnats tom i planen.",
    en="A dash – means that the plan has no such figure. An empty cell is left blank in the plan.",
)
SIGN: Final = Text(fi="Merkit", sv="Tecken", en="Signs")
PROOFS: Final = Text(fi="Laskelmat", sv="Beräkningar", en="Calculations")
WHAT: Final = Text(fi="Mikä", sv="Vad", en="What")
EQUATION: Final = Text(fi="Laskutoimitus", sv="Uträkning", en="Equation")
VERDICT: Final = Text(fi="Tulos", sv="Resultat", en="Verdict")
MESSAGE: Final = Text(fi="Selitys", sv="Förklaring", en="Explanation")
RULES: Final = Text(fi="Säännöt", sv="Regler", en="Rules")
RULE: Final = Text(fi="Sääntö", sv="Regel", en="Rule")
VALUE: Final = Text(fi="Arvo", sv="Värde", en="Value")
SINCE: Final = Text(fi="Voimassa", sv="I kraft", en="In force")
SOURCE: Final = Text(fi="Lähde", sv="Källa", en="Source")
CONFIDENCE: Final = Text(fi="Varmuus", sv="Säkerhet", en="Confidence")
FROM_ON: Final = Text(fi="{since} alkaen", sv="från {since}", en="from {since}")
ASSUMED: Final = Text(
    fi="Suunnitelmaan ei ole merkitty säädösperustaa. Säännöt on valittu kustannusmallin mukaan oletuksena.",
    sv="Planen anger ingen rättslig grund. Reglerna har valts enligt kostnadsmodellen som ett antagande.",
    en="The plan prints no legal basis. The rules are chosen by the cost model as an assumption.",
)
VERDICTS: Final = {
    Status.HOLDS: Text(fi="täsmää", sv="stämmer", en="holds"),
    Status.HOLDS_ROUNDED: Text(fi="täsmää pyöristettynä", sv="stämmer avrundat", en="holds when rounded"),
    Status.FAILS: Text(fi="ei täsmää", sv="stämmer inte", en="fails"),
    Status.NOT_CHECKABLE: Text(fi="ei voi tarkistaa", sv="kan inte kontrolleras", en="cannot be checked"),
}
