"""Numbers and percentages are printed as offices expect them, and nothing is rounded unasked."""

from decimal import Decimal

import pytest

from seutu.core.figures import decimals_needed, write_number, write_percentage
from seutu.core.text import Language

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (Decimal("1234567.5"), "fi", "1 234 567,5"),
        (Decimal("1234567.5"), "sv", "1 234 567,5"),
        (Decimal("1234567.5"), "en", "1 234 567.5"),
        (Decimal(-3014000), "fi", "−3 014 000"),
        (Decimal("80.00"), "fi", "80,00"),
        (Decimal("-0"), "fi", "0"),
        (123, "sv", "123"),
        (Decimal("1E+6"), "en", "1 000 000"),
        (Decimal("0.000000000000000000000000000001"), "en", "0.000000000000000000000000000001"),
    ],
)
def test_numbers_are_grouped_and_kept_whole(value: Decimal | int, language: Language, expected: str) -> None:
    assert write_number(value, language) == expected.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("19.3196", 2, "19,32"),
        ("5", 2, "5,00"),
        ("-0.4", 0, "0"),
        ("0.005", 2, "0,01"),
    ],
)
def test_asked_rounding_takes_halves_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert write_number(Decimal(value), "fi", decimals=decimals) == expected


def test_rounding_never_runs_out_of_digits() -> None:
    assert write_number(Decimal("9" * 200 + ".5"), "en", decimals=0) == write_number(Decimal("1" + "0" * 200), "en")


def test_percentages_follow_the_language() -> None:
    assert write_percentage(Decimal("18.9"), "fi") == f"18,9{NBSP}%"
    assert write_percentage(Decimal("18.9"), "sv") == f"18,9{NBSP}%"
    assert write_percentage(Decimal("18.94"), "en", decimals=1) == "18.9%"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        write_number(Decimal(value), "fi")


@pytest.mark.parametrize(
    ("value", "needed"), [("3.20", 1), ("80", 0), ("900000", 0), ("0.005", 3), ("0", 0), ("NaN", 0), ("Infinity", 0)]
)
def test_the_decimals_that_write_a_value_exactly(value: str, needed: int) -> None:
    assert decimals_needed(Decimal(value)) == needed
