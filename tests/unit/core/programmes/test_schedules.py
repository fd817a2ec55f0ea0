"""Schedules: what a move would mean is proposed, a circle is named, whole months stay whole months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.programmes.schedules import (
    CircularError,
    EndsBeforeStartError,
    OutOfCalendarError,
    Part,
    UnknownPartError,
    broken_waits,
    distance,
    in_order,
    moved_parts,
    outside_wholes,
    proposed_moves,
    quarters,
    shifted,
)

PLAN = [
    Part("tp1", date(2026, 1, 1), date(2026, 4, 30)),
    Part("tp2", date(2026, 5, 1), date(2026, 9, 30), after=("tp1",)),
    Part("tp3", date(2026, 12, 1), date(2027, 3, 31), after=("tp2",)),
    Part("tp4", date(2026, 3, 16), date(2026, 5, 20)),
    Part("tp5", date(2027, 4, 15), date(2027, 5, 14), after=("tp3", "tp4")),
]


def test_a_shift_proposes_the_moves_that_it_makes_necessary() -> None:
    moves = proposed_moves(PLAN, "tp1", months=4)
    assert [(move.key, move.new_start, move.new_end, move.because) for move in moves] == [
        ("tp1", date(2026, 5, 1), date(2026, 8, 31), "tp1"),
        ("tp2", date(2026, 9, 1), date(2027, 1, 31), "tp1"),
        ("tp3", date(2027, 2, 1), date(2027, 5, 31), "tp2"),
        ("tp5", date(2027, 6, 1), date(2027, 6, 30), "tp3"),
    ]
    assert PLAN[0].start == date(2026, 1, 1)


def test_slack_takes_up_a_small_shift() -> None:
    assert [move.key for move in proposed_moves(PLAN, "tp2", months=2)] == ["tp2"]
    assert proposed_moves(PLAN, "tp4", days=0) == []


def test_a_wait_that_was_broken_before_is_told_and_not_mended_by_another_move() -> None:
    early = [PLAN[0], Part("x", date(2026, 2, 1), date(2026, 2, 28), after=("tp1",)), PLAN[3]]
    assert [(part.key, waits.key) for part, waits in broken_waits(early)] == [("x", "tp1")]
    assert [move.key for move in proposed_moves(early, "tp4", months=1)] == ["tp4"]


def test_what_cannot_be_followed_is_named() -> None:
    with pytest.raises(CircularError) as circle:
        in_order(
            [
                Part("a", date(2026, 1, 1), date(2026, 1, 2), ("b",)),
                Part("b", date(2026, 1, 1), date(2026, 1, 2), ("a",)),
            ]
        )
    assert circle.value.keys == ("a", "b", "a")
    with pytest.raises(EndsBeforeStartError):
        in_order([Part("a", date(2026, 1, 2), date(2026, 1, 1))])
    with pytest.raises(UnknownPartError):
        in_order([Part("a", date(2026, 1, 1), date(2026, 1, 1), ("zzz",))])
    with pytest.raises(UnknownPartError):
        proposed_moves(PLAN, "zzz", months=1)


@pytest.mark.parametrize(
    ("start", "end", "months", "moved"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 1, (date(2026, 2, 1), date(2026, 2, 28))),
        (date(2026, 2, 1), date(2026, 2, 28), 1, (date(2026, 3, 1), date(2026, 3, 31))),
        (date(2026, 1, 30), date(2026, 1, 31), 1, (date(2026, 2, 28), date(2026, 2, 28))),
        (date(2026, 3, 15), date(2026, 6, 20), -4, (date(2025, 11, 15), date(2026, 2, 20))),
    ],
)
def test_months_are_those_of_the_calendar(start: date, end: date, months: int, moved: tuple[date, date]) -> None:
    part = shifted(Part("a", start, end), months=months)
    assert (part.start, part.end) == moved


def test_a_project_of_28_months_touches_ten_quarters() -> None:
    found = quarters(date(2021, 9, 1), date(2023, 12, 31))
    assert (len(found), found[0], found[-1]) == (10, (2021, 3), (2023, 4))
    assert quarters(date(2026, 1, 2), date(2026, 1, 1)) == []


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 90)), min_size=1, max_size=8), st.integers(1, 200))
def test_after_the_proposed_moves_nobody_waits_in_vain(rows: list[tuple[int, int]], days: int) -> None:
    parts: list[Part] = []
    for number, (gap, length) in enumerate(rows):
        start = (parts[-1].end if parts else date(2026, 1, 1)) + timedelta(days=1 + gap % 40)
        parts.append(Part(str(number), start, start + timedelta(days=length), (str(number - 1),) if number else ()))
    moves = {move.key: move for move in proposed_moves(parts, "0", days=days)}
    after = [
        Part(part.key, moves[part.key].new_start, moves[part.key].new_end, part.after) if part.key in moves else part
        for part in parts
    ]
    assert not list(broken_waits(after))
    for move in moves.values():
        assert move.key == "0" or move.new_start > move.start


WHOLES = [
    Part("1", date(2026, 1, 1), date(2026, 4, 30)),
    Part("1.1", date(2026, 1, 1), date(2026, 2, 28), within="1"),
    Part("2", date(2026, 5, 1), date(2026, 8, 31), after=("1",)),
    Part("2.1", date(2026, 5, 1), date(2026, 6, 30), within="2"),
    Part("2.2", date(2026, 7, 1), date(2026, 8, 31), after=("2.1",), within="2"),
]


def test_what_belongs_to_a_part_moves_as_far_as_it_does() -> None:
    moves = proposed_moves(WHOLES, "1", months=4)
    assert [(move.key, move.new_start, move.because) for move in moves] == [
        ("1", date(2026, 5, 1), "1"),
        ("1.1", date(2026, 5, 1), "1"),
        ("2", date(2026, 9, 1), "1"),
        ("2.1", date(2026, 9, 1), "2"),
        ("2.2", date(2026, 11, 1), "2"),
    ]
    assert list(outside_wholes(moved_parts(WHOLES, moves))) == []


def test_a_task_moves_without_its_whole_and_may_leave_it() -> None:
    moves = proposed_moves(WHOLES, "2.1", months=1)
    assert [move.key for move in moves] == ["2.1", "2.2"]
    assert [(part.key, whole.key) for part, whole in outside_wholes(moved_parts(WHOLES, moves))] == [("2.2", "2")]


def test_a_part_moved_with_its_whole_moves_further_for_what_it_waits_for() -> None:
    parts = [
        WHOLES[0],
        Part("2", date(2026, 6, 1), date(2027, 1, 31), after=("1",)),
        Part("3", date(2026, 5, 1), date(2026, 12, 31), after=("1",)),
        Part("2.1", date(2027, 1, 1), date(2027, 1, 31), after=("3",), within="2"),
    ]
    moves = {move.key: move for move in proposed_moves(parts, "1", months=2)}
    assert (moves["2"].new_start, moves["3"].new_end) == (date(2026, 7, 1), date(2027, 2, 28))
    assert (moves["2.1"].new_start, moves["2.1"].because) == (date(2027, 3, 1), "3")


def test_a_move_past_the_calendar_is_refused() -> None:
    with pytest.raises(OutOfCalendarError) as found:
        proposed_moves(WHOLES, "1", months=12 * 9000)
    assert found.value.keys == ("1",)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_distance_of_two_days_leads_from_one_to_the_other(old: date, new: date) -> None:
    months, days = distance(old, new)
    assert shifted(Part("x", old, old), months=months, days=days).start == new
