"""Replicates of survey figures taken through the steps of an index before its means: one column for each replicate.

Not for the means themselves or for what is made of the scores (``joint``).
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.building import Index
from seutu.core.indices.imputation import imputed
from seutu.core.indices.normalisation import normalised
from seutu.core.indices.recipes import BY_MODEL, Denominate, Limits, Normalise, Recipe, Step, Treat
from seutu.core.indices.screening import denominated
from seutu.core.indices.structure import Structure
from seutu.core.indices.treatment import treated
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem
from seutu.core.surveys import joint_messages as say

NEAR_LIMIT = 1e-6


def normalised_replicates(index: Index, code: str, replicates: Floats) -> Floats:
    """Return the replicates of one indicator after the steps of an index, ``(replicates, units kept)``.

    ``replicates``: ``(replicates, units)`` of the raw table. Each is the column that the index would have with those
    figures, by the same functions; which units are screened out is decided by the figures of the index itself. Raises
    ``InputProblem`` as the steps do, a replicate being named with its number.
    """
    node = index.structure.by_code[code]
    names = tuple(f"{code} #{number}" for number in range(1, len(replicates) + 1))
    structure = Structure(tuple(replace(node, code=name) for name in names))
    table = replace(index.raw, columns=names, values=replicates.T)
    for step in index.recipe.order:
        if step is Step.AGGREGATE:
            break
        table = _after(step, table, structure, index, code)
    return table.values.T


def _after(step: Step, table: UnitTable, structure: Structure, index: Index, code: str) -> UnitTable:
    recipe: Recipe = index.recipe
    if step is Step.DENOMINATE:
        factors = _of_all(table, recipe.denominate.factors, code)
        return denominated(table, structure, Denominate(recipe.denominate.apply, factors))
    if step is Step.IMPUTE:
        if recipe.impute.method in BY_MODEL and np.isnan(table.values).any():
            facts = {"code": code, "method": recipe.impute.method.value}
            raise InputProblem.because(say.BY_MODEL.filled(**facts), column="impute.method")
        return imputed(table, recipe.impute, structure)[0]
    if step is Step.SCREEN:
        kept = set(index.after[Step.SCREEN].keys)
        return table.of_units(np.array([key in kept for key in table.keys], dtype=np.bool_))
    if step is Step.TREAT:
        return _treated(table, replace(recipe.treat, limits=recipe.treat.limits_of(code), own={}))
    return normalised(table, structure, Normalise(recipe.normalise.scale_of(code), {}, recipe.normalise.rounds))


def _of_all(table: UnitTable, told: Mapping[str, float], code: str) -> dict[str, float]:
    return dict.fromkeys(table.columns, told[code]) if code in told else {}


def _treated(table: UnitTable, treat: Treat) -> UnitTable:
    """Treat the columns that may need it: those whose shape is well inside the limits are seen at once."""
    if not treat.apply or treat.limits.skip:
        return table
    doubtful = np.flatnonzero(~_surely_pass(table.values, treat.limits))
    if not len(doubtful):
        return table
    part = replace(table, columns=tuple(table.columns[place] for place in doubtful), values=table.values[:, doubtful])
    values = table.values.copy()
    values[:, doubtful] = treated(part, treat)[0].values
    return table.with_values(values)


def _surely_pass(values: Floats, limits: Limits) -> NDArray[np.bool_]:
    """Return for each column whether |skewness| (that of ``moments``) is under its limit by more than rounding."""
    count = (~np.isnan(values)).sum(axis=0)
    if limits.force or (count < 3).any():  # noqa: PLR2004 - skewness takes three figures
        return np.zeros(values.shape[1], dtype=np.bool_)
    away = values - np.nanmean(values, axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        skew = np.nanmean(away**3, axis=0) / np.nanmean(away**2, axis=0) ** 1.5
    passes: NDArray[np.bool_] = np.abs(skew * np.sqrt(count * (count - 1)) / (count - 2)) < limits.skew - NEAR_LIMIT
    return passes
