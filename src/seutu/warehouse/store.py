"""The file of the store and how it is written: into a copy that takes the old file's place in one step.

A killed load leaves the old file; readers of the old file go on reading it. Not for reading figures (``warehouse``) or
for what a load changes (``arriving``, ``differences``).
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from seutu.warehouse.arriving import KEY, Batch, receive
from seutu.warehouse.damage import opened_clearly
from seutu.warehouse.definitions import definition_of
from seutu.warehouse.differences import Scope, take
from seutu.warehouse.engines import duckdb
from seutu.warehouse.figures import LoadReport
from seutu.warehouse.locking import only_writer

PART: Final = 5_000_000
"""How many figures are sorted at a time."""
MEMORY: Final = 4 * 1024**3
"""How much memory the engine takes to a load at most, in bytes; what does not fit goes through the disc."""
_KEY: Final = ", ".join(KEY)
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS observation (indicator VARCHAR NOT NULL, place_kind VARCHAR NOT NULL, place VARCHAR NOT NULL,
    period VARCHAR NOT NULL, breakdown VARCHAR NOT NULL, value DOUBLE, status VARCHAR NOT NULL,
    source VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS source (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, licence VARCHAR NOT NULL,
    retrieved DATE, url VARCHAR NOT NULL, note VARCHAR NOT NULL, turn INTEGER NOT NULL);
ALTER TABLE source ADD COLUMN IF NOT EXISTS division DATE;
CREATE TABLE IF NOT EXISTS indicator (id VARCHAR PRIMARY KEY, definition VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS note (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS best (indicator VARCHAR, place_kind VARCHAR, place VARCHAR, period VARCHAR,
    breakdown VARCHAR, value DOUBLE, status VARCHAR, source VARCHAR);
"""
# Of several sources of the same cell the one retrieved last counts, then the one loaded last. A source without a day
# goes before those with one: somebody has loaded it by hand and expects to see it. Only the indicators that a load
# changes are told anew, and those that a loaded source shares with others: its day and turn may have changed. They are
# told a part at a time, so that a sort never holds the whole store.
_TOUCHED: Final = "CREATE TEMP TABLE touched (indicator VARCHAR)"
_BEST: Final = """
CREATE OR REPLACE TEMP TABLE turns AS
    SELECT a.id, count(*) AS rank FROM source a JOIN source b
        ON (coalesce(b.retrieved, DATE '9999-12-31'), b.turn) <= (coalesce(a.retrieved, DATE '9999-12-31'), a.turn)
    GROUP BY a.id;
CREATE OR REPLACE TEMP TABLE held AS SELECT indicator, source, count(*) AS rows FROM observation GROUP BY ALL;
INSERT INTO touched SELECT indicator FROM held
    WHERE indicator IN (SELECT indicator FROM held WHERE source IN (SELECT id FROM loaded))
    GROUP BY indicator HAVING count(*) > 1;
CREATE OR REPLACE TEMP TABLE sourced AS
    SELECT indicator, count(*) > 1 AS contested, sum(rows) AS rows FROM held
    SEMI JOIN touched USING (indicator) GROUP BY indicator;
CREATE OR REPLACE TEMP VIEW compared AS
    SELECT o.*, t.rank FROM observation o JOIN turns t ON t.id = o.source
    SEMI JOIN (SELECT indicator FROM sourced WHERE contested) c ON c.indicator = o.indicator;
DELETE FROM best WHERE indicator IN (SELECT indicator FROM touched);
"""
_PARTS: Final = f"""
SELECT min(indicator), max(indicator) FROM
    (SELECT indicator, (sum(rows) OVER (ORDER BY indicator) - 1) // {PART} AS part FROM sourced)
GROUP BY part ORDER BY part
"""  # noqa: S608  # constants only
_BEST_OF_PART: Final = f"""
INSERT INTO best
    SELECT o.* FROM observation o SEMI JOIN (SELECT indicator FROM sourced WHERE NOT contested) u
        ON u.indicator = o.indicator WHERE o.indicator BETWEEN $first AND $last
    UNION ALL
    SELECT c.* EXCLUDE (rank) FROM compared c
    JOIN (SELECT {_KEY}, max(rank) AS rank FROM compared WHERE indicator BETWEEN $first AND $last GROUP BY ALL) newest
        USING ({_KEY}, rank)
    ORDER BY indicator, place_kind, place, period;
"""  # noqa: S608  # constants only


def write(path: Path, batches: Sequence[Batch], notes: Mapping[str, str] | None = None) -> list[LoadReport]:
    """Load the batches, all or none of them. The file at ``path`` is replaced once, when everything is in.

    Raises ``InputProblem`` if a batch says the same cell twice with different values. A source that is loaded again
    takes its newest name, licence and day.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(path.with_suffix(".lock")):
        return _write(path, batches, notes or {})


def _write(path: Path, batches: Sequence[Batch], notes: Mapping[str, str]) -> list[LoadReport]:
    _clear(path, "*")
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if path.exists():
            shutil.copyfile(path, draft)
        with _connection(draft, path) as connection:
            connection.execute(_SCHEMA)
            loaded = [batch.source.id for batch in batches]
            connection.execute("CREATE TEMP TABLE loaded AS SELECT unnest(?::VARCHAR[]) AS id", [loaded])
            connection.execute(_TOUCHED)
            reports = [_load(connection, batch, draft) for batch in batches]
            for note in notes.items():
                connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", note)
            _tell_best(connection)
            connection.execute("CHECKPOINT")
        os.replace(draft, path)  # noqa: PTH105  # the atomic step
    finally:
        _clear(path, str(os.getpid()))
    return reports


def _clear(path: Path, process: str) -> None:
    """Remove what loads have left beside the store."""
    for leftover in path.parent.glob(f".{path.name}.{process}.tmp*"):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


@contextmanager
def _connection(path: Path, named: Path) -> Iterator[Any]:
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    most = min(MEMORY, machine // 2) // 1024**2
    with opened_clearly(named):
        connection = duckdb().connect(str(path), config={"memory_limit": f"{most}MiB"})
    connection.execute("SET enable_progress_bar = false")
    try:
        yield connection
    finally:
        connection.close()


def _load(connection: Any, batch: Batch, draft: Path) -> LoadReport:  # untyped library
    source = batch.source
    receive(connection, batch, draft)
    counts = take(connection, source.id, _scope(connection, batch))
    turn = connection.execute("SELECT coalesce(max(turn), 0) + 1 FROM source").fetchone()[0]
    facts = [source.id, source.name, source.licence, source.retrieved, source.url, source.note, turn, source.division]
    connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", facts)
    if batch.indicators:
        told = [json.dumps(definition_of(each), ensure_ascii=False) for each in batch.indicators.values()]
        names = [each.id for each in batch.indicators.values()]
        connection.execute("INSERT OR REPLACE INTO indicator SELECT unnest(?), unnest(?)", [names, told])
    return LoadReport(source.id, **counts)


def _scope(connection: Any, batch: Batch) -> Scope:  # untyped library
    """Return which old rows the new ones stand for: figures of two divisions are never kept together."""
    held = connection.execute("SELECT division FROM source WHERE id = ?", [batch.source.id]).fetchone()
    other = held is not None and held[0] != batch.source.division
    return Scope(tuple(name for name in KEY if name in batch.scope), is_whole_source=other)


def _tell_best(connection: Any) -> None:  # untyped library
    connection.execute(_BEST)
    for first, last in connection.execute(_PARTS).fetchall():
        connection.execute(_BEST_OF_PART, {"first": first, "last": last})
