"""A packed file (zip) that is checked before any of it is unpacked, and unpacked in pieces that are counted.

Knows nothing of sheets. Refuses what no spreadsheet program writes: odd names, repeated or overlapping members,
passwords, exotic packing, sizes and ratios over the limits, false sizes.
"""

import struct
import zipfile
import zlib
from collections.abc import Generator
from pathlib import Path, PurePosixPath
from typing import Final, Self

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.limits import Limits

_PIECE: Final = 1 << 16
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_SIZE: Final = 20
_END_64: Final = b"PK\x06\x06"
_LISTING_BYTES: Final = 500
_PASSWORD_FLAG: Final = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)

_MEMBERS = Text(fi="siinä on liikaa osia", sv="den har för många delar", en="it has too many parts")
_NAMES = Text(
    fi="sen osien nimet osoittavat muualle",
    sv="dess delar har namn som pekar ut ur filen",
    en="its parts point elsewhere",
)
_REPEATED = Text(fi="sama osa on siinä kahdesti", sv="samma del finns två gånger", en="the same part is in it twice")
_PACKING = Text(fi="sen pakkaustapa on outo", sv="den är packad på ett udda sätt", en="it is packed in an odd way")
_OVERLAP = Text(fi="sen osat ovat päällekkäin", sv="dess delar överlappar varandra", en="its parts overlap")
_BOMB = Text(
    fi="se purkautuu kohtuuttoman suureksi",
    sv="den packas upp till en orimlig storlek",
    en="it unpacks to an absurd size",
)


def unsafe(why: Text) -> InputProblem:
    """Return the refusal of a file that is built to do harm."""
    return InputProblem(Problem(say.unsafe(why)))


def damaged() -> InputProblem:
    """Return the refusal of a damaged file."""
    return InputProblem(Problem(say.broken()))


class Archive:
    """An opened and checked packed file; use it as a context manager."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._left = limits.unpacked_bytes
        self._limits = limits
        _check_listing(path, limits)
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise damaged() from error
        try:
            _check_members(self._zip.infolist(), path.stat().st_size, limits)
        except InputProblem:
            self._zip.close()
            raise
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def pieces(self, name: str) -> Generator[bytes, None, None]:
        """Yield the unpacked bytes of a member; raises ``InputProblem`` when they are damaged or over the limit."""
        try:
            with self._zip.open(name) as stream:
                while piece := stream.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise unsafe(_BOMB)
                    yield piece
        except (*_BROKEN, KeyError) as error:
            raise damaged() from error


def _check_listing(path: Path, limits: Limits) -> None:
    """Read how long the list of members claims to be, before the library reads all of it."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        stream.seek(max(0, size - _END_SIZE - 0xFFFF))
        tail = stream.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) - at < _END_SIZE:
            raise damaged()
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        locator = tail[at - _LOCATOR_SIZE : at] if at >= _LOCATOR_SIZE else b""
        if locator.startswith(_LOCATOR):
            stream.seek(min(size, int.from_bytes(locator[8:16], "little")))
            end = stream.read(56)
            length = int.from_bytes(end[40:48], "little") if end.startswith(_END_64) else size
    if length > limits.members * _LISTING_BYTES:
        raise unsafe(_MEMBERS)


def _check_members(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if len(members) > limits.members:
        raise unsafe(_MEMBERS)
    if len({member.filename.casefold() for member in members}) < len(members):
        raise unsafe(_REPEATED)
    if sum(member.compress_size for member in members) > size:
        raise unsafe(_OVERLAP)
    if len({member.header_offset for member in members}) < len(members):
        raise unsafe(_OVERLAP)
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise unsafe(_BOMB)
    for member in members:
        _check_member(member, limits)


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    name = member.orig_filename
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in PurePosixPath(name).parts:
        raise unsafe(_NAMES)
    if member.flag_bits & _PASSWORD_FLAG:
        raise InputProblem(Problem(say.encrypted()))
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise unsafe(_PACKING)
    if member.file_size > limits.ratio_from_bytes and member.file_size > limits.ratio * member.compress_size:
        raise unsafe(_BOMB)
