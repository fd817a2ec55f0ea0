"""The file of the store and how it is written: into a copy that takes the old file's place in one step.

A killed load leaves the old file; readers of the old file go on reading it. Not for reading figures (``warehouse``).
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, Observation, SourceRecord
from seutu.core.text import Text
from seutu.warehouse.damage import opened_clearly
from seutu.warehouse.definitions import definition_of
from seutu.warehouse.engines import arrow, duckdb
from seutu.warehouse.figures import LoadReport
from seutu.warehouse.locking import only_writer

_COLUMNS: Final = ("indicator", "place_kind", "place", "period", "breakdown", "value", "status")
_KEY: Final = "indicator, place_kind, place, period, breakdown"
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
# goes before those with one: somebody has loaded it by hand and expects to see it. Only the indicators of the sources
# that a load brings are told anew, and cells are only compared where an indicator has more sources than one.
_TOUCHED: Final = """
CREATE TEMP TABLE touched AS SELECT DISTINCT indicator FROM observation WHERE source IN (SELECT id FROM loaded);
"""
_BEST: Final = f"""
CREATE OR REPLACE TEMP TABLE turns AS
    SELECT a.id, count(*) AS rank FROM source a JOIN source b
        ON (coalesce(b.retrieved, DATE '9999-12-31'), b.turn) <= (coalesce(a.retrieved, DATE '9999-12-31'), a.turn)
    GROUP BY a.id;
INSERT INTO touched SELECT DISTINCT indicator FROM observation WHERE source IN (SELECT id FROM loaded);
CREATE OR REPLACE TEMP TABLE sourced AS
    SELECT indicator, min(source) <> max(source) AS contested FROM observation
    SEMI JOIN touched USING (indicator) GROUP BY indicator;
CREATE OR REPLACE TEMP VIEW compared AS
    SELECT o.*, t.rank FROM observation o JOIN turns t ON t.id = o.source
    SEMI JOIN (SELECT indicator FROM sourced WHERE contested) c ON c.indicator = o.indicator;
DELETE FROM best WHERE indicator IN (SELECT indicator FROM touched);
INSERT INTO best
    SELECT o.* FROM observation o SEMI JOIN (SELECT indicator FROM sourced WHERE NOT contested) u
        ON u.indicator = o.indicator
    UNION ALL
    SELECT c.* EXCLUDE (rank) FROM compared c
    JOIN (SELECT {_KEY}, max(rank) AS rank FROM compared GROUP BY {_KEY}) newest
        USING ({_KEY}, rank)
    ORDER BY indicator, place_kind, place, period;
"""  # noqa: S608  # constants only


SMALLEST: Final = 1e-75
GREATEST: Final = 1e75
"""Between these, no sum of many figures and no rate of two is infinite, nor nil by rounding."""
WHOLE: Final = ("indicator", "place_kind", "period")
"""A source is taken to be complete for the indicators, kinds of place and periods that a load holds."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The figures of one source, ready for the store."""

    observations: Iterable[Observation]
    source: SourceRecord
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    packed: bytes | None = None
    """The gzip of the product's own long form instead of ``observations``: read by the engine, ten times as quick."""
    columns: Any = None
    """More figures, as an Arrow table with the columns of ``Observation``: what millions of them come as."""
    scope: tuple[str, ...] = WHOLE
    """Within which cells the figures are complete: columns of the key; rows there that are no longer are removed."""


def write(path: Path, batches: Sequence[Batch], notes: Mapping[str, str] | None = None) -> list[LoadReport]:
    """Load the batches, all or none of them. The file at ``path`` is replaced once, when everything is in.

    Raises ``InputProblem`` if a batch says the same cell twice with different values. A source that is loaded again
    takes its newest name, licence and day.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(path.with_suffix(".lock")):
        return _write(path, batches, notes or {})


def _write(path: Path, batches: Sequence[Batch], notes: Mapping[str, str]) -> list[LoadReport]:
    for leftover in path.parent.glob(f".{path.name}.*.tmp*"):
        leftover.unlink()
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
            connection.execute(_BEST)
            connection.execute("CHECKPOINT")
        os.replace(draft, path)  # noqa: PTH105  # the atomic step
    finally:
        draft.unlink(missing_ok=True)
    return reports


@contextmanager
def _connection(path: Path, named: Path) -> Iterator[Any]:
    with opened_clearly(named):
        connection = duckdb().connect(str(path))
    try:
        yield connection
    finally:
        connection.close()


def _load(connection: Any, batch: Batch, draft: Path) -> LoadReport:  # untyped library
    source = batch.source
    connection.execute("DROP TABLE IF EXISTS incoming")
    if batch.packed is None:
        connection.register("arriving", _table(batch.observations))
        connection.execute("CREATE TEMP TABLE incoming AS SELECT * FROM arriving")
        connection.unregister("arriving")
        if batch.columns is not None:
            connection.register("arriving", batch.columns)
            connection.execute("INSERT INTO incoming BY NAME SELECT * FROM arriving")
            connection.unregister("arriving")
    else:
        packed = draft.with_suffix(".tmp.csv.gz")
        packed.write_bytes(batch.packed)
        connection.execute(_UNPACK, [str(packed)])
        packed.unlink()
    _refuse_unworkable(connection)
    _keep_one_of_each(connection)
    scope = _scope(connection, batch)
    counts = _count(connection, source.id, scope)
    connection.execute(_DELETE_CHANGED.format(scope=scope), {"source": source.id})
    connection.execute(f"INSERT INTO observation BY NAME {_FRESH}", {"source": source.id})
    turn = connection.execute("SELECT coalesce(max(turn), 0) + 1 FROM source").fetchone()[0]
    facts = [source.id, source.name, source.licence, source.retrieved, source.url, source.note, turn, source.division]
    connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", facts)
    for known in batch.indicators.values():
        definition = json.dumps(definition_of(known), ensure_ascii=False)
        connection.execute("INSERT OR REPLACE INTO indicator VALUES (?, ?)", [known.id, definition])
    return LoadReport(source.id, **counts)


_UNPACK: Final = """
CREATE TEMP TABLE incoming AS
    SELECT indicator, place_kind, place, period, coalesce(breakdown, '') AS breakdown, value,
        coalesce(status, 'published') AS status
    FROM read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
        columns = {indicator: 'VARCHAR', place_kind: 'VARCHAR', place: 'VARCHAR', period: 'VARCHAR',
            breakdown: 'VARCHAR', value: 'DOUBLE', status: 'VARCHAR'})
