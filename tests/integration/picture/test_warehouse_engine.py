"""The setting of the engine is read: an unknown or missing engine is said, and Spark's figures are DuckDB's."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.integration.durability.installation import command
from tests.small_spark import submitted

pytestmark = pytest.mark.own_installation


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is not None, reason="Spark is installed here")
@pytest.mark.parametrize(
    ("language", "said"), [("fi", "Asenna lisäosa seutu[spark]"), ("sv", "Installera tillägget"), ("en", "Install the")]
)
def test_an_engine_that_is_not_installed_stops_with_one_line(tmp_path: Path, language: str, said: str) -> None:
    done = command(tmp_path, "stats", "list", SEUTU_WAREHOUSE_ENGINE="spark", SEUTU_LANGUAGE=language)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.glob("*.duckdb")) == []


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "SEUTU_WAREHOUSE_ENGINE ei kelpaa: "), ("sv", "duger inte"), ("en", "is not right")]
)
def test_an_unknown_engine_is_refused(tmp_path: Path, language: str, said: str) -> None:
    done = command(tmp_path, "stats", "list", SEUTU_WAREHOUSE_ENGINE="abacus", SEUTU_LANGUAGE=language)
    assert done.returncode == 2
    assert said in done.stderr
    assert "'duckdb' or 'spark'" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.distributed
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_figures_of_a_place_are_the_same_by_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", submitted())
    from seutu.apps.statistics.queries import warehouse
    from seutu.warehouse.reader import Reader
    from seutu.warehouse.spark import SparkReader

    def answer(engine: str) -> tuple[type[Reader], Any]:
        monkeypatch.setattr(settings, "OPTIONS", settings.OPTIONS.model_copy(update={"warehouse_engine": engine}))
        store = warehouse()
        return type(store._reader), store.latest(["population", "employment_rate"], ["140", "684"])

    (own, expected), (other, found) = answer("duckdb"), answer("spark")
    assert (own, other) == (Reader, SparkReader)
    assert expected
    assert found == expected
