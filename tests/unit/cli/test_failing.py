"""A problem as one line: its place, its message and its value, nothing of it twice."""

from seutu.cli.failing import said
from seutu.core.problems import Problem
from seutu.core.text import Text


def test_the_value_stands_once() -> None:
    without = Problem(Text.same("Not a year."), line=3, column="year", value="20x4")
    assert said(without, "en") == "line 3, column year: Not a year. [20x4]"
    within = Problem(Text.same("20x4 is not a year."), line=3, column="year", value="20x4")
    assert said(within, "en") == "line 3, column year: 20x4 is not a year."
