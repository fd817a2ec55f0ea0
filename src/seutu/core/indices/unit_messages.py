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
    fi="{unit}, {code}: {mean} keskiarvo tarvitsee nollaa suurempia lukuja, mutta luku on {figure}. Normalisoi "
    "välille, "
    "joka alkaa nollan yläpuolelta, esimerkiksi range = [1, 100].",
    sv="{unit}, {code}: det {mean} medelvärdet behöver tal över noll, men talet är {figure}. Normalisera till ett "
    "intervall som börjar över noll, till exempel range = [1, 100].",
    en="{unit}, {code}: the {mean} mean needs figures above zero, but this is {figure}. Normalise to a range that "
    "begins "
    "above zero, for example range = [1, 100].",
)
GEOMETRIC: Final = Text(fi="geometrinen", sv="geometriska", en="geometric")
HARMONIC: Final = Text(fi="harmoninen", sv="harmoniska", en="harmonic")
POWER: Final = Text(fi="potenssi-", sv="potens-", en="power")
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
