"""Weights of the parts of an index by which each part has the importance that the recipe asks of it.

Not for the search itself (``balancing``).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from seutu.core.indices import weighting_messages as say
from seutu.core.indices.aggregation import mean_of
from seutu.core.indices.balancing import Importance, balanced, correlation_shares
from seutu.core.indices.linear_balancing import nearest_weights
from seutu.core.indices.recipes import Aggregate, Mean
from seutu.core.indices.structure import Node, Structure
from seutu.core.indices.unit_tables import Floats
from seutu.core.indices.weighting_recipes import Against
from seutu.core.indices.weights_found import Fact, WeightFact, WeightsFound
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

CLOSE: Final = 1e-6
NAMED: Final = 8
"""So many parts are named in a message; the others are in the facts."""
FOLLOWS_WEIGHTS: Final = frozenset({Mean.ARITHMETIC, Mean.GEOMETRIC, Mean.HARMONIC, Mean.POWER, Mean.MPI})
Columns = Mapping[str, Floats]


def weights_in_balance(
    held: Columns, structure: Structure, aggregate: Aggregate, parents: Sequence[Node]
) -> WeightsFound:
    """Return the weights of the parts of some aggregates of one level that bring their importance to the targets.

    ``held`` are the figures and scores of each code. Against the index, the importance of every part of the level is
    its share of their correlations with the top aggregate, and weights above the level stay as they are; against the
    parent, that of the parts of each aggregate with it. Targets are shares of their sum; equal where none are told. Of
    arithmetic means with every part the weights are the nearest there are; others are searched for. A target that is
    not met is told with how near they come. Raises ``InputProblem`` where a mean on the way does
    not follow weights, a part does not vary, or targets are all 0.
    """
    if aggregate.weighting.against is Against.INDEX:
        return _solved(held, structure, aggregate, parents, structure.top)
    found = [
        _solved(held, structure, aggregate, [parent], parent)
        for parent in parents
        if len(structure.children(parent.code)) > 1
    ]
    weights = {code: weight for each in found for code, weight in each.by_code.items()}
    facts = tuple(fact for each in found for fact in each.facts)
    return WeightsFound(weights, facts, tuple(note for each in found for note in each.notes))


def _solved(
    held: Columns, structure: Structure, aggregate: Aggregate, parents: Sequence[Node], goal: Node
) -> WeightsFound:
    groups = [[child.code for child in structure.children(parent.code)] for parent in parents]
    codes = [code for group in groups for code in group]
    still = [code for code in codes if np.isnan(held[code]).all() or np.ptp(held[code][~np.isnan(held[code])]) == 0]
    if still:
        raise InputProblem(*(Problem(say.NO_SPREAD.filled(parent=goal.code, code=code), column=code) for code in still))
    path = _path(structure, aggregate, parents, goal)
    edges = np.cumsum([0, *map(len, groups)])
    places = [np.arange(low, high) for low, high in pairwise(edges.tolist())]
    columns = np.column_stack([held[code] for code in codes])

    def scores(weights: Floats) -> Floats:
        return _scores(held, structure, aggregate, path, dict(zip(codes, weights.T, strict=True)))

    def importance(weights: Floats) -> Floats:
        return correlation_shares(columns, scores(weights))

    targets = _targets(codes, aggregate.weighting.targets, goal.code)
    linear = _is_linear(held, structure, aggregate, path)
    nearest = nearest_weights(columns, scores, targets, places) if linear else None
    weights = balanced(importance, targets, places) if nearest is None else nearest
    message = say.UNFOUND if nearest is None else say.UNREACHED
    return _told(codes, weights, targets, importance, (goal.code, message))


def _is_linear(held: Columns, structure: Structure, aggregate: Aggregate, path: Sequence[Node]) -> bool:
    """Return whether scores at the end of a path are linear in weights: arithmetic means of parts that are there."""
    parts = [child.code for node in path for child in structure.children(node.code)]
    plain = all(aggregate.method_at(node.level or 0) is Mean.ARITHMETIC for node in path)
    return plain and not any(np.isnan(held[code]).any() for code in parts if code in held)


def _told(
    codes: Sequence[str], weights: Floats, targets: Floats, importance: Importance, goal: tuple[str, Text]
) -> WeightsFound:
    reached = importance(weights[None, :])[0]
    facts = []
    for place, code in enumerate(codes):
        facts.append(WeightFact(code, Fact.TARGET, "", float(targets[place])))
        facts.append(WeightFact(code, Fact.REACHED, "", float(reached[place])))
    away = np.abs(reached - targets)
    unmet = [place for place in np.argsort(-away.round(9), kind="stable").tolist() if not away[place] <= CLOSE]
    notes: tuple[Text, ...] = ()
    if unmet:
        named = [f"{codes[place]} {targets[place]:.4f} → {reached[place]:.4f}" for place in unmet[:NAMED]]
        rest = f" (+ {len(unmet) - NAMED})" if len(unmet) > NAMED else ""
        parent, message = goal
        notes = (message.filled(parent=parent, far=f"{away.max():.4f}", parts=", ".join(named) + rest),)
    return WeightsFound(dict(zip(codes, weights.tolist(), strict=True)), tuple(facts), notes)


def _path(structure: Structure, aggregate: Aggregate, parents: Sequence[Node], goal: Node) -> list[Node]:
    """Return the aggregates from the parents up to the goal. Raises ``InputProblem`` for a mean without weights."""
    lowest = min(parent.level or 0 for parent in parents)
    known = {parent.code for parent in parents}
    path = [
        node for node in structure.aggregates if node.code in known or lowest < (node.level or 0) <= (goal.level or 0)
    ]
    faults = [
        Problem(say.UNWEIGHTED_MEAN.filled(code=node.code, mean=method.value), column="aggregate.weighting")
        for node in path
        if (method := aggregate.method_at(node.level or 0)) not in FOLLOWS_WEIGHTS
    ]
    if faults:
        raise InputProblem(*faults)
    return path


def _scores(
    held: Columns, structure: Structure, aggregate: Aggregate, path: Sequence[Node], weights: Mapping[str, Floats]
) -> Floats:
    """Return the scores ``(sets, units)`` of the last of a path, for weights ``(sets,)`` of the parts of its first."""
    count = len(next(iter(weights.values())))
    now = {code: figures[None, :] for code, figures in held.items()}
    for node in path:
        children = structure.children(node.code)
        parts = np.stack(np.broadcast_arrays(*(now[child.code] for child in children)), axis=-1)
        each = [
            weights.get(child.code, np.full(count, aggregate.weights.get(child.code, child.weight)))
            for child in children
        ]
        now[node.code] = mean_of(
            parts, np.stack(each, axis=-1)[:, None, :], aggregate.method_at(node.level or 0), aggregate
        )
    return now[path[-1].code]


def _targets(codes: Sequence[str], told: Mapping[str, float], goal: str) -> Floats:
    """Return the targets of the parts as shares; one that is not named has the mean of those that are."""
    named = [told[code] for code in codes if code in told]
    usual = sum(named) / len(named) if named else 1.0
    targets = np.array([told.get(code, usual) for code in codes])
    if targets.sum() <= 0:
        raise InputProblem(Problem(say.NO_TARGET.filled(parent=goal), column="aggregate.weighting.targets"))
    found: Floats = targets / targets.sum()
    return found
