"""Business IDs: every accepted spelling comes out in one form, and no wrong digit passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures import Ambiguous, Certain, Unreadable
from seutu.core.identifiers import check_business_id

WEIGHTS = (7, 9, 10, 5, 8, 4, 2)


def check_digit(body: str) -> int | None:
    remainder = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11
    return None if remainder == 1 else (11 - remainder) % 11


bodies = st.integers(0, 9_999_999).map(lambda number: f"{number:07}")


@given(body=bodies)
def test_exactly_the_right_check_digit_passes(body: str) -> None:
    right = check_digit(body)
    passed = [digit for digit in range(10) if isinstance(check_business_id(f"{body}-{digit}"), Certain)]
    assert passed == ([] if right is None else [right])


@given(body=bodies.filter(lambda body: check_digit(body) is not None))
def test_every_accepted_spelling_gives_one_form(body: str) -> None:
    digit = check_digit(body)
    for text in (
        f"{body}-{digit}",
        f" {body} – {digit}",
        f"{body}{digit}",
        f"FI{body}{digit}",
        f"fi {body}-{digit}",
        f"FIFPRO.{body}-{digit}",
    ):
        assert check_business_id(text) == Certain(f"{body}-{digit}")


@given(body=bodies.filter(lambda body: check_digit(body) is not None), at=st.integers(0, 6), step=st.integers(1, 9))
def test_one_wrong_digit_is_found(body: str, at: int, step: int) -> None:
    wrong = body[:at] + str((int(body[at]) + step) % 10) + body[at + 1 :]
    assert isinstance(check_business_id(f"{wrong}-{check_digit(body)}"), Unreadable)


def test_the_old_form_gets_its_zero() -> None:
    assert check_business_id("112038-9") == Certain("0112038-9")


def test_seven_digits_are_asked_when_two_things_can_be_missing() -> None:
    reading = check_business_id("1120389")
    assert isinstance(reading, Ambiguous)
    assert reading.readings == ("0112038-9", "1120389-0")
    assert "0112038-9" in reading.question.fi


@given(body=bodies)
def test_seven_digits_are_never_read_as_something_that_does_not_check(body: str) -> None:
    reading = check_business_id(body)
    if isinstance(reading, Unreadable):
        assert "lacks a digit" in reading.problem.message.en
        return
    readings = (reading.value,) if isinstance(reading, Certain) else reading.readings
    assert all(check_digit(found[:7]) == int(found[-1]) for found in readings)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "puuttuu"),
        ("FI", "puuttuu"),
        ("0112038-8", "ei täsmää"),
        ("011203-89", "ei ole Y-tunnus"),
        ("SE556056625801", "ei ole Y-tunnus"),
        ("٠١١٢٠٣٨-٩", "ei ole Y-tunnus"),
        ("kunta", "ei ole Y-tunnus"),
        ("123456", "ei ole Y-tunnus"),
    ],
)
def test_what_is_no_business_id_says_why(text: str, part: str) -> None:
    reading = check_business_id(text)
    assert isinstance(reading, Unreadable)
    assert part in reading.problem.message.fi
    assert reading.problem.value == text
