"""Whether the parts of an aggregate share enough to be one: KMO, Bartlett's test, parallel analysis.

All of the correlation matrix R of the parts, over the units that have every part. Not for weights (``weighting``) or
for Cronbach's alpha (``describing``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats

DRAWS: Final = 200
QUANTILE: Final = 0.95
SEED: Final = 1
FEWEST_PARTS: Final = 3
"""With two parts KMO is always a half."""
SINGULAR: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Factorability:
    """What the parts of an aggregate share. NaN where there are too few units or parts, or parts repeat one another.

    ``components``: how many principal components carry more than chance; ``explained``: the share of the first.
    """

    code: str
    parts: int
    units: int
    kmo: float
    bartlett: float
    df: int
    p: float
    components: float
    explained: float


def factorabilities_of(columns: Mapping[str, Floats], structure: Structure) -> list[Factorability]:
    """Return the factorability of each aggregate of two parts or more, from the figures of its own parts."""
    found = []
    for node in structure.aggregates:
        parts = np.column_stack([columns[child.code] for child in structure.children(node.code)])
        if parts.shape[1] > 1:
            found.append(factorability(node.code, parts))
    return found


def factorability(code: str, parts: Floats) -> Factorability:
    """Return what the parts ``(units, parts)`` share."""
    whole = parts[~np.isnan(parts).any(axis=1)]
    count = parts.shape[1]
    df = count * (count - 1) // 2
    if len(whole) <= count or (np.ptp(whole, axis=0) == 0).any():
        return Factorability(code, count, len(whole), math.nan, math.nan, df, math.nan, math.nan, math.nan)
    matrix: Floats = np.asarray(np.corrcoef(whole, rowvar=False), dtype=np.float64)
    values: Floats = np.linalg.eigvalsh(matrix)[::-1].astype(np.float64)
    statistic, p = bartlett(matrix, len(whole))
    return Factorability(
        code=code,
        parts=count,
        units=len(whole),
        kmo=kmo(matrix),
        bartlett=statistic,
        df=df,
        p=p,
        components=float(components(values, len(whole))),
        explained=float(values[0]) / count,
    )


def kmo(matrix: Floats) -> float:
    """Return the measure of sampling adequacy of Kaiser, Meyer and Olkin, 0–1: ``Σ r² / (Σ r² + Σ q²)``.

    Sums are over pairs of different parts, q being their partial correlation given the others,
    ``q_ij = −S_ij / √(S_ii S_jj)`` with ``S = R⁻¹``. NaN with fewer than three parts or a singular R. Under 0.5 is held
    to be too low. Source: Kaiser and Rice (1974), Little Jiffy, Mark IV.
    """
    if len(matrix) < FEWEST_PARTS or np.linalg.eigvalsh(matrix)[0] <= SINGULAR:
        return math.nan
    inverse = np.linalg.inv(matrix)
    scale = np.sqrt(np.diag(inverse))
    partial = -inverse / np.outer(scale, scale)
    apart = ~np.eye(len(matrix), dtype=np.bool_)
    shared, alone = float((matrix[apart] ** 2).sum()), float((partial[apart] ** 2).sum())
    return shared / (shared + alone) if shared + alone else math.nan


def bartlett(matrix: Floats, units: int) -> tuple[float, float]:
    """Return Bartlett's test that the parts do not correlate at all: χ² and its p-value.

    ``χ² = −(n − 1 − (2k + 5)/6) ln |R|`` with ``k(k − 1)/2`` degrees of freedom, n units, k parts; NaN with a singular
    R. Source: Bartlett (1951), The effect of standardization on a χ² approximation in factor analysis.
    """
    from scipy.special import chdtrc

    values = np.linalg.eigvalsh(matrix)
    if values[0] <= SINGULAR:
        return math.nan, math.nan
    count = len(matrix)
    statistic = -(units - 1 - (2 * count + 5) / 6) * float(np.log(values).sum())
    return statistic, float(chdtrc(count * (count - 1) / 2, statistic))


def components(values: Floats, units: int) -> int:
    """Return how many eigenvalues, the greatest first, are above those of parts that share nothing.

    Parallel analysis: each is compared with the 95 % quantile of the eigenvalue of its place among 200 correlation
    matrices of independent normal figures of as many units; the count ends at the first that is not above. The
    matrices are drawn as Wishart matrices by Bartlett's decomposition, the same at every call. Source: Horn (1965), A
    rationale and test for the number of factors in factor analysis; the quantile: Glorfeld (1995).
    """
    count = len(values)
    random = np.random.Generator(np.random.PCG64(SEED))
    lower = np.tril(random.normal(size=(DRAWS, count, count)), -1)
    freedom = units - 1 - np.arange(count)
    lower[:, np.arange(count), np.arange(count)] = np.sqrt(random.chisquare(freedom, size=(DRAWS, count)))
    product = lower @ lower.transpose(0, 2, 1)
    scale = np.sqrt(np.diagonal(product, axis1=1, axis2=2))
    drawn = np.linalg.eigvalsh(product / (scale[:, :, None] * scale[:, None, :]))[:, ::-1]
    above = values > np.quantile(drawn, QUANTILE, axis=0)
    return count if above.all() else int(np.argmin(above))
