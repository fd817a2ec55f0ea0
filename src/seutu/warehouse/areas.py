"""Areas that municipal figures are put together for: a region, the country, or a group somebody has chosen.

Not for the divisions themselves (``seutu.core.places``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """An area and its municipalities' codes. ``kind`` is a ``Division`` value, or ``"group"`` for a chosen group."""

    kind: str
    code: str
    members: tuple[str, ...]
