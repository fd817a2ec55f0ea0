"""The weights of an index, worked out as its recipe says, level by level from below.

Not for means (``aggregation``) or for weights that are given one by one, which are taken as they are.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from seutu.core.indices import weighting_messages as say
from seutu.core.indices.aggregation import aggregated
from seutu.core.indices.answers_on_weights import matrices_by_aggregate, points_by_aggregate
from seutu.core.indices.balanced_weights import weights_in_balance
from seutu.core.indices.recipes import Aggregate
from seutu.core.indices.stakeholder_weights import joint_matrix, principal_weights, shared_points
from seutu.core.indices.structure import Node, Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.indices.weighting_recipes import Against, Negative, Weighing
from seutu.core.indices.weights_found import Fact, WeightFact, WeightsFound
from seutu.core.problems import InputProblem, Problem

FEWEST_ROWS: Final = 3
ZERO: Final = 1e-12
METHOD: Final = "aggregate.weighting"
BY_FIGURES: Final = frozenset({Weighing.PCA, Weighing.BALANCED})


def weights_of(table: UnitTable, structure: Structure, aggregate: Aggregate) -> WeightsFound:
    """Return the weights that stand in place of those of the structure; ``table`` is normalised.

    ``given``: those of the recipe by code. The others work out the weights of the parts of each aggregate on their
    levels, and the recipe's own hold for the rest: ``equal`` 1 each; ``equal_indicators`` the number of indicators
    under the part, so that each indicator weighs the same in the index; ``pca`` (``loading_weights``); ``balanced``
    (``weights_in_balance``); ``budget_allocation`` and ``ahp`` (``stakeholder_weights``): an aggregate that no one
    answered about keeps its weights. Levels are, where none are told, all under the top; for ``balanced`` the highest
    of them. Raises ``InputProblem`` for a level without parts, and as each method does.
    """
    choice = aggregate.weighting
    if choice.method is Weighing.GIVEN:
        return WeightsFound(aggregate.weights)
    nodes = _weighed(structure, aggregate)
    found = WeightsFound(aggregate.weights)
    if choice.method in BY_FIGURES:
        for level in sorted({node.level or 0 for node in nodes}):
            parents = [node for node in structure.aggregates if node.level == level + 1]
            so_far = replace(aggregate, weights=found.by_code)
            found = _joined(found, _by_figures(table, structure, so_far, parents))
    elif choice.method is Weighing.BUDGET_ALLOCATION:
        found = _joined(found, _by_points(structure, aggregate))
    elif choice.method is Weighing.AHP:
        found = _joined(found, _by_comparisons(structure, aggregate))
    else:
        alike = choice.method is Weighing.EQUAL
        weights = {node.code: 1.0 if alike else float(len(structure.indicators_under(node.code))) for node in nodes}
        found = _joined(found, WeightsFound(weights))
    return found


def refuse_both(structure: Structure, aggregate: Aggregate) -> None:
    """Raise ``InputProblem`` for each weight that the recipe both gives and has worked out."""
    choice = aggregate.weighting
    if choice.method is Weighing.GIVEN or not aggregate.weights:
        return
    both = [node.code for node in _weighed(structure, aggregate) if node.code in aggregate.weights]
    if both:
        raise InputProblem(
            *(Problem(say.BOTH_WAYS.filled(code=code, method=choice.method.value), column=METHOD) for code in both)
        )


def _weighed(structure: Structure, aggregate: Aggregate) -> list[Node]:
    """Return the nodes of the levels that are weighed."""
    choice, last = aggregate.weighting, len(structure.levels) - 1
    usual = [last] if choice.method is Weighing.BALANCED else range(1, last + 1)
    levels = choice.levels or tuple(usual)
    wrong = [level for level in levels if not 1 <= level <= last]
    if wrong:
        raise InputProblem(
            *(Problem(say.NO_LEVEL.filled(level=level, last=last), column=f"{METHOD}.levels") for level in wrong)
        )
    if choice.method is Weighing.BALANCED and choice.against is Against.INDEX and len(levels) > 1:
        raise InputProblem(Problem(say.ONE_LEVEL.filled(count=len(levels)), column=f"{METHOD}.levels"))
    nodes = [node for level in levels for node in structure.levels[level - 1]]
    codes = {node.code for node in nodes}
    strangers = [code for code in choice.targets if code not in codes]
    if strangers:
        path = f"{METHOD}.targets"
        raise InputProblem(
            *(Problem(say.NOT_OF_LEVEL.filled(path=path, code=code), column=path, value=code) for code in strangers)
        )
    return nodes


def _by_figures(table: UnitTable, structure: Structure, aggregate: Aggregate, parents: Sequence[Node]) -> WeightsFound:
    """Return the weights of the parts of some aggregates of one level, worked out of the figures of the parts."""
    held = {code: table.values[:, place] for place, code in enumerate(table.columns)}
    held |= aggregated(table, structure, aggregate)
    if aggregate.weighting.method is Weighing.BALANCED:
        return weights_in_balance(held, structure, aggregate, parents)
    found, problems = WeightsFound(), list[Problem]()
    for parent in parents:
        codes = [child.code for child in structure.children(parent.code)]
        parts = np.column_stack([held[code] for code in codes])
        try:
            found = _joined(found, loading_weights(parent.code, codes, parts, aggregate.weighting.negative))
        except InputProblem as problem:
            problems += problem.problems
    if problems:
        raise InputProblem(*problems)
    return found


def loading_weights(parent: str, codes: Sequence[str], parts: Floats, negative: Negative) -> WeightsFound:
    """Return weights in proportion to the loadings of the first principal component, 1 in sum.

    ``parts`` is ``(units, parts)``; the component is that of the correlation matrix ``R`` over the units that have
    every part: ``R v = λ v`` with the greatest λ; loadings ``v √λ``, their sign such that their sum is above 0 (where
    it is 0, the first one). ``explained`` is ``λ / k``. Raises ``InputProblem`` with fewer than three such units, for a
    part that does not vary and, unless they are clipped to 0, for each negative loading.
    Source: OECD and JRC (2008), Handbook on constructing composite indicators.
    """
    if len(codes) == 1:
        return WeightsFound({codes[0]: 1.0})
    whole = parts[~np.isnan(parts).any(axis=1)]
    if len(whole) < FEWEST_ROWS:
        raise InputProblem(Problem(say.FEW_ROWS.filled(parent=parent, count=len(whole)), column=parent))
    still = [code for code, column in zip(codes, whole.T, strict=True) if np.ptp(column) == 0]
    if still:
        raise InputProblem(*(Problem(say.NO_SPREAD.filled(parent=parent, code=code), column=code) for code in still))
    values, vectors = np.linalg.eigh(np.corrcoef(whole, rowvar=False))
    loadings = vectors[:, -1] * math.sqrt(values[-1])
    whole_sum = float(loadings.sum())
    if whole_sum < -ZERO or (abs(whole_sum) <= ZERO and loadings[np.abs(loadings) > ZERO][0] < 0):
        loadings = -loadings
    facts = [WeightFact(code, Fact.LOADING, "", float(each)) for code, each in zip(codes, loadings, strict=True)]
    facts.append(WeightFact(parent, Fact.EXPLAINED, "", float(values[-1]) / len(codes)))
    below = [(code, float(each)) for code, each in zip(codes, loadings, strict=True) if each < 0]
    message = say.NEGATIVE_LOADING if negative is Negative.REFUSE else say.CLIPPED
    told = [message.filled(parent=parent, code=code, loading=f"{each:.3f}") for code, each in below]
    if below and negative is Negative.REFUSE:
        raise InputProblem(*(Problem(each, column=code) for each, (code, _) in zip(told, below, strict=True)))
    kept = np.maximum(loadings, 0)
    weights = dict(zip(codes, (kept / kept.sum()).tolist(), strict=True))
    return WeightsFound(weights, tuple(facts), tuple(told))


def _by_points(structure: Structure, aggregate: Aggregate) -> WeightsFound:
    """Return the mean share of points of each part, and how far apart the stakeholders are."""
    weights, facts = dict[str, float](), list[WeightFact]()
    for parent, (names, points) in points_by_aggregate(structure, aggregate.weighting).items():
        codes = [child.code for child in structure.children(parent)]
        means, lowest, highest, spread = shared_points(points)
        weights |= dict(zip(codes, means.tolist(), strict=True))
        facts.append(WeightFact(parent, Fact.STAKEHOLDERS, "", len(names)))
        for place, code in enumerate(codes):
            told = ((Fact.LOWEST, lowest), (Fact.HIGHEST, highest), (Fact.SD, spread))
            facts += [WeightFact(code, fact, "", float(figures[place])) for fact, figures in told]
    return WeightsFound(weights, tuple(facts))


def _by_comparisons(structure: Structure, aggregate: Aggregate) -> WeightsFound:
    """Return the weights of the joint matrix, and the consistency ratio of each stakeholder and of all together."""
    weights, facts, notes = dict[str, float](), list[WeightFact](), []
    limit = aggregate.weighting.max_ratio
    for parent, (names, matrices) in matrices_by_aggregate(structure, aggregate.weighting).items():
        codes = [child.code for child in structure.children(parent)]
        joint, ratio = principal_weights(joint_matrix(matrices))
        weights |= dict(zip(codes, joint.tolist(), strict=True))
        facts.append(WeightFact(parent, Fact.STAKEHOLDERS, "", len(names)))
        ratios = [(name, principal_weights(matrix)[1]) for name, matrix in zip(names, matrices, strict=True)]
        for name, each in [*ratios, ("", ratio)]:
            facts.append(WeightFact(parent, Fact.CONSISTENCY_RATIO, name, each))
            if each > limit:
                told = {"parent": parent, "ratio": f"{each:.3f}", "limit": f"{limit:g}"}
                notes.append(say.INCONSISTENT.filled(name=name or say.JOINT, **told))
    return WeightsFound(weights, tuple(facts), tuple(notes))


def _joined(first: WeightsFound, second: WeightsFound) -> WeightsFound:
    return WeightsFound(
        {**first.by_code, **second.by_code}, (*first.facts, *second.facts), (*first.notes, *second.notes)
    )
