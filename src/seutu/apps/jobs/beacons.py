"""How far a job is while it writes, and the wish to end it, as small files in the data folder.

While a job's one transaction is open nobody sees its rows, and SQLite lets nobody else write. Not for a job's state.
"""

from pathlib import Path
from uuid import UUID

from django.conf import settings


def _file(job_id: UUID, ending: str) -> Path:
    return Path(settings.DATA_FOLDER) / "jobs" / f"{job_id}.{ending}"


def light(job_id: UUID, done: int, total: int | None) -> None:
    """Say how far a writing job is."""
    path = _file(job_id, "progress")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{done} {total or ''}", encoding="ascii")


def seen(job_id: UUID) -> tuple[int, int | None] | None:
    """Return how far a writing job is; None when none is writing."""
    try:
        done, _, total = _file(job_id, "progress").read_text(encoding="ascii").partition(" ")
        return int(done), int(total) if total else None
    except (OSError, ValueError):
        return None


def ask_to_end(job_id: UUID) -> None:
    """Ask a writing job to end."""
    path = _file(job_id, "end")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def is_asked_to_end(job_id: UUID) -> bool:
    """Return whether a writing job was asked to end."""
    return _file(job_id, "end").exists()


def put_out(job_id: UUID) -> None:
    """Remove what was left of a job."""
    for ending in ("progress", "end"):
        _file(job_id, ending).unlink(missing_ok=True)
