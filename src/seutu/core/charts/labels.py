"""Placing of labels so that they do not lie on each other: along an axis, and freely in the plane.

Positions only; the wording of labels comes from the data.
"""

from collections.abc import Sequence
from dataclasses import dataclass


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
    anchors: Sequence[Anchor], *, width: float, height: float, letter: float = 6.0, line: float = 13.0, limit: int = 40
) -> list[Placed]:
    """Give each anchor in turn the first free side (right, left, above, below); without room it gets no label."""
    taken: list[tuple[float, float, float, float]] = []
    placed: list[Placed] = []
    for index, anchor in enumerate(anchors):
        if len(placed) == limit:
            break
        for candidate in _sides(index, anchor, line):
            box = _box(candidate, len(anchor.text) * letter, line)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                placed.append(candidate)
                break
    return placed


def _sides(index: int, anchor: Anchor, line: float) -> list[Placed]:
    away = anchor.radius + 3
    return [
        Placed(index, anchor.x + away, anchor.y, "left"),
        Placed(index, anchor.x - away, anchor.y, "right"),
        Placed(index, anchor.x, anchor.y - away - line / 2, "center"),
        Placed(index, anchor.x, anchor.y + away + line / 2, "center"),
    ]


def _box(label: Placed, width: float, line: float) -> tuple[float, float, float, float]:
    left = {"left": label.x, "right": label.x - width, "center": label.x - width / 2}[label.align]
    return (left, label.y - line / 2, left + width, label.y + line / 2)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
