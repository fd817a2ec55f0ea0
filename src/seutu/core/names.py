"""When two spellings are one actor, and which names look alike enough for a person to review.

Not for identifiers (``identifiers``); nothing here decides that two actors are the same beyond ``fold_name``.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that look alike; ``likeness`` is 0–1."""

    first: str
    second: str
    likeness: float


def fold_name(name: str) -> str:
    """Return the form under which two spellings are one actor."""
    visible = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", visible).casefold().split()))


def likeness(first: str, second: str) -> float:
    """Return how alike two names are (under construction)."""
    raise NotImplementedError


def similar_pairs(names: Iterable[str], threshold: float = 0.85) -> list[Pair]:
    """Return the pairs of names that look alike (under construction)."""
    raise NotImplementedError
