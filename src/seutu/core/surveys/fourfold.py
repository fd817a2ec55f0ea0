"""The four-field table: units by two figures at once, and in which field each surely or perhaps is.

Awareness beside image, or a survey's score beside an index of statistics (soft and hard success). Not for the figures
themselves (``estimates``, ``joint``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import fourfold_messages as say
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.resampling import quantiles_of

LEVEL: Final = 0.9
SURE: Final = 0.95


class Field(StrEnum):
    """Where a unit stands: on or above the cut of both figures, of the first, of the second, or of neither."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"


@dataclass(frozen=True)
class Figure:
    """One axis: ``values``, ``(units,)``, and how else they may be, ``(replicates, units)``; NaN where missing.

    ``cut`` parts high from low; without it the mean of the units that are on both axes does, worked out anew in each
    replicate. A figure that is known (a statistic) has its values in every replicate: ``known``.
    """

    name: str
    values: Floats
    replicates: Floats
    cut: float | None = None


@dataclass(frozen=True)
class Placed:
    """One unit: its interval on each axis, its field by the values, and the chance of each field.

    ``sure`` is the field that has at least ``SURE`` of the replicates, if one has; ``perhaps`` every field that has
    more than 1 − ``SURE``, the likeliest first.
    """

    unit: str
    first: tuple[float, float]
    second: tuple[float, float]
    field: Field
    chances: dict[Field, float]
    sure: Field | None
    perhaps: tuple[Field, ...]


def known(name: str, values: Floats, replicates: int, *, cut: float | None = None) -> Figure:
    """Return an axis of figures without error."""
    return Figure(name, values, np.broadcast_to(values, (replicates, len(values))), cut)


def placed(
    units: Sequence[str], first: Figure, second: Figure, *, level: float = LEVEL, sure: float = SURE
) -> tuple[list[Placed], tuple[str, ...]]:
    """Return the units that have both figures, each in its field, and those that lack one.

    Replicates of the two axes are taken in pairs, so that figures of the same respondents err together. A figure equal
    to the cut is high. Intervals are quantiles of the replicates. Raises ``InputProblem`` where the axes have not the
    same number of replicates, or no unit has both figures.
    """
    if len(first.replicates) != len(second.replicates):
        facts = {"first": first.name, "one": len(first.replicates), "second": second.name}
        raise InputProblem(Problem(say.UNLIKE.filled(**facts, other=len(second.replicates))))
    there = ~(np.isnan(first.values) | np.isnan(second.values))
    there &= ~(np.isnan(first.replicates).any(axis=0) | np.isnan(second.replicates).any(axis=0))
    if not there.any():
        raise InputProblem(Problem(say.NOBODY.filled(first=first.name, second=second.name)))
    high = [_high(axis.values[None, there], axis.cut)[0] for axis in (first, second)]
    drawn = [_high(axis.replicates[:, there], axis.cut) for axis in (first, second)]
    intervals = [
        quantiles_of(axis.replicates[:, there], [(1 - level) / 2, (1 + level) / 2]) for axis in (first, second)
    ]
    found = []
    for place, row in enumerate(np.flatnonzero(there).tolist()):
        chances = {
            field: float(((drawn[0][:, place] == one) & (drawn[1][:, place] == two)).mean())
            for (one, two), field in FIELDS.items()
        }
        likely = sorted((field for field in Field if chances[field] > 1 - sure), key=lambda field: -chances[field])
        found.append(
            Placed(
                unit=units[row],
                first=(float(intervals[0][place, 0]), float(intervals[0][place, 1])),
                second=(float(intervals[1][place, 0]), float(intervals[1][place, 1])),
                field=FIELDS[bool(high[0][place]), bool(high[1][place])],
                chances=chances,
                sure=next((field for field in Field if chances[field] >= sure), None),
                perhaps=tuple(likely),
            )
        )
    return found, tuple(unit for unit, held in zip(units, there, strict=True) if not held)


FIELDS: Final = {
    (True, True): Field.BOTH,
    (True, False): Field.FIRST,
    (False, True): Field.SECOND,
    (False, False): Field.NEITHER,
}


def _high(figures: Floats, cut: float | None) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return figures >= (figures.mean(axis=1, keepdims=True) if cut is None else cut)
