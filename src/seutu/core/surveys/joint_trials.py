"""The trial of an index that has columns of a survey: every choice of its grid with other respondents at once.

Not for trying choices alone (``indices.trials``) or for the figures of the survey (``town_figures``).
"""

from dataclasses import replace

import numpy as np

from seutu.core.indices.choices import with_weights
from seutu.core.indices.replaying import ranks_of
from seutu.core.indices.structure import Structure
from seutu.core.indices.trials import Sampled, Told, Trial, tried
from seutu.core.indices.uncertainty import Uncertainty
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.surveys.joint import joint, with_survey
from seutu.core.surveys.resampling import SurveyFigures


def tried_jointly(
    statistics: UnitTable, structure: Structure, told: Told, survey: SurveyFigures, *, seed: int = 1
) -> Trial:
    """Return the index of statistics and a survey, each replicate of its choices with other respondents.

    ``uncertainty`` holds both; the grid of choices alone, at the figures as they are, is in ``sampled``, with the
    survey's part: replicates of respondents by the recipe as it is. There are no more replicates than the survey has.
    Raises ``InputProblem`` as ``joint`` does.
    """
    units, _rows = with_survey(statistics, structure, survey)
    alone = tried(units, structure, told, seed=seed, replicates=len(survey.replicates))
    grid, weighting = alone.uncertainty, alone.index.recipe.aggregate.weighting
    if weighting.method is not Weighing.GIVEN and not alone.is_own:
        told = with_weights(told, alone.index.weighting.by_code)
    drawn = replace(survey, replicates=survey.replicates[: len(grid.positions)])
    both = joint(statistics, structure, told, drawn, choices=alone.choices, positions=grid.positions, seed=seed)
    ranks = ranks_of(both.scores)
    survey_alone = joint(statistics, structure, told, survey, seed=seed).scores
    sampled = Sampled(grid, survey_alone, _share(ranks, grid.ranks), _share(ranks, ranks_of(survey_alone)))
    return replace(
        alone,
        uncertainty=Uncertainty(grid.units, grid.positions, both.scores, ranks, grid.nominal),
        sampled=sampled,
    )


def _share(together: Floats, alone: Floats) -> Floats:
    """Return for each unit the variance of its rank by one source of uncertainty ÷ that by all; NaN where all is 0."""
    whole = together.var(axis=0)
    found: Floats = np.divide(alone.var(axis=0), whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return found
