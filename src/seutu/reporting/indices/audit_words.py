"""Words of the audit of an index. Not for deciding what is said."""

from typing import Final

from seutu.core.text import Text

KICKER: Final = Text(fi="Indeksin auditointi", sv="Granskning av index", en="Audit of an index")
FOOT: Final = Text(fi="Auditointi: {index}", sv="Granskning: {index}", en="Audit: {index}")
SUBTITLE: Final = Text(
    fi="{units} yksikköä, {indicators} mittaria, {levels} tasoa",
    sv="{units} enheter, {indicators} indikatorer, {levels} nivåer",
    en="{units} units, {indicators} indicators, {levels} levels",
)
LEAD: Final = Text(
    fi="Kärjessä on {first}. Lukuja täytettiin {imputed} ja poikkeavia lukuja siirrettiin {points}.",
    sv="Främst är {first}. {imputed} tal fylldes i och {points} avvikande tal flyttades.",
    en="{first} comes first. {imputed} figures were imputed and {points} outlying figures moved.",
)
LEAD_SURE: Final = Text(
    fi="Kun valintoja vaihdellaan, sen sija on 90 prosentissa toistoista {places}.",
    sv="När valen varieras är dess plats {places} i 90 procent av upprepningarna.",
    en="When the choices vary, its rank is {places} in 90 per cent of the replicates.",
)
STEPS: Final = (
    Text(fi="1. Mitä mitataan", sv="1. Vad som mäts", en="1. What is measured"),
    Text(fi="2. Aineisto", sv="2. Materialet", en="2. The data"),
    Text(
        fi="3. Puuttuvat ja poikkeavat luvut", sv="3. Saknade och avvikande tal", en="3. Missing and outlying figures"
    ),
    Text(fi="4. Kuuluvatko mittarit yhteen", sv="4. Hör indikatorerna ihop", en="4. Do the indicators belong together"),
    Text(fi="5. Normalisointi", sv="5. Normalisering", en="5. Normalisation"),
    Text(fi="6. Painot ja koosteet", sv="6. Vikter och aggregat", en="6. Weights and aggregation"),
    Text(fi="7. Kuinka varmoja sijat ovat", sv="7. Hur säkra platserna är", en="7. How sure the ranks are"),
    Text(fi="8. Mistä sijat tulevat", sv="8. Varifrån platserna kommer", en="8. Where the ranks come from"),
    Text(fi="9. Yhteys muihin lukuihin", sv="9. Samband med andra tal", en="9. Links to other figures"),
    Text(fi="10. Tulokset", sv="10. Resultat", en="10. Results"),
)
CODE: Final = Text(fi="Tunnus", sv="Kod", en="Code")
NAME: Final = Text(fi="Nimi", sv="Namn", en="Name")
LEVEL: Final = Text(fi="Taso", sv="Nivå", en="Level")
PARENT: Final = Text(fi="Kooste", sv="Aggregat", en="Aggregate")
DIRECTION: Final = Text(fi="Suunta", sv="Riktning", en="Direction")
MORE: Final = Text(fi="enemmän on parempi", sv="mer är bättre", en="more is better")
LESS: Final = Text(fi="vähemmän on parempi", sv="mindre är bättre", en="less is better")
SHARE: Final = Text(fi="Osuus indeksistä", sv="Andel av indexet", en="Share of the index")
WEIGHT: Final = Text(fi="Paino", sv="Vikt", en="Weight")
AVAILABLE: Final = Text(fi="Lukuja", sv="Tal", en="Figures")
MISSING: Final = Text(fi="Puuttuu", sv="Saknas", en="Missing")
ZEROS: Final = Text(fi="Nollia", sv="Nollor", en="Zeros")
LOWEST: Final = Text(fi="Pienin", sv="Lägst", en="Lowest")
MEDIAN: Final = Text(fi="Mediaani", sv="Median", en="Median")
HIGHEST: Final = Text(fi="Suurin", sv="Högst", en="Highest")
SKEW: Final = Text(fi="Vinous", sv="Skevhet", en="Skewness")
KURT: Final = Text(fi="Huipukkuus", sv="Toppighet", en="Kurtosis")
UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
FIGURE: Final = Text(fi="Täytetty luku", sv="Ifyllt tal", en="Imputed figure")
STEP: Final = Text(fi="Mitä tehtiin", sv="Vad som gjordes", en="What was done")
POINTS: Final = Text(fi="Yksiköt", sv="Enheter", en="Units")
WINSORISED: Final = Text(
    fi="siirretty lähimpään lukuun", sv="flyttade till närmaste tal", en="moved to the nearest figure"
)
TRANSFORMED: Final = Text(
    fi="muunnettu (logaritmi tai juuri)",
    sv="transformerad (logaritm eller rot)",
    en="transformed (logarithm or root)",
)
BEYOND: Final = Text(
    fi="Vaihteluvälin ulkopuolelle jäi {count} poikkeavaa lukua, jotka leikattiin välin päähän:",
    sv="{count} avvikande tal låg utanför intervallet och skars av vid dess ände:",
    en="{count} outlying figures lay beyond the range and were cut to its end:",
)
ALL_UNITS: Final = Text(fi="kaikki", sv="alla", en="all")
BEFORE_AFTER: Final = Text(fi="Vinous ennen ja jälkeen", sv="Skevhet före och efter", en="Skewness before and after")
ALPHA: Final = Text(fi="Cronbachin alfa", sv="Cronbachs alfa", en="Cronbach's alpha")
PARTS: Final = Text(fi="Osia", sv="Delar", en="Parts")
CORRELATION: Final = Text(fi="Korrelaatio", sv="Korrelation", en="Correlation")
METHOD: Final = Text(fi="Menetelmä", sv="Metod", en="Method")
MEAN: Final = Text(fi="Keskiarvo", sv="Medelvärde", en="Mean")
RANK: Final = Text(fi="Sija", sv="Plats", en="Rank")
SCORE: Final = Text(fi="Pisteet", sv="Poäng", en="Score")
INTERVAL: Final = Text(
    fi="Sija 90 prosentissa toistoista", sv="Plats i 90 % av upprepningarna", en="Rank in 90% of replicates"
)
TOP_TEN: Final = Text(
    fi="Osuus toistoista kymmenen parhaan joukossa", sv="Andel bland de tio bästa", en="Share among the first ten"
)
FACTOR: Final = Text(fi="Valinta", sv="Val", en="Choice")
FIRST_ORDER: Final = Text(fi="Yksin", sv="Ensam", en="Alone")
TOTAL_ORDER: Final = Text(fi="Muiden kanssa", sv="Med de andra", en="With the others")
MEAN_SHIFT: Final = Text(fi="Sijat muuttuvat keskimäärin", sv="Platserna ändras i snitt", en="Mean change of rank")
GREATEST: Final = Text(fi="Eniten", sv="Mest", en="Greatest")
BEST: Final = Text(fi="Paras osa (sija)", sv="Bästa delen (plats)", en="Best part (rank)")
WORST: Final = Text(fi="Heikoin osa (sija)", sv="Svagaste delen (plats)", en="Weakest part (rank)")
OTHER: Final = Text(fi="Muu luku", sv="Annat tal", en="Other figure")
FRAMEWORK: Final = Text(
    fi="Rakenne ylhäältä alas. Osuus kertoo, kuinka suuren osan indeksistä rivi tekee painojen mukaan.",
    sv="Strukturen uppifrån ned. Andelen visar hur stor del av indexet raden utgör enligt vikterna.",
    en="The structure from the top down. The share tells how much of the index a row makes by the weights.",
)
NOTHING_MISSING: Final = Text(fi="Yhtään lukua ei täytetty.", sv="Inga tal fylldes i.", en="No figure was imputed.")
IMPUTED_BY: Final = Text(
    fi="Puuttuvat luvut täytettiin menetelmällä {method}. Täytettyjä lukuja on {count}.",
    sv="Saknade tal fylldes i med metoden {method}. Ifyllda tal: {count}.",
    en="Missing figures were imputed by {method}. Imputed figures: {count}.",
)
NOTHING_TREATED: Final = Text(
    fi="Yhtään lukua ei pidetty poikkeavana.",
    sv="Inga tal ansågs avvikande.",
    en="No figure was held to be an outlier.",
)
TREATED_BY: Final = Text(
    fi="Mittari käsitellään, kun vinouden itseisarvo on vähintään {skew} ja huipukkuus vähintään {kurt}; enintään "
    "{winmax} lukua siirretään.",
    sv="En indikator behandlas när skevhetens absolutbelopp är minst {skew} och toppigheten minst {kurt}; högst "
    "{winmax} tal flyttas.",
    en="An indicator is treated where the size of skewness is at least {skew} and kurtosis at least {kurt}; at most "
    "{winmax} figures "
    "are moved.",
)
LEFT_OUT: Final = Text(
    fi="Seulonnassa jäivät pois: {units}.", sv="Vid sållningen föll bort: {units}.", en="Screening left out: {units}."
)
COHERENT: Final = Text(
    fi="Jokainen osa kulkee koosteensa mukana (korrelaatio 0,3–0,92).",
    sv="Varje del följer sitt aggregat (korrelation 0,3–0,92).",
    en="Every part goes with its aggregate (correlation 0.3–0.92).",
)
INCOHERENT: Final = Text(
    fi="Nämä osat eivät kulje koosteensa mukana (korrelaatio alle 0,3) tai toistavat sen (yli 0,92). Mieti, "
    "kuuluvatko ne "
    "samaan koosteeseen.",
    sv="Dessa delar följer inte sitt aggregat (korrelation under 0,3) eller upprepar det (över 0,92). Fundera på om "
    "de hör "
    "till samma aggregat.",
    en="These parts do not go with their aggregate (correlation under 0.3) or repeat it (over 0.92). Consider "
    "whether they "
    "belong to it.",
)
SHARED: Final = Text(
    fi="Mitä koosteen osilla on yhteistä: KMO alle 0,5 on liian matala. Bartlettin testissä pieni p kertoo, että osat "
    "korreloivat. Komponentteja on niin monta kuin niistä ylittää sattuman; yksi riittää, jos osat mittaavat samaa.",
    sv="Vad delarna av ett aggregat har gemensamt: KMO under 0,5 är för lågt. Ett litet p i Bartletts test visar att "
    "delarna korrelerar. Komponenterna är de som överstiger slumpen; en räcker om delarna mäter samma sak.",
    en="What the parts of an aggregate share: a KMO under 0.5 is too low. A small p of Bartlett's test tells that the "
    "parts correlate. Components are those above chance; there is one where the parts measure one thing.",
)
KMO: Final = Text.same("KMO")
BARTLETT: Final = Text(fi="Bartlettin χ²", sv="Bartletts χ²", en="Bartlett's χ²")
P_VALUE: Final = Text.same("p")
COMPONENTS: Final = Text(fi="Komponentteja", sv="Komponenter", en="Components")
EXPLAINED: Final = Text(fi="Ensimmäisen osuus", sv="Den förstas andel", en="Share of the first")
SCALED_BY: Final = Text(
    fi="Mittarit normalisoitiin menetelmällä {method}{range}.",
    sv="Indikatorerna normaliserades med metoden {method}{range}.",
    en="The indicators were normalised by {method}{range}.",
)
WEIGHED_BY: Final = Text(
    fi="Painot: {method}.",
    sv="Vikter: {method}.",
    en="Weights: {method}.",
)
FACT: Final = Text(fi="Tieto painosta", sv="Uppgift om vikten", en="What is told of the weight")
NUMBER: Final = Text(fi="Luku", sv="Tal", en="Figure")
NO_CHOICES: Final = Text(
    fi="Sijojen varmuutta ei voi kertoa, koska valintoja ei ole kokeiltu: reseptissä ei ole epävarmoja valintoja, eikä "
    "tavallisia kokeilla lasketuilla painoilla. Lisää reseptiin [[uncertainty.choice]].",
    sv="Platsernas säkerhet kan inte anges, för inga val har prövats: receptet har inga osäkra val, och de vanliga "
    "prövas inte med uträknade vikter. Lägg till [[uncertainty.choice]] i receptet.",
    en="How sure the ranks are cannot be told, for no choices were tried: the recipe has no uncertain ones, and the "
    "usual ones are not tried with weights that are worked out. Add [[uncertainty.choice]] to the recipe.",
)
REST: Final = Text(
    fi="Loput {count} riviä eivät ole tässä asiakirjassa.",
    sv="De övriga {count} raderna finns inte i det här dokumentet.",
    en="The other {count} rows are not in this document.",
)
VARIED_ALL: Final = Text(
    fi="Reseptin epävarmoja valintoja vaihdeltiin {replicates} toistossa.",
    sv="Receptets osäkra val varierades i {replicates} upprepningar.",
    en="The uncertain choices of the recipe were varied in {replicates} replicates.",
)
VARIED: Final = Text(
    fi="Valintoja {choices} vaihdeltiin {replicates} toistossa.",
    sv="Valen {choices} varierades i {replicates} upprepningar.",
    en="The choices {choices} were varied in {replicates} replicates.",
)
TIED: Final = Text(
    fi="Sijojen vaihtelu menee päällekkäin, eikä näiden keskinäistä järjestystä voi erottaa:",
    sv="Platserna varierar över varandra, så ordningen mellan dessa kan inte avgöras:",
    en="Their ranks overlap, and the order of these cannot be told apart:",
)
SENSITIVE: Final = Text(
    fi="Eniten sijoihin vaikuttaa valinta {factor}.",
    sv="Mest påverkas platserna av valet {factor}.",
    en="The choice {factor} moves the ranks most.",
)
INFLUENCE: Final = Text(
    fi="Mitä tapahtuu, kun yksi mittari jätetään pois",
    sv="Vad som händer när en indikator utelämnas",
    en="What happens when one indicator is left out",
)
NO_KIN: Final = Text(
    fi="Rakenteessa ei ole muita lukuja (nimittäjiä), joihin indeksiä voisi verrata.",
    sv="Strukturen har inga andra tal (nämnare) att jämföra indexet med.",
    en="The structure has no other figures (denominators) to compare the index with.",
)
KIN: Final = Text(
    fi="Suuri korrelaatio nimittäjän kanssa kertoo, että indeksi mittaa kokoa.",
    sv="En stor korrelation med en nämnare tyder på att indexet mäter storlek.",
    en="A great correlation with a denominator tells that the index measures size.",
)
MORE_ROWS: Final = Text(
    fi="Loput {count} riviä ovat tiedostossa {file}.",
    sv="De övriga {count} raderna finns i filen {file}.",
    en="The other {count} rows are in the file {file}.",
)
