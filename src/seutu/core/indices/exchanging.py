"""The figures of an index as another program takes them: divided by their denominators. Not for its formats."""

import numpy as np

from seutu.core.indices.lost_figures import refuse_lost_figures
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.screening import denominated
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import UnitTable, checked_units


def divided(units: UnitTable, structure: Structure) -> UnitTable:
    """Return the indicators of the structure, each divided by its denominator where it has one.

    Missing figures stay missing. Raises ``InputProblem`` for a denominator that is zero, or missing under a figure.
    """
    recipe = recipe_of({"impute": {"method": "none"}})
    table = checked_units(units, structure)
    with np.errstate(all="ignore"):
        found = denominated(table, structure, recipe.denominate)
    refuse_lost_figures(Step.DENOMINATE, table, found, structure, recipe)
    return found
