"""What the reader of Kohesio's project files says about a file or a row. Not for deciding anything."""

from collections.abc import Sequence
from typing import Final

from seutu.core.text import Text

BROKEN_ROW: Final = Text(
    fi="Rivillä on eri määrä soluja kuin otsikossa, joten sarakkeet eivät ole varmat. Hae tiedosto uudelleen.",
    sv="Raden har ett annat antal celler än rubriken, så kolumnerna är osäkra. Hämta filen på nytt.",
    en="The row has another number of cells than the header, so its columns are not sure. Fetch the file again.",
)
NO_NAME: Final = Text(
    fi="Hankkeella ei ole nimeä tai tunnusta. Rivi jätettiin pois.",
    sv="Projektet saknar namn eller kod. Raden lämnades bort.",
    en="The project has no name or no code. The row was left out.",
)
BAD_DATE: Final = Text(
    fi="Tämä ei ole päivä muodossa 31/12/2023. Se jätettiin tyhjäksi.",
    sv="Det här är inget datum av formen 31/12/2023. Det lämnades tomt.",
    en="This is not a date of the form 31/12/2023. It was left empty.",
)
BAD_AMOUNT: Final = Text(
    fi="Tämä ei ole rahamäärä. Se jätettiin tyhjäksi.",
    sv="Det här är inget belopp. Det lämnades tomt.",
    en="This is not an amount of money. It was left empty.",
)
OTHER_CURRENCY: Final = Text(
    fi="Summa ei ole euroina. Se jätettiin tyhjäksi.",
    sv="Beloppet är inte i euro. Det lämnades tomt.",
    en="The sum is not in euros. It was left empty.",
)
ROUNDED: Final = Text(
    fi="Summassa on sentin osia. Se on pyöristetty lähimpään senttiin.",
    sv="Beloppet har delar av en cent. Det är avrundat till närmaste cent.",
    en="The sum has parts of a cent. It has been rounded to the nearest cent.",
)
CONTRADICTION: Final = Text(
    fi="Sama hanke on toisella rivillä eri tiedoin. Ensimmäisen rivin tiedot jäivät.",
    sv="Samma projekt står på en annan rad med andra uppgifter. Den första radens uppgifter gäller.",
    en="The same project stands on another row with other facts. Those of the first row were kept.",
)


def unreadable(name: str) -> Text:
    """Word a file that cannot be read as a table in UTF-8."""
    return Text(
        fi=f"Tiedostoa {name} ei voi lukea Kohesion CSV-tiedostona (UTF-8). Hae se uudelleen.",
        sv=f"Filen {name} kan inte läsas som CSV-fil från Kohesio (UTF-8). Hämta den på nytt.",
        en=f"The file {name} cannot be read as a CSV file of Kohesio (UTF-8). Fetch it again.",
    )


def no_columns(missing: Sequence[str]) -> Text:
    """Word a header that lacks columns that are needed."""
    listed = ", ".join(missing)
    return Text(
        fi=f"Tämä ei ole Kohesion hanketiedosto tai sen sarakkeet ovat muuttuneet: puuttuu {listed}.",
        sv=f"Det här är ingen projektfil från Kohesio, eller så har kolumnerna ändrats: {listed} saknas.",
        en=f"This is no project file of Kohesio, or its columns have changed: {listed} is missing.",
    )


def no_period(given: str, known: str) -> Text:
    """Word a programming period that Kohesio has no file of."""
    return Text(
        fi=f"Kohesiosta ei voi hakea ohjelmakautta ”{given}”. Valitse jokin näistä: {known}.",
        sv=f"Programperioden ”{given}” går inte att hämta ur Kohesio. Välj någon av {known}.",
        en=f"The programming period “{given}” cannot be fetched from Kohesio. Choose one of {known}.",
    )
