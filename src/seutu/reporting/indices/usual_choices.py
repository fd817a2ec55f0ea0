"""What the usual grid of choices (``core.indices.trials``) does to the ranks, and what its choices are called.

Not for choices that a recipe names itself, which have its names.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np

from seutu.core.indices.sensitivity import Sensitivity, exact_indices
from seutu.core.indices.trials import MEAN_CHOICE, MISSING_CHOICE, SCALE_CHOICE, SURVEY, WEIGHTS_CHOICE, Trial
from seutu.core.text import Language, Text

CHOICE_NAMES: Final = {
    WEIGHTS_CHOICE: Text(fi="painot ± 25 %", sv="vikterna ± 25 %", en="weights ± 25%"),
    SCALE_CHOICE: Text(fi="normalisointi", sv="normaliseringen", en="normalisation"),
    MEAN_CHOICE: Text(fi="keskiarvo", sv="medelvärdet", en="the mean"),
    MISSING_CHOICE: Text(fi="puuttuvat luvut", sv="saknade tal", en="missing figures"),
    SURVEY: Text(fi="kyselyn otantavirhe", sv="enkätens urvalsfel", en="the survey’s sampling error"),
}


def sensitivity_of(trial: Trial) -> list[Sensitivity]:
    """Return the Sobol' indices of each choice in the mean change of rank, exact over the grid; none if drawn."""
    if not trial.is_grid:
        return []
    found = trial.grid
    moved = np.nanmean(np.abs(found.ranks - found.nominal), axis=1).reshape(trial.sizes)
    return [
        Sensitivity(choice.name, first, total)
        for choice, (first, total) in zip(trial.choices, exact_indices(moved), strict=True)
    ]


def named(found: Iterable[Sensitivity], language: Language) -> list[Sensitivity]:
    """Return the indices with their choices called as people call them."""
    return [replace(each, factor=CHOICE_NAMES[each.factor].in_language(language)) for each in found]
