"""The weights of a wave's respondents by its plan, what they cost, and which classes have nobody or few.

Not for reading a plan (``weighting_plan``) or for the mathematics (``weighting``, ``raking``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import weighting_plan_messages as say
from seutu.core.surveys.grouping import JOINED_BY, Floats, Groups
from seutu.core.surveys.raking import Margin, raked
from seutu.core.surveys.respondents import Refit, refit_of
from seutu.core.surveys.weighting import design_effect, effective_number, merged
from seutu.core.surveys.weighting_plan import WeightingMethod, WeightingPlan
from seutu.core.text import Text

NOT_TOLD: Final = "-"
FEW: Final = 10
"""A class of fewer answers rests on them so much that it should be merged with another."""


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class of a grouping after merges: answers, not weighted, and the population, NaN where it is not told."""

    grouping: str
    cell: str
    answers: int
    population: float
    share_of_answers: float
    share_of_population: float

    @property
    def is_empty(self) -> bool:
        """Return whether nobody stands for people who are there."""
        return self.population > 0 and not self.answers

    @property
    def is_small(self) -> bool:
        """Return whether somebody does, but few."""
        return 0 < self.answers < FEW


@dataclass(frozen=True)
class FittedWeights:
    """Weights with the mean 1, ``(respondents,)``, what is to be told of them, and how to fit them again.

    ``remarks`` are for the maker. ``said`` is for everybody who sees the figures: it has no number of respondents, for
    a class of few is hidden in them.
    """

    weights: Floats
    remarks: tuple[Text, ...]
    said: tuple[Text, ...]
    converged: bool
    trimmed: int
    refit: Refit

    @property
    def effect(self) -> float:
        """Return Kish's design effect of the weights."""
        return design_effect(self.weights)

    @property
    def effective(self) -> float:
        """Return the effective number of answers."""
        return effective_number(self.weights)


def class_counts(plan: WeightingPlan, codes: Mapping[str, Sequence[str]]) -> tuple[ClassCount, ...]:
    """Return the classes of every grouping of a plan. ``codes``: question → each respondent's class, "-" unknown."""
    found: list[ClassCount] = []
    for name, population in plan.targets.items():
        groups, targets = merged(_groups(name, codes, population), population, plan.merges.get(name, {}))
        total, everybody = targets.sum(), len(groups.positions)
        for label, count, target in zip(groups.labels, groups.sums(), targets, strict=True):
            told = float(target) if label in population else float("nan")
            share = told / total if total else float("nan")
            found.append(ClassCount(name, label, int(count), told, count / everybody if everybody else 0.0, share))
    return tuple(found)


def fitted_weights(plan: WeightingPlan, codes: Mapping[str, Sequence[str]]) -> FittedWeights:
    """Return the weights of a plan; post-stratification is raking on one grouping, which meets it in one round.

    A respondent whose class is not known is of a class of their own, which keeps the share of the weights that it has
    of the answers: nobody is given a class. Weights are trimmed only where the plan has a cap, and how many were is
    told. Raises ``InputProblem`` as ``raked`` does: classes with a population and nobody to stand for it, with
    respondents and no population, and margins of unlike totals.
    """
    margins, remarks, said = [], list[Text](), list[Text]()
    for name, population in plan.targets.items():
        known = _groups(name, codes, population)
        groups, targets = merged(known, population, plan.merges.get(name, {}))
        unknown = int((groups.positions == groups.place(NOT_TOLD)).sum()) if NOT_TOLD in groups.labels else 0
        sizes = dict(zip(groups.labels, targets.tolist(), strict=True))
        if unknown:
            share = unknown / len(groups.positions)
            sizes = {cell: size * (1 - share) for cell, size in sizes.items()} | {NOT_TOLD: share * targets.sum()}
            remarks.append(say.NOT_TOLD_KEPT.filled(name=name, count=unknown))
            said.append(say.SOME_NOT_TOLD.filled(name=name))
        margins.append(Margin(groups, sizes))
    found = raked(margins, cap=plan.cap)
    told = found.remarks if plan.method is WeightingMethod.RAKING or found.trimmed else ()
    said += [*told[:1], *([say.SOME_TRIMMED] if found.trimmed else [])]
    weights = found.weights / found.weights.mean()
    refit = refit_of(margins, plan.cap)
    return FittedWeights(weights, (*remarks, *told), tuple(said), found.converged, found.trimmed, refit)


def unknown_of(plan: WeightingPlan, classes: Mapping[str, Sequence[str]]) -> list[Problem]:
    """Return what a plan names and the questionnaire has not. ``classes``: question → its classes; none for any."""
    found = [
        Problem(say.NO_QUESTION.filled(name=name, known=", ".join(classes)), column=name)
        for name in plan.questions
        if name not in classes
    ]
    for name, cells in plan.targets.items():
        parts = name.split(JOINED_BY)
        if any(part not in classes for part in parts):
            continue
        for cell in cells:
            pieces = cell.split(JOINED_BY)
            allowed = [classes[part] for part in parts]
            fits = len(pieces) == len(parts) and all(
                not codes or piece in codes for piece, codes in zip(pieces, allowed, strict=True)
            )
            if not fits:
                told = JOINED_BY.join(f"[{', '.join(codes)}]" for codes in allowed)
                found.append(Problem(say.NO_CLASS.filled(name=name, cell=cell, known=told), column=name, value=cell))
    return found


def checked_plan(plan: WeightingPlan, classes: Mapping[str, Sequence[str]]) -> WeightingPlan:
    """Return the plan. Raises ``InputProblem`` with what the questionnaire has not."""
    if found := unknown_of(plan, classes):
        raise InputProblem(*found)
    return plan


def _groups(name: str, codes: Mapping[str, Sequence[str]], population: Mapping[str, float]) -> Groups:
    """Return the grouping; a respondent of whom one part is not known is in the class that is not known."""
    rows = zip(*(codes[part] for part in name.split(JOINED_BY)), strict=True)
    cells = [NOT_TOLD if NOT_TOLD in row else JOINED_BY.join(row) for row in rows]
    labels = tuple(dict.fromkeys((*population, *sorted({*cells} - {NOT_TOLD}), *([NOT_TOLD] * (NOT_TOLD in cells)))))
    places = {label: place for place, label in enumerate(labels)}
    return Groups(name, labels, np.array([places[cell] for cell in cells], dtype=np.int64))
