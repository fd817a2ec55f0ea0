"""What can be wrong with a backup, said once in the three languages."""

from typing import Final

from seutu.core.text import Text

NOT_A_BACKUP: Final = Text(
    fi="Tiedosto ei ole Seutun varmuuskopio, tai se on katkennut. Anna tiedosto, jonka seutu backup on kirjoittanut.",
    sv="Filen är ingen säkerhetskopia av Seutu eller är ofullständig. Ange en fil som seutu backup har skrivit.",
    en="The file is not a backup of Seutu, or it was cut short. Give a file that seutu backup has written.",
)
ALTERED: Final = Text(
    fi="Varmuuskopiota on muutettu sen tekemisen jälkeen, tai se on tehty toisella avaimella. Mitään ei palautettu. "
    "Jos avain on toinen, anna se: --key-file TIEDOSTO.",
    sv="Säkerhetskopian har ändrats sedan den gjordes, eller så är den gjord med en annan nyckel. Inget återställdes. "
    "Om nyckeln är en annan, ange den: --key-file FIL.",
    en="The backup was altered after it was made, or it was made with another key. Nothing was restored. "
    "If the key is another one, give it: --key-file FILE.",
)
NO_KEY: Final = Text(
    fi="Avain puuttuu, joten varmuuskopion aitoutta ei voi tarkistaa. Anna sen palvelun secret.key, jossa kopio "
    "tehtiin: --key-file TIEDOSTO.",
    sv="Nyckeln saknas, så det går inte att kontrollera att kopian är äkta. Ange secret.key från den tjänst där kopian "
    "gjordes: --key-file FIL.",
    en="The key is missing, so the backup cannot be proved genuine. Give the secret.key of the service that made it: "
    "--key-file FILE.",
)
NEWER: Final = Text(
    fi="Varmuuskopio on tehty uudemmalla Seutulla ({program}). Asenna se versio ja palauta sitten.",
    sv="Säkerhetskopian är gjord med en nyare Seutu ({program}). Installera den versionen och återställ sedan.",
    en="The backup was made by a newer Seutu ({program}). Install that version and restore then.",
)
OTHER_ENGINE: Final = Text(
    fi="Varmuuskopio on SQLite-tiedosto, mutta tämä palvelu käyttää tietokantaa {here}. Tee kopio vanhalla asetuksella "
    "uudelleen: seutu backup TIEDOSTO --tables.",
    sv="Säkerhetskopian är en SQLite-fil, men den här tjänsten använder {here}. Gör om kopian med den gamla "
    "inställningen: seutu backup FIL --tables.",
    en="The backup is a file of SQLite, but this service uses {here}. Take it again with the old setting: "
    "seutu backup FILE --tables.",
)
STANDING: Final = Text(
    fi="Tietokannassa on jo tietoja. Palauta tyhjään tietokantaan tai korvaa ne: --replace.",
    sv="Databasen innehåller redan uppgifter. Återställ till en tom databas eller ersätt dem: --replace.",
    en="The database holds data already. Restore into an empty one or replace them: --replace.",
)
OTHER_VERSION: Final = Text(
    fi="Taulukoina tehty kopio palautetaan samaan versioon, jolla se tehtiin ({program}). Asenna se, palauta ja "
    "päivitä sitten.",
    sv="En kopia av tabellerna återställs till samma version som gjorde den ({program}). Installera den, återställ och "
    "uppgradera sedan.",
    en="A backup of tables is restored by the version that made it ({program}). Install it, restore, then upgrade.",
)
NO_TABLES: Final = Text(
    fi="Tietokannassa {place} ei ole vielä tietoja, joten kopioitavaa ei ole. Anna oikea kansio: seutu --dir KANSIO "
    "backup TIEDOSTO.",
    sv="Databasen {place} innehåller inga uppgifter ännu, så det finns inget att kopiera. Ange rätt mapp: "
    "seutu --dir MAPP backup FIL.",
    en="The database {place} holds no data yet, so there is nothing to back up. Give the right folder: "
    "seutu --dir FOLDER backup FILE.",
)
DAMAGED: Final = Text(
    fi="Tietokanta ei ole ehjä: {reason}. Mitään ei palautettu.",
    sv="Databasen är inte hel: {reason}. Inget återställdes.",
    en="The database is not whole: {reason}. Nothing was restored.",
)
BROKEN_CHAIN: Final = Text(
    fi="Työtilan {slug} tapahtumaketju ei ole ehjä: kohta {sequence}, {reason}.",
    sv="Händelsekedjan i arbetsytan {slug} är bruten: post {sequence}, {reason}.",
    en="The activity chain of workspace {slug} is broken: entry {sequence}, {reason}.",
)
IN_USE: Final = Text(
    fi="Tietokanta on käytössä. Sammuta palvelin (Ctrl-C tai palvelun pysäytys) ja yritä uudelleen.",
    sv="Databasen används. Stäng av servern (Ctrl-C eller stoppa tjänsten) och försök igen.",
    en="The database is in use. Stop the server (Ctrl-C or its service) and try again.",
)
