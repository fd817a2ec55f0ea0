"""What a load brings, read into the table ``incoming``: one row of each cell, contradictions refused.

Not for what it changes (``differences``).
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, Observation, SourceRecord
from seutu.core.text import Text
from seutu.warehouse.engines import arrow

KEY: Final = ("indicator", "place_kind", "place", "period", "breakdown")
COLUMNS: Final = (*KEY, "value", "status")
WHOLE: Final = ("indicator", "place_kind", "period")
"""A source is taken to be complete for the indicators, kinds of place and periods that a load holds."""
SCRATCH: Final = "scratch"
SMALLEST: Final = 1e-75
GREATEST: Final = 1e75
"""Between these, no sum of many figures and no rate of two is infinite, nor nil by rounding."""
_MEMORY: Final = "temp"


@dataclass(frozen=True, slots=True)
class Batch:
    """The figures of one source, ready for the store."""

    observations: Iterable[Observation]
    source: SourceRecord
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    packed: bytes | None = None
    """The gzip of the product's own long form instead of ``observations``: read by the engine, ten times as quick."""
    columns: Any = None
    """More figures, as an Arrow table or a reader of its batches, with the columns of ``Observation``: what millions of
    them come as."""
    scope: tuple[str, ...] = WHOLE
    """Within which cells the figures are complete: columns of the key; rows there that are no longer are removed."""


def receive(connection: Any, batch: Batch, draft: Path) -> None:  # untyped library
    """Read the batch into ``incoming``. Millions are kept in a file beside the draft, packed, and not in memory.

    Raises ``InputProblem`` if the batch says the same cell twice with different values, or holds a number that cannot
    be worked with.
    """
    place = _MEMORY if batch.columns is None else _scratch(connection, draft)
    if batch.packed is None:
        with _registered(connection, _table(batch.observations)) as arriving:
            connection.execute(f"{_made(place, 'arrived')} AS SELECT * FROM {arriving}")  # noqa: S608
    else:
        packed = draft.with_suffix(".tmp.csv.gz")
        packed.write_bytes(batch.packed)
        connection.execute(_made(place, "arrived") + _UNPACK, [str(packed)])
        packed.unlink()
    if batch.columns is not None:
        with _registered(connection, batch.columns) as arriving:
            connection.execute(f"INSERT INTO {place}.arrived BY NAME SELECT * FROM {arriving}")  # noqa: S608
    connection.execute(_INCOMING.format(place=place, name="arrived"))
    _refuse_unworkable(connection)
    _keep_one_of_each(connection, place)


@contextmanager
def _registered(connection: Any, table: Any) -> Iterator[str]:  # untyped library
    """Give a table of Arrow a name that the engine knows for the length of a block."""
    connection.register("arriving", table)
    try:
        yield "arriving"
    finally:
        connection.unregister("arriving")


def _scratch(connection: Any, draft: Path) -> str:  # untyped library
    """Return the name of the file that millions of figures wait in."""
    quoted = str(draft.with_suffix(f".tmp.{SCRATCH}")).replace("'", "''")
    connection.execute(f"ATTACH IF NOT EXISTS '{quoted}' AS {SCRATCH}")
    return SCRATCH


def _made(place: str, name: str) -> str:
    """Return the words that make a table in memory or in the scratch file."""
    return f"CREATE OR REPLACE TEMP TABLE {name}" if place == _MEMORY else f"CREATE OR REPLACE TABLE {place}.{name}"


def _table(observations: Iterable[Observation]) -> Any:  # untyped library
    """Return the observations as columns."""
    rows = [(o.indicator, o.place_kind, o.place, o.period, o.breakdown, o.value, str(o.status)) for o in observations]
    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    pa = arrow()
    kinds = [pa.float64() if name == "value" else pa.string() for name in COLUMNS]
    arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(COLUMNS))


_INCOMING: Final = "CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM {place}.{name}"
_UNPACK: Final = """ AS
    SELECT indicator, place_kind, place, period, coalesce(breakdown, '') AS breakdown, value,
        coalesce(status, 'published') AS status
    FROM read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
        columns = {indicator: 'VARCHAR', place_kind: 'VARCHAR', place: 'VARCHAR', period: 'VARCHAR',
            breakdown: 'VARCHAR', value: 'DOUBLE', status: 'VARCHAR'})
"""
_KEY: Final = ", ".join(KEY)
# Two rows of a cell have the same hash, so that where no hash is twice no cell is.
_MAYBE_TWICE: Final = f"SELECT 1 FROM incoming GROUP BY hash({_KEY}) HAVING count(*) > 1 LIMIT 1"  # noqa: S608  # constants
_TWICE: Final = f"SELECT {_KEY} FROM incoming GROUP BY ALL HAVING count(*) > 1 LIMIT 1"  # noqa: S608  # constants only


def _keep_one_of_each(connection: Any, place: str) -> None:  # untyped library
    """Keep one of rows that say the same. Raises ``InputProblem`` where two say the same cell with other values."""
    if connection.execute(_MAYBE_TWICE).fetchone() is None or connection.execute(_TWICE).fetchone() is None:
        return
    connection.execute(f"{_made(place, 'once')} AS SELECT DISTINCT * FROM incoming")  # noqa: S608
    connection.execute(_INCOMING.format(place=place, name="once"))
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
