"""Words of the remarks of an audit: what a careful reader is told beside the tables. Not for deciding what is said."""

from typing import Final

from seutu.core.text import Text

PURPOSE: Final = Text(
    fi="Tiedostoista ei näe, mitä ilmiötä indeksi kuvaa, kenelle se on tehty eikä miksi juuri nämä mittarit valittiin. "
    "Kirjoita ne näkyviin ja pyydä alan asiantuntijoilta arvio ennen kuin julkaiset sijat.",
    sv="Av filerna framgår inte vilket fenomen indexet beskriver, för vem det är gjort eller varför just dessa "
    "indikatorer valdes. Skriv ut det och be sakkunniga om en bedömning innan platserna publiceras.",
    en="The files do not tell what phenomenon the index describes, for whom it is made or why these indicators were "
    "chosen. Write it down, and ask experts of the field to judge it before the ranks are published.",
)
COMPLETE: Final = Text(
    fi="Luvuista puuttuu {missing}. Jokaisella mittarilla ja yksiköllä on luvuista vähintään 65 %.",
    sv="Av talen saknas {missing}. Varje indikator och enhet har minst 65 % av talen.",
    en="Of the figures {missing} are missing. Every indicator and unit has at least 65% of them.",
)
INCOMPLETE: Final = Text(
    fi="Luvuista puuttuu {missing}. Alle 65 % luvuista on näillä: {thin}. Niiden tulokset ovat täyttämisen varassa.",
    sv="Av talen saknas {missing}. Mindre än 65 % av talen har: {thin}. Deras resultat vilar på hur talen fylls i.",
    en="Of the figures {missing} are missing. Fewer than 65% of theirs have: {thin}. Their results rest on how gaps "
    "are filled.",
)
FEW_VALUED: Final = Text(
    fi="Näillä mittareilla on enintään viisi eri lukua: {codes}. Ne eivät erottele yksiköitä, ja vinous ja korrelaatio "
    "kertovat niistä vähän.",
    sv="Dessa indikatorer har högst fem olika tal: {codes}. De skiljer knappt enheterna åt, och skevhet och "
    "korrelation säger lite om dem.",
    en="These indicators have at most five different figures: {codes}. They hardly tell units apart, and skewness and "
    "correlation say little of them.",
)
CHANCE: Final = Text(
    fi="Yksiköitä on {units}: korrelaatio, joka on lähempänä nollaa kuin ±{least}, voi olla sattumaa (5 %:n riski).",
    sv="Enheterna är {units}: en korrelation närmare noll än ±{least} kan vara slump (5 % risk).",
    en="There are {units} units: a correlation nearer to zero than ±{least} may be chance (at 5%).",
)
FEW_UNITS: Final = Text(
    fi="Näissä koosteissa on alle viisi yksikköä osaa kohti, joten KMO, komponentit ja alfa ovat epävarmoja: {codes}.",
    sv="I dessa aggregat finns färre än fem enheter per del, så KMO, komponenter och alfa är osäkra: {codes}.",
    en="In these aggregates there are fewer than five units for each part, so KMO, components and alpha are unsure: "
    "{codes}.",
)
PAIRS: Final = Text(
    fi="Saman koosteen mittareista nämä toistavat toisensa (korrelaatio yli 0,92) tai vetävät eri suuntiin (alle "
    "−0,4): {pairs}. Toistava pari painaa kahdesti; eri suuntiin vetävät kumoavat toisensa.",
    sv="Av indikatorerna i samma aggregat upprepar dessa varandra (korrelation över 0,92) eller drar åt olika håll "
    "(under −0,4): {pairs}. Ett par som upprepar sig väger dubbelt; de som drar åt olika håll tar ut varandra.",
    en="Of the indicators of one aggregate these repeat each other (correlation over 0.92) or pull apart (under −0.4): "
    "{pairs}. A pair that repeats itself weighs twice; those that pull apart cancel each other out.",
)
ALPHA: Final = Text(
    fi="Alfa kertoo, kuinka samaa koosteen osat mittaavat: 0,7:ää pidetään usein riittävänä. Pieni alfa ei ole virhe, "
    "jos osien on tarkoituskin mitata eri asioita; alle nollan alfa kertoo osista, jotka kulkevat eri suuntiin.",
    sv="Alfa säger hur mycket delarna mäter samma sak: 0,7 anses ofta räcka. Ett litet alfa är inget fel om delarna "
    "ska mäta olika saker; ett alfa under noll visar delar som går åt olika håll.",
    en="Alpha tells how far the parts measure one thing: 0.7 is often held to be enough. A small alpha is no fault "
    "where the parts are meant to measure different things; one under zero tells of parts that go different ways.",
)
HOLD: Final = Text(
    fi="Paino ei ole vaikutus: korrelaatio indeksin kanssa kertoo, kuinka paljon osa todella määrää järjestystä. Jos "
    "samanpainoisten osien korrelaatiot eroavat paljon, harkitse tasapainotettuja painoja.",
    sv="Vikt är inte inflytande: korrelationen med indexet visar hur mycket en del verkligen bestämmer ordningen. "
    "Skiljer sig korrelationerna mycket mellan delar av samma vikt, överväg balanserade vikter.",
    en="A weight is not influence: the correlation with the index tells how much a part really settles the order. "
    "Where parts of one weight differ much in it, consider balanced weights.",
)
WITH_INDEX: Final = Text(fi="Korrelaatio indeksiin", sv="Korrelation med indexet", en="Correlation with the index")
SPREAD: Final = Text(
    fi="Sijan 90 prosentin väli on tavallisesti {median} sijaa leveä (mediaani), levein {widest} sijaa ({unit}). Se "
    "kertoo valintojen vaihtelusta. Otannan ja mittauksen virhettä siinä ei ole.",
    sv="Platsens 90-procentsintervall är vanligen {median} platser brett (median), det bredaste {widest} platser "
    "({unit}). Det visar hur valen varierar. Urvals- och mätfel ingår inte.",
    en="The 90% interval of a rank is usually {median} places wide (median), the widest {widest} places ({unit}). It "
    "tells of how choices vary. Errors of sampling and measurement are not in it.",
)
OUTSIDE: Final = Text(
    fi="Vertaa indeksiä myös lukuihin, jotka eivät ole siinä mutta joiden pitäisi kulkea sen mukana, ja kerro myös "
    "yhteydet, joita ei löytynyt. Korrelaatio ei kerro syystä.",
    sv="Jämför indexet också med tal som inte ingår i det men borde följa det, och berätta även om samband som inte "
    "fanns. En korrelation visar ingen orsak.",
    en="Compare the index also with figures that are not in it but ought to go with it, and tell of the links that "
    "were not found too. A correlation tells no cause.",
)
SHOWN_WITH: Final = Text(
    fi="Kun julkaiset sijat, julkaise välit niiden vieressä. Lähellä toisiaan olevien yksiköiden järjestys voi "
    "vaihtua, kun valintoja muutetaan.",
    sv="När du publicerar platserna, publicera intervallen bredvid. Ordningen mellan enheter nära varandra kan bytas "
    "när valen ändras.",
    en="Where you publish the ranks, publish the intervals beside them. The order of units near each other may turn "
    "when choices change.",
)
