"""The weights of an index as they were found, and what has to be known of how.

Not for finding them (``weighting``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from seutu.core.text import Text


class Fact(StrEnum):
    """What is told of a weight: by stakeholder, by component, by target."""

    STAKEHOLDERS = "stakeholders"
    LOWEST = "lowest"
    HIGHEST = "highest"
    SD = "sd"
    CONSISTENCY_RATIO = "consistency_ratio"
    LOADING = "loading"
    EXPLAINED = "explained"
    TARGET = "target"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class WeightFact:
    """One figure about the weight of a code, or about an aggregate; ``of`` is the stakeholder whose it is, if any."""

    code: str
    fact: Fact
    of: str
    figure: float


@dataclass(frozen=True)
class WeightsFound:
    """Weights by code that stand in place of those of the structure, what is known of them, and what must be told."""

    by_code: Mapping[str, float] = field(default_factory=dict)
    facts: tuple[WeightFact, ...] = ()
    notes: tuple[Text, ...] = ()
