"""Measures the statistical store as it grows, beside pandas and plain DuckDB SQL on the same figures.

Invented figures of every municipality over thirty years, 10^5 to 10^8 of them or the numbers of `--sizes`, made by
DuckDB into one Parquet file that every side loads. With Spark (extra `spark`, Java) the store is also asked with Spark
calculating on two threads of this machine. Every answer is compared with the store's before its time counts. Each size
is a process of its own; times are wall seconds, the start of Spark left out, and the median of five for questions. A
side whose memory does not hold a size is left out and said so. Writes build/benchmarks/warehouse.json size by size.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import duckdb
from material import WORK

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.core.statistics import Grain, Indicator, Kind, SourceRecord
from seutu.core.text import Text
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.warehouse import Batch, Engine, Warehouse, check_engine

TARGET: Final = WORK.parent / "warehouse.json"
SIZES: Final = (100_000, 1_000_000, 10_000_000, 100_000_000)
YEARS: Final = 30
CODES: Final = tuple(place.code for place in load().places(Division.MUNICIPALITY, NEWEST_DIVISION))
TOWN: Final = "140"
ASKED: Final = 30
RUNS: Final = 5
PANDAS_BYTES: Final = 150
DISC_BYTES: Final = 60
"""What a figure takes at most: in pandas' memory with its sorted copy, and on the disc with every side's file."""
CODED: Final = ["indicator", "place_kind", "place", "period", "breakdown", "status"]
SPARK: Final = "--master local[2] --driver-memory 4g --conf spark.ui.showConsoleProgress=false pyspark-shell"
Row = tuple[str, str, str, float]
Answers = dict[str, tuple[float, Any]]


def drawn(size: int, path: Path) -> list[str]:
    """Write invented figures into a Parquet file, and return the names of their indicators."""
    of_each = len(CODES) * YEARS
    with duckdb.connect(config={"memory_limit": "2GB"}) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(
            f"""COPY (SELECT format('x{{:06d}}', i // {of_each}) AS indicator, 'municipality' AS place_kind,
            $codes[i // {YEARS} % {len(CODES)} + 1] AS place, (1990 + i % {YEARS})::VARCHAR AS period, '' AS breakdown,
            hash(i) % 1000003 / 1000.0 AS value, 'published' AS status
            FROM range({size}) AS drawn(i)) TO '{path}' (FORMAT parquet)""",  # noqa: S608 - numbers of our own
            {"codes": list(CODES)},
        )
    return [f"x{number:06d}" for number in range(-(-size // of_each))]


def timed(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """Return the median of the wall seconds that some work takes, and what it gave."""
    taken, found = [], None
    for _ in range(runs):
        begun = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), found


def arriving(path: Path) -> Any:
    """Return a reader of the file's figures."""
    file = import_module("pyarrow.parquet").ParquetFile(path, read_dictionary=CODED)
    return import_module("pyarrow").RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(200_000))


def peak() -> float:
    """Return the most memory that this process has taken, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def of_seutu(folder: Path, drawn_file: Path, names: list[str], asked: list[str]) -> Answers:
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
    path = folder / "store.duckdb"
    store = Warehouse(path)

    def loaded() -> Any:
        return store.load_batches([Batch((), source, known, columns=arriving(drawn_file))])[0]

    before = time.process_time()
    first, report = timed(loaded, 1)
    processor = time.process_time() - before
    again, second = timed(loaded, 1)
    assert second.unchanged == report.created, second
    print(f"  memory at most {peak():.2f} GiB, file {path.stat().st_size / 1e6:,.0f} MB", flush=True)
    told = {"load": (first, report.created), "the same again": (again, None)}
    told |= {"load, processor": (processor, None), "load, GiB of memory": (peak(), None)}
    return told | _questions(store, asked)


def of_spark(folder: Path, asked: list[str]) -> Answers:
    """Ask the same store with Spark calculating."""
    try:
        check_engine("spark")
    except InputProblem as problem:
        print(f"  {problem}")
        return {}
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", SPARK)
    engine: Engine = "spark"
    store = Warehouse(folder / "store.duckdb", engine)
    begun, _ = timed(lambda: store.latest(asked[:1], [TOWN]), 1)
    print(f"  Spark's start and its copy of the figures: {begun:.1f} s", flush=True)
    return _questions(store, asked)


def _questions(store: Warehouse, asked: list[str]) -> Answers:
    def rows(figures: Any) -> list[Row]:
        return sorted((each.indicator.id, each.place, each.period, each.value) for each in figures)

    store.catalogue()
    series = timed(lambda: store.series(asked, [TOWN], grain=Grain.YEAR))
    newest = timed(lambda: store.latest(asked, None))
    return {"a town": (series[0], rows(series[1])), "newest of every town": (newest[0], rows(newest[1]))}


def of_duckdb(folder: Path, drawn_file: Path, asked: list[str]) -> Answers:
    """Do the same in SQL on a plain table: no sources, statuses, formulas or earlier state."""
    connection = duckdb.connect(str(folder / "plain.duckdb"), config={"memory_limit": "4GB"})
    connection.execute("SET enable_progress_bar = false")

    def loaded() -> int:
        connection.execute(
            f"CREATE TABLE figure AS SELECT * FROM '{drawn_file}' ORDER BY indicator, place, period"  # noqa: S608
        )
        connection.execute("CHECKPOINT")
        return int(connection.execute("SELECT count(*) FROM figure").fetchall()[0][0])

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


def of_pandas(drawn_file: Path, size: int, asked: list[str]) -> Answers:
    """Do the same on a data frame in memory."""
    if find_spec("pandas") is None:
        print("  pandas is not installed: make bench installs it.")
        return {}
    if PANDAS_BYTES * size > os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES") // 2:
        print(f"  pandas is left out: it would take about {PANDAS_BYTES * size / 1e9:.0f} GB of memory.")
        return {}

    def told(rows: Any) -> list[Row]:
        return [tuple(row) for row in rows[["indicator", "place", "period", "value"]].itertuples(index=False)]

    def loaded() -> Any:
        table = import_module("pyarrow.parquet").read_table(drawn_file, read_dictionary=CODED)
        return table.to_pandas().sort_values(["indicator", "place", "period"])

    first, frame = timed(loaded, 1)

    def town() -> list[Row]:
        return sorted(told(frame[frame["indicator"].isin(asked) & (frame["place"] == TOWN)]))

    def newest() -> list[Row]:
        chosen = frame[frame["indicator"].isin(asked)].groupby(["indicator", "place"], observed=True).tail(1)
        return sorted(told(chosen))

    return {"load": (first, len(frame)), "a town": timed(town), "newest of every town": timed(newest)}


def measured(size: int) -> dict[str, dict[str, float]]:
    """Return the seconds of each at one size. Raises ``AssertionError`` where two answers differ."""
    with tempfile.TemporaryDirectory(prefix="seutu-warehouse-") as name:
        folder = Path(name)
        if shutil.disk_usage(folder).free < DISC_BYTES * size:
            print(f"  {size:,} is left out: {folder} needs {DISC_BYTES * size / 1e9:.0f} GB of free disc.")
            return {}
        drawn_file = folder / "drawn.parquet"
        took, names = timed(lambda: drawn(size, drawn_file), 1)
        print(f"\n{size:,} figures, drawn in {took:.1f} s, {drawn_file.stat().st_size / 1e6:,.0f} MB", flush=True)
        asked = names[:: max(1, len(names) // ASKED)][:ASKED]
        sides: dict[str, Callable[[], Answers]] = {
            "Seutu": lambda: of_seutu(folder, drawn_file, names, asked),
            "Seutu on Spark": lambda: of_spark(folder, asked),
            "DuckDB SQL": lambda: of_duckdb(folder, drawn_file, asked),
            "pandas": lambda: of_pandas(drawn_file, size, asked),
        }
        ours: Answers = {}
        found: dict[str, dict[str, float]] = {}
        for who, side in sides.items():
            answers = side()
            ours = ours or answers
            for what, (seconds, answer) in answers.items():
                assert answer is None or answer == ours[what][1], f"{who}: {what} differs"
                print(f"  {who}: {what} {seconds:.3f}", flush=True)
            found[who] = {what: round(seconds, 4) for what, (seconds, _) in answers.items()}
    return found


def table(taken: dict[str, Any]) -> str:
    """Return everything measured as a Markdown table; a side that was left out has an empty cell."""
    sides = ("Seutu", "Seutu on Spark", "DuckDB SQL", "pandas")
    lines = [f"| figures | what | {' | '.join(sides)} |", "| ---: | --- |" + " ---: |" * len(sides)]
    for size in sorted(taken, key=int):
        seconds = taken[size].get("seconds", {})
        for what in seconds.get("Seutu", {}):
            every = (seconds.get(side, {}).get(what) for side in sides)
            shown = " | ".join("" if each is None else f"{each:.3f}" for each in every)
            lines.append(f"| {int(size):,} | {what} | {shown} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and keep."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", nargs="+", type=float, default=list(SIZES), help="how many figures: 1e5 1e8")
    sizes = [int(each) for each in asked.parse_args().sizes]
    taken: dict[str, Any] = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        for size in sizes:
            if seconds := processes.submit(measured, size).result():
                taken[str(size)] = {"seconds": seconds, "load_of_the_machine": round(os.getloadavg()[1], 1)}
                TARGET.write_text(json.dumps(taken, indent=1) + "\n", encoding="utf-8")
    print("\n" + table(taken))


if __name__ == "__main__":
    main()
