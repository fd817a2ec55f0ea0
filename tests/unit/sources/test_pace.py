"""No server is asked more often than it allows, whatever the moments of the questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.sources.pace import Pace


class Clock:
    """Goes only when somebody pauses or works."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds


def asked_at(pace: Pace, clock: Clock, works: list[float]) -> list[float]:
    moments = []
    for work in works:
        pace.wait()
        moments.append(clock.now)
        clock.now += work
    return moments


@given(calls=st.integers(1, 5), works=st.lists(st.integers(0, 6).map(float), max_size=30))
def test_never_more_than_so_many_in_so_long(calls: int, works: list[float]) -> None:
    clock = Clock()
    moments = asked_at(Pace(calls, 10.0, clock=clock, pause=clock.pause), clock, works)
    assert all(late - early >= 10.0 for early, late in zip(moments, moments[calls:], strict=False))


def test_nobody_waits_where_there_is_room() -> None:
    clock = Clock()
    assert asked_at(Pace(3, 10.0, clock=clock, pause=clock.pause), clock, [0.0] * 4) == [100.0, 100.0, 100.0, 110.0]
    assert asked_at(Pace(1, 10.0, clock=clock, pause=clock.pause), clock, [12.0] * 2) == [110.0, 122.0]


def test_only_a_stricter_limit_of_the_server_counts() -> None:
    pace = Pace(30, 10.0)
    for calls, seconds in ((100, 10.0), (0, 10.0), (1, 0.0)):
        pace.tighten(calls, seconds)
    assert (pace.calls, pace.seconds) == (30, 10.0)
    pace.tighten(2, 1.0)
    assert (pace.calls, pace.seconds) == (2, 1.0)


def test_a_turn_that_is_far_away_ends_the_pull_with_words() -> None:
    clock = Clock()
    pace = Pace(30, 10.0, clock=clock, pause=clock.pause)
    pace.tighten(1, 3600.0)
    pace.wait()
    clock.now += 600
    with pytest.raises(InputProblem, match=r"only 1 question\(s\) in 3600 seconds.* in 50 minutes.* is kept"):
        pace.wait()
    clock.now += 2900
    assert asked_at(pace, clock, [0.0]) == [3700.0], "who comes a little early waits"


def test_no_server_holds_a_pull_for_good() -> None:
    clock = Clock()
    pace = Pace(3, 10.0, clock=clock, pause=clock.pause)
    pace.tighten(1, 10**400)
    assert asked_at(pace, clock, [0.0] * 4)[-1] == 110.0
