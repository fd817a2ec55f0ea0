"""A zip written file by file, read back whole, the same bytes for the same content."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from seutu.reporting.documents.archives import write_archive

FILES = [("a/one.txt", b"one" * 5000), ("two.txt", b""), ("ä.txt", "ö".encode())]


def written(files: Iterable[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    write_archive(files, stream)
    return stream.getvalue()


def test_what_goes_in_comes_out() -> None:
    opened = zipfile.ZipFile(io.BytesIO(written(FILES)))
    assert opened.testzip() is None
    assert [(name, opened.read(name)) for name in opened.namelist()] == FILES


def test_the_same_content_is_the_same_archive() -> None:
    assert written(FILES) == written(FILES)


def test_each_file_is_made_when_its_turn_comes() -> None:
    stream = io.BytesIO()
    sizes: list[int] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for name, content in FILES:
            sizes.append(len(stream.getvalue()))
            yield name, content

    write_archive(files(), stream)
    assert sizes[0] == 0
    assert sizes == sorted(set(sizes))


def test_an_empty_archive_can_be_opened() -> None:
    assert zipfile.ZipFile(io.BytesIO(written([]))).namelist() == []
