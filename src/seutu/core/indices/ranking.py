"""Ranks of scores. Not for how sure a rank is (``uncertainty``)."""

import numpy as np

from seutu.core.indices.unit_tables import Floats, UnitTable


def ascending_ranks(figures: Floats) -> Floats:
    """Return ranks from 1, the lowest figure first; equal figures take the smallest of theirs, missing ones NaN."""
    ranks = np.full(figures.shape, np.nan)
    there = np.flatnonzero(~np.isnan(figures))
    held = figures[there]
    ranks[there] = np.searchsorted(np.sort(held), held, side="left") + 1
    return ranks


def ranks_within(scores: Floats, table: UnitTable) -> Floats:
    """Return the ranks of the rows of a table, each round by itself."""
    found = np.full(scores.shape, np.nan)
    for members in table.members():
        found[members] = ranks(scores[members])
    return found


def ranks(scores: Floats) -> Floats:
    """Return ranks from 1, the highest score first ("1224": equal scores take the smallest of theirs)."""
    return ascending_ranks(-scores)
