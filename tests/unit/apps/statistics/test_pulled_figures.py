"""What is pulled stands in the pictures: a figure that the product knows but does not bring, and a new one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from seutu.apps.statistics import figures
from seutu.core.statistics import Observation, SourceRecord
from seutu.rules.statistics import catalogue
from seutu.warehouse import Area, Batch, Warehouse

OWN = SourceRecord(id="sotkanet.3099", name="THL Sotkanet", licence="CC BY 4.0", retrieved=date(2026, 11, 28))
PLACE = Area("municipality", "140", ("140",))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    made = Warehouse(tmp_path / "statistics.duckdb")
    monkeypatch.setattr(figures, "warehouse", lambda: made)
    yield made
    figures._place_figures.cache_clear()


def loaded(store: Warehouse, name: str, source: str) -> None:
    from dataclasses import replace

    known = replace(catalogue().indicator(name), source=source)
    rows = [Observation(name, "municipality", "140", "2022", 14.5)]
    store.load_batches([Batch(rows, OWN, {name: known})])


def test_a_known_figure_that_was_pulled_stands_in_the_picture(store: Warehouse) -> None:
    loaded(store, "at_risk_of_poverty_rate", OWN.id)
    shown = figures.place_figures(PLACE)
    (series,) = [each for each in shown.series if each.values]
    assert (series.indicator, series.values[0].value) == ("at_risk_of_poverty_rate", 14.5)
    assert store.loaded_sources() == {OWN.id}


def test_a_headline_figure_that_was_pulled_is_not_shown_twice(store: Warehouse) -> None:
    loaded(store, "population", OWN.id)
    shown = figures.place_figures(PLACE)
    assert [each.indicator for each in shown.series].count("population") == 1
