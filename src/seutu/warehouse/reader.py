"""The reading end of the store: an engine per thread, looking at the file that is in place now.

Not for formulas. The file is attached read-only to an engine in memory, so a file that a load has put in place
meanwhile is seen at the next reading, and nothing that reads ever stands in a load's way.
"""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from seutu.warehouse.damage import opened_clearly
from seutu.warehouse.engines import DUCKDB, Engine, duckdb
from seutu.warehouse.plans import NUMBER, SCHEMAS, TEXT, Plan, in_words_of

_NAME: Final = "seutu_store"
_TYPES: Final = {TEXT: "VARCHAR", NUMBER: "DOUBLE"}
FACTS: Final = {name: name for name in ("source", "indicator", "note")}
Given = Mapping[str, Sequence[tuple[Any, ...]]]


class Reader:
    """The rows that answer a question, calculated by DuckDB."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def rows(self, plan: Plan, given: Given | None = None) -> list[dict[str, Any]]:
        """Return the rows that answer a question with the small tables ``given``.

        Raises ``FileNotFoundError`` if there is no store yet.
        """
        connection = self._connection()
        for name, rows in (given or {}).items():
            connection.execute(*_small_table(name, rows))
        return _rows(connection.execute(in_words_of(plan, "duckdb")))

    def facts(self, table: str) -> list[dict[str, Any]]:
        """Return a small table of facts about the store: ``source``, ``indicator`` or ``note``.

        Raises ``FileNotFoundError`` if there is no store yet.
        """
        return _rows(self._connection().execute(f"SELECT * FROM {FACTS[table]}"))  # noqa: S608  # of our own names

    def stamp(self) -> tuple[int, int, int]:
        """Return what changes when a load has put a new file in place."""
        facts = self._path.stat()
        return facts.st_ino, facts.st_mtime_ns, facts.st_size

    def _connection(self) -> Any:  # untyped library
        stamp = self.stamp()
        local = self._local
        if getattr(local, "stamp", None) == stamp:
            return local.connection
        if getattr(local, "connection", None) is None or getattr(local, "stamp", None) is None:
            local.connection = duckdb().connect()
            local.connection.execute("SET threads TO 1")
        else:
            local.connection.execute(f"USE memory; DETACH {_NAME}")
        local.stamp = None
        quoted = str(self._path).replace("'", "''")
        with opened_clearly(self._path):
            local.connection.execute(f"ATTACH '{quoted}' AS {_NAME} (READ_ONLY); USE {_NAME}")
        local.stamp = stamp
        return local.connection


def reader_of(path: Path, engine: Engine) -> Reader:
    """Return the reading end that the engine calculates for. Nothing is started before the first question."""
    if engine == DUCKDB:
        return Reader(path)
    from seutu.warehouse.spark import SparkReader

    return SparkReader(path)


def _rows(answer: Any) -> list[dict[str, Any]]:  # untyped library
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _small_table(name: str, rows: Sequence[tuple[Any, ...]]) -> tuple[str, list[list[Any]]]:
    """Return the words that make a small table of a question, and its columns."""
    schema = SCHEMAS[name]
    columns = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in schema]
    parts = (f"unnest(?::{_TYPES[kind]}[]) AS {column}" for column, kind in schema.items())
    return f'CREATE OR REPLACE TEMP TABLE "{name}" AS SELECT {", ".join(parts)}', columns  # of our own names
