"""Skewness and kurtosis as spreadsheets have them. Not for other statistics of an indicator (``describing``)."""

import math

import numpy as np

from seutu.core.indices.unit_tables import Floats

FEWEST_FOR_SKEW = 3
FEWEST_FOR_KURT = 4
ROUNDING = 1e-12


def skewness(figures: Floats) -> float:
    """Return the sample skewness of type 2 (as in Excel): ``g1 √(n(n−1)) / (n−2)``, ``g1 = m3 / m2^1.5``.

    Missing figures are left out. NaN with fewer than three figures or where all are the same.
    Source: Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis.
    """
    held = figures[~np.isnan(figures)]
    count = held.size
    if count < FEWEST_FOR_SKEW or is_constant(held):
        return math.nan
    away = held - held.mean()
    g1 = float((away**3).mean() / (away**2).mean() ** 1.5)
    return g1 * math.sqrt(count * (count - 1)) / (count - 2)


def kurtosis(figures: Floats) -> float:
    """Return the sample excess kurtosis of type 2 (as in Excel).

    ``((n+1)(r−3)+6)(n−1) / ((n−2)(n−3))`` with ``r = n S4 / S2²``, S4 and S2 the sums of the fourth and second powers
    of the distances from the mean. Missing figures are left out. NaN with fewer than four figures or where all are the
    same.
    """
    held = figures[~np.isnan(figures)]
    count = held.size
    if count < FEWEST_FOR_KURT or is_constant(held):
        return math.nan
    away = held - held.mean()
    ratio = count * float((away**4).sum()) / float((away**2).sum()) ** 2
    return ((count + 1) * (ratio - 3) + 6) * (count - 1) / ((count - 2) * (count - 3))


def is_constant(held: Floats) -> bool:
    """Return whether figures differ by no more than their rounding: by a part in 10^12 of the greatest."""
    low, high = held.min(), held.max()
    return bool(low == high or high - low <= ROUNDING * max(abs(low), abs(high)))
