"""Missing figures of a panel filled from the same unit's figures of other rounds.

Not for filling from other units (``imputation``).
"""

import numpy as np
from numpy.typing import NDArray

from seutu.core.figures import Certain, read_number
from seutu.core.indices import unit_messages as say
from seutu.core.indices.recipes import OverTime
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem


def filled_over_time(table: UnitTable, way: OverTime) -> tuple[UnitTable, NDArray[np.bool_]]:
    """Return the panel with gaps filled, and a mask over rows × columns of those that were.

    ``latest``: the figure of the last round before that has one. ``constant``: the same, and before the first figure
    that one. ``linear``: between two figures on the straight line over time, beyond them the nearest. A unit without
    any figure of a column keeps its gaps. Raises ``InputProblem`` where there are no rounds, and where one is no
    number: they are put in order by it.
    """
    if way is OverTime.NONE:
        return table, np.zeros_like(table.values, dtype=np.bool_)
    times = _times(table)
    values = table.values.copy()
    units = np.array(table.units)
    for unit in dict.fromkeys(table.units):
        rows = np.flatnonzero(units == unit)
        rows = rows[np.argsort(times[rows], kind="stable")]
        for column in range(values.shape[1]):
            values[rows, column] = _filled(table.values[rows, column], times[rows], way)
    return table.with_values(values), np.isnan(table.values) & ~np.isnan(values)


def _filled(figures: Floats, times: Floats, way: OverTime) -> Floats:
    there = ~np.isnan(figures)
    if there.all() or not there.any():
        return figures
    known, when = figures[there], times[there]
    if way is OverTime.LINEAR:
        line: Floats = np.interp(times, when, known)
        return np.where(there, figures, line)
    before = np.searchsorted(when, times, side="right") - 1
    carried = known[np.maximum(before, 0)]
    return np.where((before < 0) & (way is OverTime.LATEST), np.nan, carried)


def _times(table: UnitTable) -> Floats:
    if not table.rounds:
        raise InputProblem(table.column_problem(say.NO_ROUNDS, "Time"))
    found, problems = [], []
    for row, told in enumerate(table.rounds):
        read = read_number(told, language="en")
        if isinstance(read, Certain):
            found.append(float(read.value))
        else:
            problems.append(table.problem(say.NO_TIME.filled(time=told), row, "Time", told))
    if problems:
        raise InputProblem(*problems)
    return np.array(found)
