"""Makes the figures of ``seutu.rules.statistics`` from a folder of open data. Run through ``build_rules.py``.

Uses the product's own readers, so that what is shipped is what a person would load.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from seutu.core.statistics import Observation, Status, mean_of_months
from seutu.sources.statistics import StatisticsLoad, load_statistics, write_long_form

MUNICIPAL = "statfin-municipal-series"
FIRST_MIGRATION_YEAR = "2000"
WORKPLACE_YEARS = ("2012", "2016")
PAAVO_LEFT_OUT = {
    "paavo_by_household",
    "paavo_by_income",
    "paavo_dwellings",
    "paavo_household_income",
    "purchasing_power",
}
AREAS = {"country", "municipality", "region", "sub_region"}


def yearly(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Give the mean of the months of each year, and the last month as it is. A year with a blank month has no mean."""
    months: dict[tuple[str, str, str, str], list[Observation]] = defaultdict(list)
    for one in observations:
        if one.place_kind in AREAS:
            months[one.indicator, one.place_kind, one.place, one.period[:4]].append(one)
    last = max(one.period for found in months.values() for one in found)
    for (indicator, kind, place, year), found in months.items():
        values = [one.value for one in found if one.value is not None]
        blank = len(values) < len(found)
        mean = None if blank else round(sum(values) / len(values), 2)
        status = Status.NOT_PUBLISHED if blank else mean_of_months(len(values))
        yield Observation(indicator, kind, place, year, mean, "", status)
        yield from (one for one in found if one.period == last)


def kept(load: StatisticsLoad) -> Iterator[Observation]:
    """Give what is shipped of a load: blanks are left out where a whole year of an indicator is blank."""
    filled = {(one.indicator, one.period) for one in load.observations if one.value is not None}
    yield from (one for one in load.observations if (one.indicator, one.period) in filled)


def _labour_market(data: Path) -> Iterator[Observation]:
    load = load_statistics(data / "statfin-labour-market-monthly" / "tyonv_12r5_alue_kk_2006-2023.csv.gz")
    return yearly(load.observations)


def _migration(data: Path) -> Iterator[Observation]:
    load = load_statistics(data / MUNICIPAL / "muuttoliike_kunnittain_1990-2017.csv.gz")
    return (one for one in kept(load) if one.period >= FIRST_MIGRATION_YEAR)


def _workplaces(data: Path) -> Iterator[Observation]:
    for year in WORKPLACE_YEARS:
        path = data / MUNICIPAL / f"paavo_tyopaikat_toimialoittain_postinumero_{year}.csv.gz"
        yield from kept(load_statistics(path))


def _paavo(data: Path) -> Iterator[Observation]:
    load = load_statistics(data / "paavo-municipality-2018" / "paavo_municipality_demographics.csv")
    return (one for one in kept(load) if one.indicator not in PAAVO_LEFT_OUT)


def build_statistics(data: Path, out: Path) -> None:
    """Write one file of figures per source."""
    population = data / "geofi-municipality-keys" / "population_sotkanet127_2000-2022.csv"
    tables = {
        "sotkanet_127": kept(load_statistics(population)),
        "key_figures": kept(load_statistics(data / MUNICIPAL / "kuntien_avainluvut_2006-2016.csv")),
        "migration": _migration(data),
        "jobseekers": _labour_market(data),
        "paavo_workplaces": _workplaces(data),
        "paavo": _paavo(data),
        "eurostat_gdp": kept(load_statistics(data / "eurostat-nuts3-gdp" / "estat_nama_10r_3gdp.tsv")),
    }
    for source, observations in tables.items():
        (out / f"{source}.csv.gz").write_bytes(write_long_form(observations))
