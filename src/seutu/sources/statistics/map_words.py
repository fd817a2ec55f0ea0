"""What is wrong with a column map or with a table that it is put on, in three languages. Not for reading either."""

from typing import Final

from seutu.core.text import Text

NEEDED: Final = Text(
    fi="anna sarakkeen otsikko, se on pakollinen",
    sv="ange kolumnens rubrik, den är obligatorisk",
    en="give the header of the column, it is needed",
)
TABLE: Final = Text(fi="anna TOML-taulukko", sv="ange en TOML-tabell", en="give a TOML table")
TEXT: Final = Text(
    fi="anna teksti lainausmerkeissä", sv="ange en text inom citattecken", en="give a text in quotation marks"
)
TEXTS: Final = Text(fi="anna luettelo tekstejä", sv="ange en lista med texter", en="give a list of texts")
TRUE_OR_FALSE: Final = Text(fi="anna true tai false", sv="ange true eller false", en="give true or false")
LINE: Final = Text(
    fi="anna otsikkorivin numero, ensimmäinen rivi on 1",
    sv="ange rubrikradens nummer, första raden är 1",
    en="give the number of the header line, the first line is 1",
)
LETTERS: Final = Text(
    fi="anna 1–6 pientä kirjainta, esimerkiksi p",
    sv="ange 1–6 små bokstäver, till exempel p",
    en="give 1 to 6 small letters, such as p",
)
DECIMALS: Final = Text(fi="anna luku 0–6", sv="ange ett tal 0–6", en="give a number from 0 to 6")
ID: Final = Text(
    fi="anna mittarin tunnus: pieniä kirjaimia a–z, numeroita ja alaviivoja, ensin kirjain",
    sv="ange indikatorns id: små bokstäver a–z, siffror och understreck, först en bokstav",
    en="give the id of an indicator: small letters a–z, digits and underscores, a letter first",
)
PERIOD: Final = Text(
    fi="anna vuosi, kuukausi tai neljännes: 2024, 2024-05 tai 2024-Q1",
    sv="ange år, månad eller kvartal: 2024, 2024-05 eller 2024-Q1",
    en="give a year, a month or a quarter: 2024, 2024-05 or 2024-Q1",
)
BREAKDOWN: Final = Text(
    fi="anna luokitus ja luokka, esimerkiksi tol2008:C",
    sv="ange klassifikation och klass, till exempel tol2008:C",
    en="give a dimension and a class, such as tol2008:C",
)
DIMENSION: Final = Text(
    fi="anna sekä sarake (column) että luokituksen nimi (dimension, esimerkiksi tol2008)",
    sv="ange både kolumnen (column) och klassifikationens namn (dimension, till exempel tol2008)",
    en="give both the column and the name of the dimension (such as tol2008)",
)
INDICATOR_OR_TABLE: Final = Text(
    fi='anna mittarin tunnus tai taulukko, esimerkiksi {indicator = "population", period = "2024"}',
    sv='ange indikatorns id eller en tabell, till exempel {indicator = "population", period = "2024"}',
    en='give the id of an indicator, or a table such as {indicator = "population", period = "2024"}',
)
TEXT_OR_LANGUAGES: Final = Text(
    fi="anna teksti, tai taulukko jossa on fi, sv ja en",
    sv="ange en text eller en tabell med fi, sv och en",
    en="give a text, or a table with fi, sv and en",
)
ONE_WAY_OF_PERIOD: Final = Text(
    fi="anna yksi näistä: column (sarake), value (sama aika kaikille) tai headers = true (otsikot ovat aikoja)",
    sv="ange ett av dessa: column (kolumn), value (samma tid för alla) eller headers = true (rubrikerna är tider)",
    en="give one of column, value (the same period for all) and headers = true (the headers are periods)",
)
ONE_FORM: Final = Text(
    fi="anna yksi näistä: [values] (sarake mittaria kohti), [value] (yksi arvosarake) tai period.headers = true",
    sv="ange ett av dessa: [values] (en kolumn per indikator), [value] (en värdekolumn) eller period.headers = true",
    en="give one of [values] (a column an indicator), [value] (one column of values) and period.headers = true",
)
ONE_WAY_OF_INDICATOR: Final = Text(
    fi="anna joko id (sama mittari kaikille) tai column (mittari on sarakkeessa)",
    sv="ange antingen id (samma indikator för alla) eller column (indikatorn står i en kolumn)",
    en="give either id (the same indicator for all) or column (the indicator stands in a column)",
)
INDICATOR_OF_VALUES: Final = Text(
    fi="jätä pois: [values] kertoo jo kunkin sarakkeen mittarin",
    sv="lämna bort: [values] anger redan varje kolumns indikator",
    en="leave it out: [values] already says the indicator of each column",
)
PERCENTS: Final = Text(
    fi="Taulukko näyttää luvut prosentteina, joten ne on luettu prosentteina: 0,12 on 12.",
    sv="Arket visar talen som procent, så de har lästs som procent: 0,12 är 12.",
    en="The sheet shows the figures as percents, so they were read as percents: 0.12 is 12.",
)
NO_PLACE: Final = Text(
    fi="Rivillä on lukuja mutta ei aluetta. Rivi jätettiin pois.",
    sv="Raden har tal men inget område. Den lämnades bort.",
    en="The row has figures but no place. It was left out.",
)
TOO_LONG: Final = Text(
    fi="Rivillä on enemmän soluja kuin otsikossa, joten sarakkeet eivät ole varmat. Rivi jätettiin pois.",
    sv="Raden har fler celler än rubriken, så kolumnerna är osäkra. Den lämnades bort.",
    en="The row has more cells than the header, so its columns are not sure. It was left out.",
)

