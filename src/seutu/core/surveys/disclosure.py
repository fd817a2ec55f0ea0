"""Small cells of a table hidden, and so many others with them that none can be worked out from what is shown.

A table is its numbers and the sums that hold between them, whatever its shape: rows and columns with totals, towns
inside regions, waves. Not for which figures are too unsure to show (``estimates``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import disclosure_messages as say
from seutu.core.surveys.grouping import Floats

THRESHOLD: Final = 5
NOTHING: Final = 1e-9
CHANGED: Final = 1e-6
TRIES: Final = 4

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Sum:
    """One sum that a reader knows to hold: the number at ``whole`` is the sum of those at ``parts``."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Hidden:
    """What is not shown, ``(numbers,)``: ``primary`` for being small, ``secondary`` so that those stay unknown."""

    primary: Mask
    secondary: Mask

    @property
    def hidden(self) -> Mask:
        """Return what is hidden for either reason."""
        return self.primary | self.secondary


def suppressed(
    counts: ArrayLike, sums: Sequence[Sum], *, threshold: int = THRESHOLD, weights: ArrayLike | None = None
) -> Hidden:
    """Return which numbers of respondents to hide, with every figure of theirs.

    Primary: a count of 1 … threshold − 1. A zero is shown: it is nobody. Secondary: while there is a sum whose hidden
    numbers could be told apart from their total, or a number that the sums determine (``determined``), the smallest
    number shown in a sum with it is hidden too, a part before a whole. What the hidden parts of a shown whole come to
    can be worked out, so they are together no fewer than ``threshold``; and by ``weights``, the weight of each number
    where figures are weighted, no small one of them is more than (threshold − 1) / threshold of their weight and no
    respondent of a small one, on average, more than half of it – as with equal weights they cannot be: what they come
    to would be that one's figure. The way is greedy: it hides enough, not always the least. Raises ``InputProblem`` for
    a count that is negative, missing or not whole, and for a sum that does not hold: a reader would find the number
    that is wrong.
    """
    held = _checked(counts, sums)
    primary = (held > 0) & (held < threshold)
    mass = held if weights is None else np.asarray(weights, dtype=np.float64)
    least = np.where(primary, mass / np.clip(np.minimum(1 - 1 / threshold, held / 2), NOTHING, None), 0.0)
    hidden = primary.copy()
    while True:
        weak = _weak_sums(held, sums, hidden, threshold)
        weak += _ruled_sums(least, mass, sums, hidden)
        if not weak:
            known = np.flatnonzero(determined(held, sums, hidden))
            weak = [each for each in sums if set(known.tolist()) & {each.whole, *each.parts}]
        more = _next(held, weak, hidden)
        if more is None:
            return Hidden(primary, hidden & ~primary)
        hidden[more] = True


def determined(counts: ArrayLike, sums: Sequence[Sum], hidden: Mask) -> Mask:
    """Return which hidden numbers a reader can work out: they have one value only in all tables that fit what is shown.

    The reader knows the sums, what is shown, and that a hidden number is at least 1, for zeros are shown. A number is
    known if its row of the null space of the sums is nil; and of the others, if no linear programme finds a table in
    which it differs. Whole numbers narrower than that are not looked for.
    """
    held = np.asarray(counts, dtype=np.float64)
    places = np.flatnonzero(hidden)
    found = np.zeros(len(held), dtype=np.bool_)
    if not len(places):
        return found
    system = _equations(len(held), sums)[:, places]
    system = system[(system != 0).any(axis=1)]
    if not len(system):
        return found
    found[places] = ~_free(system)
    if (held[places] <= 1).any():
        found[places] |= _forced(system, held[places], found[places])
    return found


def two_way(rows: int, columns: int) -> list[Sum]:
    """Return the sums of a table of counts with its totals, flattened row by row, ``(rows + 1, columns + 1)``.

    The last column holds the totals of rows, the last row those of columns.
    """
    wide = columns + 1
    across = [Sum(row * wide + columns, tuple(row * wide + column for column in range(columns))) for row in range(rows)]
    down = [
        Sum(rows * wide + column, tuple(row * wide + column for row in range(rows))) for column in range(columns + 1)
    ]
    return [*across, *down, Sum(rows * wide + columns, tuple(rows * wide + column for column in range(columns)))]


