"""The file of the signing key: written whole or not at all, and never over one that stands.

Needs neither Django nor the settings: both are asked after it. Not for a key that is set (SEUTU_SECRET_KEY).
"""

import os
import tempfile
from pathlib import Path
from typing import Final

from seutu.cli.restored import synced
from seutu.core.problems import InputProblem
from seutu.core.text import Text

DRAFT: Final = ".secret.key-"
EMPTY: Final = Text(
    fi="Avaintiedosto {file} on tyhjä tai rikki. Historia on allekirjoitettu avaimella: palauta tiedosto kopiostasi. "
    "Vain jos tietoja ei vielä ole, poista tiedosto, niin Seutu tekee uuden avaimen.",
    sv="Nyckelfilen {file} är tom eller trasig. Historiken är signerad med nyckeln: ta tillbaka filen från din kopia. "
    "Bara om det inte finns några uppgifter än kan du radera filen, så gör Seutu en ny nyckel.",
    en="The key file {file} is empty or broken. The history is signed with the key: bring the file back from your "
    "copy. Only if there are no data yet, delete the file, and Seutu makes a new key.",
)


def read_key(file: Path) -> str:
    """Return the key of the file. Raises InputProblem when it holds none."""
    try:
        key = file.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        key = ""
    if not key:
        raise InputProblem.because(Text(**{name: text.format(file=file) for name, text in EMPTY.as_dict().items()}))
    return key


def keep_key(file: Path, key: str) -> str:
    """Keep the key in the file unless one stands there, and return the key that stands: the first of several wins.

    Raises InputProblem when the file that stands holds none.
    """
    if not file.exists():
        descriptor, name = tempfile.mkstemp(prefix=DRAFT, dir=file.parent)
        draft = Path(name)
        try:
            _write(descriptor, key)
            _put_first(draft, file, key)
        finally:
            draft.unlink(missing_ok=True)
        synced(file.parent)
    return read_key(file)


def _put_first(draft: Path, file: Path, key: str) -> None:
    try:
        os.link(draft, file)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        try:
            _write(descriptor, key)
        except BaseException:
            file.unlink(missing_ok=True)
            raise


def _write(descriptor: int, key: str) -> None:
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(key)
        stream.flush()
        os.fsync(stream.fileno())
