import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.core.statistics import Observation, SourceRecord
from seutu.sources.statistics import load_statistics
from seutu.warehouse import Batch, Warehouse
from seutu.warehouse import store as store_module
from seutu.warehouse.engines import duckdb
from tests.shared_material import SHARED, needs_shared
from tests.unit.warehouse.conftest import INDICATORS, SOURCE, Store, seen

CELLS = st.tuples(st.sampled_from(["t_jobs", "t_employed"]), st.sampled_from(["001", "002"]))
A, B = seen("t_jobs", "001", 10), seen("t_jobs", "002", 20)


def values(warehouse: Warehouse, *places: str) -> dict[str, float | None]:
    return {figure.place: figure.value for figure in warehouse.series(["t_jobs"], places)}


def test_a_second_load_of_the_same_changes_nothing(store: Store) -> None:
    first, second = store.load(A, B), store.load(A, B)
    assert first.as_dict() == {
        "source": "office",
        "rows": 2,
        "created": 2,
        "changed": 0,
        "unchanged": 0,
        "removed": 0,
    }
    assert (second.rows, second.unchanged, second.created, second.changed, second.removed) == (2, 2, 0, 0, 0)
    assert values(store.warehouse, "001", "002") == {"001": 10, "002": 20}


def test_a_second_load_changes_only_what_the_source_changed(store: Store) -> None:
    store.load(A, B)
    report = store.load(A, seen("t_jobs", "002", 21), seen("t_jobs", "003", 30))
    assert (report.created, report.changed, report.unchanged, report.removed) == (1, 1, 1, 0)
    assert values(store.warehouse, "001", "002", "003") == {"001": 10, "002": 21, "003": 30}


def test_what_the_source_no_longer_has_is_removed_within_the_periods_it_gives(store: Store) -> None:
    store.load(A, B, seen("t_jobs", "001", 5, "2010"))
    report = store.load(A)
    assert (report.removed, report.unchanged) == (1, 1)
    assert [(f.period, f.value) for f in store.warehouse.series(["t_jobs"], None)] == [("2010", 5), ("2020", 10)]


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (("indicator", "place_kind", "period"), {"001": [""]}),
        (("indicator", "place_kind", "period", "place"), {"001": [""], "002": [""]}),
        (("indicator", "place_kind", "period", "breakdown"), {"001": ["", "sex:1"]}),
        (("indicator", "place_kind", "period", "place", "breakdown"), {"001": ["", "sex:1"], "002": [""]}),
    ],
)
def test_a_part_of_a_source_removes_only_within_what_it_is_complete_in(
    store: Store, scope: tuple[str, ...], left: dict[str, list[str]]
) -> None:
    store.load(A, B, seen("t_jobs", "001", 4, breakdown="sex:1"))
    (report,) = store.warehouse.load_batches([Batch([A], SOURCE, INDICATORS, scope=scope)])
    found: dict[str, list[str]] = {}
    for figure in store.warehouse.series(["t_jobs"], None, breakdown=None):
        found.setdefault(figure.place, []).append(figure.breakdown)
    assert found == left
    assert report.removed == 3 - sum(map(len, left.values()))


def test_another_division_of_areas_replaces_all_of_the_source_and_of_no_other(store: Store) -> None:
    other = SourceRecord(id="other", name="Another", licence="CC0", retrieved=date(2025, 1, 1))
    store.load(seen("t_employed", "009", 1), source=other)
    store.load(A, B, seen("t_margin", "001", 5, "2010"), source=replace(SOURCE, division=date(2025, 1, 1)))
    moved = replace(SOURCE, division=date(2026, 1, 1))
    report = store.load(A, source=moved)
    assert (report.unchanged, report.removed) == (1, 2)
    assert store.warehouse.catalogue().sources["office"] == moved
    assert len(store.warehouse.series(["t_employed"], None)) == 1


def test_a_store_of_an_earlier_version_learns_of_divisions(store: Store) -> None:
    store.load(A)
    connection = duckdb().connect(str(store.warehouse.path))
    connection.execute("ALTER TABLE source DROP COLUMN division")
    connection.close()
    assert store.warehouse.catalogue().sources["office"].division is None
    assert store.load(A).unchanged == 1
    assert store.load(A, source=replace(SOURCE, division=date(2026, 1, 1))).unchanged == 1
    assert store.warehouse.catalogue().sources["office"].division == date(2026, 1, 1)


def test_a_blank_is_kept_as_not_published_and_is_not_zero(store: Store) -> None:
    store.load(seen("t_jobs", "001", None, status="not_published"), seen("t_jobs", "002", 0.0))
    blank, zero = store.warehouse.series(["t_jobs"], ["001", "002"])
    assert (blank.value, blank.status) == (None, "not_published")
    assert zero.value == 0.0
    assert store.load(seen("t_jobs", "001", 0.0), seen("t_jobs", "002", 0.0)).changed == 1


def test_rows_said_twice_alike_count_once_and_contradictions_are_refused(store: Store) -> None:
    assert store.load(A, A).rows == 1
    with pytest.raises(InputProblem) as caught:
        store.load(A, seen("t_jobs", "001", 11))
    assert caught.value.problems[0].value == "t_jobs, municipality, 001, 2020"
    assert values(store.warehouse, "001") == {"001": 10}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 1e308, 5e-324])
