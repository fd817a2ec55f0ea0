"""The reading end of the store: an engine per thread, looking at the file that is in place now.

Not for formulas. The file is attached read-only to an engine in memory, so a file that a load has put in place
meanwhile is seen at the next reading, and nothing that reads ever stands in a load's way.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from seutu.warehouse.engines import arrow, ibis, type_of_table

_NAME: Final = "seutu_store"


class Reader:
    """Tables of the store as Ibis tables, and the rows of an expression."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def table(self, name: str) -> type_of_table:
        """Return a table of the store. Raises ``FileNotFoundError`` if there is no store yet."""
        connection = self._connection()
        tables: dict[str, type_of_table] = self._local.tables
        if name not in tables:
            tables[name] = connection.table(name, database=(_NAME, "main"))
        return tables[name]

    def rows(self, expression: type_of_table) -> list[dict[str, Any]]:
        """Return the rows of an expression over tables of this reader (same thread)."""
        found: list[dict[str, Any]] = self._local.connection.to_pyarrow(expression).to_pylist()
        return found

    def stamp(self) -> tuple[int, int, int]:
        """Return what changes when a load has put a new file in place."""
        facts = self._path.stat()
        return facts.st_ino, facts.st_mtime_ns, facts.st_size

    def _connection(self) -> Any:  # noqa: ANN401  # untyped library
        stamp = self.stamp()
        local = self._local
        if getattr(local, "stamp", None) == stamp:
            return local.connection
        if getattr(local, "connection", None) is None:
            local.connection = ibis().duckdb.connect()
        else:
            local.connection.raw_sql(f"DETACH {_NAME}")
        quoted = str(self._path).replace("'", "''")
        local.connection.raw_sql(f"ATTACH '{quoted}' AS {_NAME} (READ_ONLY)")
        local.stamp, local.tables = stamp, {}
        return local.connection


def rows_as_table(names: Sequence[str], kinds: str, rows: Sequence[tuple[Any, ...]]) -> type_of_table:
    """Return a small table that goes with a question. ``kinds``: one letter a column, ``s`` text or ``f`` number."""
    pa = arrow()
    types = [pa.string() if kind == "s" else pa.float64() for kind in kinds]
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
    return ibis().memtable(pa.Table.from_arrays(arrays, names=list(names)))
