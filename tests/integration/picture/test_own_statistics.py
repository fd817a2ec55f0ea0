"""A person's own statistics beside the product's: under their own name, as sure as they are, over their own years."""

from datetime import date
from pathlib import Path

import pytest

from seutu.apps.statistics import figures, overview, profiles
from seutu.apps.statistics.figures import Beside, place_figures
from seutu.apps.statistics.profiles import group_of, town_profile
from seutu.core.statistics import Indicator, Kind, Observation, SourceRecord
from seutu.core.text import Text
from seutu.rules.statistics import catalogue
from seutu.warehouse import Area, Batch, Warehouse

NAME = Text.same("Laajakaista")
BROADBAND = Indicator(id="own", label=NAME, unit=NAME, description=NAME, kind=Kind.RATE, decimals=1, source="own")
OWN = SourceRecord(id="own", name="Kuopio, oma kysely", licence="CC0", retrieved=date(2026, 1, 1))
OTHER = SourceRecord(id="other", name="Toinen kysely", licence="CC0", retrieved=date(2026, 1, 1))
GROUP = Beside("group", Text.same("Kolmikko"), Area("group", "kolmikko", ("140", "263", "297")))
COUNTRY = Beside("country", Text.same("Koko maa"), Area("country", "SSS", ("140", "263", "297")))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    store = Warehouse(tmp_path / "statistics.duckdb")
    monkeypatch.setattr(figures, "warehouse", lambda: store)
    return store


def row(place: str, period: str, value: float, status: str = "published", kind: str = "municipality") -> Observation:
    return Observation("own", kind, place, period, value, "", status)


def load(store: Warehouse, *batches: tuple[SourceRecord, list[Observation]]) -> None:
    store.load_batches([Batch(rows, source, {"own": BROADBAND}) for source, rows in batches])


def test_the_median_of_a_group_is_preliminary_when_one_value_is_and_names_a_source_all_share(store: Warehouse) -> None:
    load(
        store,
        (OWN, [row("140", "2023", 1.0), row("263", "2023", 2.0), row("140", "2024", 1.0), row("263", "2024", 3.0)]),
        (OTHER, [row("297", "2024", 5.0, "flag:p")]),
    )
    found = place_figures(Area("municipality", "140", ("140",)), [GROUP], indicators=["own"])
    (comparison,) = found.series[0].comparisons
    assert [(point.period, point.value, point.status, point.source) for point in comparison.points] == [
        ("2023", 1.5, "final", "own"),
        ("2024", 3.0, "preliminary", None),
    ]


def test_a_source_that_only_a_median_names_is_listed(store: Warehouse) -> None:
    load(store, (OWN, [row("140", "2024", 1.0)]), (OTHER, [row("263", "2023", 2.0), row("297", "2023", 4.0)]))
    found = place_figures(Area("municipality", "140", ("140",)), [GROUP], indicators=["own"])
    assert {note.id for note in found.sources} == {"own", "other"}


def test_an_old_series_has_its_comparison_too(store: Warehouse) -> None:
    load(store, (OWN, [row("140", "1975", 1.0), row("SSS", "1975", 2.0, kind="country")]))
    found = place_figures(Area("municipality", "140", ("140",)), [COUNTRY], indicators=["own"])
    assert [point.period for point in found.series[0].comparisons[0].points] == ["1975"]


def test_the_name_of_ones_own_source_stays_whole_and_the_products_own_tells_the_publisher(store: Warehouse) -> None:
    product = catalogue().sources["key_figures"]
    load(store, (OWN, [row("140", "2024", 1.0)]), (product, [row("140", "2010", 1.0)]))
    found = place_figures(Area("municipality", "140", ("140",)), indicators=["own"])
    assert {(note.publisher.fi, note.title.fi) for note in found.sources} == {
        ("", "Kuopio, oma kysely"),
        ("Tilastokeskus", "Kuntien avainluvut 2006–2016"),
    }


def test_newer_figures_of_ones_own_do_not_make_the_others_look_newer(
    store: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    for reader in (overview, profiles):
        monkeypatch.setattr(reader, "warehouse", lambda: store)
    known, rows = catalogue(), [Observation("population", "municipality", "140", "2010", 22000.0)]
    population = Batch(rows, known.sources["key_figures"], {"population": known.indicator("population")})
    store.load_batches([population, Batch([row("140", "2025", 1.0)], OWN, {"own": BROADBAND})])
    profile = town_profile("140", group_of("x", NAME, ("140",)), at=date(2026, 11, 28))
    assert {figure.series.indicator for figure in profile.figures} == {"population", "own"}
    assert profile.age_notice is not None
    assert "2010" in profile.age_notice.fi
    assert "2025" not in profile.age_notice.fi