"""
_MATCH: Final = " AND ".join(f"i.{name} = o.{name}" for name in _KEY.split(", "))
_SAME: Final = "i.value IS NOT DISTINCT FROM o.value AND i.status = o.status"
_OWN: Final = "(SELECT * FROM observation WHERE source = $source)"
_COUNTS: Final = f"""
SELECT (SELECT count(*) FROM incoming),
    (SELECT count(*) FROM incoming i ANTI JOIN {_OWN} o ON {_MATCH}),
    (SELECT count(*) FROM incoming i JOIN {_OWN} o ON {_MATCH} WHERE NOT ({_SAME})),
    (SELECT count(*) FROM {_OWN} o WHERE {{scope}} AND NOT EXISTS (SELECT 1 FROM incoming i WHERE {_MATCH}))
"""  # noqa: S608  # constants only
_DELETE_CHANGED: Final = f"""
DELETE FROM observation o WHERE o.source = $source AND {{scope}}
    AND NOT EXISTS (SELECT 1 FROM incoming i WHERE {_MATCH} AND {_SAME})
"""  # noqa: S608  # constants only
_FRESH: Final = f"SELECT i.*, $source AS source FROM incoming i ANTI JOIN {_OWN} o ON {_MATCH}"  # noqa: S608


def _scope(connection: Any, batch: Batch) -> str:  # untyped library
    """Return which old rows the new ones stand for: figures of two divisions are never kept together."""
    held = connection.execute("SELECT division FROM source WHERE id = ?", [batch.source.id]).fetchone()
    if held is not None and held[0] != batch.source.division:
        return "true"
    columns = [name for name in _KEY.split(", ") if name in batch.scope]
    asked = ", ".join(f"o.{name}" for name in columns)
    return f"({asked}) IN (SELECT DISTINCT {', '.join(columns)} FROM incoming)"  # noqa: S608  # our own names


def _count(connection: Any, source: str, scope: str) -> dict[str, int]:  # untyped library
    rows, created, changed, removed = connection.execute(_COUNTS.format(scope=scope), {"source": source}).fetchone()
    return {
        "rows": rows,
        "created": created,
        "changed": changed,
        "unchanged": rows - created - changed,
        "removed": removed,
    }


def _table(observations: Iterable[Observation]) -> Any:  # untyped library
    """Return the observations as columns."""
    rows = [(o.indicator, o.place_kind, o.place, o.period, o.breakdown, o.value, str(o.status)) for o in observations]
    columns = zip(*rows, strict=True) if rows else ((),) * len(_COLUMNS)
    pa = arrow()
    kinds = [pa.float64() if name == "value" else pa.string() for name in _COLUMNS]
    arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(_COLUMNS))


_UNWORKABLE: Final = f"""
SELECT {_KEY}, value FROM incoming WHERE value <> 0
    AND NOT (isfinite(value) AND abs(value) BETWEEN {SMALLEST} AND {GREATEST}) LIMIT 1
"""  # noqa: S608  # constants only


def _refuse_unworkable(connection: Any) -> None:  # untyped library
    """Raise ``InputProblem`` for a number whose sums and rates could be no numbers, and for one that is none itself."""
    found = connection.execute(_UNWORKABLE).fetchone()
    if found is None:
        return
    *names, value = found
    cell = f"{', '.join(part for part in names if part)}: {value:g}"
    raise InputProblem.because(
        Text(
            fi=f"Luvulla ei voi laskea: {cell}. Luvun on oltava 0 tai suuruudeltaan 1e-75 – 1e75. Korjaa aineisto.",
            sv=f"Talet går inte att räkna med: {cell}. Det ska vara 0 eller till storleken 1e-75 – 1e75. Rätta det.",
            en=f"The number cannot be worked with: {cell}. It has to be 0 or of a size of 1e-75 – 1e75. Correct it.",
        ),
        value=cell,
    )


_TWICE: Final = f"SELECT {_KEY} FROM incoming GROUP BY ALL HAVING count(*) > 1 LIMIT 1"  # noqa: S608  # constants only


def _keep_one_of_each(connection: Any) -> None:  # untyped library
    """Keep one of rows that say the same. Raises ``InputProblem`` where two say the same cell with other values."""
    if connection.execute(_TWICE).fetchone() is None:
        return
    connection.execute("CREATE TEMP TABLE once AS SELECT DISTINCT * FROM incoming")
    connection.execute("DROP TABLE incoming")
    connection.execute("ALTER TABLE once RENAME TO incoming")
    twice = connection.execute(_TWICE).fetchone()
    if twice is None:
        return
    cell = ", ".join(part for part in twice if part)
    raise InputProblem.because(
        Text(
            fi=f"Aineistossa on sama luku kahdesti eri arvoin: {cell}. Poista toinen ja lataa uudelleen.",
            sv=f"Materialet har samma tal två gånger med olika värden: {cell}. Ta bort det ena och läs in på nytt.",
            en=f"The data give the same figure twice with different values: {cell}. Remove one and load again.",
        ),
        value=cell,
    )