def test_what_would_make_no_number_of_a_sum_or_a_rate_is_refused(store: Store, value: float) -> None:
    store.load(A)
    with pytest.raises(InputProblem, match="cannot be worked with: t_jobs"):
        store.load(B, seen("t_jobs", "001", value))
    assert values(store.warehouse, "001", "002") == {"001": 10}


def test_a_damaged_store_is_told_and_read_again_when_it_is_whole(store: Store) -> None:
    store.load(A)
    path, held = store.warehouse.path, store.warehouse.path.read_bytes()
    reader = Warehouse(path)
    for content in (b"", held[:8192], b"no store" * 1000):
        path.write_bytes(content)
        with pytest.raises(InputProblem, match="cannot be opened"):
            reader.catalogue()
    path.write_bytes(b"no store" * 1000)
    with pytest.raises(InputProblem, match="cannot be opened"):
        store.load(B)
    path.write_bytes(held)
    assert values(reader, "001") == {"001": 10}


def test_of_two_sources_the_one_retrieved_last_counts(store: Store) -> None:
    newer = SourceRecord(id="other", name="Another office", licence="CC0", retrieved=date(2026, 2, 1))
    store.load(seen("t_jobs", "001", 99), source=newer)
    store.load(A, B)
    found = {f.place: (f.value, f.sources[0].name) for f in store.warehouse.series(["t_jobs"], None)}
    assert found == {"001": (99, "Another office"), "002": (20, "Statistics office")}


def test_a_source_without_a_day_goes_before_those_with_one(store: Store) -> None:
    store.load(seen("t_jobs", "001", 99), source=SourceRecord(id="mine", name="Mine", licence="CC0"))
    store.load(A)
    assert values(store.warehouse, "001") == {"001": 99}


def test_a_failed_load_leaves_the_store_and_the_folder_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load(A)
    before = store.warehouse.path.read_bytes()
    monkeypatch.setattr(store_module, "_BEST", "this is not sql")
    with pytest.raises(Exception, match="syntax error"):
        store.load(B)
    assert store.warehouse.path.read_bytes() == before
    assert sorted(p.name for p in store.warehouse.path.parent.iterdir()) == ["statistics.duckdb", "statistics.lock"]


KILLED = """
import os, sys
from pathlib import Path
import seutu.warehouse.store as store
store.os.replace = lambda *_: os._exit(9)
from tests.shared_material import SHARED, needs_shared
from tests.unit.warehouse.conftest import INDICATORS, SOURCE, seen
store.write(Path(sys.argv[1]), [store.Batch([seen("t_jobs", "002", 20)], SOURCE, INDICATORS)])
"""


def test_a_killed_load_leaves_the_old_figures_and_the_next_one_goes_through(store: Store) -> None:
    store.load(A)
    done = subprocess.run([sys.executable, "-c", KILLED, str(store.warehouse.path)], check=False, cwd=Path.cwd())
    assert done.returncode == 9
    assert values(store.warehouse, "001", "002") == {"001": 10}
    assert store.load(A, B).created == 1
    assert not list(store.warehouse.path.parent.glob(".*"))


def test_a_reader_sees_a_load_at_its_next_question(store: Store) -> None:
    store.load(A)
    reader = Warehouse(store.warehouse.path)
    assert values(reader, "001") == {"001": 10}
    store.load(seen("t_jobs", "001", 12))
    assert values(reader, "001") == {"001": 12}
    assert values(store.warehouse, "001") == {"001": 12}


def test_a_source_is_told_with_every_value(store: Store) -> None:
    store.load(A)
    (figure,) = store.warehouse.series(["t_jobs"], ["001"])
    assert figure.sources == (SOURCE,)
    assert figure.indicator == INDICATORS["t_jobs"]
    assert figure.status_text.fi == "Lähteen julkaisema"


def test_several_sources_go_in_together_or_not_at_all(store: Store) -> None:
    store.load(A)
    bad: list[Observation] = [seen("t_jobs", "003", 1), seen("t_jobs", "003", 2)]
    batches = [store_module.Batch([B], SOURCE, INDICATORS), store_module.Batch(bad, SOURCE, INDICATORS)]
    with pytest.raises(InputProblem):
        store.warehouse.load_batches(batches)
    assert values(store.warehouse, "001", "002") == {"001": 10}


def test_a_store_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Warehouse(tmp_path / "none.duckdb").series(["population"], ["684"])


def test_a_figure_has_a_plain_form(store: Store) -> None:
    store.load(A)
    (figure,) = store.warehouse.series(["t_jobs"], ["001"])
    plain = json.loads(json.dumps(figure.as_dict()))
    assert (plain["value"], plain["period"], plain["place"], plain["reason"]) == (10.0, "2020", "001", None)
    assert plain["sources"] == [
        {"name": "Statistics office", "licence": "CC BY 4.0", "retrieved": "2026-01-01", "url": ""}
    ]


