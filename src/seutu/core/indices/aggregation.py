"""Means of the parts of an aggregate, level by level.

Parts are ``(…, units, parts)`` and weights ``(…, 1, parts)`` or ``(parts,)``, so that many sets of weights are worked
out at once. Not for choosing weights (``weighting``).
"""

import numpy as np

from seutu.core.indices import unit_messages as say
from seutu.core.indices.outranking import copeland_scores
from seutu.core.indices.recipes import POSITIVE, Aggregate, Mean
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem

MEAN_WORDS = {
    Mean.GEOMETRIC: say.GEOMETRIC,
    Mean.HARMONIC: say.HARMONIC,
    Mean.POWER: say.POWER,
}


def aggregated(table: UnitTable, structure: Structure, aggregate: Aggregate) -> dict[str, Floats]:
    """Return the score of every unit for each aggregate, the lowest level first.

    A weight is that of the recipe, else of the structure; inside an aggregate the weights of the parts that a unit has
    are rescaled to 1. A unit with too few parts has no score (NaN). Raises ``InputProblem`` with the cells that are not
    above zero where the mean needs it.
    """
    held: dict[str, Floats] = {code: table.values[:, place] for place, code in enumerate(table.columns)}
    scores: dict[str, Floats] = {}
    for node in structure.aggregates:
        children = structure.children(node.code)
        parts = np.column_stack([held[child.code] for child in children])
        weights = np.array([aggregate.weights.get(child.code, child.weight) for child in children])
        method = aggregate.method_at(node.level or 0)
        refuse_unfit(table, [child.code for child in children], parts, method)
        held[node.code] = scores[node.code] = mean_of(parts, weights, method, aggregate)
    return scores


def refuse_unfit(table: UnitTable, codes: list[str], parts: Floats, method: Mean) -> None:
    """Raise ``InputProblem`` naming each part that is not above zero, where the mean needs parts above zero.

    Of parts ``(sets, units, parts)`` a cell is named once, with its lowest figure.
    """
    if method not in POSITIVE or not (parts <= 0).any():
        return
    parts = np.nanmin(parts, axis=0) if parts.ndim > 2 else parts  # noqa: PLR2004 - units × parts
    faulty = np.argwhere(parts <= 0)
    if len(faulty):
        raise InputProblem(
            *(
                table.problem(
                    say.NOT_POSITIVE.filled(
                        unit=table.label(int(row)),
                        code=codes[part],
                        mean=MEAN_WORDS[method],
                        figure=f"{parts[row, part]:g}",
                    ),
                    int(row),
                    codes[part],
                )
                for row, part in faulty
            )
        )


def mean_of(parts: Floats, weights: Floats, method: Mean, aggregate: Aggregate) -> Floats:
    """Return the mean of the parts of each unit; NaN where fewer than ``min_available`` of them are there, or none."""
    there = ~np.isnan(parts)
    share = there.mean(axis=-1)
    rescaled = np.where(there, weights, 0.0)
    whole = rescaled.sum(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        rescaled = rescaled / whole
    if method is Mean.COPELAND:
        found = copeland_scores(parts, np.broadcast_to(weights, parts.shape[-1:]))
    else:
        found = _mean(np.where(there, parts, 1.0), rescaled, method, aggregate, parts)
    return np.where((share > 0) & (share >= aggregate.min_available), found, np.nan)


def _mean(filled: Floats, weights: Floats, method: Mean, aggregate: Aggregate, parts: Floats) -> Floats:
    """Return a mean of parts whose missing ones stand as 1 with the weight 0.

    Arithmetic ``Σ w x``; geometric ``exp Σ w ln x``; harmonic ``1 / Σ w/x``; power ``(Σ w x^p)^(1/p)``, at p = 0 the
    geometric; MPI ``M ± S cv`` with ``S² = Σ w (x − M)²``, ``cv = S/M``; median and minimum of the parts there are,
    without weights.
    """
    found: Floats
    if method is Mean.ARITHMETIC:
        found = (weights * filled).sum(axis=-1)
    elif method is Mean.GEOMETRIC or (method is Mean.POWER and aggregate.power == 0):
        found = np.exp((weights * np.log(filled)).sum(axis=-1))
    elif method is Mean.HARMONIC:
        found = 1 / (weights / filled).sum(axis=-1)
    elif method is Mean.POWER:
        found = (weights * filled**aggregate.power).sum(axis=-1) ** (1 / aggregate.power)
    elif method is Mean.MPI:
        middle = (weights * filled).sum(axis=-1)
        variance = (weights * (filled - middle[..., None]) ** 2).sum(axis=-1)
        found = middle + aggregate.penalty * variance / middle
    else:
        with np.errstate(all="ignore"):
            found = np.nanmedian(parts, axis=-1) if method is Mean.MEDIAN else np.nanmin(parts, axis=-1)
    return found
