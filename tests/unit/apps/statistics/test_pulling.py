"""A pull: parts into the store in one step, a second pull that changes only what changed, a cut one that goes on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from seutu.apps.statistics import pulling
from seutu.apps.statistics.pulling import PullReport, pull_statistics
from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, Kind, Observation, SourceRecord, Status
from seutu.core.text import Text
from seutu.sources.http import Limits
from seutu.sources.statistics import pulling as port
from seutu.sources.statistics.pulling import Asking, Download, Part, PullQuery, Question
from seutu.warehouse import Warehouse
from tests.local_server import PROXIES, local_server, saying

TODAY = date(2026, 11, 28)
NAME = Text.same("Seats")
SEATS = Indicator(id="seats", label=NAME, unit=NAME, description=NAME, kind=Kind.COUNT, decimals=0, source="office")


def download(query: PullQuery, asking: Asking) -> Download:
    """Ask one address a place: ``only={"place": (…)}``; the answer is its figure."""

    def parts() -> Iterator[Part]:
        for code in query.only["place"]:
            value = asking.read(Question(f"{query.url}?{code}"), float)
            yield Part([Observation("seats", "municipality", code, "2025", value, "", Status.PUBLISHED)])

    year = int(query.table)
    record = SourceRecord(
        id="office", name="Office", licence="CC0", retrieved=query.retrieved, division=date(year, 1, 1)
    )
    return Download(source=record, indicators={"seats": SEATS}, parts=parts(), weight=len(query.only["place"]))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Warehouse:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    settings.DATA_FOLDER = tmp_path
    monkeypatch.setitem(port.CONNECTORS, "office", f"{__name__}:download")
    monkeypatch.setattr(port, "import_module", lambda _name: SimpleNamespace(download=download))
    warehouse = Warehouse(tmp_path / "statistics.duckdb")
    monkeypatch.setattr(pulling, "warehouse", lambda: warehouse)
    return warehouse


def pulled(url: str, *places: str, year: str = "2026", told: list[Any] | None = None) -> PullReport:
    query = PullQuery(table=year, retrieved=TODAY, only={"place": places}, url=url)
    return pull_statistics(
        query,
        source="office",
        now=lambda: datetime(2026, 11, 28, tzinfo=UTC),
        limits=Limits(tries=1, read=5.0),
        progress=None if told is None else lambda done, total: told.append((done, total)),
    )


def counts(report: PullReport) -> tuple[int, int, int, int, int]:
    load = report.load
    return load.rows, load.created, load.changed, load.unchanged, load.removed


def test_a_second_pull_asks_again_and_changes_only_what_changed(store: Warehouse) -> None:
    told: list[Any] = []
    with local_server(*map(saying, (b"1", b"2", b"1", b"3"))) as server:
        assert counts(pulled(server.address, "140", "297", told=told)) == (2, 2, 0, 0, 0)
        again = pulled(server.address, "140", "297")
    assert counts(again) == (2, 0, 1, 1, 0)
    assert (again.asked, again.reused, len(server.asked)) == (2, 0, 4)
    assert told == [(1, 2), (2, 2)]
    assert [figure.value for figure in store.series(["seats"], None)] == [1.0, 3.0]


def test_a_cut_pull_stores_nothing_and_goes_on_where_it_stopped(store: Warehouse) -> None:
    with local_server(saying(b"1"), saying(b"", status=500), saying(b"2")) as server:
        with pytest.raises(InputProblem, match="error 500"):
            pulled(server.address, "140", "297")
        assert not store.path.exists()
        report = pulled(server.address, "140", "297")
    assert (report.asked, report.reused, len(server.asked)) == (1, 1, 3)
    assert counts(report) == (2, 2, 0, 0, 0)


def test_figures_of_two_divisions_are_not_kept_together(store: Warehouse) -> None:
    with local_server(saying(b"1")) as server:
        pulled(server.address, "140", "297", year="2025")
        assert counts(pulled(server.address, "140", "297", year="2025")) == (2, 0, 0, 2, 0)
        assert store.catalogue().sources["office"].division == date(2025, 1, 1)
        report = pulled(server.address, "140", year="2026")
    assert counts(report) == (1, 0, 0, 1, 1)
    assert store.catalogue().sources["office"].division == date(2026, 1, 1)


def test_a_former_municipality_is_counted_in_todays(store: Warehouse) -> None:
    with local_server(saying(b"1"), saying(b"2")) as server:
        report = pulled(server.address, "507", "588", year="2024")
    assert [(figure.place, figure.value) for figure in store.series(["seats"], None)] == [("507", 3.0)]
    assert "Pertunmaa" not in report.problems[0].message.fi
    assert report.problems[0].value == "588"


def test_a_division_that_nobody_knows_yet_is_told(store: Warehouse) -> None:
    with local_server(saying(b"1")) as server:
        report = pulled(server.address, "140", "001", year="2031")
    assert [problem.value for problem in report.problems] == ["001", "2031-01-01"]
    assert len(store.series(["seats"], None)) == 1


def test_an_unknown_source_is_told_with_the_known_ones(store: Warehouse) -> None:
    with pytest.raises(InputProblem, match=r"no source nowhere\. The sources are statfin, pxweb"):
        pull_statistics(
            PullQuery(table="1", retrieved=TODAY), source="nowhere", now=lambda: datetime(2026, 1, 1, tzinfo=UTC)
        )
    assert not (store.path.parent / "pulls").exists()