def with_totals(counts: ArrayLike) -> Floats:
    """Return a table of counts ``(rows, columns)`` with its totals, ``(rows + 1, columns + 1)``."""
    held = np.asarray(counts, dtype=np.float64)
    wide = np.concatenate([held, held.sum(axis=1, keepdims=True)], axis=1)
    return np.concatenate([wide, wide.sum(axis=0, keepdims=True)])


def _checked(counts: ArrayLike, sums: Sequence[Sum]) -> Floats:
    held = np.asarray(counts, dtype=np.float64)
    wrong = np.flatnonzero(~(held >= 0) | (held != np.floor(held)) | np.isinf(held))
    found = [
        Problem(say.NO_COUNT.filled(place=int(place) + 1, count=f"{held[place]:g}"), value=f"{held[place]:g}")
        for place in wrong
    ]
    if not found:
        found = [
            Problem(say.NO_SUM.filled(place=each.whole + 1, whole=f"{held[each.whole]:g}", parts=f"{parts:g}"))
            for each in sums
            if (parts := held[list(each.parts)].sum()) != held[each.whole]
        ]
    if found:
        raise InputProblem(*found)
    return held


def _equations(count: int, sums: Sequence[Sum]) -> Floats:
    system = np.zeros((len(sums), count))
    for row, each in enumerate(sums):
        system[row, list(each.parts)] += 1
        system[row, each.whole] -= 1
    return system


def _weak_sums(counts: Floats, sums: Sequence[Sum], hidden: Mask, threshold: int) -> list[Sum]:
    """Return the sums in which one number is hidden alone, or whose hidden parts are too few people together."""
    found = []
    for each in sums:
        parts = [part for part in each.parts if hidden[part]]
        alone = len(parts) + bool(hidden[each.whole]) == 1
        few = bool(parts) and not hidden[each.whole] and counts[parts].sum() < threshold
        if alone or few:
            found.append(each)
    return found


def _ruled_sums(least: Floats, weights: Floats, sums: Sequence[Sum], hidden: Mask) -> list[Sum]:
    """Return the sums shown whose hidden parts weigh less than the ``least`` that one of them has to be hidden in."""
    found = []
    for each in sums:
        parts = [part for part in each.parts if hidden[part]]
        if parts and not hidden[each.whole] and least[parts].max() > weights[parts].sum() * (1 + NOTHING):
            found.append(each)
    return found


def _next(counts: Floats, weak: Sequence[Sum], hidden: Mask) -> int | None:
    """Return the number to hide next: the smallest part shown that is not zero, else the smallest whole."""
    for pick in (lambda each: each.parts, lambda each: (each.whole,)):
        shown = {int(place) for each in weak for place in pick(each) if not hidden[place] and counts[place] > 0}
        if shown:
            return min(shown, key=lambda place: (counts[place], place))
    return None


def _free(system: Floats) -> Mask:
    """Return which unknowns of ``system · x = b`` can change while the equations hold."""
    _, strengths, right = np.linalg.svd(system)
    rank = int((strengths > NOTHING * max(strengths[0], 1.0)).sum())
    free: Mask = np.linalg.norm(right[rank:], axis=0) > NOTHING**0.5
    return free


def _forced(system: Floats, truth: Floats, known: Mask) -> Mask:
    """Return which of the unknowns, each at least 1, have the true value in every solution, by linear programmes."""
    from scipy.optimize import linprog

    right, forced = system @ truth, ~known
    bounds = [(1.0, 2 * float(truth.sum()) + 1)] * len(truth)

    def differ(aim: Floats) -> bool:
        solved = linprog(aim, A_eq=system, b_eq=right, bounds=bounds, method="highs")
        moved = np.abs(solved.x - truth) > CHANGED
        news = bool((forced & moved).any())
        forced[moved] = False
        return news

    random = np.random.Generator(np.random.PCG64(0))
    for _ in range(TRIES):
        differ(random.normal(size=len(truth)))
    for place in np.flatnonzero(forced):
        for sign in (1.0, -1.0):
            if forced[place]:
                differ(sign * (np.arange(len(truth)) == place))
    return forced
