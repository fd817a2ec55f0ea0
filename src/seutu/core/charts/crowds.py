"""Actors that stand at one point of a map: spread round it so that each can be chosen, or one mark for a crowd.

For the map of the page; the printed map puts the points at one spot into one mark of their number (``maps``).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import cos, pi, radians, sin, sqrt
from typing import Final

from seutu.core.situation.places import Bounds, MapPoint

CROWD: Final = 400  # more actors at one point are one mark: a cloud of them would hide the map
SPACING: Final = 1 / 55
_TURN: Final = pi * (3 - sqrt(5))


def crowded(points: Sequence[MapPoint]) -> set[tuple[float, float]]:
    """Return the points that stand for more than ``CROWD`` actors whose address is not known."""
    counts = Counter((point.lon, point.lat) for point in points if point.precision != "address")
    return {spot for spot, count in counts.items() if count > CROWD}


def spread(points: Sequence[MapPoint], bounds: Bounds | None, *, widest: float) -> list[tuple[float, float]]:
    """Return where each point is drawn: those at one spot in a spiral round it, in the order given.

    The spiral's step is a 55th of the map's height, less where the spiral would grow over ``widest`` of the height.
    """
    groups: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        groups[point.lon, point.lat].append(number)
    height = bounds.north - bounds.south if bounds else 1.0
    placed = [(point.lon, point.lat) for point in points]
    for (lon, lat), members in groups.items():
        if len(members) == 1:
            continue
        step = height * min(SPACING, widest / sqrt(len(members)))
        for turn, number in enumerate(members, start=1):
            radius, angle = step * sqrt(turn), turn * _TURN
            placed[number] = (lon + radius * cos(angle) / cos(radians(lat)), lat + radius * sin(angle))
    return placed
