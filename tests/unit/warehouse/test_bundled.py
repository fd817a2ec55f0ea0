from datetime import date
from pathlib import Path

import pytest

from seutu.core.places import Division
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.warehouse import Area, Batch, Warehouse, open_bundled
from tests.unit.warehouse.conftest import INDICATORS, SOURCE, seen

PICTURE = [
    "population",
    "employment_rate",
    "job_self_sufficiency",
    "economic_dependency_ratio",
    "jobseeker_rate",
    "net_migration",
    "higher_degree_share",
    "residents_aged_65_or_over_share",
    "manufacturing_jobs_share",
]


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return open_bundled(tmp_path_factory.mktemp("bundled"))


def test_any_town_has_a_picture_without_the_network(bundled: Warehouse) -> None:
    codes = [place.code for place in load().places(Division.MUNICIPALITY, NEWEST_DIVISION)]
    indicators = ["population", "workplaces", "higher_degree_share"]
    found = bundled.latest(indicators, codes)
    assert len(found) == 3 * 308
    assert [(figure.indicator.id, figure.place) for figure in found if figure.value is None] == []


def test_the_picture_of_rauma_beside_its_areas(bundled: Warehouse) -> None:
    own = {figure.indicator.id: figure for figure in bundled.latest(PICTURE, ["684"])}
    areas = [around(Division.SUB_REGION, "041"), around(Division.REGION, "04"), around(Division.COUNTRY, "SSS")]

    def beside(indicator: str) -> list[float | None]:
        return [figure.value for figure in bundled.totals([indicator], areas, periods=[own[indicator].period or ""])]

    assert (own["population"].period, own["population"].value) == ("2022", 38667.0)
    assert beside("population") == [65573.0, 212556.0, 5563970.0]
    assert (own["employment_rate"].period, own["employment_rate"].value) == ("2016", 68.4)
    assert beside("employment_rate") == [None, None, None]
    assert beside("job_self_sufficiency")[2] == pytest.approx(100.0, abs=0.05)
    assert own["manufacturing_jobs_share"].value == pytest.approx(25.4, abs=0.05)
    assert all(figure.sources[0].licence and figure.sources[0].retrieved for figure in own.values())


def around(division: Division, code: str) -> Area:
    members = load().members(division, code, NEWEST_DIVISION)
    return Area(division.value, code, tuple(place.code for place in members))


def test_kankaanpaa_holds_honkajoki(bundled: Warehouse) -> None:
    (jobs,) = bundled.series(["workplaces"], ["214"], since="2016", until="2016")
    assert jobs.status == "summed"
    (rate,) = bundled.series(["job_self_sufficiency"], ["214"], since="2016", until="2016")
    assert rate.value == pytest.approx(110.097, abs=0.001)
    (old,) = bundled.series(["employment_rate"], ["099"], since="2016", until="2016")
    assert (old.value, old.status) == (68.3, "former_extent")


def test_opening_again_loads_nothing_and_keeps_what_a_person_loaded(tmp_path: Path) -> None:
    first = open_bundled(tmp_path)
    first.load_batches([Batch([seen("t_jobs", "001", 1.0)], SOURCE, INDICATORS)])
    stamp = first.path.stat().st_mtime_ns
    again = open_bundled(tmp_path)
    assert again.path.stat().st_mtime_ns == stamp
    assert [f.value for f in again.series(["t_jobs"], ["001"])] == [1.0]


def test_figures_say_how_they_were_retrieved(bundled: Warehouse) -> None:
    (figure,) = bundled.latest(["population"], ["684"])
    assert figure.sources[0].retrieved == date(2026, 4, 2)
    assert figure.indicator.unit.fi == "henkilöä"
