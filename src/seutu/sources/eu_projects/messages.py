"""What the reader of project lists says about a file or a row it cannot read surely.

Not for deciding anything: every function only words one finding in the three languages.
"""

from collections.abc import Sequence

from seutu.core.text import Text


def bad_column_map(name: str, reason: str) -> Text:
    """Word an unusable column map."""
    return Text(
        fi=f"Sarakekartta {name} ei kelpaa ({reason}). Korjaa se mallin columns.toml mukaiseksi.",
        sv=f"Kolumnkartan {name} duger inte ({reason}). Rätta den enligt mallen columns.toml.",
        en=f"The column map {name} cannot be used ({reason}). Correct it after the model columns.toml.",
    )


def no_columns(missing: Sequence[str]) -> Text:
    """Word a header line that lacks required columns."""
    listed = ", ".join(missing)
    return Text(
        fi=f"Tämä ei näytä hankeluettelolta: otsikkoriviltä puuttuu {listed}. "
        "Tarkista tiedosto tai lisää sen otsikot sarakekarttaan.",
        sv=f"Det här ser inte ut som en projektlista: på rubrikraden saknas {listed}. "
        "Kontrollera filen eller lägg till dess rubriker i kolumnkartan.",
        en=f"This does not look like a project list: the header line lacks {listed}. "
        "Check the file, or add its headings to the column map.",
    )


def column_twice(header: str) -> Text:
    """Word a header that stands twice."""
    return Text(
        fi=f"Sarake {header} on otsikkorivillä kahdesti. Poista toinen tai nimeä se uudelleen.",
        sv=f"Kolumnen {header} finns två gånger på rubrikraden. Ta bort den ena eller byt namn på den.",
        en=f"The column {header} stands twice on the header line. Remove or rename one of them.",
    )


def unreadable(name: str) -> Text:
    """Word a file that cannot be opened or is empty."""
    return Text(
        fi=f"Tiedostoa {name} ei voi lukea tai se on tyhjä. Tarkista polku ja lukuoikeus.",
        sv=f"Filen {name} kan inte läsas eller är tom. Kontrollera sökvägen och läsrätten.",
        en=f"The file {name} cannot be read or is empty. Check the path and your right to read it.",
    )


def not_utf8(name: str) -> Text:
    """Word a file in another character encoding."""
    return Text(
        fi=f"Tiedoston {name} merkistö ei ole UTF-8. Tallenna se muodossa CSV UTF-8 ja tuo uudelleen.",
        sv=f"Filen {name} är inte kodad i UTF-8. Spara den som CSV UTF-8 och importera på nytt.",
        en=f"The file {name} is not in UTF-8. Save it as CSV UTF-8 and import it again.",
    )


def damaged_quotes() -> Text:
    """Word a row whose quotation marks do not pair up."""
    return Text(
        fi="Rivin lainausmerkit eivät täsmää, joten sarakkeiden rajat eivät ole varmat. Korjaa rivi alkuperäisestä.",
        sv="Radens citattecken bildar inte par, så kolumngränserna är osäkra. Rätta raden enligt originalet.",
        en="The quotation marks of the row do not pair up, so it is not certain where the columns end. "
        "Correct the row from its original.",
    )


def too_few(found: int, expected: int) -> Text:
    """Word a row that is too short."""
    return Text(
        fi=f"Rivillä on {found} kenttää, vaikka otsikoita on {expected}. Rivi on katkennut: täydennä se.",
        sv=f"Raden har {found} fält fast rubrikerna är {expected}. Raden är avbruten: komplettera den.",
        en=f"The row has {found} fields but there are {expected} headings. The row is cut: complete it.",
    )


