"""A store of five invented figures for a handful of real municipalities, so that no test loads the product's own.

Not a test itself.
"""

import atexit
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from seutu.apps.statistics import index_choices, index_surveys, index_units
from seutu.core.statistics import Indicator, Kind, Observation, SourceRecord
from seutu.core.text import Text
from seutu.warehouse import Batch, Warehouse

TOWNS: Final = ("140", "263", "297", "749", "778", "915")
SOURCE: Final = SourceRecord(id="own", name="Tilasto", licence="CC BY 4.0", retrieved=date(2026, 1, 1))
FIGURES: Final = {
    ("jobs", "2020"): (50, 40, 45, 30, 20, 10),
    ("jobs", "2021"): (60, 40, 45, 30, 20, 10),
    ("pay", "2020"): (1, 6, 5, 4, 3, 2),
    ("pay", "2021"): (1, 6, 5, 4, 3, 2),
    ("pay", "2022"): (2, 6, 5, 4, 3, 1),
    ("away", "2021"): (3, 2, 6, 5, 4, None),
}
STATUS: Final = {("away", "915"): "flag:c", ("jobs", "749"): "summed"}


def use_store(patched: pytest.MonkeyPatch) -> None:
    """Let indices read the store."""
    for reader in (index_units, index_choices, index_surveys):
        patched.setattr(reader, "warehouse", _store)


@cache
def _store() -> Warehouse:
    """Make the store, once for each process."""
    folder = Path(tempfile.mkdtemp(prefix="seutu-figures-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Warehouse(folder / "statistics.duckdb")
    rows = [
        Observation(code, "municipality", town, year, value, "", STATUS.get((code, town), "published"))
        for (code, year), values in FIGURES.items()
        for town, value in zip(TOWNS, values, strict=True)
    ]
    rows.append(Observation("lonely", "municipality", "140", "2021", 1.0))
    own = {name: _indicator(name) for name in ("jobs", "pay", "away", "lonely")}
    store.load_batches([Batch(rows, SOURCE, own)])
    return store


def _indicator(name: str) -> Indicator:
    label, unit = Text(fi=f"{name} suomeksi", sv=f"{name} på svenska", en=f"{name} in English"), Text.same("kpl")
    return Indicator(id=name, label=label, unit=unit, description=label, kind=Kind.RATE, decimals=1, source="own")