@needs_shared
def test_a_public_series_loads_twice_without_a_change(store: Store) -> None:
    read = load_statistics(SHARED / "data" / "statfin-municipal-series" / "kuntien_avainluvut_2006-2016.csv")
    batch = Batch(read.observations, read.source, read.indicators)
    (first,), (second,) = store.warehouse.load_batches([batch]), store.warehouse.load_batches([batch])
    assert first.created == len(read.observations) > 100_000
    assert (second.unchanged, second.created, second.changed, second.removed) == (first.created, 0, 0, 0)


@given(
    loads=st.lists(
        st.tuples(st.sampled_from("abc"), st.lists(st.tuples(CELLS, st.integers(0, 3)), max_size=6)), max_size=5
    )
)
@settings(max_examples=8, deadline=None)
def test_what_counts_after_many_loads_is_what_the_newest_sources_say(
    loads: list[tuple[str, list[tuple[tuple[str, str], int]]]],
) -> None:
    days = {"a": date(2026, 1, 1), "b": date(2026, 2, 1), "c": None}
    held: dict[str, dict[tuple[str, str], int]] = {}
    turns: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse(Path(folder) / "store.duckdb")
        for name, told in loads:
            cells = dict(told)
            record = SourceRecord(id=name, name=name, licence="CC0", retrieved=days[name])
            rows = [seen(indicator, place, value) for (indicator, place), value in cells.items()]
            warehouse.load_batches([Batch(rows, record, INDICATORS)])
            scope = {indicator for indicator, _ in cells}
            kept = {cell: value for cell, value in held.get(name, {}).items() if cell[0] not in scope}
            held[name] = kept | cells
            turns = [each for each in turns if each != name] + [name]
        strength = {name: (days[name] or date.max, turns.index(name)) for name in turns}
        expected = {
            cell: max((strength[name], value) for name, own in held.items() if (value := own.get(cell)) is not None)[1]
            for own in held.values()
            for cell in own
        }
        found = warehouse.series(["t_jobs", "t_employed"], None) if loads else []
    assert {(figure.indicator.id, figure.place): figure.value for figure in found} == expected


def test_figures_that_come_as_columns_are_loaded_with_the_others(store: Store) -> None:
    columns = pa.table(
        {
            name: [getattr(B, name)]
            for name in ("indicator", "place_kind", "place", "period", "breakdown", "value", "status")
        }
    )
    (report,) = store.warehouse.load_batches([Batch([A], SOURCE, INDICATORS, columns=columns)])
    assert report.created == 2
    assert values(store.warehouse, "001", "002") == {"001": 10, "002": 20}
    assert store.load(A, B).unchanged == 2


def test_millions_that_come_as_a_reader_of_batches_replace_swapped_values_and_leave_nothing_beside(
    store: Store,
) -> None:
    def reader(*values: float) -> pa.RecordBatchReader:
        rows = [seen("t_jobs", f"00{place}", value) for place, value in enumerate(values, 1)]
        names = ("indicator", "place_kind", "place", "period", "breakdown", "value", "status")
        return pa.table({name: [getattr(row, name) for row in rows] for name in names}).to_reader(max_chunksize=1)

    def load(*figures: float) -> tuple[int, int, int, int]:
        (report,) = store.warehouse.load_batches([Batch((), SOURCE, INDICATORS, columns=reader(*figures))])
        return report.created, report.changed, report.unchanged, report.removed

    assert load(1, 2, 3) == (3, 0, 0, 0)
    assert load(1, 2, 3) == (0, 0, 3, 0)
    assert load(2, 3, 1) == (0, 3, 0, 0)
    assert values(store.warehouse, "001", "002", "003") == {"001": 2, "002": 3, "003": 1}
    assert load(2, 3) == (0, 0, 2, 1)
    spilled = store.warehouse.path.parent / f".{store.warehouse.path.name}.9.tmp.tmp"
    spilled.mkdir()
    (spilled / "part").touch()  # what a killed load had put on the disc
    assert load(2, 4) == (0, 1, 1, 0)
    assert not list(store.warehouse.path.parent.glob(".*"))


def test_a_source_that_comes_unchanged_with_a_newer_day_goes_before_the_others(store: Store) -> None:
    other = SourceRecord(id="other", name="Other", licence="CC0", retrieved=date(2026, 2, 1))
    store.load(A)
    store.load(seen("t_jobs", "001", 77), source=other)
    assert values(store.warehouse, "001") == {"001": 77}
    assert store.load(A, source=replace(SOURCE, retrieved=date(2026, 3, 1))).unchanged == 1
    assert values(store.warehouse, "001") == {"001": 10}


def test_what_counts_is_told_in_parts_of_whole_indicators(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = store_module._PARTS.replace(str(store_module.PART), "2")
    assert parts != store_module._PARTS
    monkeypatch.setattr(store_module, "_PARTS", parts)
    rows = [seen(name, place, 1) for name in ("t_jobs", "t_employed", "t_industry") for place in ("001", "002", "003")]
    store.load(*rows)
    found = store.warehouse.series(["t_jobs", "t_employed", "t_industry"], None)
    assert [(each.indicator.id, each.place) for each in found] == [(row.indicator, row.place) for row in rows]