TOO_SHORT: Final = Text(
    fi="Rivillä on vähemmän soluja kuin otsikossa, joten siitä puuttuu jotakin. Rivi jätettiin pois.",
    sv="Raden har färre celler än rubriken, så något saknas. Den lämnades bort.",
    en="The row has fewer cells than the header, so something is missing. It was left out.",
)


def known_keys(known: str) -> Text:
    """Word a key that is not known."""
    return Text(
        fi=f"avainta ei tunneta; avaimet ovat {known}",
        sv=f"nyckeln är okänd; nycklarna är {known}",
        en=f"there is no such key; the keys are {known}",
    )


def one_of(known: str) -> Text:
    """Word what a value may be."""
    return Text(fi=f"valitse jokin näistä: {known}", sv=f"välj något av {known}", en=f"choose one of {known}")


def wrong(key: str, want: Text) -> Text:
    """Word a fault of the map itself."""
    return Text(
        fi=f"Sarakekartan kohta {key} on väärin: {want.fi}.",
        sv=f"Punkten {key} i kolumnkartan är fel: {want.sv}.",
        en=f"{key} of the column map is wrong: {want.en}.",
    )


def not_toml(name: str) -> Text:
    """Word a map that cannot be read."""
    return Text(
        fi=f"Sarakekarttaa {name} ei voi lukea TOML-tiedostona. Korjaa se ja tallenna UTF-8-muodossa.",
        sv=f"Kolumnkartan {name} går inte att läsa som TOML. Rätta den och spara den som UTF-8.",
        en=f"The column map {name} cannot be read as TOML. Correct it and save it as UTF-8.",
    )


def too_big(name: str) -> Text:
    """Word a map that is absurdly large."""
    return Text(
        fi=f"Sarakekartta {name} on liian suuri. Anna kartta, älä taulukkoa.",
        sv=f"Kolumnkartan {name} är för stor. Ange kartan, inte tabellen.",
        en=f"The column map {name} is too large. Give the map, not the table.",
    )


def no_map(name: str, known: str) -> Text:
    """Word a saved map that is not there."""
    return Text(
        fi=f"Sarakekarttaa {name} ei ole. Tallennetut kartat: {known}.",
        sv=f"Kolumnkartan {name} finns inte. Sparade kartor: {known}.",
        en=f"There is no column map {name}. The saved ones: {known}.",
    )


def bad_name(name: str) -> Text:
    """Word a name that a map cannot be saved by."""
    return Text(
        fi=f"Karttaa ei voi tallentaa nimellä ”{name}”. Käytä pieniä kirjaimia a–z, numeroita ja viivoja.",
        sv=f"Kartan kan inte sparas som ”{name}”. Använd små bokstäver a–z, siffror och streck.",
        en=f"The map cannot be saved as “{name}”. Use small letters a–z, digits and hyphens.",
    )


def no_sheet(name: str, known: str) -> Text:
    """Word a sheet that the file lacks."""
    return Text(
        fi=f"Tiedostossa ei ole taulukkoa ”{name}”. Taulukot: {known}.",
        sv=f"Filen har inget blad ”{name}”. Bladen är {known}.",
        en=f"The file has no sheet “{name}”. The sheets: {known}.",
    )


def which_sheet(known: str) -> Text:
    """Word a file of several sheets of which the map says none."""
    return Text(
        fi=f"Tiedostossa on useita taulukoita: {known}. Lisää karttaan sheet.",
        sv=f"Filen har flera blad: {known}. Lägg till sheet i kartan.",
        en=f"The file has several sheets: {known}. Add sheet to the map.",
    )


def no_header(line: int) -> Text:
    """Word a header line that is empty."""
    return Text(
        fi=f"Rivillä {line} ei ole otsikoita. Korjaa kartan kohta header.",
        sv=f"Rad {line} har inga rubriker. Rätta header i kartan.",
        en=f"There are no headers on line {line}. Correct header in the map.",
    )


def no_columns(missing: str, known: str) -> Text:
    """Word headers that the map names and the file lacks."""
    return Text(
        fi=f"Tiedostossa ei ole näitä sarakekartan sarakkeita: {missing}. Tiedoston sarakkeet: {known}.",
        sv=f"Filen saknar dessa kolumner i kolumnkartan: {missing}. Filens kolumner: {known}.",
        en=f"The file lacks these columns of the column map: {missing}. Its columns: {known}.",
    )


