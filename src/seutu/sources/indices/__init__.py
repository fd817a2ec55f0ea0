"""Readers of an index's input: units and structure as COINr's ``iData`` and ``iMeta``, the recipe, sets of weights.

Not for working anything out (``core.indices``) or for writing results (``reporting.indices``).
"""

from seutu.sources.indices.designs import read_design
from seutu.sources.indices.recipe_files import RecipeFile, read_recipe
from seutu.sources.indices.tables import read_structure, read_units

__all__ = ["RecipeFile", "read_design", "read_recipe", "read_structure", "read_units"]
