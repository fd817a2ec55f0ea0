"""Readers of an index's input: COINr's ``iData`` and ``iMeta``, the recipe, sets of weights, the COIN Tool's workbook.

Not for working anything out (``core.indices``) or for writing results (``reporting.indices``).
"""

from seutu.sources.indices.coin_tool import CoinTool, read_any_workbook, read_coin_tool
from seutu.sources.indices.designs import read_design
from seutu.sources.indices.recipe_files import RecipeFile, read_recipe
from seutu.sources.indices.tables import read_structure, read_units

__all__ = [
    "CoinTool",
    "RecipeFile",
    "read_any_workbook",
    "read_coin_tool",
    "read_design",
    "read_recipe",
    "read_structure",
    "read_units",
]
