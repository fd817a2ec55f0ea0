"""What is said about header rows, in three languages.

Only the wording; when to say it is in ``headers``.
"""

from seutu.core.text import Text


def no_header() -> Text:
    """Say: no row looks like headers."""
    return Text(
        fi="Taulukosta ei löytynyt otsikkoriviä. Kirjoita ensimmäiselle riville jokaisen sarakkeen nimi.",
        sv="Ingen rubrikrad hittades i tabellen. Skriv varje kolumns namn på första raden.",
        en="No header row was found in the table. Write the name of each column on the first row.",
    )


def no_known_header(first: str) -> Text:
    """Say: no row has the headers that are looked for."""
    fi, sv, en = (
        f" {lead}: {first}." if first else "" for lead in ("Ensimmäisellä rivillä on", "Rad 1 är", "Row 1 is")
    )
    return Text(
        fi=f"Taulukosta ei löytynyt tunnettuja sarakeotsikoita.{fi} Vertaa otsikoita tuontipohjaan.",
        sv=f"Inga kända kolumnrubriker hittades i tabellen.{sv} Jämför rubrikerna med importmallen.",
        en=f"No known column headers were found in the table.{en} Compare the headers with the import template.",
    )


def read_from(line: int, texts: str) -> Text:
    """Say: which row was taken for the header."""
    return Text(
        fi=f"Otsikot luettiin riviltä {line}: {texts}. Tarkista, että rivi on oikea.",
        sv=f"Rubrikerna lästes från rad {line}: {texts}. Kontrollera att raden är rätt.",
        en=f"The headers were read from row {line}: {texts}. Check that this is the right row.",
    )


def two_headers(first: int, second: int) -> Text:
    """Say: two rows look like headers."""
    return Text(
        fi=f"Rivit {first} ja {second} näyttävät molemmat otsikkoriveiltä. Jätä taulukkoon yksi otsikkorivi. Jos "
        "välilehdellä on kaksi taulukkoa, siirrä toinen omalle välilehdelleen.",
        sv=f"Raderna {first} och {second} ser båda ut som rubrikrader. Behåll en rubrikrad. Om bladet har två "
        "tabeller, "
        "flytta den ena till ett eget blad.",
        en=f"Rows {first} and {second} both look like header rows. Keep one header row. If the sheet holds two tables, "
        "move one of them to a sheet of its own.",
    )


def duplicate(text: str, first: str, second: str) -> Text:
    """Say: the same header stands over two columns."""
    return Text(
        fi=f"Otsikko ”{text}” on kahdessa sarakkeessa: {first} ja {second}. Anna sarakkeille eri nimet tai poista "
        "toinen.",
        sv=f"Rubriken ”{text}” finns i två kolumner: {first} och {second}. Ge dem olika namn eller ta bort den ena.",
        en=f"The header “{text}” stands over two columns: {first} and {second}. Rename or remove one of them.",
    )


def blank_header(letter: str, line: int) -> Text:
    """Say: a column with values has no header."""
    return Text(
        fi=f"Sarakkeella {letter} ei ole otsikkoa, mutta siinä on tietoa (esimerkiksi rivillä {line}). Kirjoita "
        "otsikko "
        "tai tyhjennä sarake.",
        sv=f"Kolumn {letter} saknar rubrik men innehåller uppgifter (till exempel rad {line}). Skriv en rubrik "
        "eller töm "
        "kolumnen.",
        en=f"Column {letter} has no header but holds values (for example on row {line}). Write a header or clear the "
        "column.",
    )


def merged_header(name: str) -> Text:
    """Say: header cells are merged."""
    return Text(
        fi=f"Otsikkorivillä on yhdistettyjä soluja ({name}). Poista yhdistäminen ja kirjoita otsikko jokaiseen "
        "sarakkeeseen.",
        sv=f"Rubrikraden har sammanfogade celler ({name}). Dela cellerna och skriv en rubrik i varje kolumn.",
        en=f"The header row has merged cells ({name}). Unmerge them and write a header in each column.",
    )


def merged_cells(name: str) -> Text:
    """Say: a row lies in merged cells."""
    return Text(
        fi=f"Rivillä on yhdistettyjä soluja ({name}), joten ei tiedetä, mille riveille ja sarakkeille arvo kuuluu. "
        "Poista "
        "yhdistäminen ja kirjoita arvo jokaiseen soluun.",
        sv=f"Raden har sammanfogade celler ({name}), så det är oklart vilka rader och kolumner värdet gäller. Dela "
        "cellerna "
        "och skriv värdet i varje cell.",
        en=f"The row has merged cells ({name}), so it is unclear which rows and columns the value belongs to. "
        "Unmerge them "
        "and write the value in each cell.",
    )


def short_row(fields: int, wanted: int) -> Text:
    """Say: a csv row has fewer fields than the header."""
    return Text(
        fi=f"Rivillä on {fields} kenttää, otsikkorivillä {wanted}. Tarkista, puuttuuko riviltä erotin tai "
        "lainausmerkki.",
        sv=f"Raden har {fields} fält, rubrikraden {wanted}. Kontrollera om ett skiljetecken eller citattecken saknas.",
        en=f"The row has {fields} fields, the header row {wanted}. Check whether a separator or a quote mark is "
        "missing.",
    )
