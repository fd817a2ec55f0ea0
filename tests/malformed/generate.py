"""Files that people really bring and files that attackers make: deterministic, one folder at a time.

``malformed_sheets`` writes the 20 classes of malformed tables, ``hostile_archives`` the packed files that ask for too
much. Import both; the recipes let a test build only a part.
"""

import random
from collections.abc import Sequence
from pathlib import Path

from tests.malformed.cases import Case, Recipe
from tests.malformed.hostile import HOSTILE
from tests.malformed.sheets_content import CONTENT_RECIPES
from tests.malformed.sheets_form import FORM_RECIPES

MALFORMED: Sequence[Recipe] = (*CONTENT_RECIPES, *FORM_RECIPES)


def malformed_sheets(folder: Path) -> list[Case]:
    """Write all malformed tables (100 and more) to ``folder``."""
    return [recipe.build(folder) for recipe in MALFORMED]


def hostile_archives(folder: Path) -> list[Case]:
    """Write all hostile files (25 and more) to ``folder``."""
    return [recipe.build(folder) for recipe in HOSTILE]


def a_tenth(recipes: Sequence[Recipe], seed: int) -> list[Recipe]:
    """A seeded tenth of the recipes."""
    return random.Random(seed).sample(list(recipes), max(1, len(recipes) // 10))


__all__ = ["HOSTILE", "MALFORMED", "Case", "Recipe", "a_tenth", "hostile_archives", "malformed_sheets"]
