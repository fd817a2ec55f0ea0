"""Placing of labels so that they do not lie on each other: along an axis, and freely in the plane.

Positions only; the wording of labels comes from the data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """Return positions at least ``gap`` apart, in the given order, moved as little as a block-wise mean allows.

    Labels that touch are merged into a block centred on the mean of their own positions; blocks merge until none touch.
    """
    order = sorted(range(len(positions)), key=lambda index: (positions[index], index))
    blocks: list[list[int]] = []
    for index in order:
        blocks.append([index])
        while len(blocks) > 1 and _bottom(blocks[-1], positions, gap) < _top(blocks[-2], positions, gap) + gap:
            last = blocks.pop()
            blocks[-1].extend(last)
    placed = [0.0] * len(positions)
    for block in blocks:
        start = _bottom(block, positions, gap)
        for rank, index in enumerate(block):
            placed[index] = start + rank * gap
    return placed


def _centre(block: Sequence[int], positions: Sequence[float]) -> float:
    return sum(positions[index] for index in block) / len(block)


def _bottom(block: Sequence[int], positions: Sequence[float], gap: float) -> float:
    return _centre(block, positions) - gap * (len(block) - 1) / 2


def _top(block: Sequence[int], positions: Sequence[float], gap: float) -> float:
    return _centre(block, positions) + gap * (len(block) - 1) / 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point in pixels that wants a label; earlier anchors have precedence."""

    x: float
    y: float
    text: str
    radius: float = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that found room: where its text starts (left, centre or right of ``x``)."""

    index: int
    x: float
    y: float
    align: str


def place_freely(
    anchors: Sequence[Anchor],
    *,
    width: float,
    height: float,
    obstacles: Sequence[Anchor] = (),
    limit: int = 40,
) -> list[Placed]:
    """Give each anchor in turn the first free side (right, left, above, below), near before far, clear of obstacles.

    An anchor that finds no side clear of obstacles may lie on them, but never on another label; without room it gets
    no label. ``limit`` is the most labels to place.
    """
    taken: list[Box] = []
    marks = [
        (item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius) for item in obstacles
    ]
    placed: list[Placed] = []
    for index, anchor in enumerate(anchors):
        if len(placed) == limit:
            break
        sides = [side for side in _sides(index, anchor) if _inside(_box(side, anchor), width, height)]
        free = [side for side in sides if not _hits(_box(side, anchor), taken)]
        clear = [side for side in free if not _hits(_box(side, anchor), marks)]
        if free:
            chosen = (clear or free)[0]
            taken.append(_box(chosen, anchor))
            placed.append(chosen)
    return placed


Box = tuple[float, float, float, float]
LETTER: Final = 6.0
LINE: Final = 13.0
DISTANCES: Final = (3, 12, 22)


def _sides(index: int, anchor: Anchor) -> list[Placed]:
    sides: list[Placed] = []
    for distance in DISTANCES:
        away = anchor.radius + distance
        sides += [
            Placed(index, anchor.x + away, anchor.y, "left"),
            Placed(index, anchor.x - away, anchor.y, "right"),
            Placed(index, anchor.x, anchor.y - away - LINE / 2, "center"),
            Placed(index, anchor.x, anchor.y + away + LINE / 2, "center"),
        ]
    return sides


def _box(label: Placed, anchor: Anchor) -> Box:
    width = len(anchor.text) * LETTER
    left = {"left": label.x, "right": label.x - width, "center": label.x - width / 2}[label.align]
    return (left, label.y - LINE / 2, left + width, label.y + LINE / 2)


def _inside(box: Box, width: float, height: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height


def _hits(box: Box, others: Sequence[Box]) -> bool:
    return any(_overlap(box, other) for other in others)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
