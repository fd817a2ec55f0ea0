"""What is said about files that cannot be read as tables, in three languages.

Only the wording; when to say it is in the readers.
"""

from typing import Final

from seutu.core.text import Text

ROWS: Final = Text(fi="rivejä", sv="rader", en="rows")
COLUMNS: Final = Text(fi="sarakkeita", sv="kolumner", en="columns")
CELLS: Final = Text(fi="soluja", sv="celler", en="cells")
FAULTY: Final = Text(fi="soluja, joita ei voi lukea,", sv="celler som inte kan läsas", en="cells that cannot be read")
SHEETS: Final = Text(fi="välilehtiä", sv="blad", en="sheets")
CHARACTERS: Final = Text(fi="merkkejä yhdessä solussa", sv="tecken i en cell", en="characters in one cell")
DISTINCT: Final = Text(fi="erilaisia tekstejä", sv="olika texter", en="different texts")
TEXTS: Final = Text(fi="tekstiä (tavuina)", sv="byte text", en="bytes of text")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def unreadable() -> Text:
    """Say: the file cannot be opened at all."""
    return Text(
        fi="Tiedostoa ei voi avata. Tarkista, että se on olemassa ja että sinulla on siihen lukuoikeus.",
        sv="Filen kan inte öppnas. Kontrollera att den finns och att du har rätt att läsa den.",
        en="The file cannot be opened. Check that it exists and that you may read it.",
    )


def empty() -> Text:
    """Say: nothing in the file."""
    return Text(
        fi="Tiedosto on tyhjä. Tarkista, että valitsit oikean tiedoston.",
        sv="Filen är tom. Kontrollera att du valde rätt fil.",
        en="The file is empty. Check that you chose the right file.",
    )


def not_a_table(what: Text) -> Text:
    """Say: the file is of another kind."""
    return Text(
        fi=f"Tiedosto ei ole taulukko, vaan {what.fi}. Tallenna tiedot muodossa xlsx, ods tai csv ja tuo se tiedosto.",
        sv=f"Filen är inte en tabell utan {what.sv}. Spara uppgifterna som xlsx, ods eller csv och importera den "
        "filen.",
        en=f"The file is not a table but {what.en}. Save the data as xlsx, ods or csv and import that file.",
    )


def pasted_text() -> Text:
    """Say: running text instead of a table."""
    return Text(
        fi="Tiedostossa ei ole sarakkeita: se näyttää PDF:stä tai muusta asiakirjasta liitetyltä tekstiltä. Avaa "
        "tuontipohja "
        "taulukkolaskennassa ja kirjoita tai liitä arvot sen sarakkeisiin. Asiakirjan luvut voi tarkistaa komennolla "
        "seutu check.",
        sv="Filen saknar kolumner: den ser ut som text som klistrats in från en PDF eller ett annat dokument. Öppna "
        "importmallen i ett kalkylprogram och skriv eller klistra in värdena i kolumnerna. Siffrorna i ett dokument "
        "kan "
        "kontrolleras med kommandot seutu check.",
        en="The file has no columns: it looks like text pasted from a PDF or another document. Open the import "
        "template in "
        "a spreadsheet program and type or paste the values into its columns. The figures of a document can be checked "
        "with the command seutu check.",
    )


def encrypted() -> Text:
    """Say: a password protects the file."""
    return Text(
        fi="Tiedosto on suojattu salasanalla. Avaa se taulukkolaskennassa, poista salasana ja tallenna uudelleen.",
        sv="Filen är skyddad med lösenord. Öppna den i ett kalkylprogram, ta bort lösenordet och spara på nytt.",
        en="The file is protected with a password. Open it in a spreadsheet program, remove the password and save "
        "it again.",
    )


