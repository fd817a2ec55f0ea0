"""Weights that make respondents stand for a population: post-stratification, and what unequal weights cost.

Not for fitting several margins at once (``raking``) or for estimates (``estimates``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import weighting_messages as say
from seutu.core.surveys.grouping import Floats, Groups, checked_weights
from seutu.core.text import Text


@dataclass(frozen=True)
class PostStratified:
    """The weights, ``(respondents,)``, their cells, and each cell that was merged with the one that took it in."""

    weights: Floats
    cells: Groups
    collapsed: tuple[tuple[str, str], ...]

    @property
    def remarks(self) -> tuple[Text, ...]:
        """Return a sentence for each cell that was merged."""
        return tuple(say.COLLAPSED.filled(cell=cell, into=into) for cell, into in self.collapsed)


def poststratified(
    cells: Groups,
    population: Mapping[str, float],
    *,
    base: ArrayLike | None = None,
    collapse: Mapping[str, str] | None = None,
) -> PostStratified:
    """Return the weights ``w_i = b_i N_c / Σ b`` of each respondent i of the cell c, b being the weights to begin with.

    ``population`` is N_c by the label of the cell. Nothing is merged unless ``collapse`` says so: it names for a cell
    the one that takes it in, and their populations are then summed. A cell of no population and no respondents is left
    be. Raises ``InputProblem`` with each cell that has a population and nobody to stand for it (or of no weight), or
    respondents and no population, with each population that is negative or no number, and with a merge of unknown
    cells. Source: Holt and Smith (1979), Post stratification, JRSS A 142.
    """
    weights = checked_weights(base, len(cells.positions))
    _refuse_populations(population)
    cells, targets = merged(cells, population, collapse or {})
    there, weighed = cells.sums(), cells.sums(weights)
    found = []
    for label, target, count, weight in zip(cells.labels, targets, there, weighed, strict=True):
        if target > 0 and not weight > 0:
            found.append(Problem(say.EMPTY_CELL.filled(cell=label, population=f"{target:g}"), column=cells.name))
        elif count and not target > 0:
            found.append(Problem(say.NO_POPULATION.filled(cell=label), column=cells.name))
    if found:
        raise InputProblem(*found)
    factors = np.divide(targets, weighed, out=np.zeros(len(targets)), where=weighed > 0)
    return PostStratified(weights * factors[cells.positions], cells, tuple((collapse or {}).items()))


def design_effect(weights: ArrayLike) -> float:
    """Return Kish's ``deff = n Σ w² / (Σ w)²``: how much unequal weights widen the variance of a mean; 1 if equal.

    Source: Kish (1965), Survey Sampling. Raises ``InputProblem`` as ``checked_weights`` does.
    """
    held = checked_weights(weights, len(np.asarray(weights)))
    return len(held) * float((held**2).sum()) / float(held.sum()) ** 2


def effective_number(weights: ArrayLike) -> float:
    """Return ``n / deff = (Σ w)² / Σ w²``: so many equal weights would tell as much."""
    held = checked_weights(weights, len(np.asarray(weights)))
    return float(held.sum()) ** 2 / float((held**2).sum())


def _refuse_populations(population: Mapping[str, float]) -> None:
    found = [
        Problem(say.BAD_POPULATION.filled(cell=cell, population=f"{number:g}"), value=str(number))
        for cell, number in population.items()
        if not 0 <= number < np.inf
    ]
    if found:
        raise InputProblem(*found)


def merged(cells: Groups, population: Mapping[str, float], collapse: Mapping[str, str]) -> tuple[Groups, Floats]:
    """Return the cells after merging and the population of each; a cell of the population that nobody has is one.

    Raises ``InputProblem`` for a merge of cells that are not there.
    """
    every = tuple(dict.fromkeys((*cells.labels, *population)))
    named = {*collapse, *collapse.values()}
    strange = [cell for cell in named if cell not in every]
    if strange:
        known = ", ".join(every)
        raise InputProblem(
            *(Problem(say.NO_SUCH_CELL.filled(cell=cell, known=known), value=cell) for cell in sorted(strange))
        )
    kept = {cell: _end(cell, collapse) for cell in every}
    labels = tuple(dict.fromkeys(kept.values()))
    targets = np.zeros(len(labels))
    for cell, number in population.items():
        targets[labels.index(kept[cell])] += number
    moved = np.array([labels.index(kept[cell]) for cell in cells.labels], dtype=np.int64)
    return Groups(cells.name, labels, moved[cells.positions]), targets


def _end(cell: str, collapse: Mapping[str, str]) -> str:
    """Return the cell that a chain of merges ends in; a circle ends in the cell it comes back to first."""
    seen: list[str] = []
    while cell in collapse and cell not in seen:
        seen.append(cell)
        cell = collapse[cell]
    return min(seen[seen.index(cell) :]) if cell in seen else cell
