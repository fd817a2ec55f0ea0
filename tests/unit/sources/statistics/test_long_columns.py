"""A large file of the long form says by columns what it says by rows; what needs a look at its row is left to them."""

from pathlib import Path

import pytest

from seutu.core.statistics import Observation
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.sources.statistics import load_statistics, loading
from seutu.sources.statistics.long_columns import read_columns

HEADER = "indicator,place_kind,place,period,breakdown,value,status"
PLAIN = [
    HEADER,
    "jobs,,5,2020,,10.5,",
    "jobs,municipality,091,2020,tol2008:C,1e3,flag:p",
    "jobs,country,SSS,2020,,..,",
    "jobs,, 140 ,2020-05,,-3,",
    'rate,region,06,2020,"a:b,c",,suppressed',
    "rate,region,6,2021,,0,",
]
# 911 went into 541 in 2020 and 099 into 214 in 2021; 999 has never been.
MERGED = [
    "population,,911,2019,,5,",
    "population,,541,2019,,7,",
    "population,,099,2020,,2,",
    "jobs,,999,2020,,2,",
    "rate,,214,2020,,3.5,",
]


def observations(table: object) -> list[Observation]:
    return [Observation(**row) for row in table.to_pylist()]  # type: ignore[attr-defined]


def both(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[Observation], list[Observation], list[str], list[str]]:
    by_rows = load_statistics(path, source="Town", licence="CC0")
    monkeypatch.setattr(loading, "LARGE", 0)
    by_columns = load_statistics(path, source="Town", licence="CC0")
    assert by_rows.columns is None
    assert by_columns.columns is not None
    assert by_columns.indicators == by_rows.indicators
    found = [*by_columns.observations, *observations(by_columns.columns)]
    order = lambda one: (one.indicator, one.place_kind, one.place, one.period, one.breakdown)  # noqa: E731
    told = [[str(each) for each in load.problems] for load in (by_rows, by_columns)]
    return sorted(by_rows.observations, key=order), sorted(found, key=order), *told


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_say_what_rows_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, separator: str) -> None:
    path = tmp_path / "long.csv"
    lines = [line for line in PLAIN if '"' not in line] if separator != "," else PLAIN
    path.write_text("\n".join(lines).replace(",", separator) + "\n", encoding="utf-8-sig")
    rows, columns, *told = both(path, monkeypatch)
    assert columns == rows
    assert told[0] == told[1] == []
    assert ("005", 10.5) in {(one.place, one.value) for one in columns}


def test_merged_and_unknown_municipalities_are_told_as_by_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.csv"
    path.write_text("\n".join([*PLAIN, *MERGED]), encoding="utf-8")
    rows, columns, by_rows, by_columns = both(path, monkeypatch)
    assert columns == rows
    assert sorted(by_columns) == sorted(by_rows)
    assert len(by_columns) == 3
    assert {(one.place, one.value) for one in columns if one.indicator == "population" and one.period == "2019"} == {
        ("541", 12)
    }


@pytest.mark.parametrize(
    "line",
    [
        "jobs,,091,2020,,1 234,",
        'jobs,,091,2020,,"1,5",',
        "jobs,,091,2020,,inf,",
        "jobs,,,2020,,1,",
        " ,,091,2020,,1,",
        "jobs,village,091,2020,,1,",
        "jobs,,091,2020,,1,,",
        "jobs,,091",
    ],
)
def test_what_needs_a_look_at_its_row_is_left_to_the_rows(line: str) -> None:
    good, bad = ("\n".join([*PLAIN, *more]).encode() for more in ([], [line]))
    assert read_columns(good, load(), NEWEST_DIVISION) is not None
    assert read_columns(bad, load(), NEWEST_DIVISION) is None


def test_another_encoding_or_no_table_is_left_to_the_rows() -> None:
    assert (
        read_columns("\n".join([*PLAIN, "jobs,,091,2020,tyyppi:päivä,1,"]).encode("cp1252"), load(), NEWEST_DIVISION)
        is None
    )
    assert read_columns(b"indicator,place\nx,091\n", load(), NEWEST_DIVISION) is None
    assert read_columns(b"", load(), NEWEST_DIVISION) is None
