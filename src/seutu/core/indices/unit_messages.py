"""What is wrong with the figures of the units of an index, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_UNIT_CODE: Final = Text(
    fi="Rivillä ei ole yksikön tunnusta (uCode). Anna jokaiselle yksikölle oma tunnus.",
    sv="Raden saknar enhetens kod (uCode). Ge varje enhet en egen kod.",
    en="The row has no unit code (uCode). Give each unit a code of its own.",
)
UNIT_TWICE: Final = Text(
    fi="Yksikkö {code} on taulukossa {count} kertaa. Poista ylimääräinen rivi.",
    sv="Enheten {code} finns {count} gånger i tabellen. Ta bort den rad som är överflödig.",
    en="The unit {code} stands in the table {count} times. Remove the row that is too many.",
)
FEW_UNITS: Final = Text(
    fi="Yksiköitä on {count}. Indeksi tarvitsee vähintään {fewest} yksikköä.",
    sv="Enheterna är {count}. Ett index behöver minst {fewest} enheter.",
    en="The number of units is {count}. An index needs at least {fewest}.",
)
FEW_IN_ROUND: Final = Text(
    fi="Aikana {time} yksiköitä on {count}. Indeksi tarvitsee joka kerralla vähintään {fewest} yksikköä.",
    sv="Vid tiden {time} är enheterna {count}. Ett index behöver minst {fewest} enheter varje gång.",
    en="The number of units is {count} at the time {time}. An index needs at least {fewest} each time.",
)
NO_COLUMN: Final = Text(
    fi="Yksiköiden taulukosta puuttuu sarake {code}, jonka rakenne nimeää. Lisää sarake tai poista rivi rakenteesta.",
    sv="Tabellen över enheter saknar kolumnen {code}, som strukturen nämner. Lägg till kolumnen eller ta bort raden ur "
    "strukturen.",
    en="The table of units lacks the column {code}, which the structure names. Add the column, or remove the row "
    "from the "
    "structure.",
)
INFINITE: Final = Text(
    fi="{unit}, {code}: luku on ääretön. Anna luku tai jätä solu tyhjäksi.",
    sv="{unit}, {code}: talet är oändligt. Ange ett tal eller lämna cellen tom.",
    en="{unit}, {code}: the figure is infinite. Give a number, or leave the cell blank.",
)
ZERO_DENOMINATOR: Final = Text(
    fi="{unit}, {code}: nimittäjä {denominator} on nolla, joten lukua ei voi suhteuttaa. Korjaa nimittäjä tai jätä "
    "yksikön luku tyhjäksi.",
    sv="{unit}, {code}: nämnaren {denominator} är noll, så talet kan inte relateras till den. Rätta nämnaren eller "
    "lämna "
    "enhetens tal tomt.",
    en="{unit}, {code}: the denominator {denominator} is zero, so the figure cannot be divided. Correct the "
    "denominator, "
    "or leave the figure of the unit blank.",
)
MISSING: Final = Text(
    fi="{unit}, {code}: luku puuttuu, eikä resepti kerro, millä puuttuva täytetään ([impute]). Anna luku tai lisää "
    "reseptiin [impute] method.",
    sv="{unit}, {code}: talet saknas, och receptet säger inte hur det ska fyllas i ([impute]). Ange talet eller lägg "
    "till [impute] method i receptet.",
    en="{unit}, {code}: the figure is missing, and the recipe does not say how it is imputed ([impute]). Give the "
    "figure, "
    "or add [impute] method to the recipe.",
)
NOTHING_TO_IMPUTE: Final = Text(
    fi="{unit}, {code}: puuttuvaa lukua ei voi täyttää, koska {basis} yhtään lukua ei ole. Anna luku tai vaihda tapaa.",
    sv="{unit}, {code}: det saknade talet kan inte fyllas i, eftersom {basis} inte finns något tal. Ange talet eller "
    "byt "
    "metod.",
    en="{unit}, {code}: the missing figure cannot be imputed, because {basis} there is no figure. Give it, or choose "
    "another method.",
)
IN_COLUMN: Final = Text(fi="sarakkeessa", sv="det i kolumnen", en="in the column")
IN_GROUP: Final = Text(fi="ryhmässä {group}", sv="det i gruppen {group}", en="in the group {group}")
NO_GROUP: Final = Text(
    fi="{unit}: ryhmä {group} puuttuu, joten lukua {code} ei voi täyttää ryhmän luvuista. Anna yksikölle ryhmä.",
    sv="{unit}: gruppen {group} saknas, så talet {code} kan inte fyllas i efter gruppens tal. Ge enheten en grupp.",
    en="{unit}: the group {group} is missing, so {code} cannot be imputed from its group. Give the unit a group.",
)
NO_GROUP_COLUMN: Final = Text(
    fi="Resepti täyttää puuttuvat ryhmän {group} luvuista, mutta yksiköillä ei ole sellaista saraketta. Lisää se "
    "rakenteeseen (Type = Group) ja yksiköihin.",
    sv="Receptet fyller i saknade tal efter gruppen {group}, men enheterna har ingen sådan kolumn. Lägg till den i "
    "strukturen (Type = Group) och bland enheterna.",
    en="The recipe imputes from the group {group}, but the units have no such column. Add it to the structure (Type = "
    "Group) and to the units.",
)
CONSTANT: Final = Text(
    fi="Mittarilla {code} on kaikilla yksiköillä sama luku {figure}, joten se ei erota niitä eikä sitä voi "
    "normalisoida. Poista mittari.",
    sv="Indikatorn {code} har samma tal {figure} för alla enheter, så den skiljer dem inte åt och kan inte "
    "normaliseras. "
    "Ta bort indikatorn.",
    en="The indicator {code} has the same figure {figure} for every unit, so it tells none apart and cannot be "
    "normalised. "
    "Remove the indicator.",
)
NO_FIGURES: Final = Text(
    fi="Mittarilla {code} ei ole yhtään lukua. Anna luvut tai poista mittari.",
    sv="Indikatorn {code} har inga tal. Ange talen eller ta bort indikatorn.",
    en="The indicator {code} has no figures. Give them, or remove the indicator.",
)
NO_UNITS_LEFT: Final = Text(
    fi="Seulonnan jälkeen yksiköitä on {count}, ja indeksi tarvitsee vähintään {fewest}. Löysennä rajoja ([screen]).",
    sv="Efter sållningen är enheterna {count}, och ett index behöver minst {fewest}. Lätta på gränserna ([screen]).",
    en="After screening there are {count} units, and an index needs at least {fewest}. Loosen the limits ([screen]).",
)
NOT_POSITIVE: Final = Text(
    fi="{unit}, {code}: keskiarvo ({mean}) tarvitsee nollaa suurempia lukuja, mutta luku on {figure}. Normalisoi "
    "välille, joka alkaa nollan yläpuolelta, esimerkiksi range = [1, 100].",
    sv="{unit}, {code}: medelvärdet ({mean}) behöver tal över noll, men talet är {figure}. Normalisera till ett "
    "intervall som börjar över noll, till exempel range = [1, 100].",
    en="{unit}, {code}: the mean ({mean}) needs figures above zero, but this is {figure}. Normalise to a range that "
    "begins above zero, for example range = [1, 100].",
)
MIDDLE_NOT_POSITIVE: Final = Text(
    fi="{unit}, {code}: Mazziotta–Pareto-keskiarvo jakaa osien keskiarvolla, joka ei ole nollaa suurempi. Normalisoi "
    'tavalla method = "mpi" tai välille, joka alkaa nollan yläpuolelta.',
    sv="{unit}, {code}: Mazziotta–Paretos medelvärde dividerar med delarnas medelvärde, som inte är större än noll. "
    'Normalisera med method = "mpi" eller till ett intervall som börjar över noll.',
    en="{unit}, {code}: the Mazziotta–Pareto mean divides by the mean of the parts, which is not above zero. "
    'Normalise by method = "mpi", or to a range that begins above zero.',
)
BEYOND_MEAN: Final = Text(
    fi="{unit}, {code}: keskiarvoa ({mean}) ei voi laskea, koska välitulos on liian suuri tai pieni. Pienennä "
    "potenssia (power) tai normalisoi välille, joka alkaa nollan yläpuolelta.",
    sv="{unit}, {code}: medelvärdet ({mean}) kan inte räknas, eftersom ett mellanresultat är för stort eller för "
    "litet. Minska potensen (power) eller normalisera till ett intervall som börjar över noll.",
    en="{unit}, {code}: the mean ({mean}) cannot be worked out, because a figure on the way is too great or too small. "
    "Lower the power, or normalise to a range that begins above zero.",
)
NO_SCORES: Final = Text(
    fi="Yksikään yksikkö ei saa indeksin pisteitä, koska osia puuttuu liikaa. Täytä puuttuvat luvut ([impute]) tai "
    "pienennä osuutta min_available.",
    sv="Ingen enhet får indexets poäng, eftersom för många delar saknas. Fyll i de saknade talen ([impute]) eller "
    "minska andelen min_available.",
    en="No unit gets a score of the index, because too many parts are missing. Impute the missing figures ([impute]), "
    "or lower the share min_available.",
)
NOT_WORKED_OUT: Final = Text(
    fi="{unit}, {code}: {step} ei anna lukua, jolla voi laskea. Tarkista luku ja reseptin kohta [{key}].",
    sv="{unit}, {code}: {step} ger inget tal att räkna vidare med. Kontrollera talet och receptets del [{key}].",
    en="{unit}, {code}: {step} gives no figure to go on with. Check the figure and the table [{key}] of the recipe.",
)
DENOMINATOR_MISSING: Final = Text(
    fi="{unit}, {code}: nimittäjä {denominator} puuttuu, eikä resepti kerro, millä suhteutettu luku täytetään. Anna "
    "nimittäjä tai lisää reseptiin [impute] jakamisen jälkeen.",
    sv="{unit}, {code}: nämnaren {denominator} saknas, och receptet säger inte hur det relaterade talet ska fyllas i. "
    "Ange nämnaren eller lägg till [impute] efter divisionen i receptet.",
    en="{unit}, {code}: the denominator {denominator} is missing, and the recipe does not say how the divided figure "
    "is imputed. Give the denominator, or add [impute] after the division to the recipe.",
)
BEYOND: Final = Text(
    fi="{unit}, {code}: luku {figure} on niin suuri tai pieni, ettei sillä voi laskea tarkasti. Tarkista luku ja sen "
    "yksikkö.",
    sv="{unit}, {code}: talet {figure} är så stort eller litet att det inte går att räkna noggrant med det. "
    "Kontrollera talet och dess enhet.",
    en="{unit}, {code}: the figure {figure} is so great or so small that it cannot be worked with exactly. Check it "
    "and its unit.",
)
CONSTANT_FORCED: Final = Text(
    fi="Mittarilla {code} on kaikilla yksiköillä sama luku, joten siitä ei voi ottaa logaritmia. Poista force tai "
    "mittari.",
    sv="Indikatorn {code} har samma tal för alla enheter, så logaritmen kan inte tas. Ta bort force eller indikatorn.",
    en="The indicator {code} has the same figure for every unit, so no logarithm can be taken of it. Remove force, or "
    "the indicator.",
)
CONSTANT_TREATED: Final = Text(
    fi="Mittarin {code} poikkeavien arvojen käsittely jättää kaikille yksiköille saman luvun. Pienennä winmax tai "
    "jätä mittari käsittelemättä (skip).",
    sv="Behandlingen av avvikande värden lämnar samma tal för alla enheter i indikatorn {code}. Minska winmax eller "
    "behandla inte indikatorn (skip).",
    en="The treatment of outliers leaves the same figure for every unit of the indicator {code}. Lower winmax, or "
    "skip the indicator.",
)
NO_ROUND: Final = Text(
    fi="{unit}: riviltä puuttuu aika (Time), vaikka muilla riveillä se on. Anna aika.",
    sv="{unit}: raden saknar tid (Time) fast andra rader har en. Ange tiden.",
    en="{unit}: the row has no time (Time), though other rows have one. Give the time.",
)
NO_ROUNDS: Final = Text(
    fi="Resepti täyttää puuttuvia lukuja ajan yli (over_time), mutta yksiköillä on vain yksi aika. Anna sarake Time.",
    sv="Receptet fyller i saknade tal över tid (over_time), men enheterna har bara en tid. Ge kolumnen Time.",
    en="The recipe imputes over time (over_time), but the units have one time only. Give the column Time.",
)
NO_TIME: Final = Text(
    fi="Aika {time} ei ole luku, joten aikoja ei voi panna järjestykseen. Anna vuosi, esimerkiksi 2024.",
    sv="Tiden {time} är inget tal, så tiderna kan inte ordnas. Ange ett år, till exempel 2024.",
    en="The time {time} is no number, so the times cannot be put in order. Give a year, for example 2024.",
)
