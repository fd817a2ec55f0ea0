"""Whether an error means that nothing could be written: a full disk, or a place that may not be written to.

Told by the number of the system's error, or by the words of the database's. Not for errors of what was to be written.
"""

import errno
from enum import StrEnum
from typing import Final

from seutu.core.text import Text


class StorageFault(StrEnum):
    """Why nothing could be written."""

    FULL = "full"
    UNWRITABLE = "unwritable"


FULL_NUMBERS: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
UNWRITABLE_NUMBERS: Final = frozenset({errno.EROFS, errno.EIO, errno.EACCES, errno.EPERM})
FULL_WORDS: Final = ("disk is full", "no space left", "disk full", "quota exceeded", "file too large")
UNWRITABLE_WORDS: Final = (
    "readonly database",
    "read-only",
    "disk i/o error",
    "unable to open database file",
    "permission denied",
)
# Errors of the databases at hand, by name, so that none of their libraries is loaded to find out.
OF_DATABASES: Final = frozenset({"OperationalError", "InternalError", "IOException"})

TITLES: Final = {
    StorageFault.FULL: Text(fi="Levy on täynnä", sv="Disken är full", en="The disk is full"),
    StorageFault.UNWRITABLE: Text(
        fi="Tietoja ei voi nyt tallentaa", sv="Det går inte att spara nu", en="Nothing can be saved now"
    ),
}
SAID: Final = {
    StorageFault.FULL: Text(
        fi="Mitään ei tallennettu. Ilmoita ylläpitäjälle, että palvelun levy on täynnä. Palaa sitten selaimella "
        "takaisin: kirjoittamasi on vielä lomakkeella.",
        sv="Inget sparades. Meddela administratören att tjänstens disk är full. Gå sedan tillbaka i webbläsaren: "
        "det du skrev finns kvar i formuläret.",
        en="Nothing was saved. Tell your administrator that the disk of the service is full. Then go back in the "
        "browser: what you wrote is still in the form.",
    ),
    StorageFault.UNWRITABLE: Text(
        fi="Mitään ei tallennettu: palvelu ei saa kirjoittaa tietokansioonsa. Ilmoita ylläpitäjälle. Palaa sitten "
        "selaimella takaisin: kirjoittamasi on vielä lomakkeella.",
        sv="Inget sparades: tjänsten får inte skriva i sin datamapp. Meddela administratören. Gå sedan tillbaka i "
        "webbläsaren: det du skrev finns kvar i formuläret.",
        en="Nothing was saved: the service may not write to its data folder. Tell your administrator. Then go back "
        "in the browser: what you wrote is still in the form.",
    ),
}


def storage_fault(error: BaseException | None) -> StorageFault | None:
    """Return why nothing could be written, looking at the error and what it came from; None for any other error."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if (found := _fault(error)) is not None:
            return found
        error = error.__cause__ or error.__context__
    return None


def _fault(error: BaseException) -> StorageFault | None:
    if isinstance(error, OSError):
        if error.errno in FULL_NUMBERS:
            return StorageFault.FULL
        return StorageFault.UNWRITABLE if error.errno in UNWRITABLE_NUMBERS else None
    if not OF_DATABASES & {each.__name__ for each in type(error).__mro__}:
        return None
    said = str(error).casefold()
    if any(words in said for words in FULL_WORDS):
        return StorageFault.FULL
    return StorageFault.UNWRITABLE if any(words in said for words in UNWRITABLE_WORDS) else None
