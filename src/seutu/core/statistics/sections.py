"""A section of a town's profile: indicators that are read together, and the names that sentences call its figures by.

Not the sections themselves (``seutu.rules.statistics.profile_sections``), nor the topic of an indicator (``records``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """Indicators of one subject.

    ``figures`` are those of a town's profile with their subject in a sentence ("työllisyysaste",
    "sysselsättningsgraden", "the employment rate"); ``leads`` those of them that are drawn over time.
    """

    code: str
    label: Text
    figures: Mapping[str, Text]
    leads: tuple[str, ...] = ()
