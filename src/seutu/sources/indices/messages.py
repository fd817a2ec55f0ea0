"""What is wrong with the files of an index, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

EMPTY: Final = Text(
    fi="Tiedostossa ei ole yhtään riviä otsikoiden alla. Lisää rivit.",
    sv="Filen har inga rader under rubrikerna. Lägg till rader.",
    en="The file has no rows under its headers. Add them.",
)
NO_HEADER: Final = Text(
    fi="Tiedostosta puuttuu sarake {header}. Lisää se otsikkoriville.",
    sv="Filen saknar kolumnen {header}. Lägg till den på rubrikraden.",
    en="The file lacks the column {header}. Add it to the header row.",
)
RESERVED_CODE: Final = Text(
    fi="Tunnus {code} on varattu yksiköiden omalle sarakkeelle (uCode, uName, Time). Anna riville toinen tunnus.",
    sv="Koden {code} är reserverad för enheternas egen kolumn (uCode, uName, Time). Ge raden en annan kod.",
    en="The code {code} is kept for a column of the units' own (uCode, uName, Time). Give the row another code.",
)
ALIKE_CODE: Final = Text(
    fi="Tunnukset {code} ja {other} eroavat vain isoista ja pienistä kirjaimista tai väleistä, joten niillä olisi "
    "sama sarake. Anna toiselle selvästi eri tunnus.",
    sv="Koderna {code} och {other} skiljer sig bara i stora och små bokstäver eller mellanslag, så de skulle ha samma "
    "kolumn. Ge den ena en tydligt annan kod.",
    en="The codes {code} and {other} differ in capitals or spaces only, so they would have the same column. Give one "
    "of them a clearly different code.",
)
NO_NUMBER: Final = Text(
    fi="Solussa ei ole lukua. Kirjoita luku tai jätä solu tyhjäksi, jos luku puuttuu.",
    sv="Cellen har inget tal. Skriv ett tal eller lämna cellen tom om talet saknas.",
    en="The cell holds no number. Write a number, or leave the cell blank where it is missing.",
)
TWO_READINGS: Final = Text(
    fi="Luvun {text} pilkku tai piste voi erottaa desimaalit tai tuhannet, ja tiedoston muissa luvuissa "
    "desimaalierotin on toinen. Kirjoita luku samalla tavalla kuin muut.",
    sv="Kommat eller punkten i {text} kan skilja decimaler eller tusental, och filens andra tal har det andra tecknet "
    "för decimaler. Skriv talet på samma sätt som de andra.",
    en="The comma or point of {text} may set apart decimals or thousands, and the other figures of the file have the "
    "other mark for decimals. Write it as the others are written.",
)
NOT_MISSING: Final = Text(
    fi="{code}: solussa on {text}, joka tarkoittaa puuttuvaa lukua. Kirjoita luku tai tyhjennä solu, jolloin "
    "luku on 1.",
    sv="{code}: cellen har {text}, som betyder att talet saknas. Skriv ett tal eller töm cellen, så är talet 1.",
    en="{code}: the cell holds {text}, which means a missing number. Write a number, or empty the cell, and it is 1.",
)
NO_WHOLE: Final = Text(
    fi="Tähän kuuluu pieni kokonaisluku. Kirjoita esimerkiksi 1.",
    sv="Här ska stå ett litet heltal. Skriv till exempel 1.",
    en="A small whole number belongs here. Write for example 1.",
)
NO_TYPE: Final = Text(
    fi="Rivin laji (Type) on jokin näistä: {known}.",
    sv="Radens slag (Type) är något av dessa: {known}.",
    en="The type of a row is one of these: {known}.",
)
NOT_TOML: Final = Text(
    fi="Resepti ei ole tästä kohdasta TOML-muotoinen. Tarkista lainausmerkit, hakasulkeet ja se, ettei sama avain ole "
    "kahdesti.",
    sv="Receptet är inte TOML på det här stället. Kontrollera citattecken, hakparenteser och att ingen nyckel står "
    "två gånger.",
    en="The recipe is not TOML at this place. Check the quotes and brackets, and that no key stands twice.",
)
NOT_UTF_8: Final = Text(
    fi="Reseptin merkistö ei ole UTF-8. Tallenna se tekstieditorissa merkistönä UTF-8.",
    sv="Receptets teckenkodning är inte UTF-8. Spara det som UTF-8 i en textredigerare.",
    en="The recipe is not in the encoding UTF-8. Save it as UTF-8 in a text editor.",
)
OTHER_FOLDER: Final = Text(
    fi="Painojen tiedosto {file} ei ole reseptin kansiossa. Siirrä tiedosto sinne ja anna pelkkä sen nimi.",
    sv="Filen med vikter {file} finns inte i receptets mapp. Flytta filen dit och ange bara dess namn.",
    en="The file of weights {file} is not in the folder of the recipe. Move it there and give its name alone.",
)
NO_SET: Final = Text(
    fi="Rivin painosarjalla ei ole tunnusta (set_id). Anna jokaiselle riville sen sarjan tunnus.",
    sv="Radens viktuppsättning saknar beteckning (set_id). Ge varje rad dess uppsättning.",
    en="The set of weights of the row has no id (set_id). Give each row the id of its set.",
)
TWICE_IN_SET: Final = Text(
    fi="Tunnus {code} on painosarjassa {name} jo aiemmalla rivillä. Poista toinen rivi.",
    sv="Koden {code} står i viktuppsättningen {name} redan på en tidigare rad. Ta bort den ena raden.",
    en="The code {code} stands in the set of weights {name} on an earlier row already. Remove one of the rows.",
)
OTHER_LEVEL: Final = Text(
    fi="Tunnuksen {code} taso on rakenteessa {level}. Korjaa taso tai tunnus.",
    sv="Koden {code} har nivån {level} i strukturen. Rätta nivån eller koden.",
    en="The level of the code {code} is {level} in the structure. Correct the level or the code.",
)
NO_WEIGHT: Final = Text(
    fi="Painosarja {name} jättää koosteen {parent} osille pelkkiä nollia. Anna ainakin yhdelle paino.",
    sv="Viktuppsättningen {name} lämnar bara nollor under aggregatet {parent}. Ge åtminstone en del en vikt.",
    en="The set of weights {name} leaves only zeros under the aggregate {parent}. Give at least one part a weight.",
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
