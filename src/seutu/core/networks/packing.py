"""Geometry of the layout: discs that do not overlap, parts in rows, single nodes in a grid.

Not for graphs: nothing here knows of links.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
_RADIUS_PER_ROOT: Final = 0.6
_GAP: Final = 1.2
_FILL: Final = 0.45
_ROUNDS: Final = 200
_PULL: Final = 0.985
_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_TINY: Final = 1e-9
_SPREAD_UP_TO: Final = 120
_SPREAD_ROUNDS: Final = 30
_CAUTION: Final = 0.8
_SMALLEST_DISTANCE: Final = 0.55


def disc_radii(sizes: Sequence[int]) -> Points:
    """Return the radius of each disc, 0.6·√size, so that neighbours inside lie about one apart."""
    return np.asarray(_RADIUS_PER_ROOT * np.sqrt(np.array(sizes, dtype=np.float64)))


def golden_spiral(count: int) -> Points:
    """Return ``count`` different points spread evenly over a disc of radius √count, the first in the middle."""
    at = np.arange(count, dtype=np.float64)
    distance = np.sqrt(at)
    return np.column_stack((distance * np.cos(at * _GOLDEN_ANGLE), distance * np.sin(at * _GOLDEN_ANGLE)))


def without_overlap(centres: Points, radii: Points) -> Points:
    """Return centres close to the given arrangement with a gap of at least 1.2 between every two discs.

    Pairs that overlap are pushed apart and all is pulled a little to the middle, 200 times; what overlap is left is
    removed by enlarging the whole.
    """
    points = centres - centres.mean(axis=0)
    reach = float(np.max(np.hypot(points[:, 0], points[:, 1]))) or 1.0
    wanted = math.sqrt(float(np.sum((radii + _GAP / 2) ** 2)) / _FILL)
    points = points * (wanted / reach)
    needed = radii[:, None] + radii[None, :] + _GAP
    np.fill_diagonal(needed, 0.0)
    share = radii[None, :] / (radii[:, None] + radii[None, :])
    for turn in range(_ROUNDS):
        pull = _PULL if turn < _ROUNDS * 3 // 4 else 1.0
        points = points * pull
        points = points + _push(points, needed, share)
    return np.asarray(points * _enlargement(points, needed), dtype=np.float64)


def spread_apart(points: Points) -> Points:
    """Return the points of one disc with those nearly on one spot moved apart; large discs are dense and stay."""
    if not 1 < len(points) <= _SPREAD_UP_TO:
        return points
    needed = np.full((len(points), len(points)), _SMALLEST_DISTANCE)
    for _ in range(_SPREAD_ROUNDS):
        step = _push(points, needed, 0.5)
        if not step.any():
            break
        points = points + step
    return points


def _push(points: Points, needed: Points, share: Points | float) -> Points:
    """Return the step that takes every point out of those it overlaps; points on one spot part along the x axis."""
    spots = points[:, 0] + 1j * points[:, 1]
    gap = spots[:, None] - spots[None, :]
    distance = np.abs(gap)
    overlap = np.maximum(needed - distance, 0.0)
    np.fill_diagonal(overlap, 0.0)
    if not overlap.any():
        return np.zeros_like(points)
    same = distance < _TINY
    if np.count_nonzero(same) > len(points):
        gap[same] = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])[same]
        distance[same] = 1.0
    step = np.sum(gap / np.maximum(distance, _TINY) * (overlap * share), axis=1) * _CAUTION
    return np.column_stack((step.real, step.imag))


def _enlargement(points: Points, needed: Points) -> float:
    gap = points[:, None, :] - points[None, :, :]
    distance = np.hypot(gap[..., 0], gap[..., 1])
    np.fill_diagonal(distance, 1.0)
    ratio = needed / np.maximum(distance, _TINY)
    return max(1.0, float(ratio.max()))


def rows_below(parts: Sequence[Points]) -> list[Points]:
    """Return the parts, the first on top, the others in rows below it; a row is about as wide as the first."""
    if not parts:
        return []
    boxes = [part.max(axis=0) - part.min(axis=0) for part in parts]
    area = sum(float((box[0] + 2 * _GAP) * (box[1] + 2 * _GAP)) for box in boxes[1:])
    width = max(float(boxes[0][0]), math.sqrt(area))
    placed = [parts[0]]
    bottom = float(parts[0].min(axis=0)[1]) - 2 * _GAP
    left, height = -width / 2, 0.0
    for part, box in zip(parts[1:], boxes[1:], strict=True):
        if left > -width / 2 and left + float(box[0]) > width / 2:
            bottom, left, height = bottom - height - 2 * _GAP, -width / 2, 0.0
        corner = np.array([part.min(axis=0)[0], part.max(axis=0)[1]])
        placed.append(part - corner + np.array([left, bottom]))
        left += float(box[0]) + 2 * _GAP
        height = max(height, float(box[1]))
    return placed


def grid_below(count: int, others: Points) -> Points:
    """Return ``count`` points in a grid one apart, centred below the other points."""
    width = max(float(np.ptp(others[:, 0])) if len(others) else 0.0, math.sqrt(count) * 1.5)
    columns = max(1, min(count, math.floor(width) + 1))
    at = np.arange(count)
    top = float(others[:, 1].min()) - 2 * _GAP if len(others) else 0.0
    middle = float(others[:, 0].max() + others[:, 0].min()) / 2 if len(others) else 0.0
    left = middle - (columns - 1) / 2
    return np.column_stack((left + at % columns, top - at // columns)).astype(np.float64)
