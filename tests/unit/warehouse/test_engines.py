"""Which engine calculates: chosen by name, lightly, and said clearly where it is not installed."""

from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

from seutu.core.problems import InputProblem
from seutu.warehouse import check_engine, engines, open_bundled, spark
from seutu.warehouse.plans import every_plan
from seutu.warehouse.reader import Reader, reader_of
from seutu.warehouse.spark import KEPT, SparkReader
from tests.unit.warehouse.conftest import Store, seen
from tests.unit.warehouse.example_figures import filled


def nothing_found(name: str) -> None:
    return


def test_without_spark_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engines, "find_spec", nothing_found)
    with pytest.raises(InputProblem, match=r"Install the extra seutu\[spark\]"):
        open_bundled(tmp_path, "spark")
    assert list(tmp_path.iterdir()) == []


def test_without_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engines, "find_spec", str)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(InputProblem, match="Install Java 17"):
        check_engine("spark")
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputProblem, match="Install Java 17"):
        check_engine("spark")


def test_the_default_engine_asks_for_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engines, "find_spec", nothing_found)
    check_engine("duckdb")
    assert type(reader_of(tmp_path / "none.duckdb", "duckdb")) is Reader
    assert type(reader_of(tmp_path / "none.duckdb", "spark")) is SparkReader


def test_a_spark_that_does_not_start_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Builder:
        def config(self, *pair: str) -> "Builder":
            return self

        def appName(self, name: str) -> "Builder":  # noqa: N802  # Spark's own name
            return self

        def getOrCreate(self) -> None:  # noqa: N802  # Spark's own name
            raise RuntimeError("UnsupportedClassVersionError\nat java.base")

    sql = SimpleNamespace(SparkSession=SimpleNamespace(builder=Builder()))
    monkeypatch.setattr(spark, "spark_sql", lambda: sql)
    with pytest.raises(InputProblem) as caught:
        spark._started()
    assert caught.value.problems[0].message.fi.startswith("Spark ei käynnisty: UnsupportedClassVersionError. Tark")


def test_each_load_is_written_once_for_spark(store: Store) -> None:
    path = filled(store)
    reader = SparkReader(path)
    first = reader._parquet(reader.stamp())
    written = first.stat().st_mtime_ns
    rows = duckdb.connect().execute(f"SELECT count(*), count(value) FROM '{first}'").fetchone()  # noqa: S608
    assert rows == (14, 12)
    assert reader._parquet(reader.stamp()).stat().st_mtime_ns == written
    for value in (1.0, 2.0, 3.0):
        store.load(seen("t_jobs", "001", value))
        newest = reader._parquet(reader.stamp())
    files = sorted(first.parent.iterdir())
    assert len(files) == KEPT
    assert newest in files
    assert first not in files


def test_without_a_store_both_say_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SparkReader(tmp_path / "none.duckdb").rows(every_plan()[0])
