"""Scores of an index times the factor of each unit's group, as regions are brought in line with their country.

Source: the Regional Innovation Scoreboard (European Commission) multiplies a region's index so that the order of the
countries is that of the European Innovation Scoreboard. Not for weights (``weighting``).
"""

import numpy as np

from seutu.core.indices import recipe_messages as say
from seutu.core.indices.recipes import Correction
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem, Problem

PATH = "aggregate.correction"


def corrected(scores: Floats, table: UnitTable, correction: Correction) -> Floats:
    """Return scores ``(…, units)`` times the factor of each unit's group; as they are where no group is told.

    Raises ``InputProblem`` for a group that the units do not have, and for each label without a factor.
    """
    if correction.group is None:
        return scores
    if correction.group not in table.groups:
        message = say.NO_GROUP_OF_FACTORS.filled(group=correction.group)
        raise InputProblem(Problem(message, column=f"{PATH}.group", value=correction.group))
    labels = table.groups[correction.group]
    lacking = [label for label in dict.fromkeys(labels) if label not in correction.factors]
    if lacking:
        raise InputProblem(
            *(
                Problem(say.NO_FACTOR.filled(label=each or "–"), column=f"{PATH}.factors", value=each)
                for each in lacking
            )
        )
    found: Floats = scores * np.array([correction.factors[label] for label in labels])
    return found
