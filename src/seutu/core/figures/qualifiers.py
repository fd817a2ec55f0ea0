"""How sure a figure says it is (about, under, at most …) and where it comes from; the words for both.

Not for units or numbers themselves.
"""

from enum import StrEnum


class Qualifier(StrEnum):
    """What the words before a figure say of it: ``vajaa 180 000`` is under, ``n. 90 %`` is about."""

    EXACT = "exact"
    ABOUT = "about"
    UNDER = "under"
    OVER = "over"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Origin(StrEnum):
    """Whether a source states the figure or it was calculated from stated ones."""

    STATED = "stated"
    DERIVED = "derived"
