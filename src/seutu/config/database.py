"""Django's DATABASES from one URL. SQLite by default, PostgreSQL by setting; nothing else."""

from pathlib import Path
from urllib.parse import unquote, urlsplit


class UnknownDatabaseError(ValueError):
    """The database URL names something other than PostgreSQL."""


def sqlite(folder: Path) -> dict[str, object]:
    """Return the SQLite setting: write-ahead log, immediate transactions, full sync, zeroed free pages, patience."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / "seutu.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; "
                "PRAGMA secure_delete=ON;"
            ),
        },
    }


def from_url(url: str) -> dict[str, object]:
    """Return the setting of a PostgreSQL URL.

    Raises UnknownDatabaseError for any other scheme.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        message = "SEUTU_DATABASE_URL must begin with postgresql://. Leave it out to use SQLite."
        raise UnknownDatabaseError(message)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
