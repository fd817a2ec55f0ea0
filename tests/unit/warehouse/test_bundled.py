from datetime import date
from pathlib import Path

import pytest

from seutu.core.places import Division
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.warehouse import Warehouse, areas_around, open_bundled
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
    found = bundled.compare(PICTURE, "684", areas_around(load(), "684", NEWEST_DIVISION))
    values = {c.indicator.id: (c.own.period, c.own.value, [a.value for a in c.areas]) for c in found}
    assert values["population"] == ("2022", 38667.0, [65573.0, 212556.0, 5563970.0])
    assert values["employment_rate"][:2] == ("2016", 68.4)
    assert values["employment_rate"][2] == [None, None, None]
    assert values["job_self_sufficiency"][2][2] == pytest.approx(100.0, abs=0.05)
    assert values["manufacturing_jobs_share"][1] == pytest.approx(25.4, abs=0.05)
    assert all(c.own.sources[0].licence and c.own.sources[0].retrieved for c in found)


def test_kankaanpaa_holds_honkajoki(bundled: Warehouse) -> None:
    (jobs,) = bundled.series(["workplaces"], ["214"], since="2016", until="2016")
    assert jobs.status == "summed"
    (rate,) = bundled.series(["job_self_sufficiency"], ["214"], since="2016", until="2016")
    assert rate.value == pytest.approx(110.097, abs=0.001)
    (old,) = bundled.series(["employment_rate"], ["099"], since="2016", until="2016")
    assert (old.value, old.status) == (68.3, "former_extent")


def test_opening_again_loads_nothing_and_keeps_what_a_person_loaded(tmp_path: Path) -> None:
    first = open_bundled(tmp_path)
    first.load([seen("t_jobs", "001", 1.0)], INDICATORS, SOURCE)
    stamp = first.path.stat().st_mtime_ns
    again = open_bundled(tmp_path)
    assert again.path.stat().st_mtime_ns == stamp
    assert [f.value for f in again.series(["t_jobs"], ["001"])] == [1.0]


def test_figures_say_how_they_were_retrieved(bundled: Warehouse) -> None:
    (figure,) = bundled.latest(["population"], ["684"])
    assert figure.sources[0].retrieved == date(2026, 4, 2)
    assert figure.indicator.unit.fi == "henkilöä"
