"""Zip archives without the time of writing, so that the same content is the same file: settled, or written anew."""

import io
import zipfile
from collections.abc import Iterable
from typing import IO, Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def settle_archive(archive: bytes) -> bytes:
    """Return the archive with every entry dated 1.1.1980, in the same order and with the same content."""
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return settled.getvalue()


def write_archive(files: Iterable[tuple[str, bytes]], stream: IO[bytes]) -> None:
    """Write a zip archive into a stream, each file as it is made; nothing but one file is held at a time.

    Entries are dated 1.1.1980, so that the same content is the same archive.
    """
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
