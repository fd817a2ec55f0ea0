"""An index tried with the choices that could as well have been made: other weights, scales, means and fillings.

Where the recipe names its own uncertain choices, those are tried instead. The design is the full grid of the choices:
each value is as likely as another, and what a choice does to a single unit is told without sampling error; only a grid
of own choices that is too large is drawn from. Not for a target that all units have in common (``sensitivity``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from seutu.core.indices.building import Index, built
from seutu.core.indices.choice_reading import choices_told
from seutu.core.indices.choices import WEIGHTS, Choice, noisy_weights, with_weights
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Imputation, Mean, Recipe, Scaling
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.structure import Structure
from seutu.core.indices.uncertainty import Uncertainty, drawn_positions, replayed
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.indices.weighting_recipes import Weighing

Told = Mapping[str, Any]
NOISE: Final = 0.25
REPLICATES: Final = 1000
MOST_CELLS: Final = 5000
"""A grid of own choices that has more cells is drawn from."""
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

    ``is_own``: the choices are those that the recipe names; ``is_drawn``: the cells were drawn, as the grid is large.
    With ``sampled`` each cell of ``uncertainty`` is worked out with other respondents of a survey besides.
    """

    index: Index
    choices: tuple[Choice, ...]
    uncertainty: Uncertainty
    is_own: bool = False
    is_drawn: bool = False
    sampled: Sampled | None = None

    @property
    def grid(self) -> Uncertainty:
        """The grid of the choices alone."""
        return self.uncertainty if self.sampled is None else self.sampled.choices

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of values of each choice."""
        return tuple(len(choice.values) for choice in self.choices)

    @property
    def is_grid(self) -> bool:
        """Whether the replicates are every combination of the choices once, in the order of the grid."""
        return math.prod(self.sizes) == len(self.uncertainty.scores) and not self.is_drawn


def tried(
    units: UnitTable,
    structure: Structure,
    told: Told,
    *,
    noise: float = NOISE,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Trial:
    """Return an index with replicates of the choices that its recipe names, or else of the usual ones.

    Weights that the recipe works out are those of the index in each replicate, ± 25 % as given ones are. The same
    figures, recipe and seed give the same replicates. Raises ``InputProblem`` as building the index does.
    """
    own = choices_told(told, structure, seed=seed)
    if own:
        replayer = Replayer(units, structure, told, own)
        drawn = math.prod(len(choice.values) for choice in own) > MOST_CELLS
        cells = drawn_positions([len(choice.values) for choice in own], replicates, seed) if drawn else _grid(own)
        return Trial(replayer.nominal, own, replayed(replayer, cells), is_own=True, is_drawn=drawn)
    recipe = recipe_of(told)
    index = None
    if recipe.aggregate.weighting.method is not Weighing.GIVEN:
        index = built(units, structure, recipe)
        told = with_weights(told, index.weighting.by_code)
    others = _others(units, recipe)
    draws = max(2, replicates // math.prod(len(choice.values) for choice in others))
    chosen = structure.with_weights(recipe.aggregate.weights if index is None else index.weighting.by_code)
    levels = range(1, len(structure.levels))
    sets = noisy_weights(chosen, levels, noise, draws, seed)
    labels = tuple(str(number) for number in range(1, draws + 1))
    choices = (Choice(WEIGHTS_CHOICE, WEIGHTS, sets, labels, drawn=True), *others)
    replayer = Replayer(units, structure, told, choices)
    return Trial(index or replayer.nominal, choices, replayed(replayer, _grid(choices)))


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
