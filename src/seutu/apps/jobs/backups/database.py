"""The database in a backup: taken while people work, put back whole.

SQLite: its own online copy of the file, or, to move to the other database, the tables of that copy as JSON lines
(lines.py). PostgreSQL: every table as JSON lines within one repeatable-read snapshot, written and read by the server
itself, so that no value changes its type. Not for the archive around them.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, transaction

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.backups import messages as say
from seutu.apps.jobs.backups.archive import Manifest
from seutu.apps.jobs.backups.lines import BATCH, lines_of, models, opened_copy, put_lines
from seutu.apps.records.chain import breaks
from seutu.apps.records.scope import in_scope
from seutu.core.problems import InputProblem, Problem

SQLITE_FILE: Final = "seutu.sqlite3"
FOLDER: Final = "database"
TABLES: Final = "tables"
SHOWN_BREAKS: Final = 20
WORKSPACE_TABLE: Final = "accounts_workspace"
WORKSPACES: Final = f"SELECT slug, head_sequence, head_digest FROM {WORKSPACE_TABLE} ORDER BY slug"  # noqa: S608 - above
MIGRATIONS: Final = "SELECT app || '.' || name FROM django_migrations ORDER BY 1"
# Nobody stays signed in over a restore, and a one-time link that was used since is not usable again.
PASSING: Final = ("django_session", "accounts_entryticket")


def engine() -> str:
    """Return "sqlite" or "postgresql"."""
    return str(connection.vendor)


def holds_tables() -> bool:
    """Return whether the making of the tables ever came as far as the workspaces: without them there are no data."""
    return WORKSPACE_TABLE in connection.introspection.table_names()


def take_database(
    folder: Path, *, made_at: str, program: str, as_tables: bool = False
) -> tuple[dict[str, Path], Manifest]:
    """Write a consistent copy of the database into ``folder``; return its files by archive name, and its manifest.

    ``as_tables`` writes the tables of an SQLite database in the form that both databases read; PostgreSQL always does.
    Raises InputProblem when there are no tables, or the database is damaged.
    """
    if not holds_tables():
        raise InputProblem.because(say.NO_TABLES.filled(place=connection.settings_dict["NAME"]))
    if engine() != "sqlite":
        return _take_tables(folder, made_at, program)
    files, manifest = _take_sqlite(folder, made_at, program)
    return (_tables_of(files, folder), replace(manifest, engine=TABLES)) if as_tables else (files, manifest)


def _take_sqlite(folder: Path, made_at: str, program: str) -> tuple[dict[str, Path], Manifest]:
    target = folder / SQLITE_FILE
    copy_sqlite(Path(connection.settings_dict["NAME"]), target)
    with closing(sqlite3.connect(target)) as copy:
        _refuse_damaged(copy)
        manifest = _described(
            "sqlite", made_at, program, copy.execute(MIGRATIONS).fetchall(), copy.execute(WORKSPACES).fetchall()
        )
    return {f"{FOLDER}/{SQLITE_FILE}": target}, manifest


def _tables_of(files: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Write the tables of the copy that was taken, in its place."""
    (copy,) = files.values()
    held = models()
    with opened_copy(copy) as using:
        written = {f"{FOLDER}/{name}.jsonl": _written(folder, name, lines_of(held[name], using)) for name in tables()}
    copy.unlink()
    return written


def _written(folder: Path, table: str, lines: Iterable[str]) -> Path:
    path = folder / f"{table}.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{line}\n" for line in lines)
    return path


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database that may be in use, as it stood at one moment, into a file without a log beside it."""
    with closing(sqlite3.connect(source, timeout=20)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _refuse_damaged(copy: sqlite3.Connection) -> None:
    found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(3)").fetchall()]
    found = [] if found == ["ok"] else found
    found += [f"{row[0]}:{row[1]}" for row in copy.execute("PRAGMA foreign_key_check").fetchmany(3)]
    if found:
        raise InputProblem.because(say.DAMAGED.filled(reason="; ".join(found)))


def _described(kind: str, made_at: str, program: str, migrations: Iterable[Any], workspaces: Iterable[Any]) -> Manifest:
    heads = [{"slug": slug, "entries": entries, "head": head} for slug, entries, head in workspaces]
    return Manifest(made_at, program, kind, [row[0] for row in migrations], heads)


def tables() -> list[str]:
    """Return the tables of the installed apps, in one order."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(names))


