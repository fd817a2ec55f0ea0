"""Missing figures filled from the figures of the other units. Not for treating outliers (``treatment``)."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.gap_filling import filled_over_time
from seutu.core.indices.modelled_figures import modelled
from seutu.core.indices.recipes import BY_MODEL, OF_GROUP, Imputation, Impute
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import UnitTable, faults_of
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

MEDIANS = frozenset({Imputation.MEDIAN, Imputation.GROUP_MEDIAN})


def imputed(table: UnitTable, impute: Impute, structure: Structure) -> tuple[UnitTable, NDArray[np.bool_]]:
    """Return the table with missing figures filled, and a mask over units × columns of those that were.

    ``error`` refuses missing figures, naming each; ``none`` leaves them missing, and aggregates are then means of what
    is there. ``knn``, ``regression`` and ``em`` fill by the unit's other figures (``modelled_figures``). The others
    fill with the mean or median of the column's figures, of all units or of the unit's group, in a panel those of the
    same round; ``over_time`` fills before them (``gap_filling``). Raises ``InputProblem`` for each figure that there is
    nothing to fill with.
    """
    table, carried = filled_over_time(table, impute.over_time)
    missing = np.isnan(table.values)
    if impute.method is Imputation.NONE or not missing.any():
        return table, carried
    if impute.method is Imputation.ERROR:
        raise InputProblem(*faults_of(table, missing, say.MISSING))
    if impute.method in BY_MODEL:
        return modelled(table, impute, structure), missing | carried
    values, found = table.values.copy(), list[Problem]()
    middle = np.nanmedian if impute.method in MEDIANS else np.nanmean
    for label, members in _groups(table, impute):
        for row, column in np.argwhere(missing & members[:, None]):
            figures = table.values[members, column]
            code = table.columns[column]
            if label == "":
                message = say.NO_GROUP.filled(unit=table.label(int(row)), group=impute.group, code=code)
                found.append(table.problem(message, int(row), str(impute.group)))
            elif np.isnan(figures).all():
                basis: Text = say.IN_COLUMN if label is None else say.IN_GROUP.filled(group=label)
                message = say.NOTHING_TO_IMPUTE.filled(unit=table.label(int(row)), code=code, basis=basis)
                found.append(table.problem(message, int(row), code))
            else:
                values[row, column] = middle(figures)
    if found:
        raise InputProblem(*found)
    return table.with_values(values), missing | carried


def _groups(table: UnitTable, impute: Impute) -> Iterator[tuple[str | None, NDArray[np.bool_]]]:
    """Yield the label and the members of each group of a round, under no label where the method is of no group."""
    if impute.method not in OF_GROUP:
        for members in table.members():
            yield None, members
        return
    if impute.group is None or impute.group not in table.groups:
        raise InputProblem(Problem(say.NO_GROUP_COLUMN.filled(group=impute.group or "?"), column="impute.group"))
    labels = np.array(table.groups[impute.group])
    for members in table.members():
        for label in dict.fromkeys(labels[members].tolist()):
            yield label, members & (labels == label)
