"""Means of the parts of an aggregate, level by level.

Parts are ``(…, units, parts)`` and weights ``(…, 1, parts)`` or ``(parts,)``, so that many sets of weights are worked
out at once. Not for choosing weights (``weighting``).
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from seutu.core.indices import unit_messages as say
from seutu.core.indices.benefit_of_doubt import benefit_of_doubt, refuse_slow, refuse_unfit_benefit
from seutu.core.indices.outranking import copeland_scores
from seutu.core.indices.recipe_words import MEANS
from seutu.core.indices.recipes import POSITIVE, Aggregate, Mean
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem

LOOPED: Final = frozenset({Mean.COPELAND, Mean.BOD})
"""Means that take one set of weights at a time."""
UNWEIGHTED: Final = frozenset({Mean.MEDIAN, Mean.MINIMUM})
NEAR_ZERO: Final = 1e-9
"""A mean under this part of its parts' size is zero but for rounding."""


def aggregated(table: UnitTable, structure: Structure, aggregate: Aggregate) -> dict[str, Floats]:
    """Return the score of every unit for each aggregate, the lowest level first.

    A weight is that of the recipe, else of the structure; inside an aggregate the weights of the parts that a unit has
    are rescaled to 1. A unit with too few parts, or none that has a weight, has no score (NaN). Raises ``InputProblem``
    with the cells that are not above zero where the mean needs it, and with the units whose mean is no finite figure.
    """
    scores = scores_by_weights(table, structure, aggregate, [aggregate.weights])
    return {code: held[0] for code, held in scores.items()}


def scores_by_weights(
    table: UnitTable,
    structure: Structure,
    aggregate: Aggregate,
    weight_sets: Sequence[Mapping[str, float]],
    replicated: Mapping[str, Floats] | None = None,
) -> dict[str, Floats]:
    """Return the scores of each aggregate for each set of weights, ``(sets, units)``, or ``(1, units)`` of one for all.

    A set replaces the weights of the structure for the codes it names. ``replicated`` holds figures of some indicators
    that differ from set to set, ``(sets, units)`` each. Raises as ``aggregated`` does.
    """
    by_program = [node for node in structure.aggregates if aggregate.method_at(node.level or 0) is Mean.BOD]
    refuse_slow(len(weight_sets), len(table.units), len(by_program))
    held: dict[str, Floats] = {code: table.values[None, :, place] for place, code in enumerate(table.columns)}
    held |= replicated or {}
    scores: dict[str, Floats] = {}
    for node in structure.aggregates:
        children = structure.children(node.code)
        method = aggregate.method_at(node.level or 0)
        parts = np.stack(np.broadcast_arrays(*(held[child.code] for child in children)), axis=-1)
        _refuse_unfit(table, [child.code for child in children], parts, method, aggregate.shares)
        weights = np.array([[each.get(child.code, child.weight) for child in children] for each in weight_sets])
        if method in LOOPED:
            several = np.broadcast_to(parts, (len(weight_sets), *parts.shape[1:]))
            found = np.stack(
                [mean_of(part, row, method, aggregate) for part, row in zip(several, weights, strict=True)]
            )
        else:
            same = bool((weights == weights[0]).all())
            found = mean_of(parts, weights[:1, None, :] if same else weights[:, None, :], method, aggregate)
        _refuse_infinite(table, node.code, found, method)
        held[node.code] = scores[node.code] = found
    return scores


def _refuse_unfit(table: UnitTable, codes: list[str], parts: Floats, method: Mean, shares: tuple[float, float]) -> None:
    """Raise ``InputProblem`` naming each part that is not above zero, where the mean needs parts above zero."""
    if method is Mean.BOD:
        refuse_unfit_benefit(table, codes, parts, shares)
    if method not in POSITIVE or not (parts <= 0).any():
        return
    lowest = np.fmin.reduce(parts, axis=0)
    found = []
    for row, part in np.argwhere(lowest <= 0):
        facts = {"unit": table.label(int(row)), "code": codes[part], "figure": f"{lowest[row, part]:g}"}
        message = say.NOT_POSITIVE.filled(mean=MEANS[method], **facts)
        found.append(table.problem(message, int(row), codes[part]))
    raise InputProblem(*found)


def _refuse_infinite(table: UnitTable, code: str, scores: Floats, method: Mean) -> None:
    """Raise ``InputProblem`` naming each unit whose mean could not be worked out though its parts are there."""
    if not np.isinf(scores).any():
        return
    found = []
    for row in map(int, np.flatnonzero(np.isinf(scores).any(axis=0))):
        message = say.MIDDLE_NOT_POSITIVE if method is Mean.MPI else say.BEYOND_MEAN
        facts = {"unit": table.label(row), "code": code, "mean": MEANS[method]}
        found.append(table.problem(message.filled(**facts), row, code))
    raise InputProblem(*found)


def mean_of(parts: Floats, weights: Floats, method: Mean, aggregate: Aggregate) -> Floats:
    """Return the mean of the parts of each unit.

    NaN where fewer than ``min_available`` of them are there, none, or none that has a weight; infinite where the parts
    are there and their mean is no finite figure.
    """
    there = ~np.isnan(parts)
    share = there.mean(axis=-1)
    rescaled = np.where(there, weights, 0.0)
    whole = rescaled.sum(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        if method is Mean.COPELAND:
            found = copeland_scores(parts, np.broadcast_to(weights, parts.shape[-1:]))
        elif method is Mean.BOD:
            taken = np.broadcast_to(weights, (1, parts.shape[-1]))[0] > 0
            found = benefit_of_doubt(parts, taken.tolist(), aggregate.shares).scores
        else:
            found = _mean(np.where(there, parts, 1.0), rescaled / whole, method, aggregate, parts)
    held = (share > 0) & (share >= aggregate.min_available) & ((whole[..., 0] > 0) | (method in UNWEIGHTED))
    return np.where(held, np.where(np.isfinite(found), found, np.inf), np.nan)


def _mean(filled: Floats, weights: Floats, method: Mean, aggregate: Aggregate, parts: Floats) -> Floats:
    """Return a mean of parts whose missing ones stand as 1 with the weight 0.

    Arithmetic ``Σ w x``; geometric ``exp Σ w ln x``; harmonic ``1 / Σ w/x``; power ``(Σ w x^p)^(1/p)``, at p = 0 the
    geometric; MPI ``M ± S cv`` with ``S² = Σ w (x − M)²``, ``cv = S/M``, infinite where M is not above zero; median
    and minimum of the parts there are, without weights.
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
        size = (weights * np.abs(filled)).sum(axis=-1)
        found = np.where(middle > NEAR_ZERO * size, middle + aggregate.penalty * variance / middle, np.inf)
    else:
        some = np.where(np.isnan(parts).all(axis=-1, keepdims=True), 0.0, parts)
        found = np.nanmedian(some, axis=-1) if method is Mean.MEDIAN else np.nanmin(some, axis=-1)
    return found
