"""The uncertain choices of a recipe: what each changes, and the values it may have.

Every value is as likely as another, and choices are independent. Not for working the replicates out (``replaying``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from seutu.core.indices import choice_messages as say
from seutu.core.indices.structure import Structure
from seutu.core.problems import InputProblem, Problem

Told = Mapping[str, Any]
WEIGHTS: Final = "aggregate.weights"
WEIGHTING: Final = "aggregate.weighting"


@dataclass(frozen=True, slots=True)
class Choice:
    """One uncertain choice. ``labels`` name its values, for messages and design files; ``drawn``: they are random."""

    name: str
    path: str
    values: tuple[Any, ...]
    labels: tuple[str, ...]
    drawn: bool = False

    def value_told(self, position: int) -> str:
        """Return what a value is called in a message: itself where it is one word or number, else its label."""
        value = self.values[position]
        return str(value) if isinstance(value, str | int | float) else self.labels[position]


def refuse_drawn(choices: Sequence[Choice]) -> None:
    """Raise ``InputProblem`` for each choice that is drawn: it can be neither enumerated nor replayed from a design."""
    found = [
        Problem(say.NOISE.filled(name=choice.name), column=f"uncertainty.choice {number}.noise")
        for number, choice in enumerate(choices, start=1)
        if choice.drawn
    ]
    if found:
        raise InputProblem(*found)


def with_values(told: Told, choices: Sequence[Choice], positions: Sequence[int]) -> dict[str, Any]:
    """Return the recipe with the value of each choice at its path, the rest as it is."""
    for choice, position in zip(choices, positions, strict=True):
        told = _put(told, choice.path.split("."), choice.values[position])
    return dict(told)


def _put(told: Told, path: Sequence[str], value: Any) -> dict[str, Any]:
    name, rest = path[0], path[1:]
    if not rest:
        return {**told, name: value}
    below = told.get(name, {})
    return {**told, name: _put(below if isinstance(below, Mapping) else {}, rest, value)}


def with_weights(told: Told, weights: Mapping[str, float]) -> dict[str, Any]:
    """Return the recipe with weights that are given in place of those that it works out."""
    below = told.get("aggregate", {})
    kept = {name: value for name, value in below.items() if name != "weighting"}
    return {**told, "aggregate": {**kept, "weights": dict(weights)}}


def noisy_weights(structure: Structure, levels: Sequence[int], factor: float, draws: int, seed: int) -> tuple[Any, ...]:
    """Return sets of weights, each weight of the levels being ``w (1 + NF (2u − 1))``, u uniform on 0..1.

    ``factor`` is NF, in 0..1; the sets are the same for the same seed.
    """
    random = np.random.Generator(np.random.PCG64(seed))
    nodes = [node for node in structure.nodes if node.level in levels]
    drawn = random.random((draws, len(nodes)))
    return tuple(
        {node.code: node.weight * (1 + factor * (2 * u - 1)) for node, u in zip(nodes, row, strict=True)}
        for row in drawn
    )


def positions_of(
    design: Sequence[Mapping[str, str]], choices: Sequence[Choice], *, lines: Sequence[int]
) -> list[tuple[int, ...]]:
    """Return the 0-based positions that the rows of a design name. Raises ``InputProblem`` with each bad cell.

    A cell is the 1-based position of a value, or the id of a set of weights; ``lines`` are those of the rows.
    """
    found, rows = list[Problem](), list[tuple[int, ...]]()
    for line, row in zip(lines, design, strict=True):
        positions = []
        for choice in choices:
            given = row.get(choice.name, "")
            if given in choice.labels:
                positions.append(choice.labels.index(given))
            else:
                message = say.NO_POSITION.filled(name=choice.name, given=given, count=len(choice.values))
                found.append(Problem(message, line=line, column=choice.name, value=given))
        rows.append(tuple(positions))
    if found:
        raise InputProblem(*found)
    return rows
