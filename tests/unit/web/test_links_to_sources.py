"""The address of a source becomes a link only when it is of the web, however it came into the database."""

from types import SimpleNamespace
from typing import Any

import pytest

from seutu.core.situation.sources import SourceNote
from seutu.core.text import Text
from seutu.web.picture_figures import _address
from seutu.web.picture_tables import sources_table


def _picture(address: str) -> Any:
    note = SourceNote("s", Text.same("Rekisteri"), Text.same("Virasto"), url=address)
    return SimpleNamespace(sources=(note,), source=lambda _name: note)


@pytest.mark.parametrize(
    ("address", "link"), [("https://esimerkki.fi/a", "https://esimerkki.fi/a"), ("javascript:alert(1)", "")]
)
def test_a_picture_links_only_to_the_web(address: str, link: str) -> None:
    series: Any = SimpleNamespace(source="s")
    picture = _picture(address)
    assert _address(series, picture) == link
    assert sources_table(picture, "fi")["rows"][0]["cells"][1]["url"] == link
