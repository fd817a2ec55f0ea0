"""The town a person means: every name and code of the 308, ended municipalities, names near a misspelt one."""

import pytest

from seutu.cli.towns import town_named, towns_like, unknown_town
from seutu.core.places import Division
from seutu.core.text import LANGUAGES
from seutu.rules import places

TOWNS = places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION)


def test_every_municipality_is_found_by_its_code_and_by_its_name_in_every_language() -> None:
    assert len(TOWNS) == 308
    for town in TOWNS:
        assert town_named(town.code) == town
        assert town_named(town.code.lstrip("0")) == town
        for name in town.name.as_dict().values():
            assert town_named(f"  {name.upper()} ") == town, name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Idensalmi", "Iisalmi"),
        ("Kristinestad", "Kristiinankaupunki"),
        ("Maaninka", "Kuopio"),
        ("Jakobstad", "Pietarsaari"),
    ],
)
def test_other_names_and_ended_municipalities_lead_to_the_town_of_today(written: str, name: str) -> None:
    town = town_named(written)
    assert town is not None
    assert town.name.fi == name


@pytest.mark.parametrize(
    ("misspelt", "name"),
    [
        ("Iisalmni", "Iisalmi"),
        ("iisami", "Iisalmi"),
        ("Kristiinakaupunki", "Kristiinankaupunki"),
        ("Savonlina", "Savonlinna"),
        ("Raahee", "Raahe"),
        ("Jakobsta", "Pietarsaari"),
        ("Uusi kaupunki", "Uusikaupunki"),
    ],
)
def test_a_misspelt_name_is_nobodys_and_the_nearest_is_offered_first(misspelt: str, name: str) -> None:
    assert town_named(misspelt) is None
    assert towns_like(misspelt)[0].name.fi == name


@pytest.mark.parametrize("text", ["", "  ", "999", "xqzw", "٠٩١", "Pohjois-Savo", "\x00"])
def test_what_is_no_municipality_is_said_to_be_none(text: str) -> None:
    assert town_named(text) is None
    for language in LANGUAGES:
        assert unknown_town(text, language)


def test_each_town_is_offered_once() -> None:
    offered = [place.code for place in towns_like("salo")]
    assert len(offered) == len(set(offered)) > 1
    assert towns_like("salo")[0].name.fi == "Salo"
