"""The same question gives the same rows on different engines: DuckDB and SQLite. Spark stands in ``test_spark``."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from seutu.core.statistics import Grain
from seutu.warehouse.plans import SCHEMAS, AreaPlan, CellPlan, CoveragePlan, FigurePlan, Plan, in_words_of

BEST = [
    (name, kind, place, period, "", value, status, source)
    for name, source, rows in (
        ("jobs", "a", [("001", 90.0), ("002", 10.0), ("003", None)]),
        ("employed", "b", [("001", 60.0), ("002", 40.0), ("003", 50.0)]),
        ("rate", "a", [("001", 149.0)]),
    )
    for place, value in rows
    for kind, period, status in (
        ("municipality", "2019", "published"),
        ("municipality", "2020", "incomplete"),
        ("municipality", "2020-05", "published"),
    )
] + [("jobs", "country", "SSS", "2020", "", 180.0, "published", "a")]
GIVEN: dict[str, list[tuple[Any, ...]]] = {
    "best": BEST,
    "asked": [("jobs",), ("rate",)],
    "parts": [("jobs",), ("employed",), ("rate",)],
    "counts": [("jobs",), ("employed",)],
    "places": [("municipality", "001"), ("municipality", "002"), ("municipality", "003")],
    "kinds": [("municipality",)],
    "periods": [("2020",)],
    "breakdowns": [("",)],
    "members": [("region", "01", "001"), ("region", "01", "002")]
    + [("country", "SSS", code) for code in ("001", "002", "003")],
    "cells": [("jobs", "2020"), ("rate", "2020")],
    "ratios": [("rate", "jobs", "employed", 100.0, -1.0)],
}
PLANS = [
    FigurePlan(),
    FigurePlan(newest=True),
    FigurePlan(every_place=True, grain=Grain.YEAR),
    AreaPlan(),
    CoveragePlan(),
    CellPlan(),
]


def tables() -> Iterator[tuple[str, Any]]:
    for name, rows in GIVEN.items():
        columns = zip(*rows, strict=True)
        kinds = [pa.float64() if kind == "float64" else pa.string() for kind in SCHEMAS[name].values()]
        arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
        yield name, pa.Table.from_arrays(arrays, names=list(SCHEMAS[name]))


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


def of_duckdb(plan: Plan) -> list[dict[str, Any]]:
    """Ask as the reader does."""
    connection = duckdb.connect()
    for name, content in tables():
        connection.register(name, content)
    answer = connection.execute(in_words_of(plan, "duckdb"))
    names = [column[0] for column in answer.description]
    return in_order([dict(zip(names, row, strict=True)) for row in answer.fetchall()])


def of_sqlite(plan: Plan) -> list[dict[str, Any]]:
    connection = sqlite3.connect(":memory:")
    for name, content in tables():
        columns = content.column_names
        connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        rows = [tuple(row.values()) for row in content.to_pylist()]
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608
    answer = connection.execute(in_words_of(plan, "sqlite"))
    names = [column[0] for column in answer.description]
    return in_order([dict(zip(names, row, strict=True)) for row in answer.fetchall()])


@pytest.mark.parametrize("plan", PLANS, ids=repr)
def test_sqlite_answers_as_duckdb(plan: Plan) -> None:
    expected = of_duckdb(plan)
    assert expected
    assert of_sqlite(plan) == expected
