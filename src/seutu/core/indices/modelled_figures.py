"""A table of units with its gaps filled by a model, round by round and, where asked, aggregate by aggregate.

Not for the models (``model_imputation``).
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from seutu.core.indices import imputation_messages as say
from seutu.core.indices import unit_messages as ask
from seutu.core.indices.model_imputation import expected, nearest_neighbours, regressed
from seutu.core.indices.recipes import Imputation, Impute, Within
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable, faults_of
from seutu.core.problems import InputProblem, Problem

UNITS_EACH: Final = 2
"""So many units for each indicator ``em`` asks for: with fewer its covariances hang on single units."""


def modelled(table: UnitTable, impute: Impute, structure: Structure) -> UnitTable:
    """Return the table with every gap filled from figures of the same round.

    Raises ``InputProblem`` for each gap that there is nothing to fill with, and where ``em`` has fewer than two
    units an indicator or does not settle.
    """
    values, found = table.values.copy(), list[Problem]()
    for members in table.members():
        for columns in _blocks(table, impute, structure):
            place = np.ix_(np.flatnonzero(members), np.array(columns))
            if not np.isnan(values[place]).any():
                continue
            try:
                values[place] = _filled(table.values[place], impute, [table.columns[each] for each in columns])
            except InputProblem as problem:
                found += problem.problems
    if not found:
        found = faults_of(table.with_values(values), np.isnan(values), say.NO_MODEL)
    if found:
        raise InputProblem(*found)
    return table.with_values(values)


def _filled(figures: Floats, impute: Impute, codes: list[str]) -> Floats:
    empty = [code for code, column in zip(codes, figures.T, strict=True) if np.isnan(column).all()]
    if empty:
        raise InputProblem(*(Problem(ask.NO_FIGURES.filled(code=code), column=code) for code in empty))
    if impute.method is Imputation.KNN:
        return nearest_neighbours(figures, impute.neighbours)
    if impute.method is Imputation.REGRESSION:
        return regressed(figures, impute.predictors)
    units, count = figures.shape
    if units < UNITS_EACH * count:
        facts = {"units": units, "indicators": count, "fewest": UNITS_EACH * count}
        raise InputProblem(Problem(say.FEW_FOR_EM.filled(**facts), column="impute.method"))
    found, settled = expected(figures)
    if not settled:
        raise InputProblem(Problem(say.NOT_SETTLED.filled(codes=", ".join(codes)), column="impute.method"))
    return found


def _blocks(table: UnitTable, impute: Impute, structure: Structure) -> Iterator[list[int]]:
    """Yield the places of the columns that are looked at together."""
    if impute.within is Within.ALL:
        yield list(range(len(table.columns)))
        return
    parents = [structure.by_code[code].parent for code in table.columns]
    for parent in dict.fromkeys(parents):
        yield [place for place, each in enumerate(parents) if each == parent]
