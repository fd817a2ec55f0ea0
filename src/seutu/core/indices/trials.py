"""An index tried with the choices that could as well have been made: other weights, scales, means and fillings.

The design is the full grid of the choices: each value is as likely as another, and what a choice does to a single unit
is told without sampling error. Not for choices that a recipe names itself (``choices``), or for a target that all units
have in common (``sensitivity``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from seutu.core.indices.building import Index
from seutu.core.indices.choices import WEIGHTS, Choice, noisy_weights
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Imputation, Mean, Recipe, Scaling
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.structure import Structure
from seutu.core.indices.uncertainty import Uncertainty, replayed
from seutu.core.indices.unit_tables import Floats, UnitTable

Told = Mapping[str, Any]
NOISE: Final = 0.25
REPLICATES: Final = 1000
WEIGHTS_CHOICE, SCALE_CHOICE, MEAN_CHOICE, MISSING_CHOICE = "weights", "normalisation", "aggregation", "missing"
SURVEY: Final = "survey"
"""What the sampling error of a survey is called beside the choices."""
SCALES: Final[Mapping[Scaling, Told]] = {
    Scaling.PRANK: {"method": "prank", "range": [1, 100]},
    Scaling.MINMAX: {"method": "minmax", "range": [1, 100]},
    Scaling.ZSCORE: {"method": "zscore", "mean": 100, "sd": 4},
}
"""Every scale is above zero, so that it has a geometric mean: a z-score of n units is at most (n − 1) / √n."""
MEANS: Final = (Mean.ARITHMETIC, Mean.GEOMETRIC)


@dataclass(frozen=True)
class Sampled:
    """What a survey adds to a trial. ``choices``: the grid of choices alone, at the survey's figures as they are.

    ``scores``, ``(replicates, units)``: other respondents by the recipe as it is. ``choice_share`` and
    ``survey_share``, ``(units,)``: the variance of a unit's rank by the choices alone and by the survey alone, divided
    by that by both; they need not add up to 1. NaN where the rank never varies.
    """

    choices: Uncertainty
    scores: Floats
    choice_share: Floats
    survey_share: Floats


@dataclass(frozen=True)
class Trial:
    """An index as it was chosen, and its scores and ranks in every cell of the grid of its choices.

    With ``sampled`` each cell of ``uncertainty`` is worked out with other respondents of a survey besides.
    """

    index: Index
    choices: tuple[Choice, ...]
    uncertainty: Uncertainty
    sampled: Sampled | None = None

    @property
    def grid(self) -> Uncertainty:
        """The grid of the choices alone."""
        return self.uncertainty if self.sampled is None else self.sampled.choices

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of values of each choice."""
        return tuple(len(choice.values) for choice in self.choices)


def tried(
    units: UnitTable,
    structure: Structure,
    told: Told,
    *,
    noise: float = NOISE,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Trial:
    """Return an index with at most ``replicates`` replicates of its usual choices.

    The same figures, recipe and seed give the same replicates. Raises ``InputProblem`` as building the index does.
    """
    recipe = recipe_of(told)
    others = _others(units, recipe)
    draws = max(2, replicates // math.prod(len(choice.values) for choice in others))
    chosen = structure.with_weights(recipe.aggregate.weights)
    levels = range(1, len(structure.levels))
    sets = noisy_weights(chosen, levels, noise, draws, seed)
    labels = tuple(str(number) for number in range(1, draws + 1))
    choices = (Choice(WEIGHTS_CHOICE, WEIGHTS, sets, labels, drawn=True), *others)
    replayer = Replayer(units, structure, told, choices)
    return Trial(replayer.nominal, choices, replayed(replayer, _grid(choices)))


def _grid(choices: tuple[Choice, ...]) -> "np.ndarray[Any, np.dtype[np.int64]]":
    axes = [np.arange(len(choice.values), dtype=np.int64) for choice in choices]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, len(choices))


def _others(units: UnitTable, recipe: Recipe) -> tuple[Choice, ...]:
    """Return the choices besides weights that this recipe leaves open.

    Scales and means are varied together where the recipe has a usual one of both and no scale for a single indicator;
    else they are as they were chosen. How missing figures are filled is varied where there are some. Values stand in
    one order, whatever was chosen, so that the grids of two recipes can be set against one another.
    """
    found = []
    scale = recipe.normalise
    usual = scale.scale.method in SCALES and not scale.own and set(recipe.aggregate.methods) <= set(MEANS)
    if usual:
        scales = tuple(each.value for each in SCALES)
        found.append(Choice(SCALE_CHOICE, "normalise", tuple(dict(each) for each in SCALES.values()), scales))
        means = tuple(each.value for each in MEANS)
        found.append(Choice(MEAN_CHOICE, "aggregate.method", means, means))
    method = recipe.impute.method
    if np.isnan(units.values).any() and method in {Imputation.NONE, Imputation.MEDIAN, Imputation.MEAN}:
        ways = tuple(dict.fromkeys(each.value for each in (Imputation.NONE, Imputation.MEDIAN, method)))
        found.append(Choice(MISSING_CHOICE, "impute.method", ways, ways))
    return tuple(found)
