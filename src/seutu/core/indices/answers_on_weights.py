"""What stakeholders answered about weights, checked and put in rows and matrices, aggregate by aggregate.

Not for the arithmetic (``stakeholder_weights``).
"""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, Final

import numpy as np

from seutu.core.indices import weighting_messages as say
from seutu.core.indices.stakeholder_weights import RANDOM_INDEX
from seutu.core.indices.structure import Node, Structure
from seutu.core.indices.unit_tables import Floats
from seutu.core.indices.weighting_recipes import Comparison, WeightingChoice
from seutu.core.problems import InputProblem, Problem

HUNDRED: Final = 100.0
CLOSE: Final = 1e-6
LEAST_RATIO, GREATEST_RATIO = 1 / 9 - CLOSE, 9 + CLOSE
POINTS: Final = "aggregate.weighting.points"
COMPARISONS: Final = "aggregate.weighting.comparisons"
Answers = dict[str, tuple[tuple[str, ...], Floats]]
"""By aggregate: the stakeholders who answered about it, and their rows or matrices."""


def points_by_aggregate(structure: Structure, choice: WeightingChoice) -> Answers:
    """Return for each aggregate the stakeholders and their points ``(stakeholders, parts)``.

    A stakeholder who gave points to one part of an aggregate gave them to all of it, 100 in sum; one may be silent
    about an aggregate. Raises ``InputProblem`` with every answer that lacks a part, has another sum or an unknown code.
    """
    told = _chosen(choice.points, choice, POINTS)
    problems = _strangers(told, structure, POINTS)
    found: Answers = {}
    for node in structure.aggregates:
        children = structure.children(node.code)
        rows: dict[str, list[float]] = {}
        for name, points in told.items():
            if not any(child.code in points for child in children):
                continue
            rows[name] = [points.get(child.code, math.nan) for child in children]
            problems += _points_faults(name, node, children, rows[name])
        if rows:
            found[node.code] = tuple(rows), np.array(list(rows.values()), dtype=np.float64)
    if problems:
        raise InputProblem(*problems)
    return found


def _points_faults(name: str, node: Node, children: Sequence[Node], row: Sequence[float]) -> list[Problem]:
    lacking = [
        Problem(say.NO_POINTS.filled(name=name, code=child.code, parent=node.code), column=POINTS, value=child.code)
        for child, points in zip(children, row, strict=True)
        if math.isnan(points)
    ]
    whole = math.fsum(row)
    if not lacking and abs(whole - HUNDRED) > CLOSE:
        message = say.NOT_HUNDRED.filled(name=name, parent=node.code, sum=f"{whole:g}")
        return [Problem(message, column=POINTS, value=f"{whole:g}")]
    return lacking


def matrices_by_aggregate(structure: Structure, choice: WeightingChoice) -> Answers:
    """Return for each aggregate the stakeholders and their matrices ``(stakeholders, parts, parts)``.

    A stakeholder who compared a pair of an aggregate compared each pair of it, once. Raises ``InputProblem`` with every
    pair that is missing, twice, not of one aggregate or off Saaty's scale of 1/9 to 9, and every unknown code.
    """
    told = _chosen(choice.comparisons, choice, COMPARISONS)
    problems = _strangers({name: _codes(pairs) for name, pairs in told.items()}, structure, COMPARISONS)
    known = {name: [each for each in pairs if _known(each, structure)] for name, pairs in told.items()}
    problems += [fault for name, pairs in known.items() for fault in _pair_faults(name, pairs, structure)]
    found: Answers = {}
    for node in structure.aggregates:
        codes = [child.code for child in structure.children(node.code)]
        rows: dict[str, Floats] = {}
        for name, pairs in known.items():
            held = [each for each in pairs if each[0] in codes and each[1] in codes]
            if held:
                rows[name], lacking = _matrix(name, node, codes, held)
                problems += lacking
        if rows and len(codes) > len(RANDOM_INDEX):
            message = say.TOO_MANY_PARTS.filled(parent=node.code, count=len(codes), most=len(RANDOM_INDEX))
            problems.append(Problem(message, column=COMPARISONS))
        if rows:
            found[node.code] = tuple(rows), np.array(list(rows.values()))
    if problems:
        raise InputProblem(*problems)
    return found


def _matrix(name: str, node: Node, codes: Sequence[str], pairs: Sequence[Comparison]) -> tuple[Floats, list[Problem]]:
    matrix = np.eye(len(codes))
    for first, second, ratio in pairs:
        row, column = codes.index(first), codes.index(second)
        matrix[row, column], matrix[column, row] = ratio, 1 / ratio
    compared = {frozenset(each[:2]) for each in pairs}
    facts = {"name": name, "parent": node.code}
    lacking = [
        Problem(say.NO_PAIR.filled(first=first, second=second, **facts), column=COMPARISONS)
        for first, second in combinations(codes, 2)
        if {first, second} not in compared
    ]
    return matrix, lacking


def _pair_faults(name: str, pairs: Sequence[Comparison], structure: Structure) -> list[Problem]:
    found, seen = list[Problem](), set[frozenset[str]]()
    for first, second, ratio in pairs:
        facts = {"name": name, "first": first, "second": second}
        if first == second or structure.by_code[first].parent != structure.by_code[second].parent:
            found.append(Problem(say.NOT_OF_ONE.filled(**facts), column=COMPARISONS))
        elif frozenset((first, second)) in seen:
            found.append(Problem(say.PAIR_TWICE.filled(**facts), column=COMPARISONS))
        if not LEAST_RATIO <= ratio <= GREATEST_RATIO:
            message = say.OFF_SCALE.filled(ratio=f"{ratio:g}", **facts)
            found.append(Problem(message, column=COMPARISONS, value=f"{ratio:g}"))
        seen.add(frozenset((first, second)))
    return found


def _codes(pairs: Sequence[Comparison]) -> list[str]:
    return list(dict.fromkeys(code for first, second, _ in pairs for code in (first, second)))


def _known(pair: Comparison, structure: Structure) -> bool:
    return all(_has_parent(code, structure) for code in pair[:2])


def _has_parent(code: str, structure: Structure) -> bool:
    node = structure.by_code.get(code)
    return node is not None and node.parent is not None


def _strangers(told: Mapping[str, Any], structure: Structure, path: str) -> list[Problem]:
    return [
        Problem(say.NOT_OF_LEVEL.filled(path=f"{path}.{name}", code=code), column=path, value=code)
        for name, codes in told.items()
        for code in codes
        if not _has_parent(code, structure)
    ]


def _chosen(told: Mapping[str, Any], choice: WeightingChoice, path: str) -> dict[str, Any]:
    """Return the answers of the stakeholders that the recipe picks, of all where it picks none."""
    if not told:
        raise InputProblem(Problem(say.NO_STAKEHOLDERS.filled(path=path), column=path))
    unknown = [
        Problem(say.NO_STAKEHOLDER.filled(name=name, known=", ".join(told)), column=path, value=name)
        for name in choice.stakeholders
        if name not in told
    ]
    if unknown:
        raise InputProblem(*unknown)
    return {name: told[name] for name in choice.stakeholders or told}