def column_twice(header: str) -> Text:
    """Word a header that stands twice."""
    return Text(
        fi=f"Sarake {header} on tiedostossa kahdesti. Nimeä toinen uudelleen.",
        sv=f"Kolumnen {header} finns två gånger i filen. Byt namn på den ena.",
        en=f"The column {header} stands twice in the file. Rename one of them.",
    )


def no_period_headers(known: str) -> Text:
    """Word a file none of whose headers is a period."""
    return Text(
        fi=f"Yksikään otsikko ei ole ajankohta (2024, 2024M05, 2024Q1). Sarakkeet: {known}.",
        sv=f"Ingen rubrik är en tid (2024, 2024M05, 2024Q1). Kolumnerna är {known}.",
        en=f"No header is a period (2024, 2024M05, 2024Q1). The columns: {known}.",
    )


def no_number(text: str) -> Text:
    """Word a cell that is neither a number nor a known mark."""
    return Text(
        fi=f"”{text}” ei ole luku eikä kartan merkki. Solu jätettiin pois; lisää merkki kohtaan [marks].",
        sv=f"”{text}” är varken ett tal eller ett märke i kartan. Cellen lämnades bort; lägg till märket i [marks].",
        en=f"“{text}” is neither a number nor a mark of the map. The cell was left out; add the mark to [marks].",
    )


def two_readings(text: str) -> Text:
    """Word a figure that may be a thousand times what it looks like, among figures with the other mark."""
    return Text(
        fi=f"”{text}” voi tarkoittaa kahta eri lukua. Solu jätettiin pois; anna kartan kohta decimal.",
        sv=f"”{text}” kan betyda två olika tal. Cellen lämnades bort; ange decimal i kartan.",
        en=f"“{text}” may mean two numbers. The cell was left out; give decimal in the map.",
    )


def no_period(text: str) -> Text:
    """Word a cell that is no period."""
    return Text(
        fi=f"”{text}” ei ole vuosi, kuukausi eikä neljännes. Rivi jätettiin pois.",
        sv=f"”{text}” är inget år, ingen månad och inget kvartal. Raden lämnades bort.",
        en=f"“{text}” is not a year, a month or a quarter. The row was left out.",
    )


def no_such_place(text: str) -> Text:
    """Word a place that is not known in its division."""
    return Text(
        fi=f"Aluetta ”{text}” ei löydy tästä aluejaosta. Rivit jätettiin pois.",
        sv=f"Området ”{text}” finns inte i den här indelningen. Raderna lämnades bort.",
        en=f"There is no place “{text}” in this division. Its rows were left out.",
    )


def no_indicator(text: str) -> Text:
    """Word a text of the indicator column that the map does not name."""
    return Text(
        fi=f"Kartassa ei ole mittaria tekstille ”{text}”. Rivit jätettiin pois; lisää se kohtaan indicator.names.",
        sv=f"Kartan har ingen indikator för ”{text}”. Raderna lämnades bort; lägg till den i indicator.names.",
        en=f"The map has no indicator for “{text}”. Its rows were left out; add it to indicator.names.",
    )


NO_MUNICIPALITIES: Final = Text(
    fi="Missään sarakkeessa ei ole kuntien nimiä tai kolminumeroisia kuntanumeroita, joiden yllä olisi otsikko. Lisää "
    "kuntasarake ja otsikot, tai anna kartta: --map.",
    sv="Ingen kolumn har kommunnamn eller tresiffriga kommunnummer under en rubrik. Lägg till en kommunkolumn och "
    "rubriker, eller ange en karta: --map.",
    en="No column has names of municipalities or their three-digit codes under a header. Add a column of "
    "municipalities and headers, or give a map: --map.",
)
NO_FIGURES: Final = Text(
    fi="Kuntien vieressä ei ole yhtään saraketta, jossa on otsikko ja lukuja. Lisää ne.",
    sv="Bredvid kommunerna finns ingen kolumn med rubrik och tal. Lägg till en.",
    en="There is no column with a header and figures beside the municipalities. Add one.",
)


def needs_a_map(names: str) -> Text:
    """Word a table that tells its periods itself, in a column or in headers."""
    return Text(
        fi=f"Taulukko kertoo itse ajat: {names}. Yksi --period ei sovi. Anna kartta, joka kertoo ajat: --map.",
        sv=f"Tabellen har egna tider: {names}. Ett --period passar inte. Ange en karta som anger tiden: --map.",
        en=f"The table tells its times itself: {names}. One --period does not fit. Give a map that tells them: --map.",
    )


def left_out(name: str) -> Text:
    """Word a column of a plain table that holds no figures of its own."""
    return Text(
        fi=f"Sarake ”{name}” jäi pois: siinä ei ole lukuja, tai se on kunnan numero.",
        sv=f"Kolumnen ”{name}” lämnades bort: den har inga tal, eller är kommunens nummer.",
        en=f"The column “{name}” was left out: it has no figures, or is the code of the municipality.",
    )
