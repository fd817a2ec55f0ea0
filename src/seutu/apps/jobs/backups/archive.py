"""The archive of a backup: an ordinary zip whose last 64 characters are the service's signature of all before them.

Nothing of a zip is believed before its signature holds; then its list and every file's sha256 are compared. What is
read is only copied, never run. Not for what goes in (database.py) or for where it goes (the command).
"""

import hashlib
import hmac
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from seutu.apps.jobs.backups import messages as say
from seutu.core.problems import InputProblem

FORMAT: Final = "seutu-backup-1"
MANIFEST: Final = "manifest.json"
KEY: Final = "secret.key"
MARK: Final = b"seutu-backup:"
SIGNATURE: Final = 64
BLOCK: Final = 1 << 20
LARGEST_MANIFEST: Final = 64 << 20
LARGEST_KEY: Final = 4096
UNSAFE: Final = frozenset('\\:*?<>|"')


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: who made it and when, the state of its database, and the size and sha256 of every file."""

    made_at: str
    program: str
    engine: str
    migrations: list[str]
    workspaces: list[dict[str, Any]]
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    format: str = FORMAT


def write_archive(target: Path, files: Mapping[str, Path], manifest: Manifest, *, key: str) -> None:
    """Write the files under their names, the manifest and the signature; the target appears when it is whole."""
    draft = target.with_name(f".{target.name}.part")
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                for name, path in files.items():
                    manifest.files[name] = _add(archive, name, path)
                told = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
                archive.writestr(MANIFEST, told)
                archive.comment = MARK + b"0" * SIGNATURE
            stream.flush()
            length = stream.seek(0, os.SEEK_END) - SIGNATURE
            signature = _signature(stream, length, key)
            stream.seek(length)
            stream.write(signature)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
        while block := source.read(BLOCK):
            digest.update(block)
            size += len(block)
            member.write(block)
    return {"size": size, "sha256": digest.hexdigest()}


def _signature(stream: IO[bytes], length: int, key: str) -> bytes:
    """Return the signature of the first ``length`` bytes, as 64 hexadecimal characters."""
    own = hashlib.sha256(b"seutu backup\0" + key.encode()).digest()
    total = hmac.new(own, digestmod=hashlib.sha256)
    stream.seek(0)
    left = length
    while left and (block := stream.read(min(BLOCK, left))):
        total.update(block)
        left -= len(block)
    return total.hexdigest().encode("ascii")


def verify(path: Path, *, key: str) -> None:
    """Raise InputProblem unless every byte of the archive is as the service with this key wrote it."""
    with path.open("rb") as stream:
        length = stream.seek(0, os.SEEK_END) - SIGNATURE
        if length <= len(MARK):
            raise InputProblem.because(say.NOT_A_BACKUP)
        stream.seek(0)
        start = stream.read(4)
        stream.seek(length - len(MARK))
        mark, told = stream.read(len(MARK)), stream.read(SIGNATURE)
        if start != b"PK\x03\x04" or mark != MARK:
            raise InputProblem.because(say.NOT_A_BACKUP)
        if not hmac.compare_digest(told, _signature(stream, length, key)):
            raise InputProblem.because(say.ALTERED)


def key_inside(path: Path) -> str | None:
    """Return the key that the archive carries, if it was made with its secrets."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(KEY) as member:
            return member.read(LARGEST_KEY).decode("ascii").strip()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, OSError, EOFError, NotImplementedError, RuntimeError):
        return None


def unpack(path: Path, into: Path, *, key: str) -> Manifest:
    """Verify the archive and write its files under ``into``; after an InputProblem ``into`` is to be removed."""
    verify(path, key=key)
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            for name, told in manifest.files.items():
                _take(archive, name, told, into)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputProblem.because(say.NOT_A_BACKUP) from error
    return manifest


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    names = archive.namelist()
    try:
        with archive.open(MANIFEST) as member:
            manifest = Manifest(**json.loads(member.read(LARGEST_MANIFEST)))
    except (KeyError, TypeError, ValueError) as error:
        raise InputProblem.because(say.NOT_A_BACKUP) from error
    expected = {*manifest.files, MANIFEST}
    if manifest.format != FORMAT or len(names) != len(expected) or set(names) != expected:
        raise InputProblem.because(say.ALTERED)
    if not all(is_safe(name) for name in manifest.files):
        raise InputProblem.because(say.ALTERED)
    return manifest


def is_safe(name: str) -> bool:
    """Return whether a name stays in the folder it is unpacked to, on any system."""
    return name.isprintable() and not UNSAFE & set(name) and all(part.strip(". ") for part in name.split("/"))


def _take(archive: zipfile.ZipFile, name: str, told: Mapping[str, Any], into: Path) -> None:
    target = into / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), int(told["size"])
    closed = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(closed, "wb") as stream, archive.open(name) as member:
        while block := member.read(BLOCK):
            left -= len(block)
            if left < 0:
                break
            digest.update(block)
            stream.write(block)
        stream.flush()
        os.fsync(stream.fileno())
    if left or digest.hexdigest() != told["sha256"]:
        raise InputProblem.because(say.ALTERED)
