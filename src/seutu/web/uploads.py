"""Files a person has sent for import, kept in the data folder for a day (apps/jobs/sent_files.py clears them)."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.files.rejected import SUFFIX

DONE: Final = ".done.json"
LONGEST_NAME: Final = 240
MEGABYTE: Final = 1024 * 1024
_UNSAFE: Final = re.compile(r"[^\w.()\- ]")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of one workspace. The name is only shown, never used as a path."""

    token: UUID
    path: Path
    name: str


def is_too_large(*sent: "UploadedFile[bytes]") -> bool:
    """Return whether files together are more than may be sent."""
    return sum(each.size or 0 for each in sent) > settings.UPLOAD_LIMIT_MB * MEGABYTE


def _folder(workspace: Workspace) -> Path:
    folder = Path(settings.DATA_FOLDER) / "uploads" / str(workspace.pk)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep_file(workspace: Workspace, kind: str, sent: "UploadedFile[bytes]") -> Upload:
    """Keep a sent file and return it under a token."""
    folder = _folder(workspace)
    token = uuid4()
    path = folder / f"{token}.upload"
    with path.open("wb") as stream:
        for chunk in sent.chunks():
            stream.write(chunk)
    return _named(folder, token, kind, sent.name or "file")


def keep_text(workspace: Workspace, kind: str, text: str, name: str) -> Upload:
    """Keep pasted rows as a file."""
    folder = _folder(workspace)
    token = uuid4()
    (folder / f"{token}.upload").write_text(text, encoding="utf-8")
    return _named(folder, token, kind, name)


def keep_files(workspace: Workspace, sent: "Sequence[UploadedFile[bytes]]") -> Upload:
    """Keep sent files that are one whole in a folder of their own, under names that are safe as file names.

    Readers of registers go by the names; the name of the first is shown.
    """
    folder = _folder(workspace)
    token = uuid4()
    path = folder / f"{token}.files"
    path.mkdir()
    for each in sent:
        with (path / _safe(each.name or "file")).open("wb") as stream:
            for chunk in each.chunks():
                stream.write(chunk)
    return Upload(token, path, _shown(path))


def kept_files(workspace: Workspace, token: UUID) -> Upload | None:
    """Return the kept files of this workspace as their folder, or None."""
    path = _folder(workspace) / f"{token}.files"
    return Upload(token, path, _shown(path)) if path.is_dir() else None


def _safe(name: str) -> str:
    """Return the end of a name, with its ending, in at most as many bytes as file systems take."""
    safe = _UNSAFE.sub("_", Path(name.replace("\\", "/")).name).lstrip(".")[-120:]
    return safe.encode("utf-8")[-LONGEST_NAME:].decode("utf-8", errors="ignore") or "file"


def _shown(folder: Path) -> str:
    return ", ".join(sorted(each.name for each in folder.iterdir()))[:200]


def _named(folder: Path, token: UUID, kind: str, name: str) -> Upload:
    shown = Path(name.replace("\\", "/")).name[:200]
    (folder / f"{token}.json").write_text(json.dumps({"name": shown, "kind": kind}), encoding="utf-8")
    return Upload(token, folder / f"{token}.upload", shown)


def kept_upload(workspace: Workspace, kind: str, token: UUID) -> Upload | None:
    """Return a kept file of this workspace and kind, or None."""
    folder = _folder(workspace)
    path, about = folder / f"{token}.upload", folder / f"{token}.json"
    if not path.exists() or not about.exists():
        return None
    told = json.loads(about.read_text(encoding="utf-8"))
    return Upload(token, path, told["name"]) if told["kind"] == kind else None


def keep_done(upload: Upload, kind: str, told: Mapping[str, Any]) -> None:
    """Keep what an import did, for the page that says so."""
    about = json.dumps({**told, "name": upload.name, "kind": kind}, ensure_ascii=False)
    upload.path.with_suffix(DONE).write_text(about, encoding="utf-8")


def kept_done(workspace: Workspace, kind: str, token: UUID) -> dict[str, Any] | None:
    """Return what an import of this workspace and kind did, or None."""
    path = _folder(workspace) / f"{token}{DONE}"
    if not path.exists():
        return None
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told if told["kind"] == kind else None


def kept_rejected(workspace: Workspace, token: UUID) -> Path | None:
    """Return the file of the rows that an import of this workspace rejected, or None."""
    path = _folder(workspace) / f"{token}{SUFFIX}"
    return path if path.exists() else None


def forget(upload: Upload) -> None:
    """Delete a kept file."""
    upload.path.unlink(missing_ok=True)
    upload.path.with_suffix(".json").unlink(missing_ok=True)
