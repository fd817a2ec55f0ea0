"""What the figures of an index look like: statistics of each indicator, correlations, Cronbach's alpha.

Not for changing any of them.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seutu.core.indices.moments import is_constant, kurtosis, skewness
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable

FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Statistics:
    """One indicator: how many figures there are, lack, are zero and differ, and how they are spread."""

    code: str
    available: int
    missing: int
    zeros: int
    different: int
    minimum: float
    quartile_1: float
    median: float
    mean: float
    quartile_3: float
    maximum: float
    sd: float
    skew: float
    kurt: float


@dataclass(frozen=True, slots=True)
class Correlation:
    """Pearson's correlation of two codes over the units that have both; NaN with fewer than three or no spread."""

    first: str
    second: str
    units: int
    correlation: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Cronbach's alpha of the parts of an aggregate."""

    code: str
    parts: int
    alpha: float


def statistics_of(table: UnitTable) -> list[Statistics]:
    """Return the statistics of each column; sample standard deviation, quartiles of type 7, skewness of type 2."""
    return [_statistics(code, table.values[:, place]) for place, code in enumerate(table.columns)]


def _statistics(code: str, figures: Floats) -> Statistics:
    held = figures[~np.isnan(figures)]
    quartiles = np.quantile(held, [0, 0.25, 0.5, 0.75, 1]) if held.size else np.full(5, math.nan)
    low, first, middle, third, high = map(float, quartiles)
    return Statistics(
        code=code,
        available=int(held.size),
        missing=int(figures.size - held.size),
        zeros=int((held == 0).sum()),
        different=int(np.unique(held).size),
        minimum=low,
        quartile_1=first,
        median=middle,
        mean=float(held.mean()) if held.size else math.nan,
        quartile_3=third,
        maximum=high,
        sd=float(held.std(ddof=1)) if held.size > 1 else math.nan,
        skew=skewness(figures),
        kurt=kurtosis(figures),
    )


def correlations_of(columns: dict[str, Floats]) -> Iterator[Correlation]:
    """Yield the correlation of each pair of columns once, in the order of the columns."""
    codes = list(columns)
    for place, first in enumerate(codes):
        for second in codes[place + 1 :]:
            yield _correlation(first, second, columns[first], columns[second])


def _correlation(first: str, second: str, left: Floats, right: Floats) -> Correlation:
    both = ~np.isnan(left) & ~np.isnan(right)
    x, y = left[both], right[both]
    found = math.nan
    if x.size >= FEWEST_PAIRS and not is_constant(x) and not is_constant(y):
        x, y = x - x.mean(), y - y.mean()
        found = float((x @ y) / math.sqrt(float(x @ x) * float(y @ y)))
    return Correlation(first, second, int(both.sum()), found)


def reliabilities_of(columns: dict[str, Floats], structure: Structure) -> list[Reliability]:
    """Return Cronbach's alpha of each aggregate of two parts or more, from the figures of its own parts.

    ``k² c̄ / Σ cov``: k parts, c̄ the mean of the covariances between different parts, the sum over the whole covariance
    matrix; covariances over the units that have every part. Source: Cronbach (1951).
    """
    found = []
    for node in structure.aggregates:
        parts = np.column_stack([columns[child.code] for child in structure.children(node.code)])
        if parts.shape[1] > 1:
            found.append(Reliability(node.code, parts.shape[1], _alpha(parts)))
    return found


def _alpha(parts: Floats) -> float:
    whole = parts[~np.isnan(parts).any(axis=1)]
    count = parts.shape[1]
    if len(whole) < FEWEST_PAIRS:
        return math.nan
    covariances = np.cov(whole, rowvar=False)
    total = float(covariances.sum())
    between = (total - float(np.trace(covariances))) / (count * (count - 1))
    return count * count * between / total if total else math.nan
