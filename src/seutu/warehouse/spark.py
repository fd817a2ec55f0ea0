"""The same questions asked of Spark: the store's facts as Parquet, the same Ibis expressions in Spark's language.

For statistics that outgrow one machine. Loads and the small tables of facts stay with DuckDB (``store``, ``reader``).
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.warehouse.engines import arrow, ibis, spark_sql
from seutu.warehouse.plans import NUMBER, SCHEMAS, Plan, in_words_of
from seutu.warehouse.reader import Given, Reader

FOLDER: Final = "spark"
FACTS: Final = "best"
KEPT: Final = 2


class SparkReader(Reader):
    """The rows that answer a question, calculated by Spark; a view of its own for each thread.

    Where Spark runs is Spark's own configuration (``spark-defaults.conf``, ``MASTER``), else every core of this
    machine. On a cluster the data folder must be one that all its machines see.
    """

    def rows(self, plan: Plan, given: Given | None = None) -> list[dict[str, Any]]:
        """Return the rows that answer a question with the small tables ``given``.

        Raises ``FileNotFoundError`` if there is no store yet, ``InputProblem`` if Spark is not there or does not start.
        """
        session = self._session()
        for name, rows in (given or {}).items():
            self._view(session, name, rows)
        return [row.asDict() for row in session.sql(_words_of(plan)).collect()]

    def _session(self) -> Any:  # untyped library
        stamp = self.stamp()
        local = self._local
        if getattr(local, "session", None) is None:
            local.session = _started().newSession()
        if getattr(local, "facts", None) != stamp:
            local.session.read.parquet(str(self._parquet(stamp))).createOrReplaceTempView(FACTS)
            local.facts = stamp
        return local.session

    def _view(self, session: Any, name: str, rows: Sequence[tuple[Any, ...]]) -> None:  # untyped library
        kinds = SCHEMAS[name]
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(kinds)
        types = [arrow().float64() if kind == NUMBER else arrow().string() for kind in kinds.values()]
        arrays = [arrow().array(column, of) for column, of in zip(columns, types, strict=True)]
        session.createDataFrame(arrow().Table.from_arrays(arrays, names=list(kinds))).createOrReplaceTempView(name)

    def _parquet(self, stamp: tuple[int, int, int]) -> Path:
        """Return the facts of this state of the store as a file, written at the first question after a load."""
        folder = self._path.parent / FOLDER
        file = folder / f"{self._path.stem}-{stamp[1]}-{stamp[2]}.parquet"
        if file.exists():
            return file
        folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.tmp")
        quoted = str(draft).replace("'", "''")
        try:
            self._connection().execute(f"COPY {FACTS} TO '{quoted}' (FORMAT parquet)")  # of our own names
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
        older = sorted(folder.glob(f"{self._path.stem}-*.parquet"), key=lambda each: each.stat().st_mtime_ns)
        for each in older[:-KEPT]:  # the one before may still be read by another process
            each.unlink(missing_ok=True)
        return file


def _words_of(plan: Plan) -> str:
    ibis().pyspark  # noqa: B018  # Ibis has the settings of an engine only once it is named
    return in_words_of(plan, "pyspark")


def _started() -> Any:  # untyped library
    """Return the process's Spark, started at the first call. Its own web pages stay closed."""
    builder = spark_sql().SparkSession.builder.appName("seutu")
    try:
        return builder.config("spark.ui.enabled", "false").getOrCreate()
    except Exception as error:  # Spark tells of its start in many ways
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise InputProblem.because(_does_not_start(reason[0][:200])) from error


def _does_not_start(reason: str) -> Text:
    return Text(
        fi=f"Spark ei käynnisty: {reason}. Tarkista Java ja Sparkin asetukset tai poista SEUTU_WAREHOUSE_ENGINE.",
        sv=f"Spark startar inte: {reason}. Kontrollera Java och Sparks inställningar eller ta bort "
        "SEUTU_WAREHOUSE_ENGINE.",
        en=f"Spark does not start: {reason}. Check Java and Spark's settings, or remove SEUTU_WAREHOUSE_ENGINE.",
    )
