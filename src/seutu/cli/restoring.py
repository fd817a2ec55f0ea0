"""The steps of a restore: prove the archive, build the installation beside, check it, then let it take its place.

Until the last step nothing that stands is touched, and the last step replaces the database in one move. What a restore
that was killed after it left beside is put in its place by restored.py.
"""

import os
import shutil
import sqlite3
import tempfile
import tomllib
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from seutu.cli.restored import DATABASE, ERASURES, KEY, OPTIONS, READY, finish_restore, synced
from seutu.cli.signing_key import DRAFT, keep_key, read_key
from seutu.cli.starting import start, take_steps

STAGE: Final = ".restoring-"


def key_for(file: Path, folder: Path, key_file: Path | None) -> str:
    """Return the key by which the archive is proved: the one given, the folder's own, else the one the archive carries.

    Raises InputProblem when there is none.
    """
    from seutu.apps.jobs.backups import messages as say
    from seutu.apps.jobs.backups.archive import key_inside
    from seutu.core.problems import InputProblem

    if key_file is not None:
        return key_file.read_text(encoding="utf-8").strip()
    found = _own_key(folder) or key_inside(file)
    if not found:
        raise InputProblem.because(say.NO_KEY)
    return found


def _own_key(folder: Path) -> str | None:
    if told := _set("secret_key", folder):
        return told
    kept = folder / KEY
    return read_key(kept) if kept.is_file() else None


def has_own_server(folder: Path) -> bool:
    """Return whether the data stand in a database server and not in the folder."""
    return _set("database_url", folder) is not None


def _set(name: str, folder: Path) -> str | None:
    """Return a setting before the settings are read: Django cannot be started without a key."""
    if told := os.environ.get(f"SEUTU_{name.upper()}"):
        return told
    options = folder / OPTIONS
    held = tomllib.loads(options.read_text(encoding="utf-8")).get(name) if options.is_file() else None
    return str(held) if held else None


def restore_backup(file: Path, folder: Path, key: str, *, replace: bool = False) -> dict[str, Any]:
    """Restore the archive into the folder and return the report; raises InputProblem with nothing changed."""
    from seutu.apps.jobs.backups.archive import unpack

    finish_restore(folder)
    for left in (*folder.glob(f"{STAGE}*"), folder / READY):
        shutil.rmtree(left, ignore_errors=True)
    for left in folder.glob(f"{DRAFT}*"):
        left.unlink(missing_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
    try:
        manifest = unpack(file, stage, key=key)
        os.environ["SEUTU_SECRET_KEY"] = key
        start(migrate=False)
        from django.db import connection

        _refuse_unfit(manifest)
        told = {**asdict(manifest), "files": len(manifest.files)}
        if connection.vendor == "sqlite":
            told |= _restore_file(stage, folder, key, manifest)
        else:
            told |= _restore_tables(stage, manifest, replace=replace)
            keep_key(folder / KEY, key)
            stage.rename(folder / READY)
        finish_restore(folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return told


def _refuse_unfit(manifest: Any) -> None:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    from seutu.apps.jobs.backups import messages as say
    from seutu.core.problems import InputProblem

    if manifest.engine == "sqlite" and connection.vendor != "sqlite":
        raise InputProblem.because(say.OTHER_ENGINE.filled(here=connection.vendor))
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    known |= {f"{app}.{name}" for each in loader.disk_migrations.values() for app, name in each.replaces}
    if not set(manifest.migrations) <= known:
        raise InputProblem.because(say.NEWER.filled(program=manifest.program))


def _restore_file(stage: Path, folder: Path, key: str, manifest: Any) -> dict[str, Any]:
    from django.db import connection

    from seutu.apps.jobs.backups.database import copy_sqlite, forget_visits, refuse_damaged, tables_put_back

    built = stage / "database" / DATABASE
    connection.close()
    connection.settings_dict["NAME"] = str(built)
    built.touch(mode=0o600)  # a backup of tables holds none
    take_steps()
    if manifest.engine != "sqlite":
        with tables_put_back(stage, manifest):
            pass
    refuse_damaged()
    erased = _erase_again(folder)
    forget_visits()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    target = folder / DATABASE
    kept = None
    if target.exists():
        _refuse_busy(target)
        (folder / "backups").mkdir(mode=0o700, exist_ok=True)
        kept = folder / "backups" / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S}.sqlite3"
        copy_sqlite(target, kept)
        _refuse_busy(target)
    synced(built)
    keep_key(folder / KEY, key)
    stage.rename(folder / READY)
    (folder / READY / "database" / DATABASE).replace(target)
    synced(folder)
    return {"kept": str(kept) if kept else None, "erased_again": erased}


def _refuse_busy(database: Path) -> None:
    """Take the write-ahead log into the file and away; raises InputProblem when somebody has the database open."""
    from seutu.apps.jobs.backups import messages as say
    from seutu.core.problems import InputProblem

    try:
        with closing(sqlite3.connect(database, timeout=1, isolation_level=None)) as held:
            mode = held.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise InputProblem.because(say.IN_USE) from error
    except sqlite3.DatabaseError:
        return
    if mode != "delete":
        raise InputProblem.because(say.IN_USE)


def _restore_tables(stage: Path, manifest: Any, *, replace: bool) -> dict[str, Any]:
    from django.conf import settings

    from seutu.apps.accounts.models import User, Workspace
    from seutu.apps.jobs.backups import messages as say
    from seutu.apps.jobs.backups.database import refuse_damaged, tables_put_back
    from seutu.core.problems import InputProblem

    start()
    if not replace and (Workspace.objects.exists() or User.objects.exists()):
        raise InputProblem.because(say.STANDING)
    with tables_put_back(stage, manifest):
        refuse_damaged()
        erased = _erase_again(Path(settings.DATA_FOLDER))
    return {"kept": None, "erased_again": erased}


def _erase_again(folder: Path) -> int:
    """Erase anew what was erased after the backup was made, as the notes beside the database tell; return how many."""
    from seutu.apps.register.erasing import replay_erasures

    notes = folder / ERASURES
    return replay_erasures(notes, at=datetime.now(UTC)) if notes.is_file() else 0
