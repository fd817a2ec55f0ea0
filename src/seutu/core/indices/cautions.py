"""What a careful reader asks of an index of few units: what is thin, what repeats itself, what its weights really do.

Limits are those usual in audits of indices by the European Commission's Joint Research Centre. Not for building the
index or for words (``reporting.indices``).
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from seutu.core.indices.auditing import HIGH_CORRELATION
from seutu.core.indices.building import Index
from seutu.core.indices.describing import Correlation, correlations_of, statistics_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.uncertainty import Uncertainty

ENOUGH: Final = 0.65
"""An indicator or a unit that has a smaller share of its figures is thin."""
FEW_VALUES: Final = 5
AGAINST: Final = -0.4
LEVEL: Final = 0.95


@dataclass(frozen=True, slots=True)
class Thin:
    """What has a small share of its figures: the code of an indicator, or a unit."""

    code: str
    share: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The 90 % intervals of the ranks: their median width in places, and the unit that has the widest."""

    median: float
    widest: float
    unit: str


def thin_indicators(index: Index) -> list[Thin]:
    """Return the indicators that have fewer than 65 % of the figures of the raw table, the thinnest first."""
    found = [Thin(each.code, each.available / (each.available + each.missing)) for each in statistics_of(index.raw)]
    return sorted((each for each in found if each.share < ENOUGH), key=lambda each: each.share)


def thin_units(index: Index) -> list[Thin]:
    """Return the units of the index that have fewer than 65 % of their figures in the raw table, the thinnest first.

    In a panel a unit is looked at in each of its rounds, and the least share counts.
    """
    kept, shares = set(index.after[Step.NORMALISE].keys), (~np.isnan(index.raw.values)).mean(axis=1)
    least: dict[str, float] = {}
    for key, share in zip(index.raw.keys, shares.tolist(), strict=True):
        if key in kept and share < ENOUGH:
            least[key[0]] = min(share, least.get(key[0], share))
    return sorted((Thin(*each) for each in least.items()), key=lambda each: each.share)


def few_valued(index: Index) -> list[str]:
    """Return the indicators of at most five different figures: they tie many units, and are rather classes."""
    return [each.code for each in statistics_of(index.after[Step.DENOMINATE]) if 0 < each.different <= FEW_VALUES]


def chance_correlation(units: int) -> float:
    """Return the |r| that independent figures of so many units stay under in 95 % of cases: ``t / √(n − 2 + t²)``.

    t is the 97.5 % quantile of Student's t of n − 2 degrees. NaN with fewer than three units.
    """
    from scipy.special import stdtrit

    if units < 3:  # noqa: PLR2004 - two units always correlate
        return math.nan
    t = float(stdtrit(units - 2, (1 + LEVEL) / 2))
    return t / math.sqrt(units - 2 + t * t)


def odd_pairs(index: Index) -> list[Correlation]:
    """Return the pairs of indicators of one aggregate that repeat each other (r over 0.92) or pull apart (under −0.4).

    Correlations are of the normalised figures, so that more is better in both.
    """
    table, found = index.after[Step.NORMALISE], list[Correlation]()
    for node in index.structure.aggregates:
        columns = {
            child.code: table.column(child.code)
            for child in index.structure.children(node.code)
            if child.code in table.columns
        }
        found += [
            each
            for each in correlations_of(columns)
            if each.correlation > HIGH_CORRELATION or each.correlation < AGAINST
        ]
    return sorted(found, key=lambda each: each.correlation)


def hold_of(index: Index) -> dict[str, float]:
    """Return the correlation of each aggregate with the index: how much it really has to say, whatever its weight."""
    top = index.structure.top.code
    return {
        node.code: next(correlations_of({node.code: index.scores[node.code], top: index.top})).correlation
        for node in index.structure.aggregates
        if node.code != top
    }


def spread_of(found: Uncertainty) -> Spread | None:
    """Return how wide the 90 % intervals of the ranks are; nothing where no unit has one."""
    intervals = found.intervals()
    widths = intervals[:, 2] - intervals[:, 0]
    if np.isnan(widths).all():
        return None
    place = int(np.nanargmax(widths))
    return Spread(float(np.nanmedian(widths)), float(widths[place]), found.units[place])
