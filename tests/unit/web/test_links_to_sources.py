"""The address of a source becomes a link only when it is of the web, however it came into the database."""

from dataclasses import replace

import pytest

from seutu.core.situation.sources import SourceNote
from seutu.core.text import Text
from seutu.web.picture_figures import numbers
from seutu.web.picture_tables import sources_table
from tests.unit.reporting.example_picture import POPULATION, example_picture, points


def note(name: str, address: str | None = None) -> SourceNote:
    return SourceNote(name, Text.same(f"Rekisteri {name}"), Text.same("Virasto"), url=address)


@pytest.mark.parametrize(
    ("address", "link"), [("https://esimerkki.fi/a", "https://esimerkki.fi/a"), ("javascript:alert(1)", "")]
)
def test_a_picture_links_only_to_the_web(address: str, link: str) -> None:
    sources = (note("statfin", address),)
    assert numbers([POPULATION], sources, "fi")[0]["source_url"] == link
    picture = replace(example_picture(), sources=sources)
    assert sources_table(picture, "fi")["rows"][0]["cells"][1]["url"] == link


def test_a_number_links_to_the_source_that_it_names() -> None:
    sources = (note("statfin", "https://esimerkki.fi/vanha"), note("newer", "https://esimerkki.fi/uusi"))
    series = replace(POPULATION, values=(*POPULATION.values, *points([1], first=2017, source="newer")))
    (number,) = numbers([series], sources, "fi")
    assert number["source"].startswith("[2] Virasto, Rekisteri newer")
    assert number["source_url"] == "https://esimerkki.fi/uusi"
