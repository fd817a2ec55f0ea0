"""What the files of an audit folder are called in its index, and the headers of the index and the log.

Words only. Not for making the files (``audit_folder``).
"""

from typing import Final

from seutu.core.text import Text

PLAN: Final = Text(
    fi="Hankkeen suunnitelma, kuten se nyt on", sv="Projektets plan som den är nu", en="The project's plan as it stands"
)
BUDGET: Final = Text(fi="Kustannusarvio ja rahoitus", sv="Kostnadskalkyl och finansiering", en="Budget and funding")
APPLICATION: Final = Text(
    fi="Hakemus ”{name}”, kuten se nyt on", sv="Ansökan ”{name}” som den är nu", en="Application “{name}” as it stands"
)
DECISION: Final = Text(fi="Päätös ”{name}”", sv="Beslut ”{name}”", en="Decision “{name}”")
CLAIM: Final = Text(
    fi="Maksatushakemus {number} laskettuna tositteineen",
    sv="Betalningsansökan {number} uträknad med verifikat",
    en="Payment claim {number} worked out, with its vouchers",
)
DOCUMENT: Final = Text(
    fi="Asiakirja ”{name}”, kuten se nyt on", sv="Dokument ”{name}” som det är nu", en="Document “{name}” as it stands"
)
LIST: Final = Text(fi="Luettelo: {name}", sv="Förteckning: {name}", en="List: {name}")
VERSION: Final = Text(
    fi="Tallennettu versio {number} ({name}): {kind}, muuttumattomana",
    sv="Sparad version {number} ({name}): {kind}, oförändrad",
    en="Kept version {number} ({name}): {kind}, unchanged",
)
LOG: Final = Text(
    fi="Muutosloki: kuka muutti mitä ja milloin",
    sv="Ändringslogg: vem ändrade vad och när",
    en="Log of changes: who changed what, and when",
)
OF: Final = Text(
    fi="Hankkeen ”{name}” tarkastuskansio, hankekoodi {code}.",
    sv="Granskningsmapp för projektet ”{name}”, projektkod {code}.",
    en="Audit folder of the project “{name}”, code {code}.",
)
NO_ATTACHMENTS: Final = Text(
    fi="Tositteiden kuvat, liitetiedostot ja allekirjoitetut paperit eivät ole kansiossa: ne ovat asianhallinnassa ja "
    "kirjanpidossa. Roskakorissa olevat tietueet näkyvät vain lokissa. Arvioijien pisteet eivät kuulu kansioon.",
    sv="Bilder av verifikat, bilagor och underskrivna papper finns inte i mappen: de finns i ärendehanteringen och "
    "bokföringen. Poster i papperskorgen syns bara i loggen. Bedömarnas poäng hör inte till mappen.",
    en="Pictures of vouchers, attached files and signed papers are not in the folder: they are in case management and "
    "the accounts. Records in the trash are seen in the log only. Assessors' scores are no part of the folder.",
)
INDEX_COLUMNS: Final = (
    ("file", Text(fi="tiedosto", sv="fil", en="file")),
    ("size", Text(fi="koko (tavua)", sv="storlek (byte)", en="size (bytes)")),
    ("sha256", Text.same("SHA-256")),
    ("day", Text(fi="päivä", sv="dag", en="day")),
    ("what", Text(fi="mikä se on", sv="vad det är", en="what it is")),
)
LOG_COLUMNS: Final = (
    ("sequence", Text(fi="järjestysnumero", sv="ordningsnummer", en="sequence")),
    ("at", Text(fi="aika", sv="tid", en="time")),
    ("person", Text(fi="kuka", sv="vem", en="who")),
    ("operation", Text(fi="teko", sv="åtgärd", en="act")),
    ("kind", Text(fi="laji", sv="slag", en="kind")),
    ("record", Text(fi="tietueen id", sv="postens id", en="record id")),
    ("title", Text(fi="tietue", sv="post", en="record")),
    ("change", Text(fi="muutos", sv="ändring", en="change")),
    ("column", Text(fi="sarake", sv="kolumn", en="column")),
    ("before", Text(fi="ennen", sv="före", en="before")),
    ("after", Text(fi="jälkeen", sv="efter", en="after")),
)
