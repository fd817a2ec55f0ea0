"""A reading is passed on, changed or turned into a problem without losing what it says."""

import pytest

from seutu.core.figures import Ambiguous, Certain, Reading, Unreadable, certain_value, map_reading
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

QUESTION = Text(fi="Kumpi?", sv="Vilken?", en="Which?")
REASON = Problem(Text(fi="Ei.", sv="Nej.", en="No."), value="x")


def test_a_change_reaches_every_reading() -> None:
    readings: list[Reading[int]] = [Certain(1), Ambiguous((1, 2), QUESTION), Unreadable(REASON)]
    assert [map_reading(reading, str) for reading in readings] == [
        Certain("1"),
        Ambiguous(("1", "2"), QUESTION),
        Unreadable(REASON),
    ]


def test_only_a_certain_value_is_taken() -> None:
    assert certain_value(Certain(5)) == 5
    with pytest.raises(InputProblem) as asked:
        certain_value(Ambiguous((1, 2), QUESTION), text="1.2")
    assert asked.value.problems == (Problem(QUESTION, value="1.2"),)
    with pytest.raises(InputProblem) as refused:
        certain_value(Unreadable(REASON))
    assert refused.value.problems == (REASON,)
