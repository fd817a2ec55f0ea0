"""Outranking of units by pairs, and Copeland's score. Not for means (``aggregation``)."""

import numpy as np

from seutu.core.indices.unit_tables import Floats


def outranking(parts: Floats, weights: Floats) -> Floats:
    """Return for each pair the share of weight by which the first unit beats the second, a half where they are equal.

    ``parts`` is ``(units, parts)``, ``weights`` ``(parts,)``; the answer ``(units, units)``, NaN where a pair has no
    part in common. Parts that either unit lacks are left out and the other weights rescaled.
    Source: Munda and Nardo (2005), Constructing consistent composite indicators.
    """
    count = parts.shape[0]
    won, common = np.zeros((count, count)), np.zeros((count, count))
    for place, weight in enumerate(weights):
        figures = parts[:, place]
        there = ~np.isnan(figures)
        pairs = there[:, None] & there[None, :]
        won += weight * ((figures[:, None] > figures[None, :]) + 0.5 * (figures[:, None] == figures[None, :]))
        common += weight * pairs
    shares: Floats = np.divide(won, common, out=np.full((count, count), np.nan), where=common > 0)
    return shares


def copeland_scores(parts: Floats, weights: Floats) -> Floats:
    """Return for each unit the pairs that it wins less those that it loses: ``Σ_j sign(o_ij − o_ji)``.

    A pair without a part in common counts for nothing.
    """
    matrix = outranking(parts, weights)
    won: Floats = np.nansum(np.sign(matrix - matrix.T), axis=1)
    return won
