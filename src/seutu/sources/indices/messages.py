"""What is wrong with the files of an index, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

EMPTY: Final = Text(
    fi="Tiedostossa {file} ei ole yhtään riviä.",
    sv="Filen {file} har inga rader.",
    en="The file {file} has no rows.",
)
NO_HEADER: Final = Text(
    fi="Tiedostosta {file} puuttuu sarake {header}. Lisää se otsikkoriville.",
    sv="Filen {file} saknar kolumnen {header}. Lägg till den på rubrikraden.",
    en="The file {file} lacks the column {header}. Add it to the header row.",
)
NO_NUMBER: Final = Text(
    fi="Solussa ei ole lukua. Kirjoita luku tai jätä solu tyhjäksi, jos luku puuttuu.",
    sv="Cellen har inget tal. Skriv ett tal eller lämna cellen tom om talet saknas.",
    en="The cell holds no number. Write a number, or leave the cell blank where it is missing.",
)
NO_WHOLE: Final = Text(fi="Tähän kuuluu kokonaisluku.", sv="Här ska stå ett heltal.", en="A whole number belongs here.")
NO_TYPE: Final = Text(
    fi="Rivin laji (Type) on jokin näistä: {known}.",
    sv="Radens slag (Type) är något av dessa: {known}.",
    en="The type of a row is one of these: {known}.",
)
NOT_TOML: Final = Text(
    fi="Resepti {file} ei ole TOML-muotoinen: {reason}. Tarkista lainausmerkit ja hakasulkeet.",
    sv="Receptet {file} är inte TOML: {reason}. Kontrollera citattecken och hakparenteser.",
    en="The recipe {file} is not TOML: {reason}. Check the quotes and brackets.",
)
NO_SUCH_CODE: Final = Text(
    fi="Painoille annettua tunnusta {code} ei ole rakenteessa. Korjaa tunnus.",
    sv="Koden {code} bland vikterna finns inte i strukturen. Rätta koden.",
    en="The code {code} among the weights is not in the structure. Correct it.",
)
NEGATIVE_WEIGHT: Final = Text(
    fi="Painon on oltava nolla tai suurempi luku.",
    sv="Vikten ska vara noll eller ett större tal.",
    en="A weight is a number of zero or more.",
)
NO_REPLICATE: Final = Text(
    fi="Rivin toisto (rep) puuttuu tai on jo käytössä. Anna jokaiselle riville oma rep.",
    sv="Radens upprepning (rep) saknas eller används redan. Ge varje rad en egen rep.",
    en="The replicate (rep) of the row is missing or already used. Give each row a rep of its own.",
)
NO_FILE_HERE: Final = Text(
    fi="Vastaustiedosto {file} kuuluu vain menetelmiin budget_allocation ja ahp. Poista file tai vaihda menetelmää.",
    sv="Svarsfilen {file} hör bara till metoderna budget_allocation och ahp. Ta bort file eller byt metod.",
    en="A file of answers ({file}) belongs to the methods budget_allocation and ahp only. Remove file, or choose "
    "one of them.",
)
NO_STAKEHOLDER: Final = Text(
    fi="Riviltä puuttuu vastaaja (stakeholder). Anna vastaajan tunnus.",
    sv="Raden saknar svarande (stakeholder). Ange den svarandes beteckning.",
    en="The row has no stakeholder. Give one.",
)
NO_POINTS: Final = Text(
    fi="Pisteet ovat nolla tai sitä suurempi luku.",
    sv="Poängen är noll eller ett större tal.",
    en="Points are a number of zero or more.",
)
NO_RATIO: Final = Text(
    fi="Vertailu on nollaa suurempi luku tai murtoluku, esimerkiksi 3 tai 1/3.",
    sv="En jämförelse är ett tal över noll eller ett bråk, till exempel 3 eller 1/3.",
    en="A comparison is a number above zero or a fraction, for example 3 or 1/3.",
)
CODE_TWICE: Final = Text(
    fi="{name}: osalla {code} on pisteet kahdesti. Jätä yksi rivi.",
    sv="{name}: delen {code} har poäng två gånger. Behåll en rad.",
    en="{name}: the part {code} has points twice. Leave one row.",
)
