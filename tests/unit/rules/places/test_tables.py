import csv
from datetime import date
from pathlib import Path

import pytest

import seutu.rules.places
from seutu.core.places import Division, PlaceTable
from seutu.rules.places import NEWEST_DIVISION, load, nuts3_of_regions, source_of

FOLDER = Path(seutu.rules.places.__file__).parent


@pytest.fixture(scope="module")
def table() -> PlaceTable:
    return load()


@pytest.mark.parametrize(
    ("year", "municipalities"),
    [
        (2013, 320),
        (2014, 320),
        (2015, 317),
        (2016, 313),
        (2017, 311),
        (2019, 311),
        (2020, 310),
        (2021, 309),
        (2024, 309),
        (2025, 308),
        (2026, 308),
    ],
)
def test_the_number_of_municipalities_each_year(table: PlaceTable, year: int, municipalities: int) -> None:
    assert len(table.places(Division.MUNICIPALITY, date(year, 1, 1))) == municipalities


def test_the_newest_divisions(table: PlaceTable) -> None:
    count = {division: len(table.places(division, NEWEST_DIVISION)) for division in Division}
    assert (count[Division.SUB_REGION], count[Division.REGION], count[Division.EMPLOYMENT_AREA]) == (69, 19, 46)
    assert (count[Division.DEVELOPMENT_CENTRE], count[Division.ELY_CENTRE]) == (10, 0)
    groups = {
        p.code: len(table.members(Division.URBAN_GROUP, p.code, NEWEST_DIVISION))
        for p in table.places(Division.URBAN_GROUP, NEWEST_DIVISION)
    }
    assert groups == {"1": 56, "2": 67, "3": 185}


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("413", "609", date(2015, 1, 1)),
        ("476", "297", date(2015, 1, 1)),
        ("838", "423", date(2015, 1, 1)),
        ("283", "098", date(2016, 1, 1)),
        ("164", "301", date(2016, 1, 1)),
        ("319", "783", date(2016, 1, 1)),
        ("532", "398", date(2016, 1, 1)),
        ("174", "297", date(2017, 1, 1)),
        ("442", "051", date(2017, 1, 1)),
        ("911", "541", date(2020, 1, 1)),
        ("099", "214", date(2021, 1, 1)),
        ("588", "507", date(2025, 1, 1)),
    ],
)
def test_every_merger_since_2013(table: PlaceTable, old: str, new: str, at: date) -> None:
    assert table.successor(old, date(at.year - 1, 12, 31)) == old
    assert table.successor(old, at) == new
    assert not [p for p in table.places(Division.MUNICIPALITY, at) if p.code == old]


def test_the_mergers_lead_every_former_code_to_a_living_one(table: PlaceTable) -> None:
    for place in table.places(Division.MUNICIPALITY, date(2013, 1, 1)):
        assert table.municipality(table.successor(place.code, NEWEST_DIVISION), NEWEST_DIVISION)
    assert len(table.mergers) == 12


@pytest.mark.parametrize(
    ("name", "region"),
    [("Heinävesi", "12"), ("Iitti", "07"), ("Isokyrö", "14"), ("Joroinen", "11"), ("Kuhmoinen", "06")],
)
def test_the_moves_between_regions_in_2021(table: PlaceTable, name: str, region: str) -> None:
    (place,) = table.find_place(name, division=Division.MUNICIPALITY)
    before = table.area_of(place.code, Division.REGION, date(2020, 12, 31))
    after = table.area_of(place.code, Division.REGION, date(2021, 1, 1))
    assert before is not None
    assert after is not None
    assert before.code != region == after.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Jakobstad", "598"),
        ("Pietarsaari", "598"),
        ("Ingå", "149"),
        ("Mariehamn", "478"),
        ("Kristinestad", "287"),
        ("Ackas", "020"),
        ("nadendal", "529"),
        ("Raseborg", "710"),
    ],
)
def test_towns_are_found_by_either_name(table: PlaceTable, name: str, code: str) -> None:
    assert [p.code for p in table.find_place(name, division=Division.MUNICIPALITY)] == [code]


def test_nuts_3_codes_of_both_versions() -> None:
    renamed = {codes[2021]: codes[2024] for codes in nuts3_of_regions().values() if codes[2021] != codes[2024]}
    assert renamed == {
        "FI197": "FI19B",
        "FI193": "FI198",
        "FI194": "FI199",
        "FI195": "FI19A",
        "FI1C3": "FI1C6",
        "FI1C4": "FI1C7",
        "FI1D1": "FI1DA",
        "FI1D2": "FI1DB",
        "FI1D3": "FI1DC",
    }
    assert len(nuts3_of_regions()) == 19


def test_every_municipality_of_today_has_its_areas_and_its_point(table: PlaceTable) -> None:
    since_2026 = set(Division) - {Division.ELY_CENTRE}
    for place in table.places(Division.MUNICIPALITY, NEWEST_DIVISION):
        assert place.code in table.locations
        for division in since_2026:
            assert table.area_of(place.code, division, NEWEST_DIVISION), (place.code, division)


def test_neighbours_of_rauma(table: PlaceTable) -> None:
    names = {n.place.name.fi for n in table.neighbours("684", NEWEST_DIVISION, count=6)}
    assert {"Eurajoki", "Laitila", "Eura"} <= names


def test_the_point_that_the_source_lacks_lies_in_its_area(table: PlaceTable) -> None:
    assert {n.place.name.fi for n in table.neighbours("858", NEWEST_DIVISION, count=3)} <= {
        "Kerava",
        "Järvenpää",
        "Vantaa",
        "Nurmijärvi",
        "Sipoo",
        "Hyvinkää",
    }


def test_postal_codes_lead_to_todays_municipalities(table: PlaceTable) -> None:
    assert table.municipality_of_postal_code("26100", NEWEST_DIVISION) == "684"
    assert table.municipality_of_postal_code("05850", NEWEST_DIVISION) == "106"
    for code in table.postal_codes:
        municipality = table.municipality_of_postal_code(code, NEWEST_DIVISION)
        assert municipality
        assert table.municipality(municipality, NEWEST_DIVISION)


def test_regional_towns_are_named_or_candidates_and_exist(table: PlaceTable) -> None:
    named = [town for town in table.regional_towns if town.named]
    assert (len(named), len(table.regional_towns)) == (36, 64)
    assert all(town.sources for town in named)
    assert all(table.municipality(town.municipality, NEWEST_DIVISION) for town in table.regional_towns)


def test_every_table_says_whose_it_is_and_all_are_small() -> None:
    tables = sorted(FOLDER.glob("*.csv"))
    assert len(tables) == 7
    for path in tables:
        assert {"source", "licence", "retrieved", "note"} == set(source_of(path.name)), path.name
        with path.open(encoding="utf-8") as stream:
            assert sum(1 for _ in csv.DictReader(stream))
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 1_500_000
