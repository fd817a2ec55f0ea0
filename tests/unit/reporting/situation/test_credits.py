"""The line under a map says whose its boundaries are."""

import pytest

from seutu.core.text import Language
from seutu.reporting.situation.credits import boundary_credit

NAME = {"fi": "Tilastokeskus", "sv": "Statistikcentralen", "en": "Statistics Finland"}
SOURCE = {"name": NAME, "licence": "CC BY 4.0", "retrieved": "2026-11-02", "address": ""}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Rajat: Tilastokeskus, CC BY 4.0, haettu 2.11.2026."),
        ("sv", "Gränser: Statistikcentralen, CC BY 4.0, hämtade 2.11.2026."),
        ("en", "Boundaries: Statistics Finland, CC BY 4.0, retrieved 2.11.2026."),
    ],
)
def test_the_source_the_licence_and_the_day(language: Language, said: str) -> None:
    assert boundary_credit({"source": SOURCE}, language) == said


def test_what_is_not_known_is_said() -> None:
    assert boundary_credit(None, "en") is None
    assert boundary_credit({"features": []}, "en") == "Boundaries: the source was not given."
    unsaid = {**SOURCE, "licence": "", "retrieved": None}
    assert boundary_credit({"source": unsaid}, "en") == "Boundaries: Statistics Finland, the licence was not given."