def no_reading(found: int, expected: int) -> Text:
    """Word a row with too many fields that fits the columns in no way."""
    return Text(
        fi=f"Rivillä on {found} kenttää, vaikka otsikoita on {expected}, eikä se sovi sarakkeisiin millään jaolla. "
        "Merkitse pilkulliset nimet lainausmerkkeihin.",
        sv=f"Raden har {found} fält fast rubrikerna är {expected}, och den passar inte kolumnerna hur den än delas. "
        "Sätt citattecken kring namn med kommatecken.",
        en=f"The row has {found} fields but there are {expected} headings, and no division fits the columns. "
        "Put names that hold commas in quotation marks.",
    )


def many_readings(found: int, expected: int) -> Text:
    """Word a row with too many fields that fits the columns in several ways."""
    return Text(
        fi=f"Rivillä on {found} kenttää, vaikka otsikoita on {expected}, ja sen voi lukea usealla tavalla. "
        "Merkitse pilkulliset nimet ja luvut lainausmerkkeihin.",
        sv=f"Raden har {found} fält fast rubrikerna är {expected}, och den kan läsas på flera sätt. "
        "Sätt citattecken kring namn och tal med kommatecken.",
        en=f"The row has {found} fields but there are {expected} headings, and it can be read in several ways. "
        "Put names and figures that hold commas in quotation marks.",
    )


def rejoined(columns: Sequence[str], *, unwrapped: bool) -> Text:
    """Word what was done to a row that fits the columns in exactly one way."""
    listed = ", ".join(columns)
    parts: list[tuple[str, str, str]] = []
    if unwrapped:
        parts.append(
            (
                "Koko rivi oli lainausmerkeissä; ne purettiin.",
                "Hela raden stod inom citattecken; de togs bort.",
                "The whole row stood in quotation marks; they were taken off.",
            )
        )
    if columns:
        parts.append(
            (
                f"Pilkku oli katkaissut kohdan {listed}; palat liitettiin, koska rivin voi lukea vain yhdellä tavalla.",
                f"Ett kommatecken hade delat {listed}; delarna fogades ihop eftersom raden bara kan läsas på ett sätt.",
                f"A comma had split {listed}; the parts were joined because the row can be read in only one way.",
            )
        )
    return Text(*(" ".join(part[index] for part in parts) for index in range(3)))


def bad_cell(kind: str) -> Text:
    """Word a cell that is not what its column holds. ``kind`` is a key of ``_CELL_KINDS``."""
    fi, sv, en = _CELL_KINDS[kind]
    return Text(
        fi=f"Tässä pitäisi olla {fi}. Tarkista, ovatko rivin arvot siirtyneet väärään sarakkeeseen.",
        sv=f"Här ska stå {sv}. Kontrollera om radens värden har hamnat i fel kolumn.",
        en=f"This should be {en}. Check whether the values of the row have slipped into a wrong column.",
    )


_CELL_KINDS = {
    "code": (
        "hankkeen koodi, esimerkiksi A70301",
        "projektets kod, till exempel A70301",
        "a project code such as A70301",
    ),
    "fund": (
        "rahasto (EAKR, ESR, ESR+ tai JTF)",
        "fonden (EAKR, ESR, ESR+ eller JTF)",
        "the fund (EAKR, ESR, ESR+ or JTF)",
    ),
    "name": ("hankkeen nimi", "projektets namn", "the name of the project"),
    "axis": ("toimintalinjan numero", "insatsområdets nummer", "the number of the priority axis"),
    "date": ("päivä, esimerkiksi 31.12.2016", "ett datum, till exempel 31.12.2016", "a date such as 31.12.2016"),
    "amount": (
        "euromäärä, esimerkiksi 450861,51",
        "ett eurobelopp, till exempel 450861,51",
        "an amount such as 450861.51",
    ),
    "two_readings": (
        "yksiselitteinen euromäärä (onko piste tuhaterotin vai desimaalierotin)",
        "ett entydigt eurobelopp (är punkten tusentals- eller decimaltecken)",
        "an amount with one meaning (is the point a thousands or a decimal mark)",
    ),
    "implementer": ("toteuttajan nimi", "genomförarens namn", "the name of the implementer"),
}
