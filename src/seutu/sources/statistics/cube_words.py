"""What can be wrong with a pulled table, said in the three languages. Not for reading it (``cubes``)."""

from seutu.core.text import Text


def no_variable(table: str, sought: str, known: str) -> Text:
    """Return that the table does not have a variable that was named; the codes may have changed."""
    return Text(
        fi=f"Taulukossa {table} ei ole muuttujaa {sought}. Siinä on: {known}. Käytä jotakin niistä.",
        sv=f"Tabellen {table} har ingen variabel {sought}. Den har: {known}. Använd någon av dem.",
        en=f"The table {table} has no variable {sought}. It has: {known}. Use one of them.",
    )


def no_area(table: str, sought: str, known: str) -> Text:
    """Return that no variable of the table is known to be one of areas."""
    return Text(
        fi=f"Taulukosta {table} ei löydy alueen muuttujaa ({sought}). Siinä on: {known}. Nimeä se valitsimella --area.",
        sv=f"Tabellen {table} saknar en variabel för område ({sought}). Den har: {known}. Ange den med --area.",
        en=f"The table {table} has no variable of areas ({sought}). It has: {known}. Name it with --area.",
    )


def no_time(table: str, sought: str, known: str) -> Text:
    """Return that no variable of the table is known to be one of time."""
    return Text(
        fi=f"Taulukosta {table} ei löydy ajan muuttujaa ({sought}). Siinä on: {known}. Valitse aikasarjataulukko.",
        sv=f"Tabellen {table} saknar en variabel för tid ({sought}). Den har: {known}. Välj en tabell med tidsserier.",
        en=f"The table {table} has no variable of time ({sought}). It has: {known}. Choose a table of time series.",
    )


def no_value(table: str, variable: str, sought: str, known: str) -> Text:
    """Return that a variable does not have a value."""
    return Text(
        fi=f"Taulukon {table} muuttujalla {variable} ei ole arvoa {sought}. Arvoja: {known}.",
        sv=f"Variabeln {variable} i tabellen {table} har inget värde {sought}. Värden: {known}.",
        en=f"The variable {variable} of the table {table} has no value {sought}. Values: {known}.",
    )


def limited_twice(variable: str) -> Text:
    """Return that two limits are of the same variable."""
    return Text(
        fi=f"Muuttuja {variable} on rajattu kahdesti. Jätä vain toinen --only.",
        sv=f"Variabeln {variable} har begränsats två gånger. Behåll bara den ena --only.",
        en=f"The variable {variable} is limited twice. Keep only one --only of it.",
    )


def grouping_without_codes(given: str) -> Text:
    """Return that a grouping was named without its codes."""
    return Text(
        fi=f"Ryhmittelystä {given} puuttuvat koodit. Anna ne näin: agg:NIMI.agg=SSS,KU684.",
        sv=f"Koderna saknas för grupperingen {given}. Ange dem så här: agg:NAMN.agg=SSS,KU684.",
        en=f"The grouping {given} lacks its codes. Give them so: agg:NAME.agg=SSS,KU684.",
    )


def other_answer(table: str, variable: str) -> Text:
    """Return that the server answered something else than was asked."""
    return Text(
        fi=f"Palvelin vastasi taulukosta {table} muuta kuin kysyttiin (muuttuja {variable}). Mitään ei tallennettu.",
        sv=f"Servern svarade om tabellen {table} något annat än frågan (variabeln {variable}). Inget sparades.",
        en=f"The server answered something else of {table} than was asked (variable {variable}). Nothing was saved.",
    )


def changed_on_the_way(table: str) -> Text:
    """Return that the table was updated between two answers."""
    return Text(
        fi=f"Taulukko {table} päivittyi kesken haun. Mitään ei tallennettu. Hae uudelleen.",
        sv=f"Tabellen {table} uppdaterades under hämtningen. Inget sparades. Hämta på nytt.",
        en=f"The table {table} was updated while it was pulled. Nothing was saved. Pull it again.",
    )


def no_period(values: str) -> Text:
    """Return that values of time are no periods that the store knows."""
    return Text(
        fi=f"Nämä ajankohdat eivät ole vuosia, neljänneksiä eivätkä kuukausia: {values}. Niiden luvut jätettiin pois.",
        sv=f"Dessa tidpunkter är inte år, kvartal eller månader: {values}. Deras tal lämnades bort.",
        en=f"These times are no years, quarters or months: {values}. Their figures were left out.",
    )


def other_areas(count: int, codes: str) -> Text:
    """Return that areas are of no division of Finland that the product knows."""
    return Text(
        fi=f"{count} aluetta ei kuulu tunnettuihin aluejakoihin: {codes}. Ne tallennettiin lähteen omilla koodeilla.",
        sv=f"{count} områden hör inte till de kända indelningarna: {codes}. De sparades med källans egna koder.",
        en=f"{count} areas are in none of the known divisions: {codes}. They are kept under the source's own codes.",
    )


def no_content(asked: str, known: str) -> Text:
    """Return that an indicator was named for a content that is not asked."""
    return Text(
        fi=f"--indicator {asked}: haussa ei ole sitä tietoa. Tiedot: {known}.",
        sv=f"--indicator {asked}: hämtningen har inte den uppgiften. Uppgifter: {known}.",
        en=f"--indicator {asked}: the pull does not have that content. Contents: {known}.",
    )


def no_table(table: str, host: str, known: str) -> Text:
    """Return that the server does not have the table."""
    return Text(
        fi=f"Palvelimella {host} ei ole taulukkoa {table}. {f'Siellä on: {known}.' if known else 'Tarkista nimi.'}",
        sv=f"Servern {host} har ingen tabell {table}. {f'Den har: {known}.' if known else 'Kontrollera namnet.'}",
        en=f"The server {host} has no table {table}. {f'It has: {known}.' if known else 'Check the name.'}",
    )


def no_folder(table: str) -> Text:
    """Return that a table was named without the statistic it belongs to."""
    return Text(
        fi=f"Taulukon {table} tilastoa ei tiedetä. Anna myös se, esimerkiksi vaerak/11ra.",
        sv=f"Statistiken för tabellen {table} är okänd. Ange också den, till exempel vaerak/11ra.",
        en=f"The statistic of the table {table} is not known. Give it too, for example vaerak/11ra.",
    )


def no_server(source: str) -> Text:
    """Return that a source needs its server."""
    return Text(
        fi=f"Lähde {source} tarvitsee palvelimen osoitteen. Anna se valitsimella --url.",
        sv=f"Källan {source} behöver serverns adress. Ange den med --url.",
        en=f"The source {source} needs the address of its server. Give it with --url.",
    )


def broken_metadata(table: str) -> Text:
    """Return that the description of a table cannot be read."""
    return Text(
        fi=f"Taulukon {table} kuvaus on rikki. Yritä uudelleen; jos vika toistuu, kerro siitä lähteen ylläpidolle.",
        sv=f"Beskrivningen av tabellen {table} är trasig. Försök igen; meddela källan om felet återkommer.",
        en=f"The description of the table {table} is broken. Try again; if it stays, tell the source about it.",
    )
