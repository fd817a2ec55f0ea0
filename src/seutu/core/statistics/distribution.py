"""How values spread: counted in classes with round limits, for a histogram and its equal table.

Pure. Not for drawing (``seutu.core.charts.distributions``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from typing import Final

MOST_CLASSES: Final = 14
SKEWED: Final = 20
"""Positive values whose largest is this many times their median are counted in classes that grow 1–2–5–10."""
STEPS: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class ValueClass:
    """How many values are in [``low``, ``high``); of the last class the upper limit belongs to it."""

    low: float
    high: float
    count: int

    def holds(self, value: float, *, last: bool = False) -> bool:
        """Tell whether the value is in the class."""
        return self.low <= value < self.high or (last and value == self.high)


def value_classes(values: Iterable[float]) -> tuple[ValueClass, ...]:
    """Count the values in at most ``MOST_CLASSES`` + 1 classes of equal width, or of widths 1–2–5–10 when skewed.

    The limits are round numbers. Empty without values; one class of no width when all values are the same.
    """
    listed = sorted(values)
    if not listed:
        return ()
    if listed[0] == listed[-1]:
        return (ValueClass(listed[0], listed[0], len(listed)),)
    limits = _growing(listed) if _is_skewed(listed) else _even(listed[0], listed[-1])
    last = len(limits) - 2
    found = []
    for number, (low, high) in enumerate(pairwise(limits)):
        one = ValueClass(low, high, 0)
        count = sum(one.holds(value, last=number == last) for value in listed)
        found.append(ValueClass(low, high, count))
    return tuple(found)


def class_of(value: float, classes: Sequence[ValueClass]) -> int | None:
    """Return the position of the class that a value is in; ``None`` when it is in none."""
    last = len(classes) - 1
    return next((number for number, one in enumerate(classes) if one.holds(value, last=number == last)), None)


def _is_skewed(listed: Sequence[float]) -> bool:
    middle = listed[len(listed) // 2]
    return listed[0] > 0 and listed[-1] > SKEWED * middle


def _even(low: float, high: float) -> list[float]:
    rough = (high - low) / MOST_CLASSES
    power = 10.0 ** floor(log10(rough))
    width = next((step * power for step in (*STEPS, 10) if step * power >= rough), 10 * power)
    first, last = floor(low / width), ceil(high / width)
    return [round(number * width, 10) for number in range(first, last + 1)]


def _growing(listed: Sequence[float]) -> list[float]:
    first, last = floor(log10(listed[0])), ceil(log10(listed[-1]))
    every = [step * 10.0**power for power in range(first, last + 1) for step in STEPS]
    below = [limit for limit in every if limit <= listed[0]]
    above = [limit for limit in every if limit >= listed[-1]]
    return [limit for limit in every if below[-1] <= limit <= above[0]]
