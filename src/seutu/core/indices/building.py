"""An index built by its recipe, with the figures of every step kept.

Not for how sure its ranks are (``uncertainty``) or for writing it down (``sources.indices``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import recipe_messages as say
from seutu.core.indices.aggregation import aggregated
from seutu.core.indices.correcting import corrected
from seutu.core.indices.imputation import imputed
from seutu.core.indices.normalisation import normalised
from seutu.core.indices.outlier_limits import figures_beyond
from seutu.core.indices.ranking import ranks_within
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
    _refuse_unknown(units, structure, recipe)
    refuse_both(structure, recipe.aggregate)
    table = checked_units(units, structure)
    after: dict[Step, UnitTable] = {}
    filled, told, moves = np.zeros_like(table.values, dtype=np.bool_), list[Availability](), list[LoggedMove]()
    scores, weighting, beyond = dict[str, Floats](), WeightsFound(), tuple[tuple[int, str], ...]()
    for step in recipe.order:
        if step is Step.DENOMINATE:
            now = denominated(table, structure, recipe.denominate)
        elif step is Step.IMPUTE:
            now, filled = imputed(table, recipe.impute, structure)
        elif step is Step.SCREEN:
            now, told = screened(table, structure, recipe.screen)
        elif step is Step.TREAT:
            now, moves = treated(table, recipe.treat)
        elif step is Step.NORMALISE:
            beyond = tuple(figures_beyond(table, recipe.normalise))
            now = normalised(table, structure, recipe.normalise)
        else:
            weighting = weights_of(table, structure, recipe.aggregate)
            scores = aggregated(table, structure, replace(recipe.aggregate, weights=weighting.by_code))
            top = structure.top.code
            scores[top] = corrected(scores[top], table, recipe.aggregate.correction)
            break
        after[step] = table = now
    return Index(structure, recipe, units, after, filled, tuple(told), tuple(moves), scores, weighting, beyond)


def _refuse_unknown(units: UnitTable, structure: Structure, recipe: Recipe) -> None:
    """Raise ``InputProblem`` for each code of the recipe that the structure or the units do not have."""
    codes = {
        "aggregate.weights": recipe.aggregate.weights,
        "treat.own": recipe.treat.own,
        "normalise.own": recipe.normalise.own,
        "denominate.factors": recipe.denominate.factors,
        "screen.under": recipe.screen.under,
    }
    found = [
        Problem(say.NO_SUCH_CODE.filled(path=path, code=code, where=say.IN_STRUCTURE), column=path, value=code)
        for path, named in codes.items()
        for code in named
        if code not in structure.by_code
    ]
    found += [
        Problem(say.NO_SUCH_CODE.filled(path=path, code=code, where=say.AMONG_UNITS), column=path, value=code)
        for path, named in (("screen.include", recipe.screen.include), ("screen.exclude", recipe.screen.exclude))
        for code in named
        if code not in units.units
    ]
    if found:
        raise InputProblem(*found)
