"""Missing figures filled by what the unit's other figures tell: nearest neighbours, regression, a normal model.

Each is deterministic and fills with an expected figure, without noise: filled figures vary less than true ones would.
Functions take figures ``(units, columns)`` with NaN where one is missing, and leave NaN where they cannot tell. Not for
means of columns (``imputation``) or for other rounds of a panel (``gap_filling``).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.unit_tables import Floats

FEWEST_PAIRS: Final = 3
CLOSE: Final = 1e-9
MOST_ROUNDS: Final = 2_000


def nearest_neighbours(figures: Floats, neighbours: int) -> Floats:
    """Return the figures with each gap filled by the mean of the nearest units that have a figure in its column.

    Columns are standardised; the distance of two units is ``√(k/m Σ (z_i − z_j)²)`` over the m of k columns that both
    have. ``neighbours`` units are taken, all there are where they are fewer; of equal distances the first rows.
    Source: Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays.
    """
    filled, z = figures.copy(), standardised(figures)
    there = ~np.isnan(z)
    for row in np.flatnonzero(np.isnan(figures).any(axis=1)):
        shared = there & there[row]
        count = shared.sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            squares = np.where(shared, z - z[row], 0.0) ** 2
            distances = squares.sum(axis=1) * z.shape[1] / count
        for column in np.flatnonzero(np.isnan(figures[row])):
            donors = np.flatnonzero(~np.isnan(figures[:, column]) & (count > 0))
            near = donors[np.argsort(distances[donors], kind="stable")][:neighbours]
            if near.size:
                filled[row, column] = figures[near, column].mean()
    return filled


def regressed(figures: Floats, predictors: int) -> Floats:
    """Return the figures with each gap filled by least squares on the columns that go best with its own.

    Predictors are the columns that the unit has, the greatest ``|r|`` with the gap's column first (over the units that
    have both, at least three), ``predictors`` of them; fitted over the units that have them all and the gap's column,
    with fewer predictors where there are no more units than coefficients.
    """
    filled = figures.copy()
    there = ~np.isnan(figures)
    for column in np.flatnonzero(~there.all(axis=0)).tolist():
        strength = np.abs(_correlations(figures, column))
        ordered = np.argsort(-np.nan_to_num(strength), kind="stable")
        for row in np.flatnonzero(~there[:, column]).tolist():
            able = [int(each) for each in ordered if there[row, each] and strength[each] > 0]
            filled[row, column] = _predicted(figures, there, row, column, able[:predictors])
    return filled


def _predicted(figures: Floats, there: NDArray[np.bool_], row: int, column: int, chosen: list[int]) -> float:
    for count in range(len(chosen), 0, -1):
        held = chosen[:count]
        rows = there[:, column] & there[:, held].all(axis=1)
        if rows.sum() < count + 2:
            continue
        x, y = figures[rows][:, held], figures[rows, column]
        middle, size = x.mean(axis=0), x.std(axis=0)
        size = np.where(size > 0, size, 1.0)
        slopes = np.linalg.lstsq((x - middle) / size, y - y.mean(), rcond=None)[0]
        return float(y.mean() + ((figures[row, held] - middle) / size) @ slopes)
    return float("nan")


def expected(figures: Floats) -> tuple[Floats, bool]:
    """Return the figures with each gap filled by its expectation given the unit's others, and whether it settled.

    The figures are held to be drawn from one multivariate normal distribution, missing at random. Its mean μ and
    covariance Σ are found by expectation–maximisation from the means and variances of what is there: gaps take
    ``μ_m + Σ_mo Σ_oo⁻¹ (x_o − μ_o)``, μ and Σ are those of the filled figures with ``Σ_mm − Σ_mo Σ_oo⁻¹ Σ_om`` added
    for the gaps; until neither changes by more than 1e-9 of standardised figures, in at most 2,000 rounds.
    Source: Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm; Little and
    Rubin (2019), Statistical Analysis with Missing Data.
    """
    z = standardised(figures)
    gaps = np.isnan(z)
    patterns, which = np.unique(gaps, axis=0, return_inverse=True)
    mean, covariance = np.nanmean(z, axis=0), np.diag(np.nanvar(z, axis=0))
    held, settled = np.where(gaps, mean, z), False
    for _ in range(MOST_ROUNDS):
        added = np.zeros_like(covariance)
        for place, pattern in enumerate(patterns):
            rows = np.flatnonzero(which.reshape(-1) == place)
            gone, known = np.flatnonzero(pattern), np.flatnonzero(~pattern)
            slopes = covariance[np.ix_(gone, known)] @ np.linalg.pinv(covariance[np.ix_(known, known)], hermitian=True)
            held[np.ix_(rows, gone)] = mean[gone] + (z[np.ix_(rows, known)] - mean[known]) @ slopes.T
            left = covariance[np.ix_(gone, gone)] - slopes @ covariance[np.ix_(known, gone)]
            added[np.ix_(gone, gone)] += len(rows) * left
        new_mean = held.mean(axis=0)
        away = held - new_mean
        new = (away.T @ away + added) / len(held)
        settled = max(np.abs(new_mean - mean).max(), np.abs(new - covariance).max()) <= CLOSE
        mean, covariance = new_mean, new
        if settled:
            break
    middle, size = _scale(figures)
    return np.where(np.isnan(figures), held * size + middle, figures), settled


def standardised(figures: Floats) -> Floats:
    """Return ``(x − m) / s`` of each column over the figures there are; a column that does not vary becomes 0."""
    middle, size = _scale(figures)
    found: Floats = (figures - middle) / size
    return found


def _scale(figures: Floats) -> tuple[Floats, Floats]:
    middle, size = np.nanmean(figures, axis=0), np.nanstd(figures, axis=0)
    return middle, np.where(size > 0, size, 1.0)


def _correlations(figures: Floats, column: int) -> Floats:
    """Return the correlations of a column with each, over the units that have both; NaN with itself or too few."""
    found = np.full(figures.shape[1], np.nan)
    for other in range(figures.shape[1]):
        both = ~np.isnan(figures[:, column]) & ~np.isnan(figures[:, other])
        x, y = figures[both, column], figures[both, other]
        if other != column and both.sum() >= FEWEST_PAIRS and np.ptp(x) > 0 and np.ptp(y) > 0:
            found[other] = float(np.corrcoef(x, y)[0, 1])
    return found
