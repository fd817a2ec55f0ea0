"""A small store that the tests of the warehouse share: three municipalities, one region, hand-made figures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from seutu.core.statistics import Change, Indicator, Kind, Observation, Ratio, SourceRecord, Status
from seutu.core.text import Text
from seutu.warehouse import Batch, LoadReport, Warehouse

SOURCE = SourceRecord(id="office", name="Statistics office", licence="CC BY 4.0", retrieved=date(2026, 1, 1))


def indicator(name: str, kind: Kind, ratio: Ratio | None = None, change: Change | None = None) -> Indicator:
    label = Text(fi=f"{name} fi", sv=f"{name} sv", en=f"{name} en")
    return Indicator(
        id=name,
        label=label,
        unit=label,
        description=label,
        kind=kind,
        decimals=1,
        source="office",
        ratio=ratio,
        change=change,
    )


INDICATORS = {
    one.id: one
    for one in (
        indicator("t_jobs", Kind.COUNT),
        indicator("t_employed", Kind.COUNT),
        indicator("t_sufficiency", Kind.RATE, Ratio("t_jobs", "t_employed")),
        indicator("t_margin", Kind.RATE),
        indicator("t_industry", Kind.COUNT),
        indicator("t_jobs_change", Kind.RATE, change=Change("t_jobs", 1, relative=True)),
        indicator("t_sufficiency_change", Kind.RATE, change=Change("t_sufficiency", 1, relative=False)),
    )
}


def seen(
    name: str,
    place: str,
    value: float | None,
    period: str = "2020",
    *,
    kind: str = "municipality",
    breakdown: str = "",
    status: str = Status.PUBLISHED,
) -> Observation:
    return Observation(name, kind, place, period, value, breakdown, status)


@dataclass
class Store:
    """A warehouse with a quick way to load rows into it."""

    warehouse: Warehouse
    loads: list[LoadReport] = field(default_factory=list)

    def load(self, *rows: Observation, source: SourceRecord = SOURCE) -> LoadReport:
        (report,) = self.warehouse.load_batches([Batch(rows, source, INDICATORS)])
        self.loads.append(report)
        return report


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Warehouse(tmp_path / "statistics.duckdb"))


@pytest.fixture
def make_store(tmp_path: Path) -> Callable[[str], Store]:
    return lambda name: Store(Warehouse(tmp_path / f"{name}.duckdb"))
