import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.places import fold


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("mantta vilppula", "Mänttä-Vilppula"),
        ("AANEKOSKI", "Äänekoski"),
        ("Koski Tl.", "Koski Tl"),
        ("  Pedersoren   kunta ", "Pedersören kunta"),
        ("aland", "Åland"),
    ],
)
def test_a_typed_name_meets_the_official_one(typed: str, official: str) -> None:
    assert fold(typed) == fold(official)


def test_different_names_stay_different() -> None:
    assert fold("Rauma") != fold("Raahe")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
