"""What comes out of reading a figure: a certain value, a question, or a reason why it cannot be read.

Every reader of figures answers with one of these three. Not for problems of whole files (see ``core.problems``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Certain(Generic[T]):
    """The text has one meaning."""

    value: T


@dataclass(frozen=True, slots=True)
class Ambiguous(Generic[T]):
    """The text can be meant in two or more ways: all of them, the likeliest first, and the question to ask."""

    readings: tuple[T, ...]
    question: Text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The text has no meaning as such a figure; ``problem`` says why and what to do."""

    problem: Problem


Reading: TypeAlias = Certain[T] | Ambiguous[T] | Unreadable


def map_reading(reading: Reading[T], change: Callable[[T], U]) -> Reading[U]:
    """Return the reading with ``change`` applied to its value or to each of its readings."""
    if isinstance(reading, Certain):
        return Certain(change(reading.value))
    if isinstance(reading, Ambiguous):
        return Ambiguous(tuple(change(value) for value in reading.readings), reading.question)
    return reading


def certain_value(reading: Reading[T], *, text: str | None = None) -> T:
    """Return the value, or raise ``InputProblem`` with the question or the reason.

    ``text`` is put into the problem as the value that was read.
    """
    if isinstance(reading, Certain):
        return reading.value
    if isinstance(reading, Ambiguous):
        raise InputProblem(Problem(reading.question, value=text))
    raise InputProblem(reading.problem)


def unreadable(text: str, why: Text) -> Unreadable:
    """Return an ``Unreadable`` whose problem carries the text that was read."""
    return Unreadable(Problem(why, value=text))
