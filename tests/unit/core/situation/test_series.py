"""A figure over time: its newest value and its change."""

from decimal import Decimal

from seutu.core.situation import FigureSeries, Point, change_between
from seutu.core.text import Text


def series(*points: Point) -> FigureSeries:
    return FigureSeries("x", Text.same("X"), Text.same("%"), 1, Text.same("…"), points)


def test_the_newest_known_value_counts_whatever_the_order() -> None:
    found = series(Point("2024", 2024, Decimal("9.5")), Point("2025", 2025, None, "missing"), Point("2020", 2020, 8.0))
    assert found.latest is not None
    assert found.latest.period == "2024"
    assert found.change is not None
    assert (found.change.start.period, found.change.difference) == ("2020", 1.5)


def test_decimals_stay_decimals() -> None:
    change = change_between(Point("a", 1, Decimal("0.1")), Point("b", 2, Decimal("0.3")))
    assert change is not None
    assert change.difference == Decimal("0.2")
    assert change.relative == 2.0


def test_a_change_from_zero_has_no_relative_size() -> None:
    change = change_between(Point("a", 1, 0.0), Point("b", 2, 5.0))
    assert change is not None
    assert change.relative is None


def test_a_change_from_below_zero_is_relative_to_the_size() -> None:
    change = change_between(Point("a", 1, -100.0), Point("b", 2, -50.0))
    assert change is not None
    assert change.relative == 0.5


def test_without_two_known_values_there_is_no_change() -> None:
    assert series(Point("2024", 2024, 1.0), Point("2025", 2025, None, "suppressed")).change is None
    assert series().latest is None
    assert change_between(Point("a", 1, None, "missing"), Point("b", 2, 1.0)) is None
