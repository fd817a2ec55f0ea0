"""The saved public series themselves, where they are at hand: counts of rows and a few values known from the files."""

import pytest

from seutu.core.statistics import Status
from seutu.sources.statistics import load_statistics
from tests.shared_material import SHARED, needs_shared

SERIES = SHARED / "data" / "statfin-municipal-series"
pytestmark = needs_shared


def test_the_key_figures_of_308_municipalities() -> None:
    load = load_statistics(SERIES / "kuntien_avainluvut_2006-2016.csv")
    population = [o for o in load.observations if o.indicator == "population_key_figures" and o.period == "2016"]
    assert len(population) == 308
    assert sum(o.value or 0 for o in population) == 5503297
    assert {problem.value for problem in load.problems} == {"099", "588", "911"}


def test_the_formulas_give_the_published_rates() -> None:
    load = load_statistics(SERIES / "kuntien_avainluvut_2006-2016.csv")
    cells = {(o.indicator, o.place, o.period): o for o in load.observations}
    checked = 0
    for name in ("job_self_sufficiency", "economic_dependency_ratio"):
        ratio = load.indicators[name].ratio
        assert ratio is not None
        for (indicator, place, period), cell in cells.items():
            if indicator == name and cell.status == Status.PUBLISHED:
                parts = (cells[part, place, period].value for part in (ratio.numerator, ratio.denominator))
                assert ratio.of(*parts) == pytest.approx(cell.value, abs=0.0501)
                checked += 1
    assert checked == 2 * 305 * 11


def test_workplaces_reach_their_municipalities() -> None:
    load = load_statistics(SERIES / "paavo_tyopaikat_toimialoittain_postinumero_2016.csv.gz")
    total = sum(o.value or 0 for o in load.observations if o.breakdown == "")
    assert total > 2_090_000
    assert load.problems[0].value == "97770"


def test_people_in_work_move_nowhere_when_municipalities_merge() -> None:
    load = load_statistics(SERIES / "vakiluku_kunnittain_1972-.csv.gz")
    for year in ("1972", "2018"):
        rows = [o for o in load.observations if o.period == year and o.indicator == "population_long_series"]
        country = next(o.value for o in rows if o.place == "SSS")
        assert sum(o.value or 0 for o in rows if o.place != "SSS") == country


def test_the_projection_is_read_from_parquet() -> None:
    load = load_statistics(SERIES / "vaestoennuste2019_kunta_ika_2019-2040.parquet")
    found = {(o.place, o.period): o.value for o in load.observations if o.breakdown == ""}
    assert found["SSS", "2019"] == 5524566
    assert ("214", "2040") in found
    assert ("099", "2040") not in found


def test_gdp_of_nuts_3() -> None:
    load = load_statistics(SHARED / "data" / "eurostat-nuts3-gdp" / "estat_nama_10r_3gdp.tsv")
    found = {(o.indicator, o.place, o.period): o.value for o in load.observations}
    assert found["gdp_meur", "FI1B1", "2021"] == 98663.45
    assert found["gdp_meur", "FI1B1", "2022"] is None
    assert load.problems == ()
