"""Indicators: values on a day, progress to a target, breakdowns with their unknown rest, nobody counted twice."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from seutu.core.programmes.measurements import (
    BreakdownError,
    Direction,
    Gathering,
    Measurement,
    counted_once,
    progress,
    review_gaps,
    unknown_rest,
    value_on,
)

MEASURED = [
    Measurement(date(2026, 6, 30), Decimal(12)),
    Measurement(date(2026, 3, 31), Decimal(20)),
    Measurement(date(2026, 12, 31), Decimal(5)),
]


@pytest.mark.parametrize(
    ("gathering", "value"),
    [(Gathering.LATEST, 12), (Gathering.CUMULATIVE, 32), (Gathering.HIGHEST, 20)],
)
def test_a_value_is_of_its_day(gathering: Gathering, value: int) -> None:
    assert value_on(MEASURED, date(2026, 10, 1), gathering) == value
    assert value_on(MEASURED, date(2026, 1, 1), gathering) is None


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "direction", "done"),
    [
        (0, 120, 90, Direction.MORE, Fraction(3, 4)),
        (10, 20, 25, Direction.MORE, Fraction(3, 2)),
        (10, 20, 5, Direction.MORE, Fraction(-1, 2)),
        (12, 8, 10, Direction.LESS, Fraction(1, 2)),
        (10, 10, 10, Direction.MORE, None),
        (10, 8, 9, Direction.MORE, None),
    ],
)
def test_progress_is_the_way_from_baseline_to_target(
    baseline: int, target: int, actual: int, direction: Direction, done: Fraction | None
) -> None:
    assert progress(Decimal(baseline), Decimal(target), Decimal(actual), direction) == done


def test_a_breakdown_adds_up_or_shows_its_unknown_rest() -> None:
    assert unknown_rest(Decimal(30), {"naiset": Decimal(12), "miehet": Decimal(15), "muut": None}) == 3
    assert unknown_rest(Decimal(30), {"naiset": Decimal(15), "miehet": Decimal(15)}) == 0
    with pytest.raises(BreakdownError) as over:
        unknown_rest(Decimal(30), {"naiset": Decimal(20), "miehet": Decimal(15)})
    assert over.value.excess == 5


def test_a_person_at_two_events_is_one() -> None:
    assert counted_once([{"a", "b"}, {"b", "c"}, set()]) == 3


def test_a_new_project_opens_a_review_again() -> None:
    judged = {("hanke 1", goal) for goal in range(1, 18)}
    assert review_gaps(["hanke 1"], range(1, 18), judged) == []
    assert review_gaps(["hanke 1", "hanke 2"], range(1, 18), judged) == [("hanke 2", goal) for goal in range(1, 18)]
