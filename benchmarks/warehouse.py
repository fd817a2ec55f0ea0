"""Measures the statistical store as it grows, beside pandas and plain DuckDB SQL on the same figures.

Invented figures of every municipality over thirty years: 10^5, 10^6 and 10^7 of them, or the numbers given as
arguments (`warehouse.py 1e8`). With Spark installed (extra `spark`, Java) the store is also asked with Spark
calculating. Every answer is compared with the store's before its time counts; times are wall seconds within one
process, the start of Spark left out, and the median of five for questions. Writes build/benchmarks/warehouse.json.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
from material import WORK

from seutu.core.places import Division
from seutu.core.statistics import Grain, Indicator, Kind, SourceRecord
from seutu.core.text import Text
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.warehouse import Batch, Engine, Warehouse
from seutu.warehouse.engines import arrow, check_engine

TARGET: Final = WORK.parent / "warehouse.json"
SIZES: Final = (100_000, 1_000_000, 10_000_000)
YEARS: Final = tuple(str(year) for year in range(1990, 2020))
CODES: Final = tuple(place.code for place in load().places(Division.MUNICIPALITY, NEWEST_DIVISION))
TOWN: Final = "140"
ASKED: Final = 30
RUNS: Final = 5
Row = tuple[str, str, str, float]


def drawn(size: int) -> tuple[Any, list[str]]:
    """Return invented figures as a table of the store's columns, and the names of their indicators."""
    random = np.random.Generator(np.random.PCG64(1))
    names = [f"x{number:06d}" for number in range(-(-size // (len(CODES) * len(YEARS))))]
    cell = np.arange(size)

    def coded(positions: Any, words: Any) -> Any:
        return arrow().DictionaryArray.from_arrays(arrow().array(positions.astype("int32")), arrow().array(list(words)))

    nothing = np.zeros(size)
    table = arrow().table(
        {
            "indicator": coded(cell // (len(CODES) * len(YEARS)), names),
            "place_kind": coded(nothing, ["municipality"]),
            "place": coded(cell // len(YEARS) % len(CODES), CODES),
            "period": coded(cell % len(YEARS), YEARS),
            "breakdown": coded(nothing, [""]),
            "value": np.round(random.lognormal(5, 2, size), 3),
            "status": coded(nothing, ["published"]),
        }
    )
    return table, names


def timed(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """Return the median of the wall seconds that some work takes, and what it gave."""
    taken, found = [], None
    for _ in range(runs):
        begun = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), found


def of_seutu(folder: Path, table: Any, names: list[str], asked: list[str]) -> dict[str, tuple[float, Any]]:
    """Load into the store and ask it."""
    source = SourceRecord(id="drawn", name="Drawn", licence="CC0")
    known = {
        name: Indicator(
            id=name,
            label=Text.same(name),
            unit=Text.same(""),
            description=Text.same(name),
            kind=Kind.INDEX,
            decimals=1,
            source="drawn",
        )
        for name in names
    }
    store = Warehouse(folder / "store.duckdb")
    batch = Batch((), source, known, columns=table)
    first, report = timed(lambda: store.load_batches([batch])[0], 1)
    again, _ = timed(lambda: store.load_batches([batch]), 1)
    found = {"load": (first, report.created), "the same again": (again, None)} | _questions(store, asked)
    try:
        check_engine("spark")
    except Exception as problem:  # noqa: BLE001  # it says what to install
        print(problem)
        return found
    engine: Engine = "spark"
    distributed = Warehouse(folder / "store.duckdb", engine)
    distributed.latest(asked[:1], [TOWN])  # its start, and the facts' Parquet
    return found | {f"{name} (Spark)": told for name, told in _questions(distributed, asked).items()}


def _questions(store: Warehouse, asked: list[str]) -> dict[str, tuple[float, Any]]:
    def rows(figures: Any) -> list[Row]:
        return sorted((each.indicator.id, each.place, each.period, each.value) for each in figures)

    store.catalogue()
    series = timed(lambda: store.series(asked, [TOWN], grain=Grain.YEAR))
    newest = timed(lambda: store.latest(asked, None))
    return {"a town": (series[0], rows(series[1])), "newest of every town": (newest[0], rows(newest[1]))}


def of_duckdb(folder: Path, table: Any, asked: list[str]) -> dict[str, tuple[float, Any]]:
    """Do the same in SQL on a plain table: no sources, statuses, formulas or earlier state."""
    connection = duckdb.connect(str(folder / "plain.duckdb"))
    connection.register("arriving", table)

    def loaded() -> int:
        connection.execute("CREATE TABLE figure AS SELECT * FROM arriving ORDER BY indicator, place, period")
        connection.execute("CHECKPOINT")
        return int(table.num_rows)

    first = timed(loaded, 1)
    own = (
        "SELECT indicator, place, period, value FROM figure WHERE list_contains(?, indicator) AND place = ? "
        "ORDER BY ALL"
    )
    best = (
        "SELECT indicator, place, max(period), arg_max(value, period) FROM figure WHERE list_contains(?, indicator) "
        "GROUP BY ALL ORDER BY ALL"
    )
    return {
        "load": first,
        "a town": timed(lambda: connection.execute(own, [asked, TOWN]).fetchall()),
        "newest of every town": timed(lambda: connection.execute(best, [asked]).fetchall()),
    }


def of_pandas(table: Any, asked: list[str]) -> dict[str, tuple[float, Any]]:
    """Do the same on a data frame in memory."""
    if find_spec("pandas") is None:
        print("pandas is not installed: make bench installs it.")
        return {}

    def told(rows: Any) -> list[Row]:
        return [tuple(row) for row in rows[["indicator", "place", "period", "value"]].itertuples(index=False)]

    first, frame = timed(lambda: table.to_pandas().sort_values(["indicator", "place", "period"]), 1)

    def town() -> list[Row]:
        return told(frame[frame["indicator"].isin(asked) & (frame["place"] == TOWN)])

    def newest() -> list[Row]:
        return told(frame[frame["indicator"].isin(asked)].groupby(["indicator", "place"], observed=True).tail(1))

    return {"load": (first, table.num_rows), "a town": timed(town), "newest of every town": timed(newest)}


def measured(size: int) -> dict[str, dict[str, float]]:
    """Return the seconds of each at one size. Raises ``AssertionError`` where two answers differ."""
    table, names = drawn(size)
    asked = names[:: max(1, len(names) // ASKED)][:ASKED]
    with tempfile.TemporaryDirectory(prefix="seutu-warehouse-") as folder:
        found = {
            "Seutu": of_seutu(Path(folder), table, names, asked),
            "DuckDB SQL": of_duckdb(Path(folder), table, asked),
            "pandas": of_pandas(table, asked),
        }
    ours = found["Seutu"]
    for who, answers in found.items():
        for what, (_, answer) in answers.items():
            same = ours[what.removesuffix(" (Spark)")][1]
            assert answer is None or answer == same, f"{who}: {what} differs"
    return {who: {what: seconds for what, (seconds, _) in answers.items()} for who, answers in found.items()}


def main() -> None:
    """Measure, print and keep."""
    sizes = [int(float(word)) for word in sys.argv[1:]] or list(SIZES)
    taken: dict[int, dict[str, dict[str, float]]] = {}
    print("| figures | what | Seutu, s | DuckDB SQL, s | pandas, s |\n| ---: | --- | ---: | ---: | ---: |")
    for size in sizes:
        taken[size] = measured(size)
        for what, seconds in taken[size]["Seutu"].items():
            rest = (taken[size][who].get(what.removesuffix(" (Spark)")) for who in ("DuckDB SQL", "pandas"))
            shown = " | ".join("" if each is None else f"{each:.3f}" for each in rest)
            print(f"| {size:,} | {what} | {seconds:.3f} | {shown} |", flush=True)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(taken, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
