"""The change of respondents who answered both before and after, paired by a code that they made up themselves.

Not for two waves of other people (``waves``).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan
from typing import Final

import numpy as np

from seutu.core.surveys.estimates import student

LEVEL: Final = 0.95
FEWEST: Final = 5
"""Fewer pairs are not shown, nor where fewer but some are left out of a wave: its mean less theirs tells of persons."""


@dataclass(frozen=True, slots=True)
class PairedChange:
    """The mean change and its interval; NaN where they are not shown.

    ``twice``: codes that a wave has twice. ``unpaired``: the answers of each wave that are in no pair, codes or not.
    """

    pairs: int
    change: float
    low: float
    high: float
    only_before: int
    only_after: int
    twice: int
    unpaired: tuple[int, int] = (0, 0)

    @property
    def is_shown(self) -> bool:
        """Return whether there are enough pairs, and enough or none of the others in either wave."""
        return _enough(self.pairs, *self.unpaired)

    @property
    def is_sure(self) -> bool:
        """Return whether the interval leaves zero out."""
        return not isnan(self.low) and (self.low > 0 or self.high < 0)


def paired_change(
    before: Iterable[tuple[str, float]], after: Iterable[tuple[str, float]], *, level: float = LEVEL
) -> PairedChange:
    """Return the mean of ``after − before`` over the pairs, ``d̄ ± t · s_d / √n`` with n − 1 degrees of freedom.

    Each is ``(code, answer)``. White space and the size of letters make no other code; an empty code and an answer that
    is NaN pair with nothing. Nothing is told of fewer than ``FEWEST`` pairs, nor where fewer but some of a wave's
    answers are in none: the wave's mean less the pairs' would be theirs. A code that a wave has twice is left out and
    counted: which of the answers is meant cannot be known.
    """
    answered = [[each for each in told if not isnan(each[1])] for told in (before, after)]
    first, second = (_told(each) for each in answered)
    twice = {code for told in (first, second) for code, count in Counter(each for each, _ in told).items() if count > 1}
    one, two = ({code: value for code, value in told if code not in twice} for told in (first, second))
    common = [code for code in one if code in two]
    changes = np.array([two[code] - one[code] for code in common], dtype=np.float64)
    mean = low = high = float("nan")
    unpaired = len(answered[0]) - len(common), len(answered[1]) - len(common)
    if _enough(len(common), *unpaired):
        mean = float(changes.mean())
        reach = float(student(len(changes) - 1, level)) * float(changes.std(ddof=1)) / len(changes) ** 0.5
        low, high = mean - reach, mean + reach
    only = len(one) - len(common), len(two) - len(common)
    return PairedChange(len(common), mean, low, high, *only, len(twice), unpaired)


def _enough(pairs: int, *unpaired: int) -> bool:
    return pairs >= FEWEST and not any(0 < each < FEWEST for each in unpaired)


def _told(answers: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    plain = ((" ".join(code.split()).casefold(), value) for code, value in answers)
    return [(code, value) for code, value in plain if code]