def broken() -> Text:
    """Say: the file is damaged."""
    return Text(
        fi="Tiedosto on vioittunut eikä sitä voi lukea. Avaa se taulukkolaskennassa ja tallenna uudelleen "
        "xlsx-muodossa.",
        sv="Filen är skadad och kan inte läsas. Öppna den i ett kalkylprogram och spara den på nytt som xlsx.",
        en="The file is damaged and cannot be read. Open it in a spreadsheet program and save it again as xlsx.",
    )


def unsafe(why: Text) -> Text:
    """Say: the file is built in a way that no office program uses."""
    return Text(
        fi=f"Tiedostoa ei lueta turvallisuussyistä: {why.fi}. Avaa se ohjelmassa, jolla se on tehty, ja tallenna "
        "uudelleen.",
        sv=f"Filen läses inte av säkerhetsskäl: {why.sv}. Öppna den i programmet den gjordes med och spara den på "
        "nytt.",
        en=f"The file is not read, for safety: {why.en}. Open it in the program it was made with and save it again.",
    )


def too_many_bytes(most: int) -> Text:
    """Say: the file is too big."""
    size = _grouped(most // 1_000_000)
    return Text(
        fi=f"Tiedosto on liian suuri: enintään {size} Mt luetaan. Poista turhat välilehdet ja kuvat tai jaa "
        "tiedosto osiin.",
        sv=f"Filen är för stor: högst {size} MB läses. Ta bort onödiga blad och bilder eller dela filen.",
        en=f"The file is too big: at most {size} MB is read. Remove needless sheets and pictures or split the file.",
    )


def too_much(what: Text, most: int) -> Text:
    """Say: too many rows, columns, cells, sheets or too long a cell."""
    number = _grouped(most)
    return Text(
        fi=f"Taulukko on liian suuri: {what.fi} saa olla enintään {number}. Poista tyhjät rivit ja sarakkeet tai jaa "
        "tiedosto osiin.",
        sv=f"Tabellen är för stor: högst {number} {what.sv} är tillåtna. Ta bort tomma rader och kolumner eller "
        "dela filen.",
        en=f"The table is too big: at most {number} {what.en} are allowed. Remove empty rows and columns or split "
        "the file.",
    )


def unclosed_quote() -> Text:
    """Say: a quote mark opens a field and never closes it, or stands in the middle of one."""
    return Text(
        fi="Tältä riviltä alkavan kentän lainausmerkit eivät täsmää. Kirjoita kentän sisällä oleva lainausmerkki "
        "kahdesti "
        'ja sulje kenttä lainausmerkillä ("").',
        sv="Citattecknen i ett fält som börjar på den här raden stämmer inte. Skriv ett citattecken inuti ett fält "
        "två "
        'gånger och avsluta fältet med ett citattecken ("").',
        en="The quote marks of a field that starts on this row do not match. Write a quote mark inside a field "
        "twice and "
        'close the field with a quote mark ("").',
    )


def not_decodable(encoding: str) -> Text:
    """Say: bytes that are not text in the encoding that the file begins with."""
    return Text(
        fi=f"Tiedoston merkit eivät ole sitä merkistöä, jolla se alkaa ({encoding}). Tallenna se muodossa CSV UTF-8.",
        sv=f"Filens tecken följer inte den teckenkodning som den börjar med ({encoding}). Spara den som CSV UTF-8.",
        en=f"The file's characters are not in the encoding that it begins with ({encoding}). Save it as CSV UTF-8.",
    )


def doubtful_encoding(encoding: str) -> Text:
    """Say: the encoding was concluded, not stated."""
    return Text(
        fi=f"Merkistöä ei ole ilmoitettu; tiedosto luettiin merkistönä {encoding}. Tarkista, että ä, ö ja å näkyvät "
        "oikein.",
        sv=f"Teckenkodningen är inte angiven; filen lästes som {encoding}. Kontrollera att å, ä och ö visas rätt.",
        en=f"The encoding is not stated; the file was read as {encoding}. Check that å, ä and ö look right.",
    )


def hidden_sheet() -> Text:
    """Say: the sheet is hidden."""
    return Text(
        fi="Välilehti on piilotettu. Sen tiedot luettiin.",
        sv="Bladet är dolt. Dess uppgifter lästes.",
        en="The sheet is hidden. Its data were read.",
    )


def hidden_rows(count: int, lines: str) -> Text:
    """Say: rows are hidden."""
    return Text(
        fi=f"Piilotettuja rivejä: {count} ({lines}). Ne luettiin mukaan; poista ne, jos et halua niitä.",
        sv=f"Dolda rader: {count} ({lines}). De lästes med; ta bort dem om du inte vill ha dem.",
        en=f"Hidden rows: {count} ({lines}). They were read too; delete them if you do not want them.",
    )


def hidden_columns(letters: str) -> Text:
    """Say: columns are hidden."""
    return Text(
        fi=f"Piilotettuja sarakkeita: {letters}. Ne luettiin mukaan.",
        sv=f"Dolda kolumner: {letters}. De lästes med.",
        en=f"Hidden columns: {letters}. They were read too.",
    )


def percent_columns(letters: str) -> Text:
    """Say: columns are shown as percents."""
    return Text(
        fi=f"Prosentteina näytettäviä sarakkeita: {letters}. Taulukossa 12\u00a0% on tallennettu lukuna 0,12.",
        sv=f"Kolumner som visas i procent: {letters}. I kalkylbladet är 12\u00a0% lagrat som 0,12.",
        en=f"Columns shown as percents: {letters}. In the sheet 12% is stored as 0.12.",
    )


def merged_ranges(names: str) -> Text:
    """Say: cells are merged."""
    return Text(
        fi=f"Yhdistettyjä soluja: {names}. Arvo luettiin vain alueen ensimmäiseen soluun.",
        sv=f"Sammanfogade celler: {names}. Värdet lästes bara i områdets första cell.",
        en=f"Merged cells: {names}. The value was read only into the first cell of the range.",
    )


def formula_without_value(formula: str) -> Text:
    """Say: a formula whose result the file does not hold."""
    return Text(
        fi=f"Solussa on kaava ilman laskettua arvoa ({formula}). Avaa tiedosto taulukkolaskennassa, anna sen laskea ja "
        "tallenna, tai kirjoita soluun arvo.",
        sv=f"Cellen har en formel utan beräknat värde ({formula}). Öppna filen i ett kalkylprogram, låt det räkna och "
        "spara, eller skriv värdet i cellen.",
        en=f"The cell has a formula without a calculated value ({formula}). Open the file in a spreadsheet program, "
        "let it "
        "calculate and save, or type the value into the cell.",
    )


def error_cell(code: str) -> Text:
    """Say: a cell that holds a spreadsheet error."""
    return Text(
        fi=f"Solussa on laskentavirhe {code}. Korjaa kaava tai kirjoita soluun arvo.",
        sv=f"Cellen innehåller felet {code}. Rätta formeln eller skriv värdet i cellen.",
        en=f"The cell holds the error {code}. Correct the formula or type the value into the cell.",
    )


def unreadable_cell(written: str) -> Text:
    """Say: a cell whose stored value is not of the kind that the cell claims."""
    return Text(
        fi=f"Solun arvoa ei voi lukea ({written}). Kirjoita arvo uudelleen.",
        sv=f"Cellens värde kan inte läsas ({written}). Skriv värdet på nytt.",
        en=f"The cell's value cannot be read ({written}). Type the value again.",
    )


def doubtful_date(written: str) -> Text:
    """Say: a date outside what the date system can hold, or its false leap day."""
    return Text(
        fi=f"Solun päivämäärä ({written}) ei ole taulukkolaskennan päiväjärjestelmässä oikea päivä. Kirjoita se "
        "uudelleen.",
        sv=f"Cellens datum ({written}) finns inte i kalkylprogrammets datumsystem. Skriv det på nytt.",
        en=f"The cell's date ({written}) is no real day in the spreadsheet's date system. Type it again.",
    )
