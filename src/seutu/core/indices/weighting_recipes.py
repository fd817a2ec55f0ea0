"""How weights come about: the choices of ``[aggregate.weighting]``.

Not for working weights out (``weighting``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weighing(StrEnum):
    """Where the weights of the parts come from: the structure, a rule, the figures, or the people who were asked."""

    GIVEN = "given"
    EQUAL = "equal"
    EQUAL_INDICATORS = "equal_indicators"
    PCA = "pca"
    BALANCED = "balanced"
    BUDGET_ALLOCATION = "budget_allocation"
    AHP = "ahp"


class Negative(StrEnum):
    """What becomes of a negative loading: a fault, or a weight of 0 that is told."""

    REFUSE = "refuse"
    CLIP = "clip"


class Against(StrEnum):
    """What balanced weights look at: how each part goes with the index, or with its own aggregate."""

    INDEX = "index"
    PARENT = "parent"


Comparison = tuple[str, str, float]
"""A pair of parts, and how many times as important the first is as the second."""


@dataclass(frozen=True, slots=True)
class WeightingChoice:
    """Where the weights come from, and what that way asks for; what another way asks for stays unused.

    ``levels`` are those of the parts that are weighed; without them the method's own (``weighting``). ``points`` and
    ``comparisons`` are by stakeholder; ``stakeholders`` picks some of them. ``max_ratio`` is the consistency ratio
    beyond which comparisons are told to contradict themselves. ``targets`` are importances by code, shares of their
    sum; a part that is not named has the mean of those that are.
    """

    method: Weighing = Weighing.GIVEN
    levels: tuple[int, ...] = ()
    negative: Negative = Negative.REFUSE
    against: Against = Against.INDEX
    targets: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    comparisons: Mapping[str, tuple[Comparison, ...]] = field(default_factory=dict)
    stakeholders: tuple[str, ...] = ()
    max_ratio: float = 0.1
