"""Days on a line of quarters."""

from datetime import date
from fractions import Fraction

import pytest

from seutu.core.programmes.timelines import Timeline, TooLongError, timeline_of


def test_a_line_runs_from_the_first_quarter_to_the_last() -> None:
    line = timeline_of([date(2023, 12, 31), None, date(2021, 9, 1)])
    assert line is not None
    assert (len(line.quarters), line.quarters[0], line.quarters[-1]) == (10, (2021, 3), (2023, 4))
    assert timeline_of([None]) is None


def test_a_day_stands_where_it_is_in_its_quarter() -> None:
    line = Timeline(((2026, 1), (2026, 2)))
    assert line.start_of(date(2026, 1, 1)) == 0
    assert line.end_of(date(2026, 6, 30)) == 1
    assert line.end_of(date(2026, 3, 31)) == line.start_of(date(2026, 4, 1)) == Fraction(1, 2)
    assert line.start_of(date(2026, 2, 1)) == Fraction(31, 90) / 2
    with pytest.raises(ValueError, match="not in"):
        line.start_of(date(2026, 7, 1))


def test_a_leap_day_is_counted() -> None:
    assert Timeline(((2028, 1),)).end_of(date(2028, 2, 29)) == Fraction(60, 91)


def test_days_centuries_apart_are_not_drawn() -> None:
    assert timeline_of([date(2021, 1, 1), date(2036, 12, 31)]) is not None
    with pytest.raises(TooLongError) as found:
        timeline_of([date(2021, 9, 1), date(2203, 12, 31)])
    assert (found.value.first, found.value.last) == (date(2021, 9, 1), date(2203, 12, 31))
