"""Numbers without the zeros that a column or a calculation adds; their worth never changes."""

from decimal import Decimal

import pytest

from seutu.core.figures.plain_numbers import plain_money, plain_number


@pytest.mark.parametrize(
    ("number", "plain", "money"),
    [
        ("12.00", "12", "12"),
        ("12.50", "12.5", "12.50"),
        ("0.00", "0", "0"),
        ("1E+3", "1000", "1000"),
        ("100", "100", "100"),
        ("-3.10", "-3.1", "-3.10"),
        ("1234567890123456789012345678.9", "1234567890123456789012345678.9", "1234567890123456789012345678.9"),
    ],
)
def test_zeros_that_say_nothing_go_and_cents_stay(number: str, plain: str, money: str) -> None:
    assert str(plain_number(Decimal(number))) == plain
    assert str(plain_money(Decimal(number))) == money


def test_what_is_not_known_stays_so() -> None:
    assert plain_number(None) is None
    assert plain_money(None) is None
