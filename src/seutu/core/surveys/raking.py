"""Raking (iterative proportional fitting): weights that meet several margins at once, and are trimmed where too large.

Not for cells whose population is known (``weighting``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import weighting_messages as say
from seutu.core.surveys.grouping import Floats, Groups, checked_weights
from seutu.core.text import Text

SAME_TOTAL = 1e-6


@dataclass(frozen=True)
class Margin:
    """A grouping of the respondents and the population of each of its labels."""

    groups: Groups
    population: Mapping[str, float]


@dataclass(frozen=True)
class Raked:
    """The weights, and how raking went.

    ``gap``: the largest |sum of weights − population| of any category, as a share of the whole; ``widest`` names its
    margin and category. ``trimmed``: respondents whose untrimmed weight was above the cap; ``trimmed_mass``: what stood
    above it, as a share of the whole weight.
    """

    weights: Floats
    rounds: int
    converged: bool
    gap: float
    widest: tuple[str, str]
    trimmed: int = 0
    trimmed_mass: float = 0.0

    @property
    def remarks(self) -> tuple[Text, ...]:
        """Return what a reader of the results has to know: whether the margins are met, and what was trimmed."""
        margin, category = self.widest
        facts = {"rounds": self.rounds, "gap": f"{self.gap:.2g}", "margin": margin, "category": category}
        first = (say.CONVERGED if self.converged else say.NOT_CONVERGED).filled(**facts)
        if not self.trimmed:
            return (first,)
        return first, say.TRIMMED.filled(count=self.trimmed, mass=f"{self.trimmed_mass:.2g}")


def raked(
    margins: Sequence[Margin],
    *,
    base: ArrayLike | None = None,
    tolerance: float = 1e-8,
    most_rounds: int = 200,
    cap: float | None = None,
) -> Raked:
    """Return weights whose sums are the population of every category of every margin, as near ``base`` as raking comes.

    A round multiplies the weights of each category of each margin in turn by population ÷ sum of weights, until the
    gap is at most ``tolerance`` or ``most_rounds`` are done: which of them is told, never hidden. With ``cap`` no
    weight is above cap × the mean weight: after each round what is above is cut, and the next rounds give it to others.

    Raises ``InputProblem`` for no margin, a cap not above 1, margins of unlike totals (by more than a millionth), and
    each category as ``poststratified`` does its cells. Source: Deming and Stephan (1940); Deville, Särndal and Sautory
    (1993).
    """
    if not margins:
        raise InputProblem(Problem(say.NO_MARGINS))
    if cap is not None and not cap > 1:
        raise InputProblem(Problem(say.LOW_CAP.filled(cap=f"{cap:g}"), value=str(cap)))
    weights = checked_weights(base, len(margins[0].groups.positions))
    targets = [_targets(margin, weights) for margin in margins]
    total = _total(margins, targets)
    fitted = _Fit(margins, targets, total, tolerance)
    free = fitted.rounds(weights * (total / weights.sum()), most_rounds, np.inf)
    limit = np.inf if cap is None else cap * total / len(weights)
    above = np.maximum(free.weights - limit, 0)
    if not above.any():
        return free
    cut = fitted.rounds(free.weights, most_rounds, limit)
    return Raked(
        cut.weights,
        free.rounds + cut.rounds,
        cut.converged,
        cut.gap,
        cut.widest,
        int((above > 0).sum()),
        float(above.sum()) / total,
    )


@dataclass(frozen=True)
class _Fit:
    margins: Sequence[Margin]
    targets: Sequence[Floats]
    total: float
    tolerance: float

    def rounds(self, weights: Floats, most: int, limit: float) -> Raked:
        done = 0
        weights = np.minimum(weights, limit)
        gap, widest = self._gap(weights)
        while gap > self.tolerance and done < most:
            for margin, target in zip(self.margins, self.targets, strict=True):
                held = margin.groups.sums(weights)
                factors = np.divide(target, held, out=np.zeros(len(target)), where=held > 0)
                weights = weights * factors[margin.groups.positions]
            weights = np.minimum(weights, limit)
            done += 1
            gap, widest = self._gap(weights)
        return Raked(weights, done, gap <= self.tolerance, gap, widest)

    def _gap(self, weights: Floats) -> tuple[float, tuple[str, str]]:
        widest, where = -1.0, ("", "")
        for margin, target in zip(self.margins, self.targets, strict=True):
            away = np.abs(margin.groups.sums(weights) - target) / self.total
            if (worst := int(away.argmax())) >= 0 and away[worst] > widest:
                widest, where = float(away[worst]), (margin.groups.name, margin.groups.labels[worst])
        return widest, where


def _targets(margin: Margin, weights: Floats) -> Floats:
    """Return the population of each label. Raises ``InputProblem`` with each that nobody, or nothing, stands for."""
    groups, found = margin.groups, list[Problem]()
    weighed = dict(zip(groups.labels, groups.sums(weights), strict=True))
    there = dict(zip(groups.labels, groups.sums(), strict=True))
    for label in dict.fromkeys((*groups.labels, *margin.population)):
        told = margin.population.get(label, 0.0)
        where = f"{groups.name}: {label}"
        if not 0 <= told < np.inf:
            found.append(Problem(say.BAD_POPULATION.filled(cell=where, population=f"{told:g}"), column=groups.name))
        elif told > 0 and not weighed.get(label, 0) > 0:
            found.append(Problem(say.EMPTY_CELL.filled(cell=where, population=f"{told:g}"), column=groups.name))
        elif not told and there.get(label, 0):
            found.append(Problem(say.NO_POPULATION.filled(cell=where), column=groups.name))
    if found:
        raise InputProblem(*found)
    return np.array([margin.population.get(label, 0.0) for label in groups.labels], dtype=np.float64)


def _total(margins: Sequence[Margin], targets: Sequence[Floats]) -> float:
    first, *others = (float(each.sum()) for each in targets)
    found = [
        Problem(
            say.MARGINS_DIFFER.filled(
                first=margins[0].groups.name, total=f"{first:g}", other=margin.groups.name, sum=f"{other:g}"
            ),
            column=margin.groups.name,
        )
        for margin, other in zip(margins[1:], others, strict=True)
        if abs(other - first) > SAME_TOTAL * first
    ]
    if found:
        raise InputProblem(*found)
    return first
