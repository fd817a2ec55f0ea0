"""What an import says of a row it cannot take, in three languages."""

from seutu.core.text import Text


def bad_id() -> Text:
    """Say that the hidden id was changed by hand."""
    return Text(
        fi="Id-sarakkeen arvo ei ole tunnus. Tyhjennä solu, jos rivi on uusi.",
        sv="Värdet i id-kolumnen är inget id. Töm cellen om raden är ny.",
        en="The value in the id column is not an id. Empty the cell if the row is new.",
    )


def in_trash() -> Text:
    """Say that the row's record is in the trash."""
    return Text(
        fi="Rivin tietue on roskakorissa. Palauta se ensin tai tyhjennä id-solu, jos rivi on uusi.",
        sv="Radens post ligger i papperskorgen. Återställ den först eller töm id-cellen om raden är ny.",
        en="The row's record is in the trash. Restore it first, or empty the id cell if the row is new.",
    )


def fits_many(count: int) -> Text:
    """Say that the row's identity fits several records."""
    return Text(
        fi=f"Rivi sopii {count} tietueeseen. Yhdistä ne ensin tai käytä vientitiedostoa, jossa on id.",
        sv=f"Raden passar {count} poster. Slå ihop dem först eller använd en exportfil med id.",
        en=f"The row fits {count} records. Merge them first or use an export that has ids.",
    )


def differs_from_row(line: int, columns: Text) -> Text:
    """Say that a second row of the same record tells something else."""
    return Text(
        fi=f"Sama tietue on jo rivillä {line}, mutta tiedot eroavat: {columns.fi}. Jätä vain toinen rivi.",
        sv=f"Samma post finns redan på rad {line}, men uppgifterna skiljer sig: {columns.sv}. Lämna bara en rad.",
        en=f"The same record is already on line {line}, but differs in: {columns.en}. Keep only one of the rows.",
    )


def repeats_row(line: int) -> Text:
    """Say that a row is the same as an earlier one, where each may be money of its own."""
    return Text(
        fi=f"Sama rivi on jo rivillä {line}, joten tätä ei tuoda. Jos ne ovat eri tapahtumia, erota ne selitteessä.",
        sv=f"Samma rad finns redan på rad {line}, så den här importeras inte. Om de är olika händelser, skilj dem åt i "
        "förklaringen.",
        en=f"The same row is on line {line} already, so this one is not imported. If they are two events, tell them "
        "apart in the description.",
    )


def meets_another() -> Text:
    """Say that a row would make its record the same as another."""
    return Text(
        fi="Rivi tekisi tietueesta saman kuin toinen tietue, joka on jo tai jonka toinen rivi tekee. Korjaa rivi.",
        sv="Raden skulle göra posten till samma som en annan, som redan finns eller som en annan rad gör. Rätta raden.",
        en="The row would make its record the same as another, which stands already or which another row makes. "
        "Correct the row.",
    )


def row_of_sums() -> Text:
    """Say that a row adds up the others."""
    return Text(
        fi="Rivi näyttää laskevan muut rivit yhteen, joten siitä ei tehdä tietuetta.",
        sv="Raden ser ut att summera de andra raderna, så den blir ingen post.",
        en="The row seems to add up the others, so no record is made of it.",
    )


def left_out(headers: list[str]) -> Text:
    """Say which columns of the file are not brought in."""
    named = ", ".join(f"”{header}”" for header in headers)
    return Text(
        fi=f"Näitä sarakkeita ei tuoda: {named}.",
        sv=f"De här kolumnerna importeras inte: {named}.",
        en=f"These columns are not brought in: {named}.",
    )


def nothing_mapped(kind: Text) -> Text:
    """Say that no header of the file is known."""
    return Text(
        fi=f"Yksikään sarakeotsikko ei vastaa luettelon {kind.fi} sarakkeita. Tarkista, että toit tiedoston oikeaan "
        "luetteloon, tai nimeä otsikot Excel-pohjan mukaan.",
        sv=f"Ingen rubrik motsvarar kolumnerna i listan {kind.sv}. Kontrollera att filen hör till listan eller döp om "
        "rubrikerna enligt Excel-mallen.",
        en=f"No header matches the columns of the list {kind.en}. Check that the file belongs to this list, or name "
        "the headers as in the Excel template.",
    )
