"""Zip archives (DOCX, XLSX) without the time of writing, so that the same content is the same file."""

import io
import zipfile
from typing import Final

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
