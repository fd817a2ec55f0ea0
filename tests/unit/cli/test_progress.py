"""The line that tells how far a command is: after a second, on a terminal only, gone at the end."""

import io
import sys

import pytest

from seutu.cli.progress import megabytes, progress, share


class Terminal(io.StringIO):
    def __init__(self, *, watched: bool) -> None:
        super().__init__()
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _terminal(monkeypatch: pytest.MonkeyPatch, *, watched: bool = True) -> Terminal:
    terminal = Terminal(watched=watched)
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_work_of_more_than_a_second_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    terminal = _terminal(monkeypatch)
    with progress(clock=clock) as tell:
        tell(1, 4)
        assert terminal.getvalue() == ""
        clock.now += 1.5
        tell(2, 4)
        assert terminal.getvalue() == "\r  50 %"
        tell(3, 4)
        assert terminal.getvalue() == "\r  50 %"
        clock.now += 1
        tell(3, 4)
    assert terminal.getvalue() == "\r  50 %\r  75 %\r      \r"


def test_the_line_is_wiped_when_the_work_fails(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    terminal = _terminal(monkeypatch)

    def work() -> None:
        with progress(clock=clock) as tell:
            clock.now += 2
            tell(12_000, None)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert terminal.getvalue() == "\r  12 000\r        \r"


def test_short_work_writes_nothing(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    terminal = _terminal(monkeypatch)
    with progress(clock=clock) as tell:
        tell(1, 1)
    assert terminal.getvalue() == ""


def test_nothing_is_written_where_nobody_watches(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    terminal = _terminal(monkeypatch, watched=False)
    with progress(clock=clock) as tell:
        clock.now += 5
        tell(1, 2)
    assert terminal.getvalue() == ""


def test_how_much_is_said_by_what_is_known() -> None:
    assert share(1, 3) == "33 %"
    assert share(1_234_567, None) == "1 234 567"
    assert share(0, 0) == "0"
    assert megabytes(1_500_000, 3_000_000) == "1.5 / 3.0 MB"
    assert megabytes(1_500_000, None) == "1.5 MB"
