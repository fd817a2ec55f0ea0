"""What each part is of each unit's score, where an index is scored by the benefit of the doubt.

Not for the scores (``benefit_of_doubt``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seutu.core.indices.benefit_of_doubt import benefit_of_doubt
from seutu.core.indices.building import Index
from seutu.core.indices.recipes import Mean, Step


@dataclass(frozen=True, slots=True)
class BenefitShare:
    """The share of a part in a unit's score of an aggregate; NaN where the score is 0. ``row`` is the unit's row."""

    row: int
    aggregate: str
    part: str
    share: float


def benefit_shares(index: Index) -> Iterator[BenefitShare]:
    """Yield the share of each part of each aggregate that is scored by the benefit of the doubt, unit by unit."""
    table, aggregate = index.after[Step.NORMALISE], index.recipe.aggregate
    held = {code: table.values[:, place] for place, code in enumerate(table.columns)} | dict(index.scores)
    for node in index.structure.aggregates:
        if aggregate.method_at(node.level or 0) is not Mean.BOD:
            continue
        children = index.structure.children(node.code)
        taken = [index.weighting.by_code.get(child.code, child.weight) > 0 for child in children]
        parts = np.column_stack([held[child.code] for child in children])
        shares = benefit_of_doubt(parts, taken, aggregate.shares).shares
        for row in range(len(table.units)):
            for place, child in enumerate(children):
                yield BenefitShare(row, node.code, child.code, float(shares[row, place]))