def _take_tables(folder: Path, made_at: str, program: str) -> tuple[dict[str, Path], Manifest]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(MIGRATIONS)
        migrations = cursor.fetchall()
        cursor.execute(WORKSPACES)
        manifest = _described("postgresql", made_at, program, migrations, cursor.fetchall())
        files = {f"{FOLDER}/{table}.jsonl": _written(folder, table, _rows(table)) for table in tables()}
    return files, manifest


def _rows(table: str) -> Iterator[str]:
    quoted = connection.ops.quote_name(table)
    with connection.connection.cursor(name=f"backup_{table}") as rows:
        rows.itersize = BATCH
        rows.execute(f"SELECT row_to_json(t)::text FROM {quoted} t")  # noqa: S608 - a table of ours
        for (line,) in rows:
            yield line


@contextmanager
def tables_put_back(folder: Path, manifest: Manifest) -> Iterator[None]:
    """Put the rows of a backup of tables in place of those that stand; what the block raises undoes all of it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(MIGRATIONS)
        if {row[0] for row in cursor.fetchall()} != set(manifest.migrations):
            raise InputProblem.because(say.OTHER_VERSION.filled(program=manifest.program))
        names = tables()
        _empty(cursor, names)
        for name in names:
            path = folder / FOLDER / f"{name}.jsonl"
            if path.exists():
                _fill(cursor, name, path)
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(statement)
        forget_visits()
        yield


def _empty(cursor: Any, names: list[str]) -> None:
    quoted = [connection.ops.quote_name(name) for name in names]
    if engine() != "sqlite":
        cursor.execute(f"TRUNCATE {', '.join(quoted)}")
        return
    for name in quoted:
        cursor.execute(f"DELETE FROM {name}")  # noqa: S608 - a table of ours


def _fill(cursor: Any, table: str, path: Path) -> None:
    """Insert the lines of a table. Raises InputProblem when this database cannot hold one of them."""
    quoted = connection.ops.quote_name(table)
    statement = f"INSERT INTO {quoted} SELECT * FROM json_populate_record(NULL::{quoted}, %s::json)"  # noqa: S608
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            if engine() == "sqlite":
                put_lines(cursor, models()[table], stream)
                return
            while lines := list(islice(stream, BATCH)):
                cursor.executemany(statement, [(line,) for line in lines])
    except (DataError, IntegrityError) as error:
        reason = f"{table}: {str(error).partition(chr(10))[0]}"
        raise InputProblem.because(say.DAMAGED.filled(reason=reason)) from error


def forget_visits() -> None:
    """Sign everybody out and end every one-time link."""
    with connection.cursor() as cursor:
        for table in PASSING:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - named above


def refuse_damaged() -> None:
    """Raise InputProblem when the database at hand is not whole: its pages, its references, or a workspace's chain."""
    if engine() == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as copy:
            _refuse_damaged(copy)
    problems = chain_problems()
    if problems:
        raise InputProblem(*problems)


def chain_problems() -> list[Problem]:
    """Return where the activity chains of the workspaces do not hold."""
    problems = []
    for workspace in Workspace.objects.order_by("slug"):
        with in_scope(workspace):
            for found in breaks(workspace)[:SHOWN_BREAKS]:
                facts = {"slug": workspace.slug, "sequence": found.sequence, "reason": found.reason}
                problems.append(Problem(say.BROKEN_CHAIN.filled(**facts)))
    return problems
