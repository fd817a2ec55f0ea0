"""Values with their unit, sign and period."""

from decimal import Decimal

import pytest

from seutu.core.situation import Point
from seutu.core.situation.writing import (
    lower_first,
    write_plain,
    write_point,
    write_share,
    write_signed,
    write_with_unit,
)
from seutu.core.text import Text
from tests.unit.reporting.example_picture import JOBS, PEOPLE, PERCENT

NBSP = "\u00a0"


def test_a_float_is_written_as_it_reads() -> None:
    assert write_plain(0.1, 1, "fi") == "0,1"
    assert write_plain(Decimal("1234.5"), 1, "sv") == f"1{NBSP}234,5"


def test_the_unit_never_parts_from_its_number() -> None:
    assert write_with_unit(21767.0, PEOPLE, 0, "fi") == f"21{NBSP}767{NBSP}henkeä"
    assert write_with_unit(3.0, Text.same(""), 0, "fi") == "3"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(5.14, f"+5,1{NBSP}%"), (-5.14, f"−5,1{NBSP}%"), (0.04, f"0,0{NBSP}%"), (-0.04, f"0,0{NBSP}%")],
)
def test_a_difference_has_its_sign_unless_it_rounds_to_nothing(value: float, expected: str) -> None:
    assert write_signed(value, PERCENT, 1, "fi") == expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, "0"), (0.002, f"<{NBSP}1"), (0.31, "31"), (0.998, f">{NBSP}99"), (1.0, "100"), (1.2, "120")],
)
def test_a_share_never_rounds_something_to_nothing_or_to_all(share: float, expected: str) -> None:
    assert write_share(share, "fi") == f"{expected}{NBSP}%"


def test_missing_and_suppressed_are_told_apart_and_are_not_zero() -> None:
    assert write_point(JOBS, Point("2020", 2020, None, "missing"), "fi") == "–"
    assert write_point(JOBS, Point("2020", 2020, None, "suppressed"), "fi") == ".."
    assert write_point(JOBS, Point("2020", 2020, Decimal(0)), "fi") == f"0{NBSP}työpaikkaa"


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert lower_first("Yritys") == "yritys"
    assert lower_first("TKI-yksikkö") == "TKI-yksikkö"
