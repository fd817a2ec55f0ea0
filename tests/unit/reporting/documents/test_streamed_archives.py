"""A zip written as it is sent: piece by piece, read back whole, the same bytes for the same content."""

import io
import zipfile
from collections.abc import Iterator

from seutu.reporting.documents.archives import stream_archive

FILES = [("a/one.txt", b"one" * 5000), ("two.txt", b""), ("ä.txt", "ö".encode())]


def test_what_goes_in_comes_out() -> None:
    opened = zipfile.ZipFile(io.BytesIO(b"".join(stream_archive(FILES))))
    assert opened.testzip() is None
    assert [(name, opened.read(name)) for name in opened.namelist()] == FILES


def test_the_same_content_is_the_same_archive() -> None:
    assert b"".join(stream_archive(FILES)) == b"".join(stream_archive(FILES))


def test_each_file_is_made_when_its_turn_comes() -> None:
    made: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for name, content in FILES:
            made.append(name)
            yield name, content

    pieces = stream_archive(files())
    assert b"a/one.txt" in next(pieces)
    assert made == ["a/one.txt"]
    assert b"two.txt" in next(pieces)
    assert made == ["a/one.txt", "two.txt"]


def test_an_empty_archive_can_be_opened() -> None:
    assert zipfile.ZipFile(io.BytesIO(b"".join(stream_archive([])))).namelist() == []
