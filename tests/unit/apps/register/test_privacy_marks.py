"""A person is found in texts however the name, address or number is written; a namesake and another number are not."""

import pytest

from seutu.apps.register.privacy_marks import MARKER, Marks, marks_of

PERSON = Marks(("Yksi Testinen", "Neljä Malli"), ("yksi@esimerkki.example",), ("+358 40 555 0001",))


@pytest.mark.parametrize(
    "text",
    [
        "Yksi Testinen",
        "YKSI  TESTINEN",
        "Testinen, Yksi",
        "Yksi Testisen kanssa",
        "Yksi Testiselläkin",
        "Neljä Mallille",
        "Neljä Mallin:",
        "Nelja\u0308 Malli",
        "Yksi Tes\u00adtinen",
        "Yksi@Esimerkki.Example.",
        "mailto:yksi@esimerkki.example",
        "q=Yksi+Testinen&page=2",
        "q=Nelj%C3%A4%20Malli",
        "040 555 0001",
        "0405550001",
        "+358 (0)40-555 0001",
        "00358405550001",
    ],
)
def test_the_person_is_found_and_replaced(text: str) -> None:
    assert PERSON.found_in(text)
    assert MARKER in PERSON.replaced(text)
    assert not PERSON.found_in(PERSON.replaced(text))


@pytest.mark.parametrize(
    "text",
    [
        "Yksi Testinenkoski",
        "Kaksi Testinen",
        "Yksi",
        "Testinen",
        "Neljä Mallikas",
        "toinenyksi@esimerkki.example",
        "yksi@esimerkki.example.org",
        "040 555 00012",
        "1040 555 0001",
        "",
    ],
)
def test_another_is_left_alone(text: str) -> None:
    assert not PERSON.found_in(text)
    assert PERSON.replaced(text) == text


def test_values_within_values_are_replaced_and_the_rest_stays() -> None:
    held = {"name": [None, "Yksi Testinen"], "count": 3, "tags": ("a", "Neljä Malli")}
    assert PERSON.replaced(held) == {"name": [None, MARKER], "count": 3, "tags": ("a", MARKER)}


def test_a_name_of_one_word_a_short_number_and_the_marker_are_not_sought() -> None:
    marks = marks_of(["Yksi", MARKER, " "], [""], ["112"])
    assert marks.names == ("Yksi",)
    assert not marks.found_in(f"Yksi {MARKER} 112")
