"""Numbers: what is written is read back, and no way of writing a number is ever read a thousandfold wrong."""

import os
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seutu.core.figures import (
    Ambiguous,
    Certain,
    Reading,
    Unreadable,
    read_number,
    read_percentage,
    write_number,
    write_percentage,
)
from seutu.core.text import LANGUAGES, Language

ROUND_TRIPS = 10_000 if os.environ.get("SEUTU_SOAK") == "all" else 1_000  # in the long trials, for each language
values = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=None).filter(
    lambda value: len(format(value, "f")) < 38
)
conventions = ("en", "old_finnish", "finnish", "spaced_point", "bare_comma", "bare_point", "apostrophe")


def in_convention(value: Decimal, convention: str) -> str:
    """Write a number the way some office, program or country does."""
    english = format(value, ",f")
    marks = {
        "en": (",", "."),
        "old_finnish": (".", ","),
        "finnish": (" ", ","),
        "spaced_point": ("\u202f", "."),
        "bare_comma": ("", ","),
        "bare_point": ("", "."),
        "apostrophe": ("'", "."),
    }
    group, mark = marks[convention]
    return english.replace(",", "_").replace(".", mark).replace("_", group)


def read_back(value: Decimal, language: Language) -> None:
    assert read_number(write_number(value, language), language=language) == Certain(value)
    assert read_percentage(write_percentage(value, language), language=language) == Certain(value)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=values)
@example(value=Decimal("1.234"))
@example(value=Decimal("-12345.678"))
@example(value=Decimal("1234567890.123"))
@example(value=Decimal("-0.0"))
@example(value=Decimal("1E+3"))
def test_a_written_number_is_read_back(language: Language, value: Decimal) -> None:
    read_back(value, language)


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS)
@given(value=values)
def test_ten_thousand_written_numbers_are_read_back(language: Language, value: Decimal) -> None:
    read_back(value, language)


@given(value=values)
def test_a_whole_number_reads_the_same_without_a_language(value: Decimal) -> None:
    whole = value.to_integral_value()
    assert all(read_number(write_number(whole, language)) == Certain(whole) for language in LANGUAGES)


@pytest.mark.parametrize("convention", conventions)
@given(value=values)
@example(value=Decimal("1.234"))
@example(value=Decimal(1234))
@example(value=Decimal("-651.200"))
@example(value=Decimal("1234.567"))
@example(value=Decimal("1234567.891"))
def test_without_a_language_no_convention_is_read_wrong(convention: str, value: Decimal) -> None:
    reading = read_number(in_convention(value, convention))
    assert value in all_values(reading)


@pytest.mark.parametrize(
    ("language", "native"),
    [
        ("fi", "finnish"),
        ("sv", "finnish"),
        ("en", "en"),
        ("fi", "old_finnish"),
        ("sv", "bare_comma"),
        ("en", "spaced_point"),
    ],
)
@given(value=values)
@example(value=Decimal(651200))
@example(value=Decimal("1.234"))
def test_the_conventions_of_a_language_are_not_read_wrong(language: Language, native: str, value: Decimal) -> None:
    reading = read_number(in_convention(value, native), language=language)
    assert value in all_values(reading)


@pytest.mark.parametrize("language", [None, *LANGUAGES])
@given(text=st.one_of(st.text(max_size=40), st.text(alphabet="0123456789 .,-−–()'\u00a0eE½€%kM~n", max_size=25)))
@example(text="9" * 41)
@example(text="1e99")
@example(text="0E-99")
@example(text=" " * 500 + "1")
@example(text="1" + " 234" * 200)
def test_no_text_breaks_the_reader(language: Language | None, text: str) -> None:
    reading: Any = read_number(text, language=language)
    if isinstance(reading, Ambiguous):
        assert len(set(reading.readings)) == len(reading.readings) > 1
    elif isinstance(reading, Unreadable):
        assert reading.problem.value == text
    else:
        assert reading.value.is_finite()


@given(text=st.text(alphabet="0123456789 .,-−()'\u00a0eE", max_size=14))
@example(text="1 234,567")
@example(text="1,234.567")
def test_a_language_only_narrows_what_is_read_without_it(text: str) -> None:
    without = read_number(text)
    for language in LANGUAGES:
        known = read_number(text, language=language)
        assert isinstance(known, Unreadable) == isinstance(without, Unreadable)
        assert set(all_values(known)) <= set(all_values(without))


def all_values(reading: Reading[Decimal]) -> tuple[Decimal, ...]:
    if isinstance(reading, Unreadable):
        return ()
    return (reading.value,) if isinstance(reading, Certain) else reading.readings


def test_a_table_multiplier_multiplies_exactly() -> None:
    assert read_number("0,1", language="fi", multiplier=1000) == Certain(Decimal(100))
    assert str(read_number("9" * 40, multiplier=1000)) == str(Certain(Decimal("9" * 40 + "000")))


def test_a_question_shows_both_readings_in_each_language() -> None:
    reading = read_number("651.200")
    assert isinstance(reading, Ambiguous)
    assert reading.question.fi == "Luvun ”651.200” voi lukea eri tavoin. Kumpi on oikein: 651\u00a0200 vai 651,200?"
    assert reading.question.sv == "Talet ”651.200” kan läsas på flera sätt. Vilket är rätt: 651\u00a0200 eller 651,200?"
    assert reading.question.en == (
        "The number “651.200” can be read in more than one way. Which is right: 651\u00a0200 or 651.200?"
    )
