"""A topic: a handful of indicators that are read together, and the names that sentences call its figures by.

Not the topics themselves (``seutu.rules.statistics.topics``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """Indicators of one subject.

    ``figures`` are those of a town's profile with their subject in a sentence ("työllisyysaste",
    "sysselsättningsgraden", "the employment rate"); ``leads`` those of them that are drawn over time; ``others`` stand
    in the catalogue only.
    """

    code: str
    label: Text
    figures: Mapping[str, Text]
    leads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
