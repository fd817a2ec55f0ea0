"""Zip archives without the time of writing, so that the same content is the same file: settled, or streamed anew."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, Final

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


def stream_archive(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield a zip archive piece by piece, each file as it is made; nothing but one file is held at a time.

    Entries are dated 1.1.1980, so that the same content is the same archive.
    """
    pieces = _Pieces()
    with zipfile.ZipFile(pieces, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
            yield pieces.taken()
    yield pieces.taken()


class _Pieces(io.RawIOBase):
    """A place to write to that cannot go back: what has been written is taken away."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, content: Any, /) -> int:
        """Hold what is written until it is taken."""
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        """Return what has been written since the last time."""
        content = bytes(self._held)
        self._held.clear()
        return content
