"""Django's DATABASES from one URL. SQLite by default, PostgreSQL by setting; nothing else."""

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from seutu.core.problems import InputProblem
from seutu.core.text import Text

WRONG: Final = Text(
    fi="Asetus SEUTU_DATABASE_URL ei kelpaa: sen alussa on oltava postgresql://, ja portin on oltava numero. Jätä "
    "asetus pois, niin käytössä on SQLite.",
    sv="Inställningen SEUTU_DATABASE_URL duger inte: den ska börja med postgresql:// och porten ska vara ett tal. "
    "Utan inställningen används SQLite.",
    en="The setting SEUTU_DATABASE_URL is not right: it must begin with postgresql://, and the port must be a number. "
    "Leave it out to use SQLite.",
)


def sqlite(folder: Path) -> dict[str, object]:
    """Return the SQLite setting: write-ahead log, immediate transactions, full sync, zeroed free pages, patience.

    A thread keeps its connection for a minute: opening one and closing the last one cost more than most requests.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / "seutu.sqlite3"),
        "CONN_MAX_AGE": 60,
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

    Raises InputProblem, which never shows the URL, for any other scheme or a URL that cannot be taken apart.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise InputProblem.because(WRONG) from None
    if parts.scheme not in {"postgres", "postgresql"}:
        raise InputProblem.because(WRONG)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
