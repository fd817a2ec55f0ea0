"""What an import says of a row it cannot take, in three languages."""

from seutu.core.text import Text


def bad_id() -> Text:
    """Say that the hidden id was changed by hand."""
    return Text(
        fi="Id-sarakkeen arvo ei ole tunniste. Tyhjennä solu, jos rivi on uusi.",
        sv="Värdet i id-kolumnen är ingen identifierare. Töm cellen om raden är ny.",
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


def nothing_mapped(kind: Text) -> Text:
    """Say that no header of the file is known."""
    return Text(
        fi=f"Mikään sarake ei vastaa luettelon {kind.fi} sarakkeita. Valitse sarakkeet käsin tai lataa mallipohja.",
        sv=f"Ingen kolumn motsvarar kolumnerna i listan {kind.sv}. Välj kolumner för hand eller hämta mallen.",
        en=f"No column matches the columns of the list {kind.en}. Choose the columns by hand or get the template.",
    )
