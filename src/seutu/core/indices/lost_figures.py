"""What no step may leave behind: a figure that is infinite, or missing though it was not missing before.

Not for what each step refuses by itself.
"""

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.recipe_words import STEPS
from seutu.core.indices.recipes import Imputation, Recipe, Step
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import UnitTable, faults_of
from seutu.core.problems import InputProblem, Problem


def refuse_lost_figures(step: Step, before: UnitTable, after: UnitTable, structure: Structure, recipe: Recipe) -> None:
    """Raise ``InputProblem`` for each cell that a step made infinite or missing.

    A figure whose denominator is missing becomes missing by right where the recipe still fills it afterwards, or lets
    what is missing be so.
    """
    if step is Step.SCREEN:
        return
    lost = ~np.isfinite(after.values) & ~np.isnan(before.values)
    if not lost.any():
        return
    undivided = np.zeros_like(lost)
    if step is Step.DENOMINATE:
        undivided = lost & _without_denominator(before, structure)
    found = faults_of(after, lost & ~undivided, say.NOT_WORKED_OUT, step=STEPS[step], key=step.value)
    if not _is_filled_later(recipe):
        found += _undivided(before, undivided, structure)
    if found:
        raise InputProblem(*found)


def _without_denominator(table: UnitTable, structure: Structure) -> NDArray[np.bool_]:
    mask = np.zeros(table.values.shape, dtype=np.bool_)
    for place, code in enumerate(table.columns):
        denominator = structure.by_code[code].denominator
        if denominator is not None:
            mask[:, place] = np.isnan(table.denominators[denominator])
    return mask


def _is_filled_later(recipe: Recipe) -> bool:
    if recipe.impute.method is Imputation.ERROR:
        return False
    later = recipe.order.index(Step.IMPUTE) > recipe.order.index(Step.DENOMINATE)
    return later or recipe.impute.method is Imputation.NONE


def _undivided(table: UnitTable, mask: NDArray[np.bool_], structure: Structure) -> list[Problem]:
    found = []
    for row, place in np.argwhere(mask):
        code = table.columns[place]
        denominator = str(structure.by_code[code].denominator)
        message = say.DENOMINATOR_MISSING.filled(unit=table.label(int(row)), code=code, denominator=denominator)
        found.append(table.problem(message, int(row), denominator))
    return found
