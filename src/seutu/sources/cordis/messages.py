"""What the reader of framework programme files says about a file, a row or an odd value.

Not for deciding anything: every value or function only words one finding in the three languages.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.text import Text

FP7_PERIOD: Final = Text(
    fi="FP7-aineistossa ei ole päivämääriä: hankkeet ja yhteydet on merkitty koko ohjelmakaudelle 2007–2013.",
    sv="FP7-materialet saknar datum: projekten och kopplingarna har daterats till hela programperioden 2007–2013.",
    en="The FP7 material has no dates: projects and links are dated to the whole programme period 2007–2013.",
)
DOUBLE_ROWS: Final = Text(
    fi="Sama toimija on samassa hankkeessa kahdesti. Toinen rivi jätettiin pois.",
    sv="Samma aktör finns två gånger i samma projekt. Den andra raden lämnades bort.",
    en="The same organisation is in the same project twice. The second row was left out.",
)
GARBLED: Final = Text(
    fi="Kirjaimet ovat menneet rikki aiemmassa muunnoksessa. Arvo on jätetty ennalleen: korjaa se käsin.",
    sv="Bokstäverna har gått sönder i en tidigare konvertering. Värdet är oförändrat: rätta det för hand.",
    en="Letters were broken by an earlier conversion. The value is left as it is: correct it by hand.",
)
NOT_A_CITY: Final = Text(
    fi="Tämä on organisaation nimi, ei paikkakunta. Arvo on jätetty ennalleen: korjaa se käsin.",
    sv="Det här är namnet på en organisation, inte en ort. Värdet är oförändrat: rätta det för hand.",
    en="This is the name of an organisation, not a town. The value is left as it is: correct it by hand.",
)
POST_CODE_PADDED: Final = Text(
    fi="Postinumerosta puuttuivat etunollat. Ne lisättiin.",
    sv="Postnumret saknade inledande nollor. De lades till.",
    en="The postal code lacked its leading zeros. They were added.",
)
POST_CODE_ODD: Final = Text(
    fi="Tämä ei ole suomalainen postinumero. Arvo jätettiin pois: täydennä se käsin.",
    sv="Det här är inget finländskt postnummer. Värdet lämnades bort: komplettera det för hand.",
    en="This is not a Finnish postal code. The value was left out: complete it by hand.",
)
BAD_BUSINESS_ID: Final = Text(
    fi="ALV-numerosta ei saa Y-tunnusta: tarkistusnumero ei täsmää. Y-tunnus jätettiin tyhjäksi.",
    sv="Momsnumret ger inget FO-nummer: kontrollsiffran stämmer inte. FO-numret lämnades tomt.",
    en="The VAT number gives no business ID: its check digit does not match. The business ID was left empty.",
)
BAD_LOCATION: Final = Text(
    fi="Sijainti ei ole Suomessa tai sitä ei voi lukea. Se jätettiin tyhjäksi.",
    sv="Läget är inte i Finland eller kan inte läsas. Det lämnades tomt.",
    en="The location is not in Finland or cannot be read. It was left empty.",
)
BAD_AMOUNT: Final = Text(
    fi="Tämä ei ole yksiselitteinen euromäärä. Se jätettiin tyhjäksi.",
    sv="Det här är inget entydigt eurobelopp. Det lämnades tomt.",
    en="This is not an unambiguous amount in euros. It was left empty.",
)
BAD_DATE: Final = Text(
    fi="Tämä ei ole päivä muodossa 2021-05-31. Se jätettiin tyhjäksi.",
    sv="Det här är inget datum av formen 2021-05-31. Det lämnades tomt.",
    en="This is not a date of the form 2021-05-31. It was left empty.",
)
QUOTES_MENDED: Final = Text(
    fi='Rivin lainausmerkit eivät noudata CSV:n sääntöjä. Rivi luettiin erottimen ";" mukaan.',
    sv='Radens citattecken följer inte reglerna för CSV. Raden lästes enligt skiljetecknet ";".',
    en='The quotation marks of the row break the rules of CSV. The row was read by the separator ";".',
)
BAD_ROW: Final = Text(
    fi="Rivin kenttien määrä poikkeaa otsikoista, eikä rivi ole luettavissa varmasti. Se jätettiin pois.",
    sv="Radens antal fält avviker från rubrikerna, och raden kan inte läsas säkert. Den lämnades bort.",
    en="The number of fields differs from the headings and the row cannot be read with certainty. It was left out.",
)
NO_SUCH_PROJECT: Final = Text(
    fi="Hanketta ei ole tiedostossa project.csv, joten sen nimi ja päivät jäävät tyhjiksi.",
    sv="Projektet finns inte i filen project.csv, så dess namn och datum förblir tomma.",
    en="The project is not in project.csv, so its title and dates stay empty.",
)


def no_programme(given: str, known: str) -> Text:
    """Word a framework programme that CORDIS has no export of."""
    return Text(
        fi=f"CORDISista ei voi hakea puiteohjelmaa ”{given}”. Valitse jokin näistä: {known}.",
        sv=f"Ramprogrammet ”{given}” går inte att hämta ur CORDIS. Välj något av {known}.",
        en=f"The framework programme “{given}” cannot be fetched from CORDIS. Choose one of {known}.",
    )


def nothing_here(name: str) -> Text:
    """Word a path that holds no material of the framework programmes."""
    return Text(
        fi=f"Kohteessa {name} ei ole CORDIS-aineistoa. Anna CORDISin zip-tiedosto tai kansio, "
        "jossa on organization.csv, fp7_participations.tsv.gz tai h2020_participations.csv.gz.",
        sv=f"{name} innehåller inget CORDIS-material. Ange zip-filen från CORDIS eller en mapp "
        "med organization.csv, fp7_participations.tsv.gz eller h2020_participations.csv.gz.",
        en=f"There is no CORDIS material in {name}. Give the zip file from CORDIS, or a folder "
        "with organization.csv, fp7_participations.tsv.gz or h2020_participations.csv.gz.",
    )


def unreadable(name: str) -> Text:
    """Word a file that is cut, damaged or in another encoding."""
    return Text(
        fi=f"Tiedostoa {name} ei voi lukea: se on katkennut, vioittunut tai muu kuin UTF-8. Lataa se uudelleen.",
        sv=f"Filen {name} kan inte läsas: den är avbruten, skadad eller inte UTF-8. Hämta den på nytt.",
        en=f"The file {name} cannot be read: it is cut, damaged or not in UTF-8. Download it again.",
    )


def no_columns(name: str, missing: Sequence[str]) -> Text:
    """Word a file that lacks required columns."""
    listed = ", ".join(missing)
    return Text(
        fi=f"Tiedostosta {name} puuttuu {listed}. Tarkista, että se on alkuperäinen vientitiedosto.",
        sv=f"Filen {name} saknar {listed}. Kontrollera att den är den ursprungliga exporten.",
        en=f"The file {name} lacks {listed}. Check that it is the original export.",
    )


def same_business_id(business_id: str) -> Text:
    """Word the surest reason to merge."""
    return Text(
        fi=f"Sama Y-tunnus {business_id}.",
        sv=f"Samma FO-nummer {business_id}.",
        en=f"The same business ID {business_id}.",
    )


def same_name(name: str) -> Text:
    """Word equal names under different identifiers."""
    return Text(
        fi=f"Sama nimi eri tunnuksilla: {name}.",
        sv=f"Samma namn under olika koder: {name}.",
        en=f"The same name under different identifiers: {name}.",
    )


def same_short_name(short_name: str, place: str) -> Text:
    """Word equal short names in one town."""
    return Text(
        fi=f"Sama lyhenne {short_name} samalla paikkakunnalla ({place}).",
        sv=f"Samma förkortning {short_name} på samma ort ({place}).",
        en=f"The same short name {short_name} in the same town ({place}).",
    )


def same_site(host: str) -> Text:
    """Word equal web sites."""
    return Text(fi=f"Sama verkkosivusto {host}.", sv=f"Samma webbplats {host}.", en=f"The same web site {host}.")


def alike_names(first: str, second: str, percent: int) -> Text:
    """Word names that are nearly the same."""
    return Text(
        fi=f"Nimet muistuttavat toisiaan {percent}-prosenttisesti: {first} – {second}.",
        sv=f"Namnen liknar varandra till {percent} procent: {first} – {second}.",
        en=f"The names are {percent} per cent alike: {first} – {second}.",
    )
