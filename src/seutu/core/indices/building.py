"""An index built by its recipe, with the figures of every step kept.

Not for how sure its ranks are (``uncertainty``) or for writing it down (``sources.indices``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.aggregation import aggregated
from seutu.core.indices.correcting import corrected
from seutu.core.indices.imputation import imputed
from seutu.core.indices.lost_figures import refuse_lost_figures
from seutu.core.indices.normalisation import normalised
from seutu.core.indices.outlier_limits import figures_beyond
from seutu.core.indices.ranking import ranks_within
from seutu.core.indices.recipe_fitting import refuse_unfit_recipe
from seutu.core.indices.recipes import Recipe, Step
from seutu.core.indices.screening import Availability, denominated, screened
from seutu.core.indices.structure import Structure
from seutu.core.indices.treatment import LoggedMove, treated
from seutu.core.indices.unit_tables import Floats, UnitTable, checked_units
from seutu.core.indices.weighting import refuse_both, weights_of
from seutu.core.indices.weights_found import WeightsFound
from seutu.core.problems import InputProblem, Problem


@dataclass(frozen=True)
class Index:
    """An index and how it came about: the figures after each step, what was imputed, left out and treated.

    ``beyond`` are the rows and codes of figures that normalising cut to its range.
    """

    structure: Structure
    recipe: Recipe
    raw: UnitTable
    after: Mapping[Step, UnitTable]
    imputed: NDArray[np.bool_]
    availability: tuple[Availability, ...]
    treatment: tuple[LoggedMove, ...]
    scores: Mapping[str, Floats] = field(default_factory=dict)
    weighting: WeightsFound = field(default_factory=WeightsFound)
    beyond: tuple[tuple[int, str], ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The units that were ranked, in the order of their rows."""
        return self.after[Step.NORMALISE].units

    @property
    def rounds(self) -> tuple[str, ...]:
        """The round of each row in a panel; nothing where there is one."""
        return self.after[Step.NORMALISE].rounds

    @property
    def top(self) -> Floats:
        """The scores of the index itself."""
        return self.scores[self.structure.top.code]

    def ranks(self) -> dict[str, Floats]:
        """Return the rank of every unit by each aggregate and each normalised indicator, 1 the highest of its round."""
        table = self.after[Step.NORMALISE]
        by_score = {code: ranks_within(scores, table) for code, scores in self.scores.items()}
        by_figure = {code: ranks_within(table.values[:, place], table) for place, code in enumerate(table.columns)}
        return by_score | by_figure

    def effective_weights(self) -> dict[str, float]:
        """Return the effective weight of each code: the product of its shares from the top down."""
        return self.structure.with_weights(self.weighting.by_code).shares()


def built(units: UnitTable, structure: Structure, recipe: Recipe) -> Index:
    """Return the index of some units. Raises ``InputProblem`` with what stands in the way, each fault with its cell."""
    refuse_both(structure, recipe.aggregate)
    index = _prepared(units, structure, recipe)
    table, top = index.after[Step.NORMALISE], structure.top.code
    weighting = weights_of(table, structure, recipe.aggregate)
    scores = aggregated(table, structure, replace(recipe.aggregate, weights=weighting.by_code))
    scores[top] = corrected(scores[top], table, recipe.aggregate.correction)
    if np.isnan(scores[top]).all():
        raise InputProblem(Problem(say.NO_SCORES, column="aggregate"))
    return replace(index, scores=scores, weighting=weighting)


def normalised_by(units: UnitTable, structure: Structure, recipe: Recipe) -> UnitTable:
    """Return the figures that the recipe aggregates. Raises as ``built`` does."""
    return _prepared(units, structure, recipe).after[Step.NORMALISE]


@np.errstate(all="ignore")
def _prepared(units: UnitTable, structure: Structure, recipe: Recipe) -> Index:
    """Return the index with the figures of every step before the scores.

    The arithmetic is not warned of: what it could not work out is looked for after each step.
    """
    refuse_unfit_recipe(units, structure, recipe)
    table = checked_units(units, structure)
    after: dict[Step, UnitTable] = {}
    filled, told, moves = np.zeros_like(table.values, dtype=np.bool_), list[Availability](), list[LoggedMove]()
    beyond: tuple[tuple[int, str], ...] = ()
    for step in recipe.order[:-1]:
        if step is Step.DENOMINATE:
            now = denominated(table, structure, recipe.denominate)
        elif step is Step.IMPUTE:
            now, filled = imputed(table, recipe.impute, structure)
        elif step is Step.SCREEN:
            now, told = screened(table, structure, recipe.screen)
        elif step is Step.TREAT:
            now, moves = treated(table, recipe.treat)
        else:
            beyond = tuple(figures_beyond(table, recipe.normalise))
            now = normalised(table, structure, recipe.normalise)
        refuse_lost_figures(step, table, now, structure, recipe)
        after[step] = table = now
    return Index(structure, recipe, units, after, filled, tuple(told), tuple(moves), beyond=beyond)
