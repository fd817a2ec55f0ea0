"""Sentences of the monitoring report: one and many, and a year that a name already tells."""

import pytest

from seutu.core.funding.appropriations import with_year
from seutu.core.programmes.monitoring import ReviewCount
from seutu.core.programmes.monitoring_sentences import review_sentence


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (ReviewCount(goals=1, projects=1, pairs=34), "1 hyötytavoite ja 1 hanke × 17 YK:n tavoitetta = 34"),
        (ReviewCount(goals=3, projects=0, pairs=51), "3 hyötytavoitetta ja 0 hanketta × 17 YK:n tavoitetta = 51"),
    ],
)
def test_one_and_many_are_said_as_they_are_counted(count: ReviewCount, said: str) -> None:
    assert review_sentence(count).in_language("fi").startswith(said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Määräraha", "Määräraha 2026"),
        ("Määräraha 2026", "Määräraha 2026"),
        ("Ohjelma 2026–2029", "Ohjelma 2026–2029 2026"),
    ],
)
def test_a_name_tells_its_year_once(name: str, said: str) -> None:
    assert with_year(name, "2026") == said
