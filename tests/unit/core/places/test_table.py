from datetime import date

import pytest

from seutu.core.places import Division, Location, Membership, Merger, Place, PlaceTable, UnknownPlace
from seutu.core.places.table import distance_km
from seutu.core.text import Text

START = date(2013, 1, 1)
NOW = date(2026, 1, 1)
BEFORE = date(2019, 12, 31)


def place(code: str, name: str, division: Division = Division.MUNICIPALITY, end: date | None = None) -> Place:
    return Place(division, code, Text(fi=name, sv=f"{name}-sv", en=name), START, end)


@pytest.fixture
def table() -> PlaceTable:
    return PlaceTable(
        [
            place("001", "Alku"),
            place("002", "Väli", end=date(2019, 12, 31)),
            place("003", "Loppu", end=date(2024, 12, 31)),
            place("01", "Maa", Division.REGION),
            place("02", "Toinen", Division.REGION),
            place("9", "Alku", Division.EMPLOYMENT_AREA),
        ],
        memberships=[
            Membership("001", Division.REGION, "01", START, date(2020, 12, 31)),
            Membership("001", Division.REGION, "02", date(2021, 1, 1)),
            Membership("003", Division.REGION, "01", START),
        ],
        mergers=[Merger(date(2025, 1, 1), "003", "001"), Merger(date(2020, 1, 1), "002", "003")],
        locations={"001": Location("A", 25.0, 60.0), "003": Location("C", 25.0, 61.0)},
        postal_codes={"00100": "002"},
    )


def test_a_code_means_something_only_on_a_date(table: PlaceTable) -> None:
    assert table.municipality("002", BEFORE).name.fi == "Väli"
    with pytest.raises(UnknownPlace) as caught:
        table.municipality("002", NOW)
    assert "002" in caught.value.message.fi
    assert "1.1.2026" in caught.value.message.en


def test_successor_follows_a_chain_of_mergers_up_to_the_day(table: PlaceTable) -> None:
    assert table.successor("002", BEFORE) == "002"
    assert table.successor("002", date(2020, 1, 1)) == "003"
    assert table.successor("002", NOW) == "001"
    assert table.predecessors("001", NOW) == ("002", "003")
    with pytest.raises(UnknownPlace):
        table.successor("999", NOW)


def test_a_municipality_may_move_between_regions(table: PlaceTable) -> None:
    before = table.area_of("001", Division.REGION, BEFORE)
    after = table.area_of("001", Division.REGION, NOW)
    assert before is not None
    assert after is not None
    assert (before.code, after.code) == ("01", "02")
    assert [member.code for member in table.members(Division.REGION, "01", BEFORE)] == ["001", "003"]
    assert [member.code for member in table.members(Division.REGION, "02", NOW)] == ["001"]


def test_an_area_that_does_not_exist_yet_is_none(table: PlaceTable) -> None:
    assert table.area_of("001", Division.WELLBEING_COUNTY, NOW) is None


def test_the_country_and_the_municipality_itself_are_areas_too(table: PlaceTable) -> None:
    assert [member.code for member in table.members(Division.COUNTRY, "SSS", BEFORE)] == ["001", "002", "003"]
    assert [member.code for member in table.members(Division.MUNICIPALITY, "001", NOW)] == ["001"]
    country = table.area_of("001", Division.COUNTRY, NOW)
    assert country is not None
    assert country.code == "SSS"


def test_a_name_is_found_in_any_language_municipalities_first(table: PlaceTable) -> None:
    assert [(p.division, p.code) for p in table.find_place("ALKU")] == [
        (Division.MUNICIPALITY, "001"),
        (Division.EMPLOYMENT_AREA, "9"),
    ]
    assert [p.code for p in table.find_place("vali-SV")] == ["002"]
    assert table.find_place("vali", at=NOW) == []
    assert table.find_place("nowhere") == []


def test_neighbours_are_the_nearest_localities(table: PlaceTable) -> None:
    (nearest,) = table.neighbours("001", BEFORE)
    assert nearest.place.code == "003"
    assert nearest.kilometres == pytest.approx(111.2, abs=0.1)
    assert table.neighbours("002", BEFORE) == ()


def test_distance_of_a_quarter_of_the_globe() -> None:
    assert distance_km(Location("", 0, 0), Location("", 90, 0)) == pytest.approx(6371.0088 * 3.141592653589793 / 2)


def test_a_postal_code_follows_mergers(table: PlaceTable) -> None:
    assert table.municipality_of_postal_code("00100", BEFORE) == "002"
    assert table.municipality_of_postal_code("00100", NOW) == "001"
    assert table.municipality_of_postal_code("99999", NOW) is None
