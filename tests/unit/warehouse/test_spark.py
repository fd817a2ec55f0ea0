"""Spark, which the setting names, answers as DuckDB does over the same store, through the same reading end.

Only `make test-distributed`, which installs Spark, runs these; what needs no Spark stands in ``test_engines``.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seutu.core.places import Division
from seutu.core.statistics import Grain
from seutu.rules import places
from seutu.rules.statistics import catalogue
from seutu.warehouse import Area, Figure, Warehouse, open_bundled
from seutu.warehouse.plans import Plan, every_plan
from seutu.warehouse.reader import reader_of
from seutu.warehouse.spark import _started
from tests.small_spark import submitted
from tests.unit.warehouse.conftest import Store, seen
from tests.unit.warehouse.example_figures import filled
from tests.unit.warehouse.test_parity import GIVEN

pytestmark = [
    pytest.mark.distributed,
    pytest.mark.usefixtures("_one_thread"),
    # Spark's own gateway leaves sockets to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
REGION = Area("region", "01", ("001", "002"))
ASKED = {name: rows for name, rows in GIVEN.items() if name != "best"}


@pytest.fixture(scope="module")
def _one_thread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Spark of one thread that keeps its tables in a folder of the test."""
    pytest.importorskip("pyspark")
    folder = tmp_path_factory.mktemp("spark")
    before = os.environ.get("PYSPARK_SUBMIT_ARGS")
    os.environ["PYSPARK_SUBMIT_ARGS"] = submitted(f"spark.sql.warehouse.dir={folder}")
    session = _started()
    yield
    session.stop()
    del os.environ["PYSPARK_SUBMIT_ARGS"]
    if before is not None:
        os.environ["PYSPARK_SUBMIT_ARGS"] = before


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that no test here changes."""
    return filled(Store(Warehouse(tmp_path_factory.mktemp("store") / "statistics.duckdb")))


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


@pytest.mark.parametrize("plan", every_plan(), ids=repr)
def test_every_question_has_the_same_rows(path: Path, plan: Plan) -> None:
    renamed = {"jobs": "t_jobs", "employed": "t_employed", "rate": "t_sufficiency"}
    given = {name: [tuple(renamed.get(cell, cell) for cell in row) for row in rows] for name, rows in ASKED.items()}
    expected = in_order(reader_of(path, "duckdb").rows(plan, given))
    assert in_order(reader_of(path, "spark").rows(plan, given)) == expected


def test_the_port_answers_the_same(path: Path) -> None:
    asked = ["t_jobs", "t_employed", "t_sufficiency", "t_margin", "t_industry"]

    def answers(warehouse: Warehouse) -> list[object]:
        return [
            warehouse.series(asked, ["001", "002", "003"]),
            warehouse.series(asked, None, grain=Grain.MONTH),
            warehouse.latest(asked, ["001", "002", "003", "999"]),
            warehouse.breakdown("t_industry", "001", dimension="tol2008"),
            warehouse.totals(asked, [REGION], periods=["2018", "2019", "2020"]),
            warehouse.series([], []),
        ]

    expected = answers(Warehouse(path))
    assert any(expected)
    assert answers(Warehouse(path, "spark")) == expected


def test_a_load_is_seen_at_the_next_question(store: Store) -> None:
    warehouse = Warehouse(filled(store), "spark")
    assert warehouse.latest(["t_jobs"], ["002"])[0].value == 0.0
    store.load(seen("t_jobs", "002", 12.0, "2021"))
    assert warehouse.latest(["t_jobs"], ["002"])[0].value == 12.0


def test_the_products_own_figures_of_a_town(tmp_path: Path) -> None:
    own = open_bundled(tmp_path)
    spark = open_bundled(tmp_path, "spark")
    names = list(catalogue().indicators)
    periods = [str(year) for year in range(2010, 2020)]
    table, today = places.load(), places.NEWEST_DIVISION
    areas = [
        Area(kind.value, code, tuple(place.code for place in table.members(kind, code, today)))
        for kind, code in ((Division.REGION, "04"), (Division.COUNTRY, "SSS"))
    ]

    def figures(warehouse: Warehouse) -> list[Figure]:
        return [*warehouse.latest(names, ["684"]), *warehouse.totals(names, areas, periods=periods)]

    expected = figures(own)
    assert len(expected) > 100
    assert figures(spark) == expected
